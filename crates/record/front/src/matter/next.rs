//! What is next, by whom and by when.

use jiff::civil::Date;
use kapok_acts::City;
use kapok_commitments::{Commitment, days_between};
use kapok_decisions::Decision;
use kapok_i18n::T;
use kapok_matters::{Appeal, AppealState, Matter, State};

/// What is known of a matter's way ahead.
pub struct Ahead<'a> {
    pub t: T,
    pub city: &'a City,
    pub today: Date,
    pub matter: &'a Matter,
    /// Name of the office in the lead.
    pub lead: &'a str,
    pub decision: Option<&'a Decision>,
    pub appeals: &'a [Appeal],
    pub promises: &'a [Commitment],
    /// When the result is looked at again.
    pub recheck: Option<Date>,
}

impl Ahead<'_> {
    /// What is next in words, and how late it is; the second is empty when nothing is late. Where no date is set, it says so and
    /// how long the matter has waited.
    #[must_use]
    pub fn next(&self) -> (String, String) {
        let (t, lead) = (self.t, self.lead);
        if let Some(appeal) = self.appeals.iter().find(|a| a.state == AppealState::Open) {
            return self.ruling(appeal);
        }
        match self.matter.state {
            State::Voiced => self.answer(
                |d| t.matter_next_sort(d),
                |d| t.matter_next_sort_late(d),
                t.matter_next_sort_plain(),
            ),
            State::Sorted => self.answer(
                |d| t.matter_next_open(lead, d),
                |d| t.matter_next_open_late(lead, d),
                &t.matter_next_open_plain(lead),
            ),
            State::Open => self.answer(
                |d| t.matter_next_answer(lead, d),
                |d| t.matter_next_answer_late(lead, d),
                &t.matter_next_decide(lead),
            ),
            State::Decided if self.decision.is_some_and(|d| !d.result.promises()) => self.declined(),
            State::Decided => self.undated(&t.matter_next_commit(lead)),
            State::Doing => self.doing(),
            State::Done => self.undated(&t.matter_next_check(lead)),
            State::Evaluated => (self.with_recheck(t.matter_next_share(lead)), String::new()),
            State::Shared => match self.recheck {
                Some(day) => (t.matter_next_recheck(&t.date(day)), String::new()),
                None => (t.matter_next_nothing().to_owned(), String::new()),
            },
            State::Merged => (t.matter_next_merged().to_owned(), String::new()),
            State::Referred => (t.matter_next_referred(&self.matter.referred_to), String::new()),
            State::Answered | State::Withdrawn => (t.matter_next_nothing().to_owned(), String::new()),
        }
    }

    /// Until the matter is answered, its answer is what has a date.
    fn answer(
        &self,
        due: impl Fn(&str) -> String,
        overdue: impl Fn(&str) -> String,
        plain: &str,
    ) -> (String, String) {
        match self.matter.reply_by {
            Some(by) if self.matter.answered.is_none() && by < self.today => {
                (overdue(&self.t.date(by)), late(self.t, by, self.today))
            }
            Some(by) if self.matter.answered.is_none() => (due(&self.t.date(by)), String::new()),
            _ => self.undated(plain),
        }
    }

    fn undated(&self, what: &str) -> (String, String) {
        let since = self.city.date(self.matter.state_at);
        let waited = self.t.days(days_between(since, self.today));
        (
            format!("{what} {}", self.t.matter_next_undated(&waited)),
            String::new(),
        )
    }

    fn with_recheck(&self, what: String) -> String {
        match self.recheck {
            Some(day) => format!("{what} {}", self.t.matter_next_recheck(&self.t.date(day))),
            None => what,
        }
    }

    fn declined(&self) -> (String, String) {
        let t = self.t;
        let until = self
            .decision
            .filter(|d| d.can_be_appealed(self.today))
            .map(|d| t.matter_appeal_until(&t.date(d.appeal_until)));
        let mut what = t.matter_next_declined().to_owned();
        if let Some(until) = until {
            what = format!("{what} {until}");
        }
        (what, String::new())
    }

    /// An appeal is answered within the days in which the city answers a voice.
    fn ruling(&self, appeal: &Appeal) -> (String, String) {
        let t = self.t;
        let days = jiff::Span::new()
            .try_days(self.city.days_to_answer)
            .unwrap_or_default();
        let at = self.city.date(appeal.at);
        let by = at.checked_add(days).unwrap_or(at);
        if by < self.today {
            (t.matter_next_appeal_late(&t.date(by)), late(t, by, self.today))
        } else {
            (t.matter_next_appeal(&t.date(by)), String::new())
        }
    }

    /// The promise that is due first says how late it is; where there are several, the last one says when all is done.
    fn doing(&self) -> (String, String) {
        let t = self.t;
        let mut open: Vec<Date> = self
            .promises
            .iter()
            .filter(|p| p.finished_at.is_none())
            .map(|p| p.due)
            .collect();
        open.sort_unstable();
        let (Some(first), Some(last)) = (open.first().copied(), open.last().copied()) else {
            return self.undated(&t.matter_next_commit(self.lead));
        };
        let (mut what, late) = if first < self.today {
            (
                t.matter_next_do_late(self.lead, &t.date(first)),
                late(t, first, self.today),
            )
        } else {
            (t.matter_next_do(self.lead, &t.date(first)), String::new())
        };
        if last != first {
            let n = i64::try_from(open.len()).unwrap_or(i64::MAX);
            what = format!("{what} {}", t.matter_next_do_last(n, &t.date(last)));
        }
        (what, late)
    }
}

