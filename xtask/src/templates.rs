//! Templates hold no words of their own: what people read comes from the message catalogues, in every language.
//!
//! Looked at are the text between tags, the attributes that are read out or shown, and sentences given to a component
//! as an argument. Two words or more count; one alone is often a name or a unit.

use crate::workspace;

/// Names that are the same in every language.
const NAMES: [&str; 10] = [
    "Kapok",
    "GeoReport",
    "Atom",
    "JSON",
    "Feed",
    "GeoJSON",
    "CSV",
    "iCalendar",
    "Apache",
    "OpenAPI",
];

/// Attributes that people hear or see.
const READ_OUT: [&str; 7] = [
    "aria-label",
    "aria-description",
    "aria-roledescription",
    "title",
    "alt",
    "placeholder",
    "label",
];

/// Elements whose content is not language.
const NOT_LANGUAGE: [&str; 5] = ["script", "style", "code", "kbd", "samp"];

/// One line per text that is written into a template.
pub fn problems() -> Result<Vec<String>, String> {
    let mut problems = Vec::new();
    for path in workspace::files(&workspace::root().join("crates"), &["html"])? {
        if path.components().any(|part| part.as_os_str() == "templates") {
            let place = workspace::shown(&path);
            let found = hard_coded(&workspace::read(&path)?);
            problems.extend(
                found
                    .iter()
                    .map(|(line, text)| format!("{place}:{line}: \"{text}\"")),
            );
        }
    }
    Ok(problems)
}

/// The texts in a template that should be messages, each with its line.
fn hard_coded(template: &str) -> Vec<(usize, String)> {
    let (html, arguments) = without_expressions(template);
    let mut found: Vec<_> = arguments
        .into_iter()
        .filter(|(_, text)| is_sentence(text))
        .collect();
    found.extend(texts(&html).into_iter().filter(|(_, text)| is_language(text)));
    found.sort();
    found
        .into_iter()
        .map(|(line, text)| (line, text.split_whitespace().collect::<Vec<_>>().join(" ")))
        .collect()
}

/// The HTML with a blank for each expression, statement and comment of the template language, and the texts in quotes
/// inside them. Line breaks stay, so that lines keep their numbers.
fn without_expressions(template: &str) -> (String, Vec<(usize, String)>) {
    let mut html = String::new();
    let mut quoted = Vec::new();
    let mut rest = template;
    let mut line = 1;
    while let Some(start) = ["{{", "{%", "{#"].iter().filter_map(|open| rest.find(open)).min() {
        let close = match &rest[start..start + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        let length = rest[start..]
            .find(close)
            .map_or(rest.len() - start, |end| end + 2);
        let inside = &rest[start..start + length];
        html.push_str(&rest[..start]);
        html.push(' ');
        html.extend(inside.chars().filter(|c| *c == '\n'));
        line += lines(&rest[..start]);
        if close != "#}" {
            let texts = inside.split('"').skip(1).step_by(2);
            quoted.extend(texts.map(|text| (line, text.to_owned())));
        }
        line += lines(inside);
        rest = &rest[start + length..];
        if names_classes(inside) {
            rest = rest.find("{%").map_or("", |end| &rest[end..]);
        }
    }
    html.push_str(rest);
    (html, quoted)
}

/// Whether this opens a block of class names (`{% block main_class %}`), which a page writes outside of any tag.
fn names_classes(statement: &str) -> bool {
    let words = statement
        .trim_matches(['{', '%', '-', '}', ' '])
        .split_whitespace()
        .collect::<Vec<_>>();
    matches!(words[..], ["block", name] if name.ends_with("_class"))
}

/// The texts of an HTML file that people read, each with the line it begins on.
fn texts(html: &str) -> Vec<(usize, String)> {
    let mut texts = Vec::new();
    let mut rest = html;
    let mut line = 1;
    while !rest.is_empty() {
        let (length, text) = if rest.starts_with("<!--") {
            (rest.find("-->").map_or(rest.len(), |end| end + 3), None)
        } else if rest.starts_with('<') {
            let length = tag_length(rest);
            let tag = &rest[..length];
            texts.extend(read_out(tag).into_iter().map(|text| (line, text)));
            (length + content_not_language(tag, &rest[length..]), None)
        } else {
            let length = rest.find('<').unwrap_or(rest.len());
            (length, Some(&rest[..length]))
        };
        if let Some(text) = text {
            let blank = text.len() - text.trim_start().len();
            texts.push((line + lines(&text[..blank]), text.to_owned()));
        }
        line += lines(&rest[..length]);
        rest = &rest[length..];
    }
    texts
}

/// The length of a tag, up to the `>` that stands in no quotes.
fn tag_length(tag: &str) -> usize {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    tag.len()
}

/// How much behind a tag is its content and not language.
fn content_not_language(tag: &str, behind: &str) -> usize {
    let name = tag[1..]
        .split(|c: char| !c.is_ascii_alphanumeric())
        .next()
        .unwrap_or_default();
    if NOT_LANGUAGE.contains(&name) {
        return behind.find(&format!("</{name}")).unwrap_or(behind.len());
    }
    0
}

/// The values of the attributes that people hear or see.
fn read_out(tag: &str) -> Vec<String> {
    let value = |name: &str| {
        let (_, behind) = tag.split_once(&format!(" {name}=\""))?;
        behind.split('"').next().map(str::to_owned)
    };
    READ_OUT.iter().filter_map(|name| value(name)).collect()
}

/// Whether a text is language: two words, or a word in another script.
fn is_language(text: &str) -> bool {
    let (mut words, mut foreign) = (0, 0);
    let plain = without_entities(&without_attributes(text));
    // What holds a digit is a code or a standard.
    let tokens = plain
        .split_whitespace()
        .filter(|token| !token.contains(|c: char| c.is_ascii_digit()));
    for word in tokens.flat_map(|token| token.split(|c: char| !c.is_alphabetic())) {
        let latin = word.chars().filter(|c| is_latin(*c)).count();
        foreign += word.chars().count() - latin;
        words += usize::from(latin >= 2 && !NAMES.contains(&word));
    }
    words >= 2 || foreign >= 2
}

/// Whether a text in quotes inside an expression is a sentence for people, and not a class or a key.
fn is_sentence(text: &str) -> bool {
    let capital = text.starts_with(char::is_uppercase);
    let foreign = text.chars().any(|c| c.is_alphabetic() && !is_latin(c));
    is_language(text) && (capital || foreign)
}

fn is_latin(c: char) -> bool {
    // Basic Latin to Latin Extended-B, without the two signs among the letters.
    c.is_alphabetic() && c <= '\u{24F}'
}

/// The text without attributes: a macro may write `aria-invalid="true"` for a tag to take in.
fn without_attributes(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, value)) = rest.split_once("=\"") {
        let name = before.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        plain.push_str(&before[..name]);
        rest = value.split_once('"').map_or("", |(_, behind)| behind);
    }
    plain + rest
}

