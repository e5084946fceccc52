//! Mails to authors of voices who left an address: there is an answer, here is where to read it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kapok_acts::{ActError, Env};
use kapok_i18n::{Lang, T};
use kapok_mail::{Mailer, Message};

/// Mails sent in one round.
const AT_ONCE: i64 = 50;

/// Sends what is due; gives how many mails left.
///
/// # Errors
/// From the database. A mail that cannot be sent stays due and is tried again in the next round.
pub async fn send_due(env: &Env, mailer: &Mailer) -> Result<usize, ActError> {
    let mut conn = env.db.read().await?;
    let due = kapok_voices::due_mails(&mut conn, AT_ONCE).await?;
    drop(conn);
    let now: SystemTime =
        UNIX_EPOCH + Duration::from_millis(u64::try_from(env.now().as_millisecond()).unwrap_or_default());
    let mut sent = 0;
    for mail in due {
        // An address that cannot be opened (another key) or cannot be reached for good must not block the queue.
        if let Some(to) = kapok_voices::open_contact_for_job(env, &mail) {
            let t = T(Lang::parse(&mail.lang).unwrap_or_default());
            match mailer.send(&message(env, t, to, &mail), now).await {
                Ok(()) => sent += 1,
                Err(error) if error.is_permanent() => tracing::warn!(%error, "a mail was given up"),
                Err(error) => {
                    tracing::warn!(%error, "a mail waits for the next round");
                    continue;
                }
            }
        }
        kapok_voices::mark_mailed(env, &mail).await?;
    }
    Ok(sent)
}

fn message(env: &Env, t: T, to: String, mail: &kapok_voices::DueMail) -> Message {
    let code = kapok_voices::code_of(env, mail.voice).to_string();
    let link = format!("{}/follow/{code}?lang={}", env.city.public_url, t.lang().code());
    let text = [
        t.follow_mail_text().to_owned(),
        link,
        t.follow_mail_code(&code),
        t.follow_mail_why(&t.days(env.city.days_to_keep_contact)),
    ]
    .join("\n\n");
    Message {
        to,
        subject: t.follow_mail_subject(&env.city.name),
        text,
        list_unsubscribe: None,
    }
}
