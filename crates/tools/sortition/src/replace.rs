//! `check`, `replace` and `alternates`: what happens around the draw.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use kapok_sortition::lottery::{Method, solve};
use kapok_sortition::replace::{self, Leaving};
use kapok_sortition::{DrawError, Lot, Problem, draw, household, relax};

use crate::files::{self, Input, Loaded};
use crate::outcome::{self, Outcome};
use crate::watch::Clock;

#[derive(clap::Args, Debug, Clone)]
pub struct Check {
    #[command(flatten)]
    input: Input,
}

#[derive(clap::Args, Debug, Clone)]
pub struct Replace {
    #[command(flatten)]
    input: Input,
    /// The JSON of the draw.
    #[arg(long, value_name = "JSON")]
    result: PathBuf,
    /// Ids of those who dropped out.
    #[arg(long, value_delimiter = ',', required = true)]
    gone: Vec<String>,
    /// How the seats are filled.
    #[arg(long, value_enum, default_value_t = Way::Reserve)]
    way: Way,
    /// For a new draw: its seed.
    #[arg(long, required_if_eq("way", "redraw"))]
    seed: Option<String>,
    /// Write the new panel as JSON; "-" is standard output.
    #[arg(long, value_name = "OUT", default_value = "-")]
    json: PathBuf,
}

/// Ways to fill a seat.
#[derive(clap::ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Like for like from the reserve, in its order.
    Reserve,
    /// A new draw of the open seats, everyone else confirmed.
    Redraw,
}

#[derive(clap::Args, Debug, Clone)]
pub struct Alternates {
    #[command(flatten)]
    input: Input,
    /// The JSON of the draw.
    #[arg(long, value_name = "JSON")]
    result: PathBuf,
    /// How many alternates.
    #[arg(long, default_value_t = 5)]
    count: usize,
    /// Chance that a person stays.
    #[arg(long, default_value_t = 0.9)]
    stay: f64,
    /// Factors on this chance for some values: category=value=factor.
    #[arg(long, value_name = "CATEGORY=VALUE=FACTOR")]
    factor: Vec<String>,
    /// Simulated drop-outs.
    #[arg(long, default_value_t = 300)]
    scenarios: usize,
    /// Seed of the simulation.
    #[arg(long, default_value = "alternates")]
    seed: String,
}

/// Shows who shares an address, whether the quotas can be met, and who can sit on no panel.
pub fn check(args: &Check) -> anyhow::Result<ExitCode> {
    let loaded = args.input.load()?;
    let (pool, quotas) = (&loaded.pool, &loaded.quotas);
    let groups = household::shared(&pool.addresses);
    println!(
        "{} people, {} quotas, {} seats",
        pool.len(),
        quotas.len(),
        args.input.seats
    );
    println!("{} addresses are shared:", groups.len());
    for group in &groups {
        println!(
            "  {} ({})",
            outcome::ids(pool, group).join(", "),
            pool.addresses[group[0]].as_deref().unwrap_or("")
        );
    }
    let solved = Problem::new(pool, quotas, args.input.seats)
        .and_then(|p| solve(&p, Method::Maximin, 1e-6, &mut Clock::new(Some(60.0))).map(|l| (p, l)));
    match solved {
        Ok((problem, lottery)) => {
            let out: Vec<usize> = lottery
                .excluded()
                .flat_map(|k| problem.kinds[k].people.clone())
                .collect();
            println!("The quotas can be met.");
            println!(
                "{} people can sit on no panel: {}",
                out.len(),
                outcome::ids(pool, &out).join(", ")
            );
            let kinds: Vec<usize> = lottery.excluded().collect();
            if !kinds.is_empty()
                && let Some(change) = relax::relax(pool, quotas, args.input.seats, &kinds)
            {
                println!(
                    "To let one of each such kind in on one panel: {}.",
                    change.words(quotas)
                );
            }
            Ok(ExitCode::SUCCESS)
        }
        Err(error) => {
            println!("{error}");
            match relax::relax(pool, quotas, args.input.seats, &[]) {
                Some(change) => println!("The smallest change that helps: {}.", change.words(quotas)),
                None => println!("No change within min_flex and max_flex helps."),
            }
            Ok(ExitCode::from(1))
        }
    }
}

fn places(loaded: &Loaded, ids: &[String]) -> anyhow::Result<Vec<usize>> {
    let find = |id: &String| {
        loaded
            .pool
            .ids
            .iter()
            .position(|p| p == id)
            .with_context(|| format!("the id \"{id}\" is not in the pool"))
    };
    ids.iter().map(find).collect()
}

