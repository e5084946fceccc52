//! The sheet that charts are drawn on: it mirrors, escapes and rounds, so that a chart need not.

use crate::markup::{escaped, name, px};

/// Width of every chart in user units.
pub(crate) const WIDTH: f64 = 360.0;
/// Size of ordinary text.
pub(crate) const TEXT: f64 = 14.0;
/// From one line of text to the next.
pub(crate) const LINE: f64 = 19.0;

/// Colours that hold without CSS; all at least 5 to 1 against white.
const COLOURS: [&str; 6] = ["#b3261e", "#1e5a8a", "#1f6b4a", "#8a5a00", "#7a3e9d", "#3d4a1f"];
/// Lines over the colour, as path and width, in a square of 8. The first series is plain.
const PATTERNS: [(&str, f64); 6] = [
    ("", 0.0),
    ("M-2 2L2 -2M0 8L8 0M6 10L10 6", 2.0),
    ("M0 2H8M0 6H8", 1.5),
    ("M-2 6L2 10M0 0L8 8M6 -2L10 2", 2.0),
    ("M2 0V8M6 0V8", 1.5),
    ("M0 4H8M4 0V8", 1.5),
];

/// Where a text is tied to its point, in reading direction.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// A rectangle in reading direction: `x` grows the way people read.
#[derive(Clone, Copy)]
pub(crate) struct Area {
    pub x: f64,
    pub y: f64,
    pub width: f64,
    pub height: f64,
}

/// An SVG element in the making.
pub(crate) struct Canvas {
    id: String,
    title: String,
    description: String,
    rtl: bool,
    pub width: f64,
    patterns: Vec<usize>,
    body: String,
}

impl Canvas {
    pub(crate) fn new(id: &str, title: &str, description: &str, rtl: bool) -> Self {
        Self {
            id: name(id).replace(' ', "-"),
            title: title.to_owned(),
            description: description.to_owned(),
            rtl,
            width: WIDTH,
            patterns: Vec::new(),
            body: String::new(),
        }
    }

    /// Adds finished markup.
    pub(crate) fn raw(&mut self, markup: &str) {
        self.body += markup;
    }

    /// A plain rectangle with a class and the fill that holds without CSS.
    pub(crate) fn rect(&mut self, area: Area, class: &str, paint: &str) {
        let x = if self.rtl {
            self.width - area.x - area.width
        } else {
            area.x
        };
        self.body += &format!(
            "<rect class=\"{}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {paint}/>",
            name(class),
            px(x),
            px(area.y),
            px(area.width),
            px(area.height)
        );
    }

    /// A rectangle in the colour and pattern of a series.
    pub(crate) fn mark(&mut self, area: Area, class: &str, series: usize) {
        let (colour, pattern) = (
            series % COLOURS.len(),
            (series + series / COLOURS.len()) % PATTERNS.len(),
        );
        let fill = format!("fill=\"{}\"", COLOURS[colour]);
        self.rect(area, &format!("{class} c{}", colour + 1), &fill);
        if pattern > 0 {
            if !self.patterns.contains(&pattern) {
                self.patterns.push(pattern);
            }
            let fill = format!("fill=\"url(#{}-p{pattern})\"", self.id);
            self.rect(area, "hatch", &fill);
        }
    }

    /// The ground of a bar: how long it could be.
    pub(crate) fn track(&mut self, area: Area) {
        self.rect(area, "track", "fill=\"currentColor\" fill-opacity=\"0.08\"");
    }

    /// A dashed outline for what is unknown or hidden.
    pub(crate) fn missing(&mut self, area: Area) {
        // Half a line inside, so that the outline does not grow beyond the area.
        let inner = Area {
            x: area.x + 0.5,
            y: area.y + 0.5,
            width: (area.width - 1.0).max(0.0),
            height: (area.height - 1.0).max(0.0),
        };
        self.rect(
            inner,
            "missing",
            "fill=\"none\" stroke=\"currentColor\" stroke-opacity=\"0.55\" stroke-dasharray=\"3 3\"",
        );
    }

