//! Reading the files of the report and checking them against each other, before anything is written.

use std::collections::BTreeSet;

use kapok_cases::Topic;
use kapok_cases::model::REGIONS;
use kapok_processes::sheet::Line;
use kapok_processes::{Files, ImportError, Sheet};

use crate::model::{Choice, Discrepancy, Question, RegionCount, Session, TopicCount, Workshop};

/// The tables of this room, read and checked.
pub(crate) struct Report {
    pub(crate) topics: Vec<Topic>,
    pub(crate) topic_counts: Vec<TopicCount>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) regions: Vec<RegionCount>,
    /// Row of the file, year, key of a case that the report names as a winner.
    pub(crate) named_winners: Vec<(u64, i64, String)>,
    pub(crate) workshops: Vec<Workshop>,
    pub(crate) questions: Vec<Question>,
    pub(crate) choices: Vec<Choice>,
    pub(crate) discrepancies: Vec<Discrepancy>,
}

impl Report {
    pub(crate) fn read(files: &Files) -> Result<Self, ImportError> {
        let (sessions, regions, named_winners) = sessions(files)?;
        let (topics, topic_counts) = topics(files, &sessions)?;
        let (questions, choices) = questionnaire(files)?;
        Ok(Self {
            topics,
            topic_counts,
            sessions,
            regions,
            named_winners,
            workshops: workshops(files)?,
            questions,
            choices,
            discrepancies: discrepancies(files)?,
        })
    }
}

/// A year that no earlier row has: a second row for one year would be a second truth about it.
fn own_year(line: &Line<'_>, seen: &mut BTreeSet<i64>) -> Result<i64, ImportError> {
    line.need("year")?;
    let year = line.year("year")?.unwrap_or_default();
    if seen.insert(year) {
        return Ok(year);
    }
    let what = format!("An earlier row has the year {year} too.");
    Err(line.wrong(
        "year",
        &what,
        "Keep one row per year; put what another place says into the note.",
    ))
}

type Sessions = (Vec<Session>, Vec<RegionCount>, Vec<(u64, i64, String)>);

fn sessions(files: &Files) -> Result<Sessions, ImportError> {
    let columns = [
        "id",
        "session",
        "year",
        "submissions",
        "cities",
        "countries",
        "asia",
        "africa",
        "europe",
        "north_america",
        "south_america",
        "oceania",
        "longlist",
        "shortlist",
        "winners_in_report",
        "winner_case_ids",
        "report_ref",
        "note",
        "external_note",
    ];
    let sheet = files.sheet("sessions.csv", &columns)?;
    let (mut regions, mut winners, mut years) = (Vec::new(), Vec::new(), BTreeSet::new());
    let sessions = sheet.each("id", |position, line| {
        let session = session(line, &mut years)?;
        regions.extend(region_counts(line, &session)?);
        let named: Vec<&str> = line
            .get("winner_case_ids")
            .split('|')
            .filter(|k| !k.is_empty())
            .collect();
        if line.count("winners_in_report")?.unwrap_or_default() != named.len() as i64 {
            let what = format!("winner_case_ids names {} cases.", named.len());
            return Err(line.wrong(
                "winners_in_report",
                &what,
                "Name every winner, or correct the number.",
            ));
        }
        let row = u64::try_from(position).unwrap_or_default() + 1; // the heads are row 1
        winners.extend(named.into_iter().map(|key| (row, session.year, key.to_owned())));
        Ok(session)
    })?;
    Ok((sessions, regions, winners))
}

fn session(line: &Line<'_>, years: &mut BTreeSet<i64>) -> Result<Session, ImportError> {
    let number = line.count("session")?;
    let (longlist, shortlist) = (line.count("longlist")?, line.count("shortlist")?);
    if longlist.zip(shortlist).is_some_and(|(long, short)| short > long) {
        let what = "The short list is longer than the long list it is drawn from.";
        return Err(line.wrong("shortlist", what, "Correct one of the two numbers."));
    }
    Ok(Session {
        id: line.text("id"),
        number: number
            .ok_or_else(|| line.wrong("session", "The number is missing.", "Number the sessions."))?,
        year: own_year(line, years)?,
        submissions: line.count("submissions")?,
        cities: line.count("cities")?,
        countries: line.count("countries")?,
        longlist,
        shortlist,
        report_ref: line.text("report_ref"),
        note: line.text("note"),
        external_note: line.text("external_note"),
    })
}

