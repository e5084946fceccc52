//! Import of the library: `cases.csv`, and other titles from `case_aliases.csv` where that file is there.

mod read;

use std::collections::BTreeMap;

use kapok_acts::{Actor, Env, Kind};
use kapok_processes::sheet::{import_act, may_import};
use kapok_processes::{Files, Import, ImportError};
use kapok_store::ids::CaseId;
use kapok_store::{Result, Tx, params};

use crate::model::{self, Stage, StageFact};
use crate::store::{self, Entry};
pub(crate) use read::COLUMNS;
use read::read_cases;

/// A topic with its other names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Stable id, as in the catalogues.
    pub id: String,
    /// Order of the list, from 1.
    pub position: i64,
    /// English name.
    pub name: String,
    /// What it covers.
    pub description: String,
    /// Other English names; the search finds cases by them.
    pub aliases: Vec<String>,
}

/// Replaces the topics in somebody else's transaction and indexes all cases again. Tells how many topics were new or
/// different.
///
/// # Errors
/// From the database; [`kapok_store::StoreError::Duplicate`] when two topics share a position or an alias.
pub async fn put_topics_in(tx: &mut Tx, topics: &[Topic]) -> Result<usize> {
    let old = read_topics(tx).await?;
    let changed = kapok_processes::actions::differences(&old, topics);
    if changed == 0 {
        return Ok(0);
    }
    tx.run(&store::CLEAR_TOPICS, &[]).await?;
    tx.run(&store::CLEAR_TOPIC_ALIASES, &[]).await?;
    for topic in topics {
        tx.run(
            &store::ADD_TOPIC,
            params![&topic.id, topic.position, &topic.name, &topic.description],
        )
        .await?;
        for alias in &topic.aliases {
            tx.run(&store::ADD_TOPIC_ALIAS, params![alias, &topic.id]).await?;
        }
    }
    index_all(tx).await?;
    Ok(changed)
}

async fn read_topics(tx: &mut Tx) -> Result<Vec<Topic>> {
    let mut aliases = store::topic_aliases(tx).await?;
    aliases.sort(); // the databases do not agree how words are ordered
    let rows = store::topics(tx).await?;
    let of = |id: &str| {
        aliases
            .iter()
            .filter(|(_, topic)| topic == id)
            .map(|(a, _)| a.clone())
            .collect()
    };
    Ok(rows
        .into_iter()
        .map(|(id, position, name, description)| Topic {
            aliases: of(&id),
            id,
            position,
            name,
            description,
        })
        .collect())
}

/// What the search knows of a case: its own words, and the names of its topic, country, region and city in every
/// language of the interface.
pub(crate) fn search_words(entry: &Entry, more: &[&str], topic_aliases: &[(String, String)]) -> String {
    let mut words = vec![
        entry.title.clone(),
        entry.summary.clone(),
        entry.country.clone(),
        entry.city.clone(),
    ];
    words.extend(more.iter().map(|&text| text.to_owned()));
    words.extend(
        topic_aliases
            .iter()
            .filter(|(_, topic)| *topic == entry.topic)
            .map(|(a, _)| a.clone()),
    );
    for lang in kapok_i18n::Lang::ALL {
        let t = kapok_i18n::T(lang);
        words.push(t.topic(&entry.topic).to_owned());
        words.push(crate::country_name(t, &entry.country_code, &entry.country).to_owned());
        words.push(crate::region_name(t, &entry.region).to_owned());
        words.push(crate::city_name(t, &entry.city, &entry.country_code).to_owned());
    }
    words.join(" \n ")
}

async fn index_all(tx: &mut Tx) -> Result<()> {
    let topic_aliases = store::topic_aliases(tx).await?;
    let entries = tx.all(&store::EVERY, &[]).await?;
    let mut more: BTreeMap<CaseId, Vec<String>> = BTreeMap::new();
    for row in tx.all(&store::ALL_ALIASES, &[]).await? {
        more.entry(row.case_id).or_default().push(row.alias);
    }
    for (id, text) in tx.all(&store::ALL_SECTIONS, &[]).await? {
        more.entry(id).or_default().push(text);
    }
    for entry in entries {
        let own: Vec<&str> = more
            .get(&entry.id)
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        store::put_text(tx, entry.number, &search_words(&entry, &own, &topic_aliases)).await?;
    }
    Ok(())
}

/// A case with its facts and titles, as a file or the record holds it.
struct Whole {
    entry: Entry,
    facts: Vec<StageFact>,
    aliases: Vec<(String, String)>,
}

impl Whole {
    /// Whether an import of `self` over `old` changes anything.
    fn differs(&self, old: &Whole) -> bool {
        let entry = Entry {
            id: old.entry.id,
            number: old.entry.number,
            origin: old.entry.origin.clone(),
            matter_id: old.entry.matter_id,
            sort: old.entry.sort,
            version: old.entry.version,
            at: old.entry.at,
            ..self.entry.clone()
        };
        entry != old.entry || self.facts != old.facts || self.aliases != old.aliases
    }
}

