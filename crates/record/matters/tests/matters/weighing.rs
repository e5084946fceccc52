//! Priority: hand-computed cases, and ranking again when the weights change.

use jiff::civil::date;
use kapok_acts::{ActError, Actor, Kind, Role, log};
use kapok_matters::priority::{Factors, Weights, day_number, deprived, voice_points};
use kapok_matters::{Describe, Filter, Order, actions, reads};
use kapok_testkit::both;

use crate::world::{MIGRATIONS, World};

#[test]
fn the_logarithm_is_exact_at_powers_of_two_and_right_in_between() {
    // 1000 * log2(1 + n), rounded down; the odd ones from a table of logarithms.
    let known = [
        (0, 0),
        (1, 1_000),
        (2, 1_584),
        (3, 2_000),
        (7, 3_000),
        (9, 3_321),
        (99, 6_643),
        (211, 7_727),
        (212, 7_734),
        (1_023, 10_000),
        (999_999, 19_931),
        (-5, 0),
    ];
    for (voices, points) in known {
        assert_eq!(voice_points(voices), points, "{voices} voices");
    }
    for n in 0..100_000i64 {
        let float = (1000.0 * ((1 + n) as f64).log2()).floor() as i64;
        assert!(
            (voice_points(n) - float).abs() <= 1,
            "{n}: {} and {float}",
            voice_points(n)
        );
        assert!(voice_points(n + 1) >= voice_points(n));
    }
}

#[test]
fn deprivation_is_rounded_to_four_grades() {
    let grades = [
        (None, 0),
        (Some(0), 0),
        (Some(16), 0),
        (Some(17), 1),
        (Some(50), 1),
        (Some(51), 2),
        (Some(84), 2),
        (Some(85), 3),
        (Some(100), 3),
    ];
    for (index, grade) in grades {
        assert_eq!(deprived(index), grade, "{index:?}");
    }
}

#[test]
fn scores_worked_out_by_hand() {
    let first = day_number(date(2026, 3, 1));
    let lamps = Factors {
        voices: 7,
        urgency: 2,
        safety: 3,
        equity: 1,
        deprived: 2,
        first_day: first,
    };
    let w = Weights {
        voices: 2,
        urgency: 3,
        safety: 4,
        equity: 2,
        age: 1,
    };
    let terms = lamps.terms(&w, date(2026, 3, 31));
    // 2 * 3.000, 3 * 2, 4 * 3, 2 * 1, 2 * 2, 1 * 30 / 30
    assert_eq!(
        (terms.voices, terms.urgency, terms.safety),
        (6_000, 6_000, 12_000)
    );
    assert_eq!(
        (terms.equity, terms.deprivation, terms.age),
        (2_000, 4_000, 1_000)
    );
    assert_eq!(terms.score(), 31_000);
    assert_eq!(
        lamps.terms(&w, date(2026, 3, 1)).score(),
        30_000,
        "no age on the first day"
    );
    assert_eq!(
        lamps.terms(&w, date(2026, 3, 2)).age,
        33,
        "a thirtieth of a point"
    );
    let only_age = Weights {
        voices: 0,
        urgency: 0,
        safety: 0,
        equity: 0,
        age: 10,
    };
    assert_eq!(
        lamps.terms(&only_age, date(2027, 3, 1)).score(),
        121_666,
        "365 days are 12.1666 months"
    );
    // 30 * 30,000 - 1000 * the day
    assert_eq!(lamps.rank_key(&w), 900_000 - 1_000 * first);
}

#[test]
fn the_stored_key_orders_as_the_score_does_on_every_day() {
    let w = Weights::default();
    let start = day_number(date(2026, 1, 1));
    let all: Vec<Factors> = (0..60i64)
        .map(|i| Factors {
            voices: (i * 37) % 211,
            urgency: i % 4,
            safety: (i / 4) % 4,
            equity: (i / 7) % 4,
            deprived: (i / 11) % 4,
            first_day: start + (i * 13) % 90,
        })
        .collect();
    for today in [date(2026, 4, 1), date(2026, 9, 30), date(2031, 1, 1)] {
        for a in &all {
            for b in &all {
                let (score_a, score_b) = (a.terms(&w, today).score(), b.terms(&w, today).score());
                if score_a > score_b {
                    assert!(a.rank_key(&w) > b.rank_key(&w), "{a:?} {b:?} {today}");
                }
            }
        }
    }
}

