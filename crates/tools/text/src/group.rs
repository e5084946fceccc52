//! `kapok text group`.

use std::cell::RefCell;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::ensure;
use kapok_i18n::{Lang, T};
use kapok_meaning::{Groups, Settings, Step, group_watched};
use kapok_report::Bar;

use crate::advice::AdviceArgs;
use crate::files::{beside, language, open, write};
use crate::model;
use crate::page;
use crate::rows::Sorted;

/// What `kapok text group` is asked.
#[derive(clap::Args)]
pub struct GroupArgs {
    /// CSV file with the columns id and text, and if known language and place.
    file: PathBuf,
    /// Where the voices with their groups go, as CSV [default: FILE-groups.csv beside the file].
    #[arg(long, value_name = "OUT")]
    csv: Option<PathBuf>,
    /// Where the page goes [default: FILE-groups.html beside the file].
    #[arg(long, value_name = "OUT")]
    html: Option<PathBuf>,
    /// Also write everything as JSON.
    #[arg(long, value_name = "OUT")]
    json: Option<PathBuf>,
    /// Above 1 more and smaller groups, below 1 fewer and greater.
    #[arg(long, default_value_t = 1.0, value_name = "NUMBER")]
    detail: f64,
    /// Texts that share this part of their pieces are copies, above 0 and up to 1.
    #[arg(long, default_value_t = kapok_meaning::COPY, value_name = "SHARE")]
    copy: f64,
    #[command(flatten)]
    advice: AdviceArgs,
    #[command(flatten)]
    model: model::Choice,
    /// Language of the page and the summary: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    lang: Lang,
}

/// Reads, groups, writes and prints.
pub(crate) fn run(args: &GroupArgs) -> anyhow::Result<ExitCode> {
    ensure!(
        args.detail > 0.0 && args.detail.is_finite(),
        "--detail must be above 0, for example 2"
    );
    ensure!(
        args.copy > 0.0 && args.copy <= 1.0,
        "--copy must be above 0 and at most 1, for example 0.7"
    );
    let input = open(&args.file)?;
    let loaded = args.model.load()?;
    let settings = Settings {
        copy: args.copy,
        detail: args.detail,
    };
    let texts: Vec<&str> = input.voices.iter().map(|v| v.text.as_str()).collect();
    let model = loaded.as_ref().map(|m| m as &dyn kapok_meaning::Model);
    let adviser = args.advice.learn(model)?;
    let groups = watched(|watch| group_watched(&texts, model, settings, watch));
    let languages = input
        .voices
        .iter()
        .map(|v| match &v.language {
            Some(given) => given.clone(),
            None => kapok_text::language(&v.text).map_or_else(String::new, |l| l.tag().to_owned()),
        })
        .collect();
    let shown = args.file.file_name().map_or_else(
        || args.file.display().to_string(),
        |f| f.to_string_lossy().into_owned(),
    );
    let sorted = Sorted {
        file: &shown,
        input: &input,
        languages,
        groups: &groups,
        advice: groups
            .groups
            .iter()
            .map(|g| adviser.advise_group(g, |at| input.voices[at].text.clone()))
            .collect(),
        adviser: &adviser,
        settings,
        model: loaded.as_ref().map(|_| model::NAME),
    };
    let csv = args
        .csv
        .clone()
        .unwrap_or_else(|| beside(&args.file, "groups.csv"));
    let html = args
        .html
        .clone()
        .unwrap_or_else(|| beside(&args.file, "groups.html"));
    write(&csv, "--csv", |out| Ok(sorted.write_csv(out)?))?;
    if let Some(json) = &args.json {
        write(json, "--json", |out| Ok(sorted.write_json(out)?))?;
    }
    let command = format!("kapok text group {shown}");
    write(&html, "--html", |out| {
        Ok(out.write_all(page::html(&sorted, args.lang, command)?.as_bytes())?)
    })?;
    let t = T(args.lang);
    let mut print = page::summary(&sorted, t);
    for path in [Some(&csv), Some(&html), args.json.as_ref()]
        .into_iter()
        .flatten()
    {
        print.push_str(&t.text_written(&path.display().to_string()));
        print.push('\n');
    }
    // A reader that closes the pipe early has read what it wanted.
    let _ = std::io::stdout().write_all(print.as_bytes());
    Ok(ExitCode::SUCCESS)
}

/// Runs work with a bar of its own for each step.
fn watched(work: impl FnOnce(&dyn Fn(Step, usize, usize)) -> Groups) -> Groups {
    let bar: RefCell<Option<(Step, Bar)>> = RefCell::new(None);
    work(&|step, done, of| {
        let mut bar = bar.borrow_mut();
        if bar.as_ref().is_none_or(|(shown, _)| *shown != step) {
            let name = match step {
                Step::Copies => "Looking for copies",
                Step::Vectors => "Reading",
                Step::Nearest => "Comparing",
            };
            *bar = None; // the old one is wiped away before the new one appears
            *bar = Some((step, Bar::new(name, "texts", of as u64)));
        }
        if let Some((_, bar)) = bar.as_ref() {
            bar.tell(done as u64);
        }
    })
}
