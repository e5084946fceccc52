//! The layer's promises, on both databases.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::sync::LazyLock;

use kapok_store::{Condition, Filtered, Migration, NewAct, StoreError, Value, params, row, statements};
use kapok_testkit::{Kit, both};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    let thing = Migration {
        name: "test/0001_thing",
        sql: "CREATE TABLE thing (\n    id BYTEA PRIMARY KEY,\n    name TEXT NOT NULL UNIQUE,\n    n BIGINT,\n    weight DOUBLE PRECISION\n);",
    };
    [kapok_store::SCHEMA.migrations, &[thing]].concat()
});

row! {
    #[derive(Debug, PartialEq)]
    struct Thing { name: String, n: Option<i64>, weight: Option<f64> }
}

statements! {
    write ADD = "INSERT INTO thing (id, name, n, weight) VALUES ($1, $2, $3, $4)";
    write RENAME: String = "UPDATE thing SET name = $2 WHERE name = $1 RETURNING name";
    read BY_NAME: Thing = "SELECT name, n, weight FROM thing WHERE name = $1 FOR UPDATE";
    read COUNT: i64 = "SELECT count(*) FROM thing";
    read ACTS: i64 = "SELECT count(*) FROM act";
    chore FORGET = "DELETE FROM thing WHERE name = $1";
}

const LIST: Filtered<String> = Filtered {
    name: "LIST",
    head: "SELECT name FROM thing WHERE 1 = 1",
    conditions: &[
        Condition::new("above", "n > $?"),
        Condition::new("not", "name <> $?"),
    ],
    orders: &[("name", "ORDER BY name"), ("n", "ORDER BY n DESC")],
    row: std::marker::PhantomData,
};

fn act(n: u8) -> NewAct {
    NewAct {
        act: kapok_log::Act {
            id: [n; 16],
            at_ms: 0,
            kind: "thing.added".into(),
            actor_kind: "system".into(),
            actor_id: None,
            actor_name: String::new(),
            actor_office: String::new(),
            subject_kind: "thing".into(),
            subject_id: [n; 16],
            matter_id: None,
            place_id: None,
            reason_digest: None,
            detail: [("q'uote".to_owned(), "a\"b".into())].into(),
        },
        reason: None,
        office_id: None,
        sending: None,
    }
}

async fn add(kit: &Kit, n: u8, name: &str) -> Result<(), StoreError> {
    let mut tx = kit.db.change().await?;
    tx.run(&ADD, params![[n; 16], name, i64::from(n), 0.5 * f64::from(n)])
        .await?;
    tx.commit(act(n)).await
}

/// A change that is begun.
async fn half(kit: &Kit, n: u8) -> kapok_store::Tx {
    let mut tx = kit.db.change().await.unwrap();
    tx.run(
        &ADD,
        params![[n; 16], format!("half{n}"), Value::Null, Value::Null],
    )
    .await
    .unwrap();
    tx
}

