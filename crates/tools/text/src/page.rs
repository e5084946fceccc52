//! The page and the summary on the terminal.

use askama::Template;
use kapok_i18n::{Lang, T};
use kapok_meaning::{Group, Method, Suggestion, Text};
use kapok_report::Sheet;
use kapok_text::excerpt;

use crate::advice::{Advice, place_name};
use crate::model;
use crate::rows::Sorted;
use crate::suggest::learned;

/// Texts of a group that the page shows; the CSV has all.
const TEXTS: usize = 200;
/// Texts on their own that the page shows.
const ALONE: usize = 2_000;
/// Visible characters of a text that the page shows.
const CHARS: usize = 1_500;
/// Ids of one text that the page shows.
const IDS: usize = 12;
/// From so many voices on, a text counts as sent again and again.
const FLOOD: usize = 5;
/// Places of a group that the page shows.
const PLACES: usize = 12;
/// Groups in the summary on the terminal.
const PRINTED: usize = 12;

/// A text as the page shows it.
struct Quote {
    text: String,
    lang: String,
    dir: &'static str,
    cut: bool,
    voices: usize,
    sent_by: String,
    ids: String,
}

struct Block {
    number: String,
    title: String,
    words: String,
    facts: String,
    voices: String,
    different: String,
    tight: String,
    languages: String,
    places: String,
    topic: String,
    advice: Vec<String>,
    permille: usize,
    central: Vec<Quote>,
    behind: String,
    texts: Vec<Quote>,
    more: String,
}

#[derive(Template)]
#[template(path = "groups.html")]
struct Page {
    c: Sheet,
    lede: String,
    reading: Vec<String>,
    sums: Vec<(String, String)>,
    notes: Vec<String>,
    empty: bool,
    blocks: Vec<Block>,
    floods: Vec<Quote>,
    alone: Vec<Quote>,
    alone_show: String,
    alone_more: String,
    wordless: String,
}

/// The page.
///
/// # Errors
/// None but the template's own.
pub(crate) fn html(sorted: &Sorted<'_>, lang: Lang, command: String) -> askama::Result<String> {
    let t = T(lang);
    let shown = Shown { t, sorted };
    let groups = &sorted.groups.groups;
    let most = groups.first().map_or(1, |g| g.voices);
    let all = groups.iter().flat_map(|g| &g.texts).chain(&sorted.groups.alone);
    let mut floods: Vec<&Text> = all.filter(|text| text.voices.len() >= FLOOD).collect();
    floods.sort_by_key(|text| std::cmp::Reverse(text.voices.len()));
    let alone = &sorted.groups.alone;
    let wordless = &sorted.groups.wordless;
    Page {
        c: Sheet::new(lang, command),
        lede: t.text_lede(&t.text_groups(count(groups.len())), sorted.file),
        reading: shown.reading(),
        sums: shown.sums(),
        notes: shown.notes(),
        empty: sorted.input.voices.is_empty(),
        blocks: groups
            .iter()
            .enumerate()
            .map(|(at, group)| shown.block(at, group, most))
            .collect(),
        floods: floods
            .into_iter()
            .take(50)
            .map(|text| shown.quote(text))
            .collect(),
        alone: alone.iter().take(ALONE).map(|text| shown.quote(text)).collect(),
        alone_show: t.text_alone_show(count(alone.len().min(ALONE))),
        alone_more: shown.more(alone.len(), ALONE),
        wordless: if wordless.is_empty() {
            String::new()
        } else {
            t.text_wordless_lede(&shown.ids(wordless))
        },
    }
    .render()
}

