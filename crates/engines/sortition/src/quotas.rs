//! Quotas: how many people of each value a panel must have. Reads the formats people have.

use std::io::Read;

use crate::error::{ReadError, Where};
use crate::table::{self, fold};

/// One value of a category with its limits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// As written in the file.
    pub name: String,
    /// At least so many on a panel.
    pub min: u32,
    /// At most so many on a panel.
    pub max: u32,
    /// A relaxation may lower the minimum to this.
    pub min_flex: u32,
    /// A relaxation may raise the maximum to this; `None`: no limit.
    pub max_flex: Option<u32>,
    /// Line in the file, from 1.
    pub line: u64,
}

/// A category (gender, age, district) with its values. Everyone has exactly one value of each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    /// As written in the file; also the name of the column in the pool.
    pub name: String,
    /// Its values in the order of the file.
    pub values: Vec<Value>,
}

/// All quotas of a panel.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quotas {
    /// The categories in the order of the file.
    pub categories: Vec<Category>,
}

const FORMS: &str =
    "category,feature,min,max (Panelot) or feature,value,min,max[,min_flex,max_flex] (Sortition Foundation)";

impl Quotas {
    /// Reads `category,feature,min,max`, `category,name,min,max` or
    /// `feature,value,min,max[,min_flex,max_flex]`. `file` is named in errors.
    pub fn read(input: impl Read, file: &str) -> Result<Self, ReadError> {
        let table = table::read(input, file)?;
        let find = |name: &str| table.header.iter().position(|h| fold(h) == name);
        let header = |what: &str| ReadError::Header {
            at: Where::line(file, 1),
            found: table.header.join(","),
            expected: what.to_string(),
        };
        let (category, value) = match (find("category"), find("feature")) {
            (Some(c), feature) => (c, feature.or(find("name")).or(find("value"))),
            (None, Some(f)) => (f, find("value").or(find("name"))),
            (None, None) => return Err(header(FORMS)),
        };
        let (Some(value), Some(min), Some(max)) = (value, find("min"), find("max")) else {
            return Err(header(FORMS));
        };
        let (min_flex, max_flex) = (find("min_flex"), find("max_flex"));
        let mut quotas = Self::default();
        for row in &table.rows {
            let cell = |column: usize| table.cell(file, row, column);
            let number = |column: usize| -> Result<u32, ReadError> {
                let text = cell(column)?;
                whole(text).ok_or_else(|| ReadError::NotANumber {
                    at: table.at(file, row, column),
                    found: text.to_string(),
                })
            };
            let (min_value, max_value) = (number(min)?, number(max)?);
            if min_value > max_value {
                return Err(ReadError::MinAboveMax {
                    at: table.at(file, row, min),
                    min: min_value,
                    max: max_value,
                });
            }
            let flex = |column: Option<usize>| -> Result<Option<u32>, ReadError> {
                match column {
                    Some(c) if !row.cells[c].trim().is_empty() && row.cells[c].trim() != "-1" => {
                        number(c).map(Some)
                    }
                    _ => Ok(None),
                }
            };
            let (low, high) = (flex(min_flex)?.unwrap_or(0), flex(max_flex)?);
            if low > min_value || high.is_some_and(|h| h < max_value) {
                return Err(ReadError::FlexInside {
                    at: table.at(file, row, min_flex.unwrap_or(min)),
                });
            }
            let entry = Value {
                name: cell(value)?.to_string(),
                min: min_value,
                max: max_value,
                min_flex: low,
                max_flex: high,
                line: row.line,
            };
            quotas.insert(cell(category)?, entry, || table.at(file, row, value))?;
        }
        if quotas.categories.is_empty() {
            return Err(ReadError::Empty {
                at: Where::line(file, 1),
                what: "quotas",
            });
        }
        Ok(quotas)
    }

    fn insert(&mut self, category: &str, value: Value, at: impl Fn() -> Where) -> Result<(), ReadError> {
        let known = self
            .categories
            .iter()
            .position(|c| fold(&c.name) == fold(category));
        let place = known.unwrap_or_else(|| {
            self.categories.push(Category {
                name: category.to_string(),
                values: vec![],
            });
            self.categories.len() - 1
        });
        let values = &mut self.categories[place].values;
        if let Some(earlier) = values.iter().find(|v| fold(&v.name) == fold(&value.name)) {
            return Err(ReadError::TwiceInQuotas {
                at: at(),
                value: value.name,
                first: earlier.line,
            });
        }
        values.push(value);
        Ok(())
    }

    /// Number of quotas (values) in all.
    pub fn len(&self) -> usize {
        self.categories.iter().map(|c| c.values.len()).sum()
    }

    /// Whether there is no quota.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// All quotas in the order of rows: category index, value index.
    pub fn rows(&self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let of = |(c, category): (usize, &Category)| (0..category.values.len()).map(move |v| (c, v));
        self.categories.iter().enumerate().flat_map(of)
    }
}

/// A whole number as spreadsheets write it: `5`, `5.0`.
fn whole(text: &str) -> Option<u32> {
    let text = text.trim();
    let digits = match text.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|b| b == b'0') => whole,
        Some(_) => return None,
        None => text,
    };
    digits.parse().ok().filter(|n| *n <= 1_000_000)
}
