//! From configurations and the command line to the engines that check: which article obeys what.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::fail_on::FailOn;
use super::{Config, nearest};
use crate::checks::CHECKS;
use crate::engine::Engine;
use crate::error::Result;
use crate::files::each_once;
use crate::finding::Confidence;
use crate::names::Names;
use crate::report::Row;
use crate::rules::{self, Rule};
use crate::score::{Score, Scored, Thresholds};

/// Which configuration counts.
#[derive(Clone, Debug, Default)]
pub enum Which {
    /// For each article the nearest one.
    #[default]
    Nearest,
    /// This one, for all articles.
    File(PathBuf),
    /// None.
    Nothing,
}

/// What is chosen for all articles of a run; it wins over what their configurations say.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// Which configuration counts.
    pub config: Which,
    /// Rules files, or folders of them, beside those of the configuration.
    pub rules: Vec<PathBuf>,
    /// Names files beside those of the configuration.
    pub names: Vec<PathBuf>,
    /// Findings less sure are left out.
    pub min_confidence: Option<Confidence>,
    /// What makes the run fail.
    pub fail_on: Option<FailOn>,
}

impl Choice {
    /// The configuration that the articles of a folder obey; an empty path is the current one.
    fn config(&self, folder: &Path) -> Option<PathBuf> {
        match &self.config {
            Which::Nearest => nearest(folder),
            Which::File(path) => Some(path.clone()),
            Which::Nothing => None,
        }
    }

    /// The rules for the articles of a folder, those that are switched off too; an empty path is the current one.
    pub fn rules(&self, folder: &Path) -> Result<Vec<Rule>> {
        let config = self.config(folder).map(|path| Config::read(&path)).transpose()?;
        self.rules_beside(config.unwrap_or_default().rules)
    }

    fn rules_beside(&self, of_config: Vec<PathBuf>) -> Result<Vec<Rule>> {
        rules::builtin_and(&[of_config, self.rules.clone()].concat())
    }
}

/// Without another word, findings less sure than this are left out.
pub const MIN_CONFIDENCE: Confidence = Confidence::percent(70);

/// What an article obeys, ready to use.
pub struct Setup {
    /// Checks it.
    pub engine: Engine,
    /// What makes the run fail.
    pub fail_on: FailOn,
    /// From which score on it is to be reviewed or held.
    pub thresholds: Thresholds,
}

/// What the articles of each folder obey; a configuration that several obey is made ready once.
pub struct Setups {
    setups: Vec<Setup>,
    of_folder: BTreeMap<PathBuf, usize>,
}

impl Setups {
    /// Makes ready what the articles of these folders obey; an empty path is the current folder.
    pub fn of_folders<'p>(folders: impl IntoIterator<Item = &'p Path>, choice: &Choice) -> Result<Self> {
        let mut setups = Self { setups: Vec::new(), of_folder: BTreeMap::new() };
        let mut of_config = BTreeMap::new();
        for folder in folders {
            if setups.of_folder.contains_key(folder) {
                continue;
            }
            let config = choice.config(folder);
            let setup = if let Some(&known) = of_config.get(&config) {
                known
            } else {
                let read = config.as_deref().map(Config::read).transpose()?.unwrap_or_default();
                setups.setups.push(Setup::new(read, choice)?);
                of_config.insert(config, setups.setups.len() - 1);
                setups.setups.len() - 1
            };
            setups.of_folder.insert(folder.to_path_buf(), setup);
        }
        Ok(setups)
    }

    /// What the articles of a folder obey.
    ///
    /// # Panics
    ///
    /// When nothing was made ready for the folder.
    pub fn of(&self, folder: &Path) -> &Setup {
        &self.setups[self.of_folder[folder]]
    }
}

impl Setup {
    fn new(config: Config, choice: &Choice) -> Result<Self> {
        let Config { path, allow, ratings, thresholds, source_languages, .. } = config;
        let mut files = [config.names, choice.names.clone()].concat();
        each_once(&mut files, PathBuf::as_path);
        let mut names = Names::builtin();
        for file in files {
            names.add_file(&file)?;
        }
        if let Some(sources) = source_languages {
            names.translated_from(sources);
        }
        let mut rules = choice.rules_beside(config.rules)?;
        if !ratings.is_empty() {
            let ids = CHECKS.iter().map(|check| check.about().id);
            let ids: Vec<&str> = ids.chain(rules.iter().map(Rule::id)).collect();
            ratings.verify(&path, &ids)?;
            rules.retain(|rule| ratings.enables(rule.id()));
        }
        let least = choice.min_confidence.or(config.min_confidence).unwrap_or(MIN_CONFIDENCE);
        Ok(Self {
            engine: Engine::new(names, rules, least).rating(ratings).allowing(allow),
            fail_on: choice.fail_on.or(config.fail_on).unwrap_or_default(),
            thresholds,
        })
    }

    /// The score of an article of so many words.
    pub fn score(&self, file: String, words: usize, rows: &[Row]) -> Scored {
        let score = Score::new(words, rows.iter().map(|row| row.reported.severity));
        Scored { file, score, verdict: self.thresholds.verdict(score) }
    }
}