/// What the terminal shows: sums, method and the greatest groups.
pub(crate) fn summary(sorted: &Sorted<'_>, t: T) -> String {
    let groups = &sorted.groups.groups;
    let grouped = groups.iter().map(|g| g.voices).sum();
    let mut out = t.text_summary(
        &t.text_voices(count(sorted.groups.voices())),
        &t.text_different(count(sorted.different())),
        count(grouped),
        &t.text_groups(count(groups.len())),
        count(sorted.groups.alone.len()),
        count(sorted.groups.wordless.len()),
    );
    out.push('\n');
    out.push_str(&match sorted.groups.method {
        Method::Pieces => t.text_by_pieces().to_owned(),
        Method::Model => t.text_by_model(model::NAME),
    });
    out.push('\n');
    for (at, group) in groups.iter().take(PRINTED).enumerate() {
        let central = group
            .texts
            .first()
            .map_or_else(String::new, |x| excerpt(&sorted.voice(x.shown).text, 70));
        out.push_str(&format!(
            "\n{:>4}  {:>6}  {}{}\n              {central}\n",
            at + 1,
            group.voices,
            sorted.name(group),
            topic(sorted, at, t)
        ));
    }
    if groups.len() > PRINTED {
        out.push_str(&format!(
            "      {}\n",
            t.text_more_groups(count(groups.len() - PRINTED))
        ));
    }
    out.push('\n');
    out
}

