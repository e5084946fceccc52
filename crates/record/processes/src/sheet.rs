//! Reading the CSV files of an import.
//!
//! A file is named, its columns are checked before any row is read, and whatever cannot be taken in is reported with
//! file, row (as a spreadsheet counts, the heads are row 1), column, what is wrong and what to do about it.

use std::collections::BTreeMap;
use std::path::Path;

use kapok_acts::{About, ActError, Actor, Env, Keys, Kind, Right};
use kapok_store::{NewAct, StoreError};

/// Why an import stopped. Nothing of the file that is named was kept.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file of the folder could not be read.
    #[error("{file} cannot be read ({why}). Put the file into the folder, or name another folder.")]
    File {
        /// Name of the file.
        file: String,
        /// What the machine said.
        why: String,
    },
    /// A file has no such column.
    #[error("{file} has no column {column:?}. Write the heads in its first row: {heads}.")]
    Column {
        /// Name of the file.
        file: String,
        /// The column.
        column: String,
        /// All columns that the file must have.
        heads: String,
    },
    /// A value cannot be taken in.
    #[error("{file}, row {row}, column {column:?}: {what} {cure}")]
    Value {
        /// Name of the file.
        file: String,
        /// Row as a spreadsheet counts: the heads are row 1.
        row: u64,
        /// The column.
        column: String,
        /// What is wrong, a sentence.
        what: String,
        /// What to do, a sentence.
        cure: String,
    },
    /// The action was refused or the database failed.
    #[error(transparent)]
    Act(#[from] ActError),
}

impl From<StoreError> for ImportError {
    fn from(error: StoreError) -> Self {
        Self::Act(error.into())
    }
}

/// What an import of one file did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// Name of the file.
    pub file: String,
    /// Rows read.
    pub rows: usize,
    /// Rows that were new or different. 0: the record had all of it already, and nothing was written.
    pub changed: usize,
}

/// The files of an import by name, in memory: from a folder, or built into a program.
#[derive(Debug, Clone, Default)]
pub struct Files(BTreeMap<String, String>);

impl Files {
    /// Every `.csv` file of a folder.
    ///
    /// # Errors
    /// [`ImportError::File`] when the folder or a file cannot be read, or is not UTF-8.
    pub fn of(dir: &Path) -> Result<Self, ImportError> {
        let failed = |path: &Path, why: std::io::Error| ImportError::File {
            file: path.display().to_string(),
            why: why.to_string(),
        };
        let mut files = Self::default();
        for entry in std::fs::read_dir(dir).map_err(|e| failed(dir, e))? {
            let path = entry.map_err(|e| failed(dir, e))?.path();
            if path.extension().is_some_and(|ending| ending == "csv") {
                let text = std::fs::read_to_string(&path).map_err(|e| failed(&path, e))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy();
                files.put(&name, &text);
            }
        }
        Ok(files)
    }

    /// Adds or replaces a file.
    pub fn put(&mut self, name: &str, text: &str) {
        self.0.insert(name.to_owned(), text.to_owned());
    }

    /// A file as a table with these columns; others may stand beside them.
    ///
    /// # Errors
    /// [`ImportError::File`] when it is not there, [`ImportError::Column`] when a column is missing,
    /// [`ImportError::Value`] when a row has more or fewer values than there are heads.
    pub fn sheet(&self, name: &str, columns: &[&str]) -> Result<Sheet, ImportError> {
        let text = self.0.get(name).ok_or_else(|| ImportError::File {
            file: name.to_owned(),
            why: "it is not there".into(),
        })?;
        Sheet::parse(name, text, columns)
    }

    /// As [`Files::sheet`] for a file that may be missing.
    ///
    /// # Errors
    /// As [`Files::sheet`], but none when the file is not there.
    pub fn sheet_if_there(&self, name: &str, columns: &[&str]) -> Result<Option<Sheet>, ImportError> {
        let there = self.0.contains_key(name);
        there.then(|| self.sheet(name, columns)).transpose()
    }
}

/// A CSV file that was read.
#[derive(Debug, Clone)]
pub struct Sheet {
    file: String,
    heads: Vec<String>,
    rows: Vec<(u64, Vec<String>)>,
}

