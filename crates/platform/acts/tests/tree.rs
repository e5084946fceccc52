//! The tree over the log, on both databases: places, checkpoints, tiles, proofs, the file, and what the check finds.
#![expect(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use kapok_acts::{About, Actor, City, Env, Keys, Kind, log, tree};
use kapok_log::note::Key;
use kapok_log::tiles::TilePath;
use kapok_log::tree::{Frontier, leaf};
use kapok_log::{file, proof};
use kapok_store::{Write, params};
use kapok_testkit::{Kit, both};

const MIGRATIONS: [kapok_store::Migration; 3] = [
    kapok_store::SCHEMA.migrations[0],
    kapok_store::SCHEMA.migrations[1],
    tree::SCHEMA.migrations[0],
];

/// A statement that the platform does not have: somebody with the database's password at work.
macro_rules! tamper {
    ($env:expr, $sql:literal, $params:expr) => {{
        static SQL: Write = Write::new("TAMPER", $sql, $sql);
        let mut tx = $env.db.change().await.unwrap();
        assert_eq!(tx.run(&SQL, $params).await.unwrap(), 1);
        tx.commit(act($env)).await.unwrap();
    }};
}

fn env(kit: &Kit) -> Env {
    let city = City::new(
        "Riverton",
        "https://kapok.riverton.example",
        jiff::tz::TimeZone::UTC,
    );
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([3; 32]),
        city,
    )
}

fn act(env: &Env) -> kapok_store::NewAct {
    let about = About::new("matter", env.id());
    env.act(
        &Actor::System,
        Kind::MatterClosed,
        about,
        "Because of “this”\n因为",
        &[("n", 1.into())],
    )
    .unwrap()
}

async fn write(env: &Env, n: usize) {
    for _ in 0..n {
        env.db.change().await.unwrap().commit(act(env)).await.unwrap();
    }
}

/// Many acts in one transaction.
async fn write_at_once(env: &Env, n: usize) {
    let acts = kapok_store::Acts::from(act(env)).and_all((1..n).map(|_| act(env)));
    env.db.change().await.unwrap().commit(acts).await.unwrap();
}

async fn exported(env: &Env) -> Vec<u8> {
    let (mut export, mut out) = (tree::Export::new(env).await.unwrap(), Vec::new());
    while let Some(piece) = export.next().await.unwrap() {
        out.extend(piece);
    }
    out
}

async fn head(env: &Env) -> tree::Head {
    tree::head(&mut env.db.read().await.unwrap())
        .await
        .unwrap()
        .unwrap()
}

async fn tile(env: &Env, path: &str) -> Option<Vec<u8>> {
    let path = TilePath::parse(path).unwrap();
    tree::tile(&mut env.db.read().await.unwrap(), path).await.unwrap()
}

fn key(env: &Env) -> Key {
    tree::key(env).unwrap()
}

