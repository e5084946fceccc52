//! The pages of voices: the public list and one voice, and the service desk.

mod cards;
mod desk;
mod list;
mod one;
mod saved;

use axum::Router;
use axum::routing::{get, post};
use jiff::Timestamp;
use kapok_acts::{Env, Fields};
use kapok_i18n::{Lang, T};
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_store::ids::PlaceId;
use kapok_web::{App, said};

use crate::model::{Channel, Voice, VoiceKind, VoiceState};

/// Characters of a voice in a list.
const SHOWN: usize = 280;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/voices", get(list::page))
        .route("/voices/{number}", get(one::page))
        .route("/voices/{number}/hide", post(one::hide))
        .route("/voices/{number}/restore", post(one::restore))
        .route("/desk", get(desk::form).post(desk::send))
        .route("/desk/receipt/{number}", get(desk::receipt))
        .route("/desk/cards", get(cards::form).post(cards::send))
        .route("/desk/cards/table", post(cards::fill))
        .route("/desk/cards/saved/{from}/{to}", get(saved::page))
}

/// A choice of a list: value, words, whether it is chosen.
type Choice = (String, String, bool);

/// A voice in the reader's words, for lists and for its own page.
pub(crate) struct View {
    /// Its number.
    pub number: i64,
    /// "Voice 123".
    pub name: String,
    /// What it says; empty when it is not shown.
    pub text: String,
    /// For the `lang` attribute; empty for unknown.
    pub lang: String,
    /// Channel in words.
    pub channel: &'static str,
    /// Place: the name and the author's words where they say more; empty for unknown.
    pub place: String,
    /// The day it was heard, for machines and for people.
    pub heard: (String, String),
    /// The organisation that speaks; empty for a resident.
    pub party: String,
    /// Address of the matter; empty for none.
    pub matter: String,
    /// "waiting for 31 days"; empty when it was answered or the time is not over.
    pub waiting: String,
    /// Why nothing or something else is to be read; empty otherwise.
    pub note: String,
}

/// What every view is made with.
pub(crate) struct Words<'a> {
    pub t: T,
    pub env: &'a Env,
    pub tree: &'a Tree,
    pub directory: &'a Directory,
}

impl View {
    /// In a list only the beginning is shown.
    pub(crate) fn in_list(w: &Words<'_>, voice: &Voice) -> Self {
        Self {
            text: kapok_text::excerpt(&voice.text, SHOWN),
            ..Self::new(w, voice)
        }
    }

    /// With all words and line breaks.
    pub(crate) fn new(w: &Words<'_>, voice: &Voice) -> Self {
        let t = w.t;
        Self {
            number: voice.number,
            name: t.voices_name(&voice.number.to_string()),
            text: voice.text.clone(),
            lang: attribute(&voice.lang),
            channel: t.channel(voice.channel.id()),
            place: place(w.tree, voice.place, &voice.place_words),
            heard: day(t, w.env, voice.heard),
            party: w.directory.name(voice.party).to_owned(),
            matter: voice.matter.map(|m| format!("/m/{m}")).unwrap_or_default(),
            waiting: waiting(w, voice),
            note: note(w, voice),
        }
    }
}

/// Name of the place, with the author's words where they say more than the name.
fn place(tree: &Tree, id: Option<PlaceId>, words: &str) -> String {
    let name = tree.name(id);
    match (name.is_empty(), words.is_empty()) {
        (true, _) => words.to_owned(),
        (false, true) => name.to_owned(),
        (false, false) if kapok_text::fold(name) == kapok_text::fold(words) => name.to_owned(),
        (false, false) => format!("{name} · {words}"),
    }
}

/// What is said of words for a place that fit none of ours; empty when they fit, or when there are none.
fn unknown_place(t: T, voice: &Voice) -> String {
    if voice.place.is_none() && !voice.place_words.is_empty() {
        t.voices_place_unknown(&voice.place_words)
    } else {
        String::new()
    }
}

fn day(t: T, env: &Env, at: Timestamp) -> (String, String) {
    let date = env.city.date(at);
    (date.to_string(), t.date(date))
}

/// A language tag as an attribute; unknown languages give none.
fn attribute(lang: &str) -> String {
    if lang == "und" {
        String::new()
    } else {
        lang.to_owned()
    }
}

/// How long it has waited, once the city's time to answer is over.
fn waiting(w: &Words<'_>, voice: &Voice) -> String {
    let heard = w.env.city.date(voice.heard);
    let days = i64::from(heard.until(w.env.today()).map_or(0, |span| span.get_days()));
    let late = days > w.env.city.days_to_answer && voice.answered.is_none() && voice.is_shown();
    if late {
        w.t.voices_waiting(&w.t.days(days))
    } else {
        String::new()
    }
}

fn note(w: &Words<'_>, voice: &Voice) -> String {
    let t = w.t;
    match voice.state {
        VoiceState::Heard => String::new(),
        VoiceState::Withdrawn => t.voices_withdrawn().to_owned(),
        VoiceState::Hidden if voice.state_reason.is_empty() => t.voices_hidden().to_owned(),
        VoiceState::Hidden => t.voices_hidden_reason(&said::reason(t, &voice.state_reason)),
        VoiceState::Referred => t.voices_referred(
            w.directory.name(voice.office),
            &said::reason(t, &voice.state_reason),
        ),
    }
}

/// The same errors for whoever writes down what somebody else said.
fn at_the_desk(mut wrong: Fields) -> Fields {
    for error in &mut wrong.0 {
        if error.message == "voices-text-missing" {
            error.message = "voices-desk-text-missing";
        }
    }
    wrong
}

/// Name of a kind.
fn kind_name(t: T, kind: VoiceKind) -> &'static str {
    match kind {
        VoiceKind::Unstated => t.voices_kind_unstated(),
        VoiceKind::Idea => t.voices_kind_idea(),
        VoiceKind::Report => t.voices_kind_report(),
        VoiceKind::Question => t.voices_kind_question(),
        VoiceKind::Point => t.voices_kind_point(),
        VoiceKind::Testimony => t.voices_kind_testimony(),
    }
}

/// Name of a language; "not known" where we have none for it.
fn language_name(t: T, lang: &str) -> &str {
    if lang == "und" {
        t.voices_lang_unknown()
    } else {
        t.language(lang)
    }
}

/// Channels to choose from, with `first` (value and words) above them.
fn channels(t: T, first: Option<&str>, chosen: &str, take: impl Fn(Channel) -> bool) -> Vec<Choice> {
    let none = first.map(|words| (String::new(), words.to_owned(), chosen.is_empty()));
    let all = Channel::ALL.iter().copied().filter(|c| take(*c));
    let choice = |c: Channel| (c.id().to_owned(), t.channel(c.id()).to_owned(), c.id() == chosen);
    none.into_iter().chain(all.map(choice)).collect()
}

/// The languages of the interface to choose from.
fn languages(t: T, first: &str, chosen: &str) -> Vec<Choice> {
    let none = (String::new(), first.to_owned(), chosen.is_empty());
    let choice = |l: &Lang| {
        (
            l.code().to_owned(),
            t.language(l.code()).to_owned(),
            l.code() == chosen,
        )
    };
    std::iter::once(none)
        .chain(Lang::ALL.iter().map(choice))
        .collect()
}

/// Names of all places, to offer while typing.
fn place_names(tree: &Tree) -> Vec<String> {
    tree.in_order().into_iter().map(|(_, p)| p.name.clone()).collect()
}
