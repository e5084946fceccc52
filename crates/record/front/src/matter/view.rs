//! What the page of a matter shows, put together from the rooms in eight queries.

use std::collections::HashMap;

use jiff::Timestamp;
use kapok_acts::log::{self, Entry};
use kapok_acts::{ActError, Env, Kind, Right};
use kapok_commitments::Commitment;
use kapok_decisions::Decision;
use kapok_i18n::T;
use kapok_matters::{AppealState, Beside, Matter, State, Step};
use kapok_outcomes::Outcome;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_store::ids::PartyId;
use kapok_web::Visit;

use super::next::Ahead;
use super::parts::{AppealView, CheckView, MatterView};
use super::{ACTS, VOICES, may_work};
use crate::timeline::{Moment, Words, moments};

/// Cases from other cities that the page names.
const CASES: i64 = 4;
/// Cases of this city that may stand among those on a topic, and are left out.
const OWN_CASES: i64 = 8;

/// What the rooms gave, before it is put into words.
pub(super) struct Found {
    pub(super) matter: Matter,
    pub(super) beside: Beside,
    pub(super) acts: Vec<Entry>,
    pub(super) voices: Vec<kapok_voices::Voice>,
    pub(super) decisions: Vec<Decision>,
    pub(super) promises: Vec<(Commitment, Vec<PartyId>)>,
    pub(super) outcome: Outcome,
    pub(super) merged: Option<(i64, String)>,
}

/// A case with its city, which some do not name.
fn titled(city: &str, title: &str) -> String {
    if city.is_empty() {
        title.to_owned()
    } else {
        format!("{city}: {title}")
    }
}

/// Puts records into the words of one language.
pub(super) struct Speaker<'a> {
    pub(super) t: T,
    pub(super) env: &'a Env,
    pub(super) tree: &'a Tree,
    pub(super) directory: &'a Directory,
}

impl MatterView {
    /// Reads the rooms and puts it together.
    ///
    /// # Errors
    /// From the database.
    pub async fn load(visit: &Visit, matter: Matter) -> Result<Self, ActError> {
        let env = &visit.app.env;
        let (tree, directory) = (
            kapok_places::tree(env).await?,
            kapok_parties::directory(env).await?,
        );
        let mut conn = env.db.read().await?;
        let merged = match matter.merged_into {
            Some(into) => kapok_matters::reads::titles(&mut conn, &[into])
                .await?
                .remove(&into),
            None => None,
        };
        // A merged matter is only a signpost: no query is spent on its topic.
        let cases = match merged {
            None => kapok_cases::by_topic(&mut conn, &matter.topic, CASES + OWN_CASES).await?,
            Some(_) => Vec::new(),
        };
        let found = Found {
            beside: kapok_matters::beside(&mut conn, &matter).await?,
            acts: log::of_matter(&mut conn, matter.id, ACTS).await?,
            voices: kapok_voices::of_matter(&mut conn, matter.id, None, VOICES).await?,
            decisions: kapok_decisions::of_matter(&mut conn, matter.id).await?,
            promises: kapok_commitments::of_matter(&mut conn, matter.id).await?,
            outcome: kapok_outcomes::of_matter(&mut conn, matter.id).await?,
            merged,
            matter,
        };
        drop(conn);
        let speaker = Speaker {
            t: visit.t,
            env,
            tree: &tree,
            directory: &directory,
        };
        let mut view = speaker.view(found);
        view.cases = cases
            .iter()
            .filter(|c| c.origin == "imported")
            .take(usize::try_from(CASES).unwrap_or_default())
            .map(|c| (format!("/cases/{}", c.key), titled(&c.city, &c.title)))
            .collect();
        if visit.actor.may(Right::Share) && view.state == State::Evaluated.id() {
            view.share = format!("/matters/{}/share", view.number);
        }
        if may_work(visit) {
            view.work = format!("/matters/{}/work", view.number);
        }
        Ok(view)
    }
}

