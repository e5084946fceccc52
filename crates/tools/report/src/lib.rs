//! What the commands that count, draw and group share: the frame of a report as one HTML file that needs nothing beside it
//! ([`Sheet`] and the template `report.html`), a bar for long work ([`Bar`]), and what a run has cost ([`measure`]).
//!
//! A report looks like the pages of the server because it carries the same style sheet. It loads nothing and runs no script: its
//! content policy forbids both.

mod bar;
pub mod measure;

pub use bar::Bar;

use kapok_i18n::{Lang, T};

/// What the frame of a report needs: the field `c` of a template that extends `report.html`.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// The reader's language, with its words.
    pub t: T,
    /// The command that made the report, as one would type it, for the foot of the page.
    pub command: String,
}

impl Sheet {
    /// A report in a language, made by `command`.
    pub fn new(lang: Lang, command: impl Into<String>) -> Self {
        Self {
            t: T(lang),
            command: command.into(),
        }
    }

    /// The language, for the attributes `lang` and `dir`.
    pub fn lang(&self) -> Lang {
        self.t.lang()
    }

    /// The version of Kapok that made the report.
    pub fn version(&self) -> &'static str {
        env!("CARGO_PKG_VERSION")
    }

    /// The style sheet of the server's pages, to stand inside the report.
    pub fn css(&self) -> &'static str {
        include_str!("../../../platform/web/assets/kapok.css")
    }
}
