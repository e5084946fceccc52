//! The frame of reports, and measuring.

use askama::Template;
use kapok_i18n::Lang;
use kapok_report::{Sheet, measure};

#[derive(Template)]
#[template(
    source = r#"{% extends "report.html" %}{% block title %}A & B{% endblock %}{% block heading %}A & B{% endblock %}{% block content %}<p>{{ words }}</p>{% endblock %}"#,
    ext = "html"
)]
struct Sample {
    c: Sheet,
    words: &'static str,
}

#[test]
fn a_report_is_one_file_that_loads_nothing_in_every_language() {
    for lang in Lang::ALL {
        let page = Sample {
            c: Sheet::new(lang, "kapok budget count a.pb"),
            words: "<b>",
        }
        .render()
        .unwrap();
        assert!(page.contains(&format!(r#"<html lang="{}" dir="{}">"#, lang.bcp47(), lang.dir())));
        assert!(page.contains("kapok budget count a.pb"));
        assert!(page.contains("&#60;b&#62;"), "what is put in is escaped");
        for loaded in ["<script", "<link", "src=", "url(", "@import"] {
            assert!(!page.contains(loaded), "{loaded} in a report");
        }
    }
}

#[test]
fn work_costs_time_and_memory() {
    let (sum, cost) = measure::run(|| {
        let many: Vec<u64> = (0..4_000_000).collect();
        std::hint::black_box(&many).iter().sum::<u64>()
    });
    assert_eq!(sum, 7_999_998_000_000);
    assert!(cost.cpu > 0.0 && cost.wall > 0.0);
    if cfg!(target_os = "linux") {
        assert!(cost.peak.unwrap() > 32_000_000, "the numbers alone take 32 MB");
    }
}
