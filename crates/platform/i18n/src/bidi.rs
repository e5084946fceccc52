//! Keeps text of the other direction of writing in its place.
//!
//! An English street name in an Arabic sentence, or an Arabic name in an English one, makes the numbers and full stops
//! beside it jump to the wrong side. Unicode's isolates (UAX 9, FSI U+2068 and PDI U+2069) prevent it, in
//! mails and titles as well, where no HTML could.

use std::borrow::Cow;

use crate::T;

impl T {
    /// The text, wrapped in isolates if it has letters of the other direction than this language.
    ///
    /// Messages do this with their arguments by themselves. Addresses of pages and mail stay bare: programs
    /// that make links of them would take the isolate for a part of the address.
    pub fn isolate(self, text: &str) -> Cow<'_, str> {
        if self.needs_isolate(text) {
            Cow::Owned(format!("\u{2068}{text}\u{2069}"))
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Writes an argument of a message.
    pub(crate) fn put_text(self, out: &mut String, text: &str) {
        if self.needs_isolate(text) {
            out.push('\u{2068}');
            out.push_str(text);
            out.push('\u{2069}');
        } else {
            out.push_str(text);
        }
    }

    fn needs_isolate(self, text: &str) -> bool {
        let other = |letter: char| {
            if self.lang().is_rtl() {
                is_ltr(letter)
            } else {
                is_rtl(letter)
            }
        };
        text.chars().any(other) && !is_address(text)
    }
}

/// Letters of the blocks whose default direction is right to left (Unicode, DerivedBidiClass.txt).
fn is_rtl(letter: char) -> bool {
    matches!(letter, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
        && letter.is_alphabetic()
}

fn is_ltr(letter: char) -> bool {
    letter.is_alphabetic() && !is_rtl(letter)
}

fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace) && (text.contains("://") || text.contains('@'))
}
