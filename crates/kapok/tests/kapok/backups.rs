//! Backups of the demo city, from SQLite to PostgreSQL and back, and damaged ones.

use std::collections::BTreeMap;
use std::path::Path;

use kapok::backup::{self, Made};
use kapok::config::Config;
use kapok::wiring;
use kapok_acts::{City, Env, Keys};
use kapok_store::{Db, Durability, Options};
use kapok_testkit::{Kit, On};

use crate::served::{Scratch, kapok};

const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

fn config(folder: &Path, database: &str) -> Config {
    Config {
        data: folder.to_owned(),
        database: database.to_owned(),
        public_url: "http://localhost".into(),
        city: "Riverton".into(),
        ..Config::default()
    }
}

fn sqlite(folder: &Path) -> Config {
    config(folder, &format!("sqlite:{}", folder.join("kapok.db").display()))
}

/// The demo city in a file, with its log sequenced, a photo and the key.
async fn town(folder: &Path) -> (Config, Db) {
    std::fs::create_dir_all(folder).unwrap();
    let config = sqlite(folder);
    let options = Options {
        durability: Durability::Bulk,
        ..Options::default()
    };
    let db = Db::open(&config.database, options).unwrap();
    db.migrate(&wiring::migrations(), kapok_testkit::start())
        .await
        .unwrap();
    let keys = Keys::new([7; 32]);
    kapok_store::keep_key_print(&db, keys.tag("fingerprint", b"kapok"))
        .await
        .unwrap();
    let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
    let kit = Kit::new(On::Sqlite, &[]).await.unwrap();
    let env = Env::new(db.clone(), kit.clock(), kit.entropy(), keys, city);
    kapok_demo::build(&env).await.unwrap();
    kapok_acts::tree::sequence(&env).await.unwrap();
    std::fs::create_dir_all(folder.join("files/ab")).unwrap();
    std::fs::write(folder.join("files/ab/abcd.jpg"), [1; 5000]).unwrap();
    std::fs::write(folder.join("key"), KEY).unwrap();
    (config, db)
}

/// What every table holds: its rows, sorted, because PostgreSQL gives them in an order of its own.
fn tables(made: &Made) -> BTreeMap<String, Vec<Vec<u8>>> {
    let of = |t: &backup::TablePart| {
        let bytes = std::fs::read(made.folder.join(&t.part.path)).unwrap();
        let values = values(&bytes);
        let width = values
            .len()
            .checked_div(usize::try_from(t.rows).unwrap())
            .unwrap_or(1)
            .max(1);
        let mut rows: Vec<Vec<u8>> = values.chunks(width).map(<[&[u8]]>::concat).collect();
        rows.sort();
        (t.table.clone(), rows)
    };
    // In PostgreSQL this search index keeps each word once.
    let all = made.manifest.tables.iter().filter(|t| t.table != "case_text");
    all.map(of).collect()
}

/// The values of a file of rows, each with its tag.
fn values(bytes: &[u8]) -> Vec<&[u8]> {
    let (mut at, mut out) = (0, Vec::new());
    while at < bytes.len() {
        let (start, tag) = (at, bytes[at]);
        at += 1;
        let (mut number, mut shift) = (0usize, 0);
        if matches!(tag, 1 | 3 | 4) {
            loop {
                number |= usize::from(bytes[at] & 0x7f).checked_shl(shift).unwrap_or(0);
                (at, shift) = (at + 1, shift + 7);
                if bytes[at - 1] < 0x80 {
                    break;
                }
            }
        }
        at += match tag {
            2 => 8,
            3 | 4 => number,
            _ => 0,
        };
        out.push(&bytes[start..at]);
    }
    out
}

