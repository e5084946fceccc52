//! `kapok bench budget`: what counting costs, each row in a process of its own, parsing included.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use kapok_budget::rule::Completion;
use kapok_budget::simulate::{Model, simulate};
use kapok_budget::{Rule, VoteType, count, pb, preset};
use kapok_report::measure;

/// Measure counting: CPU seconds and memory, each row in a process of its own.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {
    /// The folder with the Pabulib files.
    #[arg(long, default_value = "../shared/data/budget/instances")]
    data: PathBuf,
    /// Also count a simulated election of a million voters.
    #[arg(long)]
    million: bool,
    /// How many threads.
    #[arg(long, default_value_t = 1)]
    threads: usize,
    /// One row, measured in this process.
    #[arg(long, hide = true, num_args = 2)]
    row: Option<Vec<String>>,
}

/// What is counted: file, rule, target in CPU seconds.
const ROWS: [(&str, &str, f64); 9] = [
    ("poland_warszawa_2024_.pb", "kapok", 1.0),
    ("poland_warszawa_2024_.pb", "once", 1.0),
    ("poland_warszawa_2024_.pb", "phragmen", 0.5),
    ("poland_warszawa_2024_bemowo.pb", "kapok", 0.2),
    ("Poland_Lodz_2022.pb", "kapok", 1.0),
    ("Poland_Wroclaw_2015_150_-_500.pb", "kapok", 0.3),
    (
        "US_Stanford_Dataset_SF_Tenderloin_December_2022_vote_knapsacks.pb",
        "pabutools-1.2.3",
        1.0,
    ),
    ("Hungary_Budapest_2024.pb", "pabutools-1.2.3", 60.0),
    ("Poland_Wieliczka_2023_Green_Budget.pb", "wieliczka-2023", 0.2),
];

/// Prints the table.
pub fn bench(args: BenchArgs) -> anyhow::Result<ExitCode> {
    if let Some(row) = &args.row {
        return one(Path::new(&row[0]), &row[1], args.threads);
    }
    println!("file; rule; ballots; marks; winners; runs; wall s; CPU s; target CPU s; peak MB");
    for (file, rule, target) in ROWS {
        row(&args.data.join(file), rule, target)?;
    }
    if args.million {
        let path = std::env::temp_dir().join("kapok-bench-million.pb");
        let model = Model {
            voters: 1_000_000,
            projects: 118,
            most_marks: 11,
            budget: 400_000_000,
            vote_type: VoteType::Approval,
            seed: 1,
        };
        let mut out = BufWriter::new(File::create(&path)?);
        pb::write(&simulate(&model), &mut out)?;
        out.flush()?;
        row(&path, "once", 3.0)?;
        row(&path, "kapok", 60.0)?;
        std::fs::remove_file(&path)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Measures one row in a child, which is this command with `--row`.
fn row(file: &Path, rule: &str, target: f64) -> anyhow::Result<()> {
    if !file.exists() {
        println!("{}; {rule}; not here", file.display());
        return Ok(());
    }
    let own: Vec<String> = std::env::args().skip(1).collect();
    let file = file.display().to_string();
    let mut arguments: Vec<&str> = own.iter().map(String::as_str).collect();
    arguments.extend(["--row", &file, rule]);
    let line = measure::in_child(&arguments)?;
    println!("{}", line.trim().replace("TARGET", &target.to_string()));
    Ok(())
}

fn one(file: &Path, name: &str, threads: usize) -> anyhow::Result<ExitCode> {
    let rule = match name {
        "once" => Rule {
            name: "kapok, one run".into(),
            completion: Completion::None,
            ..preset("kapok").unwrap_or_default()
        },
        name => preset(name).with_context(|| format!("no preset {name}"))?,
    };
    let (counted, cost) = measure::run(|| -> anyhow::Result<_> {
        let reading = pb::read(BufReader::new(File::open(file)?))?;
        let outcome = count(&reading.election, &rule, threads, &|_| {})?;
        Ok((reading, outcome))
    });
    let (reading, outcome) = counted?;
    let ballots = &reading.election.ballots;
    println!(
        "{}; {}; {}; {}; {}; {}; {:.2}; {:.2}; TARGET; {}",
        file.file_name().unwrap_or_default().to_string_lossy(),
        rule.name,
        ballots.len(),
        ballots.mark_count(),
        outcome.winners.len(),
        outcome.runs,
        cost.wall,
        cost.cpu,
        cost.peak
            .map_or_else(|| "?".into(), |bytes| (bytes / 1_000_000).to_string()),
    );
    Ok(ExitCode::SUCCESS)
}
