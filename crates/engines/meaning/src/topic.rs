//! A suggested topic or office for a voice, with the words that speak for it and a probability. Suggestions only: a
//! person decides.
//!
//! Learned from voices that people have decided. What is weighed: the pieces of characters ([`crate::grams`]), the words
//! of a short word list for the twelve topics in four languages ([`Words::Topics`]), and the vector of a model if there
//! is one. The probability is that of a logistic regression whose scores are divided by a temperature (Guo and others,
//! "On calibration of modern neural networks", 2017), chosen so that it fits voices the regression has not learned from.

mod words;

use std::collections::BTreeMap;

use kapok_text::{fold, runs};

use crate::common::is_common;
use crate::encoder::Model;
use crate::grams::Vocabulary;
use crate::logistic::{Logistic, Row, softmax};
use words::WordList;

/// What the pieces of characters weigh beside a model.
const PIECES_BESIDE: f32 = 0.5;
/// Labels of a text that are given with words.
const EXPLAINED: usize = 3;
/// Texts that a model sees at once.
const AT_ONCE: usize = 256;
/// Parts into which the voices are split for the temperature.
const FOLDS: usize = 3;

/// Which word list is weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Words {
    /// The words of the twelve topics.
    Topics,
    /// None: for labels of another kind, and to see what the list does.
    None,
}

/// A decided voice to learn from.
#[derive(Clone, Copy, Debug)]
pub struct Decided<'a> {
    /// What was said.
    pub text: &'a str,
    /// What a person decided: a topic, an office.
    pub label: &'a str,
    /// Voices with the same kin are never split between learning and testing: near-copies, one matter.
    pub kin: &'a str,
}

/// A suggestion.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The label.
    pub label: String,
    /// The probability that a person decides so, 0 to 1.
    pub probability: f64,
    /// The words of the text that speak most for it, at most three; none if the model alone speaks, and for labels
    /// behind the third.
    pub words: Vec<String>,
}

/// Has learned from decided voices.
pub struct Suggester<'m> {
    labels: Vec<String>,
    vocabulary: Vocabulary,
    words: WordList,
    model: Option<&'m dyn Model>,
    regression: Logistic,
    temperature: f64,
}

