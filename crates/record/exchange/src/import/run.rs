//! Importing what was read.

use kapok_acts::{ActError, Actor, Env};
use kapok_commitments::{NewCommitment, NewProgress, actions as promises};
use kapok_decisions::{NewDecision, Verdict};
use kapok_i18n::{Lang, T};
use kapok_matters::{Describe, Matter, NewMatter, State, actions as matters, reads};
use kapok_store::ids::PartyId;
use kapok_voices::actions::{Source, hear_imported, imported};
use kapok_voices::{LONGEST_PLACE, NewVoice};

use super::{Item, Mapping, Problem, Promise};

/// What an import did, or would do.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// Voices heard.
    pub voices: usize,
    /// Matters begun.
    pub matters: usize,
    /// Answers given.
    pub answers: usize,
    /// Decisions made.
    pub decisions: usize,
    /// Promises made.
    pub promises: usize,
    /// Items that were imported before; nothing was written for them.
    pub before: usize,
    /// What could not be imported.
    pub problems: Vec<Problem>,
    /// What happened to the first items, a line each.
    pub first: Vec<String>,
}

/// Lines of [`Outcome::first`].
const FIRST: usize = 10;

/// Imports the items one by one; what one of them cannot give is a problem and does not stop the rest. `dry`: writes nothing.
///
/// # Errors
/// From the database, and when the mapping names an office that is not there.
pub async fn run(
    env: &Env,
    actor: &Actor,
    items: Vec<Item>,
    mapping: &Mapping,
    dry: bool,
) -> Result<Outcome, super::ImportError> {
    let directory = kapok_parties::directory(env).await?;
    let office = directory.by_key(&mapping.office).map(|o| o.id);
    if office.is_none() && !mapping.office.is_empty() {
        let why = format!(
            "there is no office with the key {:?}; import offices first",
            mapping.office
        );
        return Err(super::ImportError::Form("mapping".into(), why));
    }
    let mut out = Outcome::default();
    for item in &items {
        let one = One {
            env,
            actor,
            item,
            mapping,
            office,
            dry,
        };
        let line = match one.import(&mut out).await {
            Ok(line) => line,
            Err(ActError::Store(error)) => return Err(ActError::Store(error).into()),
            Err(error) => {
                out.problems.push(Problem::new(&item.at, "", readable(&error)));
                continue;
            }
        };
        if out.first.len() < FIRST {
            out.first.push(line);
        }
    }
    Ok(out)
}

/// A refusal in English, on one line.
fn readable(error: &ActError) -> String {
    kapok_web::error_text(T(Lang::En), error)
}

struct One<'a> {
    env: &'a Env,
    actor: &'a Actor,
    item: &'a Item,
    mapping: &'a Mapping,
    office: Option<PartyId>,
    dry: bool,
}

