//! Reads voices from CSV as people have it: any of three separators, any order of columns, three encodings.
//!
//! Columns `id` and `text`; `language` (or `lang`), `place` and what people decided (`topic`, `department`, `matter`) if
//! there. **Every row becomes a voice.** What had to be
//! mended is noted with its line; what would lose words is an error.

use std::io::Read;

/// A voice as the file has it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voice {
    /// As in the file; may be empty or occur twice, which is noted.
    pub id: String,
    /// What was said, without control characters.
    pub text: String,
    /// As in the file, for example `es`.
    pub language: Option<String>,
    /// As in the file.
    pub place: Option<String>,
    /// The topic that a person has decided on.
    pub topic: Option<String>,
    /// The office that a person has decided on.
    pub department: Option<String>,
    /// The matter that it belongs to.
    pub matter: Option<String>,
    /// Where the row begins.
    pub line: u64,
}

/// What had to be mended, and in how many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What.
    pub kind: NoteKind,
    /// How many rows.
    pub rows: usize,
    /// The line of the first of them.
    pub first_line: u64,
}

/// Kinds of notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NoteKind {
    /// Bytes that are not UTF-8 were read as Windows-1252.
    Encoding,
    /// Control characters were taken out.
    Control,
    /// A row had fewer fields than the header; the missing ones are empty.
    Short,
    /// A row had more fields than the header; the last column, the text, took them in.
    Joined,
    /// The id was empty.
    NoId,
    /// The id had occurred before; both voices count.
    SameId,
}

impl NoteKind {
    /// In English, after a number of rows.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Encoding => "held bytes that are not UTF-8; they were read as Windows-1252",
            Self::Control => "held control characters; they were taken out",
            Self::Short => "had fewer fields than the header; the missing ones are empty",
            Self::Joined => "had more fields than the header; the surplus was added to the text",
            Self::NoId => "had no id; the number of the line stands in",
            Self::SameId => "had an id that occurred before; each row counts as a voice of its own",
        }
    }
}

/// The voices of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// In the order of the rows.
    pub voices: Vec<Voice>,
    /// What was mended.
    pub notes: Vec<Note>,
}

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum VoicesError {
    /// The source failed.
    #[error("the file cannot be read: {0}")]
    Io(#[from] std::io::Error),
    /// Nothing in it.
    #[error("the file is empty; its first line must name the columns, for example: id,text,language,place")]
    Empty,
    /// A column is not there.
    #[error(
        "line 1: no column {column:?}; the columns are {found}; rename one of them to {column:?} in the first line"
    )]
    Column {
        /// The name looked for.
        column: &'static str,
        /// The names found, joined.
        found: String,
    },
    /// A column is there twice.
    #[error("line 1: the column {column:?} occurs twice; rename or remove one")]
    Twice {
        /// The name.
        column: &'static str,
    },
    /// More fields than columns, and the text is not the last.
    #[error(
        "line {line}: {found} fields where the header has {wanted}; put a text that contains {separator:?} into quotation \
         marks"
    )]
    Surplus {
        /// Where the row begins.
        line: u64,
        /// Fields in the row.
        found: usize,
        /// Fields in the header.
        wanted: usize,
        /// The separator of the file.
        separator: char,
    },
    /// A quotation mark opens a field and none closes it.
    #[error(
        "line {line}: a quotation mark opens a field that is never closed; double it (\"\") or remove it"
    )]
    Unclosed {
        /// Where the row begins.
        line: u64,
    },
    /// The parser failed.
    #[error("the table cannot be read: {0}")]
    Csv(#[from] csv::Error),
}

/// Reads voices; the separator is the comma, semicolon or tab that occurs most in the first line.
///
/// # Errors
/// [`VoicesError`] with the line and the cure.
pub fn read_voices(mut source: impl Read) -> Result<Voices, VoicesError> {
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let bytes = plain(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(VoicesError::Empty);
    }
    let separator = separator(&bytes);
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .delimiter(separator)
        .has_headers(false)
        .from_reader(bytes.as_slice());
    let mut record = csv::ByteRecord::new();
    reader.read_byte_record(&mut record)?;
    let columns = Columns::find(&record)?;
    let mut voices = Voices::default();
    let mut seen = std::collections::HashSet::new();
    let mut begins = reader.position().byte();
    while reader.read_byte_record(&mut record)? {
        // The reader's line of a record is where it ended the one before: lines that were skipped come after it.
        let line = record.position().map_or(0, csv::Position::line);
        let ends = reader.position().byte();
        if reader.is_done() || ends as usize >= bytes.len() {
            check_closed(&bytes[begins as usize..], line)?;
        }
        begins = ends;
        let voice = columns.voice(&record, line, separator, &mut voices)?;
        if !seen.insert(voice.id.clone()) {
            voices.note(NoteKind::SameId, line);
        }
        voices.voices.push(voice);
    }
    Ok(voices)
}

impl Voices {
    fn note(&mut self, kind: NoteKind, line: u64) {
        match self.notes.iter_mut().find(|n| n.kind == kind) {
            Some(note) => note.rows += 1,
            None => self.notes.push(Note {
                kind,
                rows: 1,
                first_line: line,
            }),
        }
    }
}

/// Where the columns stand.
struct Columns {
    id: usize,
    text: usize,
    language: Option<usize>,
    place: Option<usize>,
    /// Topic, department, matter.
    decided: [Option<usize>; 3],
    count: usize,
}

