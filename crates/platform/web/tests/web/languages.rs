//! Which language a reader gets.

use kapok_testkit::block_on;

use crate::site::{Answer, Site};

fn language(answer: &Answer) -> String {
    let text = answer.text();
    let at = text.find("<html lang=\"").expect("a page") + 12;
    text[at..].split('"').next().expect("a value").to_owned()
}

#[test]
fn the_browsers_languages_are_weighed() {
    block_on(async {
        let site = Site::new().await;
        let table = [
            ("", "en"),
            ("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"),
            ("es-MX", "es"),
            ("fr, ar;q=0.5, en;q=0.4", "ar"),
            ("en;q=0.2, es;q=0.7", "es"),
            ("de", "en"),
            ("es;q=oops, ar", "ar"),
            (",,;;q=1,", "en"),
        ];
        for (asked, given) in table {
            let answer = site.get_with("/form", &[("accept-language", asked)]).await;
            assert_eq!(language(&answer), given, "{asked:?}");
            assert!(answer.header("vary").contains("Accept-Language"));
        }
    });
}

#[test]
fn the_cookie_wins_over_the_browser_and_the_address_over_both() {
    block_on(async {
        let site = Site::new().await;
        let mut headers = vec![("accept-language", "es"), ("cookie", "a=b; lang=zh")];
        assert_eq!(language(&site.get_with("/form", &headers).await), "zh-Hans");
        let chosen = site.get_with("/form?lang=ar", &headers).await;
        assert_eq!(language(&chosen), "ar");
        assert!(chosen.text().contains("dir=\"rtl\""));
        let cookie = chosen.cookie("lang").expect("the choice is kept");
        assert!(
            cookie.starts_with("ar;") && cookie.contains("Max-Age=31536000"),
            "{cookie}"
        );
        headers[1] = ("cookie", "lang=klingon");
        assert_eq!(language(&site.get_with("/form", &headers).await), "es");
    });
}

#[test]
fn a_language_that_is_not_spoken_sets_no_cookie() {
    block_on(async {
        let site = Site::new().await;
        for asked in [
            "/form?lang=xx",
            "/form?lang=",
            "/form?lang=en%0d%0aSet-Cookie:a=b",
            "/form?slang=es",
        ] {
            assert!(site.get(asked).await.cookie("lang").is_none(), "{asked}");
        }
    });
}

#[test]
fn the_links_to_other_languages_keep_the_rest_of_the_address() {
    block_on(async {
        let text = Site::new()
            .await
            .get("/form?place=mill%26bridge&lang=es")
            .await
            .text();
        assert!(
            text.contains("href=\"/form?place=mill%26bridge&#38;lang=zh\""),
            "{text}"
        );
    });
}
