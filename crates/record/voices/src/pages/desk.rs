//! The service desk: one voice at a time, by phone, letter, visit, meeting or radio, and its receipt.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Actor, Fields, Right};
use kapok_i18n::T;
use kapok_web::{Chrome, Form, Outcome, Page, Visit, named, redirect, summary};

use super::{Choice, View, Words, channels, kind_name, place_names};
use crate::actions::{self, code_of};
use crate::model::{Channel, VoiceKind};
use crate::new::NewVoice;
use crate::{cards, reads};

/// The form as filled in.
#[derive(Default)]
struct Filled {
    channel: String,
    text: String,
    place: String,
    kind: String,
    heard: String,
    contact: String,
}

#[derive(Template)]
#[template(path = "voices_desk.html")]
struct DeskPage {
    c: Chrome,
    f: Filled,
    channels: Vec<Choice>,
    kinds: Vec<Choice>,
    places: Vec<String>,
    errors: Vec<(String, String)>,
}

impl DeskPage {
    /// The summary with the names of the fields, in the order of the page.
    fn named(&self) -> Vec<(String, String)> {
        let t = self.c.t;
        let fields = [
            ("channel", t.voices_desk_channel()),
            ("text", t.voices_desk_text()),
            ("place", t.voices_desk_place()),
            ("kind", t.voices_kind()),
            ("heard", t.voices_desk_heard()),
            ("contact", t.voices_desk_contact()),
        ];
        named(t, &self.errors, &fields)
    }

    /// What is wrong with a field; empty for nothing.
    fn error(&self, field: &str) -> &str {
        self.errors
            .iter()
            .find(|(name, _)| name == field)
            .map_or("", |(_, text)| text)
    }
}

pub(super) async fn form(visit: Visit) -> Outcome {
    visit.need(Right::EnterVoices)?;
    // The next call is most likely of the same kind as the last.
    let channel = Channel::parse(visit.ask("channel")).unwrap_or(Channel::Phone);
    let filled = Filled {
        channel: channel.id().to_owned(),
        kind: VoiceKind::Idea.id().to_owned(),
        heard: visit.app.env.today().to_string(),
        ..Filled::default()
    };
    let page = build(&visit, filled, Vec::new())
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

async fn build(visit: &Visit, f: Filled, errors: Vec<(String, String)>) -> Result<DeskPage, ActError> {
    let t = visit.t;
    let tree = kapok_places::tree(&visit.app.env).await?;
    Ok(DeskPage {
        channels: channels(t, None, &f.channel, |c| !c.is_self_service()),
        kinds: kinds(t, &f.kind),
        places: place_names(&tree),
        c: visit.chrome("desk"),
        f,
        errors,
    })
}

fn kinds(t: T, chosen: &str) -> Vec<Choice> {
    let choice = |k: &VoiceKind| (k.id().to_owned(), kind_name(t, *k).to_owned(), k.id() == chosen);
    VoiceKind::ALL.iter().map(choice).collect()
}

pub(super) async fn send(visit: Visit, form: Form) -> Outcome {
    visit.need(Right::EnterVoices)?;
    match hear(&visit, &form).await {
        Ok(number) => Ok(redirect(&format!("/desk/receipt/{number}"))),
        Err(ActError::Fields(fields)) => {
            let errors = summary(visit.t, &super::at_the_desk(fields));
            let page = build(&visit, filled(&form), errors)
                .await
                .map_err(|e| visit.problem(e))?;
            Ok(Page::again(page).into_response())
        }
        Err(error) => Err(visit.problem(error)),
    }
}

fn filled(form: &Form) -> Filled {
    let get = |name: &str| form.get(name).to_owned();
    Filled {
        channel: get("channel"),
        text: get("text"),
        place: get("place"),
        kind: get("kind"),
        heard: get("heard"),
        contact: get("contact"),
    }
}

async fn hear(visit: &Visit, form: &Form) -> Result<i64, ActError> {
    let env = &visit.app.env;
    let mut wrong = Fields::default();
    let key = match form.token(visit) {
        Ok(token) => Some(form.key(visit, &token, &["text", "place", "contact"])),
        Err(ActError::Fields(fields)) => {
            wrong.0.extend(fields.0);
            None
        }
        Err(other) => return Err(other),
    };
    let kind = VoiceKind::parse(form.get("kind")).unwrap_or_else(|| {
        wrong.add("kind", "form-unknown");
        VoiceKind::Idea
    });
    let voice = NewVoice {
        text: form.get("text").to_owned(),
        place_words: form.get("place").to_owned(),
        contact: Some(form.get("contact").trim().to_owned()).filter(|c| !c.is_empty()),
        channel: cards::channel(form.get("channel"), &mut wrong),
        kind,
        form_key: key,
        heard_at: cards::heard_at(env, form.get("heard"), &mut wrong, "heard"),
        ..NewVoice::default()
    };
    if let Err(ActError::Fields(more)) = voice.check(env) {
        wrong.0.extend(more.0);
    }
    wrong.check()?;
    Ok(actions::hear(env, &visit.actor, voice).await?.number)
}

#[derive(Template)]
#[template(path = "voices_receipt.html")]
struct ReceiptPage {
    c: Chrome,
    v: View,
    /// That the words for the place fit none that we know; empty otherwise.
    unknown: String,
    title: String,
    code: String,
    spoken: String,
    address: String,
    next: String,
}

/// The receipt of a voice, for whoever entered it and nobody else: the code opens the voice.
pub(super) async fn receipt(visit: Visit, Path(number): Path<String>) -> Outcome {
    visit.need(Right::EnterVoices)?;
    let page = show_receipt(&visit, &number)
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

async fn show_receipt(visit: &Visit, number: &str) -> Result<ReceiptPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let number = number.parse::<i64>().map_err(|_| ActError::NotFound)?;
    let Actor::Staff { account, .. } = &visit.actor else {
        return Err(ActError::NotFound);
    };
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let mut conn = env.db.read().await?;
    let found = reads::entered(&mut conn, (number, number), *account, 1).await?;
    let voice = found.into_iter().next().ok_or(ActError::NotFound)?.masked();
    let words = Words {
        t,
        env,
        tree: &tree,
        directory: &directory,
    };
    let code = code_of(env, voice.id);
    Ok(ReceiptPage {
        title: t.voices_desk_receipt(&number.to_string()),
        v: View::new(&words, &voice),
        unknown: super::unknown_place(t, &voice),
        spoken: spoken(&code.compact()),
        code: code.to_string(),
        address: format!("{}/follow", env.city.public_url),
        next: format!("/desk?channel={}", voice.channel.id()),
        c: visit.chrome("desk"),
    })
}

/// The letters of a code apart, so that a screen reader says each.
fn spoken(compact: &str) -> String {
    let letters: Vec<String> = compact.chars().map(String::from).collect();
    letters
        .chunks(3)
        .map(|three| three.join(" "))
        .collect::<Vec<_>>()
        .join(", ")
}
