//! What becomes of the matters of a generated city: each has a plan of what happens to it after how many days.

use std::collections::BTreeMap;

use anyhow::Result;
use kapok_acts::{ActError, Actor, Env, Right};
use kapok_commitments::{NewCommitment, NewFinish};
use kapok_decisions::NewDecision;
use kapok_matters::Says;
use kapok_matters::actions as matters;
use kapok_matters::model::{FIELDS, LEVELS};
use kapok_matters::{Describe, Exit};
use kapok_store::ids::CommitmentId;

use super::Told;
use super::dice::Dice;
use super::words::THEMES;
use crate::Made;
use crate::setup::City;

#[derive(Clone)]
enum Next {
    Sort,
    Open,
    Answer,
    Close,
    Decide,
    Promise,
    Finish(CommitmentId),
    Check(u64),
}

/// What waits to happen, by the step at which it does.
pub struct Lives {
    city: City,
    officers: Vec<Actor>,
    waiting: BTreeMap<u64, Vec<(Told, Next)>>,
    steps_a_day: f64,
}

const ANSWER: &str = "We have looked at it with the people who wrote to us. The repair is ordered and begins as soon as the parts are here.";
const SORTED: &str = "Seen on site by the office; it is ours to mend.";
const OPENED: &str = "We ask a week to look at it with those who use the place.";
const REASONS: &str = "Many asked for it, the place is used every day, and the cost fits this year's plan.";
const DECIDED: &str = "It is repaired, and inspected twice a year from now on.";
const EVIDENCE: &str = "Inspected on site by the office and two residents; photographs are in the file.";
const NOT_OURS: &str = "The ground is private, and the owner has been told what is wrong.";

impl Lives {
    #[expect(clippy::cast_precision_loss, reason = "a pace, not a count")]
    pub fn new(city: City, matters: u64, days: i64) -> Self {
        let officer = |office| {
            city.officer(office, Right::Decide)
                .or_else(|_| city.officer("mayor", Right::Decide))
        };
        let officers = THEMES
            .iter()
            .map(|t| officer(t.office).cloned().unwrap_or(Actor::System))
            .collect();
        Self {
            city,
            officers,
            waiting: BTreeMap::new(),
            steps_a_day: matters as f64 / days as f64,
        }
    }

    /// The lead officer of a theme.
    pub fn officer(&self, theme: usize) -> &Actor {
        &self.officers[theme]
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of days ahead, never negative"
    )]
    fn plan(&mut self, step: u64, days: u64, told: Told, next: Next) {
        let ahead = (days as f64 * self.steps_a_day) as u64;
        self.waiting
            .entry(step + 1 + ahead)
            .or_default()
            .push((told, next));
    }

    /// A matter began.
    pub fn begin(&mut self, step: u64, told: Told, dice: &mut Dice) {
        if dice.percent(98) {
            let days = 1 + dice.below(6);
            self.plan(step, days, told, Next::Sort);
        }
    }

    /// Does what is due.
    pub async fn catch_up(&mut self, env: &Env, step: u64, dice: &mut Dice, made: &mut Made) -> Result<()> {
        while let Some(entry) = self.waiting.first_entry().filter(|e| *e.key() <= step) {
            for (told, next) in entry.remove() {
                self.happen(env, step, told, next, dice, made).await?;
            }
        }
        Ok(())
    }

    async fn happen(
        &mut self,
        env: &Env,
        step: u64,
        told: Told,
        next: Next,
        dice: &mut Dice,
        made: &mut Made,
    ) -> Result<()> {
        let actor = self.officers[told.theme].clone();
        match next {
            Next::Sort => {
                self.sort(env, &actor, &told, dice).await?;
                self.plan(step, 2 + dice.below(5), told, Next::Open);
            }
            Next::Open => {
                matters::open(env, &actor, told.id, env.in_days(7), OPENED).await?;
                if dice.percent(97) {
                    self.plan(step, 1 + dice.below(8), told, Next::Answer);
                }
            }
            Next::Answer => {
                matters::answer(env, &actor, told.id, ANSWER, "en").await?;
                match dice.below(100) {
                    0..=9 => self.plan(step, 3, told, Next::Close),
                    10..=94 => self.plan(step, 10 + dice.below(60), told, Next::Decide),
                    _ => {}
                }
            }
            Next::Close => {
                matters::close(env, &actor, told.id, Exit::Answered, NOT_OURS).await?;
            }
            Next::Decide => {
                let new = NewDecision::parse("accepted", DECIDED, REASONS, "")?;
                kapok_decisions::actions::decide(env, &actor, told.id, new).await?;
                made.decisions += 1;
                if dice.percent(90) {
                    self.plan(step, 1 + dice.below(20), told, Next::Promise);
                }
            }
            Next::Promise => self.promise(env, step, &actor, told, dice, made).await?,
            Next::Finish(id) => {
                let new = NewFinish {
                    spent: None,
                    evidence: EVIDENCE.into(),
                    photo: None,
                    form_key: None,
                };
                kapok_commitments::actions::finish(env, &actor, id, new).await?;
                if dice.percent(30) {
                    let n = 1 + dice.below(3);
                    self.plan(step, 3 + dice.below(20), told, Next::Check(n));
                }
            }
            Next::Check(n) => {
                for _ in 0..n {
                    kapok_outcomes::actions::check(env, told.id, Says::Done, "", Some(env.random())).await?;
                    made.checks += 1;
                }
            }
        }
        Ok(())
    }

    async fn sort(&self, env: &Env, actor: &Actor, told: &Told, dice: &mut Dice) -> Result<(), ActError> {
        let matter = kapok_matters::reads::by_id(&mut env.db.read().await?, told.id).await?;
        let matter = matter.ok_or(ActError::NotFound)?;
        let new = Describe {
            topic: THEMES[told.theme].topic.into(),
            level: (*dice.of(&LEVELS)).into(),
            field: (*dice.of(&FIELDS)).into(),
            urgency: i64::try_from(dice.below(4)).unwrap_or_default(),
            safety: i64::try_from(dice.below(4)).unwrap_or_default(),
            equity: i64::try_from(dice.below(4)).unwrap_or_default(),
            lead: self.city.party(THEMES[told.theme].office).ok(),
            place: Some(told.place),
            version: None,
            ..Describe::of(&matter)
        };
        matters::sort(env, actor, told.id, new, SORTED).await?;
        Ok(())
    }

    async fn promise(
        &mut self,
        env: &Env,
        step: u64,
        actor: &Actor,
        told: Told,
        dice: &mut Dice,
        made: &mut Made,
    ) -> Result<()> {
        let days = 30 + dice.below(150);
        let new = NewCommitment {
            title: format!("{}: {}", told.street, THEMES[told.theme].thing[0]),
            lead: self.city.party(THEMES[told.theme].office)?,
            with: Vec::new(),
            due: env.in_days(i64::try_from(days).unwrap_or_default()),
            money: Some(i64::try_from(500 + dice.below(90_000)).unwrap_or_default()),
            people: None,
            case: None,
        };
        let promise = kapok_commitments::actions::make(env, actor, told.id, new).await?;
        made.commitments += 1;
        // One in twenty is late, one in fifty never comes.
        if dice.percent(98) {
            let late = if dice.percent(95) {
                days - dice.below(25)
            } else {
                days + dice.below(60)
            };
            self.plan(step, late, told, Next::Finish(promise.id));
        }
        Ok(())
    }
}
