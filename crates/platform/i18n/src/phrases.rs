//! Short phrases that several rooms need and that take a rule beyond one message.

use crate::{Lang, T};

impl T {
    /// A span of days: "31 days".
    pub fn days(self, n: i64) -> String {
        self.base_days(n)
    }

    /// A day seen from today; negative is past: "today", "5 days ago", "in 3 days".
    pub fn relative_days(self, days_from_today: i64) -> String {
        match days_from_today {
            -1 => self.base_yesterday().to_owned(),
            0 => self.base_today().to_owned(),
            1 => self.base_tomorrow().to_owned(),
            past if past < 0 => self.base_days_ago(past.saturating_neg()),
            ahead => self.base_days_ahead(ahead),
        }
    }

    /// An amount in whole units of the city's currency: "118,000 crowns".
    pub fn money(self, amount: i64) -> String {
        self.base_money(amount)
    }

    /// Facts side by side: "Open · Mill Bridge · 8 voices". Empty ones are left out, and each keeps its own direction: in
    /// Arabic the number of voices must not move to the English name of a place beside it.
    pub fn beside<S: AsRef<str>>(self, facts: impl IntoIterator<Item = S>) -> String {
        let mut out = String::new();
        for fact in facts {
            let fact = fact.as_ref();
            if !fact.is_empty() {
                if !out.is_empty() {
                    out.push_str(" · ");
                }
                self.put_text(&mut out, fact);
            }
        }
        out
    }

    /// An enumeration: "a, b and c". Empty for no items.
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let mut out = String::new();
        for (index, item) in items.iter().enumerate() {
            let item = item.as_ref();
            if index > 0 {
                out.push_str(match index + 1 == items.len() {
                    false => self.base_list_between(),
                    true if self.lang() == Lang::Es && begins_with_i(item) => self.base_list_last_before_i(),
                    true => self.base_list_last(),
                });
            }
            self.put_text(&mut out, item);
        }
        out
    }
}

/// Spanish "y" becomes "e" before the sound i: "Ana e Inés", "agua e higiene", but "agua y hielo"
/// (Real Academia Española, Diccionario panhispánico de dudas, "y").
fn begins_with_i(word: &str) -> bool {
    let start: String = word.chars().take(3).flat_map(char::to_lowercase).collect();
    let start = start.replace('í', "i");
    let diphthong = |after: &str| after.starts_with(['a', 'e', 'o', 'á', 'é', 'ó']);
    match start.strip_prefix('h').unwrap_or(&start).strip_prefix('i') {
        Some(after) => !diphthong(after),
        None => false,
    }
}
