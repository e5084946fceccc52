//! Writes the Rust text: one method for each message.
//!
//! The text is compiled under the workspace's lints like any other, so it is written the way one
//! would write it by hand.

use std::fmt::Write as _;

use super::LANGUAGES;
use super::check::{Argument, Message};
use super::resolve::{Piece, PluralKey};

/// Words of Rust that cannot be a plain argument name.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro",
    "match", "mod", "move", "mut", "out", "override", "priv", "pub", "ref", "return", "static", "struct",
    "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
];

/// More arguments than this, `self` included, and clippy asks for a struct.
const MANY_ARGUMENTS: usize = 7;

/// Writes everything that goes into the generated file.
pub fn emit(messages: &[Message]) -> String {
    let codes: Vec<String> = LANGUAGES
        .iter()
        .map(|language| format!("{:?}", language.code))
        .collect();
    let mut rust = format!(
        "/// Codes of the interface languages, the reference first.\n\
         pub const LANGS: [&str; {}] = [{}];\n\n",
        codes.len(),
        codes.join(", ")
    );
    rust.push_str("static MESSAGES: &[(&str, &str)] = &[\n");
    for message in messages {
        let _ = writeln!(rust, "    ({:?}, {:?}),", message.id, rust_name(&message.id));
    }
    rust.push_str("];\n\nimpl T {\n");
    for message in messages {
        emit_method(&mut rust, message);
    }
    emit_lookup(&mut rust, messages);
    rust.push_str("}\n");
    rust
}

/// The look-up by id, for messages that data names: what is wrong with a field, what an act did.
fn emit_lookup(rust: &mut String, messages: &[Message]) {
    rust.push_str(
        "    /// The words of a message without arguments, by its id; none when there is no such message.\n\
         \x20   pub fn message(self, id: &str) -> Option<&'static str> {\n        Some(match id {\n",
    );
    for message in messages.iter().filter(|m| m.arguments.is_empty()) {
        let _ = writeln!(
            rust,
            "            {:?} => self.{}(),",
            message.id,
            rust_name(&message.id)
        );
    }
    rust.push_str("            _ => return None,\n        })\n    }\n");
}

fn emit_method(rust: &mut String, message: &Message) {
    let english = message
        .texts
        .first()
        .map(|pieces| sample(pieces))
        .unwrap_or_default();
    let _ = writeln!(rust, "    /// Message `{}`: `{english}`", message.id);
    if message.arguments.len() >= MANY_ARGUMENTS {
        rust.push_str(
            "    #[expect(clippy::too_many_arguments, reason = \"one for each variable of the message\")]\n",
        );
    }
    let _ = write!(rust, "    pub fn {}(self", rust_name(&message.id));
    for argument in &message.arguments {
        let kind = if argument.number { "i64" } else { "&str" };
        let _ = write!(rust, ", {}: {kind}", argument_name(&argument.name));
    }
    if message.arguments.is_empty() {
        rust.push_str(") -> &'static str {\n        match self.lang() {\n");
        for (language, pieces) in LANGUAGES.iter().zip(&message.texts) {
            let _ = writeln!(
                rust,
                "            Lang::{} => {:?},",
                language.variant,
                fixed_text(pieces)
            );
        }
    } else {
        rust.push_str(
            ") -> String {\n        let mut out = String::with_capacity(64);\n        match self.lang() {\n",
        );
        for (language, pieces) in LANGUAGES.iter().zip(&message.texts) {
            let _ = writeln!(rust, "            Lang::{} => {{", language.variant);
            emit_pieces(rust, pieces, &message.arguments, 16);
            rust.push_str("            }\n");
        }
        rust.push_str("        }\n        out\n    }\n\n");
        return;
    }
    rust.push_str("        }\n    }\n\n");
}

