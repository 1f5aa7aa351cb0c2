//! `misnomer` reads an English news article that a machine translated and flags what the machine broke: above all names.
//!
//! Read the modules in this order:
//!
//! 1. [`article`]: one input text, its spans, paragraphs, sentences and words;
//! 2. [`finding`]: what a check reports;
//! 3. [`names`]: the gazetteer, and how a broken name is found;
//! 4. [`analysis`]: what is worked out about an article once, for all checks;
//! 5. [`checks`]: the trait, and the built-in checks, one file each;
//! 6. [`rules`]: checks written in rules files; [`examples`]: how a check is proved;
//! 7. [`engine`]: runs the checks over an article, silences what is allowed, and puts the findings in order;
//! 8. [`config`]: what `misnomer.toml` changes of that, folder by folder;
//! 9. [`audit`]: many articles; [`score`]: how good one is; [`baseline`]: what was known before; [`report`]: one file a format;
//! 10. [`import`]: names of the user's own, compiled; [`fit`]: the weights of the evidence, from labelled articles.

pub mod analysis;
pub mod article;
mod attribution;
pub mod audit;
pub mod baseline;
mod borrowed;
pub mod checks;
pub mod config;
pub mod counted;
pub mod engine;
pub mod error;
pub mod examples;
mod files;
pub mod finding;
pub mod fit;
pub mod import;
pub mod names;
mod place;
pub mod report;
pub mod rules;
pub mod score;
mod toml_file;
mod word_list;
