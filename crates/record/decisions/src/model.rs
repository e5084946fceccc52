//! What a decision is, and what it must hold.

use jiff::civil::Date;
use kapok_acts::{ActError, Fields};
use kapok_store::ids::{DecisionId, MatterId, PartyId};
use kapok_store::{FromValue, Value, row};

use crate::words;

/// Days after a decision within which one can appeal.
pub const APPEAL_DAYS: i64 = 30;

/// Characters that the decision and its reasons may each have.
pub const MOST_TEXT: usize = 10_000;
/// Characters of the legal basis.
pub const MOST_BASIS: usize = 500;

/// What became of what was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// All of it will be done.
    Accepted,
    /// A part of it will be done.
    Partly,
    /// It will not be done.
    Declined,
}

impl Verdict {
    /// All of them, in the order of the form.
    pub const ALL: [Verdict; 3] = [Verdict::Accepted, Verdict::Partly, Verdict::Declined];

    /// Name in the database, the log and forms.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Accepted => "accepted",
            Verdict::Partly => "partly",
            Verdict::Declined => "declined",
        }
    }

    /// Reads [`Verdict::id`].
    #[must_use]
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|v| v.id() == id)
    }

    /// Whether commitments follow from it.
    #[must_use]
    pub fn promises(self) -> bool {
        self != Verdict::Declined
    }
}

impl FromValue for Verdict {
    const NAME: &'static str = "accepted, partly or declined";
    fn from_value(v: Value) -> Option<Self> {
        match v {
            Value::Text(id) => Self::parse(&id),
            _ => None,
        }
    }
}

/// A decision about to be made. [`NewDecision::check`] is run by the action: there is no way around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDecision {
    /// What became of what was asked.
    pub result: Verdict,
    /// What will be done, or not.
    pub text: String,
    /// Why.
    pub reasons: String,
    /// The law or plan it rests on; may be empty.
    pub basis: String,
    /// Language of the words (BCP 47).
    pub lang: String,
}

impl NewDecision {
    /// From a form. The language is recognised from the words.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `result`, `text`, `reasons`, `basis`.
    pub fn parse(result: &str, text: &str, reasons: &str, basis: &str) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        let verdict = Verdict::parse(result);
        if verdict.is_none() {
            errors.add("result", "form-unknown");
        }
        let new = Self {
            result: verdict.unwrap_or(Verdict::Declined),
            text: text.to_owned(),
            reasons: reasons.to_owned(),
            basis: basis.to_owned(),
            lang: words::lang_of(&format!("{text}\n{reasons}")),
        };
        let new = new.cleaned(&mut errors);
        errors.check()?;
        Ok(new)
    }

    /// The decision with clean words.
    ///
    /// # Errors
    /// [`ActError::Fields`]: no text, no reasons, or too many words.
    pub fn check(self) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        let new = self.cleaned(&mut errors);
        errors.check()?;
        Ok(new)
    }

    fn cleaned(self, errors: &mut Fields) -> Self {
        let text = words::required(errors, "text", &self.text, MOST_TEXT);
        let reasons = words::optional(errors, "reasons", &self.reasons, MOST_TEXT);
        if reasons.is_empty() {
            errors.add("reasons", "decisions-reasons-missing");
        }
        Self {
            text,
            reasons,
            basis: words::optional(errors, "basis", &self.basis, MOST_BASIS),
            ..self
        }
    }
}

row! {
    /// A decision as it stands in the record.
    #[derive(Debug, Clone)]
    pub struct Decision {
        /// Its id.
        pub id: DecisionId,
        /// The matter decided.
        pub matter_id: MatterId,
        /// What became of what was asked.
        pub result: Verdict,
        /// What will be done, or not.
        pub text: String,
        /// Why.
        pub reasons: String,
        /// The law or plan it rests on; may be empty.
        pub basis: String,
        /// Language of the words (BCP 47).
        pub lang: String,
        /// The office that decided.
        pub party_id: Option<PartyId>,
        /// Who decided.
        pub author: String,
        /// When.
        pub decided_at: jiff::Timestamp,
        /// Last day on which one can appeal.
        pub appeal_until: Date,
    }
}

impl Decision {
    /// Whether one can still appeal on this day.
    #[must_use]
    pub fn can_be_appealed(&self, today: Date) -> bool {
        today <= self.appeal_until
    }
}
