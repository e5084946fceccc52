//! `kapok opinion check`: our figures beside those of Polis' production.

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use kapok_opinion::import::{self, Folder, Options};
use kapok_opinion::polis::check::{self, Report};

use crate::folder::Disk;

/// Compare with an export of Polis' production: math-pca2.json beside votes.json (or votes.csv).
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Folder with math-pca2.json and the votes.
    folder: PathBuf,
    /// Also write the comparison as JSON.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Prints the comparison. Fails with exit status 1 when a difference is above its tolerance.
pub fn run(args: &Check) -> anyhow::Result<ExitCode> {
    let folder = Disk::new(&args.folder);
    let Some(math) = import::read_math(&folder)? else {
        bail!(
            "{}: no math-pca2.json here, so there is nothing to compare with",
            folder.name()
        );
    };
    let conversation = import::read_folder(&folder, Options::default())?;
    let report = check::check(&conversation.votes, &math);
    let mut out = std::io::stdout().lock();
    write!(out, "{}", table(&report))?;
    if let Some(path) = &args.json {
        let text = serde_json::to_string_pretty(&report)? + "\n";
        std::fs::write(path, text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(if report.passed {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn table(report: &Report) -> String {
    let mut text = format!(
        "{} participants, {} statements, {} votes, {} groups given\n\n{:<44} {:>8} {:>12} {:>10}\n",
        report.participants,
        report.statements,
        report.votes,
        report.groups,
        "quantity",
        "compared",
        "largest diff",
        "allowed"
    );
    for row in &report.quantities {
        let difference = row.largest_difference.map_or("-".to_owned(), |difference| {
            if row.tolerance == 0.0 {
                format!("{difference}")
            } else {
                format!("{difference:.1e}")
            }
        });
        let allowed = if row.tolerance == 0.0 {
            "0".to_owned()
        } else {
            format!("{:.0e}", row.tolerance)
        };
        let verdict = if row.passed { "" } else { "  ABOVE" };
        let remark = row
            .remark
            .as_deref()
            .map_or(String::new(), |remark| format!("  ({remark})"));
        text.push_str(&format!(
            "{:<44} {:>8} {difference:>12} {allowed:>10}{verdict}{remark}\n",
            row.quantity, row.compared
        ));
    }
    for note in &report.notes {
        text.push_str(&format!("note: {note}\n"));
    }
    text.push_str(if report.passed {
        "\nall within tolerance\n"
    } else {
        "\nABOVE TOLERANCE\n"
    });
    text
}
