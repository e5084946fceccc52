//! Suggested topic, office and places of voices: what is learned from, and what is said of a voice and of a group.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use kapok_meaning::{
    Decided, Group, Mention, Model, Place, Places, Suggester, Suggestion, Voice, Words, read_voices,
};

/// The civic set: what is learned from where a city gives no decided voices of its own.
const EXAMPLES: &str = include_str!("../../../../data/civic/voices.csv");
/// The most central texts of a group that its suggestion is taken from.
const CENTRAL: usize = 10;

/// What suggestions are made from.
#[derive(clap::Args)]
pub(crate) struct AdviceArgs {
    /// Voices that people have decided, to learn from: CSV with id, text, topic and/or department, and if known matter
    /// [default: 700 example voices of an invented city].
    #[arg(long, value_name = "FILE")]
    train: Option<PathBuf>,
    /// Names of the city's places: CSV with key and name; a place may stand in several rows, under all its names.
    #[arg(long, value_name = "FILE")]
    places: Option<PathBuf>,
}

/// Has learned, and suggests.
pub(crate) struct Adviser<'m> {
    topic: Option<Suggester<'m>>,
    department: Option<Suggester<'m>>,
    places: Places,
    /// Voices it has learned from.
    pub learned: usize,
    /// The file they came from; nothing for the examples.
    pub source: Option<String>,
}

/// What is suggested for a voice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Advice {
    pub topic: Option<Suggestion>,
    pub department: Option<Suggestion>,
    pub places: Vec<Mention>,
}

impl AdviceArgs {
    /// Reads the files and learns.
    pub(crate) fn learn<'m>(&self, model: Option<&'m dyn Model>) -> anyhow::Result<Adviser<'m>> {
        let voices = match &self.train {
            None => read_voices(EXAMPLES.as_bytes())?.voices,
            Some(path) => {
                let name = path.display();
                let file = File::open(path).with_context(|| format!("{name} cannot be opened"))?;
                read_voices(file).with_context(|| name.to_string())?.voices
            }
        };
        let topic = learn(&voices, |v| v.topic.as_deref(), model);
        let department = learn(&voices, |v| v.department.as_deref(), model);
        ensure!(
            topic.is_some() || department.is_some(),
            "nothing to learn from in {}: it needs a column topic or department with at least two different values",
            self.train
                .as_deref()
                .unwrap_or(Path::new("the examples"))
                .display()
        );
        let decided = |v: &&Voice| v.topic.is_some() || v.department.is_some();
        Ok(Adviser {
            topic,
            department,
            places: Places::new(&self.places.as_deref().map_or_else(|| Ok(Vec::new()), places)?),
            learned: voices.iter().filter(decided).count(),
            source: self.train.as_ref().map(|p| p.display().to_string()),
        })
    }
}

fn learn<'m>(
    voices: &[Voice],
    label: impl Fn(&Voice) -> Option<&str>,
    model: Option<&'m dyn Model>,
) -> Option<Suggester<'m>> {
    let decided: Vec<Decided<'_>> = voices
        .iter()
        .filter_map(|v| {
            Some(Decided {
                text: &v.text,
                label: label(v)?,
                kin: v.matter.as_deref().unwrap_or(&v.id),
            })
        })
        .collect();
    Suggester::learn(&decided, Words::Topics, model)
}

/// The places of a file with the columns key and name.
fn places(path: &Path) -> anyhow::Result<Vec<Place>> {
    let name = path.display();
    let mut reader = csv::Reader::from_path(path).with_context(|| format!("{name} cannot be opened"))?;
    let header = reader.headers().with_context(|| name.to_string())?.clone();
    let column = |wanted: &str| {
        let found = header
            .iter()
            .position(|h| h.trim_start_matches('\u{feff}').trim() == wanted);
        found.with_context(|| format!("{name}: no column {wanted:?}; the first line must hold key and name"))
    };
    let (key, called) = (column("key")?, column("name")?);
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for record in reader.records() {
        let record = record.with_context(|| name.to_string())?;
        let field = |at: usize| record.get(at).unwrap_or_default().trim().to_owned();
        all.entry(field(key)).or_default().push(field(called));
    }
    Ok(all.into_iter().map(|(key, names)| Place { key, names }).collect())
}

