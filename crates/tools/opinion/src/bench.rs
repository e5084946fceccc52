//! `kapok bench opinion`: time, memory and honesty in one table.
//!
//! Each row of time and memory is a process of its own that reads files and makes the whole map, as a user's would.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use kapok_opinion::conversation::{Conversation, Statement};
use kapok_opinion::groups::agreement::adjusted_rand;
use kapok_opinion::map::{self, Options};
use kapok_opinion::random::Random;
use kapok_opinion::routing::{Router, fit};
use kapok_opinion::synthetic::{self, Shape};
use kapok_opinion::votes::{Limits, Votes};
use kapok_report::measure;

use crate::draw;

/// Measure kapok opinion: time, memory, and whether it finds what is there and nothing else.
#[derive(Debug, clap::Args)]
pub struct BenchArgs {
    /// Also measure a conversation on disk (a folder of votes); may be repeated.
    #[arg(long, value_name = "FOLDER")]
    data: Vec<PathBuf>,
    /// Where the made-up conversations are written; they are deleted at the end.
    #[arg(long, value_name = "FOLDER")]
    scratch: Option<PathBuf>,
    /// Also the conversation of 20 million votes (0.4 GB on disk).
    #[arg(long)]
    large: bool,
    /// Conversations of random votes in which no groups may be found.
    #[arg(long, value_name = "N", default_value_t = 100)]
    random: u64,
    /// One measurement, in this process.
    #[arg(long, hide = true, value_name = "FOLDER")]
    row: Option<PathBuf>,
}

/// What is made up, and the targets: CPU seconds and MB.
const SHAPES: [(usize, usize, usize, f64, u64); 4] = [
    (5_000, 500, 200_000, 0.3, 100),
    (33_422, 783, 2_000_000, 2.0, 150),
    (100_000, 1_000, 3_000_000, 4.0, 250),
    (100_000, 10_000, 20_000_000, 30.0, 1_000),
];

/// Prints the tables.
///
/// # Errors
/// When a folder cannot be read or written.
pub fn bench(args: BenchArgs) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &args.row {
        return row(folder);
    }
    println!(
        "{:<40} {:>8} {:>8} {:>7} {:>12} {:>3} {:>6}",
        "whole process", "CPU s", "wall s", "MB", "target s/MB", "k", "ARI"
    );
    for folder in &args.data {
        let name = folder
            .file_name()
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        print_row(&name, "0.2 s at 225 k", &child(folder)?);
    }
    let scratch = args.scratch.clone().unwrap_or_else(std::env::temp_dir);
    let shapes = if args.large { &SHAPES[..] } else { &SHAPES[..3] };
    for (participants, statements, votes, seconds, megabytes) in shapes {
        let shape = Shape {
            participants: *participants,
            statements: *statements,
            votes: *votes,
        };
        let folder = scratch.join(format!(
            "kapok-opinion-{participants}-{statements}-{}",
            std::process::id()
        ));
        make(&folder, shape)?;
        let result = child(&folder);
        fs::remove_dir_all(&folder)?;
        let name = format!("{participants} x {statements}, {:.1} M votes", millions(*votes));
        print_row(&name, &format!("{seconds}/{megabytes}"), &result?);
    }
    random_votes(args.random);
    routing();
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::cast_precision_loss, reason = "for people to read")]
fn millions(votes: usize) -> f64 {
    votes as f64 / 1e6
}

fn child(folder: &Path) -> anyhow::Result<String> {
    let mut arguments: Vec<String> = std::env::args()
        .skip(1)
        .take_while(|argument| !argument.starts_with("--"))
        .collect();
    arguments.extend(["--row".to_owned(), folder.display().to_string()]);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    Ok(measure::in_child(&arguments)?)
}

