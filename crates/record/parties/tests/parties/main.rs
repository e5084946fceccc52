//! The room of parties, on both databases: files, accounts, signing in, and the pages as a browser meets them.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod accounts;
mod browser;
mod pages;
mod tokens;

use std::sync::LazyLock;

use kapok_acts::{ActError, Actor, City, Env, Keys, Role};
use kapok_parties::{NewAccount, actions};
use kapok_store::Migration;
use kapok_store::ids::AccountId;
use kapok_testkit::Kit;
use kapok_web::Sessions;

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_places::SCHEMA.migrations,
        kapok_parties::SCHEMA.migrations,
    ]
    .concat()
});

const PLACES: &str = "key,parent,kind,name,population,deprivation,wkt\nriverton,,city,Riverton,214000,54,\n";
const PARTIES: &str = "\
key,kind,name,about,place
digital,office,Digital Office,Runs the public record.,riverton
streets,office,Streets Department,\"Mends streets, steps and crossings.\",riverton
river-friends,organisation,River Friends,Volunteers.,
";
const PASSWORD: &str = "a long sentence";
const HOUR: i64 = 3_600_000;

fn env(kit: &Kit) -> Env {
    let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    )
}

/// A city with two offices.
async fn city(kit: &Kit) -> Env {
    let env = env(kit);
    kapok_places::actions::import(&env, &Actor::System, PLACES)
        .await
        .unwrap();
    actions::import_parties(&env, &Actor::System, PARTIES)
        .await
        .unwrap();
    env
}

async fn add(env: &Env, email: &str, office: &str, role: Role) -> AccountId {
    let directory = kapok_parties::directory(env).await.unwrap();
    let office = directory.by_key(office).unwrap().id;
    let account = NewAccount {
        email: email.into(),
        name: format!("Person {}", email.split('@').next().unwrap()),
        office,
        roles: vec![role],
        password: PASSWORD.into(),
    };
    actions::create_account(env, &Actor::System, account)
        .await
        .unwrap()
}

/// Which fields are refused.
fn fields(error: &ActError) -> Vec<&'static str> {
    match error {
        ActError::Fields(fields) => fields.0.iter().map(|f| f.field).collect(),
        other => panic!("{other}"),
    }
}

async fn actor_of(env: &Env, token: &str) -> Option<Actor> {
    kapok_parties::StaffSessions
        .find(env, token)
        .await
        .unwrap()
        .map(|s| s.actor)
}

/// The code that an app shows for a base-32 secret (RFC 4648 turned around, RFC 6238).
fn code(secret: &str, now: jiff::Timestamp) -> String {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let bits: Vec<u8> = secret
        .chars()
        .flat_map(|c| {
            let value = alphabet.find(c).unwrap();
            (0..5).rev().map(move |i| u8::from(value >> i & 1 == 1))
        })
        .collect();
    let bytes: Vec<u8> = bits
        .chunks_exact(8)
        .map(|b| b.iter().fold(0, |v, bit| v << 1 | bit))
        .collect();
    let bytes: [u8; 20] = bytes.try_into().unwrap();
    let totp = totp_rs::Builder::new().with_secret(bytes).build().unwrap();
    totp.generate(u64::try_from(now.as_second()).unwrap()).to_string()
}
