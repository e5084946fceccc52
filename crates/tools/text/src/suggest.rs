//! `kapok text suggest`: a topic, an office and places for every voice of a file.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use kapok_i18n::{Lang, T};
use kapok_meaning::{Suggestion, Voice};
use kapok_report::Bar;
use serde::Serialize;

use crate::advice::{Advice, AdviceArgs, Adviser, place_name};
use crate::files::{beside, language, open, write};
use crate::model;

/// Texts between two looks at the bar.
const AT_ONCE: usize = 256;

/// What `kapok text suggest` is asked.
#[derive(clap::Args)]
pub struct SuggestArgs {
    /// CSV file with the columns id and text, and if known language and place.
    file: PathBuf,
    /// Where the suggestions go, as CSV [default: FILE-suggestions.csv beside the file].
    #[arg(long, value_name = "OUT")]
    csv: Option<PathBuf>,
    /// Also write them as JSON.
    #[arg(long, value_name = "OUT")]
    json: Option<PathBuf>,
    #[command(flatten)]
    advice: AdviceArgs,
    #[command(flatten)]
    model: model::Choice,
    /// Language of the summary: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    lang: Lang,
}

/// Reads, suggests, writes and prints.
pub(crate) fn run(args: &SuggestArgs) -> anyhow::Result<ExitCode> {
    let input = open(&args.file)?;
    let loaded = args.model.load()?;
    let adviser = args
        .advice
        .learn(loaded.as_ref().map(|m| m as &dyn kapok_meaning::Model))?;
    let method = if loaded.is_some() { "model" } else { "pieces" };
    let all = each(&adviser, &input.voices);
    let csv = args
        .csv
        .clone()
        .unwrap_or_else(|| beside(&args.file, "suggestions.csv"));
    write(&csv, "--csv", |out| Ok(write_csv(out, &input.voices, &all)?))?;
    if let Some(json) = &args.json {
        write(json, "--json", |out| {
            let report = Report {
                voices: input.voices.len(),
                method,
                model: loaded.as_ref().map(|_| model::NAME),
                learned_from: Learned::of(&adviser),
                suggestions: input.voices.iter().zip(&all).map(Row::of).collect(),
            };
            Ok(serde_json::to_writer_pretty(out, &report)?)
        })?;
    }
    let mut print = summary(T(args.lang), &adviser, &all, method);
    for path in [Some(&csv), args.json.as_ref()].into_iter().flatten() {
        print.push_str(&T(args.lang).text_written(&path.display().to_string()));
        print.push('\n');
    }
    // A reader that closes the pipe early has read what it wanted.
    let _ = std::io::stdout().write_all(print.as_bytes());
    Ok(ExitCode::SUCCESS)
}

/// What is suggested for each voice; equal texts are looked at once.
fn each(adviser: &Adviser<'_>, voices: &[Voice]) -> Vec<Advice> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut texts, mut of) = (Vec::new(), Vec::with_capacity(voices.len()));
    for voice in voices {
        let place = *places.entry(&voice.text).or_insert(texts.len());
        if place == texts.len() {
            texts.push(voice.text.as_str());
        }
        of.push(place);
    }
    let bar = Bar::new("Suggesting", "texts", texts.len() as u64);
    let mut advice = Vec::with_capacity(texts.len());
    for some in texts.chunks(AT_ONCE) {
        advice.extend(adviser.advise(some));
        bar.tell(advice.len() as u64);
    }
    of.into_iter().map(|place| advice[place].clone()).collect()
}

/// How many voices each topic is suggested for, and by what.
fn summary(t: T, adviser: &Adviser<'_>, all: &[Advice], method: &str) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for topic in all.iter().filter_map(|a| a.topic.as_ref()) {
        *counts.entry(&topic.label).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|&(label, n)| (std::cmp::Reverse(n), label));
    let mut out = learned(t, adviser) + "\n";
    out.push_str(&match method {
        "pieces" => t.text_by_pieces().to_owned(),
        _ => t.text_by_model(model::NAME),
    });
    out.push_str("\n\n");
    for (label, n) in counts {
        out.push_str(&format!("{n:>6}  {}\n", t.topic(label)));
    }
    out.push('\n');
    out
}

/// What the suggestions were learned from, in a sentence.
pub(crate) fn learned(t: T, adviser: &Adviser<'_>) -> String {
    let n = i64::try_from(adviser.learned).unwrap_or(i64::MAX);
    match &adviser.source {
        None => t.text_learned_examples(n),
        Some(file) => t.text_learned_own(n, file),
    }
}

fn write_csv(out: impl Write, voices: &[Voice], all: &[Advice]) -> csv::Result<()> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "id",
        "topic",
        "topic_probability",
        "topic_words",
        "department",
        "department_probability",
        "department_words",
        "places",
        "text",
    ])?;
    for (voice, advice) in voices.iter().zip(all) {
        let [topic, department] = [&advice.topic, &advice.department].map(cells);
        csv.write_record(
            [voice.id.clone()]
                .into_iter()
                .chain(topic)
                .chain(department)
                .chain([place_names(advice), voice.text.clone()]),
        )?;
    }
    csv.flush()?;
    Ok(())
}

/// Label, probability and words, empty where nothing is suggested.
pub(crate) fn cells(suggestion: &Option<Suggestion>) -> [String; 3] {
    suggestion.as_ref().map_or_else(Default::default, |s| {
        [
            s.label.clone(),
            format!("{:.3}", s.probability),
            s.words.join(" "),
        ]
    })
}

/// The places that were named.
pub(crate) fn place_names(advice: &Advice) -> String {
    advice
        .places
        .iter()
        .map(place_name)
        .collect::<Vec<_>>()
        .join("; ")
}

#[derive(Serialize)]
struct Report<'a> {
    voices: usize,
    method: &'a str,
    model: Option<&'a str>,
    learned_from: Learned<'a>,
    suggestions: Vec<Row<'a>>,
}

/// What was learned from, as the JSON has it.
#[derive(Serialize)]
pub(crate) struct Learned<'a> {
    voices: usize,
    file: Option<&'a str>,
}

impl<'a> Learned<'a> {
    pub(crate) fn of(adviser: &'a Adviser<'_>) -> Self {
        Self {
            voices: adviser.learned,
            file: adviser.source.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    #[serde(flatten)]
    advice: AdviceJson,
    text: &'a str,
}

impl<'a> Row<'a> {
    fn of((voice, advice): (&'a Voice, &Advice)) -> Self {
        Self {
            id: &voice.id,
            advice: AdviceJson::of(advice),
            text: &voice.text,
        }
    }
}

/// A suggestion as the JSON has it.
#[derive(Serialize)]
pub(crate) struct AdviceJson {
    topic: Option<SuggestionJson>,
    department: Option<SuggestionJson>,
    named_places: Vec<PlaceJson>,
}

#[derive(Serialize)]
struct SuggestionJson {
    label: String,
    probability: f64,
    words: Vec<String>,
}

#[derive(Serialize)]
struct PlaceJson {
    key: Option<String>,
    words: String,
    probability: f64,
}

impl AdviceJson {
    pub(crate) fn of(advice: &Advice) -> Self {
        let json = |s: &Suggestion| SuggestionJson {
            label: s.label.clone(),
            probability: crate::rows::rounded(s.probability),
            words: s.words.clone(),
        };
        Self {
            topic: advice.topic.as_ref().map(json),
            department: advice.department.as_ref().map(json),
            named_places: advice
                .places
                .iter()
                .map(|m| PlaceJson {
                    key: m.key.clone(),
                    words: m.words.clone(),
                    probability: m.probability,
                })
                .collect(),
        }
    }
}
