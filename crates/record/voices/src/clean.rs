//! Words as people type and paste them, made fit to be stored and shown.

/// The words without what nobody sees: control characters, marks that turn the direction of what follows, byte order
/// marks. Line breaks stay, a tab becomes a space, space around the whole is dropped.
pub(crate) fn words(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept: String = text
        .chars()
        .filter_map(|c| match c {
            '\n' => Some('\n'),
            '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            c if c.is_control() || is_turning(c) => None,
            c => Some(c),
        })
        .collect();
    kept.trim().to_owned()
}

/// The same on one line.
pub(crate) fn line(text: &str) -> String {
    words(text).replace('\n', " ")
}

/// Whether a reader would see anything at all.
pub(crate) fn is_visible(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}')
    };
    !text.chars().all(unseen)
}

/// Embeddings, overrides and isolates (Unicode Standard Annex 9, section 2), which could make the text around a
/// voice read backwards, and the byte order mark. The plain marks U+200E and U+200F stay: Arabic needs them.
fn is_turning(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_dropped_and_line_breaks_stay() {
        assert_eq!(words(" a\u{0}b\u{7}\tc\r\nd\u{202E}e \n"), "ab c\nde");
        assert_eq!(line("a\r\nb"), "a b");
        assert_eq!(words("سوق\u{200F} 3"), "سوق\u{200F} 3");
    }

    #[test]
    fn marks_alone_are_not_words() {
        assert!(!is_visible("\u{200B} \u{FE0F}\n"));
        assert!(is_visible("👍"));
        assert!(is_visible("好"));
    }
}
