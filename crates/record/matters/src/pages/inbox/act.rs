//! What the forms of the inbox do. Each leads on to the next voice; what was refused comes back filled in.

use axum::response::IntoResponse;
use kapok_acts::{ActError, Env, Fields, Right};
use kapok_store::ids::VoiceId;
use kapok_web::{Form, Notice, Outcome, Page, Visit, lookup, redirect_with, said};

use super::asked::{Asked, Did};
use super::{Typed, build, office, place};
use crate::model::NewMatter;
use crate::{actions, reads};

/// Where the page leads after it was done, and what it says there.
struct Done(Asked, Notice);

pub(super) async fn send(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let right = match form.get("do") {
        "answer" => Right::Answer,
        "hide" => Right::Moderate,
        _ => Right::Sort,
    };
    visit.need(right)?;
    let asked = Asked::read(&visit);
    match act(&visit, &form, asked).await {
        Ok(Done(to, notice)) => Ok(redirect_with(&to.address(), notice)),
        Err(error) => again(&visit, form, error).await,
    }
}

/// The page once more with what was typed, when the form can show what is wrong.
async fn again(visit: &Visit, form: Form, error: ActError) -> Outcome {
    let id = |field: &str| match field {
        "token" => "voice".to_owned(),
        field => format!("{}-{field}", form.get("do")),
    };
    let errors = match error {
        ActError::Fields(fields) => fields
            .0
            .iter()
            .map(|e| (id(e.field), lookup(visit.t, e.message).to_owned()))
            .collect(),
        ActError::NotNow(message) => vec![("voice".to_owned(), lookup(visit.t, message).to_owned())],
        ActError::Stale => vec![("voice".to_owned(), visit.t.inbox_taken().to_owned())],
        other => return Err(visit.problem(other)),
    };
    let page = build(visit, Typed { form, errors })
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::again(page).into_response())
}

async fn act(visit: &Visit, form: &Form, asked: Asked) -> Result<Done, ActError> {
    let env = &form.once(visit).await?;
    if form.get("do") == "undo" {
        return undo(visit, env, form, asked).await;
    }
    let voice = VoiceId::parse(form.get("voice")).ok_or(ActError::NotFound)?;
    let number: i64 = form.get("number").parse().map_err(|_| ActError::NotFound)?;
    let (did, notice) = match form.get("do") {
        "join" => join(visit, env, form, &asked, voice, number).await?,
        "new" => begin(visit, env, form, &asked, voice, number).await?,
        "refer" => refer(visit, env, form, voice, number).await?,
        "answer" => {
            kapok_voices::actions::answer(env, &visit.actor, voice, form.get("text")).await?;
            (Did::Answered, Notice("inbox-answered"))
        }
        "hide" => {
            kapok_voices::actions::hide(env, &visit.actor, voice, form.get("reason")).await?;
            (Did::Hidden(number), Notice("inbox-hidden"))
        }
        _ => return Err(ActError::NotFound),
    };
    Ok(Done(onward(asked, form, voice, did, number), notice))
}

/// To the next voice that is not done yet. At the end of the list it goes on after this one.
fn onward(asked: Asked, form: &Form, voice: VoiceId, did: Did, number: i64) -> Asked {
    let next = form.get("next").parse::<i64>().ok();
    let together = matches!(form.get("do"), "join" | "new");
    let mut chosen = asked.chosen.clone();
    chosen.retain(|id| !together && *id != voice);
    Asked {
        at: next,
        from: if next.is_some() { asked.from } else { Some(number) },
        search: String::new(),
        chosen,
        did,
        ..asked
    }
}

/// The voice that is shown, and those that were selected.
fn together(asked: &Asked, voice: VoiceId) -> Vec<VoiceId> {
    let others = asked.chosen.iter().copied().filter(|id| *id != voice);
    std::iter::once(voice).chain(others).collect()
}

async fn join(
    visit: &Visit,
    env: &Env,
    form: &Form,
    asked: &Asked,
    voice: VoiceId,
    number: i64,
) -> Result<(Did, Notice), ActError> {
    let matter = form.get("matter").parse().map_err(|_| ActError::NotFound)?;
    let found = reads::by_number(&mut env.db.read().await?, matter).await?;
    let matter = found.ok_or(ActError::NotFound)?.id;
    let done = actions::join(env, &visit.actor, matter, &together(asked, voice), "").await?;
    Ok((Did::Sorted(done.act, number), Notice("inbox-joined")))
}

async fn begin(
    visit: &Visit,
    env: &Env,
    form: &Form,
    asked: &Asked,
    voice: VoiceId,
    number: i64,
) -> Result<(Did, Notice), ActError> {
    let tree = kapok_places::tree(env).await?;
    let title = form.get("title");
    let own_words = title.trim() == form.get("first").trim();
    let new = NewMatter {
        title: title.to_owned(),
        // A title in the voice's own words is in its language; one that an officer wrote is looked at.
        lang: if own_words {
            form.get("said-in").to_owned()
        } else {
            String::new()
        },
        place: place(&tree, form.get("place")),
        topic: form.get("topic").to_owned(),
        ..NewMatter::default()
    };
    let done = actions::begin(env, &visit.actor, new, &together(asked, voice), "").await?;
    Ok((Did::Sorted(done.act, number), Notice("inbox-begun")))
}

async fn refer(
    visit: &Visit,
    env: &Env,
    form: &Form,
    voice: VoiceId,
    number: i64,
) -> Result<(Did, Notice), ActError> {
    let directory = kapok_parties::directory(env).await?;
    let mut wrong = Fields::default();
    let to = office(&directory, form.get("office"));
    if to.is_none() {
        wrong.add("office", "inbox-office-missing");
    }
    if form.get("reason").trim().is_empty() {
        wrong.add("reason", "form-reason-missing");
    }
    wrong.check()?;
    let to = to.ok_or(ActError::NotFound)?;
    kapok_voices::actions::refer(env, &visit.actor, voice, to, form.get("reason")).await?;
    Ok((Did::Referred(number), Notice("inbox-referred")))
}

/// Takes the last step back. A referral is taken back to one's own office, since the log keeps both.
async fn undo(visit: &Visit, env: &Env, form: &Form, asked: Asked) -> Result<Done, ActError> {
    let actor = &visit.actor;
    let why = said::UNDONE;
    let (number, mine) = match Did::parse(form.get("what")) {
        Did::Sorted(act, number) => {
            actions::undo(env, actor, act, why).await?;
            (number, asked.mine)
        }
        Did::Referred(number) => {
            let voice = by_number(visit, number).await?;
            let own = actor.office().ok_or(ActError::Forbidden)?;
            kapok_voices::actions::refer(env, actor, voice, own, why).await?;
            (number, true)
        }
        Did::Hidden(number) => {
            let voice = by_number(visit, number).await?;
            kapok_voices::actions::restore(env, actor, voice, why).await?;
            (number, asked.mine)
        }
        Did::Nothing | Did::Answered => return Err(ActError::NotFound),
    };
    let to = Asked {
        at: Some(number).filter(|n| *n > 0),
        from: asked.from.filter(|from| *from != number && mine == asked.mine),
        mine,
        search: String::new(),
        did: Did::Nothing,
        ..asked
    };
    Ok(Done(to, Notice("inbox-undone")))
}

async fn by_number(visit: &Visit, number: i64) -> Result<VoiceId, ActError> {
    let found = kapok_voices::by_number(&visit.app.env, number).await?;
    Ok(found.ok_or(ActError::NotFound)?.voice.id)
}
