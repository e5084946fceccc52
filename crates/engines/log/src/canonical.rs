//! Writing and reading the canonical JSON of an act.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::{Act, FORM, Fact, hex};

pub(crate) fn write(act: &Act) -> String {
    // In the order of their ASCII names, which for ASCII is the order RFC 8785 asks for (section 3.2.3).
    let mut out = String::with_capacity(512);
    out.push('{');
    let mut field = Field {
        out: &mut out,
        first: true,
    };
    if let Some(id) = act.actor_id {
        field.text("actor_id", &hex(&id));
    }
    field.text("actor_kind", &act.actor_kind);
    field.text("actor_name", &act.actor_name);
    field.text("actor_office", &act.actor_office);
    field.int("at_ms", act.at_ms);
    field.raw("detail", &object(&act.detail));
    field.int("form", FORM);
    field.text("id", &hex(&act.id));
    field.text("kind", &act.kind);
    if let Some(id) = act.matter_id {
        field.text("matter_id", &hex(&id));
    }
    if let Some(id) = act.place_id {
        field.text("place_id", &hex(&id));
    }
    if let Some(digest) = act.reason_digest {
        field.text("reason_sha256", &hex(&digest));
    }
    field.text("subject_id", &hex(&act.subject_id));
    field.text("subject_kind", &act.subject_kind);
    out.push('}');
    out
}

pub(crate) fn object(detail: &BTreeMap<String, Fact>) -> String {
    let mut out = String::from("{");
    let mut field = Field {
        out: &mut out,
        first: true,
    };
    for (name, fact) in detail {
        match fact {
            Fact::Text(v) => field.text(name, v),
            Fact::Int(v) => field.int(name, *v),
            Fact::Flag(v) => field.raw(name, if *v { "true" } else { "false" }),
        }
    }
    out.push('}');
    out
}

struct Field<'a> {
    out: &'a mut String,
    first: bool,
}

impl Field<'_> {
    fn name(&mut self, name: &str) {
        if !std::mem::take(&mut self.first) {
            self.out.push(',');
        }
        string(self.out, name);
        self.out.push(':');
    }
    fn text(&mut self, name: &str, value: &str) {
        self.name(name);
        string(self.out, value);
    }
    fn int(&mut self, name: &str, value: i64) {
        self.name(name);
        let _ = write!(self.out, "{value}"); // writing to a String cannot fail
    }
    fn raw(&mut self, name: &str, value: &str) {
        self.name(name);
        self.out.push_str(value);
    }
}

/// String escapes of RFC 8785, section 3.2.2.2: the short forms where JSON has one, \u00xx for other controls.
fn string(out: &mut String, value: &str) {
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\u{8}' => out.push_str("\\b"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\u{c}' => out.push_str("\\f"),
            '\r' => out.push_str("\\r"),
            c if u32::from(c) < 0x20 => {
                let _ = write!(out, "\\u{:04x}", u32::from(c)); // writing to a String cannot fail
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A JSON string in its one spelling (RFC 8785).
pub(crate) fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    string(&mut out, value);
    out
}

/// Reads what [`quoted`] wrote, and nothing that is spelt in another way.
pub(crate) fn unquoted(json: &str) -> Option<String> {
    let mut p = Parser { text: json, at: 0 };
    let value = p.string().ok()?;
    (quoted(&value) == json).then_some(value)
}

/// The digest of the reason in the canonical form of an act, as hexadecimal.
pub(crate) fn reason_digest(act: &str) -> Option<&str> {
    // Quotes within strings are escaped, so this can only be a name; details stand before it.
    let (_, rest) = act.rsplit_once(r#","reason_sha256":""#)?;
    rest.split_once(r#"","subject_id":""#).map(|(digest, _)| digest)
}

/// The stored detail is not what [`object`] writes.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the detail of an act is damaged at byte {at}: expected {expected}")]
pub struct ParseError {
    /// Byte offset in the text.
    pub at: usize,
    /// What should have stood there.
    pub expected: &'static str,
}

pub(crate) fn parse(json: &str) -> Result<BTreeMap<String, Fact>, ParseError> {
    let mut p = Parser { text: json, at: 0 };
    let mut out = BTreeMap::new();
    p.expect('{', "an opening brace")?;
    if p.take('}') {
        return Ok(out);
    }
    loop {
        let name = p.string()?;
        p.expect(':', "a colon")?;
        out.insert(name, p.fact()?);
        if p.take('}') {
            return if p.at == json.len() {
                Ok(out)
            } else {
                Err(p.fail("the end"))
            };
        }
        p.expect(',', "a comma or a closing brace")?;
    }
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }
    fn fail(&self, expected: &'static str) -> ParseError {
        ParseError {
            at: self.at,
            expected,
        }
    }
    fn take(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        if found {
            self.at += c.len_utf8();
        }
        found
    }
    fn expect(&mut self, c: char, expected: &'static str) -> Result<(), ParseError> {
        if self.take(c) {
            Ok(())
        } else {
            Err(self.fail(expected))
        }
    }
    fn word(&mut self, word: &str) -> bool {
        let found = self.rest().starts_with(word);
        if found {
            self.at += word.len();
        }
        found
    }
    fn fact(&mut self) -> Result<Fact, ParseError> {
        if self.rest().starts_with('"') {
            return self.string().map(Fact::Text);
        }
        if self.word("true") {
            return Ok(Fact::Flag(true));
        }
        if self.word("false") {
            return Ok(Fact::Flag(false));
        }
        let len = self
            .rest()
            .find(|c: char| !(c.is_ascii_digit() || c == '-'))
            .unwrap_or(self.rest().len());
        let number = self.rest()[..len].parse().map_err(|_| self.fail("a value"))?;
        self.at += len;
        Ok(Fact::Int(number))
    }
    fn string(&mut self) -> Result<String, ParseError> {
        self.expect('"', "an opening quote")?;
        let mut out = String::new();
        loop {
            let c = self
                .rest()
                .chars()
                .next()
                .ok_or_else(|| self.fail("a closing quote"))?;
            self.at += c.len_utf8();
            match c {
                '"' => return Ok(out),
                '\\' => out.push(self.escape()?),
                c => out.push(c),
            }
        }
    }
    fn escape(&mut self) -> Result<char, ParseError> {
        let c = self.rest().chars().next().ok_or_else(|| self.fail("an escape"))?;
        self.at += c.len_utf8();
        Ok(match c {
            '"' | '\\' | '/' => c,
            'b' => '\u{8}',
            't' => '\t',
            'n' => '\n',
            'f' => '\u{c}',
            'r' => '\r',
            'u' => {
                let digits = self
                    .rest()
                    .get(..4)
                    .ok_or_else(|| self.fail("four hexadecimal digits"))?;
                let code =
                    u32::from_str_radix(digits, 16).map_err(|_| self.fail("four hexadecimal digits"))?;
                self.at += 4;
                char::from_u32(code).ok_or_else(|| self.fail("a character"))?
            }
            _ => return Err(self.fail("an escape")),
        })
    }
}
