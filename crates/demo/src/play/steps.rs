//! What offices and residents do to a matter that has begun.

use anyhow::{Context, Result, ensure};
use kapok_acts::{Actor, Right};
use kapok_commitments::{NewCommitment, NewDate, NewFinish, NewProgress};
use kapok_matters::actions as matters;
use kapok_matters::{Describe, Exit};
use kapok_outcomes::NewIndicator;
use kapok_store::ids::{CommitmentId, PartyId};

use super::Player;
use crate::content::{EventRow, MatterRow};
use crate::event::{Event, ExitTo, Number, Promise};

impl<'a> Player<'a> {
    pub(super) fn reporter(&self, row: &EventRow) -> Result<&Actor> {
        self.city.officer(&row.by, Right::Report)
    }

    pub(super) fn promised(&self, key: &str) -> Result<CommitmentId> {
        self.promises
            .get(key)
            .copied()
            .with_context(|| format!("nobody promised {key:?}"))
    }

    /// The office that asks the later lead to take part, asks it to take over: until then it leads itself.
    fn hands_over(&self, row: &MatterRow) -> Option<&'a str> {
        let mut rows = self
            .content
            .events
            .iter()
            .map(|(_, e)| e)
            .filter(|e| e.matter == row.key);
        let asks = |e: &&EventRow| matches!(&e.event, Event::Partner { office, .. } if *office == row.lead);
        rows.find(asks).map(|e| e.by.as_str())
    }

    pub(super) async fn sort(&self, event: &EventRow) -> Result<()> {
        let row = self.row(&event.matter)?;
        let new = Describe {
            title: row.title.clone(),
            summary: row.summary.clone(),
            place: Some(self.city.place(&row.place)?),
            topic: row.topic.clone(),
            level: row.level.clone(),
            field: row.field.clone(),
            urgency: row.urgency,
            safety: row.safety,
            equity: row.equity,
            lead: Some(self.city.party(self.hands_over(row).unwrap_or(&row.lead))?),
            version: None,
        };
        let actor = self.city.officer(&event.by, Right::Describe)?;
        matters::sort(self.env, actor, self.matter(&row.key)?, new, &event.text).await?;
        Ok(())
    }

    pub(super) async fn ask(&self, row: &EventRow, office: &str) -> Result<()> {
        let (id, to) = (self.matter(&row.matter)?, self.city.party(office)?);
        let actor = self.city.officer(&row.by, Right::Describe)?;
        let (asked, _) = refusal(&row.text);
        if self.row(&row.matter)?.lead == office {
            matters::hand_over(self.env, actor, id, to, asked).await?;
        } else {
            matters::ask_partner(self.env, actor, id, to, asked).await?;
        }
        Ok(())
    }

    pub(super) async fn reply(&self, row: &EventRow) -> Result<()> {
        let Event::Partner {
            office,
            reply: Some(reply),
        } = &row.event
        else {
            return Ok(());
        };
        let (id, party) = (self.matter(&row.matter)?, self.city.party(office)?);
        let actor = self.city.officer(office, Right::Describe)?;
        if reply.yes {
            matters::accept(self.env, actor, id, party).await?;
        } else {
            matters::refuse(self.env, actor, id, party, &refusal(&row.text).1).await?;
        }
        Ok(())
    }

    pub(super) async fn promise(&mut self, row: &'a EventRow, promise: &'a Promise) -> Result<()> {
        let with = promise
            .with
            .iter()
            .map(|key| self.city.party(key))
            .collect::<Result<Vec<PartyId>>>()?;
        let new = NewCommitment {
            title: row.text.clone(),
            lead: self.city.party(&promise.lead)?,
            with,
            due: self.calendar.day(promise.due),
            money: promise.money,
            people: promise.people,
            case: None,
        };
        // In the name of another office only the mayor's office promises.
        let who = if promise.lead == row.by { &row.by } else { "mayor" };
        let actor = self.city.officer(who, Right::Commit)?;
        let made = kapok_commitments::actions::make(self.env, actor, self.matter(&row.matter)?, new).await?;
        ensure!(
            self.promises.insert(&promise.key, made.id).is_none(),
            "{:?} is promised twice",
            promise.key
        );
        self.made.commitments += 1;
        Ok(())
    }

    /// Moves the date of a promise, reports on it, or finishes it.
    pub(super) async fn work(&self, row: &EventRow, id: CommitmentId) -> Result<()> {
        let (env, text) = (self.env, row.text.clone());
        match &row.event {
            Event::Redate { due, .. } => {
                let new = NewDate {
                    due: self.calendar.day(*due),
                    reason: text,
                };
                let actor = self.city.officer(&row.by, Right::Commit)?;
                kapok_commitments::actions::move_date(env, actor, id, new).await?;
            }
            Event::Progress { percent, spent, .. } => {
                let new = NewProgress {
                    percent: *percent,
                    spent: *spent,
                    text,
                    photo: None,
                    form_key: None,
                };
                kapok_commitments::actions::progress(env, self.reporter(row)?, id, new).await?;
            }
            Event::Finish { spent, .. } => {
                let new = NewFinish {
                    spent: *spent,
                    evidence: text,
                    photo: None,
                    form_key: None,
                };
                kapok_commitments::actions::finish(env, self.reporter(row)?, id, new).await?;
            }
            _ => {}
        }
        Ok(())
    }

    pub(super) async fn check(&mut self, row: &EventRow, words: &str) -> Result<()> {
        let Event::Check { says, .. } = &row.event else {
            return Ok(());
        };
        let id = self.matter(&row.matter)?;
        let state = kapok_matters::reads::by_id(&mut self.env.db.read().await?, id)
            .await?
            .map(|m| m.state);
        if state.is_some_and(|state| !state.can_be_checked()) {
            // Enough neighbours said "not yet" before: it is being done again and there is nothing to check.
            return Ok(());
        }
        let checked = kapok_outcomes::actions::check(self.env, id, *says, words, None).await?;
        self.made.checks += 1;
        self.made.reopened += usize::from(checked.reopened);
        Ok(())
    }

    pub(super) async fn measure(&self, row: &EventRow, number: &Number) -> Result<()> {
        let (before, after) = sources(&row.text);
        let new = NewIndicator {
            name: number.name.clone(),
            unit: number.unit.clone(),
            baseline: number.baseline,
            baseline_source: before.to_owned(),
            target: number.target,
            value: number.value,
            value_source: after.to_owned(),
            better: number.better,
        };
        kapok_outcomes::actions::measure(self.env, self.reporter(row)?, self.matter(&row.matter)?, new)
            .await?;
        Ok(())
    }

    pub(super) async fn exit(&self, row: &EventRow, exit: &ExitTo) -> Result<()> {
        let (env, id, text) = (self.env, self.matter(&row.matter)?, row.text.as_str());
        let to = match exit {
            ExitTo::Merged(into) => {
                let actor = self.city.officer(&row.by, Right::Sort)?;
                matters::merge(env, actor, id, self.matter(into)?, text).await?;
                return Ok(());
            }
            ExitTo::Answered => Exit::Answered,
            ExitTo::Referred(office) => Exit::Referred(office.clone()),
            ExitTo::Withdrawn => Exit::Withdrawn,
        };
        matters::close(env, self.city.officer(&row.by, Right::Decide)?, id, to, text).await?;
        Ok(())
    }
}

