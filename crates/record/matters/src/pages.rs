//! The pages of the room: the list, the map, the priority formula, the pieces of other pages.

mod choose;
mod following;
mod inbox;
mod like;
mod list;
mod map;
mod priority;
mod work;

use axum::Router;
use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_web::App;

use crate::model::Matter;

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .merge(list::routes())
        .merge(map::routes())
        .merge(priority::routes())
        .merge(like::routes())
        .merge(following::routes())
        .merge(inbox::routes())
        .merge(work::routes())
}

/// Points out of milli-points, with one decimal: "14.4".
fn points(t: T, milli: i64) -> String {
    // Below 2^53, so exact enough for one decimal.
    t.decimal(milli as f64 / 1000.0, 1)
}

/// Topic, place, voices and office of a matter, as far as they are known.
fn facts_of(t: T, matter: &Matter, tree: &Tree, offices: &Directory) -> String {
    t.beside([
        t.topic(&matter.topic),
        tree.name(matter.place),
        &t.matters_voices(matter.voice_count),
        offices.name(matter.lead),
    ])
}
