//! Words and formats for the tests.

use kapok_stats::*;

/// English and Arabic as the catalogues would write them.
pub enum Test {
    English,
    Arabic,
}

impl Words for Test {
    fn count(&self, count: i64) -> String {
        let plain = count.to_string();
        let mut out = String::new();
        for (at, digit) in plain.chars().enumerate() {
            if at > 0 && (plain.len() - at).is_multiple_of(3) {
                out.push(if matches!(self, Self::Arabic) { '٬' } else { ',' });
            }
            out.push(digit);
        }
        self.digits(&out)
    }

    fn percent(&self, percent: f64) -> String {
        match self {
            Self::English => format!("{percent}%"),
            Self::Arabic => self.digits(&format!("{percent}٪")),
        }
    }

    fn unknown(&self) -> String {
        match self {
            Self::English => "unknown".to_owned(),
            Self::Arabic => "غير معروف".to_owned(),
        }
    }

    fn hidden(&self) -> String {
        match self {
            Self::English => "hidden".to_owned(),
            Self::Arabic => "محجوب".to_owned(),
        }
    }

    fn base(&self, n: Known<i64>, unit: &str) -> String {
        let n = n.value().map_or_else(|| self.unknown(), |n| self.count(n));
        format!("n = {n} {unit}")
    }

    fn at_least(&self, bound: &str) -> String {
        match self {
            Self::English => format!("at least {bound}"),
            Self::Arabic => format!("{bound} على الأقل"),
        }
    }

    fn part(&self, done: &str, whole: &str) -> String {
        match self {
            Self::English => format!("{done} of {whole}"),
            Self::Arabic => format!("{done} من {whole}"),
        }
    }
}

impl Test {
    fn digits(&self, text: &str) -> String {
        let arabic = |c: char| {
            c.to_digit(10)
                .and_then(|d| char::from_u32(0x660 + d))
                .unwrap_or(c)
        };
        match self {
            Self::English => text.to_owned(),
            Self::Arabic => text.chars().map(arabic).collect(),
        }
    }
}

/// A table without note.
pub fn table(caption: &str, unit: &str, n: Known<i64>, columns: &[&str], rows: Vec<Row>) -> Table {
    Table {
        caption: caption.to_owned(),
        unit: unit.to_owned(),
        n,
        columns: columns.iter().map(|&c| c.to_owned()).collect(),
        rows,
        source: "Records of the award".to_owned(),
        note: None,
    }
}

/// A frame in one of the languages.
pub fn frame<'a>(id: &'a str, words: &'a Test) -> Frame<'a> {
    Frame {
        id,
        description: "",
        rtl: matches!(words, Test::Arabic),
        words,
    }
}
