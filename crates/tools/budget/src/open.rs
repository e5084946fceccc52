//! Files and rules as the command line names them.

use std::fs::File;
use std::io::{BufReader, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

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

/// A line on the terminal that counts runs; silent where nobody looks.
pub(crate) struct Progress {
    shown: bool,
    expected: u64,
    next: AtomicU64,
}

impl Progress {
    /// A progress line for about `expected` runs.
    pub(crate) fn new(expected: u64) -> Self {
        Self {
            shown: std::io::stderr().is_terminal(),
            expected: expected.max(1),
            next: AtomicU64::new(50),
        }
    }

    /// Hears that `runs` are done.
    pub(crate) fn tell(&self, runs: u64) {
        if !self.shown || runs < self.next.load(Ordering::Relaxed) {
            return;
        }
        self.next.store(runs + 50, Ordering::Relaxed);
        let filled = (runs * 20 / self.expected).min(19) as usize;
        let bar = "#".repeat(filled) + &"-".repeat(20 - filled);
        // A terminal that cannot be written to must not end a count.
        let _ = write!(
            std::io::stderr(),
            "\r[{bar}] run {runs}, about {} expected ",
            self.expected
        );
    }

    /// Clears the line.
    pub(crate) fn done(&self) {
        if self.shown && self.next.load(Ordering::Relaxed) > 50 {
            let _ = write!(std::io::stderr(), "\r{}\r", " ".repeat(70));
        }
    }
}