/// The suggested topic of a group in brackets.
fn topic(sorted: &Sorted<'_>, at: usize, t: T) -> String {
    let topic = sorted.advice[at].topic.as_ref();
    topic.map_or_else(String::new, |s| {
        format!("  ({} {:.0} %)", t.topic(&s.label), s.probability * 100.0)
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A result with the words to show it.
struct Shown<'a> {
    t: T,
    sorted: &'a Sorted<'a>,
}

impl Shown<'_> {
    fn reading(&self) -> Vec<String> {
        let t = self.t;
        let method = match self.sorted.groups.method {
            Method::Pieces => t.text_read_pieces().to_owned(),
            Method::Model => t.text_read_model(model::NAME),
        };
        vec![
            t.text_read_count().to_owned(),
            t.text_read_copy().to_owned(),
            method,
            t.text_read_central().to_owned(),
            learned(t, self.sorted.adviser),
            t.text_read_advice().to_owned(),
        ]
    }

    fn sums(&self) -> Vec<(String, String)> {
        let (t, groups) = (self.t, self.sorted.groups);
        let number = |n: usize| t.number(count(n));
        [
            (t.text_sum_voices(), groups.voices()),
            (t.text_sum_grouped(), groups.groups.iter().map(|g| g.voices).sum()),
            (t.text_sum_alone(), groups.alone.len()),
            (t.text_sum_wordless(), groups.wordless.len()),
            (t.text_sum_different(), self.sorted.different()),
        ]
        .map(|(label, n)| (label.to_owned(), number(n)))
        .into()
    }

    /// The notes of the reader of the file, in English as on the terminal.
    fn notes(&self) -> Vec<String> {
        let notes = self.sorted.input.notes.iter();
        notes
            .map(|n| {
                format!(
                    "{} rows {} (first on line {})",
                    n.rows,
                    n.kind.words(),
                    n.first_line
                )
            })
            .collect()
    }

    fn block(&self, at: usize, group: &Group, most: usize) -> Block {
        let (t, name, advice) = (self.t, self.sorted.name(group), &self.sorted.advice[at]);
        let voices = t.text_voices(count(group.voices));
        let different = t.text_different(count(group.texts.len()));
        Block {
            number: (at + 1).to_string(),
            title: t.text_group_title(&t.number(count(at + 1)), &name),
            words: name,
            facts: t.text_group_facts(&voices, &different),
            voices: t.number(count(group.voices)),
            different: t.number(count(group.texts.len())),
            tight: self.tight(group.tightness),
            languages: self.shares(self.sorted.languages_of(&group.texts), t.text_unknown_language()),
            places: self.shares(self.sorted.places_of(&group.texts), t.text_unknown_place()),
            topic: advice
                .topic
                .as_ref()
                .map_or_else(String::new, |s| t.topic(&s.label).to_owned()),
            advice: self.advice(advice),
            permille: group.voices * 1000 / most.max(1),
            central: self
                .central(group)
                .into_iter()
                .map(|text| self.quote(text))
                .collect(),
            behind: t.text_group_texts(count(group.texts.len())),
            texts: group
                .texts
                .iter()
                .take(TEXTS)
                .map(|text| self.quote(text))
                .collect(),
            more: self.more(group.texts.len(), TEXTS),
        }
    }

    /// What is suggested, in sentences.
    fn advice(&self, advice: &Advice) -> Vec<String> {
        let t = self.t;
        let chance = |s: &Suggestion| t.decimal(s.probability * 100.0, 0);
        let words = |s: &Suggestion| {
            if s.words.is_empty() {
                t.text_advice_no_words().to_owned()
            } else {
                t.beside(s.words.clone())
            }
        };
        let mut lines = Vec::new();
        if let Some(s) = &advice.topic {
            lines.push(t.text_advice_topic(t.topic(&s.label), &chance(s), &words(s)));
        }
        if let Some(s) = &advice.department {
            lines.push(t.text_advice_department(&s.label, &chance(s), &words(s)));
        }
        if !advice.places.is_empty() {
            let some = advice.places.iter().take(PLACES);
            lines.push(
                t.text_advice_places(&t.beside(some.map(|m| place_name(m).to_owned()).collect::<Vec<_>>())),
            );
        }
        lines
    }

    /// The most central text of each language, at most four; the three most central where there is one language.
    fn central<'g>(&self, group: &'g Group) -> Vec<&'g Text> {
        let mut seen = std::collections::BTreeSet::new();
        let first = group
            .texts
            .iter()
            .filter(|text| seen.insert(&self.sorted.languages[text.shown]))
            .take(4);
        let first: Vec<&Text> = first.collect();
        if first.len() > 1 {
            first
        } else {
            group.texts.iter().take(3).collect()
        }
    }

    fn more(&self, all: usize, shown: usize) -> String {
        if all > shown {
            self.t.text_group_more(count(all - shown))
        } else {
            String::new()
        }
    }

    fn tight(&self, tightness: f64) -> String {
        let words = match tightness {
            x if x >= 0.7 => self.t.text_tight_high(),
            x if x >= 0.5 => self.t.text_tight_middle(),
            _ => self.t.text_tight_low(),
        };
        format!("{words} ({})", self.t.decimal(tightness, 2))
    }

    /// "en 12, zh 3"; nothing where the only value is the empty one.
    fn shares(&self, tally: Vec<(String, usize)>, unknown: &str) -> String {
        if tally.iter().all(|(value, _)| value.is_empty()) {
            return String::new();
        }
        let parts: Vec<String> = tally
            .iter()
            .map(|(value, n)| {
                format!(
                    "{} {}",
                    if value.is_empty() { unknown } else { value },
                    self.t.number(count(*n))
                )
            })
            .collect();
        self.t.beside(parts)
    }

    fn quote(&self, text: &Text) -> Quote {
        let voice = self.sorted.voice(text.shown);
        let lang = self.sorted.languages[text.shown].clone();
        let shown = excerpt(&voice.text, CHARS);
        Quote {
            cut: shown.ends_with('…') && !voice.text.trim_end().ends_with('…'),
            text: shown,
            dir: if matches!(lang.as_str(), "ar" | "fa" | "he" | "ur") {
                "rtl"
            } else {
                "auto"
            },
            lang,
            voices: text.voices.len(),
            sent_by: self.t.text_sent_by(count(text.voices.len())),
            ids: self.t.text_ids(&self.ids(&text.voices)),
        }
    }

    fn ids(&self, voices: &[usize]) -> String {
        let shown: Vec<String> = voices
            .iter()
            .take(IDS)
            .map(|&v| excerpt(&self.sorted.voice(v).id, 60))
            .collect();
        let shown = shown.join(", ");
        if voices.len() > IDS {
            self.t
                .text_ids_more(&shown, &self.t.number(count(voices.len() - IDS)))
        } else {
            shown
        }
    }
}
