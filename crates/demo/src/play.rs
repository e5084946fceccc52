//! Doing what happened: each happening becomes a call of the action that a page would call.

use std::collections::HashMap;

use anyhow::{Context, Result, ensure};
use kapok_acts::{Actor, Env, Right};
use kapok_commitments::{NewCommitment, NewDate, NewFinish, NewProgress};
use kapok_decisions::NewDecision;
use kapok_decisions::words::lang_of;
use kapok_matters::actions as matters;
use kapok_matters::{Describe, Exit, NewMatter};
use kapok_outcomes::NewIndicator;
use kapok_store::ids::{AppealId, CommitmentId, MatterId, PartyId, VoiceId};
use kapok_voices::{Channel, NewVoice, VoiceKind};

use crate::content::{Content, EventRow, MatterRow, VoiceRow};
use crate::event::{Event, ExitTo, Number, Promise, REASONS};
use crate::plan::{Calendar, Happening, What, hash};
use crate::setup::City;
use crate::{Made, cases};

/// Offices whose officers sit at the desks where voices of no known matter are written down.
const DESKS: [&str; 4] = ["inclusion", "streets", "water", "housing"];

/// Where the happenings have got to.
pub struct Player<'a> {
    env: &'a Env,
    content: &'a Content,
    calendar: &'a Calendar,
    city: City,
    voices: HashMap<usize, VoiceId>,
    matters: HashMap<&'a str, MatterId>,
    promises: HashMap<&'a str, CommitmentId>,
    appeals: HashMap<&'a str, AppealId>,
    made: Made,
}

/// What a message about a happening begins with.
pub fn label(happening: &Happening) -> String {
    let what = match &happening.what {
        What::Voice(..) => "voice",
        What::Begin(..) => "begin",
        What::Join(..) => "join",
        What::Reply(_) => "reply",
        What::Event(row) | What::Check(row, _) => row.event.name(),
    };
    format!("{}, {what} at {}", happening.origin, happening.at)
}

impl<'a> Player<'a> {
    /// Before the first happening.
    pub fn new(env: &'a Env, content: &'a Content, calendar: &'a Calendar, city: City, made: Made) -> Self {
        Self {
            env,
            content,
            calendar,
            city,
            voices: HashMap::new(),
            matters: HashMap::new(),
            promises: HashMap::new(),
            appeals: HashMap::new(),
            made,
        }
    }

    /// What was made so far.
    pub fn made(self) -> Made {
        self.made
    }

    /// Does what happened. The clock stands at its moment.
    ///
    /// # Errors
    /// When a key means nothing or an action is refused.
    pub async fn play(&mut self, happening: &Happening<'a>) -> Result<()> {
        match &happening.what {
            What::Voice(index, row) => self.hear(*index, row).await,
            What::Begin(key, voices) => self.begin(key, voices).await,
            What::Join(key, voices) => self.join(key, voices).await,
            What::Event(row) => self.event(row).await,
            What::Reply(row) => self.reply(row).await,
            What::Check(row, words) => self.check(row, words).await,
        }
    }

    async fn hear(&mut self, index: usize, row: &VoiceRow) -> Result<()> {
        let channel =
            Channel::parse(&row.channel).with_context(|| format!("no channel {:?}", row.channel))?;
        let party = (!row.author.is_empty())
            .then(|| self.city.party(&row.author))
            .transpose()?;
        let dice = hash(&format!("voice {index}"));
        let new = NewVoice {
            text: row.text.clone(),
            place_words: String::new(),
            place: Some(self.city.place(&row.place)?),
            contact: leaves_contact(channel, dice).then(|| format!("resident{index}@example.org")),
            channel,
            lang: Some(row.lang.clone()),
            kind: VoiceKind::parse(&row.kind).with_context(|| format!("no kind {:?}", row.kind))?,
            party,
            photo: None,
            form_key: None,
            heard_at: None,
        };
        let resident = channel.is_self_service() && party.is_none();
        let actor = if resident {
            &Actor::Resident
        } else {
            self.desk(row, dice)?
        };
        let heard = kapok_voices::actions::hear(self.env, actor, new).await?;
        self.voices.insert(index, heard.id);
        self.made.voices += 1;
        Ok(())
    }

