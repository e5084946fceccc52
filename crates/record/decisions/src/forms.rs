//! A form that comes back: what was wrong with it, for this room and the rooms that follow from it.

use kapok_acts::ActError;
use kapok_i18n::T;
use kapok_web::{lookup, summary};

/// What was wrong: id of the field and words, in the order in which it was found. Empty the first time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormErrors {
    /// For the summary above the form.
    pub list: Vec<(String, String)>,
}

impl FormErrors {
    /// An error that the form can show: wrong fields, or that it cannot be done now, which is put at `at`, the first field
    /// of the form. What was typed is not lost then.
    ///
    /// # Errors
    /// Gives back every other error; it becomes a page of its own.
    pub fn of(t: T, error: ActError, at: &str) -> Result<Self, ActError> {
        match error {
            ActError::Fields(fields) => Ok(Self {
                list: summary(t, &fields),
            }),
            ActError::NotNow(message) => Ok(Self {
                list: vec![(at.to_owned(), lookup(t, message).to_owned())],
            }),
            other => Err(other),
        }
    }

    /// The summary with the names of the fields, in the order of the page.
    #[must_use]
    pub fn named(&self, t: T, fields: &[(&str, &str)]) -> Vec<(String, String)> {
        kapok_web::named(t, &self.list, fields)
    }

    /// The words for a field; empty when nothing is wrong with it.
    #[must_use]
    pub fn on(&self, field: &str) -> &str {
        self.list
            .iter()
            .find(|(id, _)| id == field)
            .map_or("", |(_, words)| words)
    }
}
