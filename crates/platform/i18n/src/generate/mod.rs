//! From message catalogues to Rust methods.
//!
//! `build.rs` hands in every `locales/<language>/<area>.ftl`; [`generate`] answers with the text of
//! one `impl T` block, a method for each message, or with the list of everything that is wrong. There is
//! no catalogue at run time: a message that does not exist in English is a method that does not
//! exist, and a translation that does not fit its English message stops the build.
//!
//! The steps, one file each: [`read`] parses files into definitions, [`resolve`] turns a definition
//! into plain pieces (terms and message references put in place), [`check`] compares the languages,
//! [`emit`] writes Rust.

mod check;
mod emit;
mod read;
mod resolve;
#[cfg(test)]
mod tests;

use std::fmt;

/// A language the interface is written in, as far as the generator needs to know it.
pub struct Language {
    /// Folder name under `locales/`.
    pub code: &'static str,
    /// Its variant of the enum `Lang`.
    pub variant: &'static str,
    /// Plural categories of whole numbers in this language (CLDR 48, cardinal rules). A test holds
    /// this list against ICU4X.
    pub categories: &'static [&'static str],
}

/// The languages; the first is the one all others are compared with.
pub const LANGUAGES: [Language; 4] = [
    Language {
        code: "en",
        variant: "En",
        categories: &["one", "other"],
    },
    Language {
        code: "zh",
        variant: "Zh",
        categories: &["other"],
    },
    Language {
        code: "es",
        variant: "Es",
        categories: &["one", "many", "other"],
    },
    Language {
        code: "ar",
        variant: "Ar",
        categories: &["zero", "one", "two", "few", "many", "other"],
    },
];

/// One catalogue file.
pub struct Source {
    /// Folder name: "en".
    pub lang: String,
    /// File name without `.ftl`; messages in it begin with it.
    pub area: String,
    /// Path as shown in error messages.
    pub path: String,
    /// What the file says.
    pub text: String,
}

/// A fault in a catalogue, with the place to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// Path of the catalogue file.
    pub path: String,
    /// Line in it, from 1.
    pub line: usize,
    /// What is wrong.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.path, self.line, self.text)
    }
}

/// Writes the Rust text for these catalogues.
///
/// # Errors
/// Every fault found, sorted by file and line.
pub fn generate(sources: &[Source]) -> Result<String, Vec<Problem>> {
    let mut problems = Vec::new();
    let catalogues = read::read(sources, &mut problems);
    let messages = check::check(&catalogues, &mut problems);
    if problems.is_empty() {
        return Ok(emit::emit(&messages));
    }
    problems.sort();
    problems.dedup();
    Err(problems)
}
