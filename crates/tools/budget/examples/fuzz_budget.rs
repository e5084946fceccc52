//! A fuzzer that needs no nightly: mutates real files and reads them; what can be read and is small is counted.
//!
//!     cargo run --release -p kapok-tool-budget --example fuzz_budget -- [--seconds 300] [--seed 1] [FOLDER]
//!
//! It ends with the figures, or with the panic and the file that led to it in `fuzz-failure.pb`.

use std::panic::{AssertUnwindSafe, catch_unwind};

use anyhow::{Context, ensure};
use clap::Parser;
use kapok_budget::{PRESETS, count, pb, preset};
use kapok_report::measure::wall_time;

#[derive(Parser)]
struct Args {
    /// How long.
    #[arg(long, default_value_t = 300)]
    seconds: u64,
    /// Where the random numbers begin.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The folder with the files to be mutated.
    #[arg(default_value = "../shared/data/budget/instances")]
    folder: std::path::PathBuf,
}

/// Files longer than this are cut to their head and some of their ballots.
const LONGEST: usize = 20_000;

/// A small generator (xorshift64*): the same seed gives the same run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % limit.max(1)
    }

    /// Changes a file in one to four places.
    fn mutate(&mut self, bytes: &mut Vec<u8>, other: &[u8]) {
        for _ in 0..=self.below(3) {
            let at = self.below(bytes.len());
            let end = (at + 1 + self.below(40)).min(bytes.len());
            match self.below(9) {
                0 => bytes[at] = self.below(256) as u8,
                1 => bytes[at] = b";,\"\n\r\t 0-9.#"[self.below(12)],
                2 => drop(bytes.drain(at..end)),
                3 => {
                    let piece = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
                4 => bytes.truncate(at.max(1)),
                5 => {
                    const PIECES: [&str; 14] = [
                        "VOTES\n",
                        "META\n",
                        "PROJECTS\n",
                        "\nvote_type;ordinal\n",
                        "\nvote_type;cumulative\n",
                        "99999999999999999999",
                        "1.5",
                        "1,5",
                        "\u{feff}",
                        "\"",
                        ";points\n",
                        "\nmin_length;3\n",
                        "\nmax_sum_points;1\n",
                        "\r\n\r\n",
                    ];
                    let piece = PIECES[self.below(PIECES.len())].bytes();
                    drop(bytes.splice(at..at, piece));
                }
                6 => {
                    let from = self.below(other.len());
                    let piece = &other[from..(from + self.below(60)).min(other.len())];
                    drop(bytes.splice(at..at, piece.iter().copied()));
                }
                7 => drop(bytes.splice(at..end, (0..self.below(6)).map(|_| b'7'))),
                _ => bytes.swap(at, end - 1),
            }
            if bytes.is_empty() {
                bytes.push(b'M');
            }
        }
    }
}

/// The head of a file and its first ballots.
fn shortened(text: &[u8]) -> Vec<u8> {
    let head = text
        .windows(6)
        .position(|window| window == b"VOTES\n" || window == b"VOTES\r");
    let end = head.unwrap_or(0) + LONGEST / 4;
    let cut = text
        .iter()
        .skip(end)
        .position(|&byte| byte == b'\n')
        .map_or(text.len(), |more| end + more + 1);
    text[..cut.min(text.len())].to_vec()
}

/// Reads and, if that succeeds, counts by a rule. Says whether it was read and counted.
fn attempt(bytes: &[u8], rule: &str) -> anyhow::Result<(bool, bool)> {
    let Ok(reading) = pb::read(bytes) else {
        return Ok((false, false));
    };
    let election = &reading.election;
    let mut written = Vec::new();
    pb::write(election, &mut written)?;
    let again = pb::read(written.as_slice()).context("what was written is not read")?;
    ensure!(
        again.election.ballots.len() == election.ballots.len(),
        "ballots are lost in writing"
    );
    let rule = preset(rule).context("a preset")?;
    // Many runs take long, and are the same again and again.
    let runs = election.budget / election.ballots.len() as u64;
    if runs > 500 && rule.name != "greedy" {
        return Ok((true, false));
    }
    let Ok(outcome) = count(election, &rule, 1, &|_| {}) else {
        return Ok((true, false));
    };
    ensure!(
        outcome.reserve.is_some() || outcome.cost <= election.budget.into(),
        "the budget is overspent"
    );
    Ok((true, true))
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let mut files = Vec::new();
    for entry in std::fs::read_dir(&args.folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|end| end == "pb") {
            files.push(shortened(&std::fs::read(path)?));
        }
    }
    files.retain(|file| file.len() < 3 * LONGEST);
    files.sort();
    ensure!(!files.is_empty(), "no files in {}", args.folder.display());
    let mut random = Random(args.seed.max(1));
    let start = wall_time();
    let (mut tried, mut read, mut counted, mut bytes) = (0u64, 0u64, 0u64, 0u64);
    while wall_time().saturating_sub(start).as_secs() < args.seconds {
        let mut file = files[random.below(files.len())].clone();
        let other = &files[random.below(files.len())];
        random.mutate(&mut file, other);
        let rule = PRESETS[random.below(PRESETS.len())];
        match catch_unwind(AssertUnwindSafe(|| attempt(&file, rule))) {
            Ok(Ok((was_read, was_counted))) => {
                tried += 1;
                bytes += file.len() as u64;
                read += u64::from(was_read);
                counted += u64::from(was_counted);
            }
            Ok(Err(problem)) => {
                std::fs::write("fuzz-failure.pb", &file)?;
                return Err(problem.context(format!("rule {rule}; the file is fuzz-failure.pb")));
            }
            Err(_) => {
                std::fs::write("fuzz-failure.pb", &file)?;
                anyhow::bail!("a panic with rule {rule}; the file is fuzz-failure.pb");
            }
        }
    }
    println!(
        "files {}; mutated {tried}; megabytes {}; read {read}; counted {counted}; panics 0",
        files.len(),
        bytes / 1_000_000
    );
    Ok(())
}
