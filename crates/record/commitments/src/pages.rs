//! Pages: all promises, one promise, the forms for staff.

mod all;
mod make;
mod one;
pub(crate) mod work;

use axum::Router;
use axum::routing::get;
use jiff::civil::Date;
use kapok_acts::Env;
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_store::ids::PartyId;
use kapok_web::App;

use crate::{Commitment, State};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/promises", get(all::page))
        .route("/promises.csv", get(all::csv))
        .route("/promises/{number}", get(one::page))
        .route("/promises/{number}/work", get(work::form).post(work::send))
        .route("/matters/{number}/commit", get(make::form).post(make::send))
}

/// A commitment in the reader's words: what lists and its own page show.
pub struct View {
    /// Address.
    pub path: String,
    /// "Promise 12".
    pub number_text: String,
    /// What will be true.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Address of the matter.
    pub matter: String,
    /// "Matter 7".
    pub matter_text: String,
    /// The office that answers for it.
    pub lead: String,
    /// How many take part beside it, in words; empty for none.
    pub partners: String,
    /// The day promised, for machines and for people.
    pub due: (String, String),
    /// "31 days late"; empty when it is not.
    pub late: String,
    /// "finished on 3 March 2026" or "withdrawn"; empty while it runs.
    pub finished: String,
    /// Whether it was withdrawn; the line above says so.
    pub withdrawn: bool,
    /// 0 to 100.
    pub percent: i64,
    /// The same in words.
    pub percent_text: String,
    /// "118,000 of 120,000 crowns"; empty when no money is known.
    pub money: String,
    /// Share of the money that is spent, 0 to 100; none when it is not known.
    pub money_percent: Option<i64>,
    /// "date moved twice"; empty when it did not.
    pub moves: String,
}

impl View {
    /// A commitment as the reader sees it today.
    #[must_use]
    pub fn new(t: T, env: &Env, directory: &Directory, c: &Commitment) -> Self {
        let late = c.days_late(env.today());
        let in_words = |n: i64, words: fn(T, i64) -> String| if n > 0 { words(t, n) } else { String::new() };
        let day = |at: jiff::Timestamp| t.date(env.city.date(at));
        Self {
            path: path(c.number),
            number_text: t.commitments_number(&t.number(c.number)),
            title: c.title.clone(),
            lang: c.lang.clone(),
            matter: format!("/matters/{}", c.matter_number),
            matter_text: t.commitments_matter_number(&t.number(c.matter_number)),
            lead: directory.name(c.lead).to_owned(),
            partners: in_words(c.partners, T::commitments_partners_count),
            due: date(t, c.due),
            late: in_words(late, T::commitments_days_late),
            finished: match (c.state, c.finished_at) {
                (State::Withdrawn, _) => t.commitments_withdrawn().to_owned(),
                (_, Some(at)) => match crate::days_between(c.due, env.city.date(at)) {
                    late if late > 0 => t.commitments_finished_late(&day(at), &t.days(late)),
                    _ => t.commitments_finished_on(&day(at)),
                },
                (_, None) => String::new(),
            },
            withdrawn: c.state == State::Withdrawn,
            percent: c.percent,
            percent_text: t.commitments_percent_done(&t.number(c.percent)),
            money: money(t, c),
            money_percent: share(c.spent, c.money),
            moves: in_words(c.moves, T::commitments_moved_count),
        }
    }

    /// Colour of the state.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match (self.withdrawn, self.finished.is_empty()) {
            (true, _) => "heard",
            (_, true) => "doing",
            (_, false) => "done",
        }
    }
}

/// What was spent of what, as far as it is known.
fn money(t: T, c: &Commitment) -> String {
    match c.money {
        Some(all) => t.commitments_money_of(&t.number(c.spent), &t.money(all)),
        None if c.spent > 0 => t.commitments_money_spent(&t.money(c.spent)),
        None => String::new(),
    }
}

/// How much of the money is spent, in percent, at most 100; none when it is not known how much there is.
fn share(spent: i64, money: Option<i64>) -> Option<i64> {
    let all = money.filter(|n| *n > 0)?;
    Some(
        (i128::from(spent) * 100 / i128::from(all))
            .clamp(0, 100)
            .try_into()
            .unwrap_or(100),
    )
}

/// Address of a commitment.
fn path(number: i64) -> String {
    format!("/promises/{number}")
}

/// A day for machines and for people.
fn date(t: T, day: Date) -> (String, String) {
    (day.to_string(), t.date(day))
}

/// A moment for machines and its day for people.
fn moment(t: T, env: &Env, at: jiff::Timestamp) -> (String, String) {
    (at.to_string(), t.date(env.city.date(at)))
}

/// "A. Okafor, Streets", or what is known of it.
fn who(directory: &Directory, author: &str, office: Option<PartyId>) -> String {
    let parts = [author, directory.name(office)];
    parts
        .into_iter()
        .filter(|p| !p.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Name of a state in the reader's words.
fn state_name(t: T, state: State) -> &'static str {
    match state {
        State::Running => t.commitments_running(),
        State::Finished => t.commitments_finished(),
        State::Withdrawn => t.commitments_withdrawn(),
    }
}

#[cfg(test)]
mod tests {
    use super::share;

    #[test]
    fn the_share_of_the_money_stays_between_nothing_and_all() {
        assert_eq!(share(0, Some(100)), Some(0));
        assert_eq!(share(59, Some(118)), Some(50));
        assert_eq!(share(200, Some(118)), Some(100));
        assert_eq!(share(5, Some(0)), None);
        assert_eq!(share(5, None), None);
        assert_eq!(share(i64::MAX, Some(i64::MAX)), Some(100));
    }
}
