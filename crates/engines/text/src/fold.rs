//! Folding: one spelling for texts that a reader takes for the same. Only for comparing and
//! searching, never for showing.

use unicode_normalization::UnicodeNormalization;

/// The text without differences of case, accent, width or letter form.
///
/// * Compatibility normalisation (Unicode Standard Annex 15, NFKC): full-width letters, ligatures,
///   superscripts, half-width kana become the plain characters.
/// * Small letters; `ß` becomes `ss`, final sigma an ordinary one.
/// * Accents off Latin, Greek and Cyrillic (`ñ` becomes `n`, `й` becomes `и`); also letters
///   that carry a stroke instead (`ø`, `ł`, `đ`) and joined ones (`æ`, `œ`); Turkish `ı` is `i`.
/// * Arabic: vowel signs and tatweel go; all forms of alef are one, so are those of ya and kaf; ta
///   marbuta is ha; hamza loses its seat (the normalisation of Larkey, Ballesteros and Connell,
///   "Improving stemming for Arabic information retrieval", SIGIR 2002). Hebrew points go.
/// * Arabic and Persian digits become 0 to 9.
/// * Invisible characters (soft hyphen, joiners, direction marks, variation selectors) go.
///
/// Marks of other scripts stay, for there they are letters. Folding twice changes nothing.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text to `out`; the same as [`fold`] without a string of its own.
///
/// What is ASCII is taken as it is: no mark that stays joins with it, so the parts between can be folded alone.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    let mut rest = text;
    while !rest.is_empty() {
        let plain = rest.bytes().position(|b| !b.is_ascii()).unwrap_or(rest.len());
        out.extend(rest[..plain].chars().map(|c| c.to_ascii_lowercase()));
        rest = &rest[plain..];
        let other = rest.bytes().position(|b| b.is_ascii()).unwrap_or(rest.len());
        fold_other(&rest[..other], out);
        rest = &rest[other..];
    }
}

fn fold_other(text: &str, out: &mut String) {
    let letters = text
        .nfkd()
        .filter(|&c| !is_dropped(c))
        .flat_map(char::to_lowercase);
    out.extend(letters.flat_map(Plain::of).nfc());
}

/// Marks that a search ignores, and characters that cannot be seen.
fn is_dropped(c: char) -> bool {
    if c < '\u{AD}' {
        return false;
    }
    matches!(c,
        // Accents on Latin, Greek, Cyrillic; for symbols; half marks.
        '\u{0300}'..='\u{036F}' | '\u{0483}'..='\u{0489}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}' | '\u{FE20}'..='\u{FE2F}'
        // Hebrew points; Arabic vowel signs, Koranic marks, hamza and madda as marks; tatweel.
        | '\u{0591}'..='\u{05BD}' | '\u{05BF}' | '\u{05C1}' | '\u{05C2}' | '\u{05C4}' | '\u{05C5}' | '\u{05C7}'
        | '\u{0610}'..='\u{061A}' | '\u{0640}' | '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{06D6}'..='\u{06DC}'
        | '\u{06DF}'..='\u{06E8}' | '\u{06EA}'..='\u{06ED}' | '\u{0898}'..='\u{089F}' | '\u{08CA}'..='\u{08FF}'
        // Not to be seen.
        | '\u{00AD}' | '\u{061C}' | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
        | '\u{E0000}'..='\u{E0FFF}')
}

/// One or two characters, as an iterator without allocation.
struct Plain(Option<char>, Option<char>);

impl Plain {
    /// The plain form of letters that Unicode does not take apart.
    fn of(c: char) -> Self {
        if c < '\u{DF}' {
            return Self(Some(c), None);
        }
        let (first, second) = match c {
            'ß' => ('s', Some('s')),
            'æ' => ('a', Some('e')),
            'œ' => ('o', Some('e')),
            'þ' => ('t', Some('h')),
            'ø' => ('o', None),
            'đ' | 'ð' => ('d', None),
            'ħ' => ('h', None),
            'ł' => ('l', None),
            'ŧ' => ('t', None),
            'ı' => ('i', None),
            'ς' => ('σ', None),
            'ٱ' => ('ا', None),
            'ى' | 'ی' => ('ي', None),
            'ک' => ('ك', None),
            'ة' | 'ہ' => ('ه', None),
            '٠'..='٩' => (digit(c, '٠'), None),
            '۰'..='۹' => (digit(c, '۰'), None),
            other => (other, None),
        };
        Self(Some(first), second)
    }
}

impl Iterator for Plain {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        self.0.take().or_else(|| self.1.take())
    }
}

/// The ASCII digit for a digit of a row that begins at `zero`.
fn digit(c: char, zero: char) -> char {
    char::from(b'0' + (u32::from(c) - u32::from(zero)) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folding_part_by_part_is_folding_the_whole(text in "([a-zA-Z<=> ]|\\PC|[\u{300}-\u{370}]|[\u{1D100}-\u{1D1FF}])*") {
            let mut whole = String::new();
            fold_other(&text, &mut whole);
            prop_assert_eq!(fold(&text), whole);
        }
    }

    #[test]
    fn every_character_between_letters_folds_as_in_the_whole() {
        for c in '\u{80}'..=char::MAX {
            let text = format!("e{c}E<{c}");
            let mut whole = String::new();
            fold_other(&text, &mut whole);
            assert_eq!(fold(&text), whole, "U+{:04X}", u32::from(c));
        }
    }
}
