//! A job is there exactly when its transaction was kept, runs once, and comes back when it fails.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, LazyLock};

use kapok_acts::{About, Actor, City, Env, Keys, Kind};
use kapok_jobs::{Handlers, MOST_ATTEMPTS, queue, waiting};
use kapok_store::Migration;
use kapok_testkit::{Kit, both};

static MIGRATIONS: LazyLock<Vec<Migration>> =
    LazyLock::new(|| [kapok_store::SCHEMA.migrations, kapok_jobs::SCHEMA.migrations].concat());

fn env(kit: &Kit) -> Env {
    let city = City::new("Test", "http://localhost", jiff::tz::TimeZone::UTC);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([1; 32]),
        city,
    )
}

async fn ask(env: &Env, same_as: Option<&str>, keep: bool) {
    let mut tx = env.db.change().await.unwrap();
    queue(&mut tx, env, "greet", &"Ana", env.now(), same_as)
        .await
        .unwrap();
    if keep {
        let act = env
            .act(
                &Actor::System,
                Kind::PartyAdded,
                About::new("party", [1; 16]),
                "",
                &[],
            )
            .unwrap();
        tx.commit(act).await.unwrap();
    }
}

fn greeter(fail_first: usize) -> (Handlers, Arc<AtomicUsize>) {
    let count = Arc::new(AtomicUsize::new(0));
    let seen = Arc::clone(&count);
    let handlers = Handlers::default().on("greet", move |_, name: String| {
        let n = seen.fetch_add(1, Ordering::SeqCst);
        async move {
            assert_eq!(name, "Ana");
            if n < fail_first {
                Err("busy".into())
            } else {
                Ok(())
            }
        }
    });
    (handlers, count)
}

both! { MIGRATIONS;
    async fn a_job_lives_and_dies_with_its_transaction(kit) {
        let env = env(&kit);
        ask(&env, None, false).await;
        let (handlers, count) = greeter(0);
        assert_eq!(handlers.run_all_due(&env).await.unwrap(), 0);
        ask(&env, None, true).await;
        assert_eq!(handlers.run_all_due(&env).await.unwrap(), 1);
        assert_eq!((handlers.run_all_due(&env).await.unwrap(), count.load(Ordering::SeqCst)), (0, 1));
    }

    async fn the_same_job_is_not_queued_twice(kit) {
        let env = env(&kit);
        ask(&env, Some("ana"), true).await;
        ask(&env, Some("ana"), true).await;
        assert_eq!(greeter(0).0.run_all_due(&env).await.unwrap(), 1);
    }

    async fn of_several_workers_one_runs_a_job(kit) {
        let env = env(&kit);
        for _ in 0..40 {
            ask(&env, None, true).await;
        }
        let (handlers, count) = greeter(0);
        let work = || handlers.run_all_due(&env);
        let done = tokio::join!(work(), work(), work());
        let done = [done.0.unwrap(), done.1.unwrap(), done.2.unwrap()];
        assert_eq!(done.iter().sum::<usize>(), 40);
        assert_eq!(count.load(Ordering::SeqCst), 40);
    }

    async fn a_failed_job_waits_and_comes_back(kit) {
        let env = env(&kit);
        ask(&env, None, true).await;
        let (handlers, count) = greeter(2);
        assert_eq!(handlers.run_all_due(&env).await.unwrap(), 0);
        kit.clock.advance_ms(14_000);
        assert_eq!((handlers.run_all_due(&env).await.unwrap(), count.load(Ordering::SeqCst)), (0, 1));
        kit.clock.advance_ms(1_000);
        assert_eq!((handlers.run_all_due(&env).await.unwrap(), count.load(Ordering::SeqCst)), (0, 2));
        kit.clock.advance_ms(30_000);
        assert_eq!(handlers.run_all_due(&env).await.unwrap(), 1);
    }

    async fn a_hopeless_job_is_given_up_and_counted(kit) {
        let env = env(&kit);
        ask(&env, None, true).await;
        let (handlers, count) = greeter(usize::MAX);
        for _ in 0..MOST_ATTEMPTS + 5 {
            handlers.run_all_due(&env).await.unwrap();
            kit.clock.advance_ms(7 * 3_600_000);
        }
        assert_eq!(count.load(Ordering::SeqCst), MOST_ATTEMPTS as usize);
        assert_eq!(waiting(&mut env.db.read().await.unwrap()).await.unwrap(), (1, 1));
    }
}
