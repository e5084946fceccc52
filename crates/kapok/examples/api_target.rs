//! A demo city without rate limits on a free port, with a token of all scopes: what `./check` lets Schemathesis loose on.
//!
//! Prints the address and the token, one a line, and serves until it is stopped.
#![expect(clippy::unwrap_used, reason = "a target that cannot be set up has failed")]

use kapok::wiring;
use kapok_acts::{Actor, City, Env, Keys, Role, Scope};
use kapok_files::Files;
use kapok_parties::{NewAccount, NewToken, actions};
use kapok_testkit::{Kit, On};
use kapok_web::Limits;

/// An account that may do all that is not an auditor's alone, so that tests get beyond the permission table.
async fn token(env: &Env) -> String {
    let system = Actor::System;
    let office = actions::office_named(env, &system, "Test Office").await.unwrap();
    let account = NewAccount {
        email: "tester@riverton.example".into(),
        name: "Tester".into(),
        office,
        roles: vec![
            Role::LeadOfficer,
            Role::Moderator,
            Role::MayorsOffice,
            Role::Administrator,
        ],
        password: "a long sentence".into(),
    };
    let id = actions::create_account(env, &system, account).await.unwrap();
    let new = NewToken {
        name: "Schemathesis".into(),
        scopes: Scope::ALL.into(),
        days: 365,
    };
    actions::issue_token(env, &system, id, new).await.unwrap()
}

fn main() {
    kapok_testkit::block_on(async {
        let kit = Kit::new(On::Sqlite, &wiring::migrations()).await.unwrap();
        let zone = jiff::tz::TimeZone::UTC;
        let city = City::new("Riverton", "http://localhost", zone);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        kapok_demo::build(&env).await.unwrap();
        let token = token(&env).await;
        let files =
            Files::open(std::env::temp_dir().join(format!("kapok-api-{}", std::process::id()))).unwrap();
        let app = wiring::app(env, files, Limits::none(), false);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("http://{}\n{token}", listener.local_addr().unwrap());
        let stopped = async {
            let _ = tokio::signal::ctrl_c().await;
        };
        kapok_web::server::serve(listener, wiring::service(app), stopped)
            .await
            .unwrap();
    });
}
