//! Import of the report and the statistics from it, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]
#![allow(
    clippy::allow_attributes,
    dead_code,
    reason = "the house is shared with other rooms' tests"
)]

mod discrepancies;
#[path = "../../../processes/tests/house/mod.rs"]
mod house;
mod import;
mod statistics;

use std::sync::LazyLock;

use axum::Router;
use kapok_acts::{Actor, Env};
use kapok_i18n::{Lang, T};
use kapok_programmes::statistics::{Data, Statistic, named};
use kapok_store::Migration;
use kapok_testkit::Kit;
use kapok_web::App;

/// The tables of this room and of those it stands on.
pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_processes::SCHEMA.migrations,
        kapok_cases::SCHEMA.migrations,
        kapok_programmes::SCHEMA.migrations,
    ]
    .concat()
});

/// A city that has imported the report as it lies in the folder.
pub async fn imported(kit: &Kit) -> Env {
    let env = house::env(kit);
    kapok_programmes::import_report(&env, &Actor::System, &house::folder())
        .await
        .unwrap();
    env
}

/// The routes of this room.
pub fn routes() -> Router<App> {
    kapok_processes::routes()
        .merge(kapok_cases::routes())
        .merge(kapok_programmes::routes())
}

/// A page as it comes, in English.
pub async fn page(env: &Env, path: &str) -> String {
    house::page(env, routes(), path).await
}

/// The records behind all statistics.
pub async fn data(env: &Env) -> Data {
    Data::load(&mut env.db.read().await.unwrap()).await.unwrap()
}

/// A statistic in a language.
pub async fn statistic(env: &Env, lang: Lang, name: &str) -> Statistic {
    named(T(lang), &data(env).await, name).unwrap()
}

/// A statistic's table as CSV, line by line.
pub async fn csv(env: &Env, lang: Lang, name: &str) -> Vec<String> {
    let found = statistic(env, lang, name).await;
    let text = found.table.to_csv(&kapok_i18n::Numbers {
        t: T(lang),
        digits: found.digits,
    });
    text.split_terminator("\r\n").map(str::to_owned).collect()
}
