//! Texts by language, none left out.

use std::collections::BTreeMap;

use kapok_text::{Lang, Script, fold, language, runs, script};

use crate::mix::{HashedMap, hash_text};

/// A language that covers less than this part of the recognised texts of its script, and fewer than [`FEW`], is taken
/// for a mistake of recognition.
const RARE: f64 = 0.02;
/// So many texts of a language are no mistake.
const FEW: usize = 20;

/// The positions of texts by language, each list ascending.
///
/// A text whose language is not recognised, or only a few texts have, goes to the language of its script with which it
/// shares most words (each word counts by the share of the language's texts that have it); where its script has no
/// language, to its script.
#[must_use]
pub fn tongues(texts: &[&str]) -> Vec<Vec<usize>> {
    let scripts: Vec<Option<Script>> = texts.iter().map(|text| script(text)).collect();
    let mut found: Vec<Option<Lang>> = texts.iter().map(|text| language(text)).collect();
    let mut sizes: BTreeMap<(Option<Script>, Lang), usize> = BTreeMap::new();
    let mut of_script: BTreeMap<Option<Script>, usize> = BTreeMap::new();
    for (&script, &lang) in scripts.iter().zip(&found) {
        if let Some(lang) = lang {
            *sizes.entry((script, lang)).or_default() += 1;
            *of_script.entry(script).or_default() += 1;
        }
    }
    sizes.retain(|&(script, _), &mut n| n >= FEW || n as f64 >= RARE * of_script[&script] as f64);
    let mut words: BTreeMap<(Option<Script>, Lang), HashedMap<u32>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        match found[at] {
            Some(lang) if sizes.contains_key(&(scripts[at], lang)) => {
                let words = words.entry((scripts[at], lang)).or_default();
                each_word(text, |word| *words.entry(word).or_default() += 1);
            }
            _ => found[at] = None,
        }
    }
    let mut parts: BTreeMap<(Option<Script>, Option<Lang>), Vec<usize>> = BTreeMap::new();
    for (at, text) in texts.iter().enumerate() {
        let lang = found[at].or_else(|| nearest(text, scripts[at], &words, &sizes));
        parts.entry((scripts[at], lang)).or_default().push(at);
    }
    parts.into_values().collect()
}

/// The language of the script that shares most words with the text; the one with most texts if none does.
fn nearest(
    text: &str,
    script: Option<Script>,
    words: &BTreeMap<(Option<Script>, Lang), HashedMap<u32>>,
    sizes: &BTreeMap<(Option<Script>, Lang), usize>,
) -> Option<Lang> {
    let candidates = words.iter().filter(|((s, _), _)| *s == script);
    let scored = candidates.map(|(key, words)| {
        let mut score = 0.0;
        let size = sizes.get(key).copied().unwrap_or(1);
        each_word(text, |word| {
            score += f64::from(words.get(&word).copied().unwrap_or_default()) / size as f64
        });
        (score, size, key.1)
    });
    scored
        .max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2)))
        .map(|(_, _, lang)| lang)
}

/// The hash of each word, as often as it occurs.
fn each_word(text: &str, mut take: impl FnMut(u64)) {
    for run in runs(&fold(text)) {
        take(hash_text(run.text, 3));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_in_one_list_and_a_short_one_joins_the_language_it_looks_like() {
        let texts = [
            "The street lamp is broken and nobody comes",
            "La farola de la calle está rota y nadie viene",
            "Street lamp",
            "路灯坏了",
            "farola rota",
            "42",
        ];
        assert_eq!(tongues(&texts), [vec![5], vec![0, 2], vec![1, 4], vec![3]]);
    }
}
