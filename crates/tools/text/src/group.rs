//! `kapok text group`.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, ensure};
use kapok_i18n::{Lang, T};
use kapok_meaning::{Settings, group, read_voices};

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
    model: model::Choice,
    /// Language of the page and the summary: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    lang: Lang,
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "one of en, zh, es, ar".to_owned())
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
    let name = args.file.display().to_string();
    let file = File::open(&args.file).with_context(|| format!("{name} cannot be opened"))?;
    let input = read_voices(file).with_context(|| name.clone())?;
    for note in &input.notes {
        eprintln!(
            "note: {name}: {} rows {} (the first on line {})",
            note.rows,
            note.kind.words(),
            note.first_line
        );
    }
    let loaded = args.model.load()?;
    let settings = Settings {
        copy: args.copy,
        detail: args.detail,
    };
    let texts: Vec<&str> = input.voices.iter().map(|v| v.text.as_str()).collect();
    let groups = group(
        &texts,
        loaded.as_ref().map(|m| m as &dyn kapok_meaning::Model),
        settings,
    );
    let languages = input
        .voices
        .iter()
        .map(|v| match &v.language {
            Some(given) => given.clone(),
            None => kapok_text::language(&v.text).map_or_else(String::new, |l| l.tag().to_owned()),
        })
        .collect();
    let shown = args
        .file
        .file_name()
        .map_or_else(|| name.clone(), |f| f.to_string_lossy().into_owned());
    let sorted = Sorted {
        file: &shown,
        input: &input,
        languages,
        groups: &groups,
        settings,
        model: loaded.as_ref().map(|_| model::NAME),
    };
    let csv = args.csv.clone().unwrap_or_else(|| beside(&args.file, "csv"));
    let html = args.html.clone().unwrap_or_else(|| beside(&args.file, "html"));
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

/// FILE-groups.EXTENSION in the folder of the file.
fn beside(file: &Path, extension: &str) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    file.with_file_name(format!("{stem}-groups.{extension}"))
}

fn write(
    path: &Path,
    flag: &str,
    fill: impl FnOnce(&mut dyn Write) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let name = path.display();
    let file = File::create(path)
        .with_context(|| format!("{name} cannot be written; name another file with {flag}"))?;
    let mut out = BufWriter::new(file);
    fill(&mut out)
        .and_then(|()| Ok(out.flush()?))
        .with_context(|| format!("{name} could not be written whole"))
}
