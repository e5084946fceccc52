//! `kapok sortition draw`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use kapok_i18n::Lang;
use kapok_sortition::draw::{self, Drawn};
use kapok_sortition::lottery::{Lottery, Method, solve};
use kapok_sortition::numbered::number;
use kapok_sortition::{DrawError, Lot, Problem, household, legacy, relax};

use crate::files::{self, Input, Loaded};
use crate::outcome::{self, Bounded, Chance, Level, NumberedList, Outcome};
use crate::watch::Clock;

/// How the lottery is made.
#[derive(clap::Args, Debug, Clone)]
pub struct Settings {
    /// What the lottery makes best.
    #[arg(long, value_enum, default_value_t = Name::Leximin)]
    pub method: Name,
    /// Goldilocks: weight of the lowest probability against the highest.
    #[arg(long, default_value_t = 1.0, value_parser = positive)]
    pub gamma: f64,
    /// How exact probabilities must be.
    #[arg(long, default_value_t = 1e-6, value_parser = positive)]
    pub tolerance: f64,
    /// Stop after so many seconds with the best lottery so far and its proven gap.
    #[arg(long, value_name = "SECONDS", value_parser = positive)]
    pub time_limit: Option<f64>,
}

/// The methods.
#[derive(clap::ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    /// Raise the lowest probability, then the second lowest, and so on.
    Leximin,
    /// Raise the lowest probability, the rest as even as possible.
    Maximin,
    /// The largest product of probabilities.
    Nash,
    /// Neither low nor high probabilities.
    Goldilocks,
    /// The greedy draw used before 2021, for comparison; its probabilities are estimated.
    Legacy,
}

#[derive(clap::Args, Debug, Clone)]
pub struct Args {
    #[command(flatten)]
    pub input: Input,
    #[command(flatten)]
    pub settings: Settings,
    /// The seed of the draw, any words or numbers. The same seed gives the same panel.
    #[arg(long)]
    pub seed: String,
    /// Draw from so many numbered, equally likely panels (1000) that can be published.
    #[arg(long, value_name = "COUNT", num_args = 0..=1, default_missing_value = "1000")]
    pub numbered: Option<usize>,
    /// Legacy: draws for the estimate.
    #[arg(long, default_value_t = 1000, value_name = "COUNT")]
    pub draws: usize,
    /// Write everything as JSON; "-" is standard output.
    #[arg(long, value_name = "OUT")]
    pub json: Option<PathBuf>,
    /// Folder for panel.csv, reserve.csv, probabilities.csv and report.html. Without it and without --json: "draw".
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
    /// Language of the report: en, zh, es or ar.
    #[arg(long, default_value = "en", value_parser = language)]
    pub lang: Lang,
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::parse(text).ok_or_else(|| "one of en, zh, es, ar".to_string())
}

fn positive(text: &str) -> Result<f64, String> {
    let value: f64 = text.parse().map_err(|_| "not a number".to_string())?;
    if value.is_finite() && value > 0.0 {
        Ok(value)
    } else {
        Err("must be above 0".to_string())
    }
}

impl Settings {
    /// The engine's method; `None` for legacy.
    pub fn method(&self) -> Option<Method> {
        match self.method {
            Name::Leximin => Some(Method::Leximin),
            Name::Maximin => Some(Method::Maximin),
            Name::Nash => Some(Method::Nash),
            Name::Goldilocks => Some(Method::Goldilocks { gamma: self.gamma }),
            Name::Legacy => None,
        }
    }
}

/// Draws and writes.
pub fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let loaded = args.input.load()?;
    let outcome = match args.settings.method() {
        Some(method) => fair(args, &loaded, method)?,
        None => greedy(args, &loaded)?,
    };
    write(args, &loaded, &outcome)?;
    Ok(ExitCode::SUCCESS)
}

/// The problem, or why there is none with the smallest relaxation in words.
pub fn problem(input: &Input, loaded: &Loaded) -> Result<Problem, DrawError> {
    Problem::new(&loaded.pool, &loaded.quotas, input.seats)
}

