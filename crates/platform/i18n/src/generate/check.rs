//! Compares the languages: each message stands in all of them, with the same arguments.

use std::collections::BTreeSet;

use super::read::Catalogue;
use super::resolve::{Piece, resolve};
use super::{LANGUAGES, Problem};

/// A message that is sound in every language.
pub struct Message {
    /// Its id in the catalogues.
    pub id: String,
    /// Its arguments in the order of first use in English.
    pub arguments: Vec<Argument>,
    /// Its text in each of [`LANGUAGES`], in that order.
    pub texts: Vec<Vec<Piece>>,
}

/// An argument of a message.
#[derive(Debug, PartialEq)]
pub struct Argument {
    /// Name of the variable.
    pub name: String,
    /// Whether it is a whole number; otherwise it is text made by the caller.
    pub number: bool,
}

/// The variables of one text: order of first use, and how each is used to select.
#[derive(Default)]
struct Variables {
    order: Vec<String>,
    selects_by_number: BTreeSet<String>,
    selects_by_word: BTreeSet<String>,
}

/// Compares the catalogues with the first of them; answers with all messages that hold.
pub fn check(catalogues: &[Catalogue], problems: &mut Vec<Problem>) -> Vec<Message> {
    let Some((english, others)) = catalogues.split_first() else {
        return Vec::new();
    };
    for other in others {
        compare_ids(english, other, problems);
    }
    let mut messages = Vec::new();
    for id in english.messages.keys() {
        let texts: Vec<Vec<Piece>> = catalogues
            .iter()
            .filter_map(|one| resolve(one, id, problems))
            .collect();
        // Fewer texts than languages: the reason is among the problems already.
        if texts.len() == LANGUAGES.len() {
            messages.extend(message(catalogues, id, texts, problems));
        }
    }
    messages
}

fn compare_ids(english: &Catalogue, other: &Catalogue, problems: &mut Vec<Problem>) {
    let code = other.language.code;
    for (id, definition) in &english.messages {
        if !other.messages.contains_key(id) {
            problems.push(definition.problem(format!("\"{id}\" is missing in \"{code}\"")));
        }
    }
    for (id, definition) in &other.messages {
        if !english.messages.contains_key(id) {
            problems.push(definition.problem(format!("\"{id}\" stands in \"{code}\" but not in \"en\"")));
        }
    }
}

fn message(
    catalogues: &[Catalogue],
    id: &str,
    texts: Vec<Vec<Piece>>,
    problems: &mut Vec<Problem>,
) -> Option<Message> {
    let before = problems.len();
    let used: Vec<Variables> = texts.iter().map(|pieces| variables(pieces)).collect();
    let english: BTreeSet<&String> = used.first()?.order.iter().collect();
    for (catalogue, variables) in catalogues.iter().zip(&used) {
        let here: BTreeSet<&String> = variables.order.iter().collect();
        if here != english
            && let Some(definition) = catalogue.messages.get(id)
        {
            let text = format!(
                "\"{id}\" has arguments ({}), in \"en\" ({})",
                list(&here),
                list(&english)
            );
            problems.push(definition.problem(text));
        }
    }
    let arguments = used.first()?.order.iter().map(|name| Argument {
        name: name.clone(),
        number: is_number_name(name)
            || used
                .iter()
                .any(|variables| variables.selects_by_number.contains(name)),
    });
    let arguments: Vec<Argument> = arguments.collect();
    for argument in arguments.iter().filter(|argument| argument.number) {
        for (catalogue, variables) in catalogues.iter().zip(&used) {
            if variables.selects_by_word.contains(&argument.name)
                && let Some(definition) = catalogue.messages.get(id)
            {
                let text = format!("\"${}\" is a number, but \"{id}\" selects by word", argument.name);
                problems.push(definition.problem(text));
            }
        }
    }
    (problems.len() == before).then(|| Message {
        id: id.to_owned(),
        arguments,
        texts,
    })
}

/// Names that mean a whole number wherever they stand, selector or not.
fn is_number_name(name: &str) -> bool {
    name == "n" || name.ends_with("-n") || name.ends_with("-count")
}

fn list(names: &BTreeSet<&String>) -> String {
    names
        .iter()
        .map(|name| format!("${name}"))
        .collect::<Vec<_>>()
        .join(", ")
}

fn variables(pieces: &[Piece]) -> Variables {
    let mut found = Variables::default();
    collect(pieces, &mut found);
    found
}

fn collect(pieces: &[Piece], found: &mut Variables) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Variable(name) => found.see(name),
            Piece::Plural {
                variable,
                arms,
                otherwise,
            } => {
                found.see(variable);
                found.selects_by_number.insert(variable.clone());
                arms.iter().for_each(|(_, pieces)| collect(pieces, found));
                collect(otherwise, found);
            }
            Piece::Choice {
                variable,
                arms,
                otherwise,
            } => {
                found.see(variable);
                found.selects_by_word.insert(variable.clone());
                arms.iter().for_each(|(_, pieces)| collect(pieces, found));
                collect(otherwise, found);
            }
        }
    }
}

impl Variables {
    fn see(&mut self, name: &str) {
        if !self.order.iter().any(|known| known == name) {
            self.order.push(name.to_owned());
        }
    }
}
