//! Which language a text is written in, so that it can be shown with the right `lang` and direction
//! and be counted by language. A guess that a person can correct; it says nothing when unsure.
//!
//! The script decides first. For Latin letters each word is looked up in short lists of frequent
//! words (module `words`); unknown words are compared by their pieces of three letters with the pieces of
//! those lists (the idea of Cavnar and Trenkle, "N-gram-based text categorization", 1994, with
//! lists of our own); letters that a language does not have count against it. All in whole numbers.

mod words;

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::script::{Script, is_han, is_kana, script};

/// A language that we can tell from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// Arabic.
    Ar,
    /// German.
    De,
    /// English.
    En,
    /// Spanish.
    Es,
    /// French.
    Fr,
    /// Italian.
    It,
    /// Japanese.
    Ja,
    /// Korean.
    Ko,
    /// Portuguese.
    Pt,
    /// Chinese, in simplified or traditional characters.
    Zh,
}

impl Lang {
    /// The language tag for `lang="..."` (BCP 47).
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ar => "ar",
            Self::De => "de",
            Self::En => "en",
            Self::Es => "es",
            Self::Fr => "fr",
            Self::It => "it",
            Self::Ja => "ja",
            Self::Ko => "ko",
            Self::Pt => "pt",
            Self::Zh => "zh",
        }
    }
}

/// The language of a text, or nothing for a language we do not know and for a text too short or
/// too mixed to tell.
#[must_use]
pub fn language(text: &str) -> Option<Lang> {
    match script(text)? {
        Script::Latin => latin(text),
        Script::Han | Script::Kana => Some(chinese_or_japanese(text)),
        Script::Hangul => Some(Lang::Ko),
        Script::Arabic => arabic(text),
        _ => None,
    }
}

/// Japanese sentences contain kana; one in ten is enough, for Chinese has none.
fn chinese_or_japanese(text: &str) -> Lang {
    let kana = text.chars().filter(|&c| is_kana(c) && c.is_alphabetic()).count();
    let han = text.chars().filter(|&c| is_han(c)).count();
    if kana * 9 > han { Lang::Ja } else { Lang::Zh }
}

/// Arabic, unless more than one letter in 40 is one that Persian, Urdu, Kurdish, Pashto or Uyghur
/// added to the alphabet. Arabic uses some of them in foreign names.
fn arabic(text: &str) -> Option<Lang> {
    const ADDED: &str = "پچژگکیٹڈڑںےہھۀێۆڕڵەېۇۈۋڭڤټډړښڼ";
    let letters = text
        .chars()
        .filter(|&c| Script::of(c) == Some(Script::Arabic))
        .count();
    let added = text.chars().filter(|&c| ADDED.contains(c)).count();
    (added * 40 <= letters).then_some(Lang::Ar)
}

/// Points for a word that only one language has; shared by as many as have it.
const WORD: u32 = 60;
/// Points for a piece of three letters that only one language has.
const PIECE: u32 = 12;
/// Points for a sign that only one language uses.
const MARK: u32 = 120;
/// Points lost by a word with a letter that the language does not have.
const STRANGE: u32 = 45;
/// Points that the best language needs.
const ENOUGH: u32 = 40;

type Scores = [u32; LATIN.len()];
/// The last stands for languages that we know only to keep them from being taken for another.
const LATIN: [Option<Lang>; 7] = [
    Some(Lang::De),
    Some(Lang::En),
    Some(Lang::Es),
    Some(Lang::Fr),
    Some(Lang::It),
    Some(Lang::Pt),
    None,
];

/// The beginning of a text is enough, in characters.
const LOOKED_AT: usize = 4_000;

fn latin(text: &str) -> Option<Lang> {
    let text: String = text.nfc().take(LOOKED_AT).flat_map(char::to_lowercase).collect();
    let mut tally = Tally::default();
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()) {
        tally.word(word);
    }
    tally.marks(&text);
    tally.best()
}

