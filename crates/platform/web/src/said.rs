//! Acts in the reader's words: what was done, and why where a rule of the platform gave the reason.

use kapok_acts::log::Entry;
use kapok_i18n::T;

/// The reason of what somebody took back themselves. Reasons of rules are kept as a code with numbers, so that every reader
/// reads them in their own language.
pub const UNDONE: &str = "rule:undone";
/// Begins the reason of a matter that residents reopened; how many say "not yet" and how many checked follow.
pub const NOT_YET: &str = "rule:not-yet";

/// A reason in the reader's words: a rule's code by its message, what a person wrote as written.
#[must_use]
pub fn reason(t: T, text: &str) -> String {
    let mut parts = text.split(' ');
    match parts.next() {
        Some(UNDONE) => t.log_reason_undone().to_owned(),
        Some(NOT_YET) => {
            let mut number = || parts.next().and_then(|n| n.parse().ok()).unwrap_or_default();
            t.outcomes_reopened_reason(number(), number())
        }
        _ => text.to_owned(),
    }
}

/// The reason of an act in the reader's words; empty when there is none.
#[must_use]
pub fn reason_of(t: T, entry: &Entry) -> String {
    entry
        .reason
        .as_deref()
        .map(|text| reason(t, text))
        .unwrap_or_default()
}

/// What an act did, in a sentence.
#[must_use]
pub fn sentence(t: T, entry: &Entry) -> String {
    let fact = |name: &str| entry.text(name).unwrap_or_default();
    let closed = entry.kind == "matter.closed";
    match fact("into") {
        into if closed && !into.is_empty() => return t.log_matter_merged(&into),
        _ if closed && fact("undone") == "true" => return t.log_matter_undone().to_owned(),
        _ => {}
    }
    let id = format!("log-act-{}", entry.kind.replace('.', "-"));
    t.message(&id).unwrap_or(&entry.kind).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use kapok_i18n::Lang;

    #[test]
    fn a_reason_of_a_rule_is_read_in_the_readers_language_and_a_written_one_as_written() {
        let (en, zh) = (T(Lang::En), T(Lang::Zh));
        assert_eq!(reason(en, UNDONE), "Undone by the same officer");
        assert_ne!(reason(zh, UNDONE), reason(en, UNDONE));
        let seven = reason(en, "rule:not-yet 7 21");
        assert!(seven.contains('7') && seven.contains("21"), "{seven}");
        assert_eq!(reason(zh, "The lamps came late."), "The lamps came late.");
    }
}
