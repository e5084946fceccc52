//! `/promises/{number}`: what was promised, by when, what was reported.

use askama::Template;
use axum::extract::Path;
use axum::response::IntoResponse;
use kapok_acts::{ActError, Env, Right};
use kapok_i18n::T;
use kapok_matters::{Matter, reads};
use kapok_parties::Directory;
use kapok_web::{Chrome, Outcome, Page, Visit, said};

use super::{View, date, moment, who};
use crate::{Commitment, Move, Update, UpdateKind, store};

#[derive(Template)]
#[template(path = "commitments_one.html")]
struct OnePage {
    c: Chrome,
    p: View,
    matter: Matter,
    departments: String,
    partners: String,
    people: String,
    made: (String, String),
    first_due: (String, String),
    evidence: String,
    dates: Vec<MoveView>,
    reports: Vec<UpdateView>,
    may_work: bool,
}

/// A date that moved, in the reader's words.
struct MoveView {
    from: (String, String),
    to: (String, String),
    at: (String, String),
    who: String,
    reason: String,
}

/// A report in the reader's words.
pub(super) struct UpdateView {
    pub key: &'static str,
    pub at: (String, String),
    pub who: String,
    pub what: String,
    pub text: String,
    pub lang: String,
    pub photo: Option<PhotoView>,
}

/// A photo with the size in which the small one is shown.
pub(super) struct PhotoView {
    pub small: String,
    pub full: String,
    pub alt: String,
    pub width: i64,
    pub height: i64,
}

/// Everything about one commitment that its pages show.
pub(super) struct Loaded {
    pub commitment: Commitment,
    pub matter: Matter,
    pub parties: Vec<(kapok_store::ids::PartyId, crate::Role)>,
    pub moves: Vec<Move>,
    pub updates: Vec<Update>,
}

/// Loads it in five queries.
pub(super) async fn load(env: &Env, number: i64) -> Result<Loaded, ActError> {
    let mut conn = env.db.read().await?;
    let commitment = store::by_number(&mut conn, number)
        .await?
        .ok_or(ActError::NotFound)?;
    let matter = reads::by_id(&mut conn, commitment.matter_id).await?;
    Ok(Loaded {
        matter: matter.ok_or(ActError::NotFound)?,
        parties: store::parties_of(&mut conn, commitment.id).await?,
        moves: store::moves_of(&mut conn, commitment.id).await?,
        updates: store::updates_of(&mut conn, commitment.id).await?,
        commitment,
    })
}

pub(super) async fn page(visit: Visit, Path(number): Path<i64>) -> Outcome {
    let env = &visit.app.env;
    let t = visit.t;
    let found = load(env, number).await.map_err(|e| visit.problem(e))?;
    let directory = kapok_parties::directory(env)
        .await
        .map_err(|e| visit.problem(e))?;
    let c = &found.commitment;
    let named = |role: crate::Role| {
        let of_role = found.parties.iter().filter(|(_, r)| *r == role);
        t.list(&of_role.map(|(id, _)| directory.name(*id)).collect::<Vec<_>>())
    };
    Ok(Page::public(OnePage {
        c: visit.chrome("promises"),
        p: View::new(t, env, &directory, c),
        departments: named(crate::Role::Department),
        partners: named(crate::Role::Partner),
        people: c
            .people
            .map(|n| t.commitments_people_count(n))
            .unwrap_or_default(),
        made: moment(t, env, c.made_at),
        first_due: date(t, c.first_due),
        evidence: c.evidence.clone(),
        dates: found
            .moves
            .iter()
            .map(|m| move_view(t, env, &directory, m))
            .collect(),
        reports: found
            .updates
            .iter()
            .map(|u| update_view(t, env, &directory, u))
            .collect(),
        may_work: visit.actor.may(Right::Report) || visit.actor.may(Right::Commit),
        matter: found.matter,
    })
    .into_response())
}

fn move_view(t: T, env: &Env, directory: &Directory, m: &Move) -> MoveView {
    MoveView {
        from: date(t, m.from),
        to: date(t, m.to),
        at: moment(t, env, m.at),
        who: who(directory, &m.author, m.party_id),
        reason: m.reason.clone(),
    }
}

pub(super) fn update_view(t: T, env: &Env, directory: &Directory, u: &Update) -> UpdateView {
    let percent = t.commitments_percent_done(&t.number(u.percent));
    let (key, what) = match u.kind {
        UpdateKind::Progress => ("doing", percent),
        UpdateKind::Finished => ("done", t.commitments_finished().to_owned()),
        UpdateKind::Reopened => ("heard", t.commitments_reopened().to_owned()),
        UpdateKind::Withdrawn => ("heard", t.commitments_withdrawn().to_owned()),
        UpdateKind::Retitled => ("weighed", t.commitments_title_before().to_owned()),
    };
    let at = moment(t, env, u.at);
    let spent = (u.spent > 0).then(|| t.commitments_money_spent(&t.money(u.spent)));
    UpdateView {
        key,
        photo: u.photo.as_ref().map(|name| photo(t, name, u, &at.1)),
        at,
        who: who(directory, &u.author, u.party_id),
        what: t.beside([Some(what), spent].into_iter().flatten()),
        text: said::reason(t, &u.text),
        lang: u.lang.clone(),
    }
}

/// The small photo keeps the proportions of the large one; its long side has at most [`kapok_files::SMALL_SIDE`] pixels.
fn photo(t: T, name: &str, u: &Update, day: &str) -> PhotoView {
    let small = i64::from(kapok_files::SMALL_SIDE);
    let (width, height) = (
        u.photo_width.unwrap_or(small).max(1),
        u.photo_height.unwrap_or(small).max(1),
    );
    let long = width.max(height);
    let shrunk = |side: i64| {
        if long > small {
            (side * small / long).max(1)
        } else {
            side
        }
    };
    PhotoView {
        small: format!("/photos/{name}/small"),
        full: format!("/photos/{name}"),
        alt: t.commitments_photo_alt(day),
        width: shrunk(width),
        height: shrunk(height),
    }
}
