//! A full disk, and SQLite's durability.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use kapok_store::{Db, Options};

use crate::pages::Town;

async fn say(town: &Town, token: &str, words: &str) -> (StatusCode, String) {
    let body = crate::served::form(&[("token", token), ("text", words)]);
    let request = Request::post("/say")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("accept-language", "en")
        .body(Body::from(body))
        .unwrap();
    town.send(request).await
}

#[test]
fn a_full_disk_gives_a_page_that_keeps_the_words_and_saving_goes_on_when_there_is_room() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let (_, front) = town.get("/").await;
        let (_, rest) = front.split_once("name=\"token\" value=\"").unwrap();
        let token = rest.split('"').next().unwrap();
        town.db.most_pages(Some(1)).await.unwrap();
        // Pages that are half empty take a few more voices in.
        let words = |n: usize| {
            format!(
                "The gate does not close, number {n}. {}",
                "Look at it. ".repeat(400)
            )
        };
        let mut full = None;
        for n in 0..50 {
            let (status, page) = say(&town, token, &words(n)).await;
            if status != StatusCode::SEE_OTHER {
                full = Some((n, status, page));
                break;
            }
        }
        let (n, status, page) = full.expect("the disk is full at some time");
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{page}");
        assert!(
            page.contains("Our storage is full") && page.contains(&format!("number {n}.")),
            "{page}"
        );
        assert!(page.contains("Send it again"), "{page}");
        assert_eq!(
            town.get("/matters").await.0,
            StatusCode::OK,
            "reading still works"
        );
        town.db.most_pages(None).await.unwrap();
        let (status, page) = say(&town, token, &words(n)).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{page}");
    });
}

#[test]
fn sqlite_runs_wal_with_synchronous_full_and_is_refused_without() {
    kapok_testkit::block_on(async {
        let place = crate::served::Scratch::new();
        let url = format!("sqlite:{}", place.0.join("kapok.db").display());
        let db = Db::open(&url, Options::default()).unwrap();
        assert_eq!(db.setting("journal_mode").await.unwrap(), "wal");
        assert_eq!(db.setting("synchronous").await.unwrap(), "2", "2 is FULL");
        // A database in memory has no write-ahead log, so it stands for a file system that cannot have one.
        let Err(refused) = Db::open("sqlite::memory:", Options::default()) else {
            panic!("it must not open");
        };
        assert!(refused.to_string().contains("synchronous=FULL"), "{refused}");
    });
}
