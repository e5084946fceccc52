//! Reading voices. What is hidden or withdrawn comes without its words, except to whoever has the code.

use jiff::Timestamp;
use kapok_acts::{ActError, Env};
use kapok_store::ids::{AccountId, MatterId, PartyId, PlaceId, VoiceId};
use kapok_store::{Conn, Value, params, row};
use kapok_text::Code;

use crate::actions::hash_of;
use crate::model::{Answer, Channel, Version, Voice, VoiceFacts, VoiceState, VoiceView};
use crate::store::{self, id_list};

/// More versions or answers than one voice ever has.
const MOST_OF_ONE: i64 = 200;
/// Ids asked for at once.
const MOST_IDS: i64 = 10_000;

row! {
    /// When a place was last heard.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct PlaceHeard {
        /// The place.
        pub place: PlaceId,
        /// Voices of the year asked for.
        pub n: i64,
        /// When the last voice of any year reached the city.
        pub last: Timestamp,
    }
}

row! {
    /// Voices without an answer that are together: in one matter, referred to one office, or neither.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Waiting {
        /// Their matter.
        pub matter: Option<MatterId>,
        /// The office they were referred to.
        pub office: Option<PartyId>,
        /// How many.
        pub n: i64,
        /// When the first of them reached the city.
        pub oldest: Timestamp,
    }
}

/// Which voices of the inbox.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InboxFilter {
    /// By one channel.
    pub channel: Option<Channel>,
    /// In one language.
    pub lang: Option<String>,
    /// From these places; a place and all within it.
    pub places: Option<Vec<PlaceId>>,
    /// Referred to this office; without it, those that were referred to nobody.
    pub office: Option<PartyId>,
}

impl InboxFilter {
    fn asked(&self) -> Vec<(&'static str, Value)> {
        let state = if self.office.is_some() {
            VoiceState::Referred
        } else {
            VoiceState::Heard
        };
        let mut asked = vec![("state", state.into())];
        asked.extend(self.office.map(|o| ("office", o.into())));
        asked.extend(common(self.channel, self.lang.as_deref(), self.places.as_deref()));
        asked
    }
}

/// Which voices of the public lists.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VoiceFilter {
    /// By one channel.
    pub channel: Option<Channel>,
    /// In one language.
    pub lang: Option<String>,
    /// From these places; a place and all within it.
    pub places: Option<Vec<PlaceId>>,
    /// Part of this matter.
    pub matter: Option<MatterId>,
    /// Heard from this moment on.
    pub since: Option<Timestamp>,
    /// Heard before this moment.
    pub until: Option<Timestamp>,
}

impl VoiceFilter {
    fn asked(&self) -> Vec<(&'static str, Value)> {
        let mut asked = common(self.channel, self.lang.as_deref(), self.places.as_deref());
        asked.extend(self.matter.map(|m| ("matter", m.into())));
        asked.extend(self.since.map(|at| ("since", at.into())));
        asked.extend(self.until.map(|at| ("until", at.into())));
        asked
    }
}

fn common(
    channel: Option<Channel>,
    lang: Option<&str>,
    places: Option<&[PlaceId]>,
) -> Vec<(&'static str, Value)> {
    let mut asked = Vec::new();
    asked.extend(channel.map(|c| ("channel", c.into())));
    asked.extend(lang.map(|l| ("lang", l.into())));
    asked.extend(places.map(|p| ("places", id_list(p).into())));
    asked
}

fn masked(voices: Vec<Voice>) -> Vec<Voice> {
    voices.into_iter().map(Voice::masked).collect()
}

/// The voice of a code, with everything its author may see; what was withdrawn stays withdrawn.
///
/// # Errors
/// From the database.
pub async fn by_code(env: &Env, code: &str) -> Result<Option<VoiceView>, ActError> {
    let Ok(code) = Code::parse(code) else {
        return Ok(None);
    };
    let mut conn = env.db.read().await?;
    let found = conn.opt(&store::BY_CODE, params![hash_of(env, code)]).await?;
    let Some(voice) = found else { return Ok(None) };
    let withdrawn = voice.state == VoiceState::Withdrawn;
    let versions = if voice.version > 1 && !withdrawn {
        conn.all(&store::VERSIONS, params![voice.id, MOST_OF_ONE]).await?
    } else {
        Vec::new()
    };
    let answers = answers(&mut conn, voice.id).await?;
    let voice = if withdrawn { voice.masked() } else { voice };
    Ok(Some(VoiceView {
        voice,
        answers,
        versions,
    }))
}

