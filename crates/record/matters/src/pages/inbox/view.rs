//! Voices and matters of the inbox in the reader's words.

use kapok_acts::Env;
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_voices::{Voice, VoiceState};

use super::super::choose::attribute;
use super::super::facts_of;
use super::asked::Asked;
use crate::likeness::Alike;
use crate::model::Matter;

/// Characters of a voice in the list.
const IN_LIST: usize = 160;
/// Characters of a title that is made of a voice's words.
const IN_TITLE: usize = 80;
/// Words that are named as what led to a suggestion.
const WORDS: usize = 6;

/// What every view is made with.
pub(super) struct Words<'a> {
    pub t: T,
    pub env: &'a Env,
    pub tree: &'a Tree,
    pub directory: &'a Directory,
}

/// A voice in the list.
pub(super) struct Line {
    pub href: String,
    pub number: String,
    pub text: String,
    pub lang: String,
    pub facts: String,
    pub current: bool,
    pub chosen: bool,
}

/// The voice that is worked on.
pub(super) struct Shown {
    pub id: String,
    pub number: i64,
    pub name: String,
    pub paragraphs: Vec<String>,
    pub lang: String,
    pub facts: Vec<(&'static str, String)>,
    pub heard: (String, String),
    /// How long it has waited; empty for less than a day.
    pub waiting: String,
    /// Whether the time to sort it is over.
    pub late: bool,
    pub photo: String,
    /// Why it was referred here; empty for a new voice.
    pub referred: String,
    pub can_be_reached: bool,
    /// Title for a new matter: its first words.
    pub title: String,
    pub place_key: String,
}

/// A matter that the voice may belong to.
pub(super) struct Suggestion {
    pub number: i64,
    pub href: String,
    pub title: String,
    pub lang: String,
    pub state: &'static str,
    pub facts: String,
    /// "63 %"; empty for a matter that was searched.
    pub likeness: String,
    /// The words that led to it.
    pub words: Vec<String>,
    /// The key that joins; empty when keys are used up.
    pub key: String,
}

impl Line {
    pub(super) fn new(w: &Words<'_>, asked: &Asked, voice: &Voice, current: bool) -> Self {
        let date = w.t.day_month(w.env.city.date(voice.heard));
        let known = [w.t.channel(voice.channel.id()).to_owned(), place(w, voice), date];
        Self {
            href: asked.at(voice.number).address(),
            number: w.t.number(voice.number),
            text: kapok_text::excerpt(&voice.text, IN_LIST),
            lang: attribute(&voice.lang).to_owned(),
            facts: w.t.beside(known),
            current,
            chosen: asked.chosen.contains(&voice.id),
        }
    }
}

impl Shown {
    pub(super) fn new(w: &Words<'_>, voice: &Voice) -> Self {
        let t = w.t;
        let date = w.env.city.date(voice.heard);
        let days = i64::from(date.until(w.env.today()).map_or(0, |span| span.get_days()));
        let mut facts = vec![(t.inbox_channel(), t.channel(voice.channel.id()).to_owned())];
        facts.push((t.inbox_place(), or_unknown(t, place(w, voice))));
        let language = match voice.lang.as_str() {
            "und" => t.inbox_unknown(),
            lang => t.language(lang),
        };
        facts.push((t.inbox_language(), language.to_owned()));
        if let Some(party) = voice.party {
            facts.push((t.inbox_said_by(), w.directory.name(party).to_owned()));
        }
        Self {
            id: voice.id.to_string(),
            number: voice.number,
            name: t.inbox_voice(&t.number(voice.number)),
            paragraphs: paragraphs(&voice.text),
            lang: attribute(&voice.lang).to_owned(),
            facts,
            heard: (date.to_string(), t.date(date)),
            waiting: if days > 0 {
                t.inbox_waiting(&t.days(days))
            } else {
                String::new()
            },
            late: days > w.env.city.days_to_sort,
            photo: voice.photo.clone().unwrap_or_default(),
            referred: if voice.state == VoiceState::Referred {
                kapok_web::said::reason(t, &voice.state_reason)
            } else {
                String::new()
            },
            can_be_reached: voice.has_contact,
            title: first_words(&voice.text),
            place_key: voice
                .place
                .and_then(|id| w.tree.get(id))
                .map(|p| p.key.clone())
                .unwrap_or_default(),
        }
    }
}

impl Suggestion {
    /// A matter that looks like the voice; `n` counts from 0.
    pub(super) fn alike(w: &Words<'_>, n: usize, alike: Alike, text: &str) -> Self {
        let percent = w.t.percent(100.0 * alike.likeness, 0);
        let words = as_written(text, &alike.tokens);
        Self {
            likeness: percent,
            words,
            ..Self::found(w, n, alike.matter)
        }
    }

