//! What is next, by whom and by when.

use jiff::civil::Date;
use kapok_commitments::{Commitment, days_between};
use kapok_i18n::T;
use kapok_matters::{Matter, State};

/// What is next in words, and how late it is; empty when it is not.
#[must_use]
pub fn next(
    t: T,
    matter: &Matter,
    lead: &str,
    promises: &[Commitment],
    recheck: Option<Date>,
    today: Date,
) -> (String, String) {
    let none = String::new;
    match matter.state {
        State::Voiced => (t.matter_next_sort().to_owned(), none()),
        State::Sorted => (t.matter_next_open(lead), none()),
        State::Open if matter.answered.is_some() => (t.matter_next_decide(lead), none()),
        State::Open => match matter.reply_by {
            Some(by) if by < today => (t.matter_next_answer_late(lead, &t.date(by)), late(t, by, today)),
            Some(by) => (t.matter_next_answer(lead, &t.date(by)), none()),
            None => (t.matter_next_decide(lead), none()),
        },
        State::Decided => (t.matter_next_commit(lead), none()),
        State::Doing => match promises
            .iter()
            .filter(|p| p.finished_at.is_none())
            .map(|p| p.due)
            .max()
        {
            Some(by) if by < today => (t.matter_next_do_late(lead, &t.date(by)), late(t, by, today)),
            Some(by) => (t.matter_next_do(lead, &t.date(by)), none()),
            None => (t.matter_next_commit(lead), none()),
        },
        State::Done => (t.matter_next_check(lead), none()),
        State::Evaluated => (t.matter_next_share(lead), none()),
        State::Shared => match recheck {
            Some(day) => (t.matter_next_recheck(&t.date(day)), none()),
            None => (t.matter_next_nothing().to_owned(), none()),
        },
        State::Answered | State::Merged | State::Referred | State::Withdrawn => {
            (t.matter_next_nothing().to_owned(), none())
        }
    }
}

/// How late a day is, in words.
#[must_use]
pub fn late(t: T, due: Date, today: Date) -> String {
    t.matter_late_by(&t.days(days_between(due, today)))
}
