//! Forms: their tokens, their size, their bytes.

use axum::body::Body;
use axum::http::Request;
use kapok_testkit::block_on;

use crate::site::{OFFICER, Site};

const DAY_MS: i64 = 86_400_000;

#[test]
fn a_token_is_accepted_and_again_with_the_same_key() {
    block_on(async {
        let site = Site::new().await;
        let token = site.get("/form").await.token();
        let body = format!("token={token}&words=hello");
        let first = site.post("/form", body.clone(), &[]).await;
        assert_eq!(first.status, 200);
        let again = site.post("/form", body, &[]).await;
        assert_eq!(
            first.text(),
            again.text(),
            "one key, so that the room can see that it is the same sending"
        );
        let other = site.get("/form").await.token();
        let other = site
            .post("/form", format!("token={other}&words=hello"), &[])
            .await;
        assert_ne!(first.text(), other.text());
    });
}

#[test]
fn a_form_that_fails_comes_back_filled_in_with_a_new_token() {
    block_on(async {
        let site = Site::new().await;
        let token = site.get("/form").await.token();
        let mut forged = token.clone();
        forged.replace_range(0..1, if token.starts_with('0') { "1" } else { "0" });
        let late = format!("{}{}", &token[..79], if token.ends_with('0') { "1" } else { "0" });
        let wrong = [
            "",
            "0",
            "zz",
            "é",
            &token[..40],
            &forged,
            &late,
            &"ab".repeat(4000),
        ];
        for text in wrong {
            let text = kapok_web::url::escape(text);
            let answer = site
                .post("/form", format!("token={text}&words=kept+words"), &[])
                .await;
            assert_eq!(answer.status, 422, "{text}");
            assert!(answer.text().contains("kept words"), "{text}");
            assert_eq!(answer.token().len(), token.len());
        }
    });
}

#[test]
fn a_token_ends_after_seven_days() {
    block_on(async {
        let site = Site::new().await;
        let token = site.get("/form").await.token();
        let start = kapok_testkit::start();
        for (days, status) in [(6, 200), (8, 422)] {
            site.kit
                .clock
                .set(start + jiff::SignedDuration::from_millis(days * DAY_MS));
            assert_eq!(
                site.post("/form", format!("token={token}"), &[]).await.status,
                status,
                "{days} days"
            );
        }
    });
}

#[test]
fn a_token_belongs_to_one_session() {
    block_on(async {
        let site = Site::new().await;
        let session = format!("kapok_session={OFFICER}");
        let cookie = [("cookie", session.as_str())];
        let residents = site.get("/form").await.token();
        assert_eq!(
            site.post("/form", format!("token={residents}"), &cookie)
                .await
                .status,
            422
        );
        let officers = site.get_with("/form", &cookie).await.token();
        assert_eq!(
            site.post("/form", format!("token={officers}"), &[]).await.status,
            422
        );
        assert_eq!(
            site.post("/form", format!("token={officers}"), &cookie)
                .await
                .status,
            200
        );
    });
}

#[test]
fn a_post_from_another_site_is_refused_even_with_a_good_token() {
    block_on(async {
        let site = Site::new().await;
        let token = site.get("/form").await.token();
        let table: [(&[(&str, &str)], u16); 7] = [
            (
                &[("origin", "https://evil.example"), ("host", "riverton.example")],
                403,
            ),
            (&[("origin", "null"), ("host", "riverton.example")], 403),
            (&[("sec-fetch-site", "cross-site")], 403),
            (&[("sec-fetch-site", "same-site")], 403),
            (&[("sec-fetch-site", "same-origin")], 200),
            (
                &[
                    ("origin", "http://riverton.example"),
                    ("host", "riverton.example"),
                ],
                200,
            ),
            (&[], 200),
        ];
        for (headers, status) in table {
            let answer = site.post("/form", format!("token={token}"), headers).await;
            assert_eq!(answer.status, status, "{headers:?}");
        }
    });
}

#[test]
fn a_form_that_is_too_large_is_refused_in_the_readers_language() {
    block_on(async {
        let site = Site::new().await;
        let words = "x".repeat(600 * 1024);
        let answer = site
            .post("/form", format!("words={words}"), &[("cookie", "lang=es")])
            .await;
        assert_eq!(answer.status, 413);
        assert!(answer.text().contains("<html lang=\"es\""));
    });
}

