//! Doing what happened: each happening becomes a call of the action that a page would call.

mod steps;

use std::collections::HashMap;

use anyhow::{Context, Result};
use kapok_acts::{Actor, Env, Right};
use kapok_decisions::NewDecision;
use kapok_decisions::words::lang_of;
use kapok_matters::NewMatter;
use kapok_matters::actions as matters;
use kapok_store::ids::{AppealId, CommitmentId, MatterId, VoiceId};
use kapok_voices::{Channel, NewVoice, VoiceKind};

use crate::content::{Content, EventRow, MatterRow, VoiceRow};
use crate::event::{Event, REASONS};
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
            Event::Redate { promise, .. }
            | Event::Progress { promise, .. }
            | Event::Finish { promise, .. } => {
                self.work(row, self.promised(promise)?).await?;
            }
            Event::Check { .. } => {} // its residents come one by one
            Event::Indicator(number) => self.measure(row, number).await?,
            Event::Evaluate => {
                kapok_outcomes::actions::evaluate(env, self.reporter(row)?, id, text).await?;
            }
            Event::Share => {
                let new = cases::write_up(env, self.content, self.row(&row.matter)?, id).await?;
                kapok_front::share::share_matter(env, by(Right::Share)?, new).await?;
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
}

/// About one in five of those who can leave an address does.
fn leaves_contact(channel: Channel, dice: u64) -> bool {
    matches!(channel.id(), "web" | "phone" | "email") && dice.is_multiple_of(5)
}
