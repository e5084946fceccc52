//! Levels against hand computation, brute force and the saved exact values.

use std::collections::BTreeMap;

use kapok_sortition::solve::blend::Sparse;
use kapok_sortition::solve::every;
use kapok_sortition::solve::inner;
use kapok_sortition::solve::price::{self, Limits};
use kapok_sortition::watch::{Patient, Progress};
use kapok_sortition::{Columns, Lot, Method, Pool, Problem, Quotas, draw, lottery, numbered};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::support::{all_panels, random, read, solve};

const POOL: &str = "id,sex,age\na,f,old\nb,f,young\nc,m,old\nd,m,old\ne,m,old\n";

#[test]
fn five_people_have_the_probabilities_computed_by_hand() {
    // Two seats, one woman and one man, exactly one old: the panels are {b, c}, {b, d}, {b, e} only, since a with a
    // man would be two old people. So b sits always, a never, the men a third of the time.
    let (pool, quotas) = read(
        POOL,
        "category,feature,min,max\nsex,f,1,1\nsex,m,1,1\nage,old,1,1\nage,young,1,1\n",
        &[],
    );
    let problem = Problem::new(&pool, &quotas, 2).unwrap();
    let lottery = solve(&problem, Method::Leximin);
    let p: Vec<f64> = problem.kind_of.iter().map(|k| lottery.level[*k]).collect();
    for (is, ought) in p.iter().zip([0.0, 1.0, 1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]) {
        assert!((is - ought).abs() < 1e-9, "{p:?}");
    }
    assert_eq!(
        lottery
            .excluded()
            .flat_map(|k| problem.kinds[k].people.clone())
            .collect::<Vec<_>>(),
        [0]
    );
    assert!(lottery.optimal);
}

#[test]
fn three_people_who_cannot_be_halved_need_a_proof_beyond_the_quotas() {
    // Three categories, each with two of three people, of whom at most one may sit; two seats cannot be filled from
    // the triangle a, b, c, so the fourth person d always sits; divisible people could do a half each.
    let pool = "id,x,y,z\na,1,1,0\nb,1,0,1\nc,0,1,1\nd,0,0,0\ne,0,0,0\n";
    let quotas = "category,feature,min,max\nx,1,0,1\nx,0,0,9\ny,1,0,1\ny,0,0,9\nz,1,0,1\nz,0,0,9\n";
    let (pool, quotas) = read(pool, quotas, &[]);
    let problem = Problem::new(&pool, &quotas, 2).unwrap();
    let lottery = solve(&problem, Method::Leximin);
    // At most one of a, b, c: a third each; d and e share the rest.
    let p: Vec<f64> = problem.kind_of.iter().map(|k| lottery.level[*k]).collect();
    for (is, ought) in p.iter().zip([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 0.5, 0.5]) {
        assert!((is - ought).abs() < 1e-7, "{p:?}");
    }
    assert!(lottery.optimal && lottery.gap() < 1e-6 && lottery.cuts > 0);
}

#[test]
fn small_pools_agree_with_the_leximin_over_all_panels() {
    let mut checked = 0;
    for seed in 0..150 {
        let (pool, quotas, seats) = random(seed, 14, 5);
        let (pool, quotas) = read(&pool, &quotas, &[]);
        let Ok(problem) = Problem::new(&pool, &quotas, seats) else {
            continue;
        };
        let panels = all_panels(&problem);
        let answer = lottery::solve(&problem, Method::Leximin, 1e-6, &mut Patient);
        let Ok(answer) = answer else {
            assert!(panels.is_empty(), "seed {seed}: {answer:?}");
            continue;
        };
        let sparse = |p: &Vec<u32>| -> Sparse {
            p.iter()
                .zip(0..)
                .filter(|(c, _)| **c > 0)
                .map(|(c, k)| (k, *c))
                .collect()
        };
        let hope = vec![1.0; problem.kinds.len()];
        let mut listed = every::every_panel(&problem, &mut Patient).unwrap();
        let mut all: Vec<Sparse> = panels.iter().map(sparse).collect();
        listed.sort_unstable();
        all.sort_unstable();
        assert_eq!(listed, all, "seed {seed}");
        let brute = inner::leximin(&problem, all.clone(), None, &hope, false, &mut Patient);
        assert!(brute.proven && answer.optimal, "seed {seed}");
        for (kind, (is, ought)) in answer.level.iter().zip(&brute.level).enumerate() {
            assert!(
                (is - ought).abs() < 1e-6,
                "seed {seed} kind {kind}: {is} and {ought}"
            );
        }
        // From one panel, with the list instead of a search.
        let with_list = inner::leximin(
            &problem,
            vec![all[0].clone()],
            Some(&all),
            &hope,
            false,
            &mut Patient,
        );
        for (is, ought) in with_list.level.iter().zip(&brute.level) {
            assert!((is - ought).abs() < 1e-6, "seed {seed}: {is} and {ought}");
        }
        let maximin = solve(&problem, Method::Maximin);
        assert!(maximin.optimal && maximin.gap() < 1e-6, "seed {seed}");
        checked += 1;
    }
    assert!(checked > 50, "{checked}");
}

