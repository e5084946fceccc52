//! What is there before the first voice: places, parties, staff, and the report's library.

use std::collections::HashMap;

use anyhow::{Context, Result};
use jiff::Timestamp;
use kapok_acts::{ActError, Actor, Env, Right};
use kapok_store::ids::{PartyId, PlaceId};

use crate::content::{Content, PARTIES, PLACES, STAFF};
use crate::plan::Calendar;
use crate::{Made, PASSWORD};

/// Days between the opening of the record and the first voice.
const BEFORE: i64 = 14;

/// Keys of the files and what they stand for in the record.
pub struct City {
    places: HashMap<String, PlaceId>,
    parties: HashMap<String, PartyId>,
    /// By office, those with fewer rights first.
    staff: HashMap<String, Vec<Actor>>,
}

/// When the record is opened.
pub fn beginning(calendar: &Calendar, content: &Content) -> Timestamp {
    let oldest = content
        .voices
        .iter()
        .map(|(_, v)| v.days_ago)
        .max()
        .unwrap_or_default();
    let morning = calendar.day(oldest + BEFORE).at(9, 0, 0, 0);
    calendar.zone.to_timestamp(morning).unwrap_or_default()
}

/// Imports places, parties, staff and the report.
///
/// # Errors
/// With the name of the file.
pub async fn city(env: &Env, content: &Content, made: &mut Made) -> Result<City> {
    let system = &Actor::System;
    made.places = kapok_places::actions::import(env, system, PLACES.1)
        .await
        .context(PLACES.0)?;
    made.parties = kapok_parties::actions::import_parties(env, system, PARTIES.1)
        .await
        .context(PARTIES.0)?;
    made.accounts = kapok_parties::actions::import_staff(env, system, STAFF.1, PASSWORD)
        .await
        .context(STAFF.0)?;
    crate::report::import(env).await.context("data/report")?;
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let keys = content
        .matters
        .iter()
        .map(|(_, m)| &m.place)
        .chain(content.voices.iter().map(|(_, v)| &v.place));
    let places = keys
        .filter_map(|key| tree.by_key(key).map(|p| (key.clone(), p.id)))
        .collect();
    let mut staff: HashMap<String, Vec<Actor>> = HashMap::new();
    for (_, row) in &content.staff {
        let actor = kapok_parties::actions::staff_actor(env, &row.email)
            .await
            .context(STAFF.0)?;
        staff.entry(row.office.clone()).or_default().push(actor);
    }
    let rights = |actor: &Actor| Right::ALL.into_iter().filter(|right| actor.may(*right)).count();
    staff
        .values_mut()
        .for_each(|of_office| of_office.sort_by_key(rights));
    Ok(City {
        places,
        parties: directory.all().map(|p| (p.key.clone(), p.id)).collect(),
        staff,
    })
}

impl City {
    /// The place of a key.
    ///
    /// # Errors
    /// When there is none.
    pub fn place(&self, key: &str) -> Result<PlaceId> {
        self.places
            .get(key)
            .copied()
            .with_context(|| format!("there is no place {key:?}"))
    }

    /// The party of a key.
    ///
    /// # Errors
    /// When there is none.
    pub fn party(&self, key: &str) -> Result<PartyId> {
        self.parties
            .get(key)
            .copied()
            .with_context(|| format!("there is no party {key:?}"))
    }

    /// Somebody of an office who may do this: an officer where that is enough.
    ///
    /// # Errors
    /// When the office has nobody who may.
    pub fn officer(&self, office: &str, right: Right) -> Result<&Actor> {
        let of_office = self.staff.get(office).map_or(&[][..], Vec::as_slice);
        let able = of_office.iter().find(|actor| actor.may(right));
        able.ok_or(ActError::Forbidden)
            .with_context(|| format!("nobody at {office:?} may {}", right.id()))
    }
}