impl One<'_> {
    async fn import(&self, out: &mut Outcome) -> Result<String, ActError> {
        let item = self.item;
        let name = if self.mapping.source.is_empty() {
            "decidim"
        } else {
            &self.mapping.source
        };
        // Ids of one platform count from 1 in each installation; its address tells them apart.
        let host = item.url.split('/').nth(2).unwrap_or_default();
        let source = Source {
            name: format!("{name} {host}").trim().to_owned(),
            id: item.id.clone(),
            url: item.url.clone(),
        };
        let voice = self.voice();
        voice.check(self.env)?;
        let begins = !item.title.is_empty();
        let new = NewMatter {
            title: cut(&item.title, kapok_matters::model::TITLE_CHARS),
            topic: item.topic.clone(),
            ..NewMatter::default()
        };
        if begins {
            new.clone().check()?;
        }
        let mut conn = self.env.db.read().await?;
        let known = imported(&mut conn, &source).await?;
        drop(conn);
        let label = if begins { &item.title } else { &item.text };
        let label = format!("{}: {:?}", item.id, cut(label, 60));
        if let Some((_, number)) = known.filter(|_| self.dry) {
            out.before += 1;
            return Ok(format!("{label}: imported before, as voice {number}"));
        }
        if self.dry {
            return Ok(self.foretell(out, &label));
        }
        let heard = hear_imported(self.env, self.actor, voice, &source).await?;
        if heard.again {
            out.before += 1;
        } else {
            out.voices += 1;
        }
        if !begins {
            return Ok(format!("{label}: voice {}", heard.number));
        }
        // An import that was cut off goes on where it ended.
        let mut conn = self.env.db.read().await?;
        let joined = kapok_voices::one(&mut conn, heard.id)
            .await?
            .and_then(|v| v.matter);
        let found = match joined {
            Some(id) => reads::by_id(&mut conn, id).await?,
            None => None,
        };
        drop(conn);
        let matter = match found {
            Some(matter) => matter,
            None => {
                out.matters += 1;
                matters::begin(self.env, self.actor, new, &[heard.id], "")
                    .await?
                    .matter
            }
        };
        let line = format!("{label}: voice {}, matter {}", heard.number, matter.number);
        self.follow(out, matter).await?;
        Ok(line)
    }

    fn voice(&self) -> NewVoice {
        let item = self.item;
        NewVoice {
            text: item.text.clone(),
            place_words: cut(&item.place, LONGEST_PLACE),
            channel: item.channel,
            lang: item.lang.clone(),
            heard_at: item.heard,
            ..NewVoice::default()
        }
    }

    /// Why the item cannot be decided, if so.
    fn undecidable(&self) -> Option<&'static str> {
        if self.item.answer.is_empty() {
            Some("decided without an answer; the record owes reasons, so the matter waits for a decision")
        } else if self.office.is_none()
            || self.item.topic.is_empty()
            || self.mapping.level.is_empty()
            || self.mapping.field.is_empty()
        {
            Some(
                "to be decided, a matter needs an office in the lead, a topic, a level and a field: give them in the mapping",
            )
        } else {
            None
        }
    }

    /// Counts what would happen.
    fn foretell(&self, out: &mut Outcome, label: &str) -> String {
        let item = self.item;
        let mut will = vec!["a voice"];
        out.voices += 1;
        if !item.title.is_empty() {
            out.matters += 1;
            will.push("a matter");
            if !item.answer.is_empty() {
                out.answers += 1;
                will.push("an answer");
            }
            match (item.verdict, self.undecidable()) {
                (Some(_), None) => {
                    out.decisions += 1;
                    will.push("a decision");
                }
                (Some(_), Some(why)) => out.problems.push(Problem::new(&item.at, "state", why)),
                (None, _) => {}
            }
            for promise in &item.promises {
                match self.promise(promise) {
                    Ok(_) => {
                        out.promises += 1;
                        will.push("a promise");
                    }
                    Err(why) => out.problems.push(Problem::new(&promise.at, "", why)),
                }
            }
        }
        format!("{label}: {}", will.join(", "))
    }

    /// Answers, decides and promises, as far as that was not done before.
    async fn follow(&self, out: &mut Outcome, matter: Matter) -> Result<(), ActError> {
        let (env, actor, item) = (self.env, self.actor, self.item);
        let id = matter.id;
        let reason = format!(
            "Imported from {}",
            if item.url.is_empty() { &item.id } else { &item.url }
        );
        let decides = item.verdict.filter(|_| self.undecidable().is_none());
        if let (Some(_), Some(why)) = (item.verdict, self.undecidable()) {
            out.problems.push(Problem::new(&item.at, "state", why));
        }
        let mut state = matter.state;
        if decides.is_some() && state == State::Voiced {
            let described = Describe {
                lead: self.office,
                level: self.mapping.level.clone(),
                field: self.mapping.field.clone(),
                version: None,
                ..Describe::of(&matter)
            };
            state = matters::sort(env, actor, id, described, &reason).await?.state;
        }
        if decides.is_some() && state == State::Sorted {
            state = matters::open(env, actor, id, env.in_days(env.city.days_to_answer), &reason)
                .await?
                .state;
        }
        if !item.answer.is_empty() && matter.answered.is_none() {
            matters::answer(
                env,
                actor,
                id,
                &item.answer,
                item.lang.as_deref().unwrap_or_default(),
            )
            .await?;
            out.answers += 1;
        }
        if let Some(result) = decides.filter(|_| state == State::Open) {
            let decision = NewDecision {
                result,
                text: format!("{} by the office that answered there. {reason}.", result.id()),
                reasons: cut(&item.answer, kapok_decisions::model::MOST_TEXT),
                basis: String::new(),
                lang: item.lang.clone().unwrap_or_else(|| "und".to_owned()),
            };
            kapok_decisions::actions::decide(env, actor, id, decision).await?;
            out.decisions += 1;
        }
        for promise in &item.promises {
            let made = match self.promise(promise) {
                Ok(new) => self.make(&matter, new, promise).await,
                Err(why) => Err(why),
            };
            match made {
                Ok(true) => out.promises += 1,
                Ok(false) => {}
                Err(why) => out.problems.push(Problem::new(&promise.at, "", why)),
            }
        }
        Ok(())
    }

    /// A promise as it would be made, or why it cannot be.
    fn promise(&self, promise: &Promise) -> Result<NewCommitment, String> {
        let decided = self
            .item
            .verdict
            .filter(|v| *v != Verdict::Declined)
            .filter(|_| self.undecidable().is_none());
        let (Some(lead), Some(_)) = (self.office, decided) else {
            return Err("its proposal is not decided here, and a promise follows from a decision".into());
        };
        let due = promise.due.ok_or("has no day by which it is promised")?;
        let new = NewCommitment {
            title: cut(&promise.title, kapok_commitments::forms::MOST_TITLE),
            lead,
            with: Vec::new(),
            due,
            money: None,
            people: None,
            case: None,
        };
        new.check(self.env.today()).map_err(|e| readable(&e))
    }

    /// Makes it unless the matter has one of this title.
    async fn make(&self, matter: &Matter, new: NewCommitment, promise: &Promise) -> Result<bool, String> {
        let mut conn = self.env.db.read().await.map_err(|e| e.to_string())?;
        let there = kapok_commitments::of_matter(&mut conn, matter.id)
            .await
            .map_err(|e| e.to_string())?;
        drop(conn);
        if there.iter().any(|(c, _)| c.title == new.title) {
            return Ok(false);
        }
        let made = promises::make(self.env, self.actor, matter.id, new)
            .await
            .map_err(|e| readable(&e))?;
        if let Some(percent) = promise.percent.filter(|p| (1..100).contains(p)) {
            let report = NewProgress {
                percent,
                spent: None,
                text: format!("Imported: {percent} percent when it was published."),
                photo: None,
                form_key: None,
            };
            promises::progress(self.env, self.actor, made.id, report)
                .await
                .map_err(|e| readable(&e))?;
        }
        Ok(true)
    }
}

/// At most so many characters; the last of a longer text is an ellipsis.
fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most.saturating_sub(1)).chain(['…']).collect()
}
