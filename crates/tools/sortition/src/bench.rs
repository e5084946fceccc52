//! `kapok bench sortition`: CPU time, memory and proof of the lottery on instances, each in a process of its own.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context as _;
use kapok_report::measure;
use kapok_sortition::watch::Patient;
use kapok_sortition::{Columns, Method, Pool, Problem, Quotas, lottery};

use crate::stress;

/// Measures the lottery on instances.
#[derive(clap::Args, Debug)]
pub struct BenchArgs {
    /// Folder of instances: each a folder with respondents.csv and categories.csv whose name ends in the seats.
    #[arg(
        long,
        default_value = "../shared/data/sortition/instances",
        value_name = "FOLDER"
    )]
    instances: PathBuf,
    /// Only these, as instance:method; all goals without it.
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// Measure this one in this process and print its row.
    #[arg(long, hide = true)]
    one: Option<String>,
    /// Instead: solve so many made-up pools and name those that were not proven.
    #[arg(long, value_name = "POOLS")]
    stress: Option<usize>,
    /// Stress: number of the first pool.
    #[arg(long, default_value_t = 0, value_name = "NUMBER")]
    first: usize,
    /// Stress: CPU seconds for each pool.
    #[arg(long, default_value_t = 30.0)]
    seconds: f64,
    /// Stress: no pool of more people.
    #[arg(long, default_value_t = 2000)]
    people: usize,
    /// Stress: maximin instead of leximin.
    #[arg(long)]
    maximin: bool,
    /// Stress: write the files of the first pool to this folder and stop.
    #[arg(long, value_name = "FOLDER")]
    write: Option<PathBuf>,
}

/// Instance, method, tolerance, goal in CPU seconds.
const GOALS: [(&str, &str, f64, f64); 12] = [
    ("example_small_20", "leximin", 1e-6, 0.05),
    ("example_large_200", "leximin", 1e-6, 0.05),
    ("scotland150_22", "leximin", 1e-6, 0.5),
    ("sfgen250_37", "leximin", 1e-6, 0.5),
    ("sfgen500_75", "leximin", 1e-6, 0.5),
    ("sfgen1000_150", "leximin", 1e-6, 0.5),
    ("sfgen2000_150", "leximin", 1e-6, 0.5),
    ("ess1727_110", "maximin", 1e-6, 15.0),
    ("ess2000_150", "maximin", 1e-6, 30.0),
    ("ess1000_75", "leximin", 1e-6, 300.0),
    ("ess1727_110", "leximin", 1e-6, 900.0),
    ("ess2000_150", "leximin", 1e-6, 900.0),
];

/// Prints the table; exit code 1 if a goal is missed.
pub fn run(args: &BenchArgs) -> anyhow::Result<ExitCode> {
    if let Some(name) = &args.one {
        println!("{}", row(args, name)?);
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(folder) = &args.write {
        let made = stress::make(args.first, args.people);
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("respondents.csv"), &made.pool)?;
        std::fs::write(folder.join("categories.csv"), &made.quotas)?;
        println!("{} --seats {}", made.words, made.seats);
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(pools) = args.stress {
        return stress::run(&stress::Stress {
            pools,
            first: args.first,
            seconds: args.seconds,
            people: args.people,
            method: if args.maximin {
                Method::Maximin
            } else {
                Method::Leximin
            },
        });
    }
    println!(
        "instance            method    CPU s   goal s  MB   minimum    bound      gap      deviation proven panels"
    );
    let mut missed = false;
    for (instance, method, _, goal) in GOALS {
        let name = format!("{instance}:{method}");
        let wanted = args.only.is_empty() || args.only.contains(&name);
        if !wanted || !args.instances.join(instance).is_dir() {
            continue;
        }
        let folder = args.instances.display().to_string();
        let line = measure::in_child(&["bench", "sortition", "--instances", &folder, "--one", &name])?;
        let (cpu, rest) = line
            .trim()
            .split_once(' ')
            .context("a row begins with its CPU seconds")?;
        let (memory, rest) = rest.split_once(' ').context("a row has its memory")?;
        missed |= cpu.parse::<f64>()? > goal || !rest.contains(" yes ");
        println!("{instance:<19} {method:<9} {cpu:>6} {goal:>7} {memory:>4} {rest}");
    }
    Ok(ExitCode::from(u8::from(missed)))
}

fn row(args: &BenchArgs, name: &str) -> anyhow::Result<String> {
    let goal = GOALS
        .iter()
        .find(|g| format!("{}:{}", g.0, g.1) == name)
        .context("no such goal")?;
    let folder = args.instances.join(goal.0);
    let open = |file: &str| {
        let path = folder.join(file);
        std::fs::File::open(&path).with_context(|| format!("{}: cannot be opened", path.display()))
    };
    let (categories, respondents) = (open("categories.csv")?, open("respondents.csv")?);
    let seats = goal
        .0
        .rsplit('_')
        .next()
        .and_then(|s| s.parse().ok())
        .context("no seats in the name")?;
    let method = if goal.1 == "maximin" {
        Method::Maximin
    } else {
        Method::Leximin
    };
    let (result, cost) = measure::run(|| -> anyhow::Result<lottery::Lottery> {
        let quotas = Quotas::read(categories, "categories.csv")?;
        let pool = Pool::read(respondents, "respondents.csv", &quotas, &Columns::default())?;
        let problem = Problem::new(&pool, &quotas, seats)?;
        Ok(lottery::solve(&problem, method, goal.2, &mut Patient)?)
    });
    let result = result?;
    let memory = cost
        .peak
        .map_or_else(|| "?".into(), |bytes| (bytes / 1_000_000).to_string());
    Ok(format!(
        "{:.3} {memory} {:.7} {:.7} {:.1e} {:.1e} {} {}",
        cost.cpu,
        result.minimum,
        result.upper_bound,
        result.gap(),
        result.deviation,
        if result.optimal { "yes" } else { "no" },
        result.panels.len()
    ))
}
