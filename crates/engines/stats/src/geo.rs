//! Plane maps as SVG: areas and points with their names, numbers and links, and the same facts as a
//! table. No tiles, no requests.
//!
//! The projection is the equidistant cylindrical one with the middle latitude of the map as true to
//! scale (Snyder, "Map projections: a working manual", U.S. Geological Survey Professional Paper
//! 1395 (1987), page 90): right for a city or a country. Shapes across the 180th meridian are not
//! joined. Maps are not mirrored for right-to-left pages, their words are.
//!
//! Classes for the page's CSS, besides those of [`crate::chart`]: `map`, `area`, `marker`, `halo` (text
//! over shapes: give it a `stroke` in the colour of the ground, three units wide, painted first).

use std::collections::BTreeSet;

use crate::chart::canvas::{Canvas, TEXT, WIDTH, width_of};
use crate::chart::{Chart, ChartError, Frame, facts};
use crate::known::Known;
use crate::link::Link;
use crate::markup::{escaped, name, px};
use crate::table::{Cell, Row, Table};
use crate::words::Words;

/// Room around the shapes, enough for the largest marker.
const EDGE: f64 = 18.0;
/// Tallest map, so that a narrow country does not fill three screens.
const TALLEST: f64 = 540.0;
/// Radius of the smallest and the largest marker.
const RADII: (f64, f64) = (4.0, 16.0);

/// A place on the globe, in degrees; east and north are positive.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Longitude, -180 to 180.
    pub lon: f64,
    /// Latitude, -90 to 90.
    pub lat: f64,
}

/// An area with its border.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// Its name.
    pub name: String,
    /// Its number.
    pub value: Cell,
    /// Rings of at least three points, first point not repeated; rings within rings are holes.
    pub rings: Vec<Vec<Point>>,
    /// CSS classes, such as the class of its number; may be empty.
    pub class: String,
    /// The page of the area.
    pub link: Option<Link>,
}

/// A point with a count; the circle's area, not its radius, grows with the count.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// Its name.
    pub name: String,
    /// Its count. An unknown count is a dashed circle.
    pub count: Known<i64>,
    /// Where it is.
    pub at: Point,
    /// The page of the place.
    pub link: Option<Link>,
}

/// What a map shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// Drawn first, in this order.
    pub areas: Vec<Area>,
    /// Drawn over the areas, large ones first so that small ones can be pressed.
    pub markers: Vec<Marker>,
}

impl Map {
    /// The map as picture and table. `table` brings caption, unit, n, columns (place and number),
    /// source and note; its rows are made here, areas before markers, in the order given.
    ///
    /// # Errors
    /// [`ChartError::Empty`] without shapes or with other than two columns, [`ChartError::Shape`]
    /// for a place that is not on the globe or a ring without area, [`ChartError::Number`] for a
    /// negative count.
    pub fn draw(&self, mut table: Table, frame: Frame<'_>) -> Result<Chart, ChartError> {
        self.check(&table)?;
        table.rows = self.rows();
        let view = View::of(self.points());
        let description = match frame.description {
            "" => facts(&table, frame.words),
            given => given.to_owned(),
        };
        let mut sheet = Canvas::new(frame.id, &table.caption, &description, frame.rtl);
        for area in &self.areas {
            sheet.raw(&linked(
                &area.link,
                &area.name,
                &area.value,
                frame.words,
                &path(area, &view),
            ));
        }
        let largest = self
            .markers
            .iter()
            .filter_map(|m| m.count.value())
            .max()
            .unwrap_or(0)
            .max(1) as f64;
        let mut markers: Vec<&Marker> = self.markers.iter().collect();
        markers.sort_by_key(|marker| std::cmp::Reverse(marker.count.value())); // stable: ties keep their order
        for marker in markers {
            let circle = circle(marker, &view, largest);
            sheet.raw(&linked(
                &marker.link,
                &marker.name,
                &Cell::Count(marker.count),
                frame.words,
                &circle,
            ));
        }
        for area in &self.areas {
            sheet.raw(&area_label(area, &view, frame.words));
        }
        let pressable = table.rows.iter().any(|row| row.link.is_some());
        let svg = sheet.finish("chart map", if pressable { "group" } else { "img" }, view.height);
        Ok(Chart { svg, table })
    }

    fn rows(&self) -> Vec<Row> {
        let areas = self
            .areas
            .iter()
            .map(|a| Row::new(&a.name, [a.value.clone()]).linked(a.link.clone()));
        let markers = self
            .markers
            .iter()
            .map(|m| Row::new(&m.name, [Cell::Count(m.count)]).linked(m.link.clone()));
        areas.chain(markers).collect()
    }

