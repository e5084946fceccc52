//! Turns a definition into plain pieces: terms and message references are put in place, and what
//! is not supported is refused with its line.

use std::borrow::Cow;

use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use super::Problem;
use super::read::{Catalogue, Definition, is_plain_name};

/// The plural categories that CLDR knows.
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// A part of a message, in order of output.
#[derive(Debug, PartialEq)]
pub enum Piece {
    /// Fixed text.
    Text(String),
    /// The value of a variable.
    Variable(String),
    /// One of several texts, by a number.
    Plural {
        /// The number's variable.
        variable: String,
        /// Cases, the first that fits is taken.
        arms: Vec<(PluralKey, Vec<Piece>)>,
        /// The case for everything else.
        otherwise: Vec<Piece>,
    },
    /// One of several texts, by a word.
    Choice {
        /// The word's variable.
        variable: String,
        /// Cases by word.
        arms: Vec<(String, Vec<Piece>)>,
        /// The case for everything else.
        otherwise: Vec<Piece>,
    },
}

/// What a case of a plural asks for.
#[derive(Debug, PartialEq)]
pub enum PluralKey {
    /// Exactly this number.
    Exactly(i64),
    /// A CLDR category, such as "few".
    Category(String),
}

/// Resolves one message of a catalogue; `None` when a problem was found.
pub fn resolve(catalogue: &Catalogue, id: &str, problems: &mut Vec<Problem>) -> Option<Vec<Piece>> {
    let definition = catalogue.messages.get(id)?;
    let before = problems.len();
    let mut resolver = Resolver {
        catalogue,
        path: vec![format!("message {id}")],
        problems,
    };
    let pieces = resolver.pattern(definition, &definition.pattern);
    (resolver.problems.len() == before).then_some(pieces)
}

struct Resolver<'a, 's> {
    catalogue: &'a Catalogue<'s>,
    /// What is being put in place at the moment, outermost first: finds circles.
    path: Vec<String>,
    problems: &'a mut Vec<Problem>,
}

