//! What stands on the work page, in the reader's words.

use kapok_acts::log::Entry;
use kapok_acts::{Actor, Env, Right};
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_voices::Voice;
use kapok_web::Form;

use super::super::choose::attribute;
use crate::beside::Beside;
use crate::model::Matter;
use crate::replies::{Answer, Appeal, AppealState, Asked, Partner, PartnerState};

/// Characters of a voice in the list.
const IN_LIST: usize = 280;

/// What every view is made with.
pub(super) struct Words<'a> {
    pub t: T,
    pub env: &'a Env,
    pub tree: &'a Tree,
    pub directory: &'a Directory,
}

impl Words<'_> {
    /// A day for machines and for people.
    fn day(&self, at: jiff::Timestamp) -> (String, String) {
        let date = self.env.city.date(at);
        (date.to_string(), self.t.date(date))
    }
}

/// A fact at a glance; late ones are marked.
pub(super) struct Fact {
    pub term: &'static str,
    pub fact: String,
    pub late: bool,
}

/// What is known of the matter.
pub(super) fn facts(w: &Words<'_>, m: &Matter, beside: &Beside) -> Vec<Fact> {
    let t = w.t;
    let mut out = Vec::new();
    let mut add = |term, fact: String, late| {
        if !fact.is_empty() {
            out.push(Fact { term, fact, late });
        }
    };
    let day = |date| t.date(date);
    add(t.work_lead(), w.directory.name(m.lead).to_owned(), false);
    let late = m.state.is_open() && m.answered.is_none() && m.reply_by.is_some_and(|d| d < w.env.today());
    add(t.work_reply_by(), m.reply_by.map(day).unwrap_or_default(), late);
    let answered = m
        .answered
        .map_or_else(|| t.work_not_answered().to_owned(), |at| w.day(at).1);
    add(t.work_answered_on(), answered, false);
    add(t.work_first_heard(), w.day(m.first_heard).1, false);
    add(t.work_place(), w.tree.name(m.place).to_owned(), false);
    add(t.work_topic(), t.topic(&m.topic).to_owned(), false);
    add(t.work_level(), t.level(&m.level).to_owned(), false);
    add(t.work_field(), t.field(&m.field).to_owned(), false);
    if let Some((at, of)) = beside.position {
        add(
            t.work_position(),
            t.base_part(&t.number(at), &t.number(of)),
            false,
        );
    }
    add(t.work_referred_to(), m.referred_to.clone(), false);
    out
}

/// The fields of the description that stand otherwise now than in the form that came back.
pub(super) fn changed(w: &Words<'_>, m: &Matter, form: &Form) -> Vec<(&'static str, String)> {
    let t = w.t;
    let place = m.place.and_then(|id| w.tree.get(id));
    let pairs = [
        ("title", t.work_title(), m.title.clone(), m.title.clone()),
        ("summary", t.work_summary(), m.summary.clone(), m.summary.clone()),
        (
            "place",
            t.work_place(),
            place.map(|p| p.key.clone()).unwrap_or_default(),
            w.tree.name(m.place).to_owned(),
        ),
        (
            "topic",
            t.work_topic(),
            m.topic.clone(),
            t.topic(&m.topic).to_owned(),
        ),
        (
            "level",
            t.work_level(),
            m.level.clone(),
            t.level(&m.level).to_owned(),
        ),
        (
            "field",
            t.work_field(),
            m.field.clone(),
            t.field(&m.field).to_owned(),
        ),
        (
            "urgency",
            t.work_urgency(),
            m.urgency.to_string(),
            grade(t, m.urgency),
        ),
        (
            "safety",
            t.work_safety(),
            m.safety.to_string(),
            grade(t, m.safety),
        ),
        (
            "equity",
            t.work_equity(),
            m.equity.to_string(),
            grade(t, m.equity),
        ),
    ];
    let differs = |typed: &str, now: &str| typed.trim() != now;
    let changed = pairs
        .into_iter()
        .filter(|(field, _, now, _)| differs(form.get(field), now));
    changed.map(|(_, label, _, words)| (label, words)).collect()
}

/// A grade from 0 to 3 with its word.
pub(super) fn grade(t: T, n: i64) -> String {
    let word = match n {
        0 => t.work_grade_none(),
        1 => t.work_grade_some(),
        2 => t.work_grade_high(),
        _ => t.work_grade_highest(),
    };
    format!("{} · {word}", t.number(n))
}

