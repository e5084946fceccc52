//! Hearing a voice, or a stack of cards.

use jiff::Timestamp;
use kapok_acts::{About, ActError, Actor, Env, Kind, Right};
use kapok_store::ids::VoiceId;
use kapok_store::{Acts, Conn, NewAct, Tx, params};

use super::{code_of, hash_of};
use crate::contacts;
use crate::model::Heard;
use crate::new::NewVoice;
use crate::store::{self, Before};

/// Voices of one call of [`hear_many`].
const MOST_AT_ONCE: usize = 500;
/// New ids tried when a code is taken: of a million voices about one needs a second try.
const TRIES: usize = 5;

/// Hears a voice. The same form sent twice is heard once: the second time gives the first receipt and writes nothing.
///
/// Anybody may send by the web and by other apps; everything else is entered by staff with [`Right::EnterVoices`]. Staff who
/// use the public form speak as residents.
///
/// # Errors
/// [`ActError::Fields`] as [`NewVoice::check`]; [`ActError::Forbidden`].
pub async fn hear(env: &Env, actor: &Actor, voice: NewVoice) -> Result<Heard, ActError> {
    let voice = located(env, voice).await?;
    let mut tx = env.db.change().await?;
    let (heard, act) = hear_in(&mut tx, env, actor, &voice).await?;
    match act {
        Some(act) => tx.commit(act).await?,
        None => tx.leave().await?,
    }
    Ok(heard)
}

/// Finds the place in the author's words, if none was chosen. [`hear_in`] takes the place as it is: a transaction should not
/// wait for a second connection.
///
/// # Errors
/// From the database.
pub async fn located(env: &Env, mut voice: NewVoice) -> Result<NewVoice, ActError> {
    if env.city.automatic.place && voice.place.is_none() && !voice.place_words.trim().is_empty() {
        voice.place = kapok_places::tree(env).await?.guess(&voice.place_words);
    }
    Ok(voice)
}

/// As [`hear`], in the caller's transaction and without guessing the place ([`located`] does that before). There is no act when
/// the same form was heard before: nothing is to be written then.
///
/// # Errors
/// As [`hear`].
pub async fn hear_in(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    voice: &NewVoice,
) -> Result<(Heard, Option<NewAct>), ActError> {
    allow(env, actor, voice)?;
    voice.check(env)?;
    let voice = voice.cleaned(env.city.automatic.language);
    if let Some(before) = sent_before(tx, &voice).await? {
        return Ok((receipt(env, before, true), None));
    }
    let number = tx
        .returning(&store::NEXT_NUMBER, &[])
        .await?
        .ok_or(ActError::Stale)?;
    let at = voice.heard_at.unwrap_or_else(|| env.now());
    for _ in 0..TRIES {
        let id = VoiceId(env.id());
        if insert(tx, env, actor, &voice, id, number, at).await? {
            count(tx, env, &voice, at).await?;
            if let Some(contact) = &voice.contact {
                contacts::keep_in(tx, env, id, contact).await?;
            }
            let act = act(env, actor, &voice, id, number)?;
            return Ok((receipt(env, Before { id, number }, false), Some(act)));
        }
        // Either the same form arrived at the same moment, or the code is taken.
        if let Some(before) = sent_before(tx, &voice).await? {
            return Ok((receipt(env, before, true), None));
        }
    }
    Err(ActError::Stale)
}

/// Where a voice was published before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name of the other platform, the same in every import from it.
    pub name: String,
    /// Its id there.
    pub id: String,
    /// Its page there; may be empty.
    pub url: String,
}

impl Source {
    /// Stands in for the key of a form: the same voice of the same platform is heard once, however often it is imported.
    #[must_use]
    pub fn key(&self) -> [u8; 16] {
        let digest = kapok_acts::Keys::digest(format!("import\n{}\n{}", self.name, self.id).as_bytes());
        let mut key = [0; 16];
        key.copy_from_slice(&digest[..16]);
        key
    }
}

/// Hears a voice that was published elsewhere, and keeps where. Importing it again writes nothing.
///
/// # Errors
/// As [`hear`], and [`ActError::Forbidden`] without [`Right::Import`].
pub async fn hear_imported(
    env: &Env,
    actor: &Actor,
    voice: NewVoice,
    source: &Source,
) -> Result<Heard, ActError> {
    env.allow(actor, Right::Import)?;
    let voice = NewVoice {
        form_key: Some(source.key()),
        ..located(env, voice).await?
    };
    let mut tx = env.db.change().await?;
    let (heard, act) = hear_in(&mut tx, env, actor, &voice).await?;
    if let Some(act) = act {
        let params = params![heard.id, &source.name, &source.id, &source.url];
        tx.run(&store::ADD_SOURCE, params).await?;
        tx.commit(act).await?;
    }
    Ok(heard)
}

