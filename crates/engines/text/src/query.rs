//! What a person typed into a search box, as the text that each database wants.
//!
//! Every word must occur, in any order. The last word may be unfinished, if its script uses spaces.
//! Tokens consist of letters, digits and marks only, so that no input can leave its quotes.

use crate::fold::fold;
use crate::segment::{capped, pairs, runs, without_article};

/// Most different tokens of a query; later ones are ignored.
pub const MAX_QUERY_TOKENS: usize = 32;

/// A query with at least one token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    tokens: Vec<String>,
    prefix: bool,
}

/// The query for a text, or nothing if the text has no letter or digit.
#[must_use]
pub fn query(text: &str) -> Option<Query> {
    let folded = fold(text);
    let mut tokens: Vec<String> = Vec::new();
    let mut prefix = false;
    for run in runs(&folded) {
        for token in asked(run.text, run.dense) {
            // A repeated word moves to the end, where it may be the one that is still being typed.
            tokens.retain(|t| t != token);
            tokens.push(token.to_owned());
        }
        prefix = !run.dense && run.text.chars().nth(1).is_some();
        if tokens.len() >= MAX_QUERY_TOKENS {
            tokens.truncate(MAX_QUERY_TOKENS);
            prefix = false;
            break;
        }
    }
    (!tokens.is_empty()).then_some(Query { tokens, prefix })
}

/// The tokens that a run asks for: fewer than it is indexed under.
fn asked(run: &str, dense: bool) -> Vec<&str> {
    if !dense {
        let word = capped(run);
        return vec![without_article(word).unwrap_or(word)];
    }
    let mut asked: Vec<&str> = pairs(run).map(|(_, pair)| pair).collect();
    if asked.is_empty() {
        asked.push(run); // a single character
    }
    asked
}

impl Query {
    /// The tokens that must all occur, each once. The last one may be a beginning, see
    /// [`Query::prefix`].
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// The token that also matches as the beginning of a longer one: the last, if it has at least
    /// two characters and its script uses spaces.
    #[must_use]
    pub fn prefix(&self) -> Option<&str> {
        if self.prefix {
            self.tokens.last().map(String::as_str)
        } else {
            None
        }
    }

    /// Whether a token of a text fulfils one of this query's tokens.
    #[must_use]
    pub fn hits(&self, token: &str) -> bool {
        self.tokens.iter().any(|t| t == token) || self.prefix().is_some_and(|p| token.starts_with(p))
    }

    /// For `MATCH $1` of SQLite FTS5: `"cycle" "lane"*`. Phrases side by side must all occur.
    #[must_use]
    pub fn fts5(&self) -> String {
        self.joined('"', " ", "*")
    }

    /// For `@@ $1::tsquery` of PostgreSQL: `'cycle' & 'lane':*`.
    #[must_use]
    pub fn tsquery(&self) -> String {
        self.joined('\'', " & ", ":*")
    }

    fn joined(&self, quote: char, and: &str, prefix: &str) -> String {
        let mut text = String::new();
        for token in &self.tokens {
            if !text.is_empty() {
                text.push_str(and);
            }
            text.push(quote);
            text.push_str(token);
            text.push(quote);
        }
        if self.prefix {
            text.push_str(prefix);
        }
        text
    }
}
