//! Runs the checks over an article, settles overlaps and puts the findings in order.

mod allow;
mod allowed;
mod ratings;

use std::cmp::Reverse;

use crate::analysis::Analysis;
use crate::article::Article;
use crate::checks::{CHECKS, Check};
use crate::error::Error;
use crate::finding::{Confidence, Findings, Reported};
use crate::names::Names;
use crate::rules::{self, Prefilter, Rule};
pub use allow::Allow;
pub use ratings::{Rating, Ratings};

/// The built-in checks, the rules and the names, ready to check any number of articles from any number of threads.
pub struct Engine {
    names: Names,
    checks: Vec<&'static dyn Check>,
    rules: Vec<Rule>,
    prefilter: Prefilter,
    min_confidence: Confidence,
    ratings: Ratings,
    allow: Allow,
    rules_alone: bool,
}

impl Engine {
    /// An engine with the built-in checks and `rules`, whose findings are at least as sure as `min_confidence`.
    pub fn new(names: Names, rules: Vec<Rule>, min_confidence: Confidence) -> Self {
        let mut names = names;
        names.add(rules::names(&rules));
        Self {
            names,
            checks: CHECKS.to_vec(),
            prefilter: Prefilter::new(&rules),
            rules,
            min_confidence,
            ratings: Ratings::default(),
            allow: Allow::default(),
            rules_alone: false,
        }
    }

    /// Without the built-in checks that are switched off, and with other severities and confidences.
    #[must_use]
    pub fn rating(mut self, ratings: Ratings) -> Self {
        self.checks.retain(|check| ratings.enables(check.about().id));
        self.ratings = ratings;
        self
    }

    /// Silent on what is allowed.
    #[must_use]
    pub fn allowing(mut self, allow: Allow) -> Self {
        self.allow = allow;
        self
    }

    /// The same engine without the built-in checks, which lets findings overlap: for one who wants to see all that each rule finds.
    #[must_use]
    pub fn of_rules_alone(mut self) -> Self {
        self.rules_alone = true;
        self
    }

    /// Findings less sure are left out.
    pub fn min_confidence(&self) -> Confidence {
        self.min_confidence
    }

    /// All that is wrong with the article: no two findings overlap, in order of position, then check.
    pub fn check(&self, article: &Article) -> Vec<Reported> {
        self.review(&self.analyse(article)).findings
    }

    /// Works out what the checks need to know about an article to find what is sure enough.
    pub fn analyse<'a>(&'a self, article: &'a Article) -> Analysis<'a> {
        // What is found with little evidence may be given another confidence.
        let least =
            if self.ratings.give_confidences() { Confidence::percent(0) } else { self.min_confidence };
        self.analyse_all(article).with_names_as_sure_as(least)
    }

    /// Works out what the checks need to know about an article to find what is less sure too.
    pub fn analyse_all<'a>(&'a self, article: &'a Article) -> Analysis<'a> {
        Analysis::new(article, &self.names)
    }

    /// All that the checks find in an article that is analysed already, before any of it is left out.
    pub fn find(&self, analysis: &Analysis<'_>) -> Vec<Reported> {
        let mut found = Vec::new();
        if self.rules_alone {
            // What the checks for names would report.
            let names = self.rules.iter().filter(|rule| rule.knows_names());
            found.extend(names.flat_map(|rule| run(rule, analysis)));
        } else {
            found.extend(self.checks.iter().flat_map(|check| run(*check, analysis)));
        }
        for (rule, findings) in self.prefilter.check(&self.rules, analysis) {
            found.extend(joined(&self.rules[rule], findings));
        }
        for reported in &mut found {
            self.ratings.rate(reported);
        }
        found
    }

    /// All that is wrong with an article that is analysed already.
    pub fn review(&self, analysis: &Analysis<'_>) -> Review {
        let mut found = self.find(analysis);
        let warnings = self.drop_allowed(analysis.article, &mut found);
        found.retain(|reported| reported.confidence >= self.min_confidence);
        self.allow.silence(analysis.article, &mut found);
        if self.rules_alone {
            found.sort_by(|a, b| a.span.cmp(&b.span).then_with(|| a.check.cmp(&b.check)));
            return Review { findings: found, warnings };
        }
        Review { findings: settle_overlaps(found), warnings }
    }

    fn drop_allowed(&self, article: &Article, found: &mut Vec<Reported>) -> Vec<Error> {
        if article.allowances().is_empty() {
            return Vec::new();
        }
        let checks = self.checks.iter().map(|check| check.about().id);
        // What a rule says of itself would be read from its file; its id is known.
        let ids: Vec<&str> = checks.chain(self.rules.iter().map(Rule::id)).collect();
        allowed::drop_allowed(article, found, &ids, &self.ratings)
    }
}

/// What an engine says of an article.
#[derive(Debug)]
pub struct Review {
    /// The findings, in order of position, then check; no two overlap, unless the engine is one of rules alone.
    pub findings: Vec<Reported>,
    /// What is wrong with the markers by which the author allows something.
    pub warnings: Vec<Error>,
}

/// What one check reports, joined with what it says of itself.
pub fn run(check: &dyn Check, analysis: &Analysis<'_>) -> Vec<Reported> {
    let mut findings = Findings::default();
    check.check(analysis, &mut findings);
    joined(check, findings)
}

/// The findings of a check, joined with what it says of itself.
fn joined(check: &dyn Check, findings: Findings) -> Vec<Reported> {
    if findings.is_empty() {
        return Vec::new();
    }
    let about = check.about();
    findings
        .into_vec()
        .into_iter()
        .map(|finding| Reported {
            check: about.id.to_owned(),
            category: about.category,
            severity: finding.severity.unwrap_or(about.severity),
            confidence: finding.confidence.unwrap_or(about.confidence),
            span: finding.span,
            message: finding.message,
            suggestions: finding.suggestions,
            evidence: finding.evidence,
        })
        .collect()
}

/// Of two findings that overlap, keeps the worse, then the surer, then the longer; the rest is dropped.
fn settle_overlaps(mut found: Vec<Reported>) -> Vec<Reported> {
    found.sort_by(|a, b| {
        let rank =
            |r: &Reported| (Reverse(r.severity), Reverse(r.confidence), Reverse(r.span.len()), r.span.start);
        rank(a).cmp(&rank(b)).then_with(|| a.check.cmp(&b.check))
    });
    let mut kept = std::collections::BTreeMap::<usize, Reported>::new();
    for reported in found {
        let before = kept.range(..reported.span.end.max(reported.span.start + 1)).next_back();
        if before.is_none_or(|(_, other)| other.span.end <= reported.span.start) {
            kept.insert(reported.span.start, reported);
        }
    }
    kept.into_values().collect()
}
