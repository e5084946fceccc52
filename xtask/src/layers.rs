//! What may depend on what:
//!
//!     kapok -> demo, front -> rooms -> platform -> engines
//!     kapok -> tools -> i18n, engines
//!
//! Edges go downwards only. A room may use the rooms before it in the order of the loop. The test kit is for tests.

use serde_json::Value;

use crate::workspace;

/// The rooms in the order of the loop; `front` shows several at once, `exchange` speaks to machines; they come last.
const ROOMS: [&str; 13] = [
    "places",
    "parties",
    "voices",
    "matters",
    "processes",
    "ballots",
    "decisions",
    "commitments",
    "outcomes",
    "cases",
    "programmes",
    "front",
    "exchange",
];

/// Where a package lives in the house, from the ground up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Layer {
    /// Pure functions on plain data.
    Engine,
    /// What every room needs, knowing no concept.
    Platform,
    /// A command that needs no server: engines, and the words of the platform.
    Tool,
    /// A room, with its place in [`ROOMS`].
    Room(usize),
    /// The demo city: calls the rooms as pages do.
    Demo,
    /// The binary.
    Binary,
    /// For tests only; stands on the platform.
    Testkit,
    /// Checks on the workspace; uses none of it.
    Xtask,
}

/// One dependency of one package of the workspace on another.
#[derive(Debug)]
struct Edge {
    from: (String, Layer),
    to: (String, Layer),
    for_tests: bool,
}

/// The edges that go up or sideways where they must not.
pub fn problems() -> Result<Vec<String>, String> {
    let metadata = workspace::cargo(&["metadata", "--no-deps", "--format-version=1"])?;
    let metadata: Value = serde_json::from_str(&metadata).map_err(|error| error.to_string())?;
    Ok(edges(&metadata)?.iter().filter_map(problem).collect())
}

/// All edges between packages of the workspace.
fn edges(metadata: &Value) -> Result<Vec<Edge>, String> {
    let mut edges = Vec::new();
    for package in list(metadata, "packages")? {
        let from = text(package, "name")?;
        let from_layer = layer(from, text(package, "manifest_path")?)?;
        for dependency in list(package, "dependencies")? {
            // Only packages of the workspace have a path.
            let Some(path) = dependency.get("path").and_then(Value::as_str) else {
                continue;
            };
            let to = text(dependency, "name")?;
            let for_tests = dependency.get("kind").and_then(Value::as_str) == Some("dev");
            let to = (to.to_owned(), layer(to, path)?);
            edges.push(Edge {
                from: (from.to_owned(), from_layer),
                to,
                for_tests,
            });
        }
    }
    Ok(edges)
}

/// The layer of the package with this name at this path.
fn layer(name: &str, path: &str) -> Result<Layer, String> {
    let path = path.trim_end_matches("Cargo.toml").trim_end_matches('/');
    let mut folders = path.rsplit('/');
    match (folders.next(), folders.next()) {
        (Some(_), Some("engines")) => Ok(Layer::Engine),
        (Some(_), Some("platform")) => Ok(Layer::Platform),
        (Some(_), Some("tools")) => Ok(Layer::Tool),
        (Some(room), Some("record")) => {
            let place = ROOMS.iter().position(|known| known == &room);
            place
                .map(Layer::Room)
                .ok_or_else(|| format!("{name} is not in the order of the rooms"))
        }
        (Some("kapok"), Some("crates")) => Ok(Layer::Binary),
        (Some("demo"), Some("crates")) => Ok(Layer::Demo),
        (Some("testkit"), Some("crates")) => Ok(Layer::Testkit),
        (Some("xtask"), _) => Ok(Layer::Xtask),
        _ => Err(format!("{name} lives in no known part of the house: {path}")),
    }
}

