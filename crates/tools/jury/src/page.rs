//! The report as a page: sections of sentences, facts and tables, all in the reader's language.

use anyhow::Result;
use askama::Template;
use kapok_i18n::Lang;
use kapok_report::Sheet;

use crate::output::typed;
use crate::picture::{MOST, Picture};

/// A whole report.
#[derive(Template)]
#[template(path = "jury.html")]
pub struct Page {
    c: Sheet,
    title: String,
    lede: String,
    warnings: Vec<String>,
    sections: Vec<Section>,
}

/// A part of the report.
#[derive(Default)]
pub struct Section {
    /// Its heading.
    pub title: String,
    /// Sentences below the heading.
    pub text: Vec<String>,
    /// Pictures, drawn.
    pub pictures: Vec<Drawn>,
    drawings: Vec<Picture>,
    /// Facts: name and value.
    pub facts: Vec<(String, String)>,
    /// A table, if any.
    pub table: Option<Table>,
}

/// A picture as it stands on the page.
pub struct Drawn {
    /// Its heading.
    pub title: String,
    /// What it shows.
    pub what: String,
    /// How many of the lines it shows, where not all.
    pub some: Option<String>,
    /// The element.
    pub svg: String,
}

/// A table.
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns, and whether they hold numbers.
    pub columns: Vec<(String, bool)>,
    /// Rows; the first cell names the row.
    pub rows: Vec<Vec<String>>,
}

impl Page {
    /// A page without sections yet.
    pub fn new(lang: Lang, title: &str, lede: String) -> Self {
        Self {
            c: Sheet::new(lang, typed()),
            title: title.to_owned(),
            lede,
            warnings: Vec::new(),
            sections: Vec::new(),
        }
    }

    /// Something that must not be overlooked.
    pub fn warn(&mut self, sentence: String) {
        self.warnings.push(sentence);
    }

    /// One more section.
    pub fn add(&mut self, mut section: Section) {
        let (t, part) = (self.c.t, self.sections.len());
        let rtl = t.lang().dir() == "rtl";
        let number = |n: usize| t.number(i64::try_from(n).unwrap_or(i64::MAX));
        let drawings = std::mem::take(&mut section.drawings);
        let drawn = drawings.into_iter().enumerate().map(|(place, picture)| Drawn {
            svg: picture.svg(&format!("p{part}-{place}"), rtl),
            some: (picture.lines.len() > MOST)
                .then(|| t.jury_picture_some(&number(MOST), &number(picture.lines.len()))),
            title: picture.title,
            what: picture.what,
        });
        section.pictures = drawn.collect();
        self.sections.push(section);
    }

    /// The file.
    pub fn html(&self) -> Result<String> {
        Ok(self.render()?)
    }
}

impl Section {
    /// A section with a heading.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            ..Self::default()
        }
    }

    /// With a sentence.
    pub fn say(mut self, sentence: impl Into<String>) -> Self {
        self.text.push(sentence.into());
        self
    }

    /// With a fact.
    pub fn fact(mut self, name: &str, value: impl Into<String>) -> Self {
        self.facts.push((name.to_owned(), value.into()));
        self
    }

    /// With a picture, if it has lines.
    pub fn picture(mut self, picture: Picture) -> Self {
        if !picture.lines.is_empty() {
            self.drawings.push(picture);
        }
        self
    }

    /// With a table.
    pub fn table(mut self, table: Table) -> Self {
        self.table = Some(table);
        self
    }
}

impl Table {
    /// A table without rows yet. Each column: its name, and whether it holds numbers.
    pub fn new(caption: &str, columns: &[(&str, bool)]) -> Self {
        let columns = columns
            .iter()
            .map(|(name, numbers)| ((*name).to_owned(), *numbers))
            .collect();
        Self {
            caption: caption.to_owned(),
            columns,
            rows: Vec::new(),
        }
    }
}
