//! All SQL of the room.

mod lists;
mod winners;

use kapok_store::ids::{CaseId, MatterId};
use kapok_store::{Conn, Result, Tx, params, row, statements};

use crate::model::{Stage, StageFact};
pub(crate) use lists::text_condition;
pub use lists::{COUNTRY_FACET, LIST, LISTS, STAGE_FACET, TOPIC_FACET, TOTAL, YEAR_FACET};
pub use winners::{Winner, winners};

row! {
    /// A case as stored.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Entry {
        /// Id.
        pub id: CaseId,
        /// Name in addresses.
        pub key: String,
        /// Number in the full-text table.
        pub number: i64,
        /// `imported` or `matter`.
        pub origin: String,
        /// `case`, `plan` or `matter`.
        pub kind: String,
        /// Title.
        pub title: String,
        /// What it is, in a sentence or two.
        pub summary: String,
        /// Language of title, summary and parts (BCP 47).
        pub lang: String,
        /// City, empty where the source names none.
        pub city: String,
        /// English name of the country or region, empty for cases of a city that does not say.
        pub country: String,
        /// Its code (ISO 3166-1 alpha-2).
        pub country_code: String,
        /// Region, one of [`crate::model::REGIONS`], or empty.
        pub region: String,
        /// Topic, by id.
        pub topic: String,
        /// How sure the topic is, id of a [`crate::Basis`].
        pub topic_basis: String,
        /// Furthest stage, id of a [`Stage`]; computed from the facts.
        pub stage: String,
        /// Its year.
        pub year: Option<i64>,
        /// Place in lists.
        pub sort: i64,
        /// Where the report names it.
        pub report_ref: String,
        /// Address of another source.
        pub external_source: String,
        /// Remark of the transcribers.
        pub note: String,
        /// The matter it was made from.
        pub matter_id: Option<[u8; 16]>,
        /// Counts up with every change.
        pub version: i64,
        /// When this version was written.
        pub at: jiff::Timestamp,
    }
}

row! {
    /// A case in a list.
    #[derive(Debug, Clone)]
    pub struct Brief {
        /// Name in addresses.
        pub key: String,
        /// `imported` or `matter`.
        pub origin: String,
        /// Title.
        pub title: String,
        /// What it is.
        pub summary: String,
        /// Language of title and summary.
        pub lang: String,
        /// City, may be empty.
        pub city: String,
        /// English name of the country or region.
        pub country: String,
        /// Its code.
        pub country_code: String,
        /// Topic, by id.
        pub topic: String,
        /// How sure the topic is.
        pub topic_basis: String,
        /// Furthest stage, by id.
        pub stage: String,
        /// Its year.
        pub year: Option<i64>,
        /// Place in lists.
        pub sort: i64,
    }
}

row! {
    /// A fact about a case's stage as stored.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct FactRow {
        pub case_id: CaseId,
        pub stage: String,
        pub scope: String,
        pub year: Option<i64>,
        pub words: String,
        pub source: String,
        pub url: String,
        pub recorded: jiff::Timestamp,
    }
}

row! {
    /// Another title of a case.
    #[derive(Debug, Clone, PartialEq)]
    pub(crate) struct AliasRow {
        pub case_id: CaseId,
        pub alias: String,
        pub source: String,
    }
}

