//! A new version on the database of an older one: it is copied, migrated, and goes on. The fixtures hold rows that a server wrote,
//! in the tables as they were before `tree/0001`; there is no released version yet that could have written them.

use std::path::Path;

use kapok_testkit::{Kit, On};

use crate::served::{Scratch, Served};

const SQLITE: &str = include_str!("fixtures/released.sqlite.sql");
const POSTGRES: &str = include_str!("fixtures/released.postgres.sql");
/// The key of both fixtures.
const KEY: &str = include_str!("fixtures/released.key");
/// Codes of a voice in each.
const CODES: &str = include_str!("fixtures/released.codes");

fn code(of: &str) -> &'static str {
    CODES
        .lines()
        .find_map(|line| line.strip_prefix(of))
        .expect("a code")
        .trim()
}

fn put_key(data: &Path) {
    std::fs::create_dir_all(data).unwrap();
    std::fs::write(data.join("key"), KEY).unwrap();
}

fn old_file(data: &Path) {
    put_key(data);
    let db = rusqlite::Connection::open(data.join("kapok.db")).unwrap();
    db.execute_batch(SQLITE).unwrap();
}

/// What was there is there, what is new works, and the log takes in what was written before there was a tree.
fn goes_on(server: &Served, code: &str, settings: &[(&str, &str)]) {
    let old = server.get(&format!("/follow/{code}"));
    assert!(
        old.status == 200 && old.body.contains("said to the old version"),
        "{}",
        old.body
    );
    for page in [
        "/",
        "/matters",
        "/promises",
        "/log",
        "/places",
        "/cases",
        "/readyz",
    ] {
        assert_eq!(server.get(page).status, 200, "{page}");
    }
    let new = server.say("said to the new version");
    assert!(
        server
            .get(&format!("/follow/{new}"))
            .body
            .contains("said to the new version")
    );
    crate::served::until("every act to have its place", || {
        let check = crate::served::kapok(settings)
            .env("KAPOK_DATA", &server.data)
            .args(["log", "check"])
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&check.stdout).into_owned();
        assert!(check.status.success(), "{said}");
        said.contains("waiting      0")
    });
}

#[test]
fn a_new_version_copies_and_migrates_the_file_of_the_last_one() {
    let place = Scratch::new();
    old_file(&place.0);
    let server = Served::start(&place.0, &[]);
    goes_on(&server, code("sqlite"), &[]);
    let copies: Vec<_> = std::fs::read_dir(&place.0)
        .unwrap()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            path.file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with("before-migrating-"))
        })
        .collect();
    assert_eq!(copies.len(), 1, "{}", server.said());
    let copy = rusqlite::Connection::open(&copies[0]).unwrap();
    let count =
        |db: &rusqlite::Connection, sql: &str| -> i64 { db.query_row(sql, [], |row| row.get(0)).unwrap() };
    assert_eq!(
        count(
            &copy,
            "SELECT count(*) FROM migration WHERE name = 'tree/0001_tree'"
        ),
        0
    );
    let old = rusqlite::Connection::open_in_memory().unwrap();
    old.execute_batch(SQLITE).unwrap();
    assert_eq!(
        count(&copy, "SELECT count(*) FROM act"),
        count(&old, "SELECT count(*) FROM act")
    );
}

#[test]
fn a_new_version_migrates_the_postgresql_of_the_last_one() {
    let Some(kit) = kapok_testkit::block_on(Kit::new(On::Postgres, &[])) else {
        return;
    };
    let url = kit.postgres_url().unwrap();
    kapok_testkit::block_on(async {
        let (client, connection) = tokio_postgres::connect(&url, tokio_postgres::NoTls)
            .await
            .unwrap();
        let task = tokio::spawn(connection);
        client.batch_execute("DROP TABLE migration").await.unwrap();
        client.batch_execute(POSTGRES).await.unwrap();
        drop(client);
        let _ = task.await;
    });
    let place = Scratch::new();
    put_key(&place.0);
    let settings = [("KAPOK_DATABASE", url.as_str())];
    let server = Served::start(&place.0, &settings);
    goes_on(&server, code("postgres"), &settings);
}

#[test]
fn the_database_of_a_newer_version_is_refused_and_left_alone() {
    let place = Scratch::new();
    old_file(&place.0);
    let file = place.0.join("kapok.db");
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute(
        "INSERT INTO migration (name, applied_ms) VALUES ('voices/9999_later', 0)",
        [],
    )
    .unwrap();
    drop(db);
    let Err(said) = Served::try_start(&place.0, &[]) else {
        panic!("it must not start")
    };
    assert!(
        said.contains("voices/9999_later") && said.contains("newer"),
        "{said}"
    );
    let db = rusqlite::Connection::open(&file).unwrap();
    let tree: i64 = db
        .query_row(
            "SELECT count(*) FROM sqlite_master WHERE name = 'tree'",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert_eq!(tree, 0, "nothing was changed");
}
