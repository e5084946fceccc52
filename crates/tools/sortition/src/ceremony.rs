//! `freeze`, `reveal` and `verify`: a draw in public that anyone can check.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use kapok_sortition::numbered::number;
use kapok_sortition::{Pool, Problem, Quotas, ceremony, draw};
use serde::{Deserialize, Serialize};

use crate::draw::{Settings, lottery};
use crate::files::{self, Input, Loaded};
use crate::watch::Clock;

#[derive(clap::Args, Debug, Clone)]
pub struct Freeze {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    settings: Settings,
    /// Numbered, equally likely panels.
    #[arg(long, default_value_t = 1000, value_name = "COUNT")]
    numbered: usize,
    /// Words that only you know: they order the pseudonyms. Keep them.
    #[arg(long)]
    secret: String,
    /// Folder: `public` goes on the web, `private/pseudonyms.csv` stays with you.
    #[arg(long, default_value = "ceremony", value_name = "FOLDER")]
    out: PathBuf,
}

#[derive(clap::Args, Debug, Clone)]
pub struct Reveal {
    /// The public folder that `freeze` wrote.
    folder: PathBuf,
    /// The public chance, taken after the commitment was published: dice, lottery numbers.
    #[arg(long)]
    randomness: String,
}

#[derive(clap::Args, Debug, Clone)]
pub struct Verify {
    /// The public folder of a ceremony, or the JSON of a draw (then with --pool and --quotas).
    published: PathBuf,
    /// The commitment as it was published before the draw.
    #[arg(long, value_name = "SHA256")]
    commitment: Option<String>,
    /// The pool, to check the JSON of a draw.
    #[arg(long, value_name = "CSV")]
    pool: Option<PathBuf>,
    /// The quotas, to check the JSON of a draw.
    #[arg(long, value_name = "CSV")]
    quotas: Option<PathBuf>,
}

/// What determines the panels beside pool and quotas.
#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Frozen {
    format: String,
    seats: u32,
    method: String,
    gamma: f64,
    tolerance: f64,
    panels: usize,
}

/// The result as published.
#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Revealed {
    format: String,
    commitment: String,
    randomness: String,
    number: usize,
    panel: Vec<String>,
}

const FILES: [&str; 4] = ["pool.csv", "quotas.csv", "settings.json", "panels.csv"];

fn frozen_panels(
    pool: &str,
    quotas: &str,
    frozen: &Frozen,
) -> anyhow::Result<(String, Pool, Quotas, Vec<Vec<usize>>)> {
    let quotas = Quotas::read(quotas.as_bytes(), "quotas.csv")?;
    let pool = ceremony::read_pool(pool, "pool.csv", &quotas)?;
    let method = <crate::draw::Name as clap::ValueEnum>::from_str(&frozen.method, true)
        .map_err(|_| anyhow::anyhow!("settings.json: the method \"{}\" is not known", frozen.method))?;
    let settings = Settings {
        method,
        gamma: frozen.gamma,
        tolerance: frozen.tolerance,
        time_limit: None,
    };
    let Some(method) = settings.method() else {
        bail!("the greedy draw has no numbered panels. Use --method leximin.")
    };
    let input = Input::of(frozen.seats);
    let problem = Problem::new(&pool, &quotas, frozen.seats)?;
    let loaded = Loaded {
        quotas,
        pool,
        pool_hash: String::new(),
        quotas_hash: String::new(),
    };
    let lottery = lottery(&input, &loaded, &problem, &settings, method)?;
    let numbered = number(
        &problem,
        &lottery,
        frozen.panels.clamp(1, 100_000),
        &mut Clock::new(None),
    );
    let ids: Vec<Vec<String>> = numbered
        .panels
        .iter()
        .map(|p| crate::outcome::ids(&loaded.pool, p))
        .collect();
    Ok((
        ceremony::public_panels(&ids),
        loaded.pool,
        loaded.quotas,
        numbered.panels,
    ))
}

