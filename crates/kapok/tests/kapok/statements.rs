//! Every statement of every room, prepared on both databases.

use kapok::wiring::{SCHEMAS, migrations};
use kapok_store::{Dialect, Kind};
use kapok_testkit::{Kit, both};

/// Tables that are small in every city, so that reading them whole is right: what people set up, what the report counts, and
/// the queue, which is empty when all is well. The last three are inner queries that have a limit of their own.
const SMALL: [&str; 11] = [
    "place",
    "party",
    "account",
    "weights",
    "state_count",
    "voice_year",
    "topic_count",
    "job",
    "e",
    "k",
    "w",
];

struct Found {
    where_: String,
    text: String,
    columns: usize,
    kind: Option<Kind>,
}

fn all(dialect: Dialect) -> Vec<Found> {
    let mut out = Vec::new();
    for schema in SCHEMAS {
        for s in schema.statements {
            let where_ = format!("{}::{}", schema.room, s.sql().name);
            out.push(Found {
                where_,
                text: s.sql().text(dialect).to_owned(),
                columns: s.columns(),
                kind: Some(s.kind()),
            });
        }
        for list in schema.lists {
            for text in list.variants(dialect) {
                out.push(Found {
                    where_: format!("{}::{}", schema.room, list.name()),
                    text,
                    columns: list.columns(),
                    kind: None,
                });
            }
        }
    }
    for table in kapok_exchange::tables()
        .into_iter()
        .chain(kapok_exchange::recount::TABLES)
    {
        if let Some(s) = table.rows.map(|rows| rows.statement()) {
            out.push(Found {
                where_: format!("open data::{}", table.name),
                text: s.sql().text(dialect).to_owned(),
                columns: s.columns(),
                kind: Some(s.kind()),
            });
        }
    }
    out
}

both! { migrations();
    async fn every_statement_is_understood_and_gives_the_columns_that_are_read(kit) {
        let mut wrong = Vec::new();
        let mut conn = kit.db.read().await.unwrap();
        for s in all(kit.db.dialect()) {
            match conn.inspect(&s.text).await {
                Err(error) => wrong.push(format!("{}: {error}\n    {}", s.where_, s.text)),
                Ok(i) if i.columns != s.columns => {
                    wrong.push(format!("{}: gives {} columns, {} are read\n    {}", s.where_, i.columns, s.columns, s.text));
                }
                Ok(i) => {
                    let highest = (1..=40).filter(|n| s.text.contains(&format!("${n}")) || s.text.contains(&format!("?{n}"))).max().unwrap_or(0);
                    if i.parameters != highest {
                        wrong.push(format!("{}: takes {} parameters, numbered up to {highest}", s.where_, i.parameters));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{} statements are wrong:\n{}", wrong.len(), wrong.join("\n"));
    }
}

#[test]
fn reads_read_and_writes_write() {
    for s in all(Dialect::Postgres) {
        let first = s.text.split_whitespace().next().unwrap_or_default();
        let fits = match s.kind {
            None | Some(Kind::Read) => matches!(first, "SELECT" | "WITH"),
            Some(Kind::Write | Kind::Chore) => matches!(first, "INSERT" | "UPDATE" | "DELETE"),
        };
        assert!(fits, "{} begins with {first}", s.where_);
    }
}

#[test]
fn few_statements_differ_between_the_databases() {
    let differ: Vec<String> = SCHEMAS
        .iter()
        .flat_map(|schema| {
            schema
                .statements
                .iter()
                .filter(|s| !s.sql().shared())
                .map(|s| format!("{}::{}", schema.room, s.sql().name))
        })
        .collect();
    assert!(differ.len() <= 12, "{}: {differ:?}", differ.len());
}

#[test]
fn no_statement_reads_a_whole_table_that_grows() {
    kapok_testkit::block_on(async {
        let kit = Kit::new(kapok_testkit::On::Sqlite, &migrations()).await.unwrap();
        let mut conn = kit.db.read().await.unwrap();
        let mut scans = Vec::new();
        for s in all(Dialect::Sqlite) {
            for step in conn.inspect(&s.text).await.unwrap().plan {
                let scanned = step.strip_prefix("SCAN ").filter(|rest| {
                    !rest.contains("USING")
                        && !rest.contains("VIRTUAL TABLE")
                        && !rest.contains("CONSTANT ROW")
                        && !rest.to_lowercase().contains("subquery")
                });
                if let Some(table) = scanned
                    && !SMALL.contains(&table.split(' ').next().unwrap_or_default())
                {
                    scans.push(format!("{}: {step}\n    {}", s.where_, s.text));
                }
            }
        }
        assert!(
            scans.is_empty(),
            "{} full scans:\n{}",
            scans.len(),
            scans.join("\n")
        );
    });
}
