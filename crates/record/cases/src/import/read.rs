//! Reading `cases.csv` and `case_aliases.csv`, and checking every value before anything is written.

use std::collections::BTreeMap;

use kapok_processes::sheet::Line;
use kapok_processes::{Files, ImportError};
use kapok_store::ids::CaseId;

use super::{Topic, Whole};
use crate::model::{self, Basis, REGIONS, Stage, StageFact};
use crate::store::Entry;

/// Kinds of imported cases.
const KINDS: [&str; 3] = ["case", "plan", "matter"];

/// The columns of `cases.csv`.
pub(crate) const COLUMNS: [&str; 17] = [
    "id",
    "title",
    "city",
    "country",
    "iso3166",
    "region",
    "topic_id",
    "topic",
    "topic_basis",
    "session_year",
    "stage",
    "kind",
    "summary",
    "report_ref",
    "external_stage",
    "external_source",
    "note",
];

pub(super) fn read_cases(
    files: &Files,
    topics: &[Topic],
    now: jiff::Timestamp,
) -> Result<Vec<Whole>, ImportError> {
    let mut aliases = read_aliases(files)?;
    let sheet = files.sheet("cases.csv", &COLUMNS)?;
    let cases = sheet.each("id", |_, line| {
        let facts = read_facts(line)?;
        let (stage, year) = model::furthest(&facts);
        let titles = aliases.remove(line.get("id")).unwrap_or_default();
        Ok(Whole {
            entry: read_entry(line, topics, stage, year, now)?,
            facts,
            aliases: titles,
        })
    })?;
    match aliases.keys().next() {
        None => Ok(cases),
        Some(id) => Err(ImportError::Value {
            file: "case_aliases.csv".into(),
            row: 1, // the column as a whole
            column: "case_id".into(),
            what: format!("cases.csv has no case {id:?}."),
            cure: "Write the id of a case, or take the row out.".into(),
        }),
    }
}

fn read_entry(
    line: &Line<'_>,
    topics: &[Topic],
    stage: Stage,
    year: Option<i64>,
    now: jiff::Timestamp,
) -> Result<Entry, ImportError> {
    let key = line.need("id")?;
    if !model::is_key(key) {
        return Err(line.wrong(
            "id",
            "It cannot stand in an address.",
            "Use a to z, 0 to 9 and hyphens.",
        ));
    }
    let code = line.need("iso3166")?;
    if code.len() != 2 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
        let cure = "Write two capital letters after ISO 3166-1, for example BO.";
        return Err(line.wrong("iso3166", &format!("{code:?} is no country code."), cure));
    }
    let basis: Vec<&str> = Basis::ALL.iter().map(|b| b.id()).collect();
    Ok(Entry {
        id: CaseId([0; 16]),
        key: key.to_owned(),
        number: 0,
        origin: "imported".into(),
        kind: line.one_of("kind", &KINDS)?,
        title: line.need("title")?.to_owned(),
        summary: line.text("summary"),
        lang: "en".into(),
        city: line.text("city"),
        country: line.need("country")?.to_owned(),
        country_code: code.to_owned(),
        region: line.one_of("region", &REGIONS)?,
        topic: read_topic(line, topics)?,
        topic_basis: line.one_of("topic_basis", &basis)?,
        stage: stage.id().into(),
        year,
        sort: 0,
        report_ref: line.text("report_ref"),
        external_source: line.text("external_source"),
        note: line.text("note"),
        matter_id: None,
        version: 1,
        at: now,
    })
}

/// The topic by its id; the name beside it must be one of that topic's names, so that a second name cannot make a
/// second topic.
fn read_topic(line: &Line<'_>, topics: &[Topic]) -> Result<String, ImportError> {
    let id = line.need("topic_id")?;
    let Some(topic) = topics.iter().find(|topic| topic.id == id) else {
        let cure = "Import topics.csv first, or write the id of one of its topics.";
        return Err(line.wrong("topic_id", &format!("There is no topic {id:?}."), cure));
    };
    let name = line.get("topic");
    if name == topic.name || topic.aliases.iter().any(|alias| alias == name) {
        return Ok(id.to_owned());
    }
    let what = format!("{name:?} is no name of the topic {id:?}.");
    let cure = format!(
        "Write {:?}, or add the name to the aliases in topics.csv.",
        topic.name
    );
    Err(line.wrong("topic", &what, &cure))
}

/// The facts about the stage of a case: the report's own, then those of the other source, in the order of the years.
fn read_facts(line: &Line<'_>) -> Result<Vec<StageFact>, ImportError> {
    let in_award = [
        "participating",
        "expert-recommended",
        "shortlisted",
        "winner",
        "reference",
        "shared",
    ];
    let words = line.one_of("stage", &in_award)?;
    let stage = Stage::parse(&words).unwrap_or(Stage::Participating);
    let year = line.year("session_year")?;
    if year.is_none() && stage >= Stage::Recommended {
        let what = format!("A case that is {words:?} has no session.");
        return Err(line.wrong("session_year", &what, "Write the year of the session."));
    }
    let mut facts = vec![StageFact {
        stage,
        of_project: true,
        year,
        words,
        source: line.text("report_ref"),
        url: String::new(),
    }];
    let url = line.get("external_source");
    let external = line.get("external_stage");
    if url.is_empty() != external.is_empty() {
        let cure = "Fill in external_stage and external_source together, or neither.";
        return Err(line.wrong(
            "external_source",
            "A fact has no source, or a source no fact.",
            cure,
        ));
    }
    if !url.is_empty() && !url.starts_with("https://") && !url.starts_with("http://") {
        return Err(line.wrong(
            "external_source",
            "It is no address.",
            "Begin it with https:// or http://.",
        ));
    }
    facts.extend(StageFact::parse_all(external, url).map_err(|part| {
        let cure = "Write a stage and a year, for example: shortlisted 2014; winner 2016.";
        line.wrong(
            "external_stage",
            &format!("{part:?} names no stage or no year."),
            cure,
        )
    })?);
    Ok(facts)
}

/// Other titles by case: title, source.
type Aliases = BTreeMap<String, Vec<(String, String)>>;

fn read_aliases(files: &Files) -> Result<Aliases, ImportError> {
    let mut out = Aliases::new();
    let columns = ["id", "case_id", "alias", "source"];
    if let Some(sheet) = files.sheet_if_there("case_aliases.csv", &columns)? {
        sheet.each("id", |_, line| {
            let title = (line.need("alias")?.to_owned(), line.need("source")?.to_owned());
            out.entry(line.need("case_id")?.to_owned())
                .or_default()
                .push(title);
            Ok(())
        })?;
    }
    out.values_mut().for_each(|titles| titles.sort());
    Ok(out)
}