    /// Who writes a voice down: the office that will lead its matter, or one of the desks.
    fn desk(&self, row: &VoiceRow, dice: u64) -> Result<&Actor> {
        let lead = self.content.matter(&row.matter).map(|m| m.lead.as_str());
        let office = lead.unwrap_or(DESKS[dice as usize % DESKS.len()]);
        self.city.officer(office, Right::EnterVoices)
    }

    fn ids(&self, voices: &[usize]) -> Vec<VoiceId> {
        voices
            .iter()
            .filter_map(|index| self.voices.get(index).copied())
            .collect()
    }

    fn row(&self, key: &str) -> Result<&'a MatterRow> {
        self.content
            .matter(key)
            .with_context(|| format!("there is no matter {key:?}"))
    }

    fn matter(&self, key: &str) -> Result<MatterId> {
        self.matters
            .get(key)
            .copied()
            .with_context(|| format!("matter {key:?} has not begun"))
    }

    async fn begin(&mut self, key: &'a str, voices: &[usize]) -> Result<()> {
        let row = self.row(key)?;
        let new = NewMatter {
            title: row.title.clone(),
            summary: row.summary.clone(),
            lang: row.lang.clone(),
            place: Some(self.city.place(&row.place)?),
            topic: row.topic.clone(),
        };
        let actor = self.city.officer(self.sorter(row), Right::Sort)?;
        let changed = matters::begin(self.env, actor, new, &self.ids(voices), "").await?;
        self.matters.insert(key, changed.matter.id);
        self.made.matters += 1;
        self.made.joined += voices.len();
        Ok(())
    }

    async fn join(&mut self, key: &str, voices: &[usize]) -> Result<()> {
        let actor = self.city.officer(self.sorter(self.row(key)?), Right::Sort)?;
        matters::join(self.env, actor, self.matter(key)?, &self.ids(voices), "").await?;
        self.made.joined += voices.len();
        Ok(())
    }

    /// The office that sorts a matter's voices.
    fn sorter(&self, row: &'a MatterRow) -> &'a str {
        let sort = self.content.events.iter().map(|(_, e)| e);
        let sort = sort.filter(|e| e.matter == row.key && e.event == Event::Sort);
        sort.map(|e| e.by.as_str()).next().unwrap_or(&row.lead)
    }

    async fn event(&mut self, row: &'a EventRow) -> Result<()> {
        let (env, id, text) = (self.env, self.matter(&row.matter)?, row.text.as_str());
        let by = |right| self.city.officer(&row.by, right);
        match &row.event {
            Event::Sort => self.sort(row).await?,
            Event::Partner { office, .. } => self.ask(row, office).await?,
            Event::Open { reply_by } => {
                let day = self.calendar.day(*reply_by);
                matters::open(env, by(Right::Describe)?, id, day, text).await?;
            }
            Event::Answer => {
                matters::answer(env, by(Right::Answer)?, id, text, &lang_of(text)).await?;
            }
            Event::Decide { result, basis } => {
                let (text, reasons) = text.split_once(REASONS).context("no reasons after ||")?;
                let new = NewDecision::parse(result.id(), text, reasons, basis)?;
                kapok_decisions::actions::decide(env, by(Right::Decide)?, id, new).await?;
                self.made.decisions += 1;
            }
            Event::Commit(promise) => self.promise(row, promise).await?,
            Event::Redate { promise, due } => {
                let new = NewDate {
                    due: self.calendar.day(*due),
                    reason: text.into(),
                };
                kapok_commitments::actions::move_date(env, by(Right::Commit)?, self.promised(promise)?, new)
                    .await?;
            }
            Event::Progress {
                promise,
                percent,
                spent,
            } => {
                let new = NewProgress {
                    percent: *percent,
                    spent: *spent,
                    text: text.into(),
                    photo: None,
                    form_key: None,
                };
                let actor = self.reporter(row)?;
                kapok_commitments::actions::progress(env, actor, self.promised(promise)?, new).await?;
            }
            Event::Finish { promise, spent } => {
                let new = NewFinish {
                    spent: *spent,
                    evidence: text.into(),
                    photo: None,
                    form_key: None,
                };
                let actor = self.reporter(row)?;
                kapok_commitments::actions::finish(env, actor, self.promised(promise)?, new).await?;
            }
            Event::Check { .. } => {} // its residents come one by one
            Event::Indicator(number) => self.measure(row, number).await?,
            Event::Evaluate => {
                kapok_outcomes::actions::evaluate(env, self.reporter(row)?, id, text).await?;
            }
            Event::Share => {
                let new = cases::write_up(env, self.content, self.row(&row.matter)?, id).await?;
                cases::share(env, by(Right::Share)?, new).await?;
                self.made.cases += 1;
            }
            Event::Exit(exit) => self.exit(row, exit).await?,
            Event::Appeal => {
                let appeal = matters::appeal(env, id, text, env.random()).await?;
                self.appeals.insert(&row.matter, appeal);
            }
            Event::Ruling { upheld } => {
                let appeal = *self
                    .appeals
                    .get(row.matter.as_str())
                    .context("there is no appeal")?;
                matters::rule(env, by(Right::Rule)?, appeal, *upheld, text).await?;
            }
        }
        Ok(())
    }

    /// Whoever may promise may report; the mayor's office has no right of its own to report.
    fn reporter(&self, row: &EventRow) -> Result<&Actor> {
        self.city
            .officer(&row.by, Right::Report)
            .or_else(|_| self.city.officer(&row.by, Right::Commit))
    }

    fn promised(&self, key: &str) -> Result<CommitmentId> {
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

    async fn sort(&self, event: &EventRow) -> Result<()> {
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

    async fn ask(&self, row: &EventRow, office: &str) -> Result<()> {
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

    async fn reply(&self, row: &EventRow) -> Result<()> {
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

    async fn promise(&mut self, row: &'a EventRow, promise: &'a Promise) -> Result<()> {
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
        let actor = self.city.officer(&row.by, Right::Commit)?;
        let made = kapok_commitments::actions::make(self.env, actor, self.matter(&row.matter)?, new).await?;
        ensure!(
            self.promises.insert(&promise.key, made.id).is_none(),
            "{:?} is promised twice",
            promise.key
        );
        self.made.commitments += 1;
        Ok(())
    }

    async fn check(&mut self, row: &EventRow, words: &str) -> Result<()> {
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

    async fn measure(&self, row: &EventRow, number: &Number) -> Result<()> {
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

    async fn exit(&self, row: &EventRow, exit: &ExitTo) -> Result<()> {
        let (env, id, text) = (self.env, self.matter(&row.matter)?, row.text.as_str());
        let to = match exit {
            ExitTo::Merged(into) => {
                let actor = self.city.officer(&row.by, Right::Sort)?;
                matters::merge(env, actor, id, self.matter(into)?, text).await?;
                return Ok(());
            }
            ExitTo::Answered => {
                // The reason is the answer: every voice gets it before the matter is closed.
                matters::answer(
                    env,
                    self.city.officer(&row.by, Right::Answer)?,
                    id,
                    text,
                    &lang_of(text),
                )
                .await?;
                Exit::Answered
            }
            ExitTo::Referred(office) => Exit::Referred(office.clone()),
            ExitTo::Withdrawn => Exit::Withdrawn,
        };
        matters::close(env, self.city.officer(&row.by, Right::Decide)?, id, to, text).await?;
        Ok(())
    }
}

/// About one in five of those who can leave an address does.
fn leaves_contact(channel: Channel, dice: u64) -> bool {
    matches!(channel.id(), "web" | "phone" | "email") && dice % 5 == 0
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