fn emit_pieces(rust: &mut String, pieces: &[Piece], arguments: &[Argument], indent: usize) {
    let pad = " ".repeat(indent);
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                let mut letters = text.chars();
                let _ = match (letters.next(), letters.next()) {
                    (Some(only), None) => writeln!(rust, "{pad}out.push({only:?});"),
                    _ => writeln!(rust, "{pad}out.push_str({text:?});"),
                };
            }
            Piece::Variable(name) => {
                let number = arguments
                    .iter()
                    .any(|argument| argument.name == *name && argument.number);
                let method = if number { "put_number" } else { "put_text" };
                let _ = writeln!(rust, "{pad}self.{method}(&mut out, {});", argument_name(name));
            }
            Piece::Plural {
                variable,
                arms,
                otherwise,
            } => {
                emit_plural(rust, &argument_name(variable), arms, otherwise, arguments, indent);
            }
            Piece::Choice {
                variable,
                arms,
                otherwise,
            } => {
                let arms: Vec<_> = arms
                    .iter()
                    .map(|(word, pieces)| (format!("{word:?}"), pieces))
                    .collect();
                emit_match(
                    rust,
                    &argument_name(variable),
                    &arms,
                    otherwise,
                    arguments,
                    indent,
                );
            }
        }
    }
}

/// A plural matches on the number, on its category, or on both when the cases mix them.
fn emit_plural(
    rust: &mut String,
    name: &str,
    arms: &[(PluralKey, Vec<Piece>)],
    otherwise: &[Piece],
    arguments: &[Argument],
    indent: usize,
) {
    let exact = arms.iter().any(|(key, _)| matches!(key, PluralKey::Exactly(_)));
    let category = arms.iter().any(|(key, _)| matches!(key, PluralKey::Category(_)));
    let subject = match (exact, category) {
        (true, true) => format!("({name}, self.category({name}))"),
        (true, false) => name.to_owned(),
        _ => format!("self.category({name})"),
    };
    let pattern = |key: &PluralKey| match (key, exact && category) {
        (PluralKey::Exactly(number), false) => number.to_string(),
        (PluralKey::Exactly(number), true) => format!("({number}, _)"),
        (PluralKey::Category(name), false) => format!("PluralCategory::{}", capital(name)),
        (PluralKey::Category(name), true) => format!("(_, PluralCategory::{})", capital(name)),
    };
    let arms: Vec<_> = arms.iter().map(|(key, pieces)| (pattern(key), pieces)).collect();
    emit_match(rust, &subject, &arms, otherwise, arguments, indent);
}

fn emit_match(
    rust: &mut String,
    subject: &str,
    arms: &[(String, &Vec<Piece>)],
    otherwise: &[Piece],
    arguments: &[Argument],
    indent: usize,
) {
    if arms.is_empty() {
        return emit_pieces(rust, otherwise, arguments, indent);
    }
    let pad = " ".repeat(indent);
    let _ = writeln!(rust, "{pad}match {subject} {{");
    for (pattern, pieces) in arms {
        let _ = writeln!(rust, "{pad}    {pattern} => {{");
        emit_pieces(rust, pieces, arguments, indent + 8);
        let _ = writeln!(rust, "{pad}    }}");
    }
    let _ = writeln!(rust, "{pad}    _ => {{");
    emit_pieces(rust, otherwise, arguments, indent + 8);
    let _ = writeln!(rust, "{pad}    }}\n{pad}}}");
}

/// The text of a message without arguments.
fn fixed_text(pieces: &[Piece]) -> &str {
    match pieces.first() {
        Some(Piece::Text(text)) => text,
        _ => "",
    }
}

/// The English text on one line, for the documentation of the method.
fn sample(pieces: &[Piece]) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Variable(name) => {
                let _ = write!(text, "{{{name}}}");
            }
            Piece::Plural { otherwise, .. } | Piece::Choice { otherwise, .. } => {
                text.push_str(&sample(otherwise))
            }
        }
    }
    text.replace(['\n', '\r'], " ").replace('`', "'")
}

/// `front-title` becomes `front_title`.
fn rust_name(id: &str) -> String {
    id.replace('-', "_")
}

/// Like [`rust_name`], keeping clear of Rust's words and of the generated code's own names.
fn argument_name(name: &str) -> String {
    let name = rust_name(name);
    let taken = KEYWORDS.contains(&name.as_str()) || ["self", "super", "crate"].contains(&name.as_str());
    let begins_with_digit = name.starts_with(|first: char| first.is_ascii_digit());
    if taken || begins_with_digit {
        format!("{name}_")
    } else {
        name
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
