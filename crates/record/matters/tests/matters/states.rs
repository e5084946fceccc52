//! Every legal and every illegal move.

use kapok_acts::{ActError, Actor, Role};
use kapok_matters::State::{self, *};
use kapok_matters::{Move, Step, actions, reads};
use kapok_testkit::both;

use crate::world::{MIGRATIONS, World};

/// All moves there are. What is not here must be refused.
const LEGAL: [(State, State, Move); 31] = [
    (Voiced, Sorted, Move::Forward),
    (Sorted, Open, Move::Forward),
    (Open, Decided, Move::Forward),
    (Decided, Doing, Move::Forward),
    (Doing, Done, Move::Forward),
    (Done, Evaluated, Move::Forward),
    (Evaluated, Shared, Move::Forward),
    (Voiced, Answered, Move::Exit),
    (Voiced, Merged, Move::Exit),
    (Voiced, Referred, Move::Exit),
    (Voiced, Withdrawn, Move::Exit),
    (Sorted, Answered, Move::Exit),
    (Sorted, Merged, Move::Exit),
    (Sorted, Referred, Move::Exit),
    (Sorted, Withdrawn, Move::Exit),
    (Open, Answered, Move::Exit),
    (Open, Merged, Move::Exit),
    (Open, Referred, Move::Exit),
    (Open, Withdrawn, Move::Exit),
    (Decided, Answered, Move::Decline),
    (Done, Doing, Move::Reopen),
    (Evaluated, Doing, Move::Reopen),
    (Shared, Doing, Move::Reopen),
    (Decided, Open, Move::Uphold),
    (Doing, Open, Move::Uphold),
    (Answered, Open, Move::Uphold),
    (Merged, Open, Move::Uphold),
    (Referred, Open, Move::Uphold),
    (Withdrawn, Open, Move::Uphold),
    (Merged, Voiced, Move::Undo),
    (Merged, Sorted, Move::Undo),
];

fn expected(from: State, to: State) -> Option<Move> {
    LEGAL
        .iter()
        .find(|(f, t, _)| (*f, *t) == (from, to))
        .map(|(_, _, m)| *m)
}

#[test]
fn every_pair_of_states_is_a_move_or_is_none() {
    for from in State::ALL {
        for to in State::ALL {
            assert_eq!(from.leads_to(to), expected(from, to), "{from:?} to {to:?}");
        }
    }
}

#[test]
fn names_of_states_and_steps_are_read_back() {
    for state in State::ALL {
        assert_eq!(State::parse(state.id()), Some(state));
        assert_eq!(state.step().is_none(), state.is_exit());
    }
    let all: Vec<State> = Step::ALL.into_iter().flat_map(Step::states).collect();
    assert_eq!(all, State::ALL[..8], "the steps cover the way, in order");
    assert_eq!(State::parse("no"), None);
}

/// A way to each state.
fn way(to: State) -> Vec<State> {
    let forward = [Sorted, Open, Decided, Doing, Done, Evaluated, Shared];
    match to {
        Voiced => vec![],
        exit if exit.is_exit() => vec![exit],
        _ => forward[..=forward.iter().position(|s| *s == to).unwrap()].to_vec(),
    }
}