#[test]
fn the_best_panel_of_a_search_is_the_best_of_all() {
    for seed in 0..60 {
        let (pool, quotas, seats) = random(seed, 13, 4);
        let (pool, quotas) = read(&pool, &quotas, &[]);
        let Ok(problem) = Problem::new(&pool, &quotas, seats) else {
            continue;
        };
        let mut lot = Lot::new(&format!("weights {seed}"));
        let weights: Vec<f64> = problem.kinds.iter().map(|_| lot.part() * 2.0 - 1.0).collect();
        let worth = |p: &Vec<u32>| {
            p.iter()
                .zip(&weights)
                .map(|(c, w)| f64::from(*c) * w)
                .sum::<f64>()
        };
        let best = all_panels(&problem)
            .iter()
            .map(worth)
            .fold(f64::NEG_INFINITY, f64::max);
        let found = price::search(
            &mut problem.relaxation(),
            &weights,
            problem.whole_rows(),
            Limits::default(),
        );
        assert!(
            found.complete && (found.value - best).abs() < 1e-7 || best == found.value,
            "seed {seed}"
        );
    }
}

#[test]
fn saved_instances_have_their_exact_probabilities() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../../shared/data/sortition");
    let cases = [
        ("example_small_20", false),
        ("example_large_200", false),
        ("scotland150_22", false),
        ("scotland150_22", true),
        ("sfgen250_37", false),
        ("sfgen500_75", false),
        ("sfgen1000_150", false),
        ("sfgen2000_150", false),
    ];
    for (name, addresses) in cases {
        let file = |f: &str| std::fs::read(format!("{root}/instances/{name}/{f}.csv"));
        let (Ok(categories), Ok(people)) = (file("categories"), file("respondents")) else {
            println!("{name} is not there; skipped");
            continue;
        };
        let quotas = Quotas::read(categories.as_slice(), "categories.csv").unwrap();
        let address = if addresses {
            vec!["address".into(), "postcode".into()]
        } else {
            vec![]
        };
        let pool = Pool::read(
            people.as_slice(),
            "respondents.csv",
            &quotas,
            &Columns { id: None, address },
        )
        .unwrap();
        let seats = name.rsplit('_').next().unwrap().parse().unwrap();
        let problem = Problem::new(&pool, &quotas, seats).unwrap();
        let lottery = solve(&problem, Method::Leximin);
        assert!(lottery.optimal && lottery.gap() <= 1e-6);
        let suffix = if addresses { "_addr" } else { "" };
        let saved = std::fs::read(format!("{root}/expected/rust_probs_{name}{suffix}.json")).unwrap();
        let saved: BTreeMap<String, f64> = serde_json::from_slice(&saved).unwrap();
        for (id, kind) in pool.ids.iter().zip(&problem.kind_of) {
            assert!((lottery.level[*kind] - saved[id]).abs() < 1e-5, "{name} {id}");
        }
        let list = numbered::number(&problem, &lottery, 1000, &mut Patient);
        assert!(list.deviation <= 0.001 + 1e-12, "{name}: {}", list.deviation);
        for panel in &list.panels {
            assert!(
                draw::broken(&pool, &quotas, panel).is_empty() && panel.len() == seats as usize,
                "{name}"
            );
        }
    }
}