impl Sheet {
    /// Reads a file (RFC 4180, UTF-8, a byte order mark is skipped).
    ///
    /// # Errors
    /// As [`Files::sheet`].
    pub fn parse(file: &str, text: &str, columns: &[&str]) -> Result<Self, ImportError> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(text.as_bytes());
        let broken = |row: u64, why: String| ImportError::Value {
            file: file.to_owned(),
            row,
            column: String::new(),
            what: why,
            cure: "Save the file again as CSV in UTF-8.".into(),
        };
        let heads: Vec<String> = reader
            .headers()
            .map_err(|e| broken(1, format!("The heads cannot be read: {e}.")))?
            .iter()
            .map(|h| h.trim().to_owned())
            .collect();
        if let Some(missing) = columns.iter().find(|c| !heads.iter().any(|h| h == *c)) {
            return Err(ImportError::Column {
                file: file.to_owned(),
                column: (*missing).to_owned(),
                heads: columns.join(", "),
            });
        }
        let mut rows = Vec::new();
        for (number, record) in (2u64..).zip(reader.records()) {
            let record = record.map_err(|e| broken(number, format!("The row cannot be read: {e}.")))?;
            if record.len() != heads.len() {
                let what = format!("It has {} values, the heads are {}.", record.len(), heads.len());
                return Err(broken(number, what));
            }
            rows.push((number, record.iter().map(|v| v.trim().to_owned()).collect()));
        }
        Ok(Self {
            file: file.to_owned(),
            heads,
            rows,
        })
    }

    /// Name of the file.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The rows in their order.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        self.rows.iter().map(|(row, values)| Line {
            sheet: self,
            row: *row,
            values,
        })
    }

    /// Every row through a function, which sees no value of a column named `unique` twice.
    ///
    /// # Errors
    /// From the function, and on a repeated or empty value.
    pub fn each<T>(
        &self,
        unique: &str,
        mut read: impl FnMut(i64, &Line<'_>) -> Result<T, ImportError>,
    ) -> Result<Vec<T>, ImportError> {
        let mut seen = std::collections::BTreeSet::new();
        let mut out = Vec::with_capacity(self.rows.len());
        for (position, line) in (1i64..).zip(self.lines()) {
            if !seen.insert(line.need(unique)?) {
                let what = format!("{:?} stands in an earlier row too.", line.get(unique));
                return Err(line.wrong(unique, &what, "Keep one of the rows."));
            }
            out.push(read(position, &line)?);
        }
        Ok(out)
    }
}

/// One row of a [`Sheet`].
pub struct Line<'a> {
    sheet: &'a Sheet,
    row: u64,
    values: &'a [String],
}

impl<'a> Line<'a> {
    /// The value of a column, without blanks around it; empty when there is no such column.
    #[must_use]
    pub fn get(&self, column: &str) -> &'a str {
        let at = self.sheet.heads.iter().position(|h| h == column);
        at.and_then(|at| self.values.get(at)).map_or("", String::as_str)
    }

    /// The value of a column as an owned text.
    #[must_use]
    pub fn text(&self, column: &str) -> String {
        self.get(column).to_owned()
    }

    /// A value that may not be empty.
    ///
    /// # Errors
    /// When it is.
    pub fn need(&self, column: &str) -> Result<&'a str, ImportError> {
        match self.get(column) {
            "" => Err(self.wrong(
                column,
                "The value is missing.",
                "Fill it in, or take the row out.",
            )),
            value => Ok(value),
        }
    }

    /// A whole number from 0; nothing where the value is empty, for empty means unknown.
    ///
    /// # Errors
    /// When it is no such number.
    pub fn count(&self, column: &str) -> Result<Option<i64>, ImportError> {
        let value = self.get(column);
        if value.is_empty() {
            return Ok(None);
        }
        match value.parse::<i64>() {
            Ok(n) if n >= 0 => Ok(Some(n)),
            _ => {
                let what = format!("{value:?} is not a whole number from 0.");
                Err(self.wrong(
                    column,
                    &what,
                    "Write digits only, or leave it empty where it is unknown.",
                ))
            }
        }
    }

    /// A year from 1900 to 2999; nothing where the value is empty.
    ///
    /// # Errors
    /// When it is no such year.
    pub fn year(&self, column: &str) -> Result<Option<i64>, ImportError> {
        match self.count(column)? {
            Some(year) if !(1900..3000).contains(&year) => Err(self.wrong(
                column,
                &format!("{year} is not a year."),
                "Write the year in four digits.",
            )),
            year => Ok(year),
        }
    }

    /// One of a few words.
    ///
    /// # Errors
    /// When it is another one.
    pub fn one_of(&self, column: &str, allowed: &[&str]) -> Result<String, ImportError> {
        let value = self.get(column);
        if allowed.contains(&value) {
            return Ok(value.to_owned());
        }
        let cure = format!("Write one of: {}.", allowed.join(", "));
        Err(self.wrong(column, &format!("{value:?} is not known here."), &cure))
    }

    /// An error about a value of this row.
    #[must_use]
    pub fn wrong(&self, column: &str, what: &str, cure: &str) -> ImportError {
        ImportError::Value {
            file: self.sheet.file.clone(),
            row: self.row,
            column: column.to_owned(),
            what: what.to_owned(),
            cure: cure.to_owned(),
        }
    }
}

/// Goes on only for somebody who may import.
///
/// # Errors
/// [`ActError::Forbidden`].
pub fn may_import(actor: &Actor) -> Result<(), ImportError> {
    if actor.may(Right::Import) {
        Ok(())
    } else {
        Err(ActError::Forbidden.into())
    }
}

/// The act of an import: which file, how many rows, how many of them new or different. Its subject is the file, so that
/// the log shows all imports of one file together.
///
/// # Errors
/// As [`Env::act`].
pub fn import_act(env: &Env, actor: &Actor, kind: Kind, done: &Import) -> Result<NewAct, ActError> {
    let digest = Keys::digest(done.file.as_bytes());
    let mut subject = [0; 16];
    subject.copy_from_slice(&digest[..16]);
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    env.act(
        actor,
        kind,
        About::new("file", subject),
        "",
        &[
            ("file", done.file.as_str().into()),
            ("rows", number(done.rows).into()),
            ("changed", number(done.changed).into()),
        ],
    )
}
