//! Writing a matter of this city up as a case, and changing what it says.

use kapok_acts::{About, ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{CaseId, MatterId};
use kapok_store::{NewAct, Tx, params};

use crate::import::{keep_version, search_words};
use crate::model::{self, Basis, Section, Stage, StageFact};
use crate::store::{self, Entry};

/// Characters that a title may have.
const TITLE: usize = 200;
/// Characters that the summary may have.
const SUMMARY: usize = 2_000;
/// Characters that a part of the write-up may have.
const PART: usize = 20_000;

/// The words of a case.
#[derive(Debug, Clone, Default)]
pub struct NewText {
    /// Title, up to 200 characters.
    pub title: String,
    /// What it is, up to 2,000 characters.
    pub summary: String,
    /// Parts of the write-up, up to 20,000 characters each; empty ones are left out.
    pub sections: Vec<(Section, String)>,
}

/// A case to be made from a matter; prefilled from the matter's records.
#[derive(Debug, Clone)]
pub struct NewCase {
    /// The matter. One matter makes one case.
    pub matter: MatterId,
    /// The words.
    pub text: NewText,
    /// Language of the words (BCP 47).
    pub lang: String,
    /// Topic, by id.
    pub topic: String,
    /// Name of the city.
    pub city: String,
    /// English name of the country, empty where it does not matter (a demo city).
    pub country: String,
    /// Its code (ISO 3166-1 alpha-2), or empty.
    pub country_code: String,
    /// Region, one of [`model::REGIONS`], or empty.
    pub region: String,
}

impl NewText {
    /// Without blanks at the ends and without empty parts.
    fn tidy(&self) -> Self {
        let parts = self.sections.iter().map(|(s, text)| (*s, text.trim().to_owned()));
        Self {
            title: self.title.trim().to_owned(),
            summary: self.summary.trim().to_owned(),
            sections: parts.filter(|(_, text)| !text.is_empty()).collect(),
        }
    }

    fn check(&self, fields: &mut Fields) {
        let too_long = |text: &str, most: usize| text.chars().count() > most;
        for (field, text, most) in [("title", &self.title, TITLE), ("summary", &self.summary, SUMMARY)] {
            if text.is_empty() {
                fields.add(field, "form-missing");
            } else if too_long(text, most) {
                fields.add(field, "form-too-long");
            }
        }
        for (section, text) in &self.sections {
            if too_long(text, PART) {
                fields.add(section.id(), "form-too-long");
            }
        }
    }

    fn rows(&self) -> Vec<(String, String)> {
        self.sections
            .iter()
            .map(|(s, text)| (s.id().to_owned(), text.clone()))
            .collect()
    }
}

/// A case that was made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Id.
    pub id: CaseId,
    /// Name in addresses: the page is `/cases/KEY`.
    pub key: String,
    /// Version, from 1.
    pub version: i64,
}

/// Makes a case from a matter. See [`make_from_matter_in`].
///
/// # Errors
/// As [`make_from_matter_in`].
pub async fn make_from_matter(env: &Env, actor: &Actor, new: NewCase) -> Result<Made, ActError> {
    let mut tx = env.db.change().await?;
    let (made, act) = make_from_matter_in(&mut tx, env, actor, &new).await?;
    tx.commit(act).await?;
    Ok(made)
}

/// Makes a case from a matter in somebody else's transaction, who moves the matter on with it.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Share`]; [`ActError::Fields`] on words that are missing or too long and on an
/// unknown topic; [`ActError::NotNow`] when the matter has a case already, which is then to be revised.
pub async fn make_from_matter_in(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    new: &NewCase,
) -> Result<(Made, NewAct), ActError> {
    if !actor.may(Right::Share) {
        return Err(ActError::Forbidden);
    }
    let text = new.text.tidy();
    let mut fields = Fields::default();
    text.check(&mut fields);
    if kapok_i18n::T(kapok_i18n::Lang::En).topic(&new.topic) == new.topic {
        fields.add("topic", "form-unknown");
    }
    fields.check()?;
    if store::by_matter(tx, new.matter).await?.is_some() {
        return Err(ActError::NotNow("cases-already-made"));
    }
    let number = store::next_number(tx).await?;
    let entry = entry(env, new, &text, number, free_key(tx, &text.title, number).await?);
    store::add(tx, &entry).await?;
    put_words(tx, &entry, &text).await?;
    let fact = StageFact {
        stage: Stage::Shared,
        of_project: true,
        year: entry.year,
        words: Stage::Shared.id().into(),
        source: format!("/m/{}", new.matter),
        url: String::new(),
    };
    store::put_facts(tx, entry.id, &[(fact, entry.at)]).await?;
    let act = act(env, actor, &entry, "")?;
    Ok((
        Made {
            id: entry.id,
            key: entry.key,
            version: 1,
        },
        act,
    ))
}