both! { MIGRATIONS;
    async fn the_record_makes_legal_moves_and_refuses_all_others(kit) {
        let w = World::new(kit).await;
        for from in State::ALL {
            let id = w.begun(from.id(), 1).await.matter.id;
            for state in way(from) {
                let mut tx = w.env.db.change().await.unwrap();
                let matter = actions::hold(&mut tx, id).await.unwrap();
                let act = actions::move_in(&mut tx, &w.env, &Actor::System, &matter, state, "why", &[]).await.unwrap();
                tx.commit(act).await.unwrap();
            }
            assert_eq!(w.matter(id).await.state, from);
            for to in State::ALL {
                let mut tx = w.env.db.change().await.unwrap();
                let matter = actions::hold(&mut tx, id).await.unwrap();
                let moved = actions::move_in(&mut tx, &w.env, &Actor::System, &matter, to, "why", &[]).await;
                match (moved, expected(from, to)) {
                    (Ok(act), Some(_)) => assert_eq!(act.act.kind, to.reached(from).name()),
                    (Err(ActError::NotNow(_)), None) => {}
                    (moved, legal) => panic!("{from:?} to {to:?}: {moved:?}, expected {legal:?}"),
                }
            }
            assert_eq!(w.matter(id).await.state, from, "nothing was committed");
        }
        let counts = reads::counts(&mut w.conn().await).await.unwrap();
        assert_eq!(counts.len(), 12);
        assert!(counts.values().all(|n| *n == 1), "{counts:?}");
    }

    async fn a_matter_that_moved_meanwhile_is_not_moved_again(kit) {
        let w = World::new(kit).await;
        let stale = w.begun("Lamp", 1).await.matter;
        let new = w.description(&stale, "streets").await;
        actions::sort(&w.env, &Actor::System, stale.id, new, "why").await.unwrap();
        let mut tx = w.env.db.change().await.unwrap();
        let moved = actions::move_in(&mut tx, &w.env, &Actor::System, &stale, Sorted, "why", &[]).await;
        assert!(matches!(moved, Err(ActError::Stale)), "{moved:?}");
    }

    async fn sorting_and_opening_are_logged_with_their_facts(kit) {
        let w = World::new(kit).await;
        let matter = w.open("Lamp", "streets").await;
        assert_eq!(w.timeline(matter.id).await, ["matter.voiced", "voice.joined", "matter.sorted", "matter.opened"]);
        let acts = kapok_acts::log::of_matter(&mut w.conn().await, matter.id, 9).await.unwrap();
        assert_eq!(acts[2].text("lead").as_deref(), Some("Streets Department"));
        assert_eq!(acts[2].text("topic").as_deref(), Some("renewal"));
        assert_eq!(acts[3].text("reply_by").as_deref(), Some("2026-03-16"));
        assert_eq!((matter.state, matter.reply_by), (Open, Some(jiff::civil::date(2026, 3, 16))));
        assert_eq!(matter.opened, Some(w.env.now()));
    }

    async fn sorting_owes_a_reason_and_a_whole_description(kit) {
        let w = World::new(kit).await;
        let matter = w.begun("Lamp", 1).await.matter;
        let new = w.description(&matter, "streets").await;
        let Err(ActError::Fields(f)) = actions::sort(&w.env, &Actor::System, matter.id, new.clone(), " ").await else { panic!() };
        assert_eq!(f.get("reason"), Some("form-reason-missing"));
        let empty = kapok_matters::Describe { urgency: 4, ..kapok_matters::Describe::default() };
        let Err(ActError::Fields(f)) = actions::sort(&w.env, &Actor::System, matter.id, empty, "why").await else { panic!() };
        let fields: Vec<&str> = f.0.iter().map(|e| e.field).collect();
        assert_eq!(fields, ["title", "topic", "level", "field", "urgency", "lead"]);
        for day in [-1, 367] {
            let opened = actions::open(&w.env, &Actor::System, matter.id, w.env.in_days(day), "").await;
            let Err(ActError::Fields(f)) = opened else { panic!() };
            assert_eq!(f.get("reply_by"), Some("matters-reply-by-wrong"));
        }
        assert_eq!(w.matter(matter.id).await, matter, "nothing changed");
    }

    async fn who_describes_what_somebody_else_described_meanwhile_is_told(kit) {
        let w = World::new(kit).await;
        let matter = w.sorted("Lamp", "streets").await;
        let officer = w.staff("streets", Role::Officer).await;
        let mine = kapok_matters::Describe { title: "Lamps".into(), ..kapok_matters::Describe::of(&matter) };
        let theirs = kapok_matters::Describe { urgency: 3, ..mine.clone() };
        let now = actions::describe(&w.env, &officer, matter.id, theirs, "worse").await.unwrap();
        assert_eq!((now.urgency, now.title.as_str()), (3, "Lamps"));
        let late = actions::describe(&w.env, &officer, matter.id, mine, "").await;
        assert!(matches!(late, Err(ActError::Stale)), "{late:?}");
        let elsewhere = kapok_matters::Describe { lead: Some(w.office("lighting").await), ..kapok_matters::Describe::of(&now) };
        let same = actions::describe(&w.env, &officer, matter.id, elsewhere, "").await.unwrap();
        assert_eq!(same.lead, matter.lead, "the lead changes by hand-over only");
    }
}