both! { MIGRATIONS;
    async fn acts_get_their_place_in_the_order_of_their_time_and_keep_it(kit) {
        let env = env(&kit);
        assert_eq!(tree::sequence(&env).await.unwrap(), 0);
        assert_eq!(head(&env).await.size, 0);
        write(&env, 3).await;
        assert_eq!(tree::sequence(&env).await.unwrap(), 3);
        let before = log::placed(&mut env.db.read().await.unwrap(), 0, 9).await.unwrap();
        assert!(before.iter().map(|e| e.index()).eq([Some(0), Some(1), Some(2)]));
        assert!(before.is_sorted_by_key(|e| (e.at, e.id)));
        // An act whose transaction took longer than others: its time is earlier, its place is later.
        kit.clock.advance_ms(-60_000);
        write(&env, 1).await;
        assert_eq!(tree::sequence(&env).await.unwrap(), 1);
        let after = log::placed(&mut env.db.read().await.unwrap(), 0, 9).await.unwrap();
        assert!(after[3].at < after[0].at);
        assert!(before.iter().map(|e| e.id).eq(after[..3].iter().map(|e| e.id)));
        let index = tree::index_of(&mut env.db.read().await.unwrap(), after[3].id).await.unwrap();
        assert_eq!((index, head(&env).await.size), (Some(3), 4));
    }

    async fn several_processes_give_places_at_once_and_each_act_has_one(kit) {
        let env = env(&kit);
        let (a, b, c) = (env.clone(), env.clone(), env.clone());
        let writer = async { for _ in 0..20 { write(&a, 5).await; } };
        let sequencer = async |env: Env| for _ in 0..20 { tree::sequence(&env).await.unwrap(); };
        tokio::join!(writer, sequencer(b), sequencer(c));
        tree::sequence(&env).await.unwrap();
        let checked = tree::check(&env).await.unwrap();
        assert_eq!((checked.acts, checked.waiting, checked.findings), (100, 0, vec![]));
    }

    async fn tiles_and_proofs_of_a_large_log_hold(kit) {
        let env = env(&kit);
        write_at_once(&env, 2_600).await;
        assert_eq!(tree::sequence(&env).await.unwrap(), 2_600);
        let head = head(&env).await;
        let signed = key(&env).open(&head.note).unwrap();
        assert_eq!((head.size, signed.size), (2_600, 2_600));
        // Whoever has the tiles alone comes to the signed root.
        let mut root = Frontier::default();
        for n in 0..10 {
            let hashes = tile(&env, &format!("0/{n:03}")).await.unwrap();
            hashes.as_chunks::<32>().0.iter().for_each(|hash| root.push(*hash, |_| ()));
        }
        assert_eq!(tile(&env, "1/000.p/10").await.unwrap()[..32], {
            let mut first = Frontier::default();
            let hashes = tile(&env, "0/000").await.unwrap();
            hashes.as_chunks::<32>().0.iter().for_each(|hash| first.push(*hash, |_| ()));
            first.root()
        });
        let last = tile(&env, "0/010.p/40").await.unwrap();
        last.as_chunks::<32>().0.iter().for_each(|hash| root.push(*hash, |_| ()));
        assert_eq!(root.root(), signed.root);
        assert_eq!(tile(&env, "0/010").await, None);
        assert_eq!(tile(&env, "0/010.p/41").await, None);
        // An entry is what its hash says.
        let bundle = tile(&env, "entries/010.p/40").await.unwrap();
        let length = usize::from(u16::from_be_bytes([bundle[0], bundle[1]]));
        assert_eq!(leaf(&bundle[2..2 + length]), last[..32]);
        for place in [0, 1, 255, 256, 1_999, 2_559, 2_560, 2_599] {
            let entry = log::placed(&mut env.db.read().await.unwrap(), place, place + 1).await.unwrap().remove(0);
            let before = env.db.queries();
            let text = tree::proof(&mut env.db.read().await.unwrap(), &entry).await.unwrap().unwrap();
            assert!(env.db.queries() - before <= 7, "{} queries", env.db.queries() - before);
            assert_eq!(proof::verify(&text, &key(&env)).unwrap().index, place);
        }
    }

    async fn the_exported_file_verifies_also_after_the_log_grew(kit) {
        let env = env(&kit);
        tree::sequence(&env).await.unwrap();
        assert_eq!(file::verify(exported(&env).await.as_slice(), None, None).unwrap().last.size, 0);
        write(&env, 7).await;
        tree::sequence(&env).await.unwrap();
        let kept = key(&env).open(&head(&env).await.note).unwrap();
        kit.clock.advance_ms(120_000);
        write_at_once(&env, 700).await;
        tree::sequence(&env).await.unwrap();
        // The log grows, and is signed anew in the same minute, while it is read.
        let (mut export, mut out) = (tree::Export::new(&env).await.unwrap(), Vec::new());
        while let Some(piece) = export.next().await.unwrap() {
            out.extend(piece);
            write(&env, 1).await;
            tree::sequence(&env).await.unwrap();
        }
        let verified = file::verify(out.as_slice(), Some(&key(&env)), Some(&kept)).unwrap();
        assert_eq!((verified.last.size, verified.checkpoints, verified.reasons_removed), (707, 2, 0));
    }

    async fn an_act_that_is_changed_removed_or_slipped_in_is_found(kit) {
        let env = env(&kit);
        write(&env, 300).await;
        tree::sequence(&env).await.unwrap();
        assert_eq!(tree::check(&env).await.unwrap().findings, Vec::<String>::new());
        tamper!(&env, "UPDATE act SET detail = '{\"n\":2}' WHERE tree_index = $1", params![7]);
        let found = tree::check(&env).await.unwrap().findings;
        assert!(found[0].starts_with("act 7 ("), "{found:?}");
        assert!(found.iter().any(|f| f == "the root of tile 0 of level 0 does not fit"), "{found:?}");
        assert!(found.iter().any(|f| f == "the first 300 acts are not those that were signed"), "{found:?}");
        // Whoever recomputes the hash of the row as well is found by the tree.
        tamper!(&env, "UPDATE act SET detail = '{\"n\":1}' WHERE tree_index = $1", params![7]);
        assert_eq!(tree::check(&env).await.unwrap().findings, Vec::<String>::new());
        tamper!(&env, "DELETE FROM act WHERE tree_index = $1", params![8]);
        assert_eq!(tree::check(&env).await.unwrap().findings[0], "act 8 is missing");
    }

    async fn a_log_signed_with_another_key_is_found(kit) {
        let env = env(&kit);
        write(&env, 2).await;
        tree::sequence(&env).await.unwrap();
        let city = (*env.city).clone();
        let other = Env::new(env.db.clone(), kit.clock(), kit.entropy(), Keys::new([4; 32]), city.clone());
        assert_eq!(tree::check(&other).await.unwrap().findings.len(), 1);
        // A log under a new name is signed anew, and its earlier checkpoints are not taken for forgeries.
        let renamed = City { log_name: "new.example/log".into(), ..city };
        let renamed = Env::new(env.db.clone(), kit.clock(), kit.entropy(), Keys::new([3; 32]), renamed);
        tree::sequence(&renamed).await.unwrap();
        assert_eq!(tree::check(&renamed).await.unwrap().findings, Vec::<String>::new());
        assert_eq!(file::verify(exported(&renamed).await.as_slice(), None, None).unwrap().key, key(&renamed));
    }

    async fn an_act_too_long_for_an_entry_is_refused_and_nothing_is_kept(kit) {
        let env = env(&kit);
        let mut long = act(&env);
        long.act.detail.insert("text".into(), "x".repeat(70_000).into());
        let tx = env.db.change().await.unwrap();
        assert!(matches!(tx.commit(long).await, Err(kapok_store::StoreError::LongAct(_))));
        assert_eq!(log::count(&mut env.db.read().await.unwrap()).await.unwrap(), 0);
    }
}