impl<'s> Resolver<'_, 's> {
    fn pattern(&mut self, at: &Definition<'s>, pattern: &Pattern<&'s str>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => pieces.push(Piece::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => pieces.extend(self.expression(at, expression)),
            }
        }
        join_texts(pieces)
    }

    fn expression(&mut self, at: &Definition<'s>, expression: &Expression<&'s str>) -> Vec<Piece> {
        match expression {
            Expression::Inline(inline) => self.inline(at, inline),
            Expression::Select {
                selector: InlineExpression::VariableReference { id },
                variants,
            } => {
                self.check_variable(at, id.name);
                vec![self.select(at, id.name, variants)]
            }
            Expression::Select { variants, .. } => {
                let place = variants.first().map_or("", |variant| key_text(&variant.key));
                self.refuse(at, place, "only a variable can select between cases");
                Vec::new()
            }
        }
    }

    fn inline(&mut self, at: &Definition<'s>, inline: &InlineExpression<&'s str>) -> Vec<Piece> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                let text: Cow<str> = unescape_unicode_to_string(value);
                return vec![Piece::Text(text.into_owned())];
            }
            InlineExpression::VariableReference { id } => {
                self.check_variable(at, id.name);
                return vec![Piece::Variable(id.name.to_owned())];
            }
            InlineExpression::TermReference {
                id,
                attribute: None,
                arguments: None,
            } => {
                let catalogue = self.catalogue;
                return self.insert(at, "term", id.name, catalogue.terms.get(id.name));
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                let catalogue = self.catalogue;
                return self.insert(at, "message", id.name, catalogue.messages.get(id.name));
            }
            InlineExpression::Placeable { expression } => return self.expression(at, expression),
            InlineExpression::NumberLiteral { value } => self.refuse(at, value, "write a number as text"),
            InlineExpression::FunctionReference { id, .. } => {
                self.refuse(
                    at,
                    id.name,
                    &format!("function \"{}\": functions are not supported", id.name),
                );
            }
            InlineExpression::TermReference { id, .. } | InlineExpression::MessageReference { id, .. } => {
                self.refuse(
                    at,
                    id.name,
                    &format!("\"{}\": only a plain reference is supported", id.name),
                );
            }
        }
        Vec::new()
    }

    /// Puts a term or another message in place of the reference to it.
    fn insert(
        &mut self,
        at: &Definition<'s>,
        kind: &str,
        id: &'s str,
        found: Option<&Definition<'s>>,
    ) -> Vec<Piece> {
        let name = format!("{kind} {id}");
        let Some(definition) = found else {
            self.refuse(
                at,
                id,
                &format!(
                    "there is no {kind} \"{id}\" in \"{}\"",
                    self.catalogue.language.code
                ),
            );
            return Vec::new();
        };
        if self.path.contains(&name) {
            self.refuse(at, id, &format!("\"{id}\" refers to itself"));
            return Vec::new();
        }
        self.path.push(name);
        let pieces = self.pattern(definition, &definition.pattern);
        self.path.pop();
        if kind == "term" && pieces.iter().any(|piece| !matches!(piece, Piece::Text(_))) {
            self.refuse(
                at,
                id,
                &format!("term \"{id}\" has variables: a term is fixed text"),
            );
        }
        pieces
    }

    /// A selector whose keys are all numbers or plural categories chooses by number, any other by word.
    fn select(&mut self, at: &Definition<'s>, variable: &str, variants: &[Variant<&'s str>]) -> Piece {
        let by_number = variants.iter().all(|variant| match variant.key {
            VariantKey::NumberLiteral { .. } => true,
            VariantKey::Identifier { name } => CATEGORIES.contains(&name),
        });
        let mut seen = Vec::new();
        let (mut numbers, mut words, mut otherwise) = (Vec::new(), Vec::new(), Vec::new());
        for variant in variants {
            let key = key_text(&variant.key);
            if seen.contains(&key) {
                self.refuse(at, key, &format!("case [{key}] stands twice"));
            }
            seen.push(key);
            let pieces = self.pattern(at, &variant.value);
            if variant.default {
                if key != "other" {
                    self.refuse(at, key, "the case for everything else is written *[other]");
                }
                otherwise = pieces;
            } else if by_number {
                numbers.extend(self.plural_key(at, &variant.key).map(|key| (key, pieces)));
            } else if let VariantKey::Identifier { name } = variant.key {
                words.push((name.to_owned(), pieces));
            } else {
                self.refuse(at, key, "cases by word and cases by number do not mix");
            }
        }
        let variable = variable.to_owned();
        if by_number {
            Piece::Plural {
                variable,
                arms: numbers,
                otherwise,
            }
        } else {
            Piece::Choice {
                variable,
                arms: words,
                otherwise,
            }
        }
    }

    fn plural_key(&mut self, at: &Definition<'s>, key: &VariantKey<&'s str>) -> Option<PluralKey> {
        match key {
            VariantKey::NumberLiteral { value } => {
                let number = value.parse().ok().map(PluralKey::Exactly);
                if number.is_none() {
                    self.refuse(
                        at,
                        value,
                        &format!("case [{value}]: only whole numbers are supported"),
                    );
                }
                number
            }
            VariantKey::Identifier { name } => {
                let language = self.catalogue.language;
                if !language.categories.contains(name) {
                    let known = language.categories.join(", ");
                    self.refuse(
                        at,
                        name,
                        &format!("\"{}\" has no plural [{name}]; it has {known}", language.code),
                    );
                }
                Some(PluralKey::Category((*name).to_owned()))
            }
        }
    }

    fn check_variable(&mut self, at: &Definition<'s>, name: &'s str) {
        if !is_plain_name(name) {
            self.refuse(
                at,
                name,
                &format!("\"${name}\": a variable name has only a-z, 0-9 and single hyphens"),
            );
        }
    }

    fn refuse(&mut self, at: &Definition<'s>, part: &str, text: &str) {
        self.problems.push(at.problem_at(part, text.to_owned()));
    }
}

fn key_text<'s>(key: &VariantKey<&'s str>) -> &'s str {
    match key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// Makes one text of texts that follow each other.
fn join_texts(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}