/// The voice of a number, as anybody may see it.
///
/// # Errors
/// From the database.
pub async fn by_number(env: &Env, number: i64) -> Result<Option<VoiceView>, ActError> {
    let found = by_number_unmasked(env, number).await?;
    Ok(found.map(|view| VoiceView {
        voice: view.voice.masked(),
        ..view
    }))
}

/// The voice of a number as those see it who judge the hiding: with words that are hidden, without words that are withdrawn.
pub(crate) async fn by_number_unmasked(env: &Env, number: i64) -> Result<Option<VoiceView>, ActError> {
    let mut conn = env.db.read().await?;
    let Some(voice) = conn.opt(&store::BY_NUMBER, params![number]).await? else {
        return Ok(None);
    };
    let answers = answers(&mut conn, voice.id).await?;
    let hidden = voice.state == VoiceState::Hidden;
    Ok(Some(VoiceView {
        voice: if hidden { voice } else { voice.masked() },
        answers,
        versions: Vec::new(),
    }))
}

/// One voice, as anybody may see it.
///
/// # Errors
/// From the database.
pub async fn one(conn: &mut Conn, id: VoiceId) -> Result<Option<Voice>, ActError> {
    Ok(conn.opt(&store::BY_ID, params![id]).await?.map(Voice::masked))
}

/// Answers to one voice alone, oldest first.
///
/// # Errors
/// From the database.
pub async fn answers(conn: &mut Conn, voice: VoiceId) -> Result<Vec<Answer>, ActError> {
    Ok(conn.all(&store::ANSWERS, params![voice, MOST_OF_ONE]).await?)
}

/// What a voice said before each of its edits, oldest first. For its author only.
///
/// # Errors
/// From the database.
pub async fn versions(conn: &mut Conn, voice: VoiceId) -> Result<Vec<Version>, ActError> {
    Ok(conn.all(&store::VERSIONS, params![voice, MOST_OF_ONE]).await?)
}

/// The voices from one number to another that an account entered, with their words: for the list of codes at the desk.
pub(crate) async fn entered(
    conn: &mut Conn,
    numbers: (i64, i64),
    by: AccountId,
    limit: i64,
) -> Result<Vec<Voice>, ActError> {
    let (from, to) = numbers;
    Ok(conn.all(&store::ENTERED, params![from, to, by, limit]).await?)
}

/// The facts of these voices, oldest first; those that do not exist are missing.
///
/// # Errors
/// From the database.
pub async fn facts(conn: &mut Conn, ids: &[VoiceId]) -> Result<Vec<VoiceFacts>, ActError> {
    Ok(conn.all(&store::FACTS, params![id_list(ids), MOST_IDS]).await?)
}

