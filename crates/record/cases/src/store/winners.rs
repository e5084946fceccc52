//! The one list of winners: computed from the facts about stages.

use kapok_store::{Conn, Result, row};

use super::WINNERS;

row! {
    /// A fact that a case won, with the case.
    #[derive(Debug, Clone)]
    pub(crate) struct WinnerRow {
        pub key: String,
        pub title: String,
        pub topic: String,
        pub year: Option<i64>,
        pub source: String,
        pub url: String,
    }
}

/// A case that won, with every source that says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Winner {
    /// Name in addresses.
    pub key: String,
    /// Title.
    pub title: String,
    /// Topic, by id.
    pub topic: String,
    /// Year of the session.
    pub year: Option<i64>,
    /// Where it stands: places in the report, or addresses.
    pub sources: Vec<String>,
}

/// All winners by year: computed from the facts, and the only list of winners there is.
///
/// # Errors
/// From the database.
pub async fn winners(conn: &mut Conn) -> Result<Vec<Winner>> {
    let mut out: Vec<Winner> = Vec::new();
    for row in conn.all(&WINNERS, &[]).await? {
        let source = if row.url.is_empty() { row.source } else { row.url };
        match out.iter_mut().find(|w| w.key == row.key && w.year == row.year) {
            Some(known) => known.sources.push(source),
            None => out.push(Winner {
                key: row.key,
                title: row.title,
                topic: row.topic,
                year: row.year,
                sources: vec![source],
            }),
        }
    }
    Ok(out)
}