both! { MIGRATIONS;
    async fn what_is_committed_with_its_act_is_there(kit) {
        add(&kit, 1, "多 \u{1F600} name").await.unwrap();
        let mut conn = kit.db.read().await.unwrap();
        let mut tx = kit.db.change().await.unwrap();
        let thing = tx.one(&BY_NAME, params!["多 \u{1F600} name"]).await.unwrap();
        assert_eq!(thing, Thing { name: "多 \u{1F600} name".into(), n: Some(1), weight: Some(0.5) });
        assert_eq!(conn.one(&ACTS, &[]).await.unwrap(), 1);
        assert_eq!(conn.opt(&BY_NAME, params!["no"]).await.ok().flatten(), None);
    }

    async fn what_is_dropped_leaves_nothing(kit) {
        let mut tx = kit.db.change().await.unwrap();
        tx.run(&ADD, params![[1u8; 16], "gone", Value::Null, Value::Null]).await.unwrap();
        drop(tx);
        add(&kit, 2, "kept").await.unwrap();
        let mut conn = kit.db.read().await.unwrap();
        assert_eq!((conn.one(&COUNT, &[]).await.unwrap(), conn.one(&ACTS, &[]).await.unwrap()), (1, 1));
    }

    async fn an_act_that_fails_takes_the_change_with_it(kit) {
        add(&kit, 1, "one").await.unwrap();
        let mut tx = kit.db.change().await.unwrap();
        tx.run(&ADD, params![[2u8; 16], "two", Value::Null, Value::Null]).await.unwrap();
        assert!(matches!(tx.commit(act(1)).await, Err(StoreError::Duplicate(_))));
        assert_eq!(kit.db.read().await.unwrap().one(&COUNT, &[]).await.unwrap(), 1);
    }

    async fn a_duplicate_says_so(kit) {
        add(&kit, 1, "same").await.unwrap();
        assert!(matches!(add(&kit, 2, "same").await, Err(StoreError::Duplicate(name)) if name.contains("name")));
    }

    async fn returning_gives_the_row_and_a_chore_needs_no_act(kit) {
        add(&kit, 1, "old").await.unwrap();
        let mut tx = kit.db.change().await.unwrap();
        assert_eq!(tx.returning(&RENAME, params!["old", "new"]).await.unwrap().as_deref(), Some("new"));
        tx.commit(act(2)).await.unwrap();
        let mut chore = kit.db.chore().await.unwrap();
        assert_eq!(chore.run(&FORGET, params!["new"]).await.unwrap(), 1);
        chore.commit().await.unwrap();
        assert_eq!(kit.db.read().await.unwrap().one(&COUNT, &[]).await.unwrap(), 0);
    }

    async fn a_list_takes_any_mix_of_conditions(kit) {
        for (n, name) in [(1, "a"), (2, "b"), (3, "c")] { add(&kit, n, name).await.unwrap(); }
        let mut conn = kit.db.read().await.unwrap();
        let ask = |v: Vec<(&'static str, Value)>| v;
        assert_eq!(conn.filtered(&LIST, ask(vec![]), "name", 9).await.unwrap(), ["a", "b", "c"]);
        assert_eq!(conn.filtered(&LIST, ask(vec![("above", 1i64.into())]), "n", 9).await.unwrap(), ["c", "b"]);
        let both = ask(vec![("not", "c".into()), ("above", 1i64.into()), ("unheard", 5i64.into())]);
        assert_eq!(conn.filtered(&LIST, both, "?", 9).await.unwrap(), ["b"]);
    }

    async fn forty_writers_at_once_lose_nothing(kit) {
        let all = (1..=40u8).map(|n| { let kit = &kit; async move { add(kit, n, &format!("w{n}")).await } });
        for result in futures_util::future::join_all(all).await { result.unwrap(); }
        let mut conn = kit.db.read().await.unwrap();
        assert_eq!((conn.one(&COUNT, &[]).await.unwrap(), conn.one(&ACTS, &[]).await.unwrap()), (40, 40));
    }

    async fn among_many_writers_one_that_fails_takes_back_its_own_change_only(kit) {
        let all = (1..=60u8).map(|n| {
            let kit = &kit;
            async move {
                match n % 3 {
                    0 => drop(half(kit, n).await),
                    // The same name as its neighbour: one of the two is refused.
                    1 => return add(kit, n, &format!("twin{}", n / 6)).await.is_ok(),
                    _ => add(kit, n, &format!("w{n}")).await.unwrap(),
                }
                n % 3 == 2
            }
        });
        let kept = futures_util::future::join_all(all).await.into_iter().filter(|kept| *kept).count() as i64;
        let mut conn = kit.db.read().await.unwrap();
        assert_eq!((conn.one(&COUNT, &[]).await.unwrap(), conn.one(&ACTS, &[]).await.unwrap()), (kept, kept));
        assert!(kept >= 30, "{kept}");
    }

    async fn what_a_transaction_saw_is_kept_when_it_leaves(kit) {
        let seen = (1..=30u8).map(|n| {
            let kit = &kit;
            async move {
                if n % 2 == 1 {
                    return add(kit, n, &format!("w{n}")).await.map(|()| 0).unwrap();
                }
                let mut tx = kit.db.change().await.unwrap();
                let seen = tx.one(&COUNT, &[]).await.unwrap();
                tx.leave().await.unwrap();
                // A reader sees only what is kept.
                assert!(kit.db.read().await.unwrap().one(&COUNT, &[]).await.unwrap() >= seen);
                seen
            }
        });
        assert!(futures_util::future::join_all(seen).await.into_iter().all(|n| n <= 15));
        assert_eq!(kit.db.read().await.unwrap().one(&COUNT, &[]).await.unwrap(), 15);
    }

    async fn whoever_goes_away_while_waiting_holds_up_nobody(kit) {
        for n in 0..20u8 {
            let lost = futures_util::future::join_all((0..5).map(|i| add(&kit, 5 * n + i, "lost")));
            // Begun and dropped: asked for a turn, or inside of one.
            let _ = tokio::time::timeout(std::time::Duration::ZERO, lost).await;
        }
        add(&kit, 250, "last").await.unwrap();
        let before = kit.db.changes();
        add(&kit, 251, "very last").await.unwrap();
        assert!(kit.db.changes() > before);
        let mut conn = kit.db.read().await.unwrap();
        assert_eq!(conn.one(&COUNT, &[]).await.unwrap(), conn.one(&ACTS, &[]).await.unwrap());
    }

    async fn migrating_again_changes_nothing(kit) {
        assert!(kit.db.migrate(&MIGRATIONS, kapok_testkit::start()).await.unwrap().is_empty());
    }
}

#[test]
fn every_combination_of_a_list_is_listed() {
    use kapok_store::FilteredList;
    let variants = LIST.variants(kapok_store::Dialect::Postgres);
    assert_eq!(variants.len(), 8);
    assert!(variants.contains(
        &"SELECT name FROM thing WHERE 1 = 1 AND n > $1 AND name <> $2 ORDER BY n DESC LIMIT $3".to_owned()
    ));
}
