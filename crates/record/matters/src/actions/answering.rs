//! Answering all voices of a matter in public, and closing it by a side exit.

use kapok_acts::{ActError, Actor, Env, Fields, Kind, Right};
use kapok_store::ids::{AnswerId, MatterId};
use kapok_store::params;

use super::describing::reread;
use super::{about, hold, may, move_in};
use crate::model::{ANSWER_CHARS, Exit, Matter, TITLE_CHARS, language_of, words};
use crate::{jobs, store};

/// Answers all voices of a matter at once. `lang` may be empty: the language is detected. Voices that join later have
/// this answer too.
///
/// # Errors
/// [`ActError::Fields`] on `text`; [`ActError::Forbidden`]; [`ActError::NotNow`] when the matter takes no voices any more.
pub async fn answer(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    text: &str,
    lang: &str,
) -> Result<AnswerId, ActError> {
    env.allow(actor, Right::Answer)?;
    let text = text.trim();
    let mut wrong = Fields::default();
    words(&mut wrong, "text", text, ANSWER_CHARS);
    wrong.check()?;
    let lang = if lang.is_empty() {
        language_of(text)
    } else {
        lang.to_owned()
    };
    let mut tx = env.db.change().await?;
    let matter = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Answer, &matter).await?;
    if !matter.state.takes_voices() {
        return Err(ActError::NotNow("matters-closed"));
    }
    let id = AnswerId(env.id());
    let now = env.now();
    let author = match actor {
        Actor::Staff { name, .. } => name.as_str(),
        Actor::Resident | Actor::System => "",
    };
    let party = actor.office().or(matter.lead);
    tx.run(
        &store::ADD_ANSWER,
        params![id, matter.id, party, author, text, &lang, now],
    )
    .await?;
    tx.run(&store::ANSWERED, params![matter.id, now]).await?;
    let answered = kapok_voices::mark_answered_in(&mut tx, matter.id, now, now).await?;
    if matter.answered.is_some() {
        // Those who were answered before hear that there is more to read.
        kapok_voices::tell_in(&mut tx, matter.id, now).await?;
    }
    let facts = [
        ("voices", matter.voice_count.into()),
        (
            "first_answered",
            i64::try_from(answered.len()).unwrap_or(i64::MAX).into(),
        ),
        ("lang", lang.as_str().into()),
    ];
    let act = env.act(actor, Kind::MatterAnswered, about(&matter), "", &facts)?;
    jobs::tell_in(&mut tx, env, &matter, Kind::MatterAnswered).await?;
    tx.commit(act).await?;
    Ok(id)
}

/// Closes a matter by a side exit, with a public reason that residents can appeal against.
///
/// # Errors
/// [`ActError::Fields`] on `reason` or `referred_to`; [`ActError::NotNow`] when it is too far on its way, or when it shall be
/// "answered" and has no answer.
pub async fn close(
    env: &Env,
    actor: &Actor,
    matter: MatterId,
    exit: Exit,
    reason: &str,
) -> Result<Matter, ActError> {
    env.allow(actor, Right::Decide)?;
    let mut tx = env.db.change().await?;
    let old = hold(&mut tx, matter).await?;
    may(&mut tx, actor, Right::Decide, &old).await?;
    if !old.state.is_open() {
        return Err(ActError::NotNow("matters-no-such-move"));
    }
    let facts = match &exit {
        Exit::Answered if old.answered.is_none() => return Err(ActError::NotNow("matters-answer-first")),
        Exit::Referred(to) => {
            let to = referred_to(to)?;
            tx.run(&store::REFERRED_TO, params![matter, &to]).await?;
            vec![("office", to.into())]
        }
        Exit::Answered | Exit::Withdrawn => Vec::new(),
    };
    let act = move_in(&mut tx, env, actor, &old, exit.state(), reason, &facts).await?;
    tx.commit(act).await?;
    reread(env, matter).await
}

fn referred_to(to: &str) -> Result<String, ActError> {
    let to = to.trim().to_owned();
    let mut wrong = Fields::default();
    words(&mut wrong, "referred_to", &to, TITLE_CHARS);
    wrong.check()?;
    Ok(to)
}
