//! What people fill in to make, move, report on and finish a commitment, and what is wrong with it. No I/O here.

use jiff::civil::Date;
use kapok_acts::{ActError, Fields};
use kapok_decisions::words;
use kapok_store::ids::{CaseId, PartyId};

use crate::model::days_between;

/// Characters of a title.
pub const MOST_TITLE: usize = 200;
/// Characters of a report, a reason or evidence.
pub const MOST_TEXT: usize = 5_000;
/// Whole units of the city's currency; more is a mistake in typing.
pub const MOST_MONEY: i64 = 1_000_000_000_000;
/// Staff and volunteers.
pub const MOST_PEOPLE: i64 = 1_000_000;
/// Departments and partners of one commitment beside the lead.
pub const MOST_PARTNERS: usize = 20;
/// Years ahead that a date may lie.
const MOST_YEARS: i64 = 50;

/// A commitment about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCommitment {
    /// What will be true when it is done, in one line.
    pub title: String,
    /// The office that answers for it.
    pub lead: PartyId,
    /// Offices, organisations and businesses that take part.
    pub with: Vec<PartyId>,
    /// The day by which it is promised.
    pub due: Date,
    /// What may be spent, in whole units of the city's currency.
    pub money: Option<i64>,
    /// Staff and volunteers.
    pub people: Option<i64>,
    /// The case from another city that it copies.
    pub case: Option<CaseId>,
}

impl NewCommitment {
    /// The commitment with clean words; parties twice or equal to the lead count once.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `title`, `due`, `money`, `people`, `with`.
    pub fn check(mut self, today: Date) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        self.title = words::line(&mut errors, "title", &self.title, MOST_TITLE);
        check_date(&mut errors, "due", self.due, today);
        check_amount(&mut errors, "money", self.money, MOST_MONEY);
        check_amount(&mut errors, "people", self.people, MOST_PEOPLE);
        self.with.sort_unstable();
        self.with.dedup();
        self.with.retain(|party| *party != self.lead);
        if self.with.len() > MOST_PARTNERS {
            errors.add("with", "commitments-too-many-partners");
        }
        errors.check()?;
        Ok(self)
    }
}

fn check_amount(errors: &mut Fields, field: &'static str, amount: Option<i64>, most: i64) {
    match amount {
        Some(n) if n < 0 => errors.add(field, "form-number-wrong"),
        Some(n) if n > most => errors.add(field, "commitments-too-much"),
        _ => {}
    }
}

fn check_date(errors: &mut Fields, field: &'static str, date: Date, today: Date) {
    if date < today {
        errors.add(field, "commitments-date-past");
    } else if days_between(today, date) > MOST_YEARS * 366 {
        errors.add(field, "commitments-date-far");
    }
}

/// A date about to move.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewDate {
    /// The new day.
    pub due: Date,
    /// Why. Owed.
    pub reason: String,
}

impl NewDate {
    /// The move with clean words.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `due` (past, or the day it already is) and `reason` (missing).
    pub fn check(mut self, now_due: Date, today: Date) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        check_date(&mut errors, "due", self.due, today);
        if self.due == now_due {
            errors.add("due", "commitments-date-same");
        }
        self.reason = words::optional(&mut errors, "reason", &self.reason, MOST_TEXT);
        if self.reason.is_empty() {
            errors.add("reason", "form-reason-missing");
        }
        errors.check()?;
        Ok(self)
    }
}

/// A stored photo and its size in pixels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoRef {
    /// Its name in the files directory.
    pub name: String,
    /// Width of the large size.
    pub width: u32,
    /// Height of the large size.
    pub height: u32,
}

/// A report about to be written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewProgress {
    /// How much is done, 0 to 100.
    pub percent: i64,
    /// What was spent in all so far; `None` leaves it as it was.
    pub spent: Option<i64>,
    /// What was done.
    pub text: String,
    /// A photo of it.
    pub photo: Option<PhotoRef>,
    /// Key of the form, so that sending twice reports once.
    pub form_key: Option<[u8; 16]>,
}

impl NewProgress {
    /// The report with clean words.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `percent`, `spent`, `text`.
    pub fn check(mut self) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        if !(0..=100).contains(&self.percent) {
            errors.add("percent", "commitments-percent-wrong");
        }
        check_amount(&mut errors, "spent", self.spent, MOST_MONEY);
        self.text = words::required(&mut errors, "text", &self.text, MOST_TEXT);
        errors.check()?;
        Ok(self)
    }
}

/// A commitment about to be closed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NewFinish {
    /// What was spent in all; `None` leaves it as it was.
    pub spent: Option<i64>,
    /// What was measured, counted or photographed. Owed.
    pub evidence: String,
    /// A photo of it.
    pub photo: Option<PhotoRef>,
    /// Key of the form, so that sending twice finishes once.
    pub form_key: Option<[u8; 16]>,
}

impl NewFinish {
    /// The closing with clean words.
    ///
    /// # Errors
    /// [`ActError::Fields`] on `spent`, `evidence`.
    pub fn check(mut self) -> Result<Self, ActError> {
        let mut errors = Fields::default();
        check_amount(&mut errors, "spent", self.spent, MOST_MONEY);
        self.evidence = words::optional(&mut errors, "evidence", &self.evidence, MOST_TEXT);
        if self.evidence.is_empty() {
            errors.add("evidence", "commitments-evidence-missing");
        }
        errors.check()?;
        Ok(self)
    }
}
