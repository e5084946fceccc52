//! The word list of the twelve topics, in English, Chinese, Spanish and Arabic.

use kapok_text::{TOPICS, fold, runs};

use super::Words;

/// Words up to this length must be met whole; longer ones as the beginning of a word.
const WHOLE: usize = 3;

/// For each topic the words that speak for it.
#[derive(Clone, Debug, Default)]
pub(super) struct WordList {
    topics: Vec<Vec<Listed>>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Listed {
    word: String,
    /// Of a script without spaces: met anywhere in a run.
    dense: bool,
    /// So short that it must be met whole.
    whole: bool,
}

impl Listed {
    fn new(word: &str) -> Self {
        let word = fold(word);
        let dense = runs(&word).next().is_some_and(|run| run.dense);
        Self {
            dense,
            whole: word.chars().count() <= WHOLE,
            word,
        }
    }

    fn met(&self, forms: &[&str], dense: &[&str]) -> bool {
        if self.dense {
            dense.iter().any(|run| run.contains(&self.word))
        } else if self.whole {
            forms.contains(&self.word.as_str())
        } else {
            forms.iter().any(|form| form.starts_with(&self.word))
        }
    }
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
                topics[topic].extend(words.map(Listed::new));
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
        let (mut forms, mut dense) = (Vec::new(), Vec::new());
        for run in runs(folded) {
            if run.dense {
                dense.push(run.text);
            } else {
                // An Arabic word also without its article.
                forms.push(run.text);
                let article = ["ال", "وال", "بال", "لل"];
                forms.extend(
                    article
                        .iter()
                        .filter_map(|article| run.text.strip_prefix(article)),
                );
            }
        }
        let met = |words: &Vec<Listed>| words.iter().filter(|listed| listed.met(&forms, &dense)).count();
        let mut counts: Vec<f32> = self.topics.iter().map(|words| met(words) as f32).collect();
        crate::latent::normalize(&mut counts);
        counts
    }
}