#[test]
fn a_run_stopped_early_gives_a_lottery_with_an_honest_gap() {
    let (pool, quotas, seats) = (1..)
        .map(|s| random(s, 60, 4))
        .find(|(p, q, s)| {
            let (pool, quotas) = read(p, q, &[]);
            Problem::new(&pool, &quotas, *s).is_ok_and(|p| {
                lottery::solve(&p, Method::Leximin, 1e-6, &mut Patient).is_ok_and(|l| l.panels.len() > 8)
            })
        })
        .unwrap();
    let (pool, quotas) = read(&pool, &quotas, &[]);
    let problem = Problem::new(&pool, &quotas, seats).unwrap();
    let best = solve(&problem, Method::Leximin);
    for stop in 0..12 {
        let mut rounds = 0;
        let mut watch = |_: &Progress| {
            rounds += 1;
            rounds < stop
        };
        let early = lottery::solve(&problem, Method::Leximin, 1e-6, &mut watch).unwrap();
        assert!((early.panels.iter().map(|p| p.1).sum::<f64>() - 1.0).abs() < 1e-9);
        assert!(early.minimum <= best.minimum + 1e-6 && early.upper_bound >= best.minimum - 1e-7);
    }
}

proptest! {
    // The same pools in every run: now and then a made-up pool takes minutes to prove, and a test must end.
    #![proptest_config(ProptestConfig { cases: 40, rng_seed: RngSeed::Fixed(6), ..ProptestConfig::default() })]

    #[test]
    fn every_draw_keeps_quotas_and_households_and_alike_people_are_alike(seed in 0u64..100_000, homes in 1usize..4) {
        let (people, quotas, seats) = random(seed, 40, 3);
        let mut lot = Lot::new(&format!("homes {seed}"));
        let count = people.lines().count();
        let with_homes = |(row, line): (usize, &str)| match row {
            0 => format!("{line},address"),
            _ => format!("{line},{} High St.", lot.below(count * homes)),
        };
        let people: String = people.lines().enumerate().map(with_homes).collect::<Vec<_>>().join("\n");
        let (pool, quotas) = read(&people, &quotas, &["address"]);
        let Ok(problem) = Problem::new(&pool, &quotas, seats) else { return Ok(()) };
        for method in [Method::Leximin, Method::Maximin, Method::Nash, Method::Goldilocks { gamma: 1.0 }] {
            let Ok(lottery) = lottery::solve(&problem, method, 1e-6, &mut Patient) else { return Ok(()) };
            let sum: f64 = problem.kind_of.iter().map(|k| lottery.level[*k]).sum();
            prop_assert!((sum - f64::from(seats)).abs() < 1e-6, "{} {sum}", method.name());
            prop_assert!(lottery.minimum <= lottery.upper_bound + 1e-7);
            if let Some(objective) = lottery.objective {
                let sign = if method == Method::Nash { 1.0 } else { -1.0 };
                prop_assert!(sign * (objective.bound - objective.value) > -1e-6, "{} {objective:?}", method.name());
            }
            for draws in 0..20 {
                let drawn = draw::draw(&problem, &lottery, &pool, &mut Lot::new(&draws.to_string()));
                prop_assert_eq!(drawn.panel.len(), seats as usize);
                prop_assert!(draw::broken(&pool, &quotas, &drawn.panel).is_empty());
                prop_assert!(draw::housemates(&pool, &drawn.panel).is_empty());
            }
        }
    }
}

#[test]
fn within_a_kind_everyone_is_drawn_about_as_often() {
    let (pool, quotas) = read(
        POOL,
        "category,feature,min,max\nsex,f,1,1\nsex,m,1,1\nage,old,0,2\nage,young,0,2\n",
        &[],
    );
    let problem = Problem::new(&pool, &quotas, 2).unwrap();
    let lottery = solve(&problem, Method::Leximin);
    let mut times = [0u32; 5];
    let mut lot = Lot::new("often");
    for _ in 0..10_000 {
        draw::draw(&problem, &lottery, &pool, &mut lot)
            .panel
            .iter()
            .for_each(|p| times[*p] += 1);
    }
    for (is, ought) in times.iter().zip([5000.0, 5000.0, 3333.0, 3333.0, 3333.0]) {
        assert!((f64::from(*is) - ought).abs() < 250.0, "{times:?}"); // five standard deviations
    }
}
