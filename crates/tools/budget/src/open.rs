//! Files and rules as the command line names them.

use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use kapok_budget::pb::{self, Reading};
use kapok_budget::{PRESETS, Rule, preset};

/// The file and the rule: the same for all commands that count.
#[derive(Debug, clap::Args)]
pub(crate) struct Input {
    /// The election, a Pabulib file.
    pub file: PathBuf,
    /// Count although META announces more ballots or projects than the file holds.
    #[arg(long)]
    pub accept_incomplete: bool,
}

/// The rule and how it is run.
#[derive(Debug, clap::Args)]
pub(crate) struct ByRule {
    /// A preset (see `rule`) or a rule document (TOML or JSON).
    #[arg(long, default_value = PRESETS[0], value_name = "PRESET_OR_FILE")]
    pub rule: String,
    /// The text drawn in public that breaks the last ties, in place of the rule's last resort.
    #[arg(long, value_name = "SEED")]
    pub draw: Option<String>,
    /// How many threads; by default as many as the machine has. The result never depends on it.
    #[arg(long)]
    pub threads: Option<usize>,
}

impl Input {
    /// Reads the election. A file that looks cut off is an error unless the owner says that it is whole.
    pub(crate) fn read(&self) -> anyhow::Result<Reading> {
        let reading = read(&self.file)?;
        if let Some(problem) = reading.incomplete.as_ref().filter(|_| !self.accept_incomplete) {
            bail!(
                "{}: {problem}\n  What to do: {}",
                self.file.display(),
                problem.cure()
            );
        }
        if reading.invalid > 0 {
            eprintln!(
                "{}: {} ballots are invalid and set aside; `kapok budget check` lists them.",
                self.file.display(),
                reading.invalid
            );
        }
        Ok(reading)
    }
}

/// Reads a file.
pub(crate) fn read(path: &Path) -> anyhow::Result<Reading> {
    let cure = "What to do: check the name; `kapok budget count FILE.pb` needs a Pabulib file";
    let file = File::open(path).with_context(|| format!("{} cannot be opened\n  {cure}", path.display()))?;
    pb::read(BufReader::with_capacity(1 << 16, file))
        .with_context(|| format!("{} cannot be counted", path.display()))
}

impl ByRule {
    /// The rule that the command line names.
    pub(crate) fn rule(&self) -> anyhow::Result<Rule> {
        let rule = rule(&self.rule)?;
        Ok(match &self.draw {
            Some(seed) => rule.with_draw(seed),
            None => rule,
        })
    }

    /// How many threads to use.
    pub(crate) fn threads(&self) -> usize {
        let all = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        self.threads.unwrap_or_else(all).clamp(1, 64)
    }
}

/// A preset, or the document in a file.
pub(crate) fn rule(name: &str) -> anyhow::Result<Rule> {
    if let Some(rule) = preset(name) {
        return Ok(rule);
    }
    let path = Path::new(name);
    if !path.exists() {
        bail!(
            "there is no preset and no file called `{name}`\n  What to do: use one of {}",
            PRESETS.join(", ")
        );
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("{name} cannot be read"))?;
    Rule::parse(&text).with_context(|| format!("{name} is no rule"))
}
