//! What the template of the matter page is given, already in the reader's words.

use crate::timeline::Moment;

/// One bar: label, length in thousandths, number, address.
pub struct Bar {
    pub label: String,
    pub permille: i64,
    pub number: String,
    pub href: String,
}

/// A decision in the reader's words.
pub struct DecisionView {
    pub iso: String,
    pub date: String,
    pub who: String,
    pub result: &'static str,
    pub text: String,
    pub reasons: String,
    pub basis: String,
    pub appeal_until: String,
}

/// A promise in the reader's words.
pub struct PromiseView {
    pub number: i64,
    pub title: String,
    pub who: String,
    pub due: String,
    pub first_due: String,
    pub late: String,
    pub percent: i64,
    pub progress: String,
    pub key: &'static str,
    pub money: String,
    pub evidence: String,
}

/// A voice in its own words, or why it is not shown.
pub struct VoiceView {
    pub text: String,
    pub lang: String,
    pub source: String,
    pub instead: String,
}

/// A number before and after.
pub struct IndicatorView {
    pub name: String,
    pub value: String,
    pub source: String,
}

/// A resident's check with words.
pub struct CheckView {
    pub says: &'static str,
    pub date: String,
    pub words: String,
}

/// An appeal and what became of it.
pub struct AppealView {
    pub heading: String,
    pub grounds: String,
    pub ruling: String,
}

/// Everything on the page.
pub struct MatterView {
    pub number: i64,
    pub number_text: String,
    /// List of all its voices.
    pub voices_href: String,
    pub title: String,
    pub summary: String,
    pub lang: String,
    pub state: &'static str,
    pub crumbs: Vec<(String, String)>,
    pub work: String,
    pub share: String,
    pub elsewhere: String,
    pub elsewhere_href: String,
    pub elsewhere_title: String,
    pub track: Vec<(&'static str, String, bool, bool)>,
    pub next: String,
    pub next_late: String,
    pub timeline: Vec<Moment>,
    pub decision: Option<DecisionView>,
    pub commitments: Vec<PromiseView>,
    pub asked: String,
    pub channels: Vec<Bar>,
    pub places: Vec<Bar>,
    pub voices: Vec<VoiceView>,
    /// Whether its voices went to another matter: there is nothing left to count here.
    pub merged: bool,
    /// Where one says something on it; empty when it takes no voices.
    pub join: String,
    pub can_check: bool,
    pub check_hint: String,
    pub check_action: String,
    pub done_count: String,
    pub not_yet_count: String,
    pub facts: Vec<(&'static str, String)>,
    pub indicators: Vec<IndicatorView>,
    pub checks: Vec<CheckView>,
    pub appeals: Vec<AppealView>,
    pub cases: Vec<(String, String)>,
    pub followers: String,
    pub can_appeal: bool,
}
