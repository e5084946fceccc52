//! A stack of cards: rows as they are typed into the grid or come from a table, and the voices they become.
//!
//! Nothing typed is lost: a row that cannot be heard keeps what was written and says what is wrong.

mod table;

use jiff::Timestamp;
use kapok_acts::{ActError, Env, Fields};

use crate::model::{Channel, VoiceKind};
use crate::new::NewVoice;

pub use table::{Table, TableError, table};

/// Rows of one stack.
pub const MOST_ROWS: usize = 500;

/// A row as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// The words on the card.
    pub text: String,
    /// Where; empty for the stack's.
    pub place: String,
    /// Id of a channel; empty for the stack's.
    pub channel: String,
    /// Language tag; empty to find out.
    pub lang: String,
    /// ISO date; empty for the stack's.
    pub date: String,
    /// How to reach the author.
    pub contact: String,
}

impl Row {
    /// Whether nothing was typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let all = [
            &self.text,
            &self.place,
            &self.channel,
            &self.lang,
            &self.date,
            &self.contact,
        ];
        all.iter().all(|cell| cell.trim().is_empty())
    }
}

/// What holds for every row that does not say otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stack {
    /// Where.
    pub place: String,
    /// Id of a channel.
    pub channel: String,
    /// ISO date; empty for now.
    pub date: String,
}

/// The voice of a row.
///
/// # Errors
/// [`ActError::Fields`] with everything that is wrong, under the names of the columns.
pub fn voice(env: &Env, stack: &Stack, row: &Row) -> Result<NewVoice, ActError> {
    let or = |own: &str, stacks: &str| {
        let own = own.trim();
        if own.is_empty() {
            stacks.trim().to_owned()
        } else {
            own.to_owned()
        }
    };
    let mut wrong = Fields::default();
    let channel = channel(&or(&row.channel, &stack.channel), &mut wrong);
    let heard_at = heard_at(env, &or(&row.date, &stack.date), &mut wrong, "date");
    let filled = |cell: &str| Some(cell.trim().to_owned()).filter(|c| !c.is_empty());
    let voice = NewVoice {
        text: row.text.clone(),
        place_words: or(&row.place, &stack.place),
        contact: filled(&row.contact),
        lang: filled(&row.lang),
        channel,
        kind: VoiceKind::Unstated,
        heard_at,
        ..NewVoice::default()
    };
    match voice.check(env) {
        Err(ActError::Fields(more)) => wrong.0.extend(more.0.into_iter().map(|mut error| {
            if error.field == "heard" {
                error.field = "date";
            }
            error
        })),
        other => other?,
    }
    wrong.check()?;
    Ok(voice)
}

/// A channel by which staff may enter voices.
pub(crate) fn channel(id: &str, wrong: &mut Fields) -> Channel {
    let known = Channel::parse(id).filter(|c| !c.is_self_service());
    known.unwrap_or_else(|| {
        wrong.add("channel", "form-unknown");
        Channel::PaperCard
    })
}

/// The moment that stands for a day: now for today and for no day, else noon in the city, so that it is the same day
/// wherever it is read.
pub(crate) fn heard_at(env: &Env, date: &str, wrong: &mut Fields, field: &'static str) -> Option<Timestamp> {
    let date = date.trim();
    if date.is_empty() {
        return None;
    }
    let Ok(date) = date.parse::<jiff::civil::Date>() else {
        wrong.add(field, "form-date-wrong");
        return None;
    };
    if date == env.today() {
        return None;
    }
    let noon = env
        .city
        .start_of(date)
        .checked_add(jiff::SignedDuration::from_hours(12));
    noon.ok()
}
