//! Reads the two shapes that places have from well-known text (OGC 06-103r4, section 7): `POLYGON` and `POINT`,
//! in degrees, longitude first.

/// Rings of (longitude, latitude), the outer one first. The first point is not repeated at the end. A point is one ring of
/// one point.
pub type Rings = Vec<Vec<(f64, f64)>>;

/// Why a shape cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum WktError {
    /// Neither `POLYGON(...)` nor `POINT(...)`.
    #[error("write POLYGON((longitude latitude, ...)) or POINT(longitude latitude)")]
    Shape,
    /// A position is not two numbers.
    #[error("a position must be two numbers with a space between them")]
    Position,
    /// A position is not on the globe.
    #[error("longitude must lie between -180 and 180, latitude between -90 and 90")]
    Range,
    /// A ring has fewer than three corners.
    #[error("a border needs at least three corners")]
    Few,
}

/// Reads a shape.
///
/// # Errors
/// [`WktError`], saying what to write instead.
pub fn parse(text: &str) -> Result<Rings, WktError> {
    let text = text.trim();
    let word = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    let body = inside(&text[word.len()..])?;
    match word.to_ascii_uppercase().as_str() {
        "POINT" => Ok(vec![vec![position(body)?]]),
        "POLYGON" => rings(body),
        _ => Err(WktError::Shape),
    }
}

/// What stands between an opening bracket at the beginning and the closing one at the end.
fn inside(text: &str) -> Result<&str, WktError> {
    text.trim()
        .strip_prefix('(')
        .and_then(|t| t.strip_suffix(')'))
        .ok_or(WktError::Shape)
}

fn rings(body: &str) -> Result<Rings, WktError> {
    let body = inside(body)?;
    body.split(')')
        .enumerate()
        .map(|(i, part)| {
            let part = part.trim();
            if i == 0 {
                return ring(part);
            }
            let part = part.strip_prefix(',').ok_or(WktError::Shape)?;
            ring(part.trim().strip_prefix('(').ok_or(WktError::Shape)?)
        })
        .collect()
}

fn ring(text: &str) -> Result<Vec<(f64, f64)>, WktError> {
    let mut points = text.split(',').map(position).collect::<Result<Vec<_>, _>>()?;
    if points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    if points.len() < 3 {
        return Err(WktError::Few);
    }
    Ok(points)
}

fn position(text: &str) -> Result<(f64, f64), WktError> {
    let mut numbers = text.split_ascii_whitespace().map(str::parse::<f64>);
    let (Some(Ok(lon)), Some(Ok(lat)), None) = (numbers.next(), numbers.next(), numbers.next()) else {
        return Err(WktError::Position);
    };
    if (-180.0..=180.0).contains(&lon) && (-90.0..=90.0).contains(&lat) {
        Ok((lon, lat))
    } else {
        Err(WktError::Range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_polygon_with_a_hole_and_a_point_are_read() {
        let rings = parse("POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1,2 1,2 2))").unwrap();
        assert_eq!(
            rings,
            [
                vec![(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)],
                vec![(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)]
            ]
        );
        assert_eq!(parse("point(-1.5 52.25)").unwrap(), [[(-1.5, 52.25)]]);
    }

    #[test]
    fn what_cannot_be_read_says_why() {
        for (text, why) in [
            ("", WktError::Shape),
            ("LINESTRING(0 0, 1 1)", WktError::Shape),
            ("POLYGON(0 0, 1 0, 1 1)", WktError::Shape),
            ("POLYGON((0 0, 1 0, 1 1)(0 0, 1 0, 1 1))", WktError::Shape),
            ("POINT(1)", WktError::Position),
            ("POINT(1 2 3)", WktError::Position),
            ("POINT(east north)", WktError::Position),
            ("POINT(52 -190)", WktError::Range),
            ("POINT(NaN 1)", WktError::Range),
            ("POLYGON((0 0, 1 0, 0 0))", WktError::Few),
        ] {
            assert_eq!(parse(text), Err(why), "{text}");
        }
    }
}
