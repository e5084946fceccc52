//! What residents do with a matter: follow it by mail, appeal.

use kapok_acts::ActError;
use kapok_web::api::{Answer, At, Body, Call, Number, Receipt, Said};
use kapok_web::{App, Limit};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{MatterOut, Speaker, matter_of};
use crate::{actions, reads};

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(follow))
        .routes(routes!(followed))
        .routes(routes!(confirm))
        .routes(routes!(stop))
        .routes(routes!(appeal))
}

/// Where news are sent.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FollowIn {
    /// An e-mail address; it gets a link by which following is confirmed.
    #[schema(example = "me@city.example")]
    email: Said<200>,
}

/// Asks to be told by mail when something happens to a matter.
#[utoipa::path(post, path = "/matters/{number}/follow", operation_id = "followMatter", tag = "following",
    params(("number" = Number, Path, description = "Its public number.")), request_body = FollowIn,
    responses((status = 200, description = "A mail is on its way.", body = Receipt)))]
async fn follow(call: Call, At(number): At<Number>, Body(sent): Body<FollowIn>) -> Answer<Receipt> {
    call.within(Limit::Say)?;
    let matter = matter_of(call.env(), number).await?.id;
    let email = sent.email.0.trim();
    let act = async |env| actions::follow(&env, matter, email, call.lang()).await;
    Ok(axum::Json(
        call.once("followMatter", &(number, &sent), act).await?,
    ))
}

/// What is followed.
#[derive(Serialize, ToSchema)]
struct FollowedOut {
    /// The matter.
    matter: MatterOut,
    /// Whether it was confirmed.
    confirmed: bool,
}

/// The token of a follower, as in the link of the mail.
type Token = String;

/// The matter behind a follower's link.
#[utoipa::path(get, path = "/following/{token}", operation_id = "getFollowing", tag = "following",
    params(("token" = String, Path, description = "From the link in the mail.", max_length = 200)),
    responses((status = 200, description = "The matter.", body = FollowedOut)))]
async fn followed(call: Call, At(token): At<Token>) -> Answer<FollowedOut> {
    call.within(Limit::Code)?;
    let speaker = Speaker::new(call.env()).await?;
    let found = reads::followed(&mut call.env().db.read().await?, &token).await?;
    let (matter, confirmed) = found.ok_or(ActError::NotFound)?;
    Ok(axum::Json(FollowedOut {
        matter: speaker.matter(matter),
        confirmed,
    }))
}

/// Confirms that one follows a matter.
#[utoipa::path(post, path = "/following/{token}/confirm", operation_id = "confirmFollowing", tag = "following",
    params(("token" = String, Path, description = "From the link in the mail.", max_length = 200)),
    responses((status = 200, description = "It is confirmed.", body = Receipt)))]
async fn confirm(call: Call, At(token): At<Token>) -> Answer<Receipt> {
    call.within(Limit::Code)?;
    let act = async |env| actions::confirm_follow(&env, &token).await;
    Ok(axum::Json(call.once("confirmFollowing", &token, act).await?))
}

/// Stops following a matter; the address is deleted.
#[utoipa::path(post, path = "/following/{token}/stop", operation_id = "stopFollowing", tag = "following",
    params(("token" = String, Path, description = "From the link in the mail.", max_length = 200)),
    responses((status = 200, description = "It is over.", body = Receipt)))]
async fn stop(call: Call, At(token): At<Token>) -> Answer<Receipt> {
    call.within(Limit::Code)?;
    let act = async |env| actions::unfollow(&env, &token).await;
    Ok(axum::Json(call.once("stopFollowing", &token, act).await?))
}

/// Why it should be weighed again.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AppealIn {
    /// The grounds; they are public.
    grounds: Said<5000>,
}

/// Appeals against a decision or a closing. No account is needed.
#[utoipa::path(post, path = "/matters/{number}/appeal", operation_id = "appealMatter", tag = "following",
    params(("number" = Number, Path, description = "Its public number.")), request_body = AppealIn,
    responses((status = 200, description = "The appeal is in the record.", body = Receipt)))]
async fn appeal(call: Call, At(number): At<Number>, Body(sent): Body<AppealIn>) -> Answer<Receipt> {
    call.within(Limit::Say)?;
    let matter = matter_of(call.env(), number).await?.id;
    let key = call.sending("appealMatter", &(number, &sent));
    let act = async |env| actions::appeal(&env, matter, &sent.grounds.0, key).await;
    Ok(axum::Json(
        call.once("appealMatter", &(number, &sent), act).await?,
    ))
}