statements! {
    read BY_KEY: Entry = "SELECT id, key, number, origin, kind, title, summary, lang, city, country, country_code, region, topic, \
        topic_basis, stage, year, sort, report_ref, external_source, note, matter_id, version, at_ms FROM case_entry WHERE key = $1";
    read BY_MATTER: Entry = "SELECT id, key, number, origin, kind, title, summary, lang, city, country, country_code, region, topic, \
        topic_basis, stage, year, sort, report_ref, external_source, note, matter_id, version, at_ms FROM case_entry \
        WHERE matter_id = $1";
    read LOCKED: Entry = "SELECT id, key, number, origin, kind, title, summary, lang, city, country, country_code, region, topic, \
        topic_basis, stage, year, sort, report_ref, external_source, note, matter_id, version, at_ms FROM case_entry \
        WHERE key = $1 FOR UPDATE";
    read EVERY: Entry = "SELECT id, key, number, origin, kind, title, summary, lang, city, country, country_code, region, topic, \
        topic_basis, stage, year, sort, report_ref, external_source, note, matter_id, version, at_ms FROM case_entry ORDER BY number";
    read SAME_TOPIC: Brief = "SELECT key, origin, title, summary, lang, city, country, country_code, topic, topic_basis, stage, \
        year, sort FROM case_entry WHERE topic = $1 AND key <> $2 ORDER BY sort DESC LIMIT $3";
    read COUNT: i64 = "SELECT count(*) FROM case_entry";
    read COUNT_ORIGIN: i64 = "SELECT count(*) FROM case_entry WHERE origin = $1";
    read FACTS: FactRow = "SELECT case_id, stage, scope, year, words, source, url, recorded_ms FROM case_stage \
        WHERE case_id = $1 ORDER BY position LIMIT 100";
    /// Facts of up to three cases.
    read FACTS_OF: FactRow = "SELECT case_id, stage, scope, year, words, source, url, recorded_ms FROM case_stage \
        WHERE case_id IN ($1, $2, $3) ORDER BY case_id, position LIMIT 300";
    /// Parts of up to three cases.
    read SECTIONS_OF: (CaseId, String, String) = "SELECT case_id, section, text FROM case_section \
        WHERE case_id IN ($1, $2, $3) ORDER BY case_id, section LIMIT 300";
    read ALL_FACTS: FactRow = "SELECT case_id, stage, scope, year, words, source, url, recorded_ms FROM case_stage \
        ORDER BY case_id, position";
    read ALIASES: AliasRow = "SELECT case_id, alias, source FROM case_alias WHERE case_id = $1 ORDER BY alias LIMIT 100";
    read ALL_ALIASES: AliasRow = "SELECT case_id, alias, source FROM case_alias ORDER BY case_id, alias";
    read SECTIONS: (String, String) = "SELECT section, text FROM case_section WHERE case_id = $1 LIMIT 100";
    read ALL_SECTIONS: (CaseId, String) = "SELECT case_id, text FROM case_section ORDER BY case_id, section";
    read VERSIONS: (i64, String, String, jiff::Timestamp) = "SELECT version, title, summary, at_ms FROM case_version \
        WHERE case_id = $1 ORDER BY version DESC LIMIT 50";
    read WINNERS: winners::WinnerRow = "SELECT c.key, c.title, c.topic, s.year, s.source, s.url FROM case_stage s \
        JOIN case_entry c ON c.id = s.case_id WHERE s.stage = 'winner' AND s.scope = 'project' \
        ORDER BY s.year, c.number, s.position LIMIT 10000";
    read TOPICS: (String, i64, String, String) = "SELECT id, position, name, description FROM case_topic ORDER BY position LIMIT 1000";
    read TOPIC_ALIASES: (String, String) = "SELECT alias, topic FROM case_topic_alias ORDER BY alias LIMIT 10000";

    write NEXT_NUMBER: i64 = "UPDATE case_number SET n = n + 1 WHERE id = 1 RETURNING n";
    write ADD = "INSERT INTO case_entry (id, key, number, origin, kind, title, summary, lang, city, country, country_code, region, \
        topic, topic_basis, stage, year, sort, report_ref, external_source, note, matter_id, version, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)";
    write CHANGE = "UPDATE case_entry SET kind = $2, title = $3, summary = $4, lang = $5, city = $6, country = $7, \
        country_code = $8, region = $9, topic = $10, topic_basis = $11, stage = $12, year = $13, sort = $14, report_ref = $15, \
        external_source = $16, note = $17, version = $18, at_ms = $19 WHERE id = $1";
    write CLEAR_FACTS = "DELETE FROM case_stage WHERE case_id = $1";
    write ADD_FACT = "INSERT INTO case_stage (case_id, position, stage, scope, year, words, source, url, recorded_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    write CLEAR_ALIASES = "DELETE FROM case_alias WHERE case_id = $1";
    write ADD_ALIAS = "INSERT INTO case_alias (case_id, alias, source) VALUES ($1, $2, $3)";
    write CLEAR_SECTIONS = "DELETE FROM case_section WHERE case_id = $1";
    write ADD_SECTION = "INSERT INTO case_section (case_id, section, text) VALUES ($1, $2, $3)";
    write ADD_VERSION = "INSERT INTO case_version (case_id, version, title, summary, body, at_ms) VALUES ($1, $2, $3, $4, $5, $6)";
    write FORGET_TEXT = "DELETE FROM case_text WHERE rowid = $1";
    write INDEX_TEXT = sqlite "INSERT INTO case_text (rowid, tokens) VALUES ($1, $2)"
        postgres "INSERT INTO case_text (rowid, tokens) VALUES ($1, array_to_tsvector(string_to_array(CAST($2 AS TEXT), ' ')))";
    write CLEAR_TOPICS = "DELETE FROM case_topic";
    write ADD_TOPIC = "INSERT INTO case_topic (id, position, name, description) VALUES ($1, $2, $3, $4)";
    write CLEAR_TOPIC_ALIASES = "DELETE FROM case_topic_alias";
    write ADD_TOPIC_ALIAS = "INSERT INTO case_topic_alias (alias, topic) VALUES ($1, $2)";
}

impl FactRow {
    /// The fact, if its stage is still known.
    pub(crate) fn fact(&self) -> Option<StageFact> {
        Some(StageFact {
            stage: Stage::parse(&self.stage)?,
            of_project: self.scope == "project",
            year: self.year,
            words: self.words.clone(),
            source: self.source.clone(),
            url: self.url.clone(),
        })
    }
}

