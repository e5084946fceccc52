//! What readers of each language see: values worked out by hand from CLDR and from usage.

use std::cmp::Ordering;

use jiff::civil::date;
use kapok_i18n::{LANGS, Lang, T, messages};

const EN: T = T(Lang::En);
const ZH: T = T(Lang::Zh);
const ES: T = T(Lang::Es);
const AR: T = T(Lang::Ar);

#[test]
fn plurals_follow_each_language() {
    assert_eq!(
        [0, 1, 2, 11].map(|n| EN.days(n)),
        ["0 days", "1 day", "2 days", "11 days"]
    );
    assert_eq!([0, 1, 2].map(|n| ZH.days(n)), ["0 天", "1 天", "2 天"]);
    assert_eq!([0, 1, 2].map(|n| ES.days(n)), ["0 días", "1 día", "2 días"]);
    assert_eq!(ES.money(1_000_000), "1.000.000 de coronas");
    // Arabic: 0, 1 and 2 by themselves, 3 to 10 few, 11 to 99 many, 100 to 102 other, then again by the last two digits.
    let expected = [
        "0 يوم",
        "يوم واحد",
        "يومان",
        "3 أيام",
        "10 أيام",
        "11 يومًا",
        "99 يومًا",
        "100 يوم",
        "103 أيام",
    ];
    assert_eq!([0, 1, 2, 3, 10, 11, 99, 100, 103].map(|n| AR.days(n)), expected);
}

#[test]
fn numbers_are_grouped_by_language() {
    assert_eq!(EN.number(118_000), "118,000");
    assert_eq!(ZH.number(118_000), "118,000");
    assert_eq!(ES.number(118_000), "118.000");
    // Spanish leaves four digits together (CLDR minimumGroupingDigits 2).
    assert_eq!(ES.number(1_234), "1234");
    assert_eq!(AR.number(118_000), "118,000");
    assert_eq!(EN.number(-5), "-5");
    assert_eq!(EN.number(i64::MIN), "-9,223,372,036,854,775,808");
}

#[test]
fn decimals_and_shares_keep_their_digits() {
    assert_eq!(EN.decimal(4.4, 1), "4.4");
    assert_eq!(EN.decimal(2.0, 2), "2.00");
    assert_eq!(ES.decimal(1234567.891, 2), "1.234.567,89");
    assert_eq!(EN.decimal(-0.04, 1), "0.0");
    assert_eq!(EN.decimal(-0.06, 1), "-0.1");
    assert_eq!(EN.decimal(f64::NAN, 1), "unknown");
    assert_eq!(EN.percent(12.5, 1), "12.5%");
    assert_eq!(ES.percent(12.5, 1), "12,5\u{a0}%");
    assert_eq!(ZH.percent(15.0, 0), "15%");
    assert_eq!(AR.percent(12.5, 1), "12.5%");
    assert_eq!(EN.percent(f64::INFINITY, 0), "unknown");
}

#[test]
fn dates_are_written_out() {
    let third = date(2026, 3, 3);
    let dates = [EN, ZH, ES, AR].map(|t| t.date(third));
    assert_eq!(
        dates,
        [
            "3 March 2026",
            "2026年3月3日",
            "3 de marzo de 2026",
            "3 مارس 2026"
        ]
    );
    let days = [EN, ZH, ES, AR].map(|t| t.day_month(date(2026, 12, 31)));
    assert_eq!(days, ["31 December", "12月31日", "31 de diciembre", "31 ديسمبر"]);
    let moment = third.at(14, 5, 59, 0);
    assert_eq!(EN.date_time(moment), "3 March 2026 at 14:05");
    assert_eq!(ZH.date_time(moment), "2026年3月3日 14:05");
    assert_eq!(ES.date_time(moment), "3 de marzo de 2026 a las 14:05");
    assert_eq!(AR.date_time(moment), "3 مارس 2026 في 2:05 م");
    assert_eq!(EN.date_time(third.at(0, 0, 0, 0)), "3 March 2026 at 00:00");
}

