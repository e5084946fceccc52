//! What officials write in forms: one way to clean and measure it, for this room and the rooms that follow from it.

use kapok_acts::Fields;

/// The text without what a reader cannot see: control characters other than line ends and tabs, and the characters that
/// turn the direction of a line (U+202A to U+202E), with which words can be made to read differently. Line ends become `\n`;
/// space at both ends goes.
#[must_use]
pub fn clean(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |c: &char| match c {
        '\n' | '\t' => true,
        '\u{202a}'..='\u{202e}' => false,
        c => !c.is_control(),
    };
    text.chars().filter(shown).collect::<String>().trim().to_owned()
}

/// Words that must be there, at most `most` characters; what is wrong is added to `errors` under `field`.
pub fn required(errors: &mut Fields, field: &'static str, text: &str, most: usize) -> String {
    let text = optional(errors, field, text, most);
    if text.is_empty() {
        errors.add(field, "form-missing");
    }
    text
}

/// Words that may be missing, at most `most` characters.
pub fn optional(errors: &mut Fields, field: &'static str, text: &str, most: usize) -> String {
    let text = clean(text);
    if text.chars().count() > most {
        errors.add(field, "form-too-long");
    }
    text
}

/// The same, on one line: line ends and tabs become spaces.
pub fn line(errors: &mut Fields, field: &'static str, text: &str, most: usize) -> String {
    required(errors, field, &one_line(text), most)
}

/// The text with every run of white space as one space.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The language of a text as a tag (BCP 47): recognised by its words; `und` when they do not tell.
#[must_use]
pub fn lang_of(text: &str) -> String {
    kapok_text::language(text)
        .map_or("und", kapok_text::Lang::tag)
        .to_owned()
}

/// A whole number from 0, as people type it: digits of any script, alone or in groups of three with one kind of mark between
/// them. So "12,000" and "12.000" are the same twelve thousand in every language, and "12,5" and "12.50" are none.
/// `None` for anything else, above all for a sign: no amount here is negative.
#[must_use]
pub fn whole(text: &str) -> Option<i64> {
    let text = text.trim();
    let mark = text.chars().find(|c| digit(*c).is_none());
    if let Some(mark) = mark {
        let mut groups = text.split(mark).map(|group| group.chars().count());
        let first_fits = groups.next().is_some_and(|n| (1..=3).contains(&n));
        let is_mark = matches!(
            mark,
            ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | '\u{66c}' | '’' | '\''
        );
        if !(is_mark && first_fits && groups.all(|n| n == 3)) {
            return None;
        }
    }
    let digits: Option<String> = text.chars().filter(|c| Some(*c) != mark).map(digit).collect();
    digits?.parse().ok()
}

/// An ASCII digit for a digit of ASCII, Arabic, Persian or full width.
#[must_use]
pub fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6f0}'..='\u{6f9}' => '\u{6f0}',
        '\u{ff10}'..='\u{ff19}' => '\u{ff10}',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_as_people_type_them() {
        for (typed, read) in [
            ("118000", Some(118_000)),
            ("118,000", Some(118_000)),
            ("118 000", Some(118_000)),
            ("118.000", Some(118_000)),
            ("1,118,000", Some(1_118_000)),
            ("12,5", None),
            ("12.50", None),
            ("1,118.000", None),
            ("1180,000", None),
            ("12,", None),
            ("١١٨٠٠٠", Some(118_000)),
            ("１２", Some(12)),
            ("0", Some(0)),
            ("-1", None),
            ("−1", None),
            ("", None),
            (",", None),
            ("1e3", None),
            ("99999999999999999999", None),
        ] {
            assert_eq!(whole(typed), read, "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_seen_is_taken_out() {
        assert_eq!(clean(" a\r\nb\u{0}\u{202e}c\u{7f} "), "a\nbc");
        let mut errors = Fields::default();
        assert_eq!(required(&mut errors, "text", "\u{1}\n", 5), "");
        assert_eq!(errors.get("text"), Some("form-missing"));
        assert_eq!(line(&mut Fields::default(), "title", "a\n b\tc", 9), "a b c");
    }
}
