//! The generator on small catalogues: what it writes, and every fault it must find.

use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};

use super::{LANGUAGES, Source, generate};

/// One file of the area "say" for each language, in the order en, zh, es, ar.
fn files(texts: [&str; 4]) -> Vec<Source> {
    LANGUAGES
        .iter()
        .zip(texts)
        .map(|(language, text)| file(language.code, "say", text))
        .collect()
}

fn file(lang: &str, area: &str, text: &str) -> Source {
    Source {
        lang: lang.into(),
        area: area.into(),
        path: format!("{lang}/{area}.ftl"),
        text: text.into(),
    }
}

/// The same text in all languages.
fn everywhere(text: &str) -> Vec<Source> {
    files([text; 4])
}

fn faults(sources: &[Source]) -> Vec<String> {
    match generate(sources) {
        Ok(rust) => panic!("accepted:\n{rust}"),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

fn rust(sources: &[Source]) -> String {
    generate(sources).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The first fault of a text that is the same in all languages; Arabic comes first by path.
fn fault(text: &str) -> String {
    faults(&everywhere(text)).remove(0)
}

#[test]
fn the_plural_categories_are_those_of_icu4x() {
    for language in &LANGUAGES {
        let locale: Locale = language.code.parse().unwrap();
        let rules = PluralRules::try_new_cardinal((&locale).into()).unwrap();
        let mut theirs: Vec<&str> = rules.categories().map(name).collect();
        let mut ours = language.categories.to_vec();
        theirs.sort_unstable();
        ours.sort_unstable();
        assert_eq!(ours, theirs, "{}", language.code);
    }
}

fn name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

#[test]
fn a_message_without_arguments_is_a_fixed_text_of_each_language() {
    let rust = rust(&files([
        "say-hi = Hi",
        "say-hi = 你好",
        "say-hi = Hola",
        "say-hi = مرحبا",
    ]));
    assert!(rust.contains("pub fn say_hi(self) -> &'static str {"), "{rust}");
    assert!(rust.contains("Lang::En => \"Hi\","), "{rust}");
    assert!(rust.contains("Lang::Zh => \"你好\","), "{rust}");
    assert!(rust.contains("(\"say-hi\", \"say_hi\"),"), "{rust}");
    assert!(
        rust.contains("pub const LANGS: [&str; 4] = [\"en\", \"zh\", \"es\", \"ar\"];"),
        "{rust}"
    );
}

#[test]
fn arguments_come_in_the_order_of_first_use_in_english() {
    let rust = rust(&files([
        "say-x = { $who } in { $place }: { $vote-count }",
        "say-x = { $place }{ $vote-count }{ $who }",
        "say-x = { $who }{ $place }{ $vote-count }",
        "say-x = { $who }{ $place }{ $vote-count }",
    ]));
    assert!(
        rust.contains("pub fn say_x(self, who: &str, place: &str, vote_count: i64) -> String {"),
        "{rust}"
    );
}

#[test]
fn a_variable_is_a_number_where_any_language_selects_a_plural_by_it() {
    let rust = rust(&files([
        "say-x = { $total } votes, { $type }",
        "say-x = { $total } { $type }",
        "say-x = { $type } { $total ->\n [one] voto\n *[other] { $total } votos\n }",
        "say-x = { $total } { $type }",
    ]));
    assert!(
        rust.contains("pub fn say_x(self, total: i64, type_: &str) -> String {"),
        "{rust}"
    );
    assert!(rust.contains("match self.category(total) {"), "{rust}");
    assert!(rust.contains("PluralCategory::One => {"), "{rust}");
    assert!(rust.contains("self.put_number(&mut out, total);"), "{rust}");
}

#[test]
fn exact_numbers_and_categories_mix_in_the_order_written() {
    let rust = rust(&files([
        "say-x = { $n ->\n [0] none\n [one] one\n *[other] { $n }\n }",
        "say-x = { $n ->\n [0] 无\n *[other] { $n }\n }",
        "say-x = { $n }",
        "say-x = { $n }",
    ]));
    assert!(rust.contains("match (n, self.category(n)) {"), "{rust}");
    assert!(rust.contains("(0, _) => {"), "{rust}");
    assert!(rust.contains("(_, PluralCategory::One) => {"), "{rust}");
    assert!(rust.contains("match n {"), "{rust}");
    assert!(rust.contains("out.push('无');"), "{rust}");
}

#[test]
fn words_select_too() {
    let rust = rust(&everywhere(
        "say-x = { $kind ->\n [idea] Idea\n *[other] Voice\n } { $n }",
    ));
    assert!(
        rust.contains("pub fn say_x(self, kind: &str, n: i64) -> String {"),
        "{rust}"
    );
    assert!(rust.contains("match kind {"), "{rust}");
    assert!(rust.contains("\"idea\" => {"), "{rust}");
}

#[test]
fn terms_references_and_literals_are_put_in_place() {
    let text =
        "-brand = Kapok\nsay-brand = About { -brand }{ \"\\u0021\" }\nsay-more = { say-brand } { $who }";
    let rust = rust(&everywhere(text));
    assert!(rust.contains("Lang::Es => \"About Kapok!\","), "{rust}");
    assert!(rust.contains("out.push_str(\"About Kapok! \");"), "{rust}");
    assert!(
        rust.contains("pub fn say_more(self, who: &str) -> String {"),
        "{rust}"
    );
}

#[test]
fn missing_extra_and_different_messages_are_all_listed_with_file_and_line() {
    let found = faults(&files([
        "say-a = A\nsay-b = B { $who }",
        "say-a = 甲\nsay-b = 乙",
        "say-b = B { $who }\nsay-c = C",
        "\n\nsay-a = ا\nsay-b = ب { $who } { $n }",
    ]));
    assert_eq!(
        found,
        [
            "ar/say.ftl:4: \"say-b\" has arguments ($n, $who), in \"en\" ($who)",
            "en/say.ftl:1: \"say-a\" is missing in \"es\"",
            "es/say.ftl:2: \"say-c\" stands in \"es\" but not in \"en\"",
            "zh/say.ftl:2: \"say-b\" has arguments (), in \"en\" ($who)",
        ]
    );
}

#[test]
fn a_message_is_named_after_its_file() {
    assert_eq!(
        fault("hello = Hello"),
        "ar/say.ftl:1: \"hello\" must begin with \"say-\""
    );
    assert_eq!(
        fault("saying-x = X"),
        "ar/say.ftl:1: \"saying-x\" must begin with \"say-\""
    );
    let base: Vec<Source> = LANGUAGES
        .iter()
        .map(|l| file(l.code, "base", "nav-x = X\nfront-x = X"))
        .collect();
    assert!(faults(&base)[0].starts_with("ar/base.ftl:2: \"front-x\" must begin with one of base- nav-"));
}

#[test]
fn names_that_could_become_the_same_method_are_refused() {
    assert!(fault("say-a_b = X").contains("only a-z, 0-9 and single hyphens"));
    assert!(fault("say-aB = X").contains("only a-z, 0-9 and single hyphens"));
    assert!(fault("say-a--b = X").contains("only a-z, 0-9 and single hyphens"));
    assert!(fault("say-x = { $a_b }").contains("\"$a_b\": a variable name"));
}

#[test]
fn an_id_stands_once_in_a_language_even_in_different_files() {
    assert_eq!(
        fault("say-a = A\nsay-a = B"),
        "ar/say.ftl:2: \"say-a\" is already defined at ar/say.ftl:1"
    );
    let mut sources = everywhere("say-a-x = A");
    sources.extend(LANGUAGES.iter().map(|l| file(l.code, "say-a", "say-a-x = A")));
    assert_eq!(
        faults(&sources)[0],
        "ar/say-a.ftl:1: \"say-a-x\" is already defined at ar/say.ftl:1"
    );
}

#[test]
fn what_is_not_supported_is_refused_with_its_line() {
    let cases = [
        (
            "say-x =\n    a\n    { NUMBER($n) }",
            "3: function \"NUMBER\": functions are not supported",
        ),
        (
            "say-x = X\n    .title = T",
            "2: attribute \".title\": attributes are not supported",
        ),
        ("say-x = { 5 }", "1: write a number as text"),
        (
            "say-x = { -brand(case: \"of\") }\n-brand = K",
            "1: \"brand\": only a plain reference is supported",
        ),
        (
            "say-x = { $n ->\n [one] a\n *[many] b\n }",
            "3: the case for everything else is written *[other]",
        ),
        (
            "say-x = { $n ->\n [1.5] a\n *[other] b\n }",
            "2: case [1.5]: only whole numbers are supported",
        ),
        (
            "say-x = { $n ->\n [1] a\n [1] b\n *[other] b\n }",
            "3: case [1] stands twice",
        ),
        (
            "say-x = { $k ->\n [idea] a\n [1] b\n *[other] c\n }",
            "3: cases by word and cases by number do not mix",
        ),
        (
            "say-x = { $n ->\n [idea] a\n *[other] c\n }",
            "1: \"$n\" is a number, but \"say-x\" selects by word",
        ),
        (
            "say-x = { \"a\" ->\n [idea] a\n *[other] c\n }",
            "2: only a variable can select between cases",
        ),
        ("say-x = { -gone }", "1: there is no term \"gone\" in \"ar\""),
        (
            "say-x = { say-gone }",
            "1: there is no message \"say-gone\" in \"ar\"",
        ),
        (
            "say-x = { say-y }\nsay-y = { say-x }",
            "1: \"say-y\" refers to itself",
        ),
        (
            "-who = { $who }\nsay-x = { -who }",
            "2: term \"who\" has variables: a term is fixed text",
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(fault(text), format!("ar/say.ftl:{expected}"), "{text}");
    }
}

#[test]
fn a_plural_case_that_a_language_does_not_have_is_refused() {
    let text = "say-x = { $n ->\n    [one] a\n   *[other] b\n }";
    assert_eq!(
        faults(&everywhere(text)),
        ["zh/say.ftl:2: \"zh\" has no plural [one]; it has other"]
    );
}

#[test]
fn broken_syntax_and_unknown_languages_are_refused() {
    assert!(fault("say-a = A\nwhat is this\n").starts_with("ar/say.ftl:2: "));
    let mut sources = everywhere("say-a = A");
    sources.push(file("tlh", "say", "say-a = A"));
    assert_eq!(
        faults(&sources),
        ["tlh/say.ftl:1: \"tlh\" is not a language of the interface"]
    );
}