#[test]
fn days_seen_from_today() {
    let all = [-5, -1, 0, 1, 3];
    assert_eq!(
        all.map(|n| EN.relative_days(n)),
        ["5 days ago", "yesterday", "today", "tomorrow", "in 3 days"]
    );
    assert_eq!(
        all.map(|n| ZH.relative_days(n)),
        ["5 天前", "昨天", "今天", "明天", "3 天后"]
    );
    assert_eq!(
        all.map(|n| ES.relative_days(n)),
        ["hace 5 días", "ayer", "hoy", "mañana", "dentro de 3 días"]
    );
    assert_eq!(
        all.map(|n| AR.relative_days(n)),
        ["قبل 5 أيام", "أمس", "اليوم", "غدًا", "بعد 3 أيام"]
    );
    assert!(EN.relative_days(i64::MIN).ends_with(" days ago"));
}

#[test]
fn money_is_whole_units_with_their_word() {
    assert_eq!(
        [EN, ZH, ES].map(|t| t.money(118_000)),
        ["118,000 crowns", "118,000 克朗", "118.000 coronas"]
    );
    assert_eq!(
        [1, 2, 3, 11, 118_000].map(|n| AR.money(n)),
        ["1 كرونة", "2 كرونة", "3 كرونات", "11 كرونة", "118,000 كرونة"]
    );
    assert_eq!(EN.money(-1), "-1 crown");
}

#[test]
fn lists_read_as_a_sentence() {
    assert_eq!(EN.list::<&str>(&[]), "");
    assert_eq!(EN.list(&["a"]), "a");
    assert_eq!(EN.list(&["a", "b"]), "a and b");
    assert_eq!(
        EN.list(&["a".to_owned(), "b".to_owned(), "c".to_owned()]),
        "a, b and c"
    );
    assert_eq!(ZH.list(&["水", "电", "路"]), "水、电和路");
    assert_eq!(AR.list(&["ماء", "نور", "طريق"]), "ماء ونور وطريق");
}

#[test]
fn spanish_says_e_before_the_sound_i() {
    assert_eq!(ES.list(&["Ana", "Luis"]), "Ana y Luis");
    assert_eq!(ES.list(&["Ana", "Inés"]), "Ana e Inés");
    assert_eq!(ES.list(&["agua", "higiene"]), "agua e higiene");
    assert_eq!(ES.list(&["Ana", "Íñigo"]), "Ana e Íñigo");
    assert_eq!(ES.list(&["agua", "hielo"]), "agua y hielo");
    assert_eq!(EN.list(&["Ana", "Inés"]), "Ana and Inés");
}

#[test]
fn order_is_that_of_the_language() {
    assert_eq!(EN.compare("Ward 2", "Ward 10"), Ordering::Less);
    assert_eq!(EN.compare("éclair", "zebra"), Ordering::Less);
    assert_eq!(EN.compare("a", "a"), Ordering::Equal);
    // ñ is a letter of its own after n in Spanish, an accented n in English.
    assert_eq!(ES.compare("ñame", "nube"), Ordering::Greater);
    assert_eq!(EN.compare("ñame", "nube"), Ordering::Less);
    // By pinyin 北京 (bei) comes before 广州 (guang) and 上海 (shang), though 上 has the lower code point.
    let mut cities = ["上海", "广州", "北京"];
    cities.sort_by(|a, b| ZH.compare(a, b));
    assert_eq!(cities, ["北京", "广州", "上海"]);
}

#[test]
fn the_browser_s_wish_decides_the_language() {
    let cases = [
        ("", Lang::En),
        ("zh", Lang::Zh),
        ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
        ("fr-FR,fr;q=0.9,es-MX;q=0.8,en;q=0.7", Lang::Es),
        ("en;q=0.3, AR-eg;q=0.9", Lang::Ar),
        ("es, ar", Lang::Es),
        ("zh;q=0, es;q=0.1", Lang::Es),
        ("fr, *;q=0.5, ar;q=0.4", Lang::En),
        ("zh;q=7, ar;q=abc, es;q=NaN", Lang::En),
        ("zh ; q=0.5 , ar ; level=1 ; q=0.6", Lang::Ar),
        ("english, zhongwen", Lang::En),
        (",;,;q=1,,", Lang::En),
    ];
    for (header, expected) in cases {
        assert_eq!(Lang::negotiate(header), expected, "{header}");
    }
}