/// What is wrong with an edge, if anything.
fn problem(edge: &Edge) -> Option<String> {
    let (from, to) = (edge.from.1, edge.to.1);
    let to_is = |name: &str| edge.to.0.ends_with(name);
    let may = match (from, to) {
        (Layer::Xtask, _) | (_, Layer::Xtask | Layer::Binary) => false,
        (_, Layer::Testkit) => edge.for_tests,
        (Layer::Testkit, to) => to <= Layer::Platform,
        (Layer::Tool, Layer::Tool) => to_is("report"),
        (Layer::Tool, Layer::Platform) => to_is("i18n"),
        (Layer::Room(_) | Layer::Demo, Layer::Tool) => false,
        (Layer::Engine, Layer::Engine) | (Layer::Platform, Layer::Platform) => true,
        (from, to) => to < from,
    };
    let kind = if edge.for_tests { " (for tests)" } else { "" };
    (!may).then(|| {
        format!(
            "{} ({from:?}) must not use {} ({to:?}){kind}",
            edge.from.0, edge.to.0
        )
    })
}

fn list<'a>(value: &'a Value, key: &str) -> Result<&'a Vec<Value>, String> {
    value
        .get(key)
        .and_then(Value::as_array)
        .ok_or_else(|| format!("cargo metadata has no list {key}"))
}

fn text<'a>(value: &'a Value, key: &str) -> Result<&'a str, String> {
    value
        .get(key)
        .and_then(Value::as_str)
        .ok_or_else(|| format!("cargo metadata has no text {key}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn verdict(from: &str, to: &str, for_tests: bool) -> Option<String> {
        let end = |path: &str| {
            (
                path.to_owned(),
                layer(path, &format!("/house/{path}/Cargo.toml")).unwrap(),
            )
        };
        problem(&Edge {
            from: end(from),
            to: end(to),
            for_tests,
        })
    }

    #[test]
    fn no_package_of_this_workspace_depends_upwards() {
        let problems = problems().unwrap();
        assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    }

    #[test]
    fn every_package_of_this_workspace_is_seen() {
        let metadata = workspace::cargo(&["metadata", "--no-deps", "--format-version=1"]).unwrap();
        let edges = edges(&serde_json::from_str(&metadata).unwrap()).unwrap();
        let has = |from: &str, to: &str| edges.iter().any(|edge| edge.from.0 == from && edge.to.0 == to);
        assert!(has("kapok", "kapok-front") && has("kapok-front", "kapok-voices"));
        assert!(has("kapok-voices", "kapok-store") && has("kapok-voices", "kapok-testkit"));
    }

    #[test]
    fn downwards_is_allowed() {
        for (from, to) in [
            ("crates/kapok", "crates/record/front"),
            ("crates/record/front", "crates/record/programmes"),
            ("crates/record/matters", "crates/record/voices"),
            ("crates/record/voices", "crates/platform/web"),
            ("crates/record/voices", "crates/engines/text"),
            ("crates/platform/web", "crates/platform/store"),
            ("crates/platform/store", "crates/engines/log"),
            ("crates/testkit", "crates/platform/store"),
            ("crates/kapok", "crates/tools/budget"),
            ("crates/tools/budget", "crates/tools/report"),
            ("crates/tools/budget", "crates/engines/budget"),
            ("crates/tools/budget", "crates/platform/i18n"),
        ] {
            assert_eq!(verdict(from, to, false), None);
            assert_eq!(verdict(from, to, true), None);
        }
        assert_eq!(verdict("crates/platform/store", "crates/testkit", true), None);
    }

    #[test]
    fn upwards_and_to_later_rooms_is_not() {
        for (from, to) in [
            ("crates/record/voices", "crates/record/matters"),
            ("crates/record/programmes", "crates/record/front"),
            ("crates/record/places", "crates/record/places"),
            ("crates/platform/web", "crates/record/places"),
            ("crates/engines/log", "crates/platform/store"),
            ("crates/record/front", "crates/kapok"),
            ("crates/record/front", "crates/tools/budget"),
            ("crates/tools/budget", "crates/tools/jury"),
            ("crates/tools/budget", "crates/platform/web"),
            ("crates/tools/budget", "crates/record/places"),
            ("crates/testkit", "crates/record/places"),
            ("xtask", "crates/engines/log"),
        ] {
            for for_tests in [false, true] {
                assert!(verdict(from, to, for_tests).is_some(), "{from} -> {to}");
            }
        }
        assert!(verdict("crates/record/voices", "crates/testkit", false).is_some());
    }

    #[test]
    fn a_room_that_is_not_in_the_order_is_reported() {
        assert!(layer("kapok-attic", "/house/crates/record/attic").is_err());
        assert!(layer("kapok-shed", "/house/shed/kapok-shed").is_err());
    }
}
