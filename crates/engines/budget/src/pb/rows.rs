//! Rows of cells from bytes, one at a time: `;` between cells, CSV quotes, any line end.

use std::io::BufRead;

use super::error::{PbError, Problem};

/// No honest row is longer; a file without line ends must not fill the memory.
pub(super) const LONGEST_ROW: usize = 1 << 20;

/// Reads rows. One buffer, reused; cells are ranges into it.
pub(super) struct Rows<R> {
    input: R,
    raw: Vec<u8>,
    text: String,
    cells: Vec<(usize, usize)>,
    /// What was read beyond a lone CR, and how much of it is used.
    left: Vec<u8>,
    left_used: usize,
    line: u64,
    next_line: u64,
}

impl<R: BufRead> Rows<R> {
    pub(super) fn new(input: R) -> Self {
        let empty = Vec::new;
        Self {
            input,
            raw: empty(),
            text: String::new(),
            cells: Vec::new(),
            left: empty(),
            left_used: 0,
            line: 0,
            next_line: 1,
        }
    }

    /// The line on which the present row begins, counted from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    /// The text of a cell, without blanks around it; empty where the row is shorter.
    pub(super) fn cell(&self, index: usize) -> &str {
        self.cells
            .get(index)
            .map_or("", |&(start, end)| self.text[start..end].trim())
    }

    pub(super) fn at(&self, column: usize, problem: Problem) -> PbError {
        PbError::At {
            line: self.line,
            column: column as u64 + 1,
            problem,
        }
    }

    /// Goes to the next row that is not blank; false at the end.
    pub(super) fn advance(&mut self) -> Result<bool, PbError> {
        loop {
            self.line = self.next_line;
            self.text.clear();
            if !self.physical_line()? {
                return Ok(false);
            }
            while self.has_open_quote() {
                self.text.push('\n');
                if !self.physical_line()? {
                    return Err(self.at(0, Problem::OpenQuote));
                }
                if self.text.len() > LONGEST_ROW {
                    return Err(self.at(0, Problem::OpenQuote));
                }
            }
            if self
                .text
                .trim_matches(|c: char| c == ';' || c.is_whitespace())
                .is_empty()
            {
                continue;
            }
            self.split();
            return Ok(true);
        }
    }

    /// Appends one line of the file to `text`, without its line end; false at the end of the file.
    fn physical_line(&mut self) -> Result<bool, PbError> {
        self.raw.clear();
        if self.left_used == self.left.len() {
            let limit = LONGEST_ROW as u64 + 2;
            let read = std::io::Read::take(&mut self.input, limit).read_until(b'\n', &mut self.raw)?;
            if read == 0 {
                return Ok(false);
            }
            if self.raw.len() > LONGEST_ROW {
                return Err(PbError::At {
                    line: self.next_line,
                    column: 1,
                    problem: Problem::LineTooLong { limit: LONGEST_ROW },
                });
            }
        } else {
            let rest = &self.left[self.left_used..];
            let end = rest.iter().position(|&byte| byte == b'\r').unwrap_or(rest.len());
            self.raw.extend_from_slice(&rest[..end]);
            self.left_used = (self.left_used + end + 1).min(self.left.len());
        }
        if self.next_line == 1 && (self.raw.starts_with(&[0xFF, 0xFE]) || self.raw.starts_with(&[0xFE, 0xFF]))
        {
            return Err(PbError::File {
                problem: Problem::Utf16,
            });
        }
        if self.raw.last() == Some(&b'\n') {
            self.raw.pop();
            if self.raw.last() == Some(&b'\r') {
                self.raw.pop();
            }
        }
        if let Some(at) = self.raw.iter().position(|&byte| byte == b'\r') {
            self.left.clear();
            self.left.extend_from_slice(&self.raw[at + 1..]);
            self.left_used = 0;
            self.raw.truncate(at);
        }
        let bytes = if self.next_line == 1 {
            self.raw.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&self.raw)
        } else {
            &self.raw
        };
        match std::str::from_utf8(bytes) {
            Ok(text) => self.text.push_str(text),
            Err(error) => {
                let byte = error.valid_up_to();
                let column = bytes[..byte].iter().filter(|&&b| b == b';').count() as u64 + 1;
                let problem = Problem::NotUtf8 {
                    byte: byte + 1,
                    value: bytes[byte],
                };
                return Err(PbError::At {
                    line: self.next_line,
                    column,
                    problem,
                });
            }
        }
        self.next_line += 1;
        Ok(true)
    }

    /// Whether a cell that begins with a quote is still open at the end of the text. A quote inside a cell that did
    /// not begin with one is text.
    fn has_open_quote(&self) -> bool {
        if !self.text.contains('"') {
            return false;
        }
        let mut open = false;
        let mut fresh = true;
        let mut bytes = self.text.bytes().peekable();
        while let Some(byte) = bytes.next() {
            if fresh {
                open = byte == b'"';
                fresh = byte == b';';
                continue;
            }
            if open {
                if byte == b'"' {
                    if bytes.peek() == Some(&b'"') {
                        bytes.next();
                    } else {
                        open = false;
                    }
                }
            } else if byte == b';' {
                fresh = true;
            }
        }
        open
    }

    /// Finds the cells of `text`, taking off quotes.
    fn split(&mut self) {
        self.cells.clear();
        if !self.text.contains('"') {
            let mut start = 0;
            for (at, byte) in self.text.bytes().enumerate() {
                if byte == b';' {
                    self.cells.push((start, at));
                    start = at + 1;
                }
            }
            self.cells.push((start, self.text.len()));
            return;
        }
        let source = std::mem::take(&mut self.text);
        let mut start = 0;
        let mut open = false;
        let mut fresh = true;
        let mut chars = source.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '"' if open && chars.peek() == Some(&'"') => {
                    chars.next();
                    self.text.push('"');
                }
                '"' if open => open = false,
                '"' if fresh => open = true,
                ';' if !open => {
                    self.cells.push((start, self.text.len()));
                    start = self.text.len();
                    fresh = true;
                    continue;
                }
                other => self.text.push(other),
            }
            fresh = false;
        }
        self.cells.push((start, self.text.len()));
    }
}