impl<'m> Suggester<'m> {
    /// Learns. `None` where there are not two different labels to tell apart.
    #[must_use]
    pub fn learn(decided: &[Decided<'_>], words: Words, model: Option<&'m dyn Model>) -> Option<Self> {
        let labels: Vec<String> = decided
            .iter()
            .map(|d| d.label.to_owned())
            .collect::<std::collections::BTreeSet<_>>()
            .into_iter()
            .collect();
        if labels.len() < 2 {
            return None;
        }
        let texts: Vec<&str> = decided.iter().map(|d| d.text).collect();
        let mut new = Self {
            vocabulary: Vocabulary::learn(&texts),
            words: WordList::load(words),
            model,
            regression: Logistic::learn(&[], &[], labels.len(), 0),
            temperature: 1.0,
            labels,
        };
        let rows: Vec<Row> = new.rows(&texts);
        let truth: Vec<usize> = decided
            .iter()
            .map(|d| new.labels.iter().position(|l| l == d.label).unwrap_or_default())
            .collect();
        new.temperature = new.fitting(&rows, &truth, &folds(decided.iter().map(|d| d.kin), FOLDS));
        new.regression = new.regression(rows.iter().collect(), &truth);
        Some(new)
    }

    /// The labels, most probable first, at most `count`; probabilities of all labels sum to 1.
    #[must_use]
    pub fn suggest(&self, text: &str, count: usize) -> Vec<Suggestion> {
        self.suggest_each(&[text], count).pop().unwrap_or_default()
    }

    /// The same for several texts: a model is much faster with many at once.
    #[must_use]
    pub fn suggest_each(&self, texts: &[&str], count: usize) -> Vec<Vec<Suggestion>> {
        let rows = self.rows(texts);
        texts
            .iter()
            .zip(&rows)
            .map(|(text, row)| self.suggested(text, row, count))
            .collect()
    }

    fn suggested(&self, text: &str, row: &Row, count: usize) -> Vec<Suggestion> {
        let probabilities = softmax(&self.regression.scores(row), self.temperature);
        let mut order: Vec<usize> = (0..self.labels.len()).collect();
        order.sort_by(|&a, &b| probabilities[b].total_cmp(&probabilities[a]).then(a.cmp(&b)));
        order
            .into_iter()
            .take(count)
            .enumerate()
            .map(|(rank, at)| Suggestion {
                label: self.labels[at].clone(),
                probability: probabilities[at],
                words: if rank < EXPLAINED {
                    self.speaking(text, row, at)
                } else {
                    Vec::new()
                },
            })
            .collect()
    }

    fn columns(&self) -> usize {
        self.vocabulary.len() + self.words.len() + self.model.map_or(0, Model::dimensions)
    }

    fn regression(&self, rows: Vec<&Row>, truth: &[usize]) -> Logistic {
        Logistic::learn(&rows, truth, self.labels.len(), self.columns())
    }

    fn rows(&self, texts: &[&str]) -> Vec<Row> {
        let mut rows: Vec<Row> = texts.iter().map(|text| self.row(text)).collect();
        if let Some(model) = self.model {
            let known = (self.vocabulary.len() + self.words.len()) as u32;
            for (rows, texts) in rows.chunks_mut(AT_ONCE).zip(texts.chunks(AT_ONCE)) {
                for (row, vector) in rows.iter_mut().zip(model.vectors(texts)) {
                    row.extend((known..).zip(vector).filter(|&(_, x)| x != 0.0));
                }
            }
        }
        rows
    }

    /// The pieces and the words of the list; what a model says comes behind.
    fn row(&self, text: &str) -> Row {
        let weight = if self.model.is_some() { PIECES_BESIDE } else { 1.0 };
        let mut row: Row = self
            .vocabulary
            .row(text)
            .into_iter()
            .map(|(c, x)| (c, x * weight))
            .collect();
        let known = self.vocabulary.len() as u32;
        row.extend(
            (known..)
                .zip(self.words.counts(&fold(text)))
                .filter(|&(_, x)| x > 0.0),
        );
        row
    }

    /// The temperature under which the truth is most probable among rows that were not learned from.
    fn fitting(&self, rows: &[Row], truth: &[usize], folds: &[usize]) -> f64 {
        let mut tested: Vec<(Vec<f32>, usize)> = Vec::new();
        for fold in 0..FOLDS {
            let (test, learn): (Vec<usize>, Vec<usize>) = (0..rows.len()).partition(|&at| folds[at] == fold);
            let labels: Vec<usize> = learn.iter().map(|&at| truth[at]).collect();
            let regression = self.regression(learn.iter().map(|&at| &rows[at]).collect(), &labels);
            tested.extend(
                test.into_iter()
                    .map(|at| (regression.scores(&rows[at]), truth[at])),
            );
        }
        let surprise = |temperature: f64| {
            tested
                .iter()
                .map(|(scores, truth)| -softmax(scores, temperature)[*truth].max(1e-12).ln())
                .sum::<f64>()
        };
        // From 0.2 to 5 in steps of 5 %.
        let tried = (0..67).map(|at| 0.2 * 1.05_f64.powi(at));
        tried
            .min_by(|a, b| surprise(*a).total_cmp(&surprise(*b)))
            .unwrap_or(1.0)
    }

    /// The words whose pieces and whose place on the list add most to the score of a label beyond the mean of all.
    fn speaking(&self, text: &str, row: &Row, label: usize) -> Vec<String> {
        let beyond = |column: u32, x: f32| {
            let weights = self.regression.of(column);
            x * (weights[label] - weights.iter().sum::<f32>() / weights.len() as f32)
        };
        let folded = fold(text);
        let pieces: BTreeMap<u32, f32> = row.iter().copied().collect();
        let mut scored: BTreeMap<String, f32> = BTreeMap::new();
        for word in words_of(&folded).into_iter().filter(|word| !is_common(word)) {
            let mut score = 0.0;
            for (column, _) in self.vocabulary.row(&word) {
                score += pieces.get(&column).map_or(0.0, |&x| beyond(column, x));
            }
            for (at, count) in self.words.counts(&word).into_iter().enumerate() {
                let column = self.vocabulary.len() as u32 + at as u32;
                if count > 0.0 {
                    score += pieces.get(&column).map_or(0.0, |&x| beyond(column, x));
                }
            }
            scored.insert(word, score);
        }
        let mut scored: Vec<(String, f32)> = scored.into_iter().filter(|&(_, s)| s > 0.05).collect();
        scored.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut chosen: Vec<String> = Vec::new();
        for (word, _) in scored {
            // Of pieces that hold each other, as in a script without spaces, one is enough.
            if chosen
                .iter()
                .all(|c| !c.contains(&word) && !word.contains(c.as_str()))
            {
                chosen.push(word);
            }
        }
        chosen.truncate(3);
        chosen.into_iter().map(|word| shown(text, word)).collect()
    }
}

/// Spreads kin over folds, the greatest kin first, each to the fold with the fewest; all of one kin share a fold.
#[must_use]
pub fn folds<'a>(kin: impl Iterator<Item = &'a str>, count: usize) -> Vec<usize> {
    let kin: Vec<&str> = kin.collect();
    let mut sizes: BTreeMap<&str, usize> = BTreeMap::new();
    for k in &kin {
        *sizes.entry(k).or_default() += 1;
    }
    // Equal sizes in an order that has nothing to do with the names, which often follow the labels.
    let mut order: Vec<(usize, u64, &str)> = sizes
        .into_iter()
        .map(|(k, n)| (n, crate::mix::hash_text(k, 5), k))
        .collect();
    order.sort_unstable_by(|a, b| b.cmp(a));
    let mut filled = vec![0; count];
    let mut fold: BTreeMap<&str, usize> = BTreeMap::new();
    for (size, _, k) in order {
        let least = (0..count).min_by_key(|&f| filled[f]).unwrap_or_default();
        filled[least] += size;
        fold.insert(k, least);
    }
    kin.iter().map(|k| fold[k]).collect()
}

/// The words of a folded text; pairs and triples of characters where there are no words.
fn words_of(folded: &str) -> Vec<String> {
    let mut words = Vec::new();
    for run in runs(folded) {
        if run.dense {
            let chars: Vec<char> = run.text.chars().collect();
            words.extend(
                [2, 3]
                    .into_iter()
                    .flat_map(|n| chars.windows(n))
                    .map(|w| w.iter().collect::<String>()),
            );
        } else {
            words.push(run.text.to_owned());
        }
    }
    words
}

/// A folded word as the text writes it, if it can be found there.
fn shown(text: &str, folded: String) -> String {
    let whole = |c: char| !c.is_alphanumeric();
    text.split(whole)
        .find(|word| !word.is_empty() && fold(word) == folded)
        .map_or(folded, str::to_owned)
}