/// How late a day is, in words.
#[must_use]
pub fn late(t: T, due: Date, today: Date) -> String {
    t.matter_late_by(&t.days(days_between(due, today)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use kapok_i18n::Lang;
    use kapok_store::ids::MatterId;

    const TODAY: Date = date(2026, 6, 10);

    fn at(day: Date) -> jiff::Timestamp {
        jiff::tz::TimeZone::UTC.to_timestamp(day.at(12, 0, 0, 0)).unwrap()
    }

    fn matter(state: State, reply_by: Option<Date>, answered: bool) -> Matter {
        Matter {
            id: MatterId([1; 16]),
            number: 1,
            title: String::new(),
            summary: String::new(),
            lang: "en".into(),
            place: None,
            topic: String::new(),
            level: String::new(),
            field: String::new(),
            state,
            state_at: at(date(2026, 6, 3)),
            lead: None,
            urgency: 0,
            safety: 0,
            equity: 0,
            deprived: 0,
            voice_count: 1,
            first_heard: at(date(2026, 6, 1)),
            first_day: 0,
            created: at(date(2026, 6, 1)),
            opened: None,
            reply_by,
            answered: answered.then(|| at(date(2026, 6, 5))),
            merged_into: None,
            referred_to: "The province".into(),
            done_count: 0,
            not_yet_count: 0,
            rank_key: 0,
            followers: 0,
            version: 1,
        }
    }

    fn said(matter: &Matter, appeals: &[Appeal], recheck: Option<Date>) -> (String, String) {
        let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
        Ahead {
            t: T(Lang::En),
            city: &city,
            today: TODAY,
            matter,
            lead: "Streets",
            decision: None,
            appeals,
            promises: &[],
            recheck,
        }
        .next()
    }

    #[test]
    fn every_state_says_by_when_or_that_no_date_is_set() {
        let (soon, past) = (Some(date(2026, 6, 12)), Some(date(2026, 6, 8)));
        for (state, reply_by, answered, what, how_late) in [
            (State::Voiced, soon, false, "12 June 2026", ""),
            (
                State::Voiced,
                past,
                false,
                "was due by 8 June 2026",
                "2 days late",
            ),
            (
                State::Sorted,
                past,
                false,
                "Streets has not opened",
                "2 days late",
            ),
            (
                State::Sorted,
                soon,
                true,
                "No date is set. It has waited 7 days.",
                "",
            ),
            (
                State::Open,
                past,
                false,
                "owed an answer by 8 June 2026",
                "2 days late",
            ),
            (State::Open, past, true, "decides. No date is set.", ""),
            (State::Decided, None, true, "It has waited 7 days.", ""),
            (State::Doing, None, true, "It has waited 7 days.", ""),
            (State::Done, None, true, "It has waited 7 days.", ""),
            (State::Referred, past, false, "The province has it now", ""),
            (State::Merged, past, false, "in the other matter", ""),
        ] {
            let (next, late) = said(&matter(state, reply_by, answered), &[], None);
            assert!(next.contains(what), "{state:?}: {next}");
            assert_eq!(late, how_late, "{state:?}: {next}");
        }
        let (next, _) = said(&matter(State::Evaluated, None, true), &[], soon);
        assert!(next.contains("looked at again on 12 June 2026"), "{next}");
    }

    #[test]
    fn an_open_appeal_comes_first_and_can_be_late_itself() {
        let refused = matter(State::Answered, None, true);
        let appeal = |day: Date| Appeal {
            id: kapok_store::ids::AppealId([2; 16]),
            matter: refused.id,
            grounds: String::new(),
            against: State::Answered,
            at: at(day),
            state: AppealState::Open,
            ruling: String::new(),
            ruled_at: None,
        };
        let (next, late) = said(&refused, &[appeal(date(2026, 6, 9))], None);
        assert!(
            next.contains("rules on the appeal by 23 June 2026") && late.is_empty(),
            "{next}"
        );
        let (next, late) = said(&refused, &[appeal(date(2026, 5, 20))], None);
        assert!(next.contains("was due by 3 June 2026"), "{next}");
        assert_eq!(late, "7 days late");
    }
}