/// An office that was asked.
pub(super) struct Request {
    pub key: String,
    pub office: String,
    pub asked: &'static str,
    pub state: &'static str,
    pub note: String,
    pub day: (String, String),
    /// Whether this actor may reply to it now.
    pub may_reply: bool,
}

impl Request {
    pub(super) fn new(w: &Words<'_>, actor: &Actor, p: &Partner) -> Self {
        let t = w.t;
        Self {
            key: w
                .directory
                .get(p.party)
                .map(|o| o.key.clone())
                .unwrap_or_default(),
            office: w.directory.name(p.party).to_owned(),
            asked: match p.asked {
                Asked::Part => t.work_asked_part(),
                Asked::Lead => t.work_asked_lead(),
            },
            state: match p.state {
                PartnerState::Asked => t.work_reply_waits(),
                PartnerState::Accepted => t.work_reply_accepted(),
                PartnerState::Refused => t.work_reply_refused(),
            },
            note: p.note.clone(),
            day: w.day(p.replied_at.unwrap_or(p.asked_at)),
            may_reply: p.state == PartnerState::Asked && actor.may_for(Right::Describe, &[p.party]),
        }
    }
}

/// An answer to all voices.
pub(super) struct AnswerLine {
    pub day: (String, String),
    pub who: String,
    pub lang: String,
    pub paragraphs: Vec<String>,
}

impl AnswerLine {
    pub(super) fn new(w: &Words<'_>, a: &Answer) -> Self {
        Self {
            day: w.day(a.at),
            who: w
                .t
                .beside([a.author.clone(), w.directory.name(a.party).to_owned()]),
            lang: attribute(&a.lang).to_owned(),
            paragraphs: paragraphs(&a.text),
        }
    }
}

/// An appeal.
pub(super) struct AppealLine {
    pub id: String,
    pub day: (String, String),
    pub against: &'static str,
    pub grounds: String,
    pub state: &'static str,
    pub ruling: String,
    pub waits: bool,
}

impl AppealLine {
    pub(super) fn new(w: &Words<'_>, a: &Appeal) -> Self {
        let t = w.t;
        Self {
            id: a.id.to_string(),
            day: w.day(a.at),
            against: a.against.id(),
            grounds: a.grounds.clone(),
            state: match a.state {
                AppealState::Open => t.work_appeal_waits(),
                AppealState::Upheld => t.work_appeal_upheld(),
                AppealState::Rejected => t.work_appeal_rejected(),
            },
            ruling: a.ruling.clone(),
            waits: super::waits(a.state),
        }
    }
}

/// A voice of the matter.
pub(super) struct VoiceLine {
    pub id: String,
    pub number: i64,
    pub name: String,
    /// Empty when it is not shown.
    pub text: String,
    pub lang: String,
    pub facts: String,
    pub shown: bool,
    pub ticked: bool,
}

impl VoiceLine {
    pub(super) fn new(w: &Words<'_>, v: &Voice, ticked: bool) -> Self {
        let t = w.t;
        let answered = if v.answered.is_some() {
            ""
        } else {
            t.work_not_answered()
        };
        Self {
            id: v.id.to_string(),
            number: v.number,
            name: t.work_voice(&t.number(v.number)),
            text: kapok_text::excerpt(&v.text, IN_LIST),
            lang: attribute(&v.lang).to_owned(),
            facts: w.t.beside([
                t.channel(v.channel.id()).to_owned(),
                w.tree.name(v.place).to_owned(),
                w.day(v.heard).1,
                answered.to_owned(),
            ]),
            shown: v.is_shown(),
            ticked,
        }
    }
}

/// An act of the log.
pub(super) struct ActLine {
    pub href: String,
    pub day: (String, String),
    pub who: String,
    pub what: String,
    pub reason: String,
}

impl ActLine {
    pub(super) fn new(w: &Words<'_>, entry: &Entry) -> Self {
        let t = w.t;
        Self {
            href: format!("/log/{}", entry.id),
            day: w.day(entry.at),
            who: match entry.actor_kind.as_str() {
                "resident" => t.log_resident().to_owned(),
                "officer" => t.beside([entry.actor_name.clone(), entry.actor_office.clone()]),
                _ => t.log_system().to_owned(),
            },
            what: kapok_web::said::sentence(t, entry),
            reason: kapok_web::said::reason_of(t, entry),
        }
    }
}

fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}