fn entry(env: &Env, new: &NewCase, text: &NewText, number: i64, key: String) -> Entry {
    Entry {
        id: CaseId(env.id()),
        key,
        number,
        origin: "matter".into(),
        kind: "matter".into(),
        title: text.title.clone(),
        summary: text.summary.clone(),
        lang: new.lang.clone(),
        city: new.city.trim().to_owned(),
        country: new.country.trim().to_owned(),
        country_code: new.country_code.trim().to_owned(),
        region: new.region.trim().to_owned(),
        topic: new.topic.clone(),
        topic_basis: Basis::Chosen.id().into(),
        stage: Stage::Shared.id().into(),
        year: Some(i64::from(env.today().year())),
        sort: model::sort_value(Stage::Shared, number),
        report_ref: String::new(),
        external_source: String::new(),
        note: String::new(),
        matter_id: Some(new.matter.0),
        version: 1,
        at: env.now(),
    }
}

/// A key from the title that no other case has.
async fn free_key(tx: &mut Tx, title: &str, number: i64) -> Result<String, ActError> {
    let slug = model::slug(title);
    if slug.is_empty() {
        return Ok(format!("case-{number}"));
    }
    Ok(match store::by_key(tx, &slug).await? {
        Some(_) => format!("{slug}-{number}"),
        None => slug,
    })
}

async fn put_words(tx: &mut Tx, entry: &Entry, text: &NewText) -> Result<(), ActError> {
    store::put_sections(tx, entry.id, &text.rows()).await?;
    let aliases = store::topic_aliases(tx).await?;
    let parts: Vec<&str> = text.sections.iter().map(|(_, text)| text.as_str()).collect();
    store::put_text(tx, entry.number, &search_words(entry, &parts, &aliases)).await?;
    Ok(())
}

/// The act of a case: its key and version, no words of it.
fn act(env: &Env, actor: &Actor, entry: &Entry, reason: &str) -> Result<NewAct, ActError> {
    let mut about = About::new("case", entry.id.0).office(actor.office());
    about.matter = entry.matter_id.map(MatterId);
    let facts = [
        ("case", entry.key.as_str().into()),
        ("version", entry.version.into()),
        ("topic", entry.topic.as_str().into()),
    ];
    env.act(actor, Kind::CaseMade, about, reason, &facts)
}

/// Changes what a case of this city says. The old words are kept as a version. `version` is the one that was read.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::Share`]; [`ActError::NotFound`] for an unknown key and for imported cases, which
/// change by import; [`ActError::Stale`] when somebody else was faster; [`ActError::Fields`] on the words, and on `reason`
/// when none is given.
pub async fn revise(
    env: &Env,
    actor: &Actor,
    key: &str,
    version: i64,
    text: NewText,
    reason: &str,
) -> Result<Made, ActError> {
    if !actor.may(Right::Share) {
        return Err(ActError::Forbidden);
    }
    let text = text.tidy();
    let mut fields = Fields::default();
    text.check(&mut fields);
    if reason.trim().is_empty() {
        fields.add("reason", "form-reason-missing");
    }
    fields.check()?;
    let mut tx = env.db.change().await?;
    let old = tx
        .opt(&store::LOCKED, params![key])
        .await?
        .ok_or(ActError::NotFound)?;
    if old.origin != "matter" {
        return Err(ActError::NotFound);
    }
    if old.version != version {
        return Err(ActError::Stale);
    }
    let sections = tx.all(&store::SECTIONS, params![old.id]).await?;
    keep_version(&mut tx, &old, &sections).await?;
    let entry = Entry {
        title: text.title.clone(),
        summary: text.summary.clone(),
        version: old.version + 1,
        at: env.now(),
        ..old
    };
    store::change(&mut tx, &entry).await?;
    put_words(&mut tx, &entry, &text).await?;
    tx.commit(act(env, actor, &entry, reason)?).await?;
    Ok(Made {
        id: entry.id,
        key: entry.key,
        version: entry.version,
    })
}
