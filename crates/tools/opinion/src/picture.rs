//! The map as SVG: a mark per place, by group a colour and a shape, larger where several people stand together.

use std::collections::BTreeMap;
use std::fmt::Write;

use kapok_opinion::map::Map;

/// Colours of the groups: variables of the style sheet, so that they suit light and dark.
const COLOURS: [&str; 9] = [
    "--weighed",
    "--kapok",
    "--done",
    "--decided",
    "--heard",
    "--shared",
    "--ink",
    "--edge",
    "--seq-4",
];
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 440.0;
const MARGIN: f64 = 24.0;
/// Side of the squares in which people are put together.
const CELL: f64 = 9.0;

/// The drawing. `title` and `description` are read out.
pub fn picture(map: &Map, title: &str, description: &str) -> String {
    let mut svg = format!(
        "<svg class=\"chart\" style=\"max-inline-size:52rem\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" \
         aria-labelledby=\"map-title map-description\"><title id=\"map-title\">{}</title><desc id=\"map-description\">{}</desc>",
        escaped(title),
        escaped(description)
    );
    let scale = Scale::new(map);
    let [x, y] = scale.place([0.0, 0.0]);
    let axes = "style=\"stroke:var(--line);stroke-width:1\"";
    let _ = write!(
        svg,
        "<line x1=\"{MARGIN}\" x2=\"{}\" y1=\"{y:.1}\" y2=\"{y:.1}\" {axes}/>",
        WIDTH - MARGIN
    );
    let _ = write!(
        svg,
        "<line y1=\"{MARGIN}\" y2=\"{}\" x1=\"{x:.1}\" x2=\"{x:.1}\" {axes}/>",
        HEIGHT - MARGIN
    );
    for ((group, column, row), people) in cells(map, &scale) {
        let place = [(f64::from(column) + 0.5) * CELL, (f64::from(row) + 0.5) * CELL];
        let size = (2.2 + 1.5 * (f64::from(people) - 1.0).sqrt()).min(11.0);
        svg.push_str(&mark(group, place, size));
    }
    for (at, group) in map.groups.iter().enumerate() {
        let [x, y] = scale.place(group.centre);
        let _ = write!(
            svg,
            "<text x=\"{x:.1}\" y=\"{:.1}\" text-anchor=\"middle\" style=\"font-weight:700;font-size:26px;paint-order:stroke;\
             stroke:var(--paper);stroke-width:6px\">{}</text>",
            y + 9.0,
            letter(at)
        );
    }
    svg.push_str("</svg>");
    svg
}

/// A small mark of a group, for tables.
pub fn key(group: Option<usize>) -> String {
    format!(
        "<svg viewBox=\"0 0 16 16\" width=\"16\" height=\"16\" aria-hidden=\"true\">{}</svg>",
        mark(group, [8.0, 8.0], 6.0)
    )
}

/// The name of a group.
pub fn letter(group: usize) -> String {
    u8::try_from(group).ok().filter(|group| *group < 26).map_or_else(
        || (group + 1).to_string(),
        |group| char::from(b'A' + group).to_string(),
    )
}

/// One bar: agrees, disagrees and passes of one group, on the ground of all its votes. It begins where the reader's lines
/// begin.
pub fn bar(agree: u64, disagree: u64, pass: u64, right_to_left: bool) -> String {
    let whole = (agree + disagree + pass).max(1);
    let width = |part: u64| part * 1000 / whole;
    let (first, second) = (width(agree), width(disagree));
    let side = if right_to_left {
        "<g transform=\"matrix(-1 0 0 1 1000 0)\">"
    } else {
        "<g>"
    };
    format!(
        "<svg viewBox=\"0 0 1000 60\" preserveAspectRatio=\"none\" style=\"inline-size:100%;block-size:14px;display:block\">{side}\
         <rect width=\"1000\" height=\"60\" style=\"fill:var(--line)\"/>\
         <rect width=\"{first}\" height=\"60\" style=\"fill:var(--good)\"/>\
         <rect x=\"{first}\" y=\"14\" width=\"{second}\" height=\"32\" style=\"fill:var(--kapok)\"/></g></svg>"
    )
}

