//! The word list of the twelve topics, in English, Chinese, Spanish and Arabic.

use kapok_text::{TOPICS, fold, runs};

use super::Words;

/// Words up to this length must be met whole; longer ones as the beginning of a word.
const WHOLE: usize = 3;

/// For each topic the words that speak for it.
#[derive(Clone, Debug, Default)]
pub(super) struct WordList {
    topics: Vec<Vec<String>>,
}

impl WordList {
    pub(super) fn load(words: Words) -> Self {
        if words == Words::None {
            return Self::default();
        }
        let mut topics = vec![Vec::new(); TOPICS.len()];
        for line in include_str!("lexicon.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
        {
            let mut words = line.split_whitespace();
            let topic = words
                .next()
                .and_then(|name| TOPICS.iter().position(|&t| t == name));
            if let Some(topic) = topic {
                topics[topic].extend(words.map(fold));
            }
        }
        for words in &mut topics {
            words.sort_unstable();
            words.dedup();
        }
        Self { topics }
    }

    /// How many topics there are words for.
    pub(super) fn len(&self) -> usize {
        self.topics.len()
    }

    /// For each topic how many of its words a folded text has, all together of length 1.
    pub(super) fn counts(&self, folded: &str) -> Vec<f32> {
        if self.topics.is_empty() {
            return Vec::new();
        }
        let found: Vec<_> = runs(folded).collect();
        let met = |word: &str| {
            let dense = runs(word).next().is_some_and(|run| run.dense);
            found.iter().any(|run| {
                if dense {
                    run.dense && run.text.contains(word)
                } else {
                    begins(run.text, word)
                }
            })
        };
        let mut counts: Vec<f32> = self
            .topics
            .iter()
            .map(|words| words.iter().filter(|word| met(word)).count() as f32)
            .collect();
        crate::latent::normalize(&mut counts);
        counts
    }
}

/// Whether a word, or what follows its Arabic article, is or begins with the one of the list.
fn begins(word: &str, listed: &str) -> bool {
    let whole = listed.chars().count() <= WHOLE;
    let meets = |word: &str| {
        if whole {
            word == listed
        } else {
            word.starts_with(listed)
        }
    };
    let article = ["ال", "وال", "بال", "لل"]
        .into_iter()
        .filter_map(|article| word.strip_prefix(article));
    meets(word) || article.into_iter().any(meets)
}
