//! Saying something.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use kapok_acts::{Actor, Fields};
use kapok_voices::api::HeardOut;
use kapok_voices::{Channel, NewVoice, VoiceKind};
use kapok_web::api::{Answer, Body, Call, Number, Said, Text, WITH_PHOTO};
use kapok_web::{App, Limit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::say::{store_photo, target};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(say))
}

/// What somebody says.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SayIn {
    /// In their own words, in any language.
    #[schema(example = "The lamps on the river path are dark again")]
    text: Said<20000>,
    /// Where, in their own words.
    #[serde(default)]
    place: Option<Text<200>>,
    /// E-mail, phone or post address for a reply; kept sealed.
    #[serde(default)]
    contact: Option<Text<300>>,
    /// Number of the matter that it is about. One that takes no more voices is left aside: the words count more.
    #[serde(default)]
    matter: Option<Number>,
    /// A photo, JPEG, PNG or WebP in base 64, at most 10 MB. What the camera wrote into it is removed.
    #[serde(default)]
    photo: Option<Text<14000000>>,
}

/// Says something. No account is needed; the code in the answer opens it again.
#[utoipa::path(post, path = "/voices", operation_id = "sayVoice", tag = "voices", request_body = SayIn,
    responses((status = 200, description = "It is heard.", body = HeardOut)))]
async fn say(call: Call, Body(sent): Body<SayIn, WITH_PHOTO>) -> Answer<HeardOut> {
    call.within(Limit::Say)?;
    let env = call.env();
    let words = |text: &Option<Text<300>>| text.as_ref().map(|t| t.0.trim().to_owned());
    let voice = NewVoice {
        text: sent.text.0.clone(),
        place_words: sent
            .place
            .as_ref()
            .map(|p| p.0.trim().to_owned())
            .unwrap_or_default(),
        contact: words(&sent.contact).filter(|c| !c.is_empty()),
        channel: Channel::Web,
        kind: VoiceKind::Unstated,
        form_key: Some(call.sending("sayVoice", &(&sent.text, &sent.place, &sent.contact))),
        ..NewVoice::default()
    };
    // Words first: a photo is only worth decoding when the rest can be heard.
    voice.check(env)?;
    let mut voice = kapok_voices::actions::located(env, voice).await?;
    if let Some(photo) = sent.photo.as_ref().filter(|p| !p.0.is_empty()) {
        let bytes = BASE64_STANDARD
            .decode(&photo.0)
            .map_err(|_| Fields::one("photo", "say-photo-bad"))?;
        voice.photo = Some(store_photo(&call.app.files, bytes).await?);
    }
    let matter = match sent.matter {
        Some(number) => target(&mut env.db.read().await?, number.0)
            .await?
            .filter(|m| m.state.takes_voices()),
        None => None,
    };
    let heard = match matter {
        Some(matter) => kapok_matters::actions::hear_into(env, &Actor::Resident, voice, matter.id).await?,
        None => kapok_voices::actions::hear(env, &Actor::Resident, voice).await?,
    };
    Ok(axum::Json(heard.into()))
}
