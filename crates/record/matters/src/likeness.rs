//! Matters that look like a text: before somebody sends, and beside a new voice in the inbox.

use std::collections::HashSet;

use kapok_store::{Conn, FromRow, Result, Row, params};
use kapok_text::{Shingles, rank};

use crate::model::Matter;
use crate::reads::LIKE;

/// A matter and its indexed tokens.
pub(crate) struct Candidate(Matter, String);

impl FromRow for Candidate {
    const COLUMNS: usize = Matter::COLUMNS + 1;
    fn from_row(row: &Row<'_>) -> Result<Self> {
        Ok(Self(Matter::from_row(row)?, row.get(Matter::COLUMNS)?))
    }
}

/// Candidates that are compared with a text.
const CANDIDATES: i64 = 40;
/// Words of a text that are looked up.
const LOOKED_UP: usize = 24;
/// Below this share of common words a matter does not look like a text.
const ALIKE: f64 = 0.08;

/// A matter that looks like a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Alike {
    /// The matter.
    pub matter: Matter,
    /// How much, 0 to 1 (see [`kapok_text::rank`]).
    pub likeness: f64,
    /// The tokens of the text that led to it, those that tell most first.
    pub tokens: Vec<String>,
}

/// Matters that look like a text, best first: the index gives those with most words in common, the text engine orders
/// them.
///
/// # Errors
/// From the database.
pub async fn alike(conn: &mut Conn, text: &str, limit: usize) -> Result<Vec<Alike>> {
    let tokens = telling(text);
    if tokens.is_empty() {
        return Ok(Vec::new());
    }
    let (quote, or) = match conn.dialect() {
        kapok_store::Dialect::Sqlite => ('"', " OR "),
        kapok_store::Dialect::Postgres => ('\'', " | "),
    };
    // Tokens are letters, digits and marks only, so they cannot leave their quotes.
    let quoted: Vec<String> = tokens
        .iter()
        .map(|token| format!("{quote}{token}{quote}"))
        .collect();
    let found = conn.all(&LIKE, params![quoted.join(or), CANDIDATES]).await?;
    // Title and summary say what a matter is about. Its voices, which the index holds too, say a hundred other things: with them
    // the right matter is found half as often (see the trial on the page "how your words are used").
    let looks: Vec<Shingles> = found
        .iter()
        .map(|Candidate(m, _)| Shingles::of(&kapok_text::index_tokens(&format!("{}\n{}", m.title, m.summary))))
        .collect();
    let order = rank(&Shingles::of(&kapok_text::index_tokens(text)), &looks);
    let mut found: Vec<Option<Candidate>> = found.into_iter().map(Some).collect();
    Ok(order
        .into_iter()
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .filter_map(|(at, likeness)| {
            let Candidate(matter, indexed) = found[at].take()?;
            let indexed: HashSet<&str> = indexed.split(' ').collect();
            let shared = tokens.iter().filter(|token| indexed.contains(token.as_str()));
            let tokens = shared.cloned().collect();
            Some(Alike {
                matter,
                likeness,
                tokens,
            })
        })
        .take(limit)
        .collect())
}

/// As [`alike`], without the words that led there.
///
/// # Errors
/// From the database.
pub async fn similar(conn: &mut Conn, text: &str, limit: usize) -> Result<Vec<(Matter, f64)>> {
    let found = alike(conn, text, limit).await?;
    Ok(found
        .into_iter()
        .map(|alike| (alike.matter, alike.likeness))
        .collect())
}

/// The tokens that tell most about a text: pairs in scripts without spaces, else the longest words, which are the
/// rarest in every language we know.
fn telling(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = kapok_text::tokens(text)
        .into_iter()
        .filter(|token| {
            let chars = token.chars().count();
            if token.is_ascii() { chars >= 3 } else { chars >= 2 }
        })
        .collect();
    tokens.sort_by_key(|token| (std::cmp::Reverse(token.chars().count()), token.clone()));
    tokens.dedup();
    tokens.truncate(LOOKED_UP);
    tokens
}
