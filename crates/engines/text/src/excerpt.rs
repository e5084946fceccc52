//! The beginning of a text for lists and titles.

use unicode_segmentation::UnicodeSegmentation;

use crate::script::is_dense;

/// At most `max_chars` visible characters of the text, on one line.
///
/// White space of any length becomes one space. A text that is too long is cut between words (in
/// scripts without spaces between characters), loses signs at the cut, and ends in `…`, which
/// counts as one character. A first word longer than half the room is cut inside.
#[must_use]
pub fn excerpt(text: &str, max_chars: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let begins: Vec<usize> = line
        .grapheme_indices(true)
        .map(|(at, _)| at)
        .take(max_chars.saturating_add(1))
        .collect();
    if begins.len() <= max_chars {
        return line;
    }
    let Some(room) = max_chars.checked_sub(1) else {
        return String::new();
    };
    let cut = begins[room];
    let kept = line[..word_border(&line, cut).unwrap_or(cut)].trim_end_matches(is_pause);
    format!("{kept}…")
}

/// The last place at or before the cut where a word ends, unless that loses half of the text.
fn word_border(line: &str, cut: usize) -> Option<usize> {
    let inside = |at: usize| {
        let before = line[..at].chars().next_back();
        let after = line[at..].chars().next();
        before
            .zip(after)
            .is_some_and(|(b, a)| is_spaced_word(b) && is_spaced_word(a))
    };
    let border = line
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|&at| at <= cut)
        .filter(|&at| !inside(at))
        .last()?;
    (border * 2 >= cut).then_some(border)
}

fn is_spaced_word(c: char) -> bool {
    !c.is_whitespace() && !is_dense(c) && !is_pause(c)
}

/// Spaces and signs that would look odd before an ellipsis.
fn is_pause(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            ',' | '.'
                | ';'
                | ':'
                | '-'
                | '–'
                | '—'
                | '…'
                | '('
                | '\u{3001}'
                | '\u{3002}'
                | '\u{FF0C}'
                | '\u{FF1A}'
                | '\u{FF1B}'
                | '\u{060C}'
                | '\u{061B}'
        )
}
