//! An act in the reader's words.

use kapok_acts::log::Entry;
use kapok_acts::{Env, Role};
use kapok_i18n::T;
use kapok_web::said;

/// An act in the reader's words.
pub struct EntryView {
    /// Its id, for its own page.
    pub id: String,
    /// Time for machines.
    pub iso: String,
    /// Time for people.
    pub time: String,
    /// Who, with the office.
    pub who: String,
    /// What.
    pub sentence: String,
    /// Why.
    pub reason: String,
    /// Facts with their labels.
    pub facts: Vec<(String, String)>,
    /// Address of the matter, empty for none.
    pub matter: String,
    /// Address of the voice, empty for none.
    pub voice: String,
    /// Address of the promise, empty for none.
    pub promise: String,
    /// Name of the kind.
    pub kind: String,
}

/// Message id of a kind's sentence.
#[must_use]
pub fn sentence_id(kind: &str) -> String {
    format!("log-act-{}", kind.replace('.', "-"))
}

/// Who acted, in public: staff under name and office, residents never by name.
#[must_use]
pub fn who(t: T, entry: &Entry) -> String {
    match entry.actor_kind.as_str() {
        "officer" if entry.actor_office.is_empty() => entry.actor_name.clone(),
        "officer" => format!("{}, {}", entry.actor_name, entry.actor_office),
        "resident" => t.log_resident().to_owned(),
        _ => t.log_system().to_owned(),
    }
}

/// The facts of an act with labels; facts that are only there for machines are left out.
#[must_use]
pub fn facts(t: T, entry: &Entry) -> Vec<(String, String)> {
    facts_named(t, entry, "")
}

/// The fact of one name, or all for an empty name.
#[must_use]
pub fn facts_named(t: T, entry: &Entry, only: &str) -> Vec<(String, String)> {
    entry
        .facts()
        .into_iter()
        .filter(|(name, _)| only.is_empty() || name == only)
        .filter_map(|(name, fact)| {
            let label = match (name.as_str(), entry.subject_kind.as_str()) {
                ("number", "voice") => t.log_fact_voice_number(),
                _ => t.message(&format!("log-fact-{}", name.replace('_', "-")))?,
            };
            let value = match fact {
                kapok_log::Fact::Int(n) => t.number(n),
                kapok_log::Fact::Flag(true) => t.form_yes().to_owned(),
                kapok_log::Fact::Flag(false) => t.form_no().to_owned(),
                kapok_log::Fact::Text(text) => words(t, &name, text),
            };
            Some((label.to_owned(), value))
        })
        .collect()
}

/// A fact of text as people read it: codes of topics and states by their names, dates by the language's habit.
fn words(t: T, name: &str, text: String) -> String {
    if let Ok(date) = text.parse::<jiff::civil::Date>() {
        return t.date(date);
    }
    let named = match name {
        "topic" => t.topic(&text),
        "channel" => t.channel(&text),
        "state" | "to" | "from" | "against" => t.state(&text),
        "level" => t.level(&text),
        "field" => t.field(&text),
        "lang" => t.language(&text),
        "case" | "title" | "title_before" | "indicator" | "name" | "office" | "lead" | "unit" | "file" => {
            &text
        }
        // Older acts say whose second factor was switched on or off.
        "what" => t.log_value_sign_in(),
        "roles" | "roles_before" => {
            return text
                .split(' ')
                .filter_map(Role::parse)
                .map(|role| kapok_parties::pages::role_name(t, role))
                .collect::<Vec<_>>()
                .join(", ");
        }
        _ => t.message(&format!("log-value-{text}")).unwrap_or(&text),
    };
    t.isolate(named).into_owned()
}

impl EntryView {
    /// An entry in the reader's words.
    #[must_use]
    pub fn new(t: T, env: &Env, entry: &Entry) -> Self {
        let zoned = entry.at.to_zoned_datetime(env.city.time_zone.clone());
        Self {
            id: entry.id.to_string(),
            iso: entry.at.to_string(),
            time: t.date_time(zoned.datetime()),
            who: who(t, entry),
            sentence: said::sentence(t, entry),
            reason: said::reason_of(t, entry),
            facts: facts(t, entry),
            matter: entry
                .matter_id
                .map(|id| format!("/m/{}", kapok_store::ids::MatterId(id)))
                .unwrap_or_default(),
            voice: match entry.subject_kind.as_str() {
                "voice" => numbered("/voices", entry, "number"),
                _ => String::new(),
            },
            promise: numbered("/promises", entry, "commitment"),
            kind: entry.kind.clone(),
        }
    }
}

/// The address of the thing whose number is a fact of the act; empty when there is none.
fn numbered(folder: &str, entry: &Entry, fact: &str) -> String {
    match entry.facts().get(fact) {
        Some(kapok_log::Fact::Int(n)) => format!("{folder}/{n}"),
        _ => String::new(),
    }
}