    fn points(&self) -> impl Iterator<Item = Point> + '_ {
        let rings = self
            .areas
            .iter()
            .flat_map(|area| area.rings.iter().flatten().copied());
        rings.chain(self.markers.iter().map(|marker| marker.at))
    }

    fn check(&self, table: &Table) -> Result<(), ChartError> {
        if table.columns.len() != 2 || self.points().next().is_none() {
            return Err(ChartError::Empty);
        }
        let on_globe = |p: &Point| (-180.0..=180.0).contains(&p.lon) && (-90.0..=90.0).contains(&p.lat);
        for (at, area) in self.areas.iter().enumerate() {
            if area.rings.is_empty()
                || !area
                    .rings
                    .iter()
                    .all(|ring| ring.len() >= 3 && ring.iter().all(on_globe))
            {
                return Err(ChartError::Shape(at));
            }
        }
        for (at, marker) in (self.areas.len()..).zip(&self.markers) {
            if !on_globe(&marker.at) {
                return Err(ChartError::Shape(at));
            }
            if marker.count.value().is_some_and(|count| count < 0) {
                return Err(ChartError::Number { row: at, column: 1 });
            }
        }
        Ok(())
    }
}

/// From degrees to the sheet.
struct View {
    west: f64,
    north: f64,
    /// Units per degree of longitude and of latitude.
    scale: (f64, f64),
    /// Pushes a narrow map to the middle.
    left: f64,
    height: f64,
}

impl View {
    fn of(points: impl Iterator<Item = Point>) -> Self {
        let mut bounds = (f64::MAX, f64::MIN, f64::MAX, f64::MIN);
        for Point { lon, lat } in points {
            bounds = (
                bounds.0.min(lon),
                bounds.1.max(lon),
                bounds.2.min(lat),
                bounds.3.max(lat),
            );
        }
        let (west, east, south, north) = bounds;
        // At a pole the cosine is zero; one point has no size: both get a little.
        let squeeze = f64::midpoint(south, north).to_radians().cos().max(0.01);
        let (wide, tall) = (((east - west) * squeeze).max(1e-6), (north - south).max(1e-6));
        let unit = ((WIDTH - 2.0 * EDGE) / wide).min((TALLEST - 2.0 * EDGE) / tall);
        Self {
            west,
            north,
            scale: (unit * squeeze, unit),
            left: (WIDTH - unit * wide) / 2.0,
            height: unit * tall + 2.0 * EDGE,
        }
    }

    fn place(&self, point: Point) -> (f64, f64) {
        (
            self.left + (point.lon - self.west) * self.scale.0,
            EDGE + (self.north - point.lat) * self.scale.1,
        )
    }
}

fn path(area: &Area, view: &View) -> String {
    let ring = |ring: &Vec<Point>| {
        let points: Vec<String> = ring
            .iter()
            .map(|&point| view.place(point))
            .map(|(x, y)| format!("{} {}", px(x), px(y)))
            .collect();
        format!("M{}Z", points.join("L"))
    };
    let lines: String = area.rings.iter().map(ring).collect();
    let dashes = if area.value.number().is_none() {
        " stroke-dasharray=\"3 3\""
    } else {
        ""
    };
    format!(
        "<path class=\"area {}\" d=\"{lines}\" fill=\"currentColor\" fill-opacity=\"0.12\" fill-rule=\"evenodd\" \
         stroke=\"currentColor\"{dashes}/>",
        name(&area.class)
    )
}

fn circle(marker: &Marker, view: &View, largest: f64) -> String {
    let (x, y) = view.place(marker.at);
    let (class, radius, paint) = match marker.count.value() {
        Some(count) => {
            let radius = RADII.0 + (RADII.1 - RADII.0) * (count as f64 / largest).sqrt();
            (
                "marker bar c1",
                radius,
                "fill=\"#b3261e\" fill-opacity=\"0.75\" stroke=\"#fff\"",
            )
        }
        None => (
            "marker missing",
            RADII.0 + 2.0,
            "fill=\"none\" stroke=\"currentColor\" stroke-dasharray=\"3 3\"",
        ),
    };
    format!(
        "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\" {paint}/>",
        px(x),
        px(y),
        px(radius)
    )
}

