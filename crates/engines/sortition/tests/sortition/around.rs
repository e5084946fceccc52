//! What happens around the draw: quotas that cannot be met, drop-outs, the greedy draw, the ceremony.

use kapok_sortition::replace::{Leaving, alternates, like_for_like};
use kapok_sortition::watch::Patient;
use kapok_sortition::{DrawError, Lot, Method, Problem, ceremony, draw, legacy, lottery, relax};

use crate::support::{random, read, solve};

#[test]
fn what_counting_can_refuse_is_refused_with_names_and_numbers() {
    let (pool, quotas) = read(
        "id,sex\n1,f\n2,m\n3,m\n",
        "category,feature,min,max\nsex,f,2,3\nsex,m,1,3\n",
        &[],
    );
    let error = |seats| Problem::new(&pool, &quotas, seats).unwrap_err();
    assert_eq!(error(0), DrawError::NoSeats { seats: 0 });
    assert_eq!(error(4), DrawError::PoolTooSmall { seats: 4, people: 3 });
    assert_eq!(
        error(2),
        DrawError::MinimaAboveSeats {
            category: "sex".into(),
            sum: 3,
            seats: 2
        }
    );
    assert!(
        error(3)
            .to_string()
            .starts_with("\"sex\": 2 people with \"f\" are asked for, but the pool has 1.")
    );
}

#[test]
fn the_smallest_relaxation_is_found_and_enough() {
    // One old woman and one young man cannot sit together: both old and both women are wanted.
    let pool = "id,sex,age\na,f,old\nb,m,young\nc,m,young\n";
    let quotas = "feature,value,min,max,min_flex,max_flex\nsex,f,0,0,0,1\nsex,m,0,9,0,9\nage,old,1,1,1,1\nage,young,0,9,0,9\n";
    let (pool, quotas) = read(pool, quotas, &[]);
    let problem = Problem::new(&pool, &quotas, 2).unwrap();
    assert!(matches!(
        lottery::solve(&problem, Method::Leximin, 1e-6, &mut Patient),
        Err(DrawError::Contradiction { .. })
    ));
    let change = relax::relax(&pool, &quotas, 2, &[]).unwrap();
    assert_eq!(
        change.words(&quotas),
        "raise the maximum of \"f\" of \"sex\" from 0 to 1"
    );
    assert!(change.smallest);
    let relaxed = change.apply(&quotas);
    assert!(
        lottery::solve(
            &Problem::new(&pool, &relaxed, 2).unwrap(),
            Method::Leximin,
            1e-6,
            &mut Patient
        )
        .is_ok()
    );
}

#[test]
fn relaxations_make_random_contradictions_possible() {
    let mut met = 0;
    for seed in 0..200 {
        let (pool, quotas, seats) = random(seed, 20, 6);
        let (pool, quotas) = read(&pool, &quotas, &[]);
        let possible = Problem::new(&pool, &quotas, seats)
            .and_then(|p| lottery::solve(&p, Method::Maximin, 1e-6, &mut Patient));
        if possible.is_err() {
            let relaxed = relax::relax(&pool, &quotas, seats, &[]).unwrap().apply(&quotas);
            let problem = Problem::build(&pool, &relaxed, seats);
            assert!(
                lottery::solve(&problem, Method::Maximin, 1e-6, &mut Patient).is_ok(),
                "seed {seed}"
            );
            met += 1;
        }
    }
    assert!(met > 0);
}

#[test]
fn whoever_drops_out_is_replaced_so_that_quotas_hold() {
    for seed in 0..40 {
        let (pool, quotas, seats) = random(seed, 60, 3);
        let (pool, quotas) = read(&pool, &quotas, &[]);
        let Ok(problem) = Problem::new(&pool, &quotas, seats) else {
            continue;
        };
        let Ok(lottery) = lottery::solve(&problem, Method::Leximin, 1e-6, &mut Patient) else {
            continue;
        };
        let drawn = draw::draw(&problem, &lottery, &pool, &mut Lot::new("x"));
        let gone = vec![drawn.panel[0]];
        let confirmed: Vec<usize> = drawn.panel[1..].to_vec();
        let new = like_for_like(&pool, &quotas, seats, &confirmed, &gone, &drawn.reserve);
        let twin = drawn
            .reserve
            .iter()
            .find(|p| pool.values[**p] == pool.values[gone[0]]);
        if let Some(twin) = twin {
            assert_eq!(
                new.as_deref(),
                Some(&[*twin][..]),
                "seed {seed}: the first twin of the reserve"
            );
        }
        let possible = drawn.reserve.iter().any(|p| {
            let panel: Vec<usize> = confirmed.iter().chain([p]).copied().collect();
            draw::broken(&pool, &quotas, &panel).is_empty()
        });
        assert_eq!(new.is_some(), possible, "seed {seed}");
        if let Some(new) = new {
            let panel: Vec<usize> = confirmed.iter().chain(&new).copied().collect();
            assert!(draw::broken(&pool, &quotas, &panel).is_empty());
        }
        let leaving = Leaving::even(&quotas, 0.8);
        let chosen = alternates(
            &pool,
            &quotas,
            &drawn.panel,
            &drawn.reserve,
            3,
            (&leaving, 100),
            &mut Lot::new("y"),
        );
        assert!(chosen.iter().all(|p| drawn.reserve.contains(p)));
    }
}

#[test]
fn the_greedy_draw_keeps_quotas_too() {
    for seed in 0..30 {
        let (pool, quotas, seats) = random(seed, 60, 3);
        let (pool, quotas) = read(&pool, &quotas, &[]);
        if let Some(panel) = legacy::draw(&pool, &quotas, seats, &mut Lot::new("x")) {
            assert!(draw::broken(&pool, &quotas, &panel).is_empty() && panel.len() == seats as usize);
        }
    }
}

#[test]
fn the_published_pool_gives_the_same_problem_as_the_real_one() {
    let people = "id,sex,address\n1,F,1 High St\n2,m,1 high st.\n3,M,2 High St\n4,f,\n";
    let (pool, quotas) = read(
        people,
        "category,feature,min,max\nsex,f,1,1\nsex,m,1,1\n",
        &["address"],
    );
    let names = ceremony::pseudonyms(&pool, "secret");
    let text = ceremony::public_pool(&pool, &quotas, &names);
    assert!(!text.contains("High"));
    let again = ceremony::read_pool(&text, "pool.csv", &quotas).unwrap();
    let (a, b) = (
        Problem::new(&pool, &quotas, 2).unwrap(),
        Problem::new(&again, &quotas, 2).unwrap(),
    );
    assert_eq!(solve(&a, Method::Leximin).level, solve(&b, Method::Leximin).level);
    assert_eq!(ceremony::pseudonyms(&pool, "secret"), names);
    assert!(ceremony::drawn("c", "3 17", 1000) < 1000);
}