/// Points for and against each language of `LATIN`.
#[derive(Default)]
struct Tally {
    words: u32,
    plus: Scores,
    minus: Scores,
    /// The part of `plus` that comes from frequent words and signs.
    known: Scores,
}

impl Tally {
    fn word(&mut self, word: &str) {
        self.words += 1;
        for (points, lang) in self.minus.iter_mut().zip(LATIN) {
            let strange = |c: char| !c.is_ascii() && lang.is_some_and(|l| !words::letters(l).contains(c));
            *points += if word.chars().any(strange) { STRANGE } else { 0 };
        }
        match PROFILES.words.get(word) {
            Some(&langs) => {
                for at in bits(langs) {
                    self.plus[at] += WORD / sharing(langs);
                    self.known[at] += WORD / sharing(langs);
                }
            }
            None => self.pieces(word),
        }
    }

    /// A word may earn as much by its pieces as half a frequent word, however long it is.
    fn pieces(&mut self, word: &str) {
        let mut earned = Scores::default();
        for &langs in pieces(word).filter_map(|piece| PROFILES.pieces.get(&piece)) {
            for at in bits(langs) {
                earned[at] += PIECE / sharing(langs);
            }
        }
        for (sum, points) in self.plus.iter_mut().zip(earned) {
            *sum += points.min(WORD / 2);
        }
    }

    fn marks(&mut self, text: &str) {
        for (lang, marks) in words::MARKS {
            let count = text.chars().filter(|&c| marks.contains(c)).count() as u32;
            if let Some(at) = LATIN.iter().position(|&l| l == Some(lang)) {
                self.plus[at] += MARK * count;
                self.known[at] += MARK * count;
            }
        }
    }

    /// The winner, if it has enough points, a quarter more than the next, and at least every sixth
    /// word is a frequent one of its own: pieces alone would make Dutch German and Indonesian
    /// something.
    fn best(&self) -> Option<Lang> {
        let mut order: Vec<(u32, usize)> = self
            .plus
            .iter()
            .zip(self.minus)
            .map(|(p, m)| p.saturating_sub(m))
            .zip(0..)
            .collect();
        order.sort_unstable_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        let ((first, at), (second, _)) = (order[0], order[1]); // there are seven
        let sure = first >= ENOUGH && first * 4 >= second * 5 && self.known[at] * 6 >= self.words * WORD;
        if sure { LATIN[at] } else { None }
    }
}

/// Which languages have a word or a piece, as bits in the order of `LATIN`.
type Langs = u8;

struct Profiles {
    words: HashMap<&'static str, Langs>,
    pieces: HashMap<[char; 3], Langs>,
}

static PROFILES: LazyLock<Profiles> = LazyLock::new(|| {
    let mut profiles = Profiles {
        words: HashMap::new(),
        pieces: HashMap::new(),
    };
    for (at, lang) in LATIN.into_iter().enumerate() {
        for word in lang.map_or(words::OTHERS, words::frequent).split_whitespace() {
            *profiles.words.entry(word).or_default() |= 1 << at;
            for piece in pieces(word) {
                *profiles.pieces.entry(piece).or_default() |= 1 << at;
            }
        }
    }
    profiles
});

/// How many languages share the points; those we only reject take nothing from the others.
fn sharing(langs: Langs) -> u32 {
    (langs & !(1 << (LATIN.len() - 1))).count_ones().max(1)
}

fn bits(langs: Langs) -> impl Iterator<Item = usize> {
    (0..LATIN.len()).filter(move |at| langs >> at & 1 == 1)
}

/// Three letters in a row, with the border of the word as a letter.
fn pieces(word: &str) -> impl Iterator<Item = [char; 3]> {
    let padded: Vec<char> = std::iter::once(' ')
        .chain(word.chars())
        .chain(std::iter::once(' '))
        .collect();
    (2..padded.len()).map(move |end| [padded[end - 2], padded[end - 1], padded[end]])
}