    /// A matter that was searched.
    pub(super) fn found(w: &Words<'_>, n: usize, matter: Matter) -> Self {
        Self {
            number: matter.number,
            href: matter.path(),
            state: matter.state.id(),
            facts: facts_of(w.t, &matter, w.tree, w.directory),
            lang: attribute(&matter.lang).to_owned(),
            title: matter.title,
            likeness: String::new(),
            words: Vec::new(),
            key: if n < 9 { (n + 1).to_string() } else { String::new() },
        }
    }
}

/// Name of the place, and the author's words where they say more.
fn place(w: &Words<'_>, voice: &Voice) -> String {
    let name = w.tree.name(voice.place);
    if kapok_text::fold(name) == kapok_text::fold(&voice.place_words) {
        return name.to_owned();
    }
    w.t.beside([name, &voice.place_words])
}

fn or_unknown(t: T, text: String) -> String {
    if text.is_empty() {
        t.inbox_unknown().to_owned()
    } else {
        text
    }
}

pub(super) fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(str::to_owned).collect()
}

/// The first sentence, cut to the length of a title, without the marks at its end.
fn first_words(text: &str) -> String {
    let ends = |c: char| matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '؟' | '\n');
    let first = text
        .trim()
        .split(ends)
        .find(|part| part.chars().any(char::is_alphanumeric));
    let short = kapok_text::excerpt(first.unwrap_or_default(), IN_TITLE);
    short
        .trim_matches(['…', '¿', '¡', ' ', ',', '，', '،'])
        .to_owned()
}

/// Tokens as they are written in the text, each once. Scripts without spaces have pairs of characters as tokens: those are
/// shown as they are.
fn as_written(text: &str, tokens: &[String]) -> Vec<String> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’')
        .filter(|word| !word.is_empty())
        .collect();
    let mut out: Vec<String> = Vec::new();
    for token in tokens {
        // A word has itself as token, and perhaps itself without its article; a run of characters has more.
        let is_it = |word: &str| {
            let own = kapok_text::tokens(word);
            own.len() <= 2 && own.contains(token)
        };
        let written = words.iter().find(|word| is_it(word));
        let word = written.map_or_else(|| token.clone(), |word| word.to_lowercase());
        if !out.contains(&word) && out.len() < WORDS {
            out.push(word);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_the_first_sentence_without_its_marks() {
        assert_eq!(
            first_words("¿Por qué no hay luz? Vivo aquí."),
            "Por qué no hay luz"
        );
        assert_eq!(first_words("\n  桥上的路灯坏了。晚上很黑。"), "桥上的路灯坏了");
        let long = first_words(&"lamp ".repeat(60));
        assert!(
            long.chars().count() <= IN_TITLE && long.ends_with("lamp"),
            "{long}"
        );
        assert_eq!(first_words("..."), "");
    }

    #[test]
    fn tokens_come_back_as_they_were_written() {
        let text = "The Lamps near the bridge are broken";
        let tokens: Vec<String> = kapok_text::tokens(text);
        let words = as_written(text, &tokens);
        assert!(
            words.contains(&"lamps".to_owned()) && words.contains(&"broken".to_owned()),
            "{words:?}"
        );
        let words = as_written("桥上的路灯坏了", &["路灯".to_owned()]);
        assert_eq!(words, ["路灯"]);
    }
}