/// The text with a blank for each `&nbsp;` and the like.
fn without_entities(text: &str) -> String {
    let mut plain = String::new();
    let mut parts = text.split('&');
    plain.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let named = part
            .split_once(';')
            .filter(|(name, _)| name.chars().all(|c| c.is_alphanumeric() || c == '#'));
        plain.push(' ');
        plain.push_str(named.map_or(part, |(_, rest)| rest));
    }
    plain
}

fn lines(text: &str) -> usize {
    text.matches('\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_template_has_words_of_its_own() {
        let problems = problems().unwrap();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }

    #[test]
    fn words_between_tags_in_attributes_and_in_arguments_are_found_with_their_line() {
        for (template, line, text) in [
            ("<p>\n  Tell the city</p>", 2, "Tell the city"),
            ("<p>Hello {{ name }} again</p>", 1, "Hello again"),
            ("{#\n#}<a aria-label=\"Main menu\">", 2, "Main menu"),
            (
                "{{ ui::field(\"place\",\n \"Where is it?\") }}",
                1,
                "Where is it?",
            ),
            ("<p>街道</p>", 1, "街道"),
            ("<p>Qué pasó</p>", 1, "Qué pasó"),
            ("<!-- a comment\n --><b title='x > y'>Two words", 2, "Two words"),
        ] {
            assert_eq!(hard_coded(template), [(line, text.to_owned())], "{template}");
        }
    }

    #[test]
    fn keys_classes_code_names_and_comments_are_not_words() {
        for template in [
            "<p class=\"lead wide\">{{ c.t.say_title() }} &nbsp; · {{ n }} km</p>",
            "{# Words for whoever reads this. #}<!-- Two words -->",
            "<style>a b { color: red }</style><script>let a = 'two words';</script><code>cargo run now</code>",
            "{% if c.active == \"home\" %}{{ ui::card(\"card wide\") }}{% endif %}",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<p>Kapok Open311 GeoReport</p>{{ ui::code(\"KPK-47R-9TX\") }}",
            "{% block main_class %}wrap wide dense{% endblock %}",
            "{% if bad %} aria-describedby=\"{{ id }}-hint {{ id }}-error\" aria-invalid=\"true\"{% endif %}",
            "<svg><path d=\"M1 2 L3 4\"/></svg> – {{ c.city }}",
        ] {
            assert_eq!(hard_coded(template), [], "{template}");
        }
    }
}
