//! Pictures of a report: bars for counts and prices, dots with intervals for scores and severities.
//!
//! One line each, the name before it. Every picture has a title and a description, prints its numbers, reads from right to
//! left where the language does, and has the table below it with the same facts.

use std::fmt::Write as _;

/// Most lines a picture shows; the table below has them all.
pub const MOST: usize = 45;

const WIDTH: f64 = 360.0;
const NAMES: f64 = 118.0;
const NUMBERS: f64 = 52.0;
const LINE: f64 = 19.0;

/// How the lines are drawn.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    /// Bars from zero.
    Bars,
    /// Dots with intervals, on a scale that fits them.
    Dots,
    /// Dots with intervals on both sides of a line at zero.
    Around,
    /// Dots with intervals, on a scale from zero.
    Counts,
    /// Strips in parts, the first darkest; a dashed line halfway.
    Parts,
}

/// One line.
pub struct Line {
    /// Its name.
    pub name: String,
    /// Where the bar ends or the dot stands.
    pub value: f64,
    /// The interval around the dot.
    pub range: Option<(f64, f64)>,
    /// Lengths of the parts of a strip.
    pub parts: Vec<f64>,
    /// The number as it is printed.
    pub text: String,
}

impl Line {
    /// A line with a number.
    pub fn new(name: impl Into<String>, value: f64, text: String) -> Self {
        Self {
            name: name.into(),
            value,
            range: None,
            parts: Vec::new(),
            text,
        }
    }

    /// With an interval.
    pub fn within(mut self, low: f64, high: f64) -> Self {
        self.range = Some((low, high));
        self
    }
}

/// A picture.
pub struct Picture {
    /// Its title.
    pub title: String,
    /// What it shows, in a sentence.
    pub what: String,
    /// How.
    pub shape: Shape,
    /// Its lines, from the top.
    pub lines: Vec<Line>,
}

impl Picture {
    /// The SVG element. `id` differs between pictures of a page; `rtl` mirrors it.
    pub fn svg(&self, id: &str, rtl: bool) -> String {
        let shown = &self.lines[..self.lines.len().min(MOST)];
        let (least, most) = self.scale(shown);
        let height = LINE * shown.len() as f64 + 4.0;
        let (from, to) = (NAMES + 6.0, WIDTH - NUMBERS - 6.0);
        let place = |value: f64| from + (to - from) * (value - least) / (most - least);
        let turn = |x: f64| if rtl { WIDTH - x } else { x };
        let mut svg = format!(
            "<svg class=\"chart\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
             <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
            escaped(&self.title),
            escaped(&self.what),
        );
        // Writing to a string cannot fail, here and below.
        let dashed = match self.shape {
            Shape::Around => Some(0.0),
            Shape::Bars if least < 0.0 => Some(0.0),
            Shape::Parts => Some(0.5),
            _ => None,
        };
        if let Some(at) = dashed {
            let x = turn(place(at));
            let _ = write!(
                svg,
                "<path d=\"M{x:.1} 0V{height:.0}\" stroke=\"currentColor\" stroke-width=\"1\" stroke-dasharray=\"3 3\" fill=\"none\"/>"
            );
        }
        for (row, line) in shown.iter().enumerate() {
            let y = LINE * row as f64 + 13.0;
            let middle = y - 4.0;
            let _ = write!(
                svg,
                "<text class=\"small\" x=\"{:.1}\" y=\"{y:.1}\">{}</text>",
                turn(0.0),
                escaped(&short(&line.name)),
            );
            let _ = write!(
                svg,
                "<text class=\"small\" x=\"{:.1}\" y=\"{y:.1}\" text-anchor=\"end\">{}</text>",
                turn(WIDTH),
                escaped(&line.text),
            );
            let x = turn(place(line.value));
            if self.shape == Shape::Parts {
                svg += &strip(&line.parts, middle, (from, to), turn);
                continue;
            }
            if self.shape == Shape::Bars {
                let zero = turn(place(0.0));
                let _ = write!(
                    svg,
                    "<rect class=\"bar c1\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"11\"/>",
                    x.min(zero),
                    middle - 5.5,
                    (x - zero).abs(),
                );
                continue;
            }
            if let Some((low, high)) = line.range {
                let (a, b) = (turn(place(low)), turn(place(high)));
                let _ = write!(
                    svg,
                    "<path d=\"M{a:.1} {middle:.1}H{b:.1}M{a:.1} {:.1}v6M{b:.1} {:.1}v6\" stroke=\"currentColor\" stroke-width=\"1.5\" fill=\"none\"/>",
                    middle - 3.0,
                    middle - 3.0,
                );
            }
            let _ = write!(
                svg,
                "<circle class=\"bar c1\" cx=\"{x:.1}\" cy=\"{middle:.1}\" r=\"4\"/>"
            );
        }
        svg += "</svg>";
        svg
    }