#[test]
fn bytes_that_are_not_utf8_do_not_stop_a_form() {
    block_on(async {
        let site = Site::new().await;
        let token = site.get("/form").await.token();
        let raw = [format!("token={token}&words=").as_bytes(), b"\xff\xfe\x00\xc3("].concat();
        for body in [raw, format!("token={token}&words=%ff%fe%00%c3%28").into_bytes()] {
            let answer = site.post("/form", body, &[]).await;
            assert!([200, 422].contains(&answer.status.as_u16()), "{}", answer.status);
            assert!(std::str::from_utf8(&answer.bytes).is_ok());
        }
        for body in [&b"%"[..], b"&&&=", b"=x", b"\0", b"words"] {
            assert_eq!(site.post("/form", body.to_vec(), &[]).await.status, 422);
        }
        for query in ["/form?%ff=%fe", "/form?%", "/form?a=%zz&&=&lang=es"] {
            assert_eq!(site.get(query).await.status, 200, "{query}");
        }
    });
}

fn multipart(parts: &[(&str, Option<&str>, &[u8])]) -> Request<Body> {
    let mut body = Vec::new();
    for (name, file, bytes) in parts {
        let file = file.map_or(String::new(), |f| format!("; filename=\"{f}\""));
        body.extend(
            format!("--edge\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n").bytes(),
        );
        body.extend(*bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--edge--\r\n");
    let request = Request::post("/photo").header("content-type", "multipart/form-data; boundary=edge");
    request.body(Body::from(body)).expect("a request")
}

#[test]
fn a_form_with_a_photo_brings_words_and_bytes() {
    block_on(async {
        let site = Site::new().await;
        let words: (&str, Option<&str>, &[u8]) = ("words", None, "Lámparas".as_bytes());
        let small = site
            .send(multipart(&[words, ("photo", Some("a.jpg"), &[7; 3000])]))
            .await;
        assert_eq!(small.text(), "Lámparas Some((\"photo\", 3000))");
        let none = site.send(multipart(&[words, ("photo", Some(""), b"")])).await;
        assert_eq!(none.text(), "Lámparas None");
        let broken = site.send(multipart(&[("words", None, b"\xff\xfe")])).await;
        assert_eq!(broken.status, 200);
    });
}

#[test]
fn a_photo_that_is_too_large_still_brings_the_words_and_only_as_much_as_shows_that_it_is() {
    block_on(async {
        let site = Site::new().await;
        let words: (&str, Option<&str>, &[u8]) = ("words", None, b"lamps");
        let (ten, twelve, sixty) = (vec![7; 10_000_000], vec![7; 12_000_000], vec![7; 60_000_000]);
        let answer = site
            .send(multipart(&[("photo", Some("a.jpg"), &ten), words]))
            .await;
        assert_eq!(answer.text(), "lamps Some((\"photo\", 10000000))");
        let answer = site
            .send(multipart(&[("photo", Some("a.jpg"), &twelve), words]))
            .await;
        assert_eq!(answer.text(), "lamps Some((\"photo\", 10000001))");
        let endless = site.send(multipart(&[("photo", Some("a.jpg"), &sixty)])).await;
        assert_eq!(endless.status, 413);
        let wordy = vec![b'a'; 600_000];
        let answer = site.send(multipart(&[("words", None, &wordy)])).await;
        assert_eq!(answer.status, 413);
    });
}

#[test]
fn a_multipart_form_that_is_cut_off_is_refused_as_a_page() {
    block_on(async {
        let site = Site::new().await;
        let request = Request::post("/photo").header("content-type", "multipart/form-data; boundary=edge");
        let cut = "--edge\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nhello";
        let answer = site.send(request.body(Body::from(cut)).expect("a request")).await;
        assert!(answer.status.is_client_error() && answer.text().contains("<html lang=\"en\""));
    });
}

#[test]
fn a_post_from_elsewhere_is_told_why_in_the_readers_language() {
    block_on(async {
        let site = Site::new().await;
        let headers = [
            ("origin", "null"),
            ("host", "riverton.example"),
            ("accept-language", "es"),
        ];
        let answer = site.post("/form", "token=x", &headers).await;
        assert_eq!(answer.status, 403);
        assert!(
            answer
                .text()
                .contains("Este formulario no llegó desde una de nuestras páginas")
        );
        assert!(answer.text().contains("Riverton"));
        assert!(!answer.header("content-security-policy").is_empty());
    });
}

#[test]
fn a_form_sent_without_a_session_goes_along_to_signing_in() {
    block_on(async {
        let site = Site::new().await;
        let answer = site.post("/staff?at=7&lang=es", "text=words", &[]).await;
        assert_eq!(answer.status, 307);
        assert_eq!(answer.header("location"), "/sign-in/kept?to=/staff%3Fat%3D7");
        assert_eq!(answer.header("cache-control"), "no-store");
        let asked = site.get("/staff?at=7").await;
        assert_eq!(
            (asked.status.as_u16(), asked.header("location")),
            (303, "/sign-in?to=/staff%3Fat%3D7")
        );
    });
}
