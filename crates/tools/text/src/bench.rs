//! `kapok bench text`: all figures of this part in one table, each with what it should reach.

mod data;
mod quality;
mod scale;

use std::path::PathBuf;
use std::process::ExitCode;

use kapok_meaning::UniversalEncoder;

use crate::model::Choice;

/// What `kapok bench text` is asked.
#[derive(clap::Args)]
pub struct BenchArgs {
    /// The project's folder of data, with civic/voices.csv and riverton/.
    #[arg(long, default_value = "data", value_name = "FOLDER")]
    data: PathBuf,
    /// Folder of Polis conversations (one folder each with comments.csv); label = the conversation.
    #[arg(
        long,
        default_value = "../shared/data/opinion/conversations",
        value_name = "FOLDER"
    )]
    conversations: PathBuf,
    /// Also the great sizes: 1,000,000 texts and matters, 100,000 voices. Takes some minutes.
    #[arg(long)]
    full: bool,
    /// Only the rows whose name holds this word.
    #[arg(long, value_name = "WORD")]
    only: Option<String>,
    #[command(flatten)]
    model: Choice,
    /// One measurement of scale, in a process of its own (used by the command itself).
    #[arg(long, hide = true, value_name = "NAME")]
    row: Option<String>,
}

/// One line of the table.
pub(crate) struct Line {
    name: String,
    found: String,
    wanted: String,
    good: Option<bool>,
}

impl Line {
    /// A figure that must reach a bound.
    fn at_least(name: impl Into<String>, found: f64, bound: f64) -> Self {
        let good = Some(found >= bound);
        Self {
            name: name.into(),
            found: format!("{found:.3}"),
            wanted: format!("at least {bound}"),
            good,
        }
    }

    /// A figure that must not exceed a bound.
    fn at_most(name: impl Into<String>, found: f64, bound: f64, unit: &str) -> Self {
        let good = Some(found <= bound);
        Self {
            name: name.into(),
            found: format!("{found:.2} {unit}"),
            wanted: format!("at most {bound} {unit}"),
            good,
        }
    }

    /// A figure to know.
    fn known(name: impl Into<String>, found: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            found: found.into(),
            wanted: String::new(),
            good: None,
        }
    }

    fn print(&self) {
        let mark = match self.good {
            Some(true) => "ok",
            Some(false) => "MISSED",
            None => "",
        };
        println!("{:<66} {:>14}  {:<18} {mark}", self.name, self.found, self.wanted);
    }
}

/// Runs `kapok bench text`. The exit status is 1 if a bound is missed.
///
/// # Errors
/// A file that cannot be read.
pub fn bench(args: BenchArgs) -> anyhow::Result<ExitCode> {
    let model = args.model.load()?;
    if let Some(row) = &args.row {
        print!("{}", scale::measured(row, &args, model.as_ref())?);
        return Ok(ExitCode::SUCCESS);
    }
    let mut missed = false;
    let wanted = |name: &str| args.only.as_ref().is_none_or(|only| name.contains(only.as_str()));
    let mut show = |lines: Vec<Line>| {
        for line in lines {
            line.print();
            missed |= line.good == Some(false);
        }
    };
    println!("{:<66} {:>14}  {:<18}", "measured", "found", "wanted");
    for (name, run) in quality::ALL {
        if wanted(name) {
            show(run(&args, model.as_ref())?);
        }
    }
    for row in scale::rows(&args, model.is_some()) {
        if wanted(row) {
            show(scale::row(row, &args)?);
        }
    }
    if model.is_none() {
        println!("no model there: its rows were left out (kapok model fetch brings it)");
    }
    Ok(if missed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// The model as the engine takes it.
fn dynamic(model: Option<&UniversalEncoder>) -> Option<&dyn kapok_meaning::Model> {
    model.map(|m| m as &dyn kapok_meaning::Model)
}
