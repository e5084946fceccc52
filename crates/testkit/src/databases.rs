//! Making a database for one test and taking it away again.

use std::path::PathBuf;

use kapok_store::{Db, Durability, Options};

use crate::On;

/// Removes the SQLite folder when the test ends. PostgreSQL databases go with their cluster.
pub struct Home {
    dir: Option<PathBuf>,
    pub url: Option<String>,
}

impl Drop for Home {
    fn drop(&mut self) {
        if let Some(dir) = &self.dir {
            let _ = std::fs::remove_dir_all(dir);
        }
    }
}

pub async fn make(on: On, n: u64) -> Option<(Db, Home)> {
    let name = format!("kapok_test_{}_{n}", std::process::id());
    match on {
        On::Sqlite => {
            let dir = std::env::temp_dir().join(&name);
            std::fs::create_dir_all(&dir).expect("a temporary folder");
            let url = format!("sqlite:{}", dir.join("kapok.db").display());
            let db = Db::open(
                &url,
                Options {
                    connections: 2,
                    durability: Durability::Bulk,
                },
            )
            .expect("SQLite opens");
            Some((
                db,
                Home {
                    dir: Some(dir),
                    url: None,
                },
            ))
        }
        On::Postgres => {
            let Ok(server) = std::env::var("KAPOK_TEST_POSTGRES") else {
                let say = "NOT TESTED ON POSTGRESQL: KAPOK_TEST_POSTGRES is not set. Run ./check, which starts a throw-away cluster.";
                assert!(std::env::var("CI").is_err(), "{say}");
                eprintln!("{say}");
                return None;
            };
            create(&server, &name).await;
            let url = with_database(&server, &name);
            let db = Db::open(
                &url,
                Options {
                    connections: 4,
                    durability: Durability::Full,
                },
            )
            .expect("PostgreSQL opens");
            Some((
                db,
                Home {
                    dir: None,
                    url: Some(url),
                },
            ))
        }
    }
}

async fn create(server: &str, name: &str) {
    let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls)
        .await
        .expect("the test cluster answers");
    let task = tokio::spawn(connection);
    client
        .batch_execute(&format!(
            "CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'"
        ))
        .await
        .expect("a database");
    drop(client);
    let _ = task.await;
}

/// The server's address with another database: `postgres://user@host:port/name?options`.
fn with_database(server: &str, name: &str) -> String {
    let (base, options) = server.split_once('?').map_or((server, ""), |(b, o)| (b, o));
    let scheme_end = base.find("://").map_or(0, |i| i + 3);
    let path = base[scheme_end..]
        .find('/')
        .map_or(base.len(), |i| scheme_end + i);
    let options = if options.is_empty() {
        String::new()
    } else {
        format!("?{options}")
    };
    format!("{}/{name}{options}", &base[..path])
}
