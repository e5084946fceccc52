//! Search tokens: what is indexed of a text. Our own tokens, so that SQLite and PostgreSQL find the
//! same rows in every script.
//!
//! * The text is folded ([`crate::fold`](mod@crate::fold)) and cut at everything that is no letter, digit or mark.
//! * Scripts without spaces (Chinese, Japanese, Thai, and Korean for its particles) give every
//!   single character and every pair of neighbours. A query of two characters asks for the pair, a
//!   query of one for the single character; as their lengths differ they need no marker.
//! * An Arabic word with an article also gives the word behind it.
//! * **No stems.** Stemmers need the language of each word, and our texts mix languages within a
//!   sentence; a wrong stem finds what nobody asked for and cannot be explained. A query's last word
//!   matches as a beginning instead, so that "pothole" finds "potholes".
//!
//! How to index, so that the databases add no rules of their own:
//! * SQLite: an FTS5 table with `tokenize = 'ascii'` (cuts at ASCII signs only, which means at our
//!   spaces), filled with [`index_tokens`]. With `unicode61 remove_diacritics 0` it works as well.
//! * PostgreSQL: `array_to_tsvector(string_to_array($1, ' '))` of [`index_tokens`], which does not
//!   pass through a parser.

use std::collections::BTreeSet;

use crate::fold::fold;
use crate::segment::{capped, pairs, runs, without_article};

/// Most different tokens of one text in the index; those that come first in the text win. A text
/// of 4,000 Chinese characters, or 8,000 different words, is indexed whole.
pub const MAX_INDEX_TOKENS: usize = 8_192;

/// Most bytes of the token line, half of what a PostgreSQL tsvector holds (1 MB).
pub const MAX_INDEX_BYTES: usize = 512 * 1024;

/// All tokens of a text in their order, with repetitions. No token contains white space or quotes
/// or is longer than 64 characters.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    each_token(&fold(text), |token| {
        found.push(token.to_owned());
        true
    });
    found
}

/// The line to index: every different token once, sorted, separated by spaces; empty for a text
/// without words. At most [`MAX_INDEX_TOKENS`] and [`MAX_INDEX_BYTES`].
#[must_use]
pub fn index_tokens(text: &str) -> String {
    let folded = fold(text);
    let mut unique = BTreeSet::new();
    let mut bytes = 0;
    // Slices of the folded text: a repeated word costs no allocation.
    each_token(&folded, |token| {
        if unique.insert(token) {
            bytes += token.len() + 1;
        }
        unique.len() < MAX_INDEX_TOKENS && bytes < MAX_INDEX_BYTES
    });
    let mut line = String::with_capacity(bytes);
    for token in unique {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(token);
    }
    line
}

/// Hands every token of a folded text to `take` until it says no.
fn each_token<'a>(folded: &'a str, mut take: impl FnMut(&'a str) -> bool) {
    for run in runs(folded) {
        let more = if run.dense {
            let singles = run
                .text
                .char_indices()
                .map(|(at, c)| &run.text[at..at + c.len_utf8()]);
            singles
                .chain(pairs(run.text).map(|(_, pair)| pair))
                .all(&mut take)
        } else {
            let word = capped(run.text);
            take(word) && without_article(word).is_none_or(&mut take)
        };
        if !more {
            return;
        }
    }
}