fn print_row(name: &str, target: &str, result: &str) {
    let cells: Vec<&str> = result.split_whitespace().collect();
    let cell = |at: usize| cells.get(at).copied().unwrap_or("-");
    println!(
        "{name:<40} {:>8} {:>8} {:>7} {target:>12} {:>3} {:>6}",
        cell(0),
        cell(1),
        cell(2),
        cell(3),
        cell(4)
    );
}

/// One measurement: reads, makes the map, writes its JSON to nowhere. Prints CPU, wall, memory, groups, agreement with what was
/// planted.
fn row(folder: &Path) -> anyhow::Result<ExitCode> {
    let (map, cost) = measure::run(|| -> anyhow::Result<_> {
        let map = draw::read(folder, false)?;
        serde_json::to_writer(io::sink(), &map)?;
        Ok(map)
    });
    let map = map?;
    let planted = fs::read_to_string(folder.join("planted.txt")).unwrap_or_default();
    let planted: Vec<usize> = planted.lines().filter_map(|line| line.parse().ok()).collect();
    let pair = |person: &map::Participant| Some((*planted.get(person.id as usize)?, person.group? as usize));
    let (theirs, ours): (Vec<usize>, Vec<usize>) = map.participants.iter().filter_map(pair).unzip();
    let agreement = if ours.is_empty() {
        "-".to_owned()
    } else {
        format!("{:.3}", adjusted_rand(&theirs, &ours))
    };
    let peak = cost
        .peak
        .map_or("-".to_owned(), |peak| (peak / 1_000_000).to_string());
    println!(
        "{:.3} {:.3} {peak} {} {agreement}",
        cost.cpu, cost.wall, map.stability.k
    );
    Ok(ExitCode::SUCCESS)
}

/// Writes a made-up conversation, with the planted groups beside it.
fn make(folder: &Path, shape: Shape) -> anyhow::Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    let (events, groups) = synthetic::planted(shape, 1);
    let mut out = BufWriter::new(File::create(folder.join("votes.csv"))?);
    writeln!(out, "timestamp,comment-id,voter-id,vote")?;
    for (time, event) in events.iter().enumerate() {
        writeln!(
            out,
            "{},{},{},{}",
            1_600_000_000 + time,
            event.statement,
            event.participant,
            event.vote().value()
        )?;
    }
    out.flush()?;
    let mut out = BufWriter::new(File::create(folder.join("planted.txt"))?);
    for group in groups {
        writeln!(out, "{group}")?;
    }
    Ok(out.flush()?)
}

/// In how many conversations without opinions groups are found.
fn random_votes(runs: u64) {
    let shapes = [
        (60, 30, 1_200),
        (200, 40, 4_000),
        (500, 100, 15_000),
        (1_500, 200, 40_000),
    ];
    let none = |seed: &u64| {
        let (participants, statements, votes) = shapes[usize::try_from(*seed).unwrap_or(0) % shapes.len()];
        let events = synthetic::random(
            Shape {
                participants,
                statements,
                votes,
            },
            *seed,
        );
        let Ok((votes, _)) = Votes::from_events(events, Limits::default()) else {
            return false;
        };
        let statements = votes
            .statements()
            .iter()
            .map(|id| Statement::unknown(*id))
            .collect();
        let conversation = Conversation {
            votes,
            statements,
            ..Conversation::default()
        };
        map::kapok(&conversation, &Options::default()).groups.is_empty()
    };
    let found = (0..runs).filter(none).count();
    println!("\nrandom votes: no groups in {found} of {runs} (target: at least 95 of 100)");
}

/// Whether statements are shown as often as their priorities say.
fn routing() {
    let mut random = Random::new(1);
    let mut router = Router::new((0..200).map(|id| (id, 0.05 + 20.0 * random.unit().powi(3))));
    for _ in 0..100_000 {
        router.next(|_| false, &mut random);
    }
    let (square, freedom, p) = fit(&router);
    println!(
        "routing: 100,000 draws over 200 statements, chi-square {square:.1} with {freedom} degrees, p = {p:.2} (target: above .01)"
    );
}
