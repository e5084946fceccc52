//! Both databases get the same tables, columns and unique sets from the same migration files.

use std::collections::BTreeSet;

use kapok::wiring::migrations;
use kapok_store::{Dialect, translate};
use kapok_testkit::{Kit, On};

/// Table, column, whether it may be empty, from SQLite's own catalogue.
fn sqlite_columns() -> BTreeSet<(String, String, bool)> {
    let db = rusqlite::Connection::open_in_memory().unwrap();
    for m in migrations() {
        db.execute_batch(&translate(m.sql, Dialect::Sqlite))
            .unwrap_or_else(|e| panic!("{}: {e}", m.name));
    }
    let mut statement = db
        .prepare(
            "SELECT m.name, c.name, c.\"notnull\" = 0 AND c.pk = 0 FROM sqlite_master m JOIN pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.sql NOT LIKE 'CREATE VIRTUAL%'",
        )
        .unwrap();
    let rows = statement
        .query_map([], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
        .unwrap();
    rows.map(Result::unwrap)
        .filter(|(table, ..): &(String, String, bool)| !is_full_text(table))
        .collect()
}

/// Full text is the one thing that each database does in its own way.
fn is_full_text(table: &str) -> bool {
    table.contains("_text")
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    kapok_testkit::block_on(async {
        let Some(kit) = Kit::new(On::Postgres, &migrations()).await else {
            return;
        };
        let server = kit.postgres_url().expect("a PostgreSQL kit has an address");
        let (client, connection) = tokio_postgres::connect(&server, tokio_postgres::NoTls)
            .await
            .unwrap();
        let task = tokio::spawn(connection);
        let rows = client
            .query(
                "SELECT table_name::text, column_name::text, is_nullable = 'YES' FROM information_schema.columns \
                 WHERE table_schema = 'public' AND table_name <> 'migration'",
                &[],
            )
            .await
            .unwrap();
        let postgres: BTreeSet<(String, String, bool)> = rows
            .iter()
            .map(|r| (r.get(0), r.get(1), r.get(2)))
            .filter(|(t, ..): &(String, String, bool)| !is_full_text(t))
            .collect();
        let sqlite = sqlite_columns();
        let only = |a: &BTreeSet<_>, b: &BTreeSet<_>| a.difference(b).cloned().collect::<Vec<_>>();
        assert!(
            sqlite == postgres,
            "only SQLite: {:?}\nonly PostgreSQL: {:?}",
            only(&sqlite, &postgres),
            only(&postgres, &sqlite)
        );
        drop(client);
        let _ = task.await;
    });
}
