//! `misnomer explain --mention`: what is made of a name, so that a false finding, or a missing one, is understood.

use std::fmt::Write;

use misnomer::analysis::Analysis;
use misnomer::article::{Article, Format, Span};
use misnomer::engine::Engine;
use misnomer::error::{Error, Result};
use misnomer::finding::{Confidence, Reported};
use misnomer::names::LEAST_BITS;
use misnomer::names::candidate::Candidate;
use misnomer::names::evidence::Weight;
use misnomer::names::resolve::{BrokenName, Sight};

/// Candidates that are explained; the rest is counted.
const MOST_CANDIDATES: usize = 6;

/// What is seen of a name where it first stands in its context, and what `check` would say of it.
pub(super) fn explanation(name: &str, context: &str, engine: &Engine) -> Result<String> {
    let at = context.find(name).filter(|_| !name.trim().is_empty()).ok_or_else(|| {
        Error::new(format!("“{name}” does not stand in the context"))
            .remedy("give --mention exactly as the sentence of --context has it")
    })?;
    let article = Article::new("<context>", context, Format::Text);
    let analysis = engine.analyse_all(&article);
    let span = Span::new(at, at + name.len());
    let sights = analysis.names().sight(&article, &analysis.prose, span);
    let reasons = Weight::builtin()?;
    let mut text = String::new();
    for sight in &sights {
        describe(&mut text, sight, &article);
        for near in sight.near.iter().take(MOST_CANDIDATES) {
            explain(&mut text, near, &article, &reasons);
        }
        if let Some(more @ 1..) = sight.near.len().checked_sub(MOST_CANDIDATES) {
            let _ = writeln!(text, "and {more} stretches with less evidence\n");
        }
    }
    if sights.is_empty() {
        text.push_str("No name is seen here: names begin with a capital, and capitals throughout a line say nothing.\n\n");
    }
    verdict(&mut text, engine, &analysis, &sights, span);
    Ok(text)
}

/// Writes what `check` reports of a span, what it finds and leaves out, or why it is silent.
fn verdict(text: &mut String, engine: &Engine, analysis: &Analysis<'_>, sights: &[Sight], span: Span) {
    let reported = engine.review(analysis).findings;
    let found = engine.find(analysis);
    let mut found = found.iter().filter(|found| found.span.overlaps(span)).peekable();
    if found.peek().is_none() {
        let is_broken = analysis.broken_names().iter().any(|name| name.span.overlaps(span));
        let why = if is_broken { "its check is switched off".to_owned() } else { why_silent(sights, span) };
        let _ = writeln!(text, "verdict     silent: {why}");
    }
    for found in found {
        let verdict = if reported.contains(found) {
            "reported by".to_owned()
        } else if found.confidence < engine.min_confidence() {
            format!("silent, as findings below {} % are left out:", engine.min_confidence())
        } else if reported.iter().any(|other| other.span.overlaps(found.span)) {
            "silent, as what is reported there is worse or surer:".to_owned()
        } else {
            "silent, as it is allowed:".to_owned()
        };
        let Reported { check, confidence, span, suggestions, .. } = found;
        let instead = suggestions.first().map(|first| format!(" -> {first}")).unwrap_or_default();
        let found = analysis.article.slice(*span);
        let _ = writeln!(text, "verdict     {verdict} {check}: “{found}”{instead}, {confidence} %");
    }
}

/// Writes what is known of a mention and its words, and what stands near it.
fn describe(text: &mut String, sight: &Sight, article: &Article) {
    let _ = writeln!(text, "mention     {}", article.slice(sight.span));
    if sight.opens_sentence {
        text.push_str("            its first word opens the sentence\n");
    }
    if sight.in_headline {
        text.push_str("            in a headline, where every word has a capital\n");
    }
    for word in &sight.words {
        let standing =
            if word.standing.is_empty() { "in no list".to_owned() } else { word.standing.join("; ") };
        let spared = word.spared.map(|why| format!(" (by itself spared: {why})")).unwrap_or_default();
        let _ = writeln!(text, "word        {}: {standing}{spared}", article.slice(word.span));
    }
    for (span, role) in &sight.titles {
        let role = if role.is_empty() { "no office" } else { role };
        let _ = writeln!(text, "title       {} ({role})", article.slice(*span));
    }
    for (span, country) in &sight.countries {
        let _ = writeln!(text, "country     {} ({country})", article.slice(*span));
    }
    for known in &sight.known {
        let _ = writeln!(text, "known       {}: {}", article.slice(known.span), known.entries.join("; "));
    }
    text.push('\n');
}

/// Writes what a stretch may have meant, each candidate with its evidence.
fn explain(text: &mut String, near: &BrokenName, article: &Article, reasons: &[Weight]) {
    for candidate in &near.candidates {
        let Candidate { suggestion, entry, channel, evidence, .. } = candidate;
        let of = entry.as_ref().map(|entry| format!(", as in {entry}")).unwrap_or_default();
        let found = article.slice(near.span);
        let _ = writeln!(text, "candidate   {found} -> {suggestion}{of}: {channel}");
        for (feature, bits) in evidence.terms() {
            let why = reasons.iter().find(|row| row.feature == *feature).map_or("", |row| &row.reason);
            let _ = writeln!(text, "  {bits:>+7.2}   {feature}: {why}");
        }
        let bits = evidence.bits();
        let confidence = Confidence::from_log_odds(bits);
        let _ = writeln!(text, "= {bits:>+7.2}   bits, that is {confidence} %");
        for reason in &candidate.reasons {
            let _ = writeln!(text, "            {reason}");
        }
        text.push('\n');
    }
}

/// Why nothing is said of a span.
fn why_silent(sights: &[Sight], span: Span) -> String {
    if sights.is_empty() {
        return "no name is seen".to_owned();
    }
    let candidates = sights.iter().flat_map(|sight| &sight.near).flat_map(|near| &near.candidates);
    let best = candidates.map(|candidate| candidate.evidence.bits()).max_by(f64::total_cmp);
    let known = || sights.iter().flat_map(|sight| &sight.known);
    if known().any(|known| known.span.contains(span)) {
        "it is a known name".to_owned()
    } else if let Some(bits) = best {
        let least = Confidence::from_log_odds(LEAST_BITS);
        let bits = Confidence::from_log_odds(bits);
        format!(
            "the best candidate has {bits} %; below {least} %, or where another stretch is likelier, none is considered"
        )
    } else {
        "nothing explains it: it is someone or something that no list has".to_owned()
    }
}
