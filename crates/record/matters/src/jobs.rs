//! Mails about matters: the link that confirms following, and news for those who follow. (Authors of voices who left an
//! address are told by the room of voices.)
//!
//! The action queues one job in its transaction. That job queues one job per person, and only that one opens an address,
//! sends one mail and forgets it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kapok_acts::{ActError, Env, Kind};
use kapok_i18n::{Lang, T};
use kapok_jobs::Handlers;
use kapok_mail::{Mailer, Message};
use kapok_store::ids::{ActId, MatterId, PartyId};
use kapok_store::{ChoreTx, StoreError, Tx, params};
use serde::{Deserialize, Serialize};

use crate::actions::follow_token;
use crate::model::Matter;
use crate::{reads, store};

/// Asks somebody to confirm that they follow.
pub const CONFIRM: &str = "matters.confirm";
/// Tells everybody who follows a matter.
pub const TELL: &str = "matters.tell";
/// Tells one of them.
pub const TELL_ONE: &str = "matters.tell-one";

#[derive(Debug, Serialize, Deserialize)]
struct Confirm {
    follower: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct Tell {
    matter: String,
    kind: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct TellOne {
    follower: String,
    kind: String,
}

/// The name of an office for an act; what is no office of the city is refused.
pub(crate) async fn office_name(env: &Env, office: PartyId) -> Result<String, ActError> {
    let directory = kapok_parties::directory(env).await?;
    let party = directory
        .office(office)
        .ok_or_else(|| kapok_acts::Fields::one("office", "form-unknown"))?;
    Ok(party.name.clone())
}

/// Queues the first mail to somebody who wants to follow; one at a time.
pub(crate) async fn ask_to_confirm_in(tx: &mut ChoreTx, env: &Env, id: ActId) -> Result<(), StoreError> {
    let payload = Confirm {
        follower: id.to_string(),
    };
    let same_as = format!("{CONFIRM}:{id}");
    kapok_jobs::queue_in_chore(tx, env, CONFIRM, &payload, env.now(), Some(&same_as)).await
}

/// Queues news about a matter, if anybody follows it.
pub(crate) async fn tell_in(tx: &mut Tx, env: &Env, matter: &Matter, kind: Kind) -> Result<(), StoreError> {
    if matter.followers == 0 {
        return Ok(());
    }
    let payload = Tell {
        matter: matter.id.to_string(),
        kind: kind.name().into(),
    };
    kapok_jobs::queue(tx, env, TELL, &payload, env.now(), None).await
}

/// Adds this room's handlers.
#[must_use]
pub fn handlers(handlers: Handlers, mailer: &Mailer) -> Handlers {
    let (first, second) = (mailer.clone(), mailer.clone());
    handlers
        .on(CONFIRM, move |env, job: Confirm| {
            let mailer = first.clone();
            async move { confirm(&env, &mailer, &job).await.map_err(|e| e.to_string()) }
        })
        .on(TELL, |env, job: Tell| async move {
            tell(&env, &job).await.map_err(|e| e.to_string())
        })
        .on(TELL_ONE, move |env, job: TellOne| {
            let mailer = second.clone();
            async move { tell_one(&env, &mailer, &job).await.map_err(|e| e.to_string()) }
        })
}

/// Why a mail was not sent. Holds no address.
#[derive(Debug, thiserror::Error)]
enum JobError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Mail(#[from] kapok_mail::MailError),
    #[error("the payload names nothing that exists")]
    Payload,
}

/// Somebody who follows, as a mail needs it.
struct Follower {
    matter: Matter,
    to: String,
    t: T,
    token: String,
}

/// Opens the address; none when they unfollowed meanwhile.
async fn follower(env: &Env, id: &str) -> Result<Option<Follower>, JobError> {
    let id = ActId::parse(id).ok_or(JobError::Payload)?;
    let mut conn = env.db.read().await?;
    let Some((matter, sealed, lang)) = conn.opt(&store::FOLLOWER, params![id]).await? else {
        return Ok(None);
    };
    let matter = reads::by_id(&mut conn, matter).await?.ok_or(JobError::Payload)?;
    let plain = env.keys.open("follow", &id.0, &kapok_acts::Sealed(sealed));
    let to = plain
        .and_then(|plain| String::from_utf8(plain).ok())
        .ok_or(JobError::Payload)?;
    Ok(Some(Follower {
        matter,
        to,
        t: T(Lang::parse(&lang).unwrap_or_default()),
        token: follow_token(env, id),
    }))
}

async fn confirm(env: &Env, mailer: &Mailer, job: &Confirm) -> Result<(), JobError> {
    let Some(Follower { matter, to, t, token }) = follower(env, &job.follower).await? else {
        return Ok(());
    };
    let url = &env.city.public_url;
    let message = Message {
        subject: t.matters_mail_confirm_subject(&matter.title),
        text: t.matters_mail_confirm_text(
            &env.city.name,
            &matter.title,
            &format!("{url}/matters/following/{token}?lang={}", t.lang()),
        ),
        list_unsubscribe: None,
        to,
    };
    Ok(mailer.send(&message, sent_at(env)).await?)
}

/// Queues one job for each follower.
async fn tell(env: &Env, job: &Tell) -> Result<(), JobError> {
    let matter = MatterId::parse(&job.matter).ok_or(JobError::Payload)?;
    let mut tx = env.db.chore().await?;
    for id in tx.all(&store::FOLLOWERS_OF, params![matter]).await? {
        let payload = TellOne {
            follower: id.to_string(),
            kind: job.kind.clone(),
        };
        kapok_jobs::queue_in_chore(&mut tx, env, TELL_ONE, &payload, env.now(), None).await?;
    }
    Ok(tx.commit().await?)
}

async fn tell_one(env: &Env, mailer: &Mailer, job: &TellOne) -> Result<(), JobError> {
    let Some(Follower { matter, to, t, token }) = follower(env, &job.follower).await? else {
        return Ok(());
    };
    let url = &env.city.public_url;
    // The same sentences as in the public log: `matter.opened` is `log-act-matter-opened`.
    let id = format!("log-act-{}", job.kind.replace('.', "-"));
    let what = t.message(&id).unwrap_or(&job.kind);
    let unfollow = format!("{url}/matters/following/{token}?lang={}", t.lang());
    let message = Message {
        subject: t.matters_mail_news_subject(&matter.title),
        text: t.matters_mail_news_text(
            what,
            &matter.title,
            t.state(matter.state.id()),
            &format!("{url}{}?lang={}", matter.path(), t.lang()),
            &unfollow,
        ),
        list_unsubscribe: Some(unfollow),
        to,
    };
    Ok(mailer.send(&message, sent_at(env)).await?)
}

fn sent_at(env: &Env) -> SystemTime {
    UNIX_EPOCH + Duration::from_millis(env.now().as_millisecond().unsigned_abs())
}
