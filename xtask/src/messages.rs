//! Every message of the English catalogue is used by some page, mail or answer.
//!
//! That no message is missing the compiler sees, and that the four languages agree the catalogue's build sees. What is
//! left over after a page has changed nobody would see: four translations that are kept up for nothing.

use std::collections::BTreeSet;

use crate::workspace;

/// Messages chosen by a key from the record (`t.topic("waste")`), so their own names stand nowhere.
const FAMILIES: [&str; 12] = [
    "topic-",
    "channel-",
    "state-",
    "step-",
    "level-",
    "field-",
    "rung-",
    "lang-",
    "act-",
    "log-act-",
    "log-fact-",
    "log-value-",
];

/// One line per message that nothing uses.
pub fn problems() -> Result<Vec<String>, String> {
    let root = workspace::root();
    let mut used = BTreeSet::new();
    for path in workspace::files(&root.join("crates"), &["rs", "html"])? {
        if !path.components().any(|part| part.as_os_str() == "tests") {
            called(&workspace::read(&path)?, &mut used);
        }
    }
    let catalogues = workspace::files(&root.join("locales/en"), &["ftl"])?;
    let mut defined = Vec::new();
    for path in catalogues {
        let text = workspace::read(&path)?;
        referenced(&text, &mut used);
        let place = workspace::shown(&path);
        defined.extend(ids(&text).map(|(line, id)| (format!("{place}:{line}"), id.to_owned())));
    }
    Ok(unused(&defined, &used))
}

/// The messages, each with its place, that are neither used nor of a family.
fn unused(defined: &[(String, String)], used: &BTreeSet<String>) -> Vec<String> {
    let of_family = |id: &str| FAMILIES.iter().any(|family| id.starts_with(family));
    let idle = |id: &str| !of_family(id) && !used.contains(&method(id));
    defined
        .iter()
        .filter(|(_, id)| idle(id))
        .map(|(place, id)| format!("{place}: nothing uses {id}"))
        .collect()
}

/// The method that a message becomes.
fn method(id: &str) -> String {
    id.replace('-', "_")
}

/// The messages of a catalogue, each with its line. A term (`-brand`) is not a message.
fn ids(catalogue: &str) -> impl Iterator<Item = (usize, &str)> {
    let id = |line: &'_ str| line.split_once('=').map_or(0, |(id, _)| id.trim_end().len());
    catalogue.lines().enumerate().filter_map(move |(number, line)| {
        let name = &line[..id(line)];
        let first = name.starts_with(|c: char| c.is_ascii_alphabetic());
        let rest = name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
        (first && rest).then_some((number + 1, name))
    })
}

/// Adds the messages that a catalogue uses itself: `{ other-message }`.
fn referenced(catalogue: &str, used: &mut BTreeSet<String>) {
    for inside in catalogue.split('{').skip(1) {
        let name = inside.split('}').next().unwrap_or_default().trim();
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            used.insert(method(name));
        }
    }
}

/// Adds every name that stands behind a dot or a double colon, as methods and functions do.
fn called(source: &str, used: &mut BTreeSet<String>) {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    for (at, _) in source.match_indices(['.', ':']) {
        let rest = &source[at + 1..];
        let end = rest.find(|c| !is_name(c)).unwrap_or(rest.len());
        if end > 0 {
            used.insert(rest[..end].to_owned());
        }
    }
    // An error of a field and a notice after a redirect name their message: `Fields::one("text", "say-text-missing")`.
    for quoted in source.split('"') {
        if quoted.contains('-')
            && quoted
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
        {
            used.insert(method(quoted));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_english_message_is_used() {
        let problems = problems().unwrap();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }

    #[test]
    fn a_message_is_used_by_a_call_a_path_or_another_message() {
        let catalogue = "# say = no\nsay-title = Say it\nsay-idle = { say-inner }\n    .x = y\nsay-inner = in\n\
                         say-path = p\n-term = t\ntopic-waste = Waste\nsay-forgotten = gone\n";
        let mut used = BTreeSet::new();
        called(
            "{{ c.t.say_title() }} let f = T::say_path; t.say_idle(3)",
            &mut used,
        );
        referenced(catalogue, &mut used);
        let defined: Vec<_> = ids(catalogue)
            .map(|(line, id)| (line.to_string(), id.to_owned()))
            .collect();
        assert_eq!(defined.len(), 6);
        assert_eq!(unused(&defined, &used), ["9: nothing uses say-forgotten"]);
    }
}