/// From places on the map to places in the drawing.
struct Scale {
    low: [f64; 2],
    step: f64,
}

impl Scale {
    fn new(map: &Map) -> Self {
        let places = || {
            map.participants
                .iter()
                .filter(|one| shown(map, one))
                .map(|one| [one.x, one.y])
        };
        let end = |axis: usize, pick: fn(f64, f64) -> f64, start: f64| {
            places().map(|place| place[axis]).fold(start, pick)
        };
        let low = [end(0, f64::min, -0.5), end(1, f64::min, -0.5)];
        let high = [end(0, f64::max, 0.5), end(1, f64::max, 0.5)];
        let step =
            ((WIDTH - 2.0 * MARGIN) / (high[0] - low[0])).min((HEIGHT - 2.0 * MARGIN) / (high[1] - low[1]));
        // The cloud stands in the middle of the drawing.
        let spare =
            |axis: usize, whole: f64| ((whole - 2.0 * MARGIN) / step - (high[axis] - low[axis])) / 2.0;
        Self {
            low: [low[0] - spare(0, WIDTH), low[1] - spare(1, HEIGHT)],
            step,
        }
    }

    fn place(&self, point: [f64; 2]) -> [f64; 2] {
        [
            MARGIN + (point[0] - self.low[0]) * self.step,
            HEIGHT - MARGIN - (point[1] - self.low[1]) * self.step,
        ]
    }
}

/// Whether a person is drawn: those who voted often enough to be compared.
fn shown(map: &Map, person: &kapok_opinion::map::Participant) -> bool {
    person.group.is_some() || (map.groups.is_empty() && person.votes >= map.totals.votes_needed)
}

/// People put together by group and square.
fn cells(map: &Map, scale: &Scale) -> BTreeMap<(Option<usize>, i32, i32), u32> {
    let mut cells = BTreeMap::new();
    for person in map.participants.iter().filter(|person| shown(map, person)) {
        let [x, y] = scale.place([person.x, person.y]);
        let group = person
            .group
            .and_then(|id| map.groups.iter().position(|group| group.id == id));
        #[expect(
            clippy::cast_possible_truncation,
            reason = "places in the drawing are below a thousand"
        )]
        let cell = |place: f64| (place / CELL).floor() as i32;
        *cells.entry((group, cell(x), cell(y))).or_insert(0) += 1;
    }
    cells
}

/// A mark: its shape says the group as well as its colour does.
fn mark(group: Option<usize>, [x, y]: [f64; 2], size: f64) -> String {
    let colour = group.map_or("--ink-2", |group| COLOURS[group % COLOURS.len()]);
    let style = format!("style=\"fill:var({colour});fill-opacity:.8\"");
    let corners: &[(f64, f64)] = match group.unwrap_or(0) % COLOURS.len() {
        0 => return format!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{size:.1}\" {style}/>"),
        1 => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        2 => &[(0.0, -1.2), (1.1, 0.9), (-1.1, 0.9)],
        3 => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
        4 => &[(0.0, 1.2), (1.1, -0.9), (-1.1, -0.9)],
        5 => &[(-1.3, -0.4), (1.3, -0.4), (1.3, 0.4), (-1.3, 0.4)],
        6 => &[(-0.4, -1.3), (0.4, -1.3), (0.4, 1.3), (-0.4, 1.3)],
        7 => &[
            (-1.2, 0.0),
            (-0.6, -1.0),
            (0.6, -1.0),
            (1.2, 0.0),
            (0.6, 1.0),
            (-0.6, 1.0),
        ],
        _ => &[
            (-1.2, -1.2),
            (0.0, -0.4),
            (1.2, -1.2),
            (0.4, 0.0),
            (1.2, 1.2),
            (0.0, 0.4),
            (-1.2, 1.2),
            (-0.4, 0.0),
        ],
    };
    let points: Vec<String> = corners
        .iter()
        .map(|(dx, dy)| format!("{:.1},{:.1}", x + dx * size, y + dy * size))
        .collect();
    format!("<polygon points=\"{}\" {style}/>", points.join(" "))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
