//! The languages of the interface and how one of them is chosen.

use std::fmt;

/// A language of the interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lang {
    /// English, the reference for all others.
    #[default]
    En,
    /// Chinese in simplified characters.
    Zh,
    /// Spanish.
    Es,
    /// Arabic, written right to left.
    Ar,
}

impl Lang {
    /// All languages, in the order in which menus show them.
    pub const ALL: [Lang; 4] = [Lang::En, Lang::Zh, Lang::Es, Lang::Ar];

    /// The language with this [`code`](Lang::code), in any case; `None` for any other text.
    pub fn parse(code: &str) -> Option<Lang> {
        Lang::ALL
            .into_iter()
            .find(|lang| lang.code().eq_ignore_ascii_case(code))
    }

    /// Two letters (ISO 639-1), used in addresses, cookies and rows.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Zh => "zh",
            Lang::Es => "es",
            Lang::Ar => "ar",
        }
    }

    /// Language tag (BCP 47) for the `lang` attribute; it names the script where that is open.
    pub fn bcp47(self) -> &'static str {
        match self {
            Lang::Zh => "zh-Hans",
            other => other.code(),
        }
    }

    /// Direction of writing, for the `dir` attribute: "ltr" or "rtl".
    pub fn dir(self) -> &'static str {
        if self.is_rtl() { "rtl" } else { "ltr" }
    }

    /// Whether the language is written from right to left.
    pub fn is_rtl(self) -> bool {
        self == Lang::Ar
    }

    /// The language's name for itself, which its speakers find in a page they cannot read.
    pub fn native_name(self) -> &'static str {
        match self {
            Lang::En => "English",
            Lang::Zh => "中文",
            Lang::Es => "Español",
            Lang::Ar => "العربية",
        }
    }

    /// The best language for the value of an `Accept-Language` header (RFC 9110, section 12.5.4).
    ///
    /// Only the first part of a tag counts: somebody who asks for `es-MX` or `zh-Hant` is better served by our Spanish
    /// or Chinese than by English. Of equal weights the first named wins; `*` stands for English. Weights that are
    /// not numbers from 0 to 1 drop their entry; English if nothing is left.
    pub fn negotiate(accept_language: &str) -> Lang {
        let mut best = (Lang::En, 0.0);
        for entry in accept_language.split(',') {
            let mut parts = entry.split(';').map(str::trim);
            let range = parts.next().unwrap_or_default();
            let primary = range.split('-').next().unwrap_or_default();
            let lang = if range == "*" {
                Some(Lang::En)
            } else {
                Lang::parse(primary)
            };
            if let (Some(lang), Some(weight)) = (lang, weight(parts))
                && weight > best.1
            {
                best = (lang, weight);
            }
        }
        best.0
    }
}

/// The weight among the parameters of an entry: 1 if none is given, `None` if it cannot be read.
fn weight<'a>(mut parameters: impl Iterator<Item = &'a str>) -> Option<f64> {
    let given = parameters.find_map(|one| one.strip_prefix("q=").or_else(|| one.strip_prefix("Q=")));
    match given {
        None => Some(1.0),
        Some(text) => text
            .trim()
            .parse()
            .ok()
            .filter(|weight| (0.0..=1.0).contains(weight)),
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