#[test]
fn a_language_knows_its_names() {
    assert_eq!(Lang::ALL.map(Lang::code), LANGS);
    assert_eq!(Lang::ALL.map(Lang::bcp47), ["en", "zh-Hans", "es", "ar"]);
    assert_eq!(Lang::ALL.map(Lang::dir), ["ltr", "ltr", "ltr", "rtl"]);
    assert_eq!(
        Lang::ALL.map(Lang::native_name),
        ["English", "中文", "Español", "العربية"]
    );
    assert_eq!(
        Lang::ALL.map(|lang| Lang::parse(lang.code())),
        Lang::ALL.map(Some)
    );
    assert_eq!(Lang::parse("ZH"), Some(Lang::Zh));
    assert_eq!(Lang::parse("fr"), None);
    assert_eq!(T(Lang::Ar).lang(), Lang::Ar);
}

#[test]
fn every_name_in_the_catalogue_is_found_by_its_id() {
    type Helper = for<'a> fn(T, &'a str) -> &'a str;
    let helpers: [(&str, usize, Helper); 8] = [
        ("topic-", 12, T::topic),
        ("channel-", 12, T::channel),
        ("state-", 12, T::state),
        ("step-", 6, T::step),
        ("level-", 5, T::level),
        ("field-", 3, T::field),
        ("rung-", 8, T::rung),
        ("lang-", 4, T::language),
    ];
    for (prefix, count, helper) in helpers {
        let ids: Vec<&str> = messages()
            .iter()
            .filter_map(|(id, _)| id.strip_prefix(prefix))
            .collect();
        assert_eq!(ids.len(), count, "{prefix}");
        for t in [EN, ZH, ES, AR] {
            assert!(
                ids.iter().all(|id| helper(t, id) != *id),
                "{prefix} in {}",
                t.lang()
            );
            assert_eq!(helper(t, "unheard-of"), "unheard-of");
        }
    }
}

#[test]
fn names_are_in_the_language_asked_for() {
    assert_eq!(EN.topic("waste"), "Urban waste management");
    assert_eq!(ZH.channel("paper-card"), "纸质卡片");
    assert_eq!(ES.state("withdrawn"), "Retirado");
    assert_eq!(AR.step("done"), "أُنجزت");
    assert_eq!(EN.rung("partnership"), "Partnership");
    assert_eq!(EN.language("zh"), "Chinese");
}

#[test]
fn the_list_of_messages_names_their_methods() {
    assert!(messages().contains(&("nav-sign-in", "nav_sign_in")));
    assert!(messages().is_sorted());
    assert_eq!(EN.nav_sign_in(), "Sign in");
}

#[test]
fn text_of_the_other_direction_is_kept_in_its_place() {
    assert_eq!(AR.isolate("Eastgate"), "\u{2068}Eastgate\u{2069}");
    assert_eq!(AR.isolate("البوابة"), "البوابة");
    assert_eq!(AR.isolate("31"), "31");
    assert_eq!(EN.isolate("البوابة"), "\u{2068}البوابة\u{2069}");
    assert_eq!(EN.isolate("广州"), "广州");
    // Programs make links of these; an isolate would become part of the address.
    assert_eq!(
        AR.isolate("https://riverton.example/f/K7M"),
        "https://riverton.example/f/K7M"
    );
    assert_eq!(AR.isolate("desk@riverton.example"), "desk@riverton.example");
    assert_eq!(AR.list(&["Eastgate", "ماء"]), "\u{2068}Eastgate\u{2069} وماء");
}