fn result(path: &std::path::Path) -> anyhow::Result<Outcome> {
    serde_json::from_slice(&files::bytes(path)?)
        .with_context(|| format!("{}: is not the JSON of a draw", path.display()))
}

/// Fills the seats of those who dropped out.
pub fn replace(args: &Replace) -> anyhow::Result<ExitCode> {
    let (loaded, result) = (args.input.load()?, result(&args.result)?);
    let (panel, reserve) = (places(&loaded, &result.panel)?, places(&loaded, &result.reserve)?);
    let gone = places(&loaded, &args.gone)?;
    if let Some(id) = args.gone.iter().find(|id| !result.panel.contains(id)) {
        bail!("the id \"{id}\" is not on the panel");
    }
    let confirmed: Vec<usize> = panel.iter().copied().filter(|p| !gone.contains(p)).collect();
    let (pool, quotas, seats) = (&loaded.pool, &loaded.quotas, args.input.seats);
    let new = match args.way {
        Way::Reserve => replace::like_for_like(pool, quotas, seats, &confirmed, &gone, &reserve),
        Way::Redraw => {
            let away: BTreeSet<usize> = gone.iter().copied().collect();
            let everyone: Vec<usize> = (0..pool.len()).collect();
            let open = replace::open(pool, quotas, seats, &confirmed, &away, &everyone);
            redraw(&open, args.seed.as_deref().unwrap_or_default())?
        }
    };
    let Some(new) = new else {
        println!(
            "no completion keeps the quotas with the people who are left. Relax a quota, or invite more people."
        );
        return Ok(ExitCode::from(1));
    };
    let mut all: Vec<usize> = confirmed.iter().chain(&new).copied().collect();
    all.sort_unstable();
    let json = serde_json::json!({
        "format": "kapok-sortition-replacement/1",
        "gone": args.gone,
        "replacements": outcome::ids(pool, &new),
        "panel": outcome::ids(pool, &all),
        "quotas_kept": draw::broken(pool, quotas, &all).is_empty(),
    });
    files::write(
        &args.json,
        (serde_json::to_string_pretty(&json)? + "\n").as_bytes(),
    )?;
    Ok(ExitCode::SUCCESS)
}

fn redraw(open: &replace::Open, seed: &str) -> Result<Option<Vec<usize>>, DrawError> {
    let Ok(problem) = Problem::new(&open.pool, &open.quotas, open.seats) else {
        return Ok(None);
    };
    let lottery = match solve(&problem, Method::Leximin, 1e-6, &mut Clock::new(None)) {
        Err(DrawError::Contradiction { .. }) => return Ok(None),
        other => other?,
    };
    let drawn = draw::draw(&problem, &lottery, &open.pool, &mut Lot::new(seed));
    Ok(Some(drawn.panel.iter().map(|p| open.people[*p]).collect()))
}

/// Chooses alternates in advance.
pub fn alternates(args: &Alternates) -> anyhow::Result<ExitCode> {
    let (loaded, result) = (args.input.load()?, result(&args.result)?);
    let (panel, reserve) = (places(&loaded, &result.panel)?, places(&loaded, &result.reserve)?);
    let mut leaving = Leaving::even(&loaded.quotas, args.stay);
    for rule in &args.factor {
        let parts: Vec<&str> = rule.split('=').collect();
        let place = |c: &str, v: &str| {
            let found = loaded.quotas.rows().find(|(a, b)| {
                loaded.quotas.categories[*a].name == c && loaded.quotas.categories[*a].values[*b].name == v
            });
            found.with_context(|| format!("--factor {rule}: there is no such value in the quotas"))
        };
        let [category, value, factor] = parts[..] else {
            bail!("--factor {rule}: expected category=value=factor")
        };
        let (c, v) = place(category, value)?;
        leaving.factor[c][v] = factor
            .parse()
            .with_context(|| format!("--factor {rule}: not a number"))?;
    }
    let mut lot = Lot::new(&args.seed);
    let (pool, quotas) = (&loaded.pool, &loaded.quotas);
    let chosen = replace::alternates(
        pool,
        quotas,
        &panel,
        &reserve,
        args.count,
        (&leaving, args.scenarios),
        &mut lot,
    );
    println!("{}", outcome::ids(pool, &chosen).join("\n"));
    Ok(ExitCode::SUCCESS)
}
