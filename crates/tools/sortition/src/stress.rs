//! `kapok bench sortition --stress N`: pools that are nowhere, made by a seed, each solved within a time limit.
//!
//! People have 3 to 8 categories that depend on each other through a hidden trait; who volunteers depends on it too. The quotas
//! lie around a panel that exists, so that every pool has a solution: tight ones leave no or one seat of room, loose ones a
//! fifth, and mixed ones are tight in some categories only. Half of the pools have shared addresses.

use std::fmt::Write as _;
use std::process::ExitCode;

use kapok_report::measure;
use kapok_sortition::{Columns, DrawError, Lot, Method, Pool, Problem, Quotas, lottery};

use crate::watch::Clock;

/// What is asked of the run.
pub struct Stress {
    /// How many pools.
    pub pools: usize,
    /// The number of the first; each has its own seed.
    pub first: usize,
    /// CPU seconds for each.
    pub seconds: f64,
    /// Only pools of at most so many people.
    pub people: usize,
    /// The method.
    pub method: Method,
}

/// A pool, its quotas and seats, as files.
pub struct Made {
    /// respondents.csv
    pub pool: String,
    /// categories.csv
    pub quotas: String,
    /// Seats.
    pub seats: u32,
    /// Whether addresses count.
    pub homes: bool,
    /// Size, categories and kind of quotas, in a few words.
    pub words: String,
}

/// Solves each and prints those that were not proven, then how many were.
pub fn run(stress: &Stress) -> anyhow::Result<ExitCode> {
    let (mut proven, mut slowest, mut all) = (0, 0.0_f64, Vec::new());
    for number in stress.first..stress.first + stress.pools {
        let made = make(number, stress.people);
        let quotas = Quotas::read(made.quotas.as_bytes(), "categories.csv")?;
        let columns = Columns {
            id: None,
            address: if made.homes {
                vec!["address".into()]
            } else {
                vec![]
            },
        };
        let pool = Pool::read(made.pool.as_bytes(), "respondents.csv", &quotas, &columns)?;
        let (found, cost) = measure::run(|| -> Result<_, DrawError> {
            let problem = Problem::new(&pool, &quotas, made.seats)?;
            let mut clock = Clock::of_cpu(stress.seconds);
            let found = lottery::solve(&problem, stress.method, 1e-6, &mut clock)?;
            Ok((found, problem.kinds.len()))
        });
        all.push(cost.cpu);
        slowest = slowest.max(cost.cpu);
        let (end, kinds) = match &found {
            Ok((found, kinds)) if found.optimal => (None, *kinds),
            Ok((found, kinds)) => (
                Some(format!(
                    "minimum {:.6} of at most {:.6}, {} cuts, {} panels",
                    found.minimum,
                    found.upper_bound,
                    found.cuts,
                    found.panels.len()
                )),
                *kinds,
            ),
            Err(error) => (Some(error.to_string()), 0),
        };
        match end {
            None => proven += 1,
            Some(end) => println!(
                "{number:>5} {}, {kinds} kinds: {:.1} s, {end}",
                made.words, cost.cpu
            ),
        }
    }
    all.sort_by(f64::total_cmp);
    let at = |part: f64| all[((all.len() - 1) as f64 * part) as usize];
    if !all.is_empty() {
        println!(
            "{} of {} proven; CPU seconds: half {:.3}, nine tenths {:.3}, 99 of 100 {:.2}, slowest {slowest:.2}",
            proven,
            stress.pools,
            at(0.5),
            at(0.9),
            at(0.99)
        );
    }
    Ok(ExitCode::from(u8::from(proven < stress.pools)))
}

/// The pool of a number.
pub fn make(number: usize, most: usize) -> Made {
    let mut lot = Lot::new(&format!("stress {number}"));
    let sizes: Vec<usize> = [20, 30, 45, 60, 60, 90, 150, 300, 700, 2000]
        .into_iter()
        .filter(|size| *size <= most.max(20))
        .collect();
    let people = sizes[lot.below(sizes.len())];
    let categories = 3 + lot.below(6);
    let values: Vec<usize> = (0..categories).map(|_| 2 + lot.below(5)).collect();
    let seats = (people / [3, 4, 6, 10][lot.below(4)]).clamp(5, 170);
    let tight = lot.below(3);
    let homes = lot.below(2) == 1;
    let person = |lot: &mut Lot| -> Vec<usize> {
        let hidden = lot.part();
        values
            .iter()
            .map(|count| {
                let own = if lot.below(10) < 4 { hidden } else { lot.part() };
                ((own * own.sqrt() * *count as f64) as usize).min(count - 1)
            })
            .collect()
    };
    let all: Vec<Vec<usize>> = (0..people).map(|_| person(&mut lot)).collect();
    let address: Vec<usize> = (0..people)
        .map(|p| if p > 0 && lot.below(12) == 0 { p - 1 } else { p })
        .collect();
    let mut order: Vec<usize> = (0..people).collect();
    lot.shuffle(&mut order);
    let mut taken = std::collections::HashSet::new();
    let panel: Vec<usize> = order
        .into_iter()
        .filter(|p| !homes || taken.insert(address[*p]))
        .take(seats)
        .collect();
    let mut quotas = String::from("category,feature,min,max\n");
    for (c, count) in values.iter().enumerate() {
        let close = tight == 0 || (tight == 1 && lot.below(2) == 0);
        for v in 0..*count {
            let here = panel.iter().filter(|p| all[**p][c] == v).count();
            let room = if close { lot.below(2) } else { 1 + here / 5 };
            let (least, most) = (here.saturating_sub(room), here + room);
            // Writing to a string cannot fail.
            let _ = writeln!(quotas, "c{c},v{v},{least},{most}");
        }
    }
    let mut pool = String::from("id");
    (0..categories).for_each(|c| {
        let _ = write!(pool, ",c{c}");
    });
    pool.push_str(",address\n");
    for (p, person) in all.iter().enumerate() {
        let _ = write!(pool, "p{p}");
        person.iter().for_each(|v| {
            let _ = write!(pool, ",v{v}");
        });
        let _ = writeln!(pool, ",{} Main Street", address[p]);
    }
    let kind = ["tight", "mixed", "loose"][tight];
    let words = format!(
        "{people} people, {} seats, {categories} categories, {kind}{}",
        panel.len(),
        if homes { ", homes" } else { "" }
    );
    Made {
        pool,
        quotas,
        seats: panel.len() as u32,
        homes,
        words,
    }
}
