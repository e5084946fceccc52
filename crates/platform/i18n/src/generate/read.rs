//! Parses catalogue files into definitions and checks how messages are named.

use std::collections::BTreeMap;

use fluent_syntax::ast::{Attribute, Entry, Pattern};
use fluent_syntax::parser;

use super::{LANGUAGES, Language, Problem, Source};

/// Beginnings of message names that `base.ftl` may use; every other file uses its own name.
const BASE_PREFIXES: &[&str] = &[
    "base-", "nav-", "error-", "form-", "state-", "step-", "topic-", "channel-", "level-", "field-", "lang-",
    "rung-",
];

/// A message or term as it stands in a file.
pub struct Definition<'s> {
    /// Its text, parsed.
    pub pattern: Pattern<&'s str>,
    /// The file it stands in.
    pub source: &'s Source,
    /// Its line, from 1.
    pub line: usize,
}

impl Definition<'_> {
    /// A problem at the first line of this definition.
    pub fn problem(&self, text: String) -> Problem {
        Problem {
            path: self.source.path.clone(),
            line: self.line,
            text,
        }
    }

    /// A problem at the line where `part`, a slice of the file's text, begins.
    pub fn problem_at(&self, part: &str, text: String) -> Problem {
        Problem {
            path: self.source.path.clone(),
            line: line_of(self.source, part),
            text,
        }
    }
}

/// All files of one language together.
pub struct Catalogue<'s> {
    /// Which language.
    pub language: &'static Language,
    /// Messages by id.
    pub messages: BTreeMap<&'s str, Definition<'s>>,
    /// Terms by id, without the leading hyphen.
    pub terms: BTreeMap<&'s str, Definition<'s>>,
}

/// Reads all files into one catalogue for each of [`LANGUAGES`], in that order.
pub fn read<'s>(sources: &'s [Source], problems: &mut Vec<Problem>) -> Vec<Catalogue<'s>> {
    let mut catalogues: Vec<Catalogue> = LANGUAGES
        .iter()
        .map(|language| Catalogue {
            language,
            messages: BTreeMap::new(),
            terms: BTreeMap::new(),
        })
        .collect();
    for source in sources {
        match catalogues.iter_mut().find(|c| c.language.code == source.lang) {
            Some(catalogue) => read_file(source, catalogue, problems),
            None => problems.push(Problem {
                path: source.path.clone(),
                line: 1,
                text: format!("\"{}\" is not a language of the interface", source.lang),
            }),
        }
    }
    catalogues
}

fn read_file<'s>(source: &'s Source, catalogue: &mut Catalogue<'s>, problems: &mut Vec<Problem>) {
    let resource = match parser::parse(source.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, faults)) => {
            problems.extend(faults.iter().map(|fault| Problem {
                path: source.path.clone(),
                line: line_at(&source.text, fault.pos.start),
                text: fault.to_string(),
            }));
            resource
        }
    };
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name;
                refuse_attributes(source, &message.attributes, problems);
                check_name(source, id, problems);
                if let Some(pattern) = message.value {
                    define(source, id, pattern, &mut catalogue.messages, problems);
                }
            }
            Entry::Term(term) => {
                refuse_attributes(source, &term.attributes, problems);
                define(source, term.id.name, term.value, &mut catalogue.terms, problems);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => {}
        }
    }
}

fn define<'s>(
    source: &'s Source,
    id: &'s str,
    pattern: Pattern<&'s str>,
    known: &mut BTreeMap<&'s str, Definition<'s>>,
    problems: &mut Vec<Problem>,
) {
    let definition = Definition {
        pattern,
        source,
        line: line_of(source, id),
    };
    if let Some(first) = known.get(id) {
        let place = format!("{}:{}", first.source.path, first.line);
        problems.push(definition.problem(format!("\"{id}\" is already defined at {place}")));
    } else {
        known.insert(id, definition);
    }
}

fn refuse_attributes(source: &Source, attributes: &[Attribute<&str>], problems: &mut Vec<Problem>) {
    problems.extend(attributes.iter().map(|attribute| Problem {
        path: source.path.clone(),
        line: line_of(source, attribute.id.name),
        text: format!(
            "attribute \".{}\": attributes are not supported",
            attribute.id.name
        ),
    }));
}

/// A message is named after its file, so that whoever sees a method knows where its words stand.
fn check_name(source: &Source, id: &str, problems: &mut Vec<Problem>) {
    let mut say = |text| {
        problems.push(Problem {
            path: source.path.clone(),
            line: line_of(source, id),
            text,
        })
    };
    if !is_plain_name(id) {
        say(format!(
            "\"{id}\": a message name has only a-z, 0-9 and single hyphens"
        ));
    }
    if source.area == "base" {
        if !BASE_PREFIXES.iter().any(|prefix| id.starts_with(prefix)) {
            say(format!(
                "\"{id}\" must begin with one of {}",
                BASE_PREFIXES.join(" ")
            ));
        }
    } else if id
        .strip_prefix(source.area.as_str())
        .is_none_or(|rest| !rest.starts_with('-'))
    {
        say(format!("\"{id}\" must begin with \"{}-\"", source.area));
    }
}

/// Whether a Fluent name becomes a Rust name by turning hyphens into underscores, without two
/// names becoming the same one.
pub fn is_plain_name(name: &str) -> bool {
    name.split('-').all(|part| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
    })
}

/// The line on which `part` begins. `part` is a slice of the file's text, so the distance of the two
/// addresses is its position; the syntax tree itself carries none.
fn line_of(source: &Source, part: &str) -> usize {
    let position = (part.as_ptr() as usize).saturating_sub(source.text.as_ptr() as usize);
    line_at(&source.text, position)
}

fn line_at(text: &str, position: usize) -> usize {
    1 + text.bytes().take(position).filter(|byte| *byte == b'\n').count()
}