/// Imports `cases.csv`. A case that is there already keeps its id; one that differs gets a new version, and the old one
/// is kept. Cases that the file leaves out stay, for their addresses are permanent. Importing the same again changes
/// nothing.
///
/// # Errors
/// [`ImportError`] with file, row, column and cure; nothing is kept then.
pub async fn import_cases(env: &Env, actor: &Actor, files: &Files) -> Result<Import, ImportError> {
    may_import(actor)?;
    let mut tx = env.db.change().await?;
    let topics = read_topics(&mut tx).await?;
    let cases = read_cases(files, &topics, env.now())?;
    let (known, recorded) = known(&mut tx).await?;
    let topic_aliases = store::topic_aliases(&mut tx).await?;
    let mut done = Import {
        file: "cases.csv".into(),
        rows: cases.len(),
        changed: 0,
    };
    for mut case in cases {
        let old = known.get(&case.entry.key);
        // A case of this city changes by its own pages only, whatever an export of it says.
        if old.is_some_and(|old| old.entry.origin == "matter" || !case.differs(old)) {
            continue;
        }
        done.changed += 1;
        match old {
            Some(old) => {
                keep_version(&mut tx, &old.entry, &[]).await?;
                case.entry.id = old.entry.id;
                case.entry.number = old.entry.number;
                case.entry.version = old.entry.version + 1;
            }
            None => {
                case.entry.id = CaseId(env.id());
                case.entry.number = store::next_number(&mut tx).await?;
            }
        }
        put(&mut tx, &mut case, old.is_some(), &recorded, &topic_aliases).await?;
    }
    if done.changed > 0 {
        tx.commit(import_act(env, actor, Kind::CaseImported, &done)?)
            .await?;
    }
    Ok(done)
}

type Recorded = Vec<(CaseId, StageFact, jiff::Timestamp)>;

/// The imported cases of the record by key, and when each fact was recorded first.
async fn known(tx: &mut Tx) -> Result<(BTreeMap<String, Whole>, Recorded)> {
    let mut recorded = Recorded::new();
    for row in tx.all(&store::ALL_FACTS, &[]).await? {
        recorded.extend(row.fact().map(|fact| (row.case_id, fact, row.recorded)));
    }
    let mut aliases = tx.all(&store::ALL_ALIASES, &[]).await?;
    aliases.sort_by(|a, b| a.alias.cmp(&b.alias)); // the databases do not agree how words are ordered
    let entries = tx.all(&store::EVERY, &[]).await?;
    let whole = |entry: Entry| {
        let facts = recorded
            .iter()
            .filter(|(id, ..)| *id == entry.id)
            .map(|(_, fact, _)| fact.clone());
        let titles = aliases.iter().filter(|a| a.case_id == entry.id);
        Whole {
            facts: facts.collect(),
            aliases: titles.map(|a| (a.alias.clone(), a.source.clone())).collect(),
            entry,
        }
    };
    let known = entries
        .into_iter()
        .map(|entry| (entry.key.clone(), whole(entry)))
        .collect();
    Ok((known, recorded))
}

async fn put(
    tx: &mut Tx,
    case: &mut Whole,
    there: bool,
    recorded: &Recorded,
    topic_aliases: &[(String, String)],
) -> Result<()> {
    let entry = &mut case.entry;
    let stage = Stage::parse(&entry.stage).unwrap_or(Stage::Participating);
    entry.sort = model::sort_value(stage, entry.number);
    if there {
        store::change(tx, entry).await?;
    } else {
        store::add(tx, entry).await?;
    }
    let first = |fact: &StageFact| {
        let known = recorded
            .iter()
            .find(|(id, old, _)| *id == entry.id && old == fact);
        known.map_or(entry.at, |(_, _, at)| *at)
    };
    let facts: Vec<_> = case.facts.iter().map(|f| (f.clone(), first(f))).collect();
    store::put_facts(tx, entry.id, &facts).await?;
    store::put_aliases(tx, entry.id, &case.aliases).await?;
    let titles: Vec<&str> = case.aliases.iter().map(|(alias, _)| alias.as_str()).collect();
    store::put_text(tx, entry.number, &search_words(entry, &titles, topic_aliases)).await
}

/// Keeps what a case says now, before it is changed.
pub(crate) async fn keep_version(tx: &mut Tx, old: &Entry, sections: &[(String, String)]) -> Result<()> {
    let parts: BTreeMap<&str, &str> = sections
        .iter()
        .map(|(s, text)| (s.as_str(), text.as_str()))
        .collect();
    let body = serde_json::json!({
        "kind": old.kind, "lang": old.lang, "city": old.city, "country": old.country, "country_code": old.country_code,
        "region": old.region, "topic": old.topic, "topic_basis": old.topic_basis, "stage": old.stage, "year": old.year,
        "report_ref": old.report_ref, "external_source": old.external_source, "note": old.note, "sections": parts,
    });
    let row = params![
        old.id,
        old.version,
        &old.title,
        &old.summary,
        body.to_string(),
        old.at
    ];
    tx.run(&store::ADD_VERSION, row).await?;
    Ok(())
}