impl Speaker<'_> {
    fn view(&self, f: Found) -> MatterView {
        let t = self.t;
        let m = &f.matter;
        let today = self.env.today();
        let lead = m
            .lead
            .map(|id| self.directory.name(id))
            .filter(|name| !name.is_empty())
            .unwrap_or(self.env.city.name.as_str());
        let promises: Vec<Commitment> = f.promises.iter().map(|(c, _)| c.clone()).collect();
        let recheck = f
            .outcome
            .rechecks
            .iter()
            .find(|r| r.done_at.is_none())
            .map(|r| r.due);
        let latest = f.decisions.last();
        let (next, next_late) = Ahead {
            t,
            city: &self.env.city,
            today,
            matter: m,
            lead,
            decision: latest,
            appeals: &f.beside.appeals,
            promises: &promises,
            recheck,
        }
        .next();
        let can_appeal = m.state.can_be_appealed() && latest.is_none_or(|d| d.can_be_appealed(today));
        let (elsewhere, elsewhere_href, elsewhere_title) = self.elsewhere(&f);
        MatterView {
            number: m.number,
            number_text: m.number.to_string(),
            voices_href: format!(
                "/voices{}",
                kapok_web::url::query(&[("matter", &m.id.to_string())])
            ),
            title: m.title.clone(),
            summary: m.summary.clone(),
            lang: m.lang.clone(),
            state: m.state.id(),
            crumbs: self.crumbs(m),
            work: String::new(),
            share: String::new(),
            elsewhere,
            elsewhere_href,
            elsewhere_title,
            track: self.track(&f),
            next,
            next_late,
            timeline: self.timeline(&f),
            decision: latest.map(|d| self.decision(d)),
            commitments: f.promises.iter().map(|(c, with)| self.promise(c, with)).collect(),
            asked: self.asked(&f),
            channels: self.bars(
                f.beside
                    .channels
                    .iter()
                    .map(|(id, n)| {
                        let href = kapok_web::url::query(&[("matter", &m.id.to_string()), ("channel", id)]);
                        (t.channel(id).to_owned(), *n, format!("/voices{href}"))
                    })
                    .collect(),
            ),
            places: self.places(m, &f.beside),
            voices: f.voices.iter().map(|v| self.voice(v)).collect(),
            merged: m.state == State::Merged,
            join: match (&f.merged, m.state.takes_voices()) {
                (Some((number, _)), _) => format!("/?matter={number}"),
                (None, true) => format!("/?matter={}", m.number),
                (None, false) => String::new(),
            },
            can_check: m.state.can_be_checked(),
            check_hint: t.matter_check_hint(
                self.env.city.reopen_at_least,
                &t.percent(self.env.city.reopen_percent as f64, 0),
            ),
            check_action: format!("/matters/{}/check", m.number),
            done_count: t.number(m.done_count),
            not_yet_count: t.number(m.not_yet_count),
            facts: self.facts(&f, lead),
            indicators: f.outcome.indicators.iter().map(|i| self.indicator(i)).collect(),
            checks: f
                .outcome
                .words
                .iter()
                .map(|k| CheckView {
                    says: if k.says == kapok_matters::Says::Done {
                        t.matter_check_done()
                    } else {
                        t.matter_check_not_yet()
                    },
                    date: self.day(k.at),
                    words: k.words.clone(),
                })
                .collect(),
            appeals: f
                .beside
                .appeals
                .iter()
                .map(|a| AppealView {
                    heading: match a.state {
                        AppealState::Open => t.matter_appeal_open(&self.day(a.at)),
                        AppealState::Upheld => t.matter_appeal_upheld().to_owned(),
                        AppealState::Rejected => t.matter_appeal_rejected().to_owned(),
                    },
                    grounds: a.grounds.clone(),
                    ruling: a.ruling.clone(),
                })
                .collect(),
            cases: Vec::new(),
            followers: if m.followers > 0 {
                t.matter_followers(m.followers)
            } else {
                String::new()
            },
            can_appeal,
        }
    }

    pub(super) fn day(&self, at: Timestamp) -> String {
        self.t.date(self.env.city.date(at))
    }

    pub(super) fn name(&self, party: Option<PartyId>) -> &str {
        party.map_or("", |id| self.directory.name(id))
    }

    fn crumbs(&self, m: &Matter) -> Vec<(String, String)> {
        let mut out = vec![("/matters".to_owned(), self.t.nav_matters().to_owned())];
        for place in m.place.map(|id| self.tree.path(id)).unwrap_or_default() {
            out.push((format!("/matters?place={}", place.key), place.name.clone()));
        }
        if !m.topic.is_empty() {
            out.push((
                format!("/matters?topic={}", m.topic),
                self.t.topic(&m.topic).to_owned(),
            ));
        }
        out
    }

    fn elsewhere(&self, f: &Found) -> (String, String, String) {
        let t = self.t;
        match (f.matter.state, &f.merged) {
            (State::Merged, Some((number, title))) => (
                t.matter_merged().to_owned(),
                format!("/matters/{number}"),
                title.clone(),
            ),
            (State::Referred, _) => (
                t.matter_referred(&f.matter.referred_to),
                String::new(),
                String::new(),
            ),
            _ => Default::default(),
        }
    }

    /// The six steps, each with the day on which the matter last came there.
    fn track(&self, f: &Found) -> Vec<(&'static str, String, bool, bool)> {
        let mut reached: HashMap<Step, Timestamp> = HashMap::from([(Step::Heard, f.matter.first_heard)]);
        for act in &f.acts {
            let step = match Kind::parse(&act.kind) {
                Some(Kind::MatterSorted) => Step::Weighed,
                Some(Kind::MatterDecided) => Step::Decided,
                Some(Kind::MatterDoing) => Step::Doing,
                Some(Kind::MatterDone) => Step::Done,
                Some(Kind::MatterShared) => Step::Shared,
                _ => continue,
            };
            reached.insert(step, act.at);
        }
        let current = f.matter.state.step();
        let steps = [
            Step::Heard,
            Step::Weighed,
            Step::Decided,
            Step::Doing,
            Step::Done,
            Step::Shared,
        ];
        let position = current.and_then(|c| steps.iter().position(|s| *s == c));
        steps
            .iter()
            .enumerate()
            .map(|(i, step)| {
                // A reopened matter stands before a step that it had reached.
                let there = position.is_none_or(|p| i <= p) && reached.contains_key(step);
                let date = if there {
                    reached.get(step).map(|at| self.day(*at)).unwrap_or_default()
                } else {
                    String::new()
                };
                (step.id(), date, there, current == Some(*step))
            })
            .collect()
    }

    fn timeline(&self, f: &Found) -> Vec<Moment> {
        let words = Words {
            titles: f
                .promises
                .iter()
                .map(|(c, _)| (c.id.0, c.title.clone()))
                .collect(),
            answers: f
                .beside
                .answers
                .iter()
                .map(|a| (a.lang.clone(), a.text.clone()))
                .collect(),
            decisions: f
                .decisions
                .iter()
                .map(|d| (d.lang.clone(), d.text.clone()))
                .collect(),
        };
        let mut out = moments(self.t, &self.env.city, &f.acts, &words, false);
        if let Some(first) = f.voices.first() {
            let date = self.env.city.date(first.heard);
            let shown = self.voice(first);
            out.insert(
                0,
                Moment {
                    key: "heard",
                    iso: date.to_string(),
                    date: self.t.date(date),
                    who: self.whence(first),
                    what: self.t.front_first_voice().to_owned(),
                    quote: shown.text,
                    lang: shown.lang,
                    ..Moment::default()
                },
            );
        }
        out
    }
}
