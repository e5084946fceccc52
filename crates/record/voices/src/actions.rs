//! Everything that changes a voice: permission, rule, statements, act, in one transaction.

mod hearing;
mod judging;
mod own;

use kapok_acts::{About, ActError, Env};
use kapok_store::ids::{MatterId, VoiceId};
use kapok_store::{Tx, params};
use kapok_text::Code;

use crate::model::Voice;
use crate::store;

pub use crate::contacts::purge_contacts;
pub use crate::joining::{join_in, leave_in, mark_answered_in, merge_in, schedule_purge_in, tell_in};
pub use hearing::{Source, hear, hear_imported, hear_in, hear_many, imported, located};
pub use judging::{answer, hide, refer, restore};
pub use own::{edit, withdraw, withdraw_in};

/// The code of a voice. It follows from the id and a key outside the database and is stored nowhere: whoever reads the
/// database alone can neither see nor guess it.
#[must_use]
pub fn code_of(env: &Env, id: VoiceId) -> Code {
    Code::from_bytes(&env.keys.tag("code", &id.0))
}

/// What stands in the database for a code.
pub(crate) fn hash_of(env: &Env, code: Code) -> [u8; 32] {
    env.keys.tag("code-hash", code.compact().as_bytes())
}

/// A voice, locked until the transaction ends.
async fn hold(tx: &mut Tx, id: VoiceId) -> Result<Voice, ActError> {
    tx.opt(&store::HOLD, params![id]).await?.ok_or(ActError::NotFound)
}

/// The voice of a code, locked until the transaction ends.
async fn hold_code(tx: &mut Tx, env: &Env, code: &str) -> Result<Voice, ActError> {
    let code = Code::parse(code).map_err(|_| ActError::NotFound)?;
    let hash = hash_of(env, code);
    tx.opt(&store::HOLD_CODE, params![hash])
        .await?
        .ok_or(ActError::NotFound)
}

/// What an act about a voice is about; it stands in the timeline of the voice's matter.
fn about(voice: &Voice) -> About {
    let mut about = About::new("voice", voice.id.0);
    about.matter = voice.matter;
    about.place = voice.place;
    about
}

/// What an action on one voice gives back: its matter, whose search index holds the words of its voices.
pub type Touched = Option<MatterId>;
