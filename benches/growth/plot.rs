//! Draws the rows as an SVG of small charts, both axes logarithmic.

use std::fmt::Write as _;

/// The columns that are drawn, and what stands over each chart.
const CHARTS: [(&str, &str); 4] = [
    ("build s", "seconds to build"),
    ("file MB", "size of the file, MB"),
    ("check MB", "memory of a check, MB"),
    ("µs a mention", "µs a mention"),
];
/// The size of a chart, and what is left free around it.
const WIDTH: f64 = 300.0;
const HEIGHT: f64 = 160.0;
const MARGIN: f64 = 48.0;

/// The drawing of rows of CSV, of which the first column is the number of entries.
pub(crate) fn draw(columns: &str, rows: &[String]) -> String {
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" \
         font-family=\"sans-serif\" font-size=\"11\">\n<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n",
        2.0 * (WIDTH + 2.0 * MARGIN),
        2.0 * (HEIGHT + 2.0 * MARGIN)
    );
    for (at, (column, title)) in CHARTS.into_iter().enumerate() {
        let place = columns.split(',').position(|known| known == column).unwrap();
        let points: Vec<(f64, f64)> = rows
            .iter()
            .map(|row| {
                let cell = |place: usize| row.split(',').nth(place).unwrap().parse::<f64>().unwrap();
                (cell(0), cell(place).max(0.001))
            })
            .collect();
        let left = MARGIN + (at % 2) as f64 * (WIDTH + 2.0 * MARGIN);
        let top = MARGIN + (at / 2) as f64 * (HEIGHT + 2.0 * MARGIN);
        chart(&mut svg, title, &points, left, top);
    }
    svg + "</svg>\n"
}

fn chart(svg: &mut String, title: &str, points: &[(f64, f64)], left: f64, top: f64) {
    let decades = |values: &dyn Fn(&(f64, f64)) -> f64| {
        let logs = || points.iter().map(|point| values(point).log10());
        let (low, high) = (logs().fold(f64::MAX, f64::min).floor(), logs().fold(f64::MIN, f64::max).ceil());
        (low, high.max(low + 1.0))
    };
    let (x_axis, y_axis) = (decades(&|point| point.0), decades(&|point| point.1));
    let x = |value: f64| left + WIDTH * (value.log10() - x_axis.0) / (x_axis.1 - x_axis.0);
    let y = |value: f64| top + HEIGHT * (y_axis.1 - value.log10()) / (y_axis.1 - y_axis.0);
    writeln!(svg, "<text x=\"{left}\" y=\"{}\" font-weight=\"bold\">{title}</text>", top - 10.0).unwrap();
    for power in x_axis.0 as i32..=x_axis.1 as i32 {
        let at = x(10_f64.powi(power));
        let bottom = top + HEIGHT;
        writeln!(svg, "<path d=\"M{at:.1} {top}V{bottom}\" stroke=\"#ddd\"/>").unwrap();
        let label = format!("10<tspan baseline-shift=\"super\" font-size=\"8\">{power}</tspan>");
        writeln!(svg, "<text x=\"{at:.1}\" y=\"{}\" text-anchor=\"middle\">{label}</text>", bottom + 16.0)
            .unwrap();
    }
    for power in y_axis.0 as i32..=y_axis.1 as i32 {
        let (value, at, right) = (10_f64.powi(power), y(10_f64.powi(power)), left + WIDTH);
        writeln!(svg, "<path d=\"M{left} {at:.1}H{right}\" stroke=\"#ddd\"/>").unwrap();
        writeln!(svg, "<text x=\"{}\" y=\"{:.1}\" text-anchor=\"end\">{value}</text>", left - 6.0, at + 4.0)
            .unwrap();
    }
    let line: Vec<String> =
        points.iter().map(|point| format!("{:.1},{:.1}", x(point.0), y(point.1))).collect();
    writeln!(
        svg,
        "<polyline points=\"{}\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"2\"/>",
        line.join(" ")
    )
    .unwrap();
    for &(entries, value) in points {
        let (at, over) = (x(entries), y(value));
        writeln!(svg, "<circle cx=\"{at:.1}\" cy=\"{over:.1}\" r=\"3\" fill=\"#1f5fa8\"/>").unwrap();
        writeln!(svg, "<text x=\"{at:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{value}</text>", over - 7.0)
            .unwrap();
    }
}
