//! Matters that look like a text: before somebody sends, and beside a new voice in the inbox.

use std::collections::HashSet;

use kapok_store::{Conn, Result, params};
use kapok_text::{Shingles, rank};

use crate::model::Matter;
use crate::reads::LIKE;

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
    /// The tokens of the text that led to it, the rarest first; without those that many matters have. Never empty.
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
    let about: Vec<String> = found
        .iter()
        .map(|m| format!("{}\n{}", m.title, m.summary))
        .collect();
    let mut found: Vec<Option<Matter>> = found.into_iter().map(Some).collect();
    Ok(compare(text, &about)
        .into_iter()
        .filter_map(|(at, likeness, tokens)| {
            Some(Alike {
                matter: found.get_mut(at)?.take()?,
                likeness,
                tokens,
            })
        })
        .take(limit)
        .collect())
}

/// Which of some titles with summaries look like a text, best first: position, likeness, and the rare tokens that both have.
///
/// Title and summary say what a matter is about. Its voices, which the index holds too, say a hundred other things: with them
/// the right matter is found half as often (see the trial on the page "how your words are used"). What has no rare word in
/// common with the text is left out, however many pieces of common words agree.
#[must_use]
pub fn compare(text: &str, about: &[String]) -> Vec<(usize, f64, Vec<String>)> {
    let about: Vec<String> = about.iter().map(|text| kapok_text::index_tokens(text)).collect();
    let looks: Vec<Shingles> = about.iter().map(|tokens| Shingles::of(tokens)).collect();
    let about: Vec<HashSet<&str>> = about.iter().map(|tokens| tokens.split(' ').collect()).collect();
    let tokens = telling(text);
    let told = rare(&tokens, &about);
    rank(&Shingles::of(&kapok_text::index_tokens(text)), &looks)
        .into_iter()
        .filter(|(_, likeness)| *likeness >= ALIKE)
        .filter_map(|(at, likeness)| {
            let shared = told.iter().filter(|token| about[at].contains(**token));
            let tokens: Vec<String> = shared.map(|token| (*token).to_owned()).collect();
            (!tokens.is_empty()).then_some((at, likeness, tokens))
        })
        .collect()
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

/// Candidates below which nothing is known about how common a word is.
const FEW: usize = 6;

/// Tokens without those that more than a tenth of the candidates have, such as "the" and "street", the rarest first.
fn rare<'a>(tokens: &'a [String], about: &[HashSet<&str>]) -> Vec<&'a str> {
    let counted = tokens.iter().map(|token| {
        let n = about
            .iter()
            .filter(|words| words.contains(token.as_str()))
            .count();
        (n, token.as_str())
    });
    let mut told: Vec<(usize, &str)> = counted
        .filter(|(n, _)| about.len() < FEW || 10 * n <= about.len().max(10))
        .collect();
    told.sort_by_key(|(n, _)| *n);
    told.into_iter().map(|(_, token)| token).collect()
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
