//! What stands beside a matter on its page, in one query: a page may cost eight for all rooms.

use jiff::Timestamp;
use kapok_store::ids::{AnswerId, AppealId, PartyId, PlaceId};
use kapok_store::{Conn, Result, StoreError, params, row, statements};

use crate::model::Matter;
use crate::replies::{Answer, Appeal, AppealState, Asked, Partner, PartnerState};
use crate::state::State;

row! {
    /// One line of what stands beside: which part it belongs to, then the columns of all parts under common names.
    pub(crate) struct Piece {
        part: String,
        a: String,
        b: String,
        c: String,
        lang: String,
        n: i64,
        at: Option<Timestamp>,
        then: Option<Timestamp>,
        id: Option<[u8; 16]>,
        party: Option<PartyId>,
    }
}

statements! {
    read BESIDE: Piece = "SELECT 'channel', channel, '', '', '', n, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), \
        CAST(NULL AS BYTEA), CAST(NULL AS BYTEA) FROM matter_channel WHERE matter_id = $1 \
        UNION ALL SELECT 'lang', lang, '', '', '', n, NULL, NULL, NULL, NULL FROM matter_lang WHERE matter_id = $1 \
        UNION ALL SELECT 'place', '', '', '', '', n, NULL, NULL, place_id, NULL FROM matter_place WHERE matter_id = $1 \
        UNION ALL SELECT 'partner', asked, state, note, '', 0, asked_ms, replied_ms, NULL, party_id FROM matter_partner WHERE matter_id = $1 \
        UNION ALL SELECT 'answer', author, text, '', lang, 0, at_ms, NULL, id, party_id \
        FROM matter_answer WHERE matter_id = $1 \
        UNION ALL SELECT 'appeal', grounds, state, ruling, against, 0, at_ms, ruled_ms, id, NULL \
        FROM appeal WHERE matter_id = $1 \
        UNION ALL SELECT 'before', '', '', '', '', count(*), NULL, NULL, NULL, NULL FROM matter WHERE listing = 2 AND (rank_key, number) > ($2, $3) \
        UNION ALL SELECT 'ranked', '', '', '', '', count(*), NULL, NULL, NULL, NULL FROM matter WHERE listing = 2";
}

/// What stands beside a matter on its page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    /// Voices by channel, most first.
    pub channels: Vec<(String, i64)>,
    /// Voices by language, most first.
    pub languages: Vec<(String, i64)>,
    /// Voices by place, most first; voices without a place are not in it.
    pub places: Vec<(PlaceId, i64)>,
    /// Offices that were asked, in that order of time.
    pub partners: Vec<Partner>,
    /// Answers to all voices, oldest first.
    pub answers: Vec<Answer>,
    /// Appeals, oldest first.
    pub appeals: Vec<Appeal>,
    /// Its place among matters that wait for a decision, from 1, and how many they are; none when it does not wait.
    pub position: Option<(i64, i64)>,
}

/// Everything that stands beside a matter on its page.
///
/// # Errors
/// From the database.
pub async fn beside(conn: &mut Conn, matter: &Matter) -> Result<Beside> {
    let mut out = Beside::default();
    let (mut before, mut ranked) = (0, 0);
    for piece in conn
        .all(&BESIDE, params![matter.id, matter.rank_key, matter.number])
        .await?
    {
        match piece.part.as_str() {
            "channel" => out.channels.push((piece.a, piece.n)),
            "lang" => out.languages.push((piece.a, piece.n)),
            "place" => out.places.extend(piece.id.map(|id| (PlaceId(id), piece.n))),
            "partner" => out.partners.push(piece.partner()?),
            "answer" => out.answers.push(piece.answer()?),
            "appeal" => out.appeals.push(piece.appeal(matter)?),
            "before" => before = piece.n,
            _ => ranked = piece.n,
        }
    }
    out.position = matter.state.is_open().then_some((before + 1, ranked));
    out.channels
        .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out.languages
        .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out.places
        .sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out.partners.sort_by_key(|p| (p.asked_at, p.party));
    out.answers.sort_by_key(|a| (a.at, a.id));
    out.appeals.sort_by_key(|a| (a.at, a.id));
    Ok(out)
}

/// A column of [`Piece`] does not hold what the part needs.
fn unfit(column: usize, expected: &'static str) -> StoreError {
    StoreError::Column { column, expected }
}

impl Piece {
    fn at(&self) -> Result<Timestamp> {
        self.at.ok_or(unfit(6, "time"))
    }

    fn id(&self) -> Result<[u8; 16]> {
        self.id.ok_or(unfit(8, "id"))
    }

    fn partner(self) -> Result<Partner> {
        Ok(Partner {
            party: self.party.ok_or(unfit(9, "id"))?,
            asked: Asked::parse(&self.a).ok_or(unfit(1, "part or lead"))?,
            state: PartnerState::parse(&self.b).ok_or(unfit(2, "state of a request"))?,
            asked_at: self.at()?,
            replied_at: self.then,
            note: self.c,
        })
    }

    fn answer(self) -> Result<Answer> {
        Ok(Answer {
            id: AnswerId(self.id()?),
            party: self.party,
            at: self.at()?,
            author: self.a,
            text: self.b,
            lang: self.lang,
        })
    }

    fn appeal(self, matter: &Matter) -> Result<Appeal> {
        Ok(Appeal {
            id: AppealId(self.id()?),
            matter: matter.id,
            against: State::parse(&self.lang).ok_or(unfit(4, "state of a matter"))?,
            at: self.at()?,
            state: AppealState::parse(&self.b).ok_or(unfit(2, "state of an appeal"))?,
            ruled_at: self.then,
            grounds: self.a,
            ruling: self.c,
        })
    }
}