/// Entries by region: all known or none, and together exactly the entries of the session. So a row of cities cannot pass
/// for a row of cases.
fn region_counts(line: &Line<'_>, session: &Session) -> Result<Vec<RegionCount>, ImportError> {
    let mut out = Vec::new();
    for region in REGIONS {
        let column = region.to_lowercase().replace(' ', "_");
        out.extend(line.count(&column)?.map(|n| RegionCount {
            year: session.year,
            region: region.to_owned(),
            n,
        }));
    }
    let sum: i64 = out.iter().map(|r| r.n).sum();
    match (out.len(), session.submissions) {
        (0, _) => {}
        (6, Some(all)) if all == sum => {}
        (6, _) => {
            let what = format!("The regions of {} add up to {sum}.", session.year);
            let cure = "Regions count entries, not cities. Correct a region or the entries.";
            return Err(line.wrong("submissions", &what, cure));
        }
        _ => return Err(line.wrong("asia", "Some regions are empty.", "Fill in all regions or none.")),
    }
    out.sort_by(|a, b| a.region.cmp(&b.region));
    Ok(out)
}

fn topics(files: &Files, sessions: &[Session]) -> Result<(Vec<Topic>, Vec<TopicCount>), ImportError> {
    let columns = [
        "id",
        "order",
        "name",
        "description",
        "aliases",
        "count_2016_2018",
        "count_2016",
        "count_2018",
        "mapping_confidence",
        "report_ref",
    ];
    let sheet = files.sheet("topics.csv", &columns)?;
    let mut counts = Vec::new();
    let topics = sheet.each("id", |_, line| {
        let position = line.count("order")?;
        let position = position
            .ok_or_else(|| line.wrong("order", "The place is missing.", "Number the topics from 1."))?;
        for (column, years) in [
            ("count_2016", "2016"),
            ("count_2016_2018", "2016-2018"),
            ("count_2018", "2018"),
        ] {
            counts.push(TopicCount {
                topic: line.text("id"),
                position,
                years: years.to_owned(),
                n: line.count(column)?,
                report_ref: line.text("report_ref"),
                confidence: line.text("mapping_confidence"),
            });
        }
        topic(line, position)
    })?;
    counts.sort_by(|a, b| (a.position, &a.years).cmp(&(b.position, &b.years)));
    check_sums(&sheet, &counts, sessions)?;
    Ok((topics, counts))
}

fn topic(line: &Line<'_>, position: i64) -> Result<Topic, ImportError> {
    let name = line.need("name")?.to_owned();
    let mut aliases: Vec<String> = line
        .get("aliases")
        .split('|')
        .map(|alias| alias.trim().to_owned())
        .filter(|alias| !alias.is_empty() && *alias != name)
        .collect();
    aliases.sort();
    aliases.dedup();
    Ok(Topic {
        id: line.text("id"),
        position,
        name,
        description: line.text("description"),
        aliases,
    })
}

