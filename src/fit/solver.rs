//! Logistic regression whose coefficients keep their signs and are drawn to what was expected of them.
//!
//! The penalised likelihood is convex, and so is the region of the signs. It is climbed one coefficient at a time, each step
//! within a trust region where the curvature is bounded (Zhang and Oles 2001; Genkin, Lewis and Madigan 2007), so that no step
//! makes anything worse.

use std::f64::consts::LN_2;

/// One thing that was seen, and whether what it speaks for holds.
#[derive(Clone, Debug)]
pub struct Observation {
    /// The numbers of the coefficients that count; one that counts twice stands twice.
    pub features: Vec<usize>,
    /// Whether it holds.
    pub holds: bool,
    /// As how many observations it counts.
    pub weight: f64,
}

/// What is known of a coefficient before the fit.
#[derive(Clone, Copy, Debug)]
pub struct Coefficient {
    /// What it is expected to be, in bits; its sign is kept, unless it is 0.
    pub expected: f64,
    /// How strongly it is drawn there: half of this times the square of the distance is lost, in nats; infinite for one that
    /// stays.
    pub penalty: f64,
}

/// Rounds over all coefficients at the most.
const MOST_ROUNDS: usize = 2000;
/// A round that moves no coefficient by more bits than this is the last.
const SETTLED: f64 = 1e-5;

/// The coefficients, in bits, under which the observations are likeliest, less the penalties.
pub fn solve(coefficients: &[Coefficient], observations: &[Observation]) -> Vec<f64> {
    let mut bits: Vec<f64> = coefficients.iter().map(|one| one.expected).collect();
    let columns = columns(coefficients.len(), observations);
    let mut log_odds: Vec<f64> =
        observations.iter().map(|seen| seen.features.iter().map(|&at| bits[at] * LN_2).sum()).collect();
    let mut regions = vec![1.0; bits.len()];
    for _ in 0..MOST_ROUNDS {
        let mut farthest: f64 = 0.0;
        for (at, &Coefficient { expected, penalty }) in coefficients.iter().enumerate() {
            if penalty.is_infinite() {
                continue;
            }
            let (mut slope, mut curve) = (-penalty * (bits[at] - expected), penalty);
            for &(row, times) in &columns[at] {
                let (seen, steepness) = (&observations[row], times * LN_2);
                let target = if seen.holds { 1.0 } else { 0.0 };
                slope += seen.weight * steepness * (target - logistic(log_odds[row]));
                let bound = curvature(log_odds[row], regions[at] * steepness);
                curve += seen.weight * steepness * steepness * bound;
            }
            let wanted = if curve > 0.0 { slope / curve } else { 0.0 };
            let moved = signed(bits[at] + wanted.clamp(-regions[at], regions[at]), expected);
            let step = moved - bits[at];
            regions[at] = (2.0 * step.abs()).max(regions[at] / 2.0);
            bits[at] = moved;
            farthest = farthest.max(step.abs());
            for &(row, times) in &columns[at] {
                log_odds[row] += step * times * LN_2;
            }
        }
        if farthest < SETTLED {
            break;
        }
    }
    bits
}

/// The observations of each coefficient, with how often it counts in each.
fn columns(count: usize, observations: &[Observation]) -> Vec<Vec<(usize, f64)>> {
    let mut columns: Vec<Vec<(usize, f64)>> = vec![Vec::new(); count];
    for (row, seen) in observations.iter().enumerate() {
        for &feature in &seen.features {
            match columns[feature].last_mut() {
                Some((last, times)) if *last == row => *times += 1.0,
                _ => columns[feature].push((row, 1.0)),
            }
        }
    }
    columns
}

/// The value, or 0 where its sign is not that of what was expected.
fn signed(value: f64, expected: f64) -> f64 {
    if value * expected < 0.0 { 0.0 } else { value }
}

fn logistic(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The most that the slope of the logistic function can be within a distance of a point.
fn curvature(log_odds: f64, distance: f64) -> f64 {
    let nearest = (log_odds.abs() - distance).max(0.0);
    logistic(nearest) * (1.0 - logistic(nearest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(features: &[usize], holds: bool, times: usize) -> impl Iterator<Item = Observation> {
        std::iter::repeat_n(Observation { features: features.to_vec(), holds, weight: 1.0 }, times)
    }

    #[track_caller]
    fn assert_near(solved: &[f64], known: &[f64]) {
        let near = solved.len() == known.len() && solved.iter().zip(known).all(|(a, b)| (a - b).abs() < 1e-3);
        assert!(near, "{solved:?} is not {known:?}");
    }

    /// Of 10 with the first feature alone 2 hold, which is -2 bits; with the second too, 8 of 10, so that it adds 4.
    fn two_groups() -> Vec<Observation> {
        let alone = seen(&[0], true, 2).chain(seen(&[0], false, 8));
        alone.chain(seen(&[0, 1], true, 8)).chain(seen(&[0, 1], false, 2)).collect()
    }

    #[test]
    fn without_penalty_the_odds_of_each_group_are_met() {
        let free = |expected| Coefficient { expected, penalty: 0.0 };
        assert_near(&solve(&[free(-1.0), free(1.0)], &two_groups()), &[-2.0, 4.0]);
        let heavy: Vec<Observation> = two_groups()
            .into_iter()
            .map(|seen| Observation { weight: if seen.holds { 2.0 } else { 1.0 }, ..seen })
            .collect();
        assert_near(&solve(&[free(-1.0), free(1.0)], &heavy), &[-1.0, 4.0]);
    }

    #[test]
    fn signs_are_kept_and_what_is_fixed_stays() {
        let free = |expected| Coefficient { expected, penalty: 0.0 };
        // The second would be positive; without it the first meets the odds of both groups, 10 to 10.
        assert_near(&solve(&[free(-1.0), free(-1.0)], &two_groups()), &[0.0, 0.0]);
        let fixed = Coefficient { expected: -2.0, penalty: f64::INFINITY };
        assert_near(&solve(&[fixed, free(1.0)], &two_groups()), &[-2.0, 4.0]);
    }

    #[test]
    fn a_penalty_balances_what_was_expected_against_what_is_seen() {
        let all_hold: Vec<Observation> = seen(&[0], true, 100).collect();
        let penalty = 2.0;
        let solved = solve(&[Coefficient { expected: 3.0, penalty }], &all_hold);
        // Where the derivative of the penalised likelihood is 0.
        let slope = 100.0 * LN_2 * (1.0 - logistic(solved[0] * LN_2)) - penalty * (solved[0] - 3.0);
        assert!(slope.abs() < 1e-2 && solved[0] > 3.0, "{solved:?}: {slope}");
    }

    #[test]
    fn a_feature_that_counts_twice_weighs_twice() {
        let twice: Vec<Observation> = seen(&[0, 0], true, 8).chain(seen(&[0, 0], false, 2)).collect();
        assert_near(&solve(&[Coefficient { expected: 1.0, penalty: 0.0 }], &twice), &[1.0]);
    }
}
