//! The frame of a page: what `base.html` needs.

use kapok_i18n::{Lang, T};

use crate::url;

/// A signed-in person, for the frame.
#[derive(Debug, Clone)]
pub struct UserView {
    /// Name.
    pub name: String,
    /// Office.
    pub office: String,
    /// Whether the pages of the service desk open for this person.
    pub enters: bool,
    /// Whether the accounts page opens.
    pub manages: bool,
}

/// A link to the same page in another language.
#[derive(Debug, Clone)]
pub struct LanguageLink {
    /// Address.
    pub href: String,
    /// BCP 47 code.
    pub code: &'static str,
    /// Name in itself.
    pub name: &'static str,
    /// Whether this page is in it.
    pub current: bool,
}

/// What `base.html` needs.
#[derive(Debug, Clone)]
pub struct Chrome {
    /// The words.
    pub t: T,
    /// The language.
    pub lang: Lang,
    /// Name of the city.
    pub city: String,
    /// Entry of the navigation that is marked; empty for none.
    pub active: &'static str,
    /// Whether the staff navigation is shown.
    pub staff: bool,
    /// Who is signed in.
    pub user: Option<UserView>,
    /// Address of the style sheet.
    pub css: &'static str,
    /// Address of the script.
    pub js: &'static str,
    /// Token for the forms of the page.
    pub token: String,
    /// Shown once after a redirect.
    pub notice: Option<String>,
    /// Atom feed of the page.
    pub feed: Option<String>,
    /// What the page is about, for search engines: schema.org as JSON-LD, see [`Chrome::linked`].
    pub linked: Option<String>,
    /// Path of the page.
    pub path: String,
    /// Query of the page without the language.
    pub query: Vec<(String, String)>,
}

impl Chrome {
    /// The page in every language.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageLink> {
        Lang::ALL
            .iter()
            .map(|lang| {
                let mut pairs: Vec<(&str, &str)> =
                    self.query.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
                pairs.push(("lang", lang.code()));
                LanguageLink {
                    href: format!("{}{}", self.path, url::query(&pairs)),
                    code: lang.bcp47(),
                    name: lang.native_name(),
                    current: *lang == self.lang,
                }
            })
            .collect()
    }

    /// The same page with one value of the query changed; an empty value leaves it out.
    #[must_use]
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut pairs: Vec<(&str, &str)> = self
            .query
            .iter()
            .filter(|(n, _)| n != name)
            .map(|(n, v)| (n.as_str(), v.as_str()))
            .collect();
        pairs.push((name, value));
        format!("{}{}", self.path, url::query(&pairs))
    }

    /// Names the feed of the page.
    #[must_use]
    pub fn feed(mut self, href: &str) -> Self {
        self.feed = Some(href.to_owned());
        self
    }

    /// Says what the page is about (schema.org, JSON-LD). It stands in the page as a data block: browsers run no script whose
    /// type is not one of JavaScript, so the content policy need not allow it (HTML, section 4.12.1.1, "prepare the script
    /// element"). `<` is written as an escape, so that no text can end the block.
    #[must_use]
    pub fn linked(mut self, json: &str) -> Self {
        self.linked = Some(json.replace('<', "\\u003c"));
        self
    }

    /// A frame with sample values, for tests that render every template in every language.
    #[must_use]
    pub fn sample(lang: Lang, staff: bool) -> Self {
        Self {
            t: T(lang),
            lang,
            city: "Riverton".into(),
            active: "home",
            staff,
            user: staff.then(|| UserView {
                name: "A. Okafor".into(),
                office: "Streets".into(),
                enters: true,
                manages: true,
            }),
            css: crate::css_path(),
            js: crate::js_path(),
            token: "0".repeat(80),
            notice: None,
            feed: None,
            linked: None,
            path: "/".into(),
            query: Vec::new(),
        }
    }
}