#[test]
fn a_city_moves_from_sqlite_to_postgresql_and_back_without_losing_a_byte() {
    kapok_testkit::block_on(async {
        let place = Scratch::new();
        let (first, db) = town(&place.0.join("first")).await;
        let now = kapok_testkit::start();
        let into = place.0.join("backups");
        let made = backup::make(&db, &first, &into, true, now).await.unwrap();
        assert!(made.manifest.acts > 1000 && made.manifest.photos.len() == 1);
        assert!(
            made.manifest.checkpoint.contains("localhost/log"),
            "{}",
            made.manifest.checkpoint
        );
        assert!(tables(&made).values().filter(|rows| !rows.is_empty()).count() > 30);

        let mut from = made.folder.clone();
        if let Some(kit) = Kit::new(On::Postgres, &[]).await {
            let url = kit.postgres_url().unwrap();
            // The kit has made the list of migrations; the place must be empty.
            drop_list(&url).await;
            let second = config(&place.0.join("second"), &url);
            let restored = backup::restore(&from, &second, now).await.unwrap();
            assert!(restored.key && restored.checkpoints.is_some_and(|n| n > 0));
            let db = Db::open(&url, Options::default()).unwrap();
            let later = now + jiff::Span::new().hours(1);
            let again = backup::make(&db, &second, &into, false, later).await.unwrap();
            assert!(tables(&again) == tables(&made), "PostgreSQL holds other rows");
            let refused = backup::restore(&from, &second, now).await.unwrap_err();
            assert!(format!("{refused:#}").contains("empty"), "{refused:#}");
            from = again.folder;
        }
        let third = sqlite(&place.0.join("third"));
        std::fs::create_dir_all(&third.data).unwrap();
        std::fs::write(third.data.join("key"), KEY).unwrap();
        let restored = backup::restore(&from, &third, now).await.unwrap();
        assert!(restored.checkpoints.is_some_and(|n| n > 0) && !restored.key);
        let db = Db::open(&third.database, Options::default()).unwrap();
        let last = now + jiff::Span::new().hours(2);
        let again = backup::make(&db, &third, &into, false, last).await.unwrap();
        assert!(tables(&again) == tables(&made), "the file holds other rows");
        assert_eq!(
            std::fs::read(third.data.join("files/ab/abcd.jpg")).unwrap(),
            [1; 5000]
        );
        let refused = backup::restore(&from, &third, now).await.unwrap_err();
        assert!(format!("{refused:#}").contains("empty"), "{refused:#}");
    });
}

