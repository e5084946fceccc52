//! Which parts of a text a query hit, so that a page can mark them.

use unicode_segmentation::UnicodeSegmentation;

use crate::fold::fold_into;
use crate::query::Query;
use crate::segment::{Run, capped, pairs, runs, without_article};

/// The text in pieces, in order and complete; `true` marks what the query hit.
///
/// Words are marked whole, also when only their beginning or the word behind an article was asked
/// for. In scripts without spaces the pairs of characters that were asked for are marked. Accents
/// and letter forms stay with their letter.
#[must_use]
pub fn highlight<'t>(text: &'t str, query: &Query) -> Vec<(bool, &'t str)> {
    let folded = Folded::of(text);
    let mut pieces = Vec::new();
    let mut done = 0;
    for (from, to) in folded.origins(hits(&folded.text, query)) {
        if from > done {
            pieces.push((false, &text[done..from]));
        }
        pieces.push((true, &text[from..to]));
        done = to;
    }
    if done < text.len() {
        pieces.push((false, &text[done..]));
    }
    pieces
}

/// A folded text that remembers where each part came from.
struct Folded {
    text: String,
    /// For every visible character of the original: its offset in `text` and in the original.
    map: Vec<(usize, usize)>,
    original_len: usize,
}

impl Folded {
    fn of(original: &str) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut map = Vec::with_capacity(original.len());
        for (at, cluster) in original.grapheme_indices(true) {
            map.push((text.len(), at));
            fold_into(cluster, &mut text);
        }
        Self {
            text,
            map,
            original_len: original.len(),
        }
    }

    /// Ranges of the original for ranges of the folded text; those that touch become one.
    fn origins(&self, ranges: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
        let mut origins: Vec<(usize, usize)> = Vec::new();
        for (from, to) in ranges {
            let first = self.cluster(from);
            let last = self.cluster(to - 1);
            let start = self.map[first].1;
            let end = self.map.get(last + 1).map_or(self.original_len, |&(_, at)| at);
            match origins.last_mut() {
                Some((_, open)) if *open >= start => *open = end.max(*open),
                _ => origins.push((start, end)),
            }
        }
        origins
    }

    /// Which visible character the folded byte belongs to. The first entry of the map begins at
    /// zero, so that there is always one.
    fn cluster(&self, folded_byte: usize) -> usize {
        self.map.partition_point(|&(at, _)| at <= folded_byte) - 1
    }
}

/// Ranges in the folded text that fulfil a token, in order.
fn hits(folded: &str, query: &Query) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for run in runs(folded) {
        if run.dense {
            dense_hits(run, query, &mut found);
        } else {
            let word = capped(run.text);
            if query.hits(word) || without_article(word).is_some_and(|bare| query.hits(bare)) {
                found.push((run.start, run.start + run.text.len()));
            }
        }
    }
    found
}

fn dense_hits(run: Run<'_>, query: &Query, found: &mut Vec<(usize, usize)>) {
    let singles = run
        .text
        .char_indices()
        .map(|(at, c)| (at, &run.text[at..at + c.len_utf8()]));
    let mut here: Vec<(usize, usize)> = singles
        .chain(pairs(run.text))
        .filter(|(_, token)| query.hits(token))
        .map(|(at, token)| (run.start + at, run.start + at + token.len()))
        .collect();
    here.sort_unstable();
    found.append(&mut here);
}