/// A lottery; a contradiction comes with advice.
pub fn lottery(
    input: &Input,
    loaded: &Loaded,
    problem: &Problem,
    settings: &Settings,
    method: Method,
) -> anyhow::Result<Lottery> {
    let mut clock = Clock::new(settings.time_limit);
    solve(problem, method, settings.tolerance, &mut clock).map_err(|error| match error {
        DrawError::Contradiction { households, .. } => {
            let found = relax::relax(&loaded.pool, &loaded.quotas, input.seats, &[]);
            let advice = match found {
                Some(r) if r.smallest => {
                    format!("The smallest change that helps: {}.", r.words(&loaded.quotas))
                }
                Some(r) => format!("A change that helps: {}.", r.words(&loaded.quotas)),
                None => {
                    "No change within min_flex and max_flex helps: widen them, or invite more people.".into()
                }
            };
            DrawError::Contradiction { households, advice }.into()
        }
        other => anyhow::Error::from(other),
    })
}

/// A lottery with its proof, and the draw from it.
pub fn fair(args: &Args, loaded: &Loaded, method: Method) -> anyhow::Result<Outcome> {
    let problem = problem(&args.input, loaded)?;
    let lottery = lottery(&args.input, loaded, &problem, &args.settings, method)?;
    let pool = &loaded.pool;
    let mut lot = Lot::new(&args.seed);
    let (drawn, numbered) = match args.numbered {
        None => (draw::draw(&problem, &lottery, pool, &mut lot), None),
        Some(count) => {
            let list = number(
                &problem,
                &lottery,
                count.max(1),
                &mut Clock::new(args.settings.time_limit),
            );
            let place = lot.below(list.panels.len());
            let panel = list.panels[place].clone();
            let reserve = draw::reserve(pool, &panel, &mut lot);
            let panels = list.panels.iter().map(|p| outcome::ids(pool, p)).collect();
            (
                Drawn { panel, reserve },
                Some(NumberedList {
                    drawn: place,
                    deviation: list.deviation,
                    panels,
                }),
            )
        }
    };
    let probability: Vec<f64> = problem.kind_of.iter().map(|k| lottery.level[*k]).collect();
    let mut seating = Lot::new(&format!("{}\nseating", args.seed));
    let size = |k: usize| problem.kinds[k].people.len();
    let excluded: Vec<usize> = lottery
        .excluded()
        .flat_map(|k| problem.kinds[k].people.clone())
        .collect();
    let mut outcome = base(args, loaded, &drawn, &probability);
    outcome.kinds = problem.kinds.len();
    outcome.upper_bound = Some(lottery.upper_bound);
    outcome.gap = Some(lottery.gap());
    outcome.optimal = lottery.optimal;
    outcome.deviation = lottery.deviation;
    outcome.objective = lottery.objective.map(|o| Bounded {
        value: o.value,
        bound: o.bound,
    });
    outcome.levels = levels(&lottery, size);
    outcome.excluded = outcome::ids(pool, &excluded);
    outcome.panels = lottery
        .panels
        .iter()
        .map(|(panel, share)| Chance {
            probability: *share,
            members: outcome::ids(pool, &draw::seat(&problem, panel, &mut seating)),
        })
        .collect();
    outcome.numbered = numbered;
    Ok(outcome)
}

fn levels(lottery: &Lottery, size: impl Fn(usize) -> usize) -> Vec<Level> {
    let at = |step: f64| {
        let here = |(_, l): &(usize, &f64)| (**l - step).abs() < 1e-9;
        lottery
            .aim
            .iter()
            .enumerate()
            .filter(here)
            .map(|(k, _)| size(k))
            .sum()
    };
    lottery
        .steps
        .iter()
        .map(|(step, _)| Level {
            probability: *step,
            people: at(*step),
        })
        .collect()
}

