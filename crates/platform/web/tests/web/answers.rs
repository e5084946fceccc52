//! What every answer carries, and what errors look like.

use kapok_testkit::block_on;

use crate::site::{OFFICER, Site};

const ALWAYS: [&str; 6] = [
    "content-security-policy",
    "x-content-type-options",
    "referrer-policy",
    "cross-origin-opener-policy",
    "cross-origin-resource-policy",
    "permissions-policy",
];

#[test]
fn every_answer_carries_the_security_headers() {
    block_on(async {
        let site = Site::new().await;
        let css = kapok_web::css_path();
        let foreign = [("origin", "https://evil.example"), ("host", "riverton.example")];
        let answers = [
            ("page", site.get("/form").await),
            ("no such page", site.get("/nowhere").await),
            ("style sheet", site.get(css).await),
            ("redirect", site.get("/go?to=/form").await),
            ("fault", site.get("/fault").await),
            ("wrong method", site.post("/go", "", &[]).await),
            ("refused", site.post("/form", "", &foreign).await),
        ];
        for (what, answer) in answers {
            for name in ALWAYS {
                assert!(!answer.header(name).is_empty(), "{what}: no {name}");
            }
        }
    });
}

#[test]
fn the_policy_allows_nothing_inline_and_nothing_from_elsewhere() {
    block_on(async {
        let policy = Site::new()
            .await
            .get("/form")
            .await
            .header("content-security-policy")
            .to_owned();
        assert!(policy.starts_with("default-src 'none'"), "{policy}");
        for never in ["unsafe-inline", "unsafe-eval", "http:", "https:", "*"] {
            assert!(!policy.contains(never), "{never} in {policy}");
        }
        for wanted in ["frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
            assert!(policy.contains(wanted), "no {wanted} in {policy}");
        }
    });
}

#[test]
fn https_is_insisted_on_only_where_the_public_address_has_it() {
    block_on(async {
        let plain = Site::new().await.get("/form?lang=es").await;
        assert_eq!(plain.header("strict-transport-security"), "");
        assert!(!plain.cookie("lang").expect("a cookie").contains("Secure"));
        let secure = Site::with(|app| app.secure_cookies = true)
            .await
            .get("/form?lang=es")
            .await;
        assert!(secure.header("strict-transport-security").starts_with("max-age="));
        assert!(secure.cookie("lang").expect("a cookie").contains("Secure"));
    });
}

#[test]
fn a_broken_handler_becomes_a_page_and_the_server_goes_on() {
    block_on(async {
        let site = Site::new().await;
        let answer = site.get("/fault").await;
        assert_eq!(answer.status, 500);
        let text = answer.text();
        assert!(text.contains("Something went wrong on our side."), "{text}");
        assert!(!text.contains("on purpose"), "inner words must not be shown");
        assert_eq!(answer.header("cache-control"), "no-store");
        assert_eq!(site.get("/form").await.status, 200);
    });
}

#[test]
fn what_was_sent_while_the_database_is_away_comes_back_to_be_sent_again() {
    block_on(async {
        let site = Site::new().await;
        let sent = "token=abc&words=The+lamp+%3Cis%3E+dark&kind=idea";
        for lang in kapok_i18n::Lang::ALL {
            let answer = site.post(&format!("/away?lang={lang}"), sent, &[]).await;
            assert_eq!(answer.status, 503);
            assert_eq!(
                (answer.header("retry-after"), answer.header("cache-control")),
                ("30", "no-store")
            );
            let text = answer.text();
            assert!(text.contains("action=\"/away\""), "{lang}: {text}");
            assert!(text.contains("name=\"token\" value=\"abc\""), "{lang}: {text}");
            assert!(text.contains("name=\"kind\" value=\"idea\""), "{lang}: {text}");
            assert!(text.contains("The lamp &#60;is&#62; dark"), "{lang}: {text}");
            assert!(text.contains(answer.header("x-request-id")), "{lang}: {text}");
            assert!(!text.contains("on purpose"), "{lang}");
        }
        let secret = site
            .post("/away", "email=a%40b.example&password=long+and+secret", &[])
            .await;
        assert_eq!(secret.status, 503);
        assert!(!secret.text().contains("long and secret") && !secret.text().contains("a@b.example"));
    });
}