/// The topics of some years together have exactly the entries of the sessions of these years, where all are known.
fn check_sums(sheet: &Sheet, counts: &[TopicCount], sessions: &[Session]) -> Result<(), ImportError> {
    let spans: BTreeSet<&str> = counts.iter().map(|c| c.years.as_str()).collect();
    for years in spans {
        let of_span: Vec<&TopicCount> = counts.iter().filter(|c| c.years == years).collect();
        let Some(sum) = of_span.iter().map(|c| c.n).sum::<Option<i64>>() else {
            continue;
        };
        let Some((first, last)) = of_span.first().and_then(|c| c.span()) else {
            continue;
        };
        let of_years = sessions.iter().filter(|s| (first..=last).contains(&s.year));
        let entries = of_years.map(|s| s.submissions).sum::<Option<i64>>();
        if entries.is_some_and(|entries| entries != sum) {
            return Err(ImportError::Value {
                file: sheet.file().to_owned(),
                row: 1, // the column as a whole
                column: format!("count_{}", years.replace('-', "_")),
                what: format!(
                    "The topics add up to {sum}, the sessions to {}.",
                    entries.unwrap_or_default()
                ),
                cure: "Every entry has one main topic. Correct a topic here or the entries in sessions.csv."
                    .into(),
            });
        }
    }
    Ok(())
}

fn workshops(files: &Files) -> Result<Vec<Workshop>, ImportError> {
    let columns = [
        "id",
        "session",
        "year",
        "theme",
        "participants",
        "participants_at_least",
        "cities",
        "countries",
        "named_cities",
        "report_ref",
        "note",
    ];
    let mut years = BTreeSet::new();
    files
        .sheet("workshops.csv", &columns)?
        .each("id", |position, line| {
            let (participants, at_least) =
                (line.count("participants")?, line.count("participants_at_least")?);
            if participants.is_some() && at_least.is_some() {
                let cure = "Keep the number, or the lower limit where no number is known.";
                return Err(line.wrong("participants_at_least", "There is a number already.", cure));
            }
            Ok(Workshop {
                id: line.text("id"),
                number: line.count("session")?.unwrap_or(position),
                year: own_year(line, &mut years)?,
                theme: line.need("theme")?.to_owned(),
                participants,
                at_least,
                cities: line.count("cities")?,
                countries: line.count("countries")?,
                named_cities: line.text("named_cities"),
                report_ref: line.text("report_ref"),
                note: line.text("note"),
            })
        })
}

fn questionnaire(files: &Files) -> Result<(Vec<Question>, Vec<Choice>), ImportError> {
    let columns = [
        "id",
        "question_id",
        "figure",
        "question",
        "option_order",
        "option",
        "percent",
        "note",
    ];
    let sheet = files.sheet("questionnaire.csv", &columns)?;
    let mut questions: Vec<Question> = Vec::new();
    let mut choices = sheet.each("id", |_, line| {
        let question_id = line.need("question_id")?;
        if !questions.iter().any(|q| q.id == question_id) {
            questions.push(Question {
                id: question_id.to_owned(),
                position: questions.len() as i64 + 1,
                figure: line.text("figure"),
                wording: line.need("question")?.to_owned(),
            });
        }
        let percent = line.count("percent")?;
        if percent.is_some_and(|p| p > 100) {
            return Err(line.wrong(
                "percent",
                "It is above 100.",
                "Write whole percent from 0 to 100.",
            ));
        }
        let position = line.count("option_order")?;
        Ok(Choice {
            question_id: question_id.to_owned(),
            position: position
                .ok_or_else(|| line.wrong("option_order", "It is missing.", "Number the options from 1."))?,
            wording: line.need("option")?.to_owned(),
            percent,
            note: line.text("note"),
        })
    })?;
    choices.sort_by(|a, b| (&a.question_id, a.position).cmp(&(&b.question_id, b.position)));
    Ok((questions, choices))
}

fn discrepancies(files: &Files) -> Result<Vec<Discrepancy>, ImportError> {
    let columns = [
        "id",
        "what",
        "place_a",
        "value_a",
        "place_b",
        "value_b",
        "consequence",
    ];
    files
        .sheet("discrepancies.csv", &columns)?
        .each("id", |position, line| {
            Ok(Discrepancy {
                id: line.text("id"),
                position,
                what: line.need("what")?.to_owned(),
                place_a: line.text("place_a"),
                value_a: line.text("value_a"),
                place_b: line.text("place_b"),
                value_b: line.text("value_b"),
                consequence: line.text("consequence"),
            })
        })
}