    /// One line of text; `y` is its baseline.
    pub(crate) fn text(&mut self, x: f64, y: f64, anchor: Anchor, class: &str, text: &str) {
        let x = if self.rtl { self.width - x } else { x };
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let size = if class == "small" { " font-size=\"12\"" } else { "" };
        let weight = if class == "value" {
            " font-weight=\"700\""
        } else {
            ""
        };
        self.body += &format!(
            "<text class=\"{class}\" x=\"{}\" y=\"{}\" text-anchor=\"{anchor}\"{size}{weight}>{}</text>",
            px(x),
            px(y),
            escaped(text)
        );
    }

    /// Lines of text from `y` (the baseline of the first) on; the baseline of the last.
    pub(crate) fn lines(&mut self, x: f64, y: f64, room: f64, text: &str) -> f64 {
        let lines = wrapped(text, room);
        let last = y + LINE * (lines.len().saturating_sub(1)) as f64;
        for (line, at) in lines.iter().zip(0..) {
            self.text(x, y + LINE * f64::from(at), Anchor::Start, "label", line);
        }
        last
    }

    /// The finished element. `role` is `img`, or `group` if there is something to press inside.
    pub(crate) fn finish(self, class: &str, role: &str, height: f64) -> String {
        let id = &self.id;
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"{class}\" role=\"{role}\" \
             aria-labelledby=\"{id}-title\" aria-describedby=\"{id}-desc\" viewBox=\"0 0 {} {}\" width=\"100%\" \
             font-size=\"14\" fill=\"currentColor\" direction=\"{}\"><title id=\"{id}-title\">{}</title>\
             <desc id=\"{id}-desc\">{}</desc>",
            px(self.width),
            px(height),
            if self.rtl { "rtl" } else { "ltr" },
            escaped(&self.title),
            escaped(&self.description),
        );
        if !self.patterns.is_empty() {
            svg += "<defs>";
            for pattern in &self.patterns {
                let (path, width) = PATTERNS[*pattern];
                svg += &format!(
                    "<pattern id=\"{id}-p{pattern}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
                     <path class=\"hatch\" d=\"{path}\" fill=\"none\" stroke=\"#fff\" stroke-opacity=\"0.6\" \
                     stroke-width=\"{}\"/></pattern>",
                    px(width)
                );
            }
            svg += "</defs>";
        }
        svg + &self.body + "</svg>"
    }
}

/// About how wide a text is at the ordinary size. We measure no fonts; the guess is on the wide side,
/// so that texts do not run into each other.
pub(crate) fn width_of(text: &str) -> f64 {
    let em = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | ' ' | '!' => 0.33,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.95,
        // Combining marks of the Latin and Arabic scripts take no room.
        '\u{300}'..='\u{36F}' | '\u{64B}'..='\u{65F}' => 0.0,
        c if c.is_ascii_uppercase() => 0.72,
        c if c < '\u{1100}' => 0.6,
        _ => 1.05,
    };
    text.chars().map(em).sum::<f64>() * TEXT
}

/// The text in lines of at most `room`, broken at spaces, or anywhere if a word is longer than that.
/// Scripts without spaces break between any two characters.
pub(crate) fn wrapped(text: &str, room: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in text.split_whitespace().flat_map(pieces) {
        let line = lines.last_mut().filter(|line| !line.is_empty());
        match line {
            Some(line) if piece == " " || width_of(line) + width_of(piece.trim_end()) <= room => {
                line.push_str(&piece)
            }
            _ => break_in(&mut lines, &piece, room),
        }
    }
    lines.iter().map(|line| line.trim().to_owned()).collect()
}

/// Puts a piece on a new line, and on more where it is too long for one.
fn break_in(lines: &mut Vec<String>, piece: &str, room: f64) {
    let mut line = String::new();
    for c in piece.chars() {
        if !line.is_empty() && width_of(&line) + width_of(c.encode_utf8(&mut [0; 4])) > room {
            lines.push(std::mem::take(&mut line));
        }
        line.push(c);
    }
    lines.push(line);
    lines.retain(|line| !line.is_empty());
}

/// A word with its space, or its characters if its script breaks anywhere.
fn pieces(word: &str) -> Vec<String> {
    if word
        .chars()
        .any(|c| ('\u{2E80}'..='\u{9FFF}').contains(&c) || c >= '\u{20000}')
    {
        word.chars()
            .map(String::from)
            .chain(std::iter::once(" ".to_owned()))
            .collect()
    } else {
        vec![format!("{word} ")]
    }
}
