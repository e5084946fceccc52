//! Every template of the crate, in every language.

use askama::Template;
use kapok_i18n::Lang;
use kapok_testkit::block_on;
use kapok_web::Chrome;

use crate::site::Site;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "staff_base.html" %}{% import "components.html" as ui %}{% block title %}{{ c.t.nav_inbox() }}{% endblock %}
{% block work %}<h1>{{ c.t.nav_inbox() }}</h1>{% endblock %}{% block keys %}{{ ui::key_row("j", c.t.web_sample_next_row()) }}{% endblock %}"#
)]
struct StaffPage {
    c: Chrome,
}

/// What the policy of the pages would not let run or show, and what no page may lack.
fn sound(html: &str, lang: Lang, what: &str) {
    let head = format!("<html lang=\"{}\" dir=\"{}\">", lang.bcp47(), lang.dir());
    assert!(html.contains(&head), "{what}: no {head}");
    for inline in [
        " style=",
        "<style",
        " onclick=",
        " onload=",
        " onsubmit=",
        " onchange=",
        "javascript:",
        "<script>",
    ] {
        assert!(!html.contains(inline), "{what} in {lang}: {inline}");
    }
    assert_eq!(
        html.matches("<h1").count(),
        1,
        "{what} in {lang}: one heading of the first rank"
    );
    assert_eq!(html.matches("<main ").count(), 1, "{what} in {lang}");
    assert!(
        !html.contains("{{") && !html.contains("{%"),
        "{what} in {lang}: template code is shown"
    );
    for elsewhere in ["src=\"http", "src=\"//", "href=\"http", "href=\"//"] {
        assert!(!html.contains(elsewhere), "{what} in {lang}: {elsewhere}");
    }
    let mut ids: Vec<&str> = html
        .split(" id=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .collect();
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all, "{what} in {lang}: an id stands twice");
}

#[test]
fn every_template_renders_in_every_language() {
    block_on(async {
        let site = Site::new().await;
        for lang in Lang::ALL {
            let query = format!("lang={lang}");
            sound(
                &site.get(&format!("/design?{query}")).await.text(),
                lang,
                "design.html",
            );
            sound(
                &site.get(&format!("/form?{query}")).await.text(),
                lang,
                "base.html",
            );
            sound(
                &site.get(&format!("/nowhere?{query}")).await.text(),
                lang,
                "error.html",
            );
            let staff = StaffPage {
                c: Chrome::sample(lang, true),
            }
            .render()
            .expect("it renders");
            sound(&staff, lang, "staff_base.html");
            assert!(staff.contains("A. Okafor"));
        }
    });
}

#[test]
fn the_page_of_parts_shows_every_chart_with_its_table() {
    block_on(async {
        let site = Site::new().await;
        for lang in Lang::ALL {
            let text = site.get(&format!("/design?lang={lang}")).await.text();
            assert_eq!(
                text.matches("<svg xmlns=").count(),
                8,
                "{lang}: seven charts and a small line"
            );
            assert_eq!(text.matches("<table class=\"facts\">").count(), 7, "{lang}");
        }
    });
}
