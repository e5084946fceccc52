//! Reading files, and writing results as CSV, JSON and HTML.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use kapok_i18n::Lang;
use serde_json::Value;

/// Where results go.
#[derive(Debug, Clone, clap::Args)]
pub struct Output {
    /// Write the result as CSV (- is the standard output).
    #[arg(long, visible_alias = "csv", value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Write everything as JSON (- is the standard output).
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Write a report as one HTML file (- is the standard output).
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Language of the report: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    pub lang: Lang,
}

fn language(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| format!("{code} is not one of en, zh, es, ar"))
}

impl Output {
    /// Writes what was asked for. `csv` and `html` are made only where needed. The summary goes to the standard output,
    /// unless a result goes there.
    pub fn write(
        &self,
        summary: &str,
        csv: impl FnOnce() -> Result<Vec<u8>>,
        json: &Value,
        html: impl FnOnce() -> Result<String>,
    ) -> Result<()> {
        if let Some(path) = &self.out {
            write(path, &csv()?)?;
        }
        if let Some(path) = &self.json {
            let mut text = serde_json::to_vec_pretty(json)?;
            text.push(b'\n');
            write(path, &text)?;
        }
        if let Some(path) = &self.html {
            write(path, html()?.as_bytes())?;
        }
        let taken = [&self.out, &self.json, &self.html]
            .into_iter()
            .flatten()
            .any(|path| is_standard(path));
        if taken {
            eprint!("{summary}");
        } else {
            write(Path::new("-"), summary.as_bytes())?;
        }
        Ok(())
    }
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if is_standard(path) {
        match std::io::stdout().lock().write_all(bytes) {
            // Whoever reads has read enough.
            Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            other => other.context("the standard output cannot be written"),
        }
    } else {
        fs::write(path, bytes).with_context(|| format!("{} cannot be written", path.display()))
    }
}

/// A file and its name for errors.
pub struct Input {
    /// The name as it was given.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Reads a whole file.
pub fn read(path: &Path) -> Result<Input> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(Input {
        name: path.display().to_string(),
        bytes,
    })
}

/// Rows as CSV.
pub fn csv<R, C>(head: &[&str], rows: R) -> Result<Vec<u8>>
where
    R: IntoIterator<Item = Vec<C>>,
    C: AsRef<[u8]>,
{
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    writer.write_record(head)?;
    for row in rows {
        writer.write_record(row)?;
    }
    Ok(writer.into_inner()?)
}

/// A number for a CSV cell: at most six decimals, none that say nothing.
pub fn cell(value: f64) -> String {
    let text = format!("{value:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}

/// The same, empty where there is none.
pub fn cell_or_empty(value: Option<f64>) -> String {
    value.map_or_else(String::new, cell)
}

/// The command as one would type it again.
pub fn typed() -> String {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    for word in &mut words {
        if word.contains(' ') {
            *word = format!("'{word}'");
        }
    }
    format!("kapok {}", words.join(" "))
}
