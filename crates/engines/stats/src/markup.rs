//! The few rules of writing HTML and SVG by hand.

/// Text for element content or a quoted attribute. Characters that XML forbids become U+FFFD.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // Also \r, which a parser would change to \n.
            '\u{0}'..='\u{8}' | '\u{B}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{FFFE}' | '\u{FFFF}' => {
                safe.push('\u{FFFD}');
            }
            other => safe.push(other),
        }
    }
    safe
}

/// A name for ids and classes: letters, digits, `_`, `-` and, between class names, spaces.
pub(crate) fn name(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ') {
                c
            } else {
                '-'
            }
        })
        .collect()
}

/// A length with one decimal, never `-0.0`, the same on every machine.
pub(crate) fn px(length: f64) -> String {
    let tenths = (length * 10.0).round();
    format!("{:.1}", if tenths == 0.0 { 0.0 } else { tenths / 10.0 })
}
