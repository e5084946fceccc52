//! What happens when forms come twice, answers are lost, and the server is killed. The long run is `kapok bench faults`.

use std::collections::BTreeSet;
use std::process::Command;

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kapok::wiring;
use kapok_store::{Conn, params, statements};
use kapok_testkit::both;
use tower::ServiceExt;

use crate::pages::{Town, token_of};

statements! {
    read SAME: i64 = "SELECT count(*) FROM voice WHERE text = $1";
    read HEARD: i64 = "SELECT count(*) FROM act WHERE kind = $1";
}

async fn same(conn: &mut Conn, text: &str) -> (i64, i64) {
    let voices = conn.one(&SAME, params![text]).await.unwrap();
    (voices, conn.one(&HEARD, params!["voice.heard"]).await.unwrap())
}

fn say(token: &str, text: &str) -> Request<Body> {
    let body = format!("token={token}&text={text}&place=&contact=");
    Request::post("/say")
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(body))
        .unwrap()
}

both! { wiring::migrations();
    async fn two_hundred_sendings_of_one_form_at_once_make_one_voice_with_one_receipt(kit) {
        let town = Town::bare(kit);
        let token = token_of(&town.get("/").await.1);
        let mut all = tokio::task::JoinSet::new();
        for _ in 0..200 {
            let service = town.service.clone();
            let request = say(&token, "Only+once");
            all.spawn(async move {
                let answer = service.oneshot(request).await.unwrap();
                assert_eq!(answer.status(), StatusCode::SEE_OTHER);
                let to = answer.headers()["location"].to_str().unwrap().to_owned();
                to.split('?').next().unwrap().to_owned()
            });
        }
        let receipts: BTreeSet<String> = all.join_all().await.into_iter().collect();
        assert_eq!(receipts.len(), 1, "{receipts:?}");
        assert_eq!(same(&mut town.env.db.read().await.unwrap(), "Only once").await, (1, 1));
        // Somebody else says the same: that is another voice.
        let other = token_of(&town.get("/").await.1);
        assert_ne!(token, other);
        town.send(say(&other, "Only+once")).await;
        assert_eq!(same(&mut town.env.db.read().await.unwrap(), "Only once").await, (2, 2));
    }

    async fn a_form_whose_answer_was_lost_gives_the_first_receipt_when_it_comes_again(kit) {
        let town = Town::bare(kit);
        let token = token_of(&town.get("/").await.1);
        for wait in [0u64, 1, 3, 8] {
            // The browser goes away before the answer: at once, or while the server works.
            let sending = town.service.clone().oneshot(say(&token, &format!("Lost+{wait}")));
            let _ = tokio::time::timeout(std::time::Duration::from_millis(wait), sending).await;
            let mut receipts = BTreeSet::new();
            for _ in 0..2 {
                let answer = town.service.clone().oneshot(say(&token, &format!("Lost+{wait}"))).await.unwrap();
                let to = answer.headers()["location"].to_str().unwrap();
                receipts.insert(to.split('?').next().unwrap().to_owned());
            }
            assert_eq!(receipts.len(), 1);
            assert_eq!(same(&mut town.env.db.read().await.unwrap(), &format!("Lost {wait}")).await.0, 1);
        }
    }

    async fn whoever_wrote_sees_it_on_the_next_page(kit) {
        let town = Town::bare(kit);
        for n in 0..20 {
            // The list is asked for before and after by readers without any cookie.
            assert!(!town.get("/voices").await.1.contains(&format!("Fresh {n}.")));
            let token = token_of(&town.get("/").await.1);
            assert_eq!(town.send(say(&token, &format!("Fresh+{n}."))).await.0, StatusCode::SEE_OTHER);
            assert!(town.get("/voices").await.1.contains(&format!("Fresh {n}.")), "voice {n} is not on the page");
        }
    }
}

/// Kills a real server five times under eight writers.
fn survives(database: &str, data: &std::path::Path) {
    let said = Command::new(env!("CARGO_BIN_EXE_kapok"))
        .args([
            "bench",
            "faults",
            "--kills",
            "5",
            "--database",
            database,
            "--data",
        ])
        .arg(data)
        .env("KAPOK_LOG", "off")
        .output()
        .unwrap();
    let words = format!(
        "{}{}",
        String::from_utf8_lossy(&said.stdout),
        String::from_utf8_lossy(&said.stderr)
    );
    assert!(
        said.status.success() && words.contains("every one of them leads to its words"),
        "{words}"
    );
}

both! { [];
    async fn a_server_that_is_killed_while_voices_come_in_loses_none_that_it_acknowledged(kit) {
        let data = std::env::temp_dir().join(format!("kapok-faults-{}-{:?}", std::process::id(), kit.db.dialect()));
        std::fs::create_dir_all(&data).unwrap();
        let file = format!("sqlite:{}", data.join("kapok.db").display());
        let database = kit.postgres_url().unwrap_or(file);
        tokio::task::block_in_place(|| survives(&database, &data));
        std::fs::remove_dir_all(&data).unwrap();
    }
}
