use super::*;

fn city(least: i64, percent: i64) -> City {
    let mut city = City::new("Riverton", "", jiff::tz::TimeZone::UTC);
    (city.reopen_at_least, city.reopen_percent) = (least, percent);
    city
}

#[test]
fn the_thresholds_are_exact() {
    let default = city(5, 33);
    for (not_yet, all, opens) in [
        (4, 4, false),
        (4, 12, false),
        (5, 5, true),
        (5, 14, true),
        (5, 15, true),
        (5, 16, false),
        (6, 18, true),
        (33, 100, false),
        (34, 100, true),
        (330, 1000, false),
        (331, 1000, true),
    ] {
        assert_eq!(
            reopens(&default, all - not_yet, not_yet),
            opens,
            "{not_yet} of {all}"
        );
    }
    assert!(!reopens(&city(5, 50), 5, 5), "half is not more than half");
    assert!(reopens(&city(5, 50), 5, 6));
    assert!(
        !reopens(&city(5, 34), 10, 5),
        "a third is not more than 34 percent"
    );
    assert!(reopens(&default, i64::MAX / 3, i64::MAX), "no overflow");
}

#[test]
fn rechecks_after_a_leap_day_fall_on_the_last_of_february() {
    let day = |text: &str| text.parse::<Date>().unwrap();
    assert_eq!(
        recheck_dates(day("2028-02-29")),
        [
            (1, day("2029-02-28")),
            (3, day("2031-02-28")),
            (5, day("2033-02-28"))
        ]
    );
    assert_eq!(
        recheck_dates(day("2027-03-01")),
        [
            (1, day("2028-03-01")),
            (3, day("2030-03-01")),
            (5, day("2032-03-01"))
        ]
    );
}

#[test]
fn numbers_are_read_as_people_type_them_and_never_guessed() {
    for (typed, read) in [
        ("12", Some(12.0)),
        ("4.4", Some(4.4)),
        ("4,4", Some(4.4)),
        ("-0.5", Some(-0.5)),
        ("٤٫٤", Some(4.4)),
        ("1,234", None),
        ("1.234", Some(1.234)),
        ("1,234,567", None),
        ("1e9", None),
        ("NaN", None),
        ("inf", None),
        ("", None),
        ("-", None),
        (".", None),
        ("5 %", None),
    ] {
        assert_eq!(number(typed), read, "{typed}");
    }
}

#[test]
fn a_value_is_judged_against_target_and_baseline_in_its_direction() {
    let indicator = |better, baseline, target, value| Indicator {
        id: IndicatorId([0; 16]),
        name: String::new(),
        unit: String::new(),
        baseline,
        baseline_source: String::new(),
        target,
        value,
        value_source: String::new(),
        better,
        lang: String::new(),
        measured_at: jiff::Timestamp::UNIX_EPOCH,
        version: 1,
    };
    use Better::{Down, Up};
    for (better, baseline, target, value, says) in [
        (Down, 14.0, Some(5.0), Some(3.0), Some(Measured::Reached)),
        (Down, 14.0, Some(5.0), Some(5.0), Some(Measured::Reached)),
        (Down, 14.0, Some(5.0), Some(6.0), Some(Measured::Improved)),
        (Down, 14.0, None, Some(15.0), Some(Measured::Worse)),
        (Up, 40.0, Some(100.0), Some(40.0), Some(Measured::Same)),
        (Up, 40.0, None, Some(41.0), Some(Measured::Improved)),
        (Up, 40.0, Some(100.0), None, None),
    ] {
        assert_eq!(indicator(better, baseline, target, value).measured(), says);
    }
}