impl Adviser<'_> {
    /// What is suggested for each of some texts.
    pub(crate) fn advise(&self, texts: &[&str]) -> Vec<Advice> {
        let of = |suggester: &Option<Suggester<'_>>| match suggester {
            None => vec![Vec::new(); texts.len()],
            Some(s) => s.suggest_each(texts, 1),
        };
        let labels = of(&self.topic).into_iter().zip(of(&self.department));
        labels
            .zip(texts)
            .map(|((mut topic, mut department), text)| {
                // Of a text without a letter nothing can be said.
                if !text.chars().any(char::is_alphanumeric) {
                    return Advice::default();
                }
                Advice {
                    topic: topic.pop(),
                    department: department.pop(),
                    places: self.places.find(text),
                }
            })
            .collect()
    }

    /// What is suggested for a group. The probability of a topic is the mean over the group's most central texts: the
    /// share of them that people would be expected to put there. The words are those that speak most often.
    pub(crate) fn advise_group(&self, group: &Group, voice: impl Fn(usize) -> String) -> Advice {
        let shown: Vec<String> = group.texts.iter().take(CENTRAL).map(|t| voice(t.shown)).collect();
        let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
        let of = |suggester: &Option<Suggester<'_>>| {
            together(&suggester.as_ref()?.suggest_each(&shown, usize::MAX))
        };
        let mut places: BTreeMap<(Option<String>, String), (usize, f64)> = BTreeMap::new();
        for text in &group.texts {
            for found in self.places.find(&voice(text.shown)) {
                let entry = places.entry((found.key, found.words)).or_default();
                *entry = (entry.0 + text.voices.len(), found.probability);
            }
        }
        let mut places: Vec<_> = places.into_iter().collect();
        places.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
        Advice {
            topic: of(&self.topic),
            department: of(&self.department),
            places: places
                .into_iter()
                .map(|((key, words), (_, probability))| Mention {
                    key,
                    words,
                    probability,
                })
                .collect(),
        }
    }
}

/// One suggestion from those for several texts.
fn together(each: &[Vec<Suggestion>]) -> Option<Suggestion> {
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for suggestion in each.iter().flatten() {
        *sums.entry(&suggestion.label).or_default() += suggestion.probability;
    }
    let best = sums
        .into_iter()
        .max_by(|a, b| a.1.total_cmp(&b.1).then_with(|| b.0.cmp(a.0)))?;
    let mut words: BTreeMap<String, (usize, &str)> = BTreeMap::new();
    for word in each
        .iter()
        .flatten()
        .filter(|s| s.label == best.0)
        .flat_map(|s| &s.words)
    {
        words.entry(kapok_text::fold(word)).or_insert((0, word)).0 += 1;
    }
    let mut words: Vec<_> = words.into_iter().collect();
    words.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
    let mut chosen: Vec<(String, &str)> = Vec::new();
    for (word, (_, shown)) in words {
        if chosen
            .iter()
            .all(|(c, _)| !c.contains(&word) && !word.contains(c.as_str()))
        {
            chosen.push((word, shown));
        }
    }
    Some(Suggestion {
        label: best.0.to_owned(),
        probability: best.1 / each.len() as f64,
        words: chosen
            .into_iter()
            .take(5)
            .map(|(_, word)| word.to_owned())
            .collect(),
    })
}

/// A place as files name it: the key of the record, else its words.
pub(crate) fn place_name(found: &Mention) -> &str {
    found.key.as_deref().unwrap_or(&found.words)
}