/// What was asked, and why it was refused: the row tells after "Refused …:", or the office says what offices say.
fn refusal(text: &str) -> (&str, String) {
    const BUSY: &str = "We cannot take this on at present: the people and the money for it are not there.";
    let Some((asked, refused)) = text.split_once(" Refused ") else {
        return (text, BUSY.into());
    };
    let why = refused.split_once(": ").map_or(refused, |(_, why)| why);
    let mut letters = why.chars();
    let first = letters
        .next()
        .map(|c| c.to_uppercase().to_string())
        .unwrap_or_default();
    (asked, first + letters.as_str())
}

/// Sources of the baseline and of the value: told apart where the row does, the same words where it does not.
fn sources(text: &str) -> (&str, &str) {
    let apart = ["New value: ", "Value: "]
        .into_iter()
        .find_map(|mark| text.split_once(mark));
    let (before, after) = apart.unwrap_or((text, text));
    (before.trim_start_matches("Baseline: ").trim(), after.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_stands_apart_from_what_was_asked() {
        let (asked, why) = refusal("Housing is asked. Refused at first: its own rules ask for the original.");
        assert_eq!(
            (asked, why.as_str()),
            ("Housing is asked.", "Its own rules ask for the original.")
        );
        let (asked, why) = refusal("Could two halls open?");
        assert_eq!(asked, "Could two halls open?");
        assert!(!why.is_empty());
    }

    #[test]
    fn sources_are_told_apart_where_the_row_does() {
        assert_eq!(
            sources("Baseline: a count. New value: the same."),
            ("a count.", "the same.")
        );
        assert_eq!(
            sources("Baseline: none. Value: contracts."),
            ("none.", "contracts.")
        );
        assert_eq!(
            sources("Baseline and value: counted."),
            ("Baseline and value: counted.", "Baseline and value: counted.")
        );
        assert_eq!(
            sources("Counted by hand."),
            ("Counted by hand.", "Counted by hand.")
        );
    }
}
