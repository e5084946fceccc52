//! Cuts folded text into runs: words of scripts that use spaces, and runs of scripts that do not.

use unicode_normalization::char::is_combining_mark;

use crate::script::is_dense;

/// Longest token, in characters. What is longer is cut, in texts and in queries alike, so that it
/// is still found.
pub(crate) const MAX_TOKEN_CHARS: usize = 64;

/// A run of one kind in a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run<'a> {
    /// Byte offset in the folded text.
    pub start: usize,
    /// The run itself.
    pub text: &'a str,
    /// Whether it is searched by pairs of characters.
    pub dense: bool,
}

/// All runs of letters, digits and their marks. Everything else separates.
pub fn runs(folded: &str) -> impl Iterator<Item = Run<'_>> {
    let mut rest = 0;
    std::iter::from_fn(move || {
        let tail = &folded[rest..];
        let start = rest + tail.find(is_word)?;
        let tail = &folded[start..];
        let dense = tail.chars().next().is_some_and(is_dense);
        // A mark belongs to what it stands on, whatever block it is from.
        let length = tail
            .find(|c| !is_word(c) || (is_dense(c) != dense && !is_combining_mark(c)))
            .unwrap_or(tail.len());
        rest = start + length;
        Some(Run {
            start,
            text: &tail[..length],
            dense,
        })
    })
}

/// Pairs of neighbouring characters of a dense run, with their byte offsets in the run.
pub(crate) fn pairs(run: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = run.char_indices().map(|(at, _)| at);
    let ends = run
        .char_indices()
        .map(|(at, _)| at)
        .skip(2)
        .chain(std::iter::once(run.len()));
    let count = run.chars().count().saturating_sub(1);
    starts
        .zip(ends)
        .take(count)
        .map(|(from, to)| (from, &run[from..to]))
}

/// A word cut to [`MAX_TOKEN_CHARS`].
pub(crate) fn capped(word: &str) -> &str {
    word.char_indices()
        .nth(MAX_TOKEN_CHARS)
        .map_or(word, |(at, _)| &word[..at])
}

/// The word behind an Arabic article, alone or after a one-letter preposition or conjunction, if at
/// least two letters remain. The prefixes are those of the light10 stemmer of Larkey, Ballesteros
/// and Connell (2002), without the bare "and", which too often belongs to the word.
pub(crate) fn without_article(word: &str) -> Option<&str> {
    let rest = ["وال", "بال", "كال", "فال", "ال", "لل"]
        .iter()
        .find_map(|prefix| word.strip_prefix(prefix))?;
    (rest.chars().count() >= 2).then_some(rest)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || (c > '\u{7F}' && is_combining_mark(c))
}