/// One case by its key.
///
/// # Errors
/// From the database.
pub async fn by_key(conn: &mut Conn, key: &str) -> Result<Option<Entry>> {
    conn.opt(&BY_KEY, params![key]).await
}

/// The case that was made from a matter.
///
/// # Errors
/// From the database.
pub async fn by_matter(conn: &mut Conn, matter: MatterId) -> Result<Option<Entry>> {
    conn.opt(&BY_MATTER, params![matter]).await
}

/// Cases on a topic, furthest stage first.
///
/// # Errors
/// From the database.
pub async fn by_topic(conn: &mut Conn, topic: &str, limit: i64) -> Result<Vec<Brief>> {
    conn.all(&SAME_TOPIC, params![topic, "", limit]).await
}

/// Cases on the topic of a case, without itself.
pub(crate) async fn similar(conn: &mut Conn, entry: &Entry, limit: i64) -> Result<Vec<Brief>> {
    conn.all(&SAME_TOPIC, params![&entry.topic, &entry.key, limit])
        .await
}

/// How many cases the library has.
///
/// # Errors
/// From the database.
pub async fn count(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT, &[]).await
}

/// How many of them this city made from its own matters.
///
/// # Errors
/// From the database.
pub async fn shared_count(conn: &mut Conn) -> Result<i64> {
    conn.one(&COUNT_ORIGIN, params!["matter"]).await
}

/// The topics in their order: id, position, English name, description.
///
/// # Errors
/// From the database.
pub async fn topics(conn: &mut Conn) -> Result<Vec<(String, i64, String, String)>> {
    conn.all(&TOPICS, &[]).await
}

/// Other names of topics: alias, topic id.
///
/// # Errors
/// From the database.
pub async fn topic_aliases(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    conn.all(&TOPIC_ALIASES, &[]).await
}

/// The next number of a case.
pub(crate) async fn next_number(tx: &mut Tx) -> Result<i64> {
    tx.returning(&NEXT_NUMBER, &[])
        .await?
        .ok_or(kapok_store::StoreError::Missing)
}

/// Adds a case.
pub(crate) async fn add(tx: &mut Tx, e: &Entry) -> Result<()> {
    let row = params![
        e.id,
        &e.key,
        e.number,
        &e.origin,
        &e.kind,
        &e.title,
        &e.summary,
        &e.lang,
        &e.city,
        &e.country,
        &e.country_code,
        &e.region,
        &e.topic,
        &e.topic_basis,
        &e.stage,
        e.year,
        e.sort,
        &e.report_ref,
        &e.external_source,
        &e.note,
        e.matter_id,
        e.version,
        e.at
    ];
    tx.run(&ADD, row).await?;
    Ok(())
}

/// Writes a case anew under its id.
pub(crate) async fn change(tx: &mut Tx, e: &Entry) -> Result<()> {
    let row = params![
        e.id,
        &e.kind,
        &e.title,
        &e.summary,
        &e.lang,
        &e.city,
        &e.country,
        &e.country_code,
        &e.region,
        &e.topic,
        &e.topic_basis,
        &e.stage,
        e.year,
        e.sort,
        &e.report_ref,
        &e.external_source,
        &e.note,
        e.version,
        e.at
    ];
    tx.run(&CHANGE, row).await?;
    Ok(())
}

/// Replaces the facts of a case.
pub(crate) async fn put_facts(tx: &mut Tx, id: CaseId, facts: &[(StageFact, jiff::Timestamp)]) -> Result<()> {
    tx.run(&CLEAR_FACTS, params![id]).await?;
    for (position, (f, recorded)) in (1i64..).zip(facts) {
        let scope = if f.of_project { "project" } else { "city" };
        let row = params![
            id,
            position,
            f.stage.id(),
            scope,
            f.year,
            &f.words,
            &f.source,
            &f.url,
            *recorded
        ];
        tx.run(&ADD_FACT, row).await?;
    }
    Ok(())
}

/// Replaces the other titles of a case: title, source.
pub(crate) async fn put_aliases(tx: &mut Tx, id: CaseId, aliases: &[(String, String)]) -> Result<()> {
    tx.run(&CLEAR_ALIASES, params![id]).await?;
    for (alias, source) in aliases {
        tx.run(&ADD_ALIAS, params![id, alias, source]).await?;
    }
    Ok(())
}

/// Replaces the parts of a write-up.
pub(crate) async fn put_sections(tx: &mut Tx, id: CaseId, sections: &[(String, String)]) -> Result<()> {
    tx.run(&CLEAR_SECTIONS, params![id]).await?;
    for (section, text) in sections {
        tx.run(&ADD_SECTION, params![id, section, text]).await?;
    }
    Ok(())
}

/// Replaces what the search knows of a case.
pub(crate) async fn put_text(tx: &mut Tx, number: i64, words: &str) -> Result<()> {
    tx.run(&FORGET_TEXT, params![number]).await?;
    tx.run(&INDEX_TEXT, params![number, kapok_text::index_tokens(words)])
        .await?;
    Ok(())
}