    /// Ends of the scale, never the same.
    fn scale(&self, shown: &[Line]) -> (f64, f64) {
        let ends = shown.iter().flat_map(|line| {
            [
                line.value,
                line.range.map_or(line.value, |r| r.0),
                line.range.map_or(line.value, |r| r.1),
            ]
        });
        let (mut least, mut most) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| {
            (a.min(v), b.max(v))
        });
        match self.shape {
            Shape::Bars => (least, most) = (least.min(0.0), most.max(0.0)),
            Shape::Around => {
                most = most.abs().max(least.abs());
                least = -most;
            }
            Shape::Counts => (least, most) = (0.0, most.max(1.0)),
            Shape::Parts => (least, most) = (0.0, 1.0),
            Shape::Dots => {}
        }
        if most - least < 1e-12 {
            most = least + 1.0;
        }
        (least, most)
    }
}

/// A strip in parts, the first darkest.
fn strip(parts: &[f64], middle: f64, (from, to): (f64, f64), turn: impl Fn(f64) -> f64) -> String {
    let all: f64 = parts.iter().sum::<f64>().max(1e-12);
    let (mut svg, mut at) = (String::new(), from);
    for (place, part) in parts.iter().enumerate() {
        let length = (to - from) * part / all;
        let (a, b) = (turn(at), turn(at + length));
        at += length;
        let dark = 0.9 - 0.8 * place as f64 / (parts.len().max(2) - 1) as f64;
        let _ = write!(
            svg,
            "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"11\" fill=\"currentColor\" fill-opacity=\"{dark:.2}\" stroke=\"currentColor\" stroke-width=\"0.5\"/>",
            a.min(b),
            middle - 5.5,
            (a - b).abs(),
        );
    }
    svg
}

/// A name that fits before its line.
fn short(name: &str) -> String {
    let width = |c: char| if c as u32 >= 0x2E80 { 12.0 } else { 6.6 };
    let whole: f64 = name.chars().map(width).sum();
    if whole <= NAMES {
        return name.to_owned();
    }
    let mut room = NAMES - 10.0;
    let start: String = name
        .chars()
        .take_while(|c| {
            room -= width(*c);
            room >= 0.0
        })
        .collect();
    format!("{}…", start.trim_end())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(shape: Shape) -> Picture {
        let line = |name: &str, value: f64| Line {
            parts: vec![1.0, 3.0],
            ..Line::new(name, value, format!("{value}")).within(value - 1.0, value + 1.0)
        };
        Picture {
            title: "a < b".to_owned(),
            what: "two lines".to_owned(),
            shape,
            lines: vec![
                line("one", 2.0),
                line("a name that is far too long to stand here", -1.0),
            ],
        }
    }

    #[test]
    fn a_picture_says_what_it_is_prints_its_numbers_and_escapes_them() {
        let svg = picture(Shape::Around).svg("p1", false);
        assert!(svg.contains("<title id=\"p1-t\">a &lt; b</title><desc id=\"p1-d\">two lines</desc>"));
        assert!(
            svg.contains(">2</text>") && svg.contains("a name that is f"),
            "{svg}"
        );
        assert!(!svg.contains("far too long"), "{svg}");
    }

    #[test]
    fn right_to_left_is_the_mirror_image() {
        let at = |svg: &str| -> f64 {
            let start = svg.find("cx=\"").unwrap() + 4;
            svg[start..].split('"').next().unwrap().parse().unwrap()
        };
        let (left, right) = (
            picture(Shape::Dots).svg("p", false),
            picture(Shape::Dots).svg("p", true),
        );
        assert!((at(&left) + at(&right) - WIDTH).abs() < 0.11);
    }

    #[test]
    fn equal_values_and_values_below_zero_have_a_place() {
        for shape in [
            Shape::Bars,
            Shape::Dots,
            Shape::Around,
            Shape::Counts,
            Shape::Parts,
        ] {
            let mut flat = picture(shape);
            flat.lines
                .iter_mut()
                .for_each(|line| (line.value, line.range) = (0.0, None));
            assert!(!flat.svg("p", false).contains("NaN"));
            assert!(!picture(shape).svg("p", false).contains("width=\"-"));
        }
    }
}
