//! From an [`Election`] to a Pabulib file that `pabulib-checker` accepts.

use std::io::{self, Write};

use crate::election::{Election, Project};

/// Columns of PROJECTS in the order of the format's description; further ones follow.
const COLUMNS: [&str; 14] = [
    "votes",
    "score",
    "name",
    "category",
    "beneficiaries",
    "selected",
    "neighborhood",
    "subunit",
    "district",
    "description",
    "proposer",
    "public_id",
    "latitude",
    "longitude",
];

/// Writes the election. Counts (`num_votes`, `votes`, `score`) are those of the ballots; `target` becomes
/// `beneficiaries`; lists have no blanks; costs are whole numbers.
pub fn write(election: &Election, mut out: impl Write) -> io::Result<()> {
    write_meta(election, &mut out)?;
    write_projects(election, &mut out)?;
    write_votes(election, &mut out)
}

/// A cell, quoted where the format needs it.
fn cell(text: &str) -> String {
    let clean = text.replace(['\r', '\n'], " ");
    let clean = clean.trim();
    if clean.contains([';', '"']) {
        format!("\"{}\"", clean.replace('"', "\"\""))
    } else {
        clean.into()
    }
}

/// A list without blanks between its entries.
fn list(text: &str) -> String {
    text.split(',').map(str::trim).collect::<Vec<_>>().join(",")
}

fn is_list(key: &str) -> bool {
    key.contains("_per_")
        || matches!(
            key,
            "category" | "beneficiaries" | "categories" | "neighborhoods" | "subdistricts"
        )
}

fn tidy(key: &str, text: &str) -> String {
    if is_list(key) {
        cell(&list(text))
    } else {
        cell(text)
    }
}

fn write_meta(election: &Election, out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "META\nkey;value")?;
    for (key, value) in &election.meta {
        let value = match key.as_str() {
            "budget" => election.budget.to_string(),
            "num_projects" => election.projects.len().to_string(),
            "num_votes" => election.ballots.len().to_string(),
            key => tidy(key, value),
        };
        writeln!(out, "{};{value}", cell(key))?;
    }
    Ok(())
}

fn new_name(column: &str) -> &str {
    if column == "target" {
        "beneficiaries"
    } else {
        column
    }
}

fn columns_of(projects: &[Project]) -> Vec<&str> {
    let mut columns: Vec<&str> = Vec::new();
    for (column, _) in projects.iter().flat_map(|project| &project.more) {
        if !columns.contains(&new_name(column)) {
            columns.push(new_name(column));
        }
    }
    columns.sort_by_key(|column| {
        COLUMNS
            .iter()
            .position(|known| known == column)
            .unwrap_or(COLUMNS.len())
    });
    columns
}

fn write_projects(election: &Election, out: &mut impl Write) -> io::Result<()> {
    let columns = columns_of(&election.projects);
    let (votes, scores) = (
        election.votes(),
        crate::profile::scores(election, crate::rule::Utility::Auto),
    );
    writeln!(
        out,
        "PROJECTS\nproject_id;cost{}",
        columns
            .iter()
            .map(|c| format!(";{}", cell(c)))
            .collect::<String>()
    )?;
    for (index, project) in election.projects.iter().enumerate() {
        write!(out, "{};{}", cell(&project.id), project.cost)?;
        for column in &columns {
            let old = if *column == "beneficiaries" {
                project.field("target")
            } else {
                None
            };
            let text = match *column {
                "votes" => votes[index].to_string(),
                "score" => scores[index].to_string(),
                column => tidy(column, project.field(column).or(old).unwrap_or("")),
            };
            write!(out, ";{text}")?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_votes(election: &Election, out: &mut impl Write) -> io::Result<()> {
    let ballots = &election.ballots;
    let with_points = election.vote_type.has_points();
    let further: String = ballots.columns.iter().map(|c| format!(";{}", cell(c))).collect();
    writeln!(
        out,
        "VOTES\nvoter_id;vote{}{further}",
        if with_points { ";points" } else { "" }
    )?;
    for ballot in 0..ballots.len() {
        let ids: Vec<&str> = ballots
            .marks(ballot)
            .iter()
            .map(|&p| election.projects[p as usize].id.as_str())
            .collect();
        write!(out, "{};{}", cell(ballots.id(ballot)), cell(&ids.join(",")))?;
        if with_points {
            let points: Vec<String> = ballots.points(ballot).iter().map(i64::to_string).collect();
            write!(out, ";{}", points.join(","))?;
        }
        for column in 0..ballots.columns.len() {
            write!(out, ";{}", cell(ballots.cell(ballot, column)))?;
        }
        writeln!(out)?;
    }
    Ok(())
}