#[test]
fn weights_are_checked() {
    assert!(Weights::default().check().is_ok());
    let wrong = Weights {
        voices: -1,
        age: 11,
        ..Weights::default()
    };
    let Err(ActError::Fields(f)) = wrong.check() else {
        panic!()
    };
    assert_eq!(
        (f.get("voices"), f.get("age"), f.0.len()),
        (Some("matters-weight-wrong"), Some("matters-weight-wrong"), 2)
    );
    let none = Weights {
        voices: 0,
        urgency: 0,
        safety: 0,
        equity: 0,
        age: 0,
    };
    assert!(none.check().is_err());
}

async fn order(w: &World) -> Vec<String> {
    let all = reads::list(&mut w.conn().await, &Filter::default(), Order::Priority, None, 99)
        .await
        .unwrap();
    all.into_iter().map(|m| m.title).collect()
}

both! { MIGRATIONS;
    async fn a_change_of_weights_ranks_again_and_is_logged(kit) {
        let w = World::new(kit).await;
        let loud = w.begun("loud", 31).await.matter;
        let danger = w.sorted("danger", "streets").await;
        let new = Describe { safety: 3, urgency: 0, equity: 0, ..Describe::of(&danger) };
        actions::describe(&w.env, &Actor::System, danger.id, new, "").await.unwrap();
        assert_eq!(order(&w).await, ["danger", "loud"], "4 * 3 + 2 * 1.58 against 2 * 5");
        assert_eq!(reads::position(&mut w.conn().await, &w.matter(loud.id).await).await.unwrap(), Some((2, 2)));

        let mayor = w.staff("mayor", Role::MayorsOffice).await;
        let voices_only = Weights { voices: 10, urgency: 0, safety: 1, equity: 0, age: 0 };
        let officer = w.staff("streets", Role::LeadOfficer).await;
        let refused = actions::weigh(&w.env, &officer, voices_only, "why").await;
        assert!(matches!(refused, Err(ActError::Forbidden)), "{refused:?}");
        let silent = actions::weigh(&w.env, &mayor, voices_only, "").await;
        assert!(matches!(silent, Err(ActError::Fields(_))), "{silent:?}");
        assert_eq!(order(&w).await, ["danger", "loud"], "refused changes nothing");

        assert_eq!(actions::weigh(&w.env, &mayor, voices_only, "heard in the council").await.unwrap(), 2);
        assert_eq!(order(&w).await, ["loud", "danger"]);
        assert_eq!(*reads::weights(&w.env).await.unwrap(), voices_only);
        for id in [loud.id, danger.id] {
            let matter = w.matter(id).await;
            assert_eq!(matter.rank_key, matter.factors().rank_key(&voices_only), "the statement and the formula agree");
        }
        let same = actions::weigh(&w.env, &mayor, voices_only, "again").await;
        assert!(matches!(same, Err(ActError::NotNow("matters-weights-same"))), "{same:?}");
        let acts = log::page(&mut w.conn().await, vec![("kind", Kind::WeightsChanged.name().into())], 9).await.unwrap();
        assert_eq!(acts.len(), 1);
        let fact = |name: &str| acts[0].text(name).unwrap();
        assert_eq!((fact("voices_before"), fact("voices"), fact("ranked")), ("2".into(), "10".into(), "2".into()));
    }

    async fn what_does_not_wait_is_not_ranked_and_comes_back_with_the_weights_of_the_day(kit) {
        let w = World::new(kit).await;
        let matter = w.open("lamp", "streets").await;
        actions::answer(&w.env, &Actor::System, matter.id, "We cannot.", "").await.unwrap();
        actions::close(&w.env, &Actor::System, matter.id, kapok_matters::Exit::Answered, "no money").await.unwrap();
        let closed = w.matter(matter.id).await;
        assert_eq!(reads::position(&mut w.conn().await, &closed).await.unwrap(), None);
        let new = Weights { voices: 7, ..Weights::default() };
        assert_eq!(actions::weigh(&w.env, &Actor::System, new, "why").await.unwrap(), 0);
        let appeal = actions::appeal(&w.env, matter.id, "There is money.", [1; 16]).await.unwrap();
        let back = actions::rule(&w.env, &Actor::System, appeal, true, "there is").await.unwrap();
        assert_eq!(back.rank_key, back.factors().rank_key(&new));
        assert_eq!(reads::position(&mut w.conn().await, &back).await.unwrap(), Some((1, 1)));
    }
}
