//! How good: on comments that we did not write, on the civic set, and on the voices of the demo city.

use std::cell::RefCell;
use std::collections::BTreeMap;

use kapok_meaning::kmeans::kmeans;
use kapok_meaning::topic::folds;
use kapok_meaning::yardstick::{Pairs, adjusted_rand, macro_f1, mutual_information, neighbour_accuracy};
use kapok_meaning::{
    COPY, Copies, Decided, Encoder, Model, Random, Settings, Suggester, UniversalEncoder, Vectors, Words,
    group,
};

use super::{BenchArgs, Line, data, dynamic};

type Rows = fn(&BenchArgs, Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>>;

/// Names and what they measure.
pub(super) const ALL: [(&str, Rows); 5] = [
    ("copies civic", copies),
    ("conversations", conversations),
    ("topic", topics),
    ("translations", translations),
    ("groups civic", groups),
];
/// Comments of one conversation.
const MOST: usize = 120;
/// Neighbours that vote.
const VOTERS: usize = 10;
/// Runs of k-means, the best of which counts.
const RUNS: usize = 10;

fn copies(args: &BenchArgs, _: Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>> {
    let civic = data::civic(&args.data)?;
    let texts: Vec<&str> = civic.iter().map(|v| v.text.as_str()).collect();
    let copies = Copies::find(&texts, COPY);
    let found: Vec<usize> = (0..texts.len()).map(|at| copies.first(at)).collect();
    let truth = numbered(
        civic
            .iter()
            .map(|v| if v.same_as.is_empty() { &v.id } else { &v.same_as }),
    );
    let pairs = Pairs::compare(&found, &truth);
    Ok(vec![
        Line::known(
            "copies civic: precision / recall of pairs",
            format!("{:.3} / {:.3}", pairs.precision, pairs.recall),
        ),
        Line::at_least("copies civic: F1 of pairs", pairs.f1(), 0.80),
    ])
}

fn numbered<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut numbers = BTreeMap::new();
    keys.map(|key| {
        let next = numbers.len();
        *numbers.entry(key).or_insert(next)
    })
    .collect()
}

fn conversations(args: &BenchArgs, model: Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>> {
    let comments = data::conversations(&args.conversations, MOST)?;
    if comments.is_empty() {
        return Ok(vec![Line::known("conversations: not there, left out", "-")]);
    }
    let (texts, labels): (Vec<String>, Vec<usize>) = comments.into_iter().unzip();
    let mut folds: Vec<usize> = (0..texts.len()).map(|at| at % 5).collect();
    Random::new(7).shuffle(&mut folds);
    let count = labels.iter().max().map_or(0, |m| m + 1);
    let mut lines = vec![Line::known(
        "conversations: comments / conversations",
        format!("{} / {count}", texts.len()),
    )];
    let ways = [
        ("pieces", None, 0.75, 0.46),
        ("model", dynamic(model), 0.78, 0.57),
    ];
    for (way, model, knn, nmi) in ways
        .into_iter()
        .filter(|way| way.0 == "pieces" || way.1.is_some())
    {
        let vectors = Encoder::learn(&texts, model).vectors(&texts);
        let cells: Vec<usize> = kmeans(&vectors, count, RUNS, None)
            .of
            .into_iter()
            .map(|c| c as usize)
            .collect();
        lines.push(Line::at_least(
            format!("conversations, {way}: right by {VOTERS} nearest of other folds"),
            neighbour_accuracy(&vectors, &labels, &folds, VOTERS),
            knn,
        ));
        lines.push(Line::at_least(
            format!("conversations, {way}: k-means, mutual information"),
            mutual_information(&cells, &labels),
            nmi,
        ));
        let rand = format!("{:.3}", adjusted_rand(&cells, &labels));
        lines.push(Line::known(
            format!("conversations, {way}: k-means, adjusted Rand"),
            rand,
        ));
    }
    Ok(lines)
}

/// What a cross-validation found.
struct Tested {
    f1: f64,
    /// The mean distance of the probabilities from the share that was right, in tenths of probability.
    error: f64,
}

fn tested(voices: &[Decided<'_>], words: Words, model: Option<&dyn Model>) -> Tested {
    let fold_of = folds(voices.iter().map(|v| v.kin), 5);
    let names: Vec<&str> = voices
        .iter()
        .map(|v| v.label)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect();
    let number = |label: &str| names.iter().position(|n| *n == label).unwrap_or_default();
    let (mut found, mut truth) = (Vec::new(), Vec::new());
    let mut bins = [(0.0, 0.0); 10];
    for fold in 0..5 {
        let learn: Vec<Decided<'_>> = voices
            .iter()
            .zip(&fold_of)
            .filter(|&(_, &f)| f != fold)
            .map(|(v, _)| *v)
            .collect();
        let Some(suggester) = Suggester::learn(&learn, words, model) else {
            continue;
        };
        for (voice, _) in voices.iter().zip(&fold_of).filter(|&(_, &f)| f == fold) {
            let best = suggester.suggest(voice.text, 1).remove(0);
            let right = best.label == voice.label;
            let bin = &mut bins[((best.probability * 10.0) as usize).min(9)];
            *bin = (bin.0 + best.probability, bin.1 + f64::from(u8::from(right)));
            found.push(number(&best.label));
            truth.push(number(voice.label));
        }
    }
    let error =
        bins.iter().map(|(said, right)| (said - right).abs()).sum::<f64>() / voices.len().max(1) as f64;
    Tested {
        f1: macro_f1(&found, &truth),
        error,
    }
}

fn topics(args: &BenchArgs, model: Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>> {
    let civic = data::civic(&args.data)?;
    let kin = |v: &data::Labelled| {
        if v.same_as.is_empty() {
            v.id.clone()
        } else {
            v.same_as.clone()
        }
    };
    let kins: Vec<String> = civic.iter().map(kin).collect();
    let by_copy: Vec<Decided<'_>> = civic
        .iter()
        .zip(&kins)
        .map(|(v, kin)| Decided {
            text: &v.text,
            label: &v.topic,
            kin,
        })
        .collect();
    let by_matter: Vec<Decided<'_>> = civic
        .iter()
        .map(|v| Decided {
            text: &v.text,
            label: &v.topic,
            kin: &v.matter,
        })
        .collect();
    let offices: Vec<Decided<'_>> = civic
        .iter()
        .map(|v| Decided {
            text: &v.text,
            label: &v.department,
            kin: &v.matter,
        })
        .collect();
    let riverton = data::riverton(&args.data)?;
    let riverton: Vec<Decided<'_>> = riverton
        .iter()
        .map(|(text, label, kin)| Decided { text, label, kin })
        .collect();
    let mut lines = Vec::new();
    let model = model.map(|model| Remembering {
        model,
        known: RefCell::default(),
    });
    let ways = [
        ("pieces", None),
        ("model", model.as_ref().map(|m| m as &dyn Model)),
    ];
    for (way, model) in ways
        .into_iter()
        .filter(|way| way.0 == "pieces" || way.1.is_some())
    {
        let new = tested(&by_matter, Words::Topics, model);
        lines.push(Line::at_least(
            format!("topic civic, {way}: F1, whole matters held back"),
            new.f1,
            0.70,
        ));
        lines.push(Line::at_most(
            format!("topic civic, {way}: error of the probabilities"),
            new.error,
            0.1,
            "",
        ));
        if way == "pieces" {
            let known = tested(&by_copy, Words::Topics, model);
            lines.push(Line::at_least(
                format!("topic civic, {way}: F1, only copies kept together"),
                known.f1,
                0.70,
            ));
        }
        let more = [
            ("topic civic without the word list", &by_matter, Words::None),
            ("topic Riverton (stories)", &riverton, Words::Topics),
            ("office civic", &offices, Words::Topics),
        ];
        for (name, voices, words) in more {
            let found = tested(voices, words, model);
            let figures = format!("{:.3} / {:.3}", found.f1, found.error);
            lines.push(Line::known(
                format!("{name}, {way}: F1 / error of the probabilities"),
                figures,
            ));
        }
    }
    Ok(lines)
}

/// A model that looks at each text once, however many folds ask.
struct Remembering<'m> {
    model: &'m UniversalEncoder,
    known: RefCell<BTreeMap<String, Vec<f32>>>,
}

impl Model for Remembering<'_> {
    fn dimensions(&self) -> usize {
        self.model.dimensions()
    }

    fn vectors(&self, texts: &[&str]) -> Vec<Vec<f32>> {
        let mut known = self.known.borrow_mut();
        let mut vector = |text: &&str| match known.get(*text) {
            Some(vector) => vector.clone(),
            None => {
                let vector = self.model.vectors(&[*text]).remove(0);
                known.insert((*text).to_owned(), vector.clone());
                vector
            }
        };
        texts.iter().map(&mut vector).collect()
    }
}

/// How often the nearest voice of another language is the translation.
fn translations(args: &BenchArgs, model: Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>> {
    let Some(model) = dynamic(model) else {
        return Ok(Vec::new());
    };
    let civic = data::civic(&args.data)?;
    let texts: Vec<&str> = civic.iter().map(|v| v.text.as_str()).collect();
    let mut vectors = Vectors::new(model.dimensions());
    for vector in model.vectors(&texts) {
        vectors.push(&vector);
    }
    let mut lines = Vec::new();
    for language in ["zh", "es", "ar"] {
        let from: Vec<usize> = (0..civic.len())
            .filter(|&at| civic[at].language == language && !civic[at].translation_of.is_empty())
            .collect();
        let right = from.iter().filter(|&&at| {
            let english = (0..civic.len()).filter(|&other| civic[other].language == "en");
            let nearest = english.max_by(|&a, &b| vectors.cosine(at, a).total_cmp(&vectors.cosine(at, b)));
            nearest.is_some_and(|n| civic[n].matter == civic[at].matter)
        });
        let share = right.count() as f64 / from.len().max(1) as f64;
        lines.push(Line::at_least(
            format!("translations, model: {language} to en, right one first"),
            share,
            0.90,
        ));
    }
    Ok(lines)
}

fn groups(args: &BenchArgs, model: Option<&UniversalEncoder>) -> anyhow::Result<Vec<Line>> {
    let civic = data::civic(&args.data)?;
    let texts: Vec<&str> = civic.iter().map(|v| v.text.as_str()).collect();
    let matters = numbered(civic.iter().map(|v| &v.matter));
    let topics = numbered(civic.iter().map(|v| &v.topic));
    let mut lines = Vec::new();
    let ways = [("pieces", None), ("model", dynamic(model))];
    for (way, model) in ways
        .into_iter()
        .filter(|way| way.0 == "pieces" || way.1.is_some())
    {
        let groups = group(&texts, model, Settings::default());
        let mut of = vec![0; texts.len()];
        let sets = groups
            .groups
            .iter()
            .map(|g| g.texts.iter().flat_map(|t| &t.voices).collect::<Vec<_>>());
        let alone = groups.alone.iter().map(|t| t.voices.iter().collect());
        for (number, set) in sets.chain(alone).enumerate() {
            set.into_iter().for_each(|&voice| of[voice] = number);
        }
        lines.push(Line::known(
            format!("groups civic, {way}: groups; mutual information with matters / topics"),
            format!(
                "{}; {:.2} / {:.2}",
                groups.groups.len(),
                mutual_information(&of, &matters),
                mutual_information(&of, &topics)
            ),
        ));
    }
    Ok(lines)
}