async fn drop_list(url: &str) {
    let (client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.unwrap();
    let task = tokio::spawn(connection);
    client.batch_execute("DROP TABLE migration").await.unwrap();
    drop(client);
    let _ = task.await;
}

#[test]
fn one_changed_byte_in_any_file_of_a_backup_is_found_and_nothing_is_restored() {
    kapok_testkit::block_on(async {
        let place = Scratch::new();
        let (config, db) = town(&place.0.join("town")).await;
        let now = kapok_testkit::start();
        let made = backup::make(&db, &config, &place.0.join("backups"), true, now)
            .await
            .unwrap();
        backup::check(&made.folder).unwrap();
        let mut files: Vec<String> = made
            .manifest
            .parts()
            .filter(|p| p.bytes > 0)
            .map(|p| p.path.clone())
            .collect();
        files.extend([backup::LIST.to_owned(), backup::SEAL.to_owned()]);
        for file in &files {
            let path = made.folder.join(file);
            let whole = std::fs::read(&path).unwrap();
            let mut damaged = whole.clone();
            damaged[whole.len() / 2] ^= 1;
            std::fs::write(&path, &damaged).unwrap();
            let said = format!("{:#}", backup::check(&made.folder).expect_err(file));
            let name = file.trim_end_matches(".sha256");
            assert!(said.contains(name), "{file}: {said}");
            std::fs::write(&path, &whole).unwrap();
        }
        std::fs::remove_file(made.folder.join("tables/act.rows")).unwrap();
        let elsewhere = sqlite(&place.0.join("elsewhere"));
        let said = format!(
            "{:#}",
            backup::restore(&made.folder, &elsewhere, now).await.unwrap_err()
        );
        assert!(
            said.contains("tables/act.rows") && said.contains("Use another backup"),
            "{said}"
        );
        assert!(!place.0.join("elsewhere/kapok.db").exists());
    });
}

#[test]
fn a_backup_whose_log_was_rewritten_with_new_hashes_is_refused() {
    kapok_testkit::block_on(async {
        let place = Scratch::new();
        let (config, db) = town(&place.0.join("town")).await;
        drop(db);
        // Somebody changes an act in the database itself: every file of the backup has the right hash.
        let file = rusqlite::Connection::open(config.data.join("kapok.db")).unwrap();
        file.execute("UPDATE act SET actor_office = 'Nobody' WHERE tree_index = 7", [])
            .unwrap();
        drop(file);
        let db = Db::open(&config.database, Options::default()).unwrap();
        let now = kapok_testkit::start();
        let made = backup::make(&db, &config, &place.0.join("backups"), false, now)
            .await
            .unwrap();
        let elsewhere = sqlite(&place.0.join("elsewhere"));
        let said = format!(
            "{:#}",
            backup::restore(&made.folder, &elsewhere, now).await.unwrap_err()
        );
        assert!(said.contains("was changed after it was written"), "{said}");
        assert!(!place.0.join("elsewhere/kapok.db").exists());
    });
}

#[test]
fn every_search_index_is_among_those_that_are_copied() {
    kapok_store::tables(&wiring::migrations(), &backup::search_indexes()).unwrap();
    for index in backup::search_indexes() {
        assert!(index.postgres_insert.contains(index.table), "{}", index.table);
    }
}

#[test]
fn the_commands_say_what_they_did_and_what_is_missing() {
    let place = Scratch::new();
    let data = place.0.join("data").display().to_string();
    let run = |arguments: &[&str], settings: &[(&str, &str)]| {
        let said = kapok(settings)
            .env("KAPOK_DATA", &data)
            .args(arguments)
            .output()
            .unwrap();
        let text = format!(
            "{}{}",
            String::from_utf8_lossy(&said.stdout),
            String::from_utf8_lossy(&said.stderr)
        );
        (said.status.success(), text)
    };
    let (done, said) = run(&["backup"], &[]);
    assert!(!done && said.contains("--to"), "{said}");
    let to = place.0.join("b").display().to_string();
    let (done, said) = run(&["backup", "--to", &to], &[]);
    assert!(!done && said.contains("there is no database"), "{said}");
    let (done, said) = run(&["log", "check"], &[]); // makes the database
    assert!(done, "{said}");
    let (done, said) = run(&["backup", "--to", &to], &[]);
    assert!(done && said.contains("is not in it"), "{said}");
    let folder = said.lines().next().unwrap();
    let (done, said) = run(&["restore", "--from", folder, "--check"], &[]);
    assert!(done && said.contains("as it was written"), "{said}");
    let (done, said) = run(&["restore", "--from", folder], &[]);
    assert!(!done && said.contains("there already"), "{said}");
    let other = place.0.join("other").display().to_string();
    let (done, said) = run(
        &["restore", "--from", folder],
        &[("KAPOK_DATABASE", &format!("sqlite:{other}.db"))],
    );
    assert!(done && said.contains("Restored the backup"), "{said}");

    let (healthy, said) = run(&["doctor", "--json"], &[]);
    let found: serde_json::Value = serde_json::from_str(said.trim()).unwrap();
    assert!(!healthy, "no administrator is an error: {said}");
    assert!(
        found
            .as_array()
            .unwrap()
            .iter()
            .any(|f| f["check"] == "administrators" && f["state"] == "error")
    );
    let (healthy, said) = run(&["doctor"], &[("KAPOK_TIME_ZONE", "Mars/Olympus")]);
    assert!(!healthy && said.contains("IANA name"), "{said}");
}