impl Columns {
    fn find(header: &csv::ByteRecord) -> Result<Self, VoicesError> {
        let names: Vec<String> = header
            .iter()
            .map(|name| decoded(name).0.trim().trim_matches('"').to_lowercase())
            .collect();
        let optional = |column: &'static str, also: &str| {
            let mut places = (0..names.len()).filter(|&at| names[at] == column || names[at] == also);
            let first = places.next();
            if places.next().is_some() {
                Err(VoicesError::Twice { column })
            } else {
                Ok(first)
            }
        };
        let wanted = |column: &'static str, also: &str| {
            optional(column, also)?.ok_or_else(|| VoicesError::Column {
                column,
                found: names
                    .iter()
                    .map(|n| format!("{:?}", clipped(n)))
                    .collect::<Vec<_>>()
                    .join(", "),
            })
        };
        Ok(Self {
            text: wanted("text", "text")?,
            id: wanted("id", "id")?,
            language: optional("language", "lang")?,
            place: optional("place", "place")?,
            decided: ["topic", "department", "matter"].map(|name| names.iter().position(|n| n == name)),
            count: names.len(),
        })
    }

    fn voice(
        &self,
        record: &csv::ByteRecord,
        line: u64,
        separator: u8,
        voices: &mut Voices,
    ) -> Result<Voice, VoicesError> {
        let mut mended = false;
        let mut field = |at: usize| {
            let (text, odd) = decoded(record.get(at).unwrap_or_default());
            mended |= odd;
            text
        };
        let (mut id, mut text) = (field(self.id), field(self.text));
        let language = self.language.map(&mut field);
        let place = self.place.map(&mut field);
        let decided = self.decided.map(|at| at.map(&mut field));
        for at in self.count..record.len() {
            let surplus = field(at);
            if self.text + 1 != self.count {
                return Err(VoicesError::Surplus {
                    line,
                    found: record.len(),
                    wanted: self.count,
                    separator: char::from(separator),
                });
            }
            text.push(char::from(separator));
            text.push_str(&surplus);
        }
        if mended {
            voices.note(NoteKind::Encoding, line);
        }
        if record.len() != self.count {
            voices.note(
                if record.len() < self.count {
                    NoteKind::Short
                } else {
                    NoteKind::Joined
                },
                line,
            );
        }
        if [&mut id, &mut text]
            .into_iter()
            .map(without_control)
            .fold(false, |a, b| a | b)
        {
            voices.note(NoteKind::Control, line);
        }
        let id = match id.trim() {
            "" => {
                voices.note(NoteKind::NoId, line);
                format!("line {line}")
            }
            id => id.to_owned(),
        };
        let filled = |mut text: String| {
            without_control(&mut text);
            let text = text.trim();
            (!text.is_empty()).then(|| text.to_owned())
        };
        let [topic, department, matter] = decided.map(|d| d.and_then(filled));
        Ok(Voice {
            id,
            text,
            language: language.and_then(filled),
            place: place.and_then(filled),
            topic,
            department,
            matter,
            line,
        })
    }
}

/// UTF-8 without a mark at the beginning; UTF-16 with one is turned into it.
fn plain(bytes: Vec<u8>) -> Vec<u8> {
    let wide = |rest: &[u8], number: fn([u8; 2]) -> u16| {
        let units = rest
            .chunks(2)
            .map(|pair| number([pair[0], pair.get(1).copied().unwrap_or_default()]));
        char::decode_utf16(units)
            .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect::<String>()
            .into_bytes()
    };
    match bytes.as_slice() {
        [0xEF, 0xBB, 0xBF, ..] => bytes[3..].to_vec(),
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => bytes,
    }
}

fn separator(bytes: &[u8]) -> u8 {
    let first = bytes
        .split(|&b| b == b'\n' || b == b'\r')
        .find(|line| !line.is_empty())
        .unwrap_or_default();
    let count = |sign: u8| first.iter().filter(|&&b| b == sign).count();
    // The comma wins a tie.
    [b'\t', b';', b',']
        .into_iter()
        .max_by_key(|&sign| count(sign))
        .unwrap_or(b',')
}

/// The last row has an odd number of quotation marks if one of them is not closed: then it may have swallowed rows.
fn check_closed(row: &[u8], line: u64) -> Result<(), VoicesError> {
    let row = row.trim_ascii_end();
    let marks = row.iter().filter(|&&b| b == b'"').count();
    let lines = row.iter().filter(|&&b| b == b'\n').count();
    if marks % 2 == 1 && lines > 0 {
        Err(VoicesError::Unclosed { line })
    } else {
        Ok(())
    }
}

/// A field as text, and whether it was not UTF-8. Windows-1252 gives a sign for every byte, so nothing is lost.
fn decoded(field: &[u8]) -> (String, bool) {
    const UPPER: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
        '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    let mut text = String::with_capacity(field.len());
    let mut odd = false;
    // What is UTF-8 stays; only the bytes that are not are read one by one.
    for chunk in field.utf8_chunks() {
        text.push_str(chunk.valid());
        for &byte in chunk.invalid() {
            odd = true;
            text.push(match byte {
                0x80..=0x9F => UPPER[usize::from(byte - 0x80)],
                other => char::from(other),
            });
        }
    }
    (text, odd)
}

/// Replaces control characters but line breaks and tabs by spaces; whether there were any.
fn without_control(text: &mut String) -> bool {
    let odd = |c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    let found = text.contains(odd);
    if found {
        *text = text.replace(odd, " ");
    }
    found
}

/// A column's name as an error shows it.
fn clipped(name: &str) -> String {
    kapok_text::excerpt(name, 40)
}

#[cfg(test)]
mod tests;