/// Writes the public files and prints the commitment.
pub fn freeze(args: &Freeze) -> anyhow::Result<ExitCode> {
    let loaded = args.input.load()?;
    Problem::new(&loaded.pool, &loaded.quotas, args.input.seats)?;
    let names = ceremony::pseudonyms(&loaded.pool, &args.secret);
    let frozen = Frozen {
        format: "kapok-sortition-ceremony/1".into(),
        seats: args.input.seats,
        method: clap::ValueEnum::to_possible_value(&args.settings.method)
            .map_or(String::new(), |v| v.get_name().into()),
        gamma: args.settings.gamma,
        tolerance: args.settings.tolerance,
        panels: args.numbered,
    };
    let pool = ceremony::public_pool(&loaded.pool, &loaded.quotas, &names);
    let quotas = ceremony::public_quotas(&loaded.quotas);
    let settings = serde_json::to_string_pretty(&frozen)? + "\n";
    let panels = frozen_panels(&pool, &quotas, &frozen)?.0;
    let texts = [&pool, &quotas, &settings, &panels];
    let lines: String = FILES
        .iter()
        .zip(texts)
        .map(|(file, text)| ceremony::lines(file, text))
        .collect();
    let (public, private) = (args.out.join("public"), args.out.join("private"));
    for folder in [&public, &private] {
        std::fs::create_dir_all(folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    }
    let all: Vec<(&str, &[u8])> = FILES
        .iter()
        .copied()
        .zip(texts.iter().map(|t| t.as_bytes()))
        .chain([("lines.txt", lines.as_bytes())])
        .collect();
    for (name, bytes) in &all {
        files::write(&public.join(name), bytes)?;
    }
    let manifest = ceremony::manifest(&all);
    files::write(&public.join("manifest.txt"), manifest.as_bytes())?;
    let mut key = csv::Writer::from_writer(Vec::new());
    key.write_record(["pseudonym", "id"])?;
    for (name, id) in names.iter().zip(&loaded.pool.ids) {
        key.write_record([name, id])?;
    }
    files::write(&private.join("pseudonyms.csv"), &key.into_inner()?)?;
    println!("commitment {}", ceremony::hash(manifest.as_bytes()));
    println!(
        "Publish this line and the folder {} before the chance is taken.",
        public.display()
    );
    Ok(ExitCode::SUCCESS)
}

fn text(folder: &Path, name: &str) -> anyhow::Result<String> {
    let path = folder.join(name);
    String::from_utf8(files::bytes(&path)?).with_context(|| format!("{}: is not UTF-8 text", path.display()))
}

fn revealed(folder: &Path, randomness: &str) -> anyhow::Result<Revealed> {
    let commitment = ceremony::hash(text(folder, "manifest.txt")?.as_bytes());
    let panels = text(folder, "panels.csv")?;
    let mut rows: Vec<Vec<String>> = Vec::new();
    for row in csv::Reader::from_reader(panels.as_bytes()).records() {
        let row = row.context("panels.csv")?;
        rows.push(row.get(1).unwrap_or("").split(' ').map(String::from).collect());
    }
    let number = ceremony::drawn(&commitment, randomness, rows.len());
    let panel = rows.into_iter().nth(number).context("panels.csv has no panels")?;
    let format = "kapok-sortition-result/1".into();
    Ok(Revealed {
        format,
        commitment,
        randomness: randomness.trim().into(),
        number,
        panel,
    })
}

/// Draws the number and writes the result.
pub fn reveal(args: &Reveal) -> anyhow::Result<ExitCode> {
    let result = revealed(&args.folder, &args.randomness)?;
    files::write(
        &args.folder.join("result.json"),
        (serde_json::to_string_pretty(&result)? + "\n").as_bytes(),
    )?;
    println!("panel {}: {}", result.number, result.panel.join(" "));
    Ok(ExitCode::SUCCESS)
}

/// Recomputes everything.
pub fn verify(args: &Verify) -> anyhow::Result<ExitCode> {
    let faults = if args.published.is_dir() {
        folder(args)?
    } else {
        crate::recheck::recheck(&args.published, args.pool.as_deref(), args.quotas.as_deref())?
    };
    if faults.is_empty() {
        println!("Everything agrees.");
        return Ok(ExitCode::SUCCESS);
    }
    for fault in &faults {
        println!("{fault}");
    }
    Ok(ExitCode::from(1))
}

fn folder(args: &Verify) -> anyhow::Result<Vec<String>> {
    let folder = &args.published;
    let mut faults = Vec::new();
    let manifest = text(folder, "manifest.txt")?;
    let commitment = ceremony::hash(manifest.as_bytes());
    if args
        .commitment
        .as_ref()
        .is_some_and(|c| !c.trim().eq_ignore_ascii_case(&commitment))
    {
        faults.push(format!(
            "manifest.txt: its SHA-256 is {commitment}, not the commitment"
        ));
    }
    let lines = text(folder, "lines.txt")?;
    for name in FILES.iter().copied().chain(["lines.txt"]) {
        let bytes = files::bytes(&folder.join(name))?;
        let line = format!("{}  {name}", ceremony::hash(&bytes));
        if !manifest.lines().any(|l| l == line) {
            faults.push(format!(
                "{name}: changed since the commitment{}",
                changed(name, &bytes, &lines)
            ));
        }
    }
    let frozen: Frozen = serde_json::from_str(&text(folder, "settings.json")?).context("settings.json")?;
    match frozen_panels(&text(folder, "pool.csv")?, &text(folder, "quotas.csv")?, &frozen) {
        Err(error) => faults.push(format!("the panels cannot be recomputed: {error:#}")),
        Ok((panels, pool, quotas, people)) => {
            for (number, panel) in people.iter().enumerate() {
                if !draw::broken(&pool, &quotas, panel).is_empty()
                    || !draw::housemates(&pool, panel).is_empty()
                {
                    faults.push(format!("panel {number} breaks a quota or the household rule"));
                }
            }
            let published = text(folder, "panels.csv")?;
            if let Some(row) = first_difference(&panels, &published) {
                faults.push(format!(
                    "panels.csv, row {row}: is not what the pool, quotas and settings give"
                ));
            }
        }
    }
    if folder.join("result.json").exists() {
        let result: Revealed = serde_json::from_str(&text(folder, "result.json")?).context("result.json")?;
        let again = revealed(folder, &result.randomness)?;
        let parts = [
            ("commitment", again.commitment != result.commitment),
            ("number", again.number != result.number),
            ("panel", again.panel != result.panel),
        ];
        for (part, _) in parts.iter().filter(|(_, off)| *off) {
            faults.push(format!(
                "result.json: \"{part}\" is not what the files and the randomness give"
            ));
        }
    }
    Ok(faults)
}

fn changed(name: &str, bytes: &[u8], lines: &str) -> String {
    let now = ceremony::lines(name, &String::from_utf8_lossy(bytes));
    let then: Vec<&str> = lines
        .lines()
        .filter(|l| l.starts_with(&format!("{name} ")))
        .collect();
    if then.is_empty() {
        return String::new();
    }
    let rows = now
        .lines()
        .zip(&then)
        .filter(|(a, b)| a != *b)
        .filter_map(|(a, _)| a.split(' ').nth(1));
    let rows: Vec<&str> = rows.take(5).collect();
    match (rows.is_empty(), now.lines().count() == then.len()) {
        (true, true) => String::new(),
        (true, false) => ", rows were added or taken away".into(),
        (false, _) => format!(", first in row {}", rows.join(", ")),
    }
}

fn first_difference(a: &str, b: &str) -> Option<usize> {
    if a == b {
        return None;
    }
    let differ = a.lines().zip(b.lines()).position(|(a, b)| a != b);
    Some(differ.unwrap_or(a.lines().count().min(b.lines().count())) + 1)
}
