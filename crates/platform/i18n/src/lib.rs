//! What the interface says, in every language it speaks.
//!
//! [`T`] is a language with a voice: `t.nav_home()`, `t.days(31)`, `t.date(date)`. Its methods for messages are
//! written by `build.rs` from the catalogues `locales/<language>/<area>.ftl`, so a message that does not
//! exist does not compile, and a translation that does not fit stops the build. Plurals, numbers, dates and
//! order come from ICU4X.
//!
//! To add a message: write it in `locales/en/<area>.ftl` with a name that begins with the file's name, translate it in
//! the other languages, call the method. `front-title` is called `t.front_title()`. A variable is an `i64` when any
//! language selects a plural by it or when it is named `n` or ends in `-n` or `-count`; it is `&str` otherwise,
//! formatted by the caller.

mod bidi;
mod format;
#[cfg(test)]
mod generate;
mod lang;
mod names;
mod numbers;
mod phrases;

mod messages {
    //! The methods made of the catalogues.

    use icu_plurals::PluralCategory;

    use crate::{Lang, T};

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));

    /// Every message as (id in the catalogues, name of its method on [`T`]), sorted by id: for a check that finds
    /// messages nobody uses.
    pub fn messages() -> &'static [(&'static str, &'static str)] {
        MESSAGES
    }
}

pub use lang::Lang;
pub use messages::{LANGS, messages};
pub use numbers::Numbers;

/// The words of one language. Small and `Copy`: hand it on by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct T(pub Lang);

impl T {
    /// The language spoken.
    pub fn lang(self) -> Lang {
        self.0
    }
}