/// The voices of a matter, oldest first, after the voice of this number.
///
/// # Errors
/// From the database.
pub async fn of_matter(
    conn: &mut Conn,
    matter: MatterId,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Voice>, ActError> {
    let mut asked = vec![("matter", matter.into())];
    asked.extend(after.map(|n| ("after", n.into())));
    Ok(masked(
        conn.filtered(&store::OF_MATTER, asked, "oldest", limit).await?,
    ))
}

/// The first voice of a matter whose words are shown: the quote that stands for it.
///
/// # Errors
/// From the database.
pub async fn first_of_matter(conn: &mut Conn, matter: MatterId) -> Result<Option<Voice>, ActError> {
    Ok(conn.opt(&store::FIRST_OF_MATTER, params![matter]).await?)
}

/// All voices of a matter, oldest first.
///
/// # Errors
/// From the database.
pub async fn ids_of_matter(conn: &mut Conn, matter: MatterId) -> Result<Vec<VoiceId>, ActError> {
    Ok(conn.all(&store::IDS_OF_MATTER, params![matter]).await?)
}

/// What the first voices of a matter say, without those that are not shown.
///
/// # Errors
/// From the database.
pub async fn words_of_matter(conn: &mut Conn, matter: MatterId, limit: i64) -> Result<Vec<String>, ActError> {
    Ok(conn.all(&store::WORDS_OF_MATTER, params![matter, limit]).await?)
}

/// When the first voice of a matter reached the city.
///
/// # Errors
/// From the database.
pub async fn first_heard(conn: &mut Conn, matter: MatterId) -> Result<Option<Timestamp>, ActError> {
    let ms = conn.one(&store::FIRST_HEARD, params![matter]).await?;
    Ok(ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
}

/// Voices that are part of no matter and have no answer, oldest first, after the voice of this number.
///
/// # Errors
/// From the database.
pub async fn inbox(
    conn: &mut Conn,
    filter: &InboxFilter,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Voice>, ActError> {
    let mut asked = filter.asked();
    asked.extend(after.map(|n| ("after", n.into())));
    Ok(conn.filtered(&store::INBOX, asked, "oldest", limit).await?)
}

/// How many voices [`inbox`] has.
///
/// # Errors
/// From the database.
pub async fn inbox_count(conn: &mut Conn, filter: &InboxFilter) -> Result<i64, ActError> {
    let counts = conn.filtered(&store::INBOX_COUNT, filter.asked(), "", 1).await?;
    Ok(counts.first().copied().unwrap_or_default())
}

/// Voices that were heard before a moment and have no answer, the longest waiting first, after the voice of this number.
///
/// # Errors
/// From the database.
pub async fn unanswered(
    conn: &mut Conn,
    filter: &VoiceFilter,
    before: Timestamp,
    after: Option<i64>,
    limit: i64,
) -> Result<Vec<Voice>, ActError> {
    let mut asked = vec![("heard-before", before.into())];
    asked.extend(filter.asked());
    asked.extend(after.map(|n| ("after", n.into())));
    Ok(conn.filtered(&store::UNANSWERED, asked, "oldest", limit).await?)
}

/// How many voices were heard before a moment and have no answer.
///
/// # Errors
/// From the database.
pub async fn unanswered_count(conn: &mut Conn, before: Timestamp) -> Result<i64, ActError> {
    Ok(conn.one(&store::UNANSWERED_COUNT, params![before]).await?)
}

/// Voices that were heard before a moment and have no answer, counted by matter and office, the longest waiting first.
///
/// # Errors
/// From the database.
pub async fn waiting(conn: &mut Conn, before: Timestamp, limit: i64) -> Result<Vec<Waiting>, ActError> {
    Ok(conn.all(&store::WAITING, params![before, limit]).await?)
}

/// All voices, newest first, before the voice of this number.
///
/// # Errors
/// From the database.
pub async fn list(
    conn: &mut Conn,
    filter: &VoiceFilter,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<Voice>, ActError> {
    let mut asked = filter.asked();
    asked.extend(before.map(|n| ("before", n.into())));
    Ok(masked(conn.filtered(&store::LIST, asked, "newest", limit).await?))
}

/// How many voices reached the city in a year of its calendar, by channel, most first; those now hidden or withdrawn
/// are counted.
///
/// # Errors
/// From the database.
pub async fn heard_this_year(conn: &mut Conn, year: i16) -> Result<Vec<(Channel, i64)>, ActError> {
    let rows = conn.all(&store::BY_CHANNEL, params![i64::from(year)]).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(channel, n)| Some((Channel::parse(&channel)?, n)))
        .collect())
}

/// When each place was last heard, and how often in a year. Places that were never heard are missing.
///
/// # Errors
/// From the database.
pub async fn heard_by_place(conn: &mut Conn, year: i16) -> Result<Vec<PlaceHeard>, ActError> {
    Ok(conn.all(&store::BY_PLACE, params![i64::from(year)]).await?)
}

/// Whether a photo belongs to voices of which none is shown any more: hidden or withdrawn words take their photo with them.
///
/// # Errors
/// From the database.
pub async fn hides_photo(conn: &mut Conn, name: &str) -> Result<bool, ActError> {
    let (all, shown) = conn.one(&store::PHOTO, params![name]).await?;
    Ok(all > 0 && shown == 0)
}

/// How many voices have ever been heard.
///
/// # Errors
/// From the database.
pub async fn heard_ever(conn: &mut Conn) -> Result<i64, ActError> {
    Ok(conn.one(&store::HEARD_EVER, &[]).await?)
}

/// How many voices [`list`] has, or [`unanswered`] when a moment is given, counted up to `most`; none when there are more.
///
/// # Errors
/// From the database.
pub async fn fitting(
    conn: &mut Conn,
    filter: &VoiceFilter,
    unanswered_before: Option<Timestamp>,
    most: i64,
) -> Result<Option<i64>, ActError> {
    let mut asked = filter.asked();
    let rows = match unanswered_before {
        Some(before) => {
            asked.insert(0, ("heard-before", before.into()));
            conn.filtered(&store::FITTING_UNANSWERED, asked, "oldest", most + 1)
                .await?
        }
        None => conn.filtered(&store::FITTING, asked, "newest", most + 1).await?,
    };
    Ok(i64::try_from(rows.len()).ok().filter(|n| *n <= most))
}