#[test]
fn every_answer_has_an_id_and_no_two_the_same() {
    block_on(async {
        let site = Site::new().await;
        let mut ids = std::collections::BTreeSet::new();
        for path in ["/form", "/nowhere", "/fault", "/form", "/go?to=/form"] {
            let answer = site.get(path).await;
            let id = answer.header("x-request-id").to_owned();
            assert_eq!(id.len(), 8, "{path}: {id}");
            assert!(ids.insert(id), "{path}");
        }
    });
}

#[test]
fn a_missing_page_says_so_in_the_readers_language() {
    block_on(async {
        let site = Site::new().await;
        let answer = site.get_with("/nowhere", &[("accept-language", "es")]).await;
        assert_eq!(answer.status, 404);
        assert!(answer.text().contains("<html lang=\"es\" dir=\"ltr\">"));
    });
}

#[test]
fn a_notice_is_shown_once_and_then_cleared() {
    block_on(async {
        let site = Site::new().await;
        let redirect = site.get("/go?to=/form").await;
        assert_eq!(
            (redirect.status.as_u16(), redirect.header("location")),
            (303, "/form")
        );
        let cookie = redirect.cookie("notice").expect("the notice");
        assert!(
            cookie.starts_with("web-sample-notice;") && cookie.contains("HttpOnly"),
            "{cookie}"
        );
        let page = site
            .get_with("/form", &[("cookie", "notice=web-sample-notice")])
            .await;
        assert!(page.text().contains("Thank you. Your words are in the record."));
        assert!(
            page.cookie("notice").is_some_and(|c| c.contains("Max-Age=0")),
            "it is cleared"
        );
        let after = site.get("/form").await;
        assert!(!after.text().contains("data-notice") && after.cookie("notice").is_none());
    });
}

#[test]
fn a_notice_cookie_from_elsewhere_shows_nothing_of_its_own() {
    block_on(async {
        let site = Site::new().await;
        for cookie in [
            "notice=<b>you have won</b>",
            "notice=no-such-message",
            "notice=pay%20now",
        ] {
            let text = site.get_with("/form", &[("cookie", cookie)]).await.text();
            assert!(
                !text.contains("<b>you have won") && !text.contains("no-such-message"),
                "{cookie}"
            );
        }
    });
}

#[test]
fn a_redirect_never_leaves_the_server() {
    block_on(async {
        let site = Site::new().await;
        let hostile = [
            "https%3A%2F%2Fevil.example",
            "%2F%2Fevil.example",
            "%2F%5Cevil.example",
            "%5C%5Cevil.example",
            "%2F%09%2Fevil.example",
            "%2F%0D%0ASet-Cookie%3A%20a%3Db",
            "javascript%3Aalert(1)",
            "data%3Atext%2Fhtml%2Chi",
            "evil.example",
            "%20%2F%2Fevil.example",
            "%2Fm%5C..%5C%5Cevil.example",
            "",
        ];
        for to in hostile {
            let answer = site.get(&format!("/go?to={to}")).await;
            assert_eq!(answer.header("location"), "/", "{to}");
            assert!(answer.cookie("a").is_none(), "{to}");
        }
        for to in ["/", "/form", "/matters?topic=waste&place=mill-bridge#voices"] {
            let asked = kapok_web::url::escape(to);
            assert_eq!(site.get(&format!("/go?to={asked}")).await.header("location"), to);
        }
    });
}

#[test]
fn staff_pages_ask_to_sign_in_and_then_check_the_right() {
    block_on(async {
        let site = Site::new().await;
        let stranger = site.get("/staff").await;
        assert_eq!(
            (stranger.status.as_u16(), stranger.header("location")),
            (303, "/sign-in?to=/staff")
        );
        let cookie = format!("kapok_session={OFFICER}");
        assert_eq!(site.get_with("/staff", &[("cookie", &cookie)]).await.status, 403);
    });
}
