//! A matter's counts: how many voices, from which channel, in which language, from where, since when.
//!
//! Every voice of a matter is counted exactly once, in the transaction that joins it, and taken out in the one that takes
//! it out. Voices whose words were withdrawn or hidden stay counted.

use std::collections::BTreeMap;

use kapok_acts::{ActError, Env};
use kapok_store::ids::{MatterId, PlaceId, VoiceId};
use kapok_store::{Tx, params};
use kapok_voices::VoiceFacts;

use crate::model::Matter;
use crate::priority::{day_number, deprived, voice_points};
use crate::store;

/// Voices whose words are indexed with the matter.
pub(super) const INDEXED_VOICES: i64 = 20;

/// Voices looked up by one query.
const AT_ONCE: usize = 200;

/// The facts of any number of voices.
pub(super) async fn facts(tx: &mut Tx, voices: &[VoiceId]) -> Result<Vec<VoiceFacts>, ActError> {
    let mut out = Vec::with_capacity(voices.len());
    for some in voices.chunks(AT_ONCE) {
        out.extend(kapok_voices::facts(tx, some).await?);
    }
    Ok(out)
}

/// Where a place lies, and how deprived it is.
pub(super) struct Around {
    /// The place and every place around it.
    pub places: Vec<PlaceId>,
    /// Points for its deprivation, 0 to 3.
    pub deprived: i64,
}

/// Looks a place up; an unknown one is refused.
pub(super) async fn around(env: &Env, place: Option<PlaceId>) -> Result<Around, ActError> {
    let mut around = Around {
        places: Vec::new(),
        deprived: 0,
    };
    let Some(id) = place else { return Ok(around) };
    let tree = kapok_places::tree(env).await?;
    if tree.get(id).is_none() {
        return Err(kapok_acts::Fields::one("place", "form-unknown"));
    }
    around.deprived = deprived(tree.deprivation(id));
    let mut next = Some(id);
    while let Some(place) = next.and_then(|id| tree.get(id)) {
        around.places.push(place.id);
        next = place.parent.filter(|parent| !around.places.contains(parent));
    }
    Ok(around)
}

/// Indexes title, summary and the words of the first voices, as they are shown now.
pub(super) async fn index(tx: &mut Tx, matter: &Matter) -> Result<(), ActError> {
    let words = kapok_voices::words_of_matter(tx, matter.id, INDEXED_VOICES).await?;
    Ok(store::index(tx, matter, &words.join("\n")).await?)
}

/// Counts voices that joined.
pub(super) async fn add(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    voices: &[VoiceFacts],
) -> Result<Matter, ActError> {
    let earliest = voices.iter().map(|v| v.heard).min();
    let first = match earliest {
        Some(at) if matter.voice_count == 0 || at < matter.first_heard => at,
        _ => matter.first_heard,
    };
    count(tx, matter.id, voices, 1).await?;
    let grown = Matter {
        voice_count: matter.voice_count + size(voices),
        first_heard: first,
        ..matter.clone()
    };
    let grown = save(tx, env, grown).await?;
    if matter.voice_count < INDEXED_VOICES {
        index(tx, &grown).await?;
    }
    Ok(grown)
}

/// Takes voices out of the counts that left.
pub(super) async fn take_out(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    voices: &[VoiceFacts],
) -> Result<Matter, ActError> {
    count(tx, matter.id, voices, -1).await?;
    tx.run(&store::NO_CHANNEL, params![matter.id]).await?;
    tx.run(&store::NO_LANG, params![matter.id]).await?;
    tx.run(&store::NO_PLACE, params![matter.id]).await?;
    let first = kapok_voices::first_heard(tx, matter.id).await?;
    let shrunk = Matter {
        voice_count: matter.voice_count - size(voices),
        // A matter without voices keeps the day on which it began.
        first_heard: first.unwrap_or(matter.first_heard),
        ..matter.clone()
    };
    let shrunk = save(tx, env, shrunk).await?;
    index(tx, &shrunk).await?;
    Ok(shrunk)
}

fn size(voices: &[VoiceFacts]) -> i64 {
    i64::try_from(voices.len()).unwrap_or(i64::MAX)
}

/// Writes number, first day and rank. A matter that has no day of reply yet gets the one that every voice has.
async fn save(tx: &mut Tx, env: &Env, mut matter: Matter) -> Result<Matter, ActError> {
    let first = env.city.date(matter.first_heard);
    matter.first_day = day_number(first);
    matter.rank_key = matter.factors().rank_key(&super::held_weights(tx).await?);
    if matter.reply_by.is_none() {
        let days = jiff::Span::new()
            .try_days(env.city.days_to_answer)
            .unwrap_or_default();
        matter.reply_by = first.checked_add(days).ok();
    }
    matter.version += 1;
    tx.run(
        &store::SET_VOICES,
        params![
            matter.id,
            matter.voice_count,
            voice_points(matter.voice_count),
            matter.first_heard,
            matter.first_day,
            matter.rank_key,
            matter.reply_by
        ],
    )
    .await?;
    Ok(matter)
}

/// Adds to the counters, one statement for each channel, language and place that occurs.
async fn count(tx: &mut Tx, matter: MatterId, voices: &[VoiceFacts], sign: i64) -> Result<(), ActError> {
    let mut channels: BTreeMap<&str, i64> = BTreeMap::new();
    let mut langs: BTreeMap<&str, i64> = BTreeMap::new();
    let mut places: BTreeMap<PlaceId, i64> = BTreeMap::new();
    for voice in voices {
        *channels.entry(voice.channel.id()).or_default() += sign;
        *langs.entry(&voice.lang).or_default() += sign;
        if let Some(place) = voice.place {
            *places.entry(place).or_default() += sign;
        }
    }
    for (channel, n) in channels {
        tx.run(&store::COUNT_CHANNEL, params![matter, channel, n]).await?;
    }
    for (lang, n) in langs {
        tx.run(&store::COUNT_LANG, params![matter, lang, n]).await?;
    }
    for (place, n) in places {
        tx.run(&store::COUNT_PLACE, params![matter, place, n]).await?;
    }
    Ok(())
}