/// The voice that was imported from there before, if any, and its number.
///
/// # Errors
/// From the database.
pub async fn imported(conn: &mut Conn, source: &Source) -> Result<Option<(VoiceId, i64)>, ActError> {
    let before = conn.opt(&store::BY_FORM, params![source.key()]).await?;
    Ok(before.map(|b| (b.id, b.number)))
}

/// Hears a stack of voices, all or none: one transaction, one act for each. Those that were heard before are in the answer
/// with `again`.
///
/// # Errors
/// [`ActError::Forbidden`] without [`Right::EnterVoices`]; [`ActError::Fields`] of the first voice that cannot be heard.
pub async fn hear_many(env: &Env, actor: &Actor, voices: Vec<NewVoice>) -> Result<Vec<Heard>, ActError> {
    env.allow(actor, Right::EnterVoices)?;
    if voices.len() > MOST_AT_ONCE {
        return Err(ActError::NotNow("voices-cards-too-many"));
    }
    let mut ready = Vec::with_capacity(voices.len());
    for voice in voices {
        ready.push(located(env, voice).await?);
    }
    let mut tx = env.db.change().await?;
    let (mut heard, mut acts) = (Vec::with_capacity(ready.len()), Vec::new());
    for voice in &ready {
        let (one, act) = hear_in(&mut tx, env, actor, voice).await?;
        heard.push(one);
        acts.extend(act);
    }
    let mut acts = acts.into_iter();
    match acts.next() {
        Some(first) => tx.commit(Acts::from(first).and_all(acts)).await?,
        None => tx.leave().await?,
    }
    Ok(heard)
}

fn allow(env: &Env, actor: &Actor, voice: &NewVoice) -> Result<(), ActError> {
    if !voice.channel.is_self_service() || voice.party.is_some() {
        env.allow(actor, Right::EnterVoices)?;
    }
    Ok(())
}

async fn sent_before(tx: &mut Tx, voice: &NewVoice) -> Result<Option<Before>, ActError> {
    match voice.form_key {
        Some(key) => Ok(tx.opt(&store::BY_FORM, params![key]).await?),
        None => Ok(None),
    }
}

fn receipt(env: &Env, voice: Before, again: bool) -> Heard {
    Heard {
        id: voice.id,
        number: voice.number,
        code: code_of(env, voice.id).to_string(),
        again,
    }
}

/// Whether the row was new.
async fn insert(
    tx: &mut Tx,
    env: &Env,
    actor: &Actor,
    voice: &NewVoice,
    id: VoiceId,
    number: i64,
    at: Timestamp,
) -> Result<bool, ActError> {
    let entered_by = match actor {
        Actor::Staff { account, .. } if !voice.channel.is_self_service() => Some(*account),
        Actor::Staff { .. } | Actor::Resident | Actor::System => None,
    };
    let params = params![
        id,
        number,
        hash_of(env, code_of(env, id)),
        voice.form_key,
        voice.channel,
        voice.lang.clone(),
        voice.kind,
        &voice.text,
        voice.place,
        &voice.place_words,
        voice.party,
        voice.photo.clone(),
        at,
        entered_by,
        voice.contact.is_some()
    ];
    Ok(tx.run(&store::INSERT, params).await? == 1)
}

/// Counts it in the year in which it reached the city.
async fn count(tx: &mut Tx, env: &Env, voice: &NewVoice, at: Timestamp) -> Result<(), ActError> {
    let year = i64::from(env.city.date(at).year());
    tx.run(&store::COUNT_YEAR, params![year, voice.channel]).await?;
    if let Some(place) = voice.place {
        tx.run(&store::COUNT_PLACE, params![place, year, at]).await?;
    }
    Ok(())
}

fn act(env: &Env, actor: &Actor, voice: &NewVoice, id: VoiceId, number: i64) -> Result<NewAct, ActError> {
    // Staff at the public form speak for themselves and are not named.
    let speaker = if actor.is_staff() && voice.channel.is_self_service() {
        &Actor::Resident
    } else {
        actor
    };
    let mut about = About::new("voice", id.0);
    about.place = voice.place;
    let facts = [
        ("number", number.into()),
        ("channel", voice.channel.id().into()),
        ("kind", voice.kind.id().into()),
        ("lang", voice.lang.as_deref().unwrap_or("und").into()),
    ];
    env.act(speaker, Kind::VoiceHeard, about, "", &facts)
}
