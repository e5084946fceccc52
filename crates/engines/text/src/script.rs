//! Which writing a character or a text belongs to. Ranges are blocks of the Unicode Character
//! Database 16.0, file Blocks.txt.

/// A writing system that we can tell from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Chinese characters, in Chinese or in Japanese text.
    Han,
    /// Japanese syllables (hiragana and katakana).
    Kana,
    /// Korean.
    Hangul,
    /// Arabic letters: Arabic, Persian, Urdu and others.
    Arabic,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Hebrew letters.
    Hebrew,
    /// Devanagari: Hindi, Marathi, Nepali.
    Devanagari,
    /// Bengali letters.
    Bengali,
    /// Thai.
    Thai,
    /// Any other.
    Other,
}

impl Script {
    /// The script of a letter; nothing for digits, signs, marks and spaces.
    #[must_use]
    pub fn of(c: char) -> Option<Self> {
        if !c.is_alphabetic() {
            return None;
        }
        Some(match c {
            c if is_latin(c) => Self::Latin,
            c if is_han(c) => Self::Han,
            c if is_kana(c) => Self::Kana,
            c if is_hangul(c) => Self::Hangul,
            c if is_arabic(c) => Self::Arabic,
            '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Self::Greek,
            '\u{0400}'..='\u{052F}' | '\u{2DE0}'..='\u{2DFF}' | '\u{A640}'..='\u{A69F}' => Self::Cyrillic,
            '\u{0590}'..='\u{05FF}' => Self::Hebrew,
            '\u{0900}'..='\u{097F}' => Self::Devanagari,
            '\u{0980}'..='\u{09FF}' => Self::Bengali,
            '\u{0E00}'..='\u{0E7F}' => Self::Thai,
            _ => Self::Other,
        })
    }

    /// What a character counts beside letters: a Chinese character stands for about three.
    fn weight(self) -> usize {
        match self {
            Self::Han => 3,
            Self::Kana | Self::Hangul => 2,
            _ => 1,
        }
    }
}

/// The script that most of a text is written in; nothing for a text without letters. A name or a
/// brand in Latin letters within a Chinese sentence does not change the answer.
#[must_use]
pub fn script(text: &str) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    for found in text.chars().filter_map(Script::of) {
        match counts.iter_mut().find(|(script, _)| *script == found) {
            Some((_, count)) => *count += found.weight(),
            None => counts.push((found, found.weight())),
        }
    }
    // On a tie the script that comes first in the list above wins.
    counts
        .into_iter()
        .max_by_key(|&(script, count)| (count, std::cmp::Reverse(script)))
        .map(|(script, _)| script)
}

/// True for writing without spaces between words (and Korean, whose particles stick to words):
/// Han, kana, bopomofo, hangul, Yi, Thai, Lao, Khmer, Burmese. Searched by pairs of characters.
pub(crate) fn is_dense(c: char) -> bool {
    is_han(c)
        || is_kana(c)
        || is_hangul(c)
        || matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
            | '\u{3100}'..='\u{312F}' | '\u{31A0}'..='\u{31BF}' | '\u{A000}'..='\u{A4CF}')
}

/// Chinese characters, with the iteration mark and the character zero.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3005}' | '\u{3007}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// Hiragana and katakana, with the sound mark.
pub(crate) fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{31F0}'..='\u{31FF}' | '\u{FF66}'..='\u{FF9F}' | '\u{1B000}'..='\u{1B16F}')
}

/// Korean syllables and their letters.
pub(crate) fn is_hangul(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11FF}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97F}' | '\u{AC00}'..='\u{D7FF}')
}

/// Arabic letters, of all languages that use them.
pub(crate) fn is_arabic(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{06FF}' | '\u{0750}'..='\u{077F}' | '\u{0870}'..='\u{08FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}')
}

/// Latin letters with all their extensions.
pub(crate) fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || c.is_alphabetic()
            && matches!(c, '\u{00AA}'..='\u{02AF}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}'
                | '\u{A720}'..='\u{A7FF}' | '\u{FF21}'..='\u{FF5A}')
}
