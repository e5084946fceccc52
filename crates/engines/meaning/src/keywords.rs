//! The words that tell a group of texts from the others.
//!
//! A word counts once a text. Score: the share of the group's texts that have it, times ln(1 + N / df), where df of all N
//! texts have it (the class-based weight of Grootendorst, "BERTopic", 2022, on texts instead of occurrences). Words that
//! every language uses everywhere are left out. In scripts without spaces every piece of two to four characters is a
//! candidate, and one that overlaps a better one is dropped.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kapok_text::{fold, runs};

use crate::common::{is_common, is_joint};

/// How often each word of a collection occurs, in texts.
pub struct WordCounts {
    texts: usize,
    holders: HashMap<String, u32>,
}

/// A word with its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Keyword {
    /// The word as most texts of the group write it.
    pub word: String,
    /// How many texts of the group have it.
    pub texts: usize,
    /// Greater means more telling.
    pub score: f64,
}

impl WordCounts {
    /// Counts the words of all texts.
    #[must_use]
    pub fn of<T: AsRef<str>>(texts: &[T]) -> Self {
        let mut holders: HashMap<String, u32> = HashMap::new();
        for text in texts {
            for word in words(text.as_ref()).into_keys() {
                *holders.entry(word).or_default() += 1;
            }
        }
        Self {
            texts: texts.len(),
            holders,
        }
    }

    /// The most telling words of a group of texts, best first, at most `count`. A word of one text only is taken where
    /// the group has no more than two texts.
    #[must_use]
    pub fn keywords<T: AsRef<str>>(&self, group: &[T], count: usize) -> Vec<Keyword> {
        let mut found: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for text in group {
            for (word, shown) in words(text.as_ref()) {
                *found.entry(word).or_default().entry(shown).or_default() += 1;
            }
        }
        let least = if group.len() > 2 { 2 } else { 1 };
        let mut ranked: Vec<(f64, usize, &String, &BTreeMap<String, usize>)> = found
            .iter()
            .map(|(word, shown)| {
                (
                    self.score(word, shown.values().sum(), group.len()),
                    shown.values().sum(),
                    word,
                    shown,
                )
            })
            .filter(|&(_, texts, _, _)| texts >= least)
            .collect();
        // Of equal scores the longer piece says more.
        ranked.sort_by(|a, b| {
            b.0.total_cmp(&a.0)
                .then(b.2.chars().count().cmp(&a.2.chars().count()))
                .then(a.2.cmp(b.2))
        });
        let mut taken: Vec<Keyword> = Vec::new();
        let mut pieces: BTreeSet<(char, char)> = BTreeSet::new();
        for (score, texts, word, shown) in ranked {
            if taken.len() == count {
                break;
            }
            if is_dense(word) {
                let chars: Vec<char> = word.chars().collect();
                if chars.windows(2).any(|pair| pieces.contains(&(pair[0], pair[1]))) {
                    continue;
                }
                pieces.extend(chars.windows(2).map(|pair| (pair[0], pair[1])));
            }
            let shown = shown
                .iter()
                .max_by_key(|&(shown, &n)| (n, std::cmp::Reverse(shown)));
            taken.push(Keyword {
                word: shown.map_or_else(String::new, |(s, _)| s.clone()),
                texts,
                score,
            });
        }
        taken
    }

    fn score(&self, word: &str, texts: usize, group: usize) -> f64 {
        let holders = self.holders.get(word).map_or(1.0, |&df| f64::from(df));
        let dense = if is_dense(word) {
            (word.chars().count() as f64 / 2.0).sqrt()
        } else {
            1.0
        };
        dense * texts as f64 / group as f64 * (1.0 + self.texts as f64 / holders).ln()
    }
}

fn is_dense(word: &str) -> bool {
    runs(word).next().is_some_and(|run| run.dense)
}

/// The different words of a text, folded, each with the way it is written first.
fn words(text: &str) -> BTreeMap<String, String> {
    let mut words = BTreeMap::new();
    for shown in text.split(|c: char| c.is_whitespace() || c.is_ascii_punctuation()) {
        let folded = fold(shown);
        let mut found = runs(&folded).peekable();
        while let Some(run) = found.next() {
            if run.dense {
                let chars: Vec<char> = run.text.chars().collect();
                for size in 2..=4 {
                    for piece in chars
                        .windows(size)
                        .filter(|p| !is_joint(p[0]) && !is_joint(p[size - 1]))
                    {
                        let piece: String = piece.iter().collect();
                        words.entry(piece.clone()).or_insert(piece);
                    }
                }
            } else if run.text.chars().count() > 2
                && !is_common(run.text)
                && run.text.chars().any(char::is_alphabetic)
            {
                // Written as in the text where the piece is this word alone, else as folded.
                let whole = run.start == 0 && found.peek().is_none();
                let shown = if whole {
                    shown
                        .to_lowercase()
                        .trim_matches(|c: char| !c.is_alphanumeric())
                        .to_owned()
                } else {
                    run.text.to_owned()
                };
                words.entry(run.text.to_owned()).or_insert(shown);
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_keyword_is_shown_as_it_is_written() {
        let group = ["La contaminación del río", "Contaminación en el río"];
        let all = WordCounts::of(&[group[0], group[1], "El mercado del domingo", "Una farola rota"]);
        let words: Vec<String> = all.keywords(&group, 2).into_iter().map(|k| k.word).collect();
        assert_eq!(words, ["contaminación", "río"]);
    }

    #[test]
    fn chinese_pieces_do_not_overlap() {
        let group = ["门口的路灯坏了", "我们这条街的路灯坏了", "路灯坏了三个星期"];
        let all = WordCounts::of(&[group[0], group[1], group[2], "垃圾没有人收", "公交车太挤"]);
        assert_eq!(all.keywords(&group, 1)[0].word, "路灯坏");
    }
}
