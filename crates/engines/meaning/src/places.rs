//! Words of a text that name a place: the city's own names first, then what looks like one.
//!
//! A finding carries the share of such findings that were right on the civic set (`data/civic`, 700 voices in four
//! languages, judged by hand; one right and one wrong finding added, after Laplace): [`LISTED`] and [`LOOKS_LIKE`].

use kapok_text::{fold, runs};

/// All of 20 names of the city's places that were found meant the place.
pub const LISTED: f64 = 0.95;
/// Of 13 words that looked like a place, 9 named one.
pub const LOOKS_LIKE: f64 = 0.67;

/// A place with the names people use for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its key in the record.
    pub key: String,
    /// Its names, in any language and script.
    pub names: Vec<String>,
}

/// Words that name a place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// The place of the record, if it is one.
    pub key: Option<String>,
    /// The words, folded.
    pub words: String,
    /// The share of such findings that are right.
    pub probability: f64,
}

/// Words that stand after a name, before one, and at the end of a Chinese one.
const AFTER: [&str; 14] = [
    "street", "road", "lane", "avenue", "square", "bridge", "hill", "row", "quay", "station", "park",
    "alley", "court", "market",
];
const BEFORE: [&str; 14] = [
    "calle",
    "plaza",
    "avenida",
    "paseo",
    "puente",
    "barrio",
    "شارع",
    "ساحه",
    "حي",
    "جسر",
    "طريق",
    "حاره",
    "ميدان",
    "rue",
];
const ENDS: [&str; 6] = ["街", "路", "巷", "桥", "广场", "公园"];
/// What may stand between the word and the name.
const BETWEEN: [&str; 7] = ["de", "del", "la", "las", "los", "el", "the"];

/// The city's places, ready to be found.
#[derive(Clone, Debug, Default)]
pub struct Places {
    /// Folded names, the longest first, so that the longest wins.
    names: Vec<(String, String)>,
}

impl Places {
    /// Takes the places; names of fewer than two characters are left out.
    #[must_use]
    pub fn new(places: &[Place]) -> Self {
        let all = places
            .iter()
            .flat_map(|place| place.names.iter().map(|name| (spaced(name), place.key.clone())));
        let mut names: Vec<(String, String)> =
            all.filter(|(name, _)| name.trim().chars().count() > 1).collect();
        names.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
        names.dedup();
        Self { names }
    }

    /// The places that a text names: those of the record, then what looks like one, each once.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<Mention> {
        let mut rest = spaced(text);
        let mut found: Vec<Mention> = Vec::new();
        for (name, key) in &self.names {
            let dense = runs(name).next().is_some_and(|run| run.dense);
            let wanted = if dense { name.trim() } else { name };
            if rest.contains(wanted) {
                rest = rest.replace(wanted, " / ");
                if found.iter().all(|f| f.key.as_ref() != Some(key)) {
                    let (key, words) = (Some(key.clone()), name.trim().to_owned());
                    found.push(Mention {
                        key,
                        words,
                        probability: LISTED,
                    });
                }
            }
        }
        for words in looking_like(text) {
            let dense = runs(&words).next().is_some_and(|run| run.dense);
            let there = if dense {
                rest.contains(&words)
            } else {
                rest.contains(&spaced(&words))
            };
            if there && found.iter().all(|f| f.words != words) {
                found.push(Mention {
                    key: None,
                    words,
                    probability: LOOKS_LIKE,
                });
            }
        }
        found
    }
}

/// The folded words with a space before, between and after them.
fn spaced(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = runs(&folded).map(|run| run.text).collect();
    format!(" {} ", words.join(" "))
}

/// "mill road", "calle del horno", "皮革巷": a word for a kind of place with the word that goes with it. In scripts with
/// capitals that word must have one.
fn looking_like(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let pause = |c: char| !c.is_alphanumeric() && !matches!(c, ' ' | '\'' | '-');
    for part in text.split(pause) {
        let words: Vec<&str> = part.split_whitespace().collect();
        let plain: Vec<String> = words.iter().map(|word| fold(word)).collect();
        let name = |at: usize| {
            let first = words[at].chars().next();
            let capital = first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
            capital && plain[at].chars().count() > 2 && !crate::common::is_common(&plain[at])
        };
        for (at, word) in plain.iter().enumerate() {
            if AFTER.contains(&word.as_str()) {
                if at > 0 && name(at - 1) {
                    found.push(format!("{} {word}", plain[at - 1]));
                }
            } else if BEFORE.contains(&word.as_str()) {
                let between = plain[at + 1..]
                    .iter()
                    .take_while(|next| BETWEEN.contains(&next.as_str()))
                    .take(2)
                    .count();
                let last = at + 1 + between;
                if last < words.len() && name(last) {
                    found.push(plain[at..=last].join(" "));
                }
            } else {
                let dense = runs(word).filter(|run| run.dense);
                found.extend(dense.flat_map(|run| ENDS.iter().filter_map(|end| chinese(run.text, end))));
            }
        }
    }
    found
}

/// The first end of a Chinese name with the two characters before it, where those can be a name.
fn chinese(run: &str, end: &str) -> Option<String> {
    let joint = |c: char| crate::common::is_joint(c) || "条大马道上下往修好铺望十前".contains(c);
    run.match_indices(end).find_map(|(at, _)| {
        let before: Vec<char> = run[..at].chars().rev().take(2).collect();
        let plain = before.len() == 2 && !before.iter().any(|&c| joint(c));
        plain.then(|| before.iter().rev().collect::<String>() + end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn riverton() -> Places {
        let place = |key: &str, names: &[&str]| Place {
            key: key.to_owned(),
            names: names.iter().map(|n| (*n).to_owned()).collect(),
        };
        Places::new(&[
            place("mill-bridge", &["Mill Bridge", "磨坊桥", "puente del molino"]),
            place("mill", &["Mill"]),
            place("harbour", &["The Harbour", "Harbour"]),
        ])
    }

    fn keys(text: &str) -> Vec<String> {
        riverton()
            .find(text)
            .into_iter()
            .map(|m| m.key.unwrap_or(m.words))
            .collect()
    }

    #[test]
    fn the_longest_name_of_the_city_wins_in_any_script() {
        assert_eq!(keys("The lamp at MILL BRIDGE is out"), ["mill-bridge"]);
        assert_eq!(keys("磨坊桥拐角的路灯坏了"), ["mill-bridge"]);
        assert_eq!(keys("junto al puente del Molino"), ["mill-bridge"]);
        assert!(keys("windmills").is_empty());
    }

    #[test]
    fn what_looks_like_a_place_is_found_beside_them() {
        assert_eq!(
            keys("From the harbour to Tannery Row"),
            ["harbour", "tannery row"]
        );
        assert_eq!(keys("en la calle del Horno"), ["calle del horno"]);
        assert_eq!(keys("窑巷在皮革巷旁边"), ["皮革巷"]);
        assert!(keys("in our street").is_empty());
    }
}
