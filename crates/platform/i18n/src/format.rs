//! Numbers, dates, plurals and order by locale, from ICU4X.
//!
//! The formatters of a language are built once, at first use, and shared by all threads. If one cannot be built (its
//! data is compiled in, so that would be a fault of the build), its callers get a plain fallback: digits,
//! ISO 8601 dates, comparison by code point. No page fails over a comma.

use std::cmp::Ordering;
use std::fmt::Write as _;
use std::sync::LazyLock;

use icu_calendar::{Date, Gregorian};
use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{CollatorBorrowed, CollatorPreferences};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{MD, YMD, YMDT};
use icu_datetime::input::{DateTime, Time};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use icu_plurals::{PluralCategory, PluralRules};
use jiff::civil;

use crate::{Lang, T};

type DateFormatter<Fields> = Option<FixedCalendarDateTimeFormatter<Gregorian, Fields>>;

/// The formatters of one language.
struct Formats {
    plurals: Option<PluralRules>,
    decimal: Option<DecimalFormatter>,
    date: DateFormatter<YMD>,
    day_month: DateFormatter<MD>,
    date_time: DateFormatter<YMDT>,
    collator: Option<CollatorBorrowed<'static>>,
}

/// One set for each language, in the order of [`Lang::ALL`].
static FORMATS: [LazyLock<Formats>; 4] = [
    LazyLock::new(|| Formats::new(Lang::En)),
    LazyLock::new(|| Formats::new(Lang::Zh)),
    LazyLock::new(|| Formats::new(Lang::Es)),
    LazyLock::new(|| Formats::new(Lang::Ar)),
];

impl Formats {
    fn new(lang: Lang) -> Formats {
        let locale = locale(lang);
        let mut order = CollatorPreferences::from(&locale);
        // "Ward 2" comes before "Ward 10".
        order.numeric_ordering = Some(CollationNumericOrdering::True);
        Formats {
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            date: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            day_month: FixedCalendarDateTimeFormatter::try_new((&locale).into(), MD::long()).ok(),
            date_time: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long().with_time_hm())
                .ok(),
            collator: CollatorBorrowed::try_new(order, CollatorOptions::default()).ok(),
        }
    }

    fn of(lang: Lang) -> &'static Formats {
        match lang {
            Lang::En => &FORMATS[0],
            Lang::Zh => &FORMATS[1],
            Lang::Es => &FORMATS[2],
            Lang::Ar => &FORMATS[3],
        }
    }
}

/// The locale whose habits a language follows. English is that of the wider world: the day before the month, 24 hours.
fn locale(lang: Lang) -> Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::Zh => locale!("zh-Hans"),
        Lang::Es => locale!("es"),
        Lang::Ar => locale!("ar"),
    }
}

impl T {
    /// A whole number with the language's digits and grouping: "118,000".
    pub fn number(self, n: i64) -> String {
        self.decimal_text(&Decimal::from(n), || n.to_string())
    }

    /// A number with so many digits after the decimal sign, rounded to the nearest: "4.4".
    ///
    /// What is not a finite number is shown as unknown.
    pub fn decimal(self, value: f64, digits: usize) -> String {
        if !value.is_finite() {
            return self.base_unknown().to_owned();
        }
        let plain = format!("{value:.digits$}");
        // What rounds to nothing has no sign.
        let plain = match plain.strip_prefix('-') {
            Some(rest) if rest.bytes().all(|byte| byte == b'0' || byte == b'.') => rest,
            _ => &plain,
        };
        match Decimal::try_from_str(plain) {
            Ok(decimal) => self.decimal_text(&decimal, || plain.to_owned()),
            Err(_) => plain.to_owned(),
        }
    }

    /// A share of a hundred (`value` 12.5 means 12.5 %) with the language's sign for it.
    pub fn percent(self, value: f64, digits: usize) -> String {
        if value.is_finite() {
            self.base_percent(&self.decimal(value, digits))
        } else {
            self.base_unknown().to_owned()
        }
    }

    /// A date with the month in words: "3 March 2026".
    pub fn date(self, date: civil::Date) -> String {
        let formatter = Formats::of(self.lang()).date.as_ref();
        match (formatter, gregorian(date)) {
            (Some(formatter), Some(input)) => formatter.format(&input).to_string(),
            _ => date.to_string(),
        }
    }

    /// A date without its year: "3 March".
    pub fn day_month(self, date: civil::Date) -> String {
        let formatter = Formats::of(self.lang()).day_month.as_ref();
        match (formatter, gregorian(date)) {
            (Some(formatter), Some(input)) => formatter.format(&input).to_string(),
            _ => date.to_string(),
        }
    }

    /// A date with the time of day to the minute: "3 March 2026 at 14:05".
    pub fn date_time(self, moment: civil::DateTime) -> String {
        let formatter = Formats::of(self.lang()).date_time.as_ref();
        match (formatter, gregorian(moment.date()), time_of_day(moment.time())) {
            (Some(formatter), Some(date), Some(time)) => {
                formatter.format(&DateTime { date, time }).to_string()
            }
            _ => moment.to_string(),
        }
    }

    /// Which of two texts comes first in a list for readers of this language: letters before case and
    /// accents, digits by their value, Chinese by pinyin.
    pub fn compare(self, a: &str, b: &str) -> Ordering {
        match &Formats::of(self.lang()).collator {
            // Texts that a reader takes for the same still get a fixed order.
            Some(collator) => collator.compare(a, b).then_with(|| a.cmp(b)),
            None => a.cmp(b),
        }
    }

    /// The plural category that messages select by.
    pub(crate) fn category(self, n: i64) -> PluralCategory {
        Formats::of(self.lang())
            .plurals
            .as_ref()
            .map_or(PluralCategory::Other, |rules| rules.category_for(n))
    }

    /// Writes a number that is an argument of a message.
    pub(crate) fn put_number(self, out: &mut String, n: i64) {
        let _ = match &Formats::of(self.lang()).decimal {
            Some(formatter) => write!(out, "{}", formatter.format(&Decimal::from(n))),
            None => write!(out, "{n}"),
        };
    }

    fn decimal_text(self, decimal: &Decimal, plain: impl FnOnce() -> String) -> String {
        match &Formats::of(self.lang()).decimal {
            Some(formatter) => formatter.format(decimal).to_string(),
            None => plain(),
        }
    }
}

fn gregorian(date: civil::Date) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(i32::from(date.year()), month, day).ok()
}

fn time_of_day(time: civil::Time) -> Option<Time> {
    Time::try_new(
        u8::try_from(time.hour()).ok()?,
        u8::try_from(time.minute()).ok()?,
        0,
        0,
    )
    .ok()
}