fn base(args: &Args, loaded: &Loaded, drawn: &Drawn, probability: &[f64]) -> Outcome {
    let pool = &loaded.pool;
    Outcome {
        format: "kapok-sortition-draw/1".into(),
        method: args.settings.method().map_or("legacy", Method::name).into(),
        seats: args.input.seats,
        seed: args.seed.clone(),
        tolerance: args.settings.tolerance,
        gamma: (args.settings.method == Name::Goldilocks).then_some(args.settings.gamma),
        pool_sha256: loaded.pool_hash.clone(),
        quotas_sha256: loaded.quotas_hash.clone(),
        id_column: args.input.id_column.clone(),
        draws: (args.settings.method == Name::Legacy).then_some(args.draws),
        address_columns: args.input.address.clone(),
        people: pool.len(),
        kinds: 0,
        panel: outcome::ids(pool, &drawn.panel),
        reserve: outcome::ids(pool, &drawn.reserve),
        probabilities: pool
            .ids
            .iter()
            .cloned()
            .zip(probability.iter().copied())
            .collect(),
        minimum: probability.iter().copied().fold(f64::INFINITY, f64::min),
        maximum: probability.iter().copied().fold(0.0, f64::max),
        upper_bound: None,
        gap: None,
        optimal: false,
        deviation: 0.0,
        gini: outcome::gini(probability),
        objective: None,
        levels: vec![],
        excluded: vec![],
        households: household::shared(&pool.addresses)
            .iter()
            .map(|g| outcome::ids(pool, g))
            .collect(),
        panels: vec![],
        numbered: None,
        quotas: outcome::quotas(pool, &loaded.quotas, &drawn.panel, probability),
    }
}

/// The greedy draw, with estimated probabilities.
pub fn greedy(args: &Args, loaded: &Loaded) -> anyhow::Result<Outcome> {
    problem(&args.input, loaded)?;
    let pool = &loaded.pool;
    let mut lot = Lot::new(&args.seed);
    let one = |lot: &mut Lot| legacy::draw(pool, &loaded.quotas, args.input.seats, lot);
    let panel =
        one(&mut lot).context("the greedy draw found no panel in 100 attempts. Use --method leximin.")?;
    let drawn = Drawn {
        reserve: draw::reserve(pool, &panel, &mut lot),
        panel,
    };
    let mut estimate = Lot::new(&format!("{}\nestimate", args.seed));
    let mut times = vec![0u32; pool.len()];
    let mut done = 0;
    for panel in (0..args.draws.max(1)).filter_map(|_| one(&mut estimate)) {
        panel.iter().for_each(|p| times[*p] += 1);
        done += 1;
    }
    let probability: Vec<f64> = times
        .iter()
        .map(|t| f64::from(*t) / f64::from(done.max(1)))
        .collect();
    Ok(base(args, loaded, &drawn, &probability))
}

fn write(args: &Args, loaded: &Loaded, outcome: &Outcome) -> anyhow::Result<()> {
    if let Some(path) = &args.json {
        let mut text = serde_json::to_vec_pretty(outcome)?;
        text.push(b'\n');
        files::write(path, &text)?;
    }
    let folder = match (&args.out, &args.json) {
        (Some(folder), _) => folder.clone(),
        (None, None) => PathBuf::from("draw"),
        (None, Some(_)) => return Ok(()),
    };
    std::fs::create_dir_all(&folder).with_context(|| format!("{}: cannot be made", folder.display()))?;
    let place: std::collections::HashMap<&str, usize> =
        loaded.pool.ids.iter().map(String::as_str).zip(0..).collect();
    let find = |ids: &[String]| -> Vec<usize> { ids.iter().map(|id| place[id.as_str()]).collect() };
    let probability = |person: usize| format!("{:.9}", outcome.probabilities[&loaded.pool.ids[person]]);
    let everyone: Vec<usize> = (0..loaded.pool.len()).collect();
    let panel = outcome::rows(&loaded.pool, &find(&outcome.panel), "seat", |place, _| {
        (place + 1).to_string()
    })?;
    let reserve = outcome::rows(&loaded.pool, &find(&outcome.reserve), "reserve", |place, _| {
        (place + 1).to_string()
    })?;
    let all = outcome::rows(&loaded.pool, &everyone, "probability", |_, person| {
        probability(person)
    })?;
    files::write(&folder.join("panel.csv"), &panel)?;
    files::write(&folder.join("reserve.csv"), &reserve)?;
    files::write(&folder.join("probabilities.csv"), &all)?;
    let command = format!(
        "kapok sortition draw --method {} --seats {} --seed {}",
        outcome.method, outcome.seats, outcome.seed
    );
    let page = crate::page::render(outcome, &loaded.pool, args.lang, &command)?;
    files::write(&folder.join("report.html"), page.as_bytes())?;
    println!("The panel: {}", outcome.panel.join(" "));
    Ok(())
}