/// The shape with its name and number for pointing at, within its link if it has one.
fn linked(link: &Option<Link>, label: &str, value: &Cell, words: &dyn Words, shape: &str) -> String {
    let label = escaped(&format!("{label}: {}", words.cell(value)));
    match link {
        Some(link) => format!(
            "<a href=\"{}\" aria-label=\"{label}\"><title>{label}</title>{shape}</a>",
            escaped(&link.to_string())
        ),
        None => format!("<g><title>{label}</title>{shape}</g>"),
    }
}

/// The name and number in the middle of an area: the name in one line or in two where it fits, else the number alone.
/// Only an area that is too small for a number has its own in the table alone.
fn area_label(area: &Area, view: &View, words: &dyn Words) -> String {
    let rings = area
        .rings
        .iter()
        .map(|ring| ring.iter().map(|&p| view.place(p)).collect::<Vec<_>>());
    let sized = rings.map(|ring| (size_and_middle(&ring), ring));
    let Some(((_, (x, y)), ring)) = sized.max_by(|a, b| a.0.0.total_cmp(&b.0.0)) else {
        return String::new();
    };
    let (west, east) = extent(ring.iter().map(|p| p.0));
    let (north, south) = extent(ring.iter().map(|p| p.1));
    let (room, height) = ((east - west) * 1.1, south - north);
    let value = words.cell(&area.value);
    let name = [vec![area.name.as_str()], halves(&area.name)]
        .into_iter()
        .find(|lines| {
            let high = (lines.len() + 2) as f64 * TEXT;
            lines.iter().all(|line| width_of(line) <= room) && high <= height
        });
    match name {
        Some(lines) => {
            let first = y - 2.0 - (lines.len() - 1) as f64 * TEXT;
            let names = (0..).zip(&lines);
            let names = names.map(|(at, line)| halo("label", x, first + f64::from(at) * TEXT, line));
            names.collect::<String>() + &halo("value", x, y + TEXT, &value)
        }
        None if height >= 1.5 * TEXT && width_of(&value) <= room => halo("value", x, y + TEXT / 3.0, &value),
        None => String::new(),
    }
}

/// A name in two lines, broken at the space nearest to its middle; in one if it has no space.
fn halves(name: &str) -> Vec<&str> {
    let spaces = name.match_indices(' ').map(|(at, _)| at);
    match spaces.min_by_key(|at| (at * 2).abs_diff(name.len())) {
        Some(at) => vec![&name[..at], &name[at + 1..]],
        None => vec![name],
    }
}

fn halo(class: &str, x: f64, y: f64, text: &str) -> String {
    format!(
        "<text class=\"{class} halo\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" stroke=\"none\" \
         stroke-width=\"3\" stroke-linejoin=\"round\" paint-order=\"stroke\" pointer-events=\"none\">{}</text>",
        px(x),
        px(y),
        escaped(text)
    )
}

fn extent(numbers: impl Iterator<Item = f64>) -> (f64, f64) {
    numbers.fold((f64::MAX, f64::MIN), |(low, high), n| (low.min(n), high.max(n)))
}

/// Size and centroid of a polygon by the shoelace formula; the mean of its points if it has no
/// size.
fn size_and_middle(ring: &[(f64, f64)]) -> (f64, (f64, f64)) {
    let mut double = 0.0;
    let mut middle = (0.0, 0.0);
    for (&(x, y), &(next_x, next_y)) in ring.iter().zip(ring.iter().cycle().skip(1)) {
        let cross = x * next_y - next_x * y;
        double += cross;
        middle = (middle.0 + (x + next_x) * cross, middle.1 + (y + next_y) * cross);
    }
    if double.abs() < 1e-9 {
        let count = ring.len().max(1) as f64;
        let sum = ring.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.0, sum.1 + p.1));
        return (0.0, (sum.0 / count, sum.1 / count));
    }
    (
        double.abs() / 2.0,
        (middle.0 / (3.0 * double), middle.1 / (3.0 * double)),
    )
}

/// Classes 1 to `classes` of numbers by rank, for the `class` of areas: as many areas in each as
/// possible, equal numbers in the same. Nothing for what has no number.
#[must_use]
pub fn classes(values: &[Known<i64>], classes: usize) -> Vec<Option<usize>> {
    let different: BTreeSet<i64> = values.iter().filter_map(|v| v.value()).collect();
    let rank = |value: i64| different.range(..value).count();
    values
        .iter()
        .map(|v| {
            v.value()
                .map(|value| 1 + rank(value) * classes.max(1) / different.len())
        })
        .collect()
}
