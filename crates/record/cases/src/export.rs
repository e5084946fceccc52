//! The library as CSV, in the columns in which it is imported: what goes out comes in again without loss.

use std::collections::BTreeMap;

use kapok_i18n::{Lang, T};
use kapok_store::ids::CaseId;
use kapok_store::{Conn, Result};

use crate::import::COLUMNS;
use crate::model::StageFact;
use crate::store::{self, Entry};

/// All cases as CSV (RFC 4180), in the order of the record.
pub(crate) async fn library(conn: &mut Conn) -> Result<String> {
    let names: BTreeMap<String, String> = store::topics(conn)
        .await?
        .into_iter()
        .map(|(id, _, name, _)| (id, name))
        .collect();
    let mut facts: BTreeMap<CaseId, Vec<StageFact>> = BTreeMap::new();
    conn.each(&store::ALL_FACTS, &[], |row| {
        if let Some(fact) = row.fact() {
            facts.entry(row.case_id).or_default().push(fact);
        }
    })
    .await?;
    let mut out = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing to memory cannot fail; a row that could not be written would be missing, which the round trip test sees.
    let _ = out.write_record(COLUMNS);
    conn.each(&store::EVERY, &[], |entry| {
        let of_case = facts.get(&entry.id).map_or(&[][..], Vec::as_slice);
        let _ = out.write_record(record(&entry, of_case, &names));
    })
    .await?;
    let bytes = out.into_inner().unwrap_or_default();
    Ok(String::from_utf8(bytes).unwrap_or_default())
}

fn record(entry: &Entry, facts: &[StageFact], names: &BTreeMap<String, String>) -> [String; 17] {
    let own = facts.iter().find(|f| f.url.is_empty());
    let external: Vec<&str> = facts
        .iter()
        .filter(|f| !f.url.is_empty())
        .map(|f| f.words.as_str())
        .collect();
    let topic = names.get(&entry.topic).cloned();
    let e = entry.clone();
    [
        e.key,
        e.title,
        e.city,
        e.country,
        e.country_code,
        e.region,
        e.topic,
        topic.unwrap_or_else(|| T(Lang::En).topic(&entry.topic).to_owned()),
        e.topic_basis,
        own.and_then(|f| f.year)
            .map(|y| y.to_string())
            .unwrap_or_default(),
        own.map(|f| f.stage.id().to_owned()).unwrap_or_default(),
        e.kind,
        e.summary,
        e.report_ref,
        external.join("; "),
        e.external_source,
        e.note,
    ]
}
