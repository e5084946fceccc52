//! What a visitor is told who mistypes an address, asks for what is not there, or sends a photo that does not fit.

use axum::body::Body;
use axum::http::{Request, StatusCode};

use crate::pages::Town;

/// The form of the front page with these words and this file, as a browser sends it.
async fn said(town: &Town, words: &str, photo: &[u8]) -> (StatusCode, String) {
    let (_, front) = town.get("/").await;
    let (_, rest) = front.split_once("name=\"token\" value=\"").expect("a token");
    let token = rest.split('"').next().expect("its end");
    let mut body = Vec::new();
    for (name, value) in [("token", token), ("text", words)] {
        let part = format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.bytes());
    }
    body.extend(b"--edge\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"a.jpg\"\r\n\r\n");
    body.extend(photo);
    body.extend(b"\r\n--edge--\r\n");
    let request = Request::post("/say")
        .header("content-type", "multipart/form-data; boundary=edge")
        .header("accept-language", "en")
        .body(Body::from(body))
        .expect("a request");
    town.send(request).await
}

#[test]
fn whoever_sends_a_photo_that_does_not_fit_reads_why_and_keeps_the_words() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let words = "The gate of the school does not close";
        for (photo, why) in [
            (vec![7; 12_000_000], "larger than 10 MB"),
            (b"a letter".to_vec(), "not a photo we can read"),
        ] {
            let (status, page) = said(&town, words, &photo).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
            assert!(page.contains(why) && page.contains(words), "{why}");
        }
    });
}

#[test]
fn a_wrong_code_in_an_address_gives_the_form_with_the_code_in_it() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        for path in ["/follow/WRONG-CODE", "/follow/WRONG-CODE/receipt"] {
            let (status, page) = town.get(path).await;
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
            assert!(page.contains("value=\"WRONG-CODE\""), "{path}");
            assert!(page.contains("This code has a mistake in it"), "{path}");
        }
    });
}

#[test]
fn the_log_says_what_it_is_narrowed_to_and_how_many_acts_that_are() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        let (_, all) = town.get("/log").await;
        let (_, of_one) = town.get("/log?matter=7").await;
        let (_, written) = town.get("/log?kind=case.made").await;
        assert!(all.contains(" acts in all") && !all.contains("Found: "));
        let rows = written.matches("<li class=\"row-item\">").count();
        assert!(written.contains(&format!("Found: {rows} of ")), "{rows} rows");
        assert!(of_one.contains("href=\"/matters/7\""));
        let (_, heard) = town.get("/log?kind=voice.heard").await;
        assert!(heard.contains("Found: ") && heard.contains("href=\"/voices/"));
    });
}

#[test]
fn a_filter_that_is_not_known_is_named_and_not_passed_over_in_silence() {
    kapok_testkit::block_on(async {
        let town = Town::new().await;
        for (path, label) in [
            ("/log?kind=nonsense", "What was done"),
            ("/log?matter=999999", "Number of the matter"),
            ("/matters?topic=nonsense", "Topic"),
        ] {
            let (status, page) = town.get(path).await;
            assert_eq!(status, StatusCode::OK);
            assert!(
                page.contains("is not known here and was left out:") && page.contains(label),
                "{path}"
            );
        }
        let (_, page) = town.get("/matters?topic=waste&state=done").await;
        assert!(!page.contains("was left out"));
    });
}
