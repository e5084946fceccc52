//! The pool: who volunteered, with a value for each category.

use std::collections::HashMap;
use std::io::Read;

use crate::error::{ReadError, Where};
use crate::quotas::Quotas;
use crate::table::{self, Table, fold};

/// Which columns of the pool mean what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The id column; `None`: "id", or a column that ends in "id", or the first.
    pub id: Option<String>,
    /// Columns that together are an address; empty: no household rule.
    pub address: Vec<String>,
}

/// People with their values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pool {
    /// The file as it was, for carrying other columns along.
    pub table: Table,
    /// Column of the ids.
    pub id_column: usize,
    /// Id of each person, in the order of the file.
    pub ids: Vec<String>,
    /// For each person, for each category, the index of the value.
    pub values: Vec<Vec<u16>>,
    /// For each person the normalised address, if the household rule is used and one is given.
    pub addresses: Vec<Option<String>>,
}

impl Pool {
    /// Reads a CSV with an id and a column for each category of the quotas.
    pub fn read(input: impl Read, file: &str, quotas: &Quotas, columns: &Columns) -> Result<Self, ReadError> {
        let table = table::read(input, file)?;
        let missing = |category: &str| ReadError::NoColumn {
            at: Where::line(file, 1),
            category: category.to_string(),
            columns: table.header.join(", "),
        };
        let find = |name: &str| {
            table
                .header
                .iter()
                .position(|h| fold(h) == fold(name))
                .ok_or_else(|| missing(name))
        };
        let category_columns = quotas
            .categories
            .iter()
            .map(|c| find(&c.name))
            .collect::<Result<Vec<_>, _>>()?;
        let address = columns
            .address
            .iter()
            .map(|c| find(c))
            .collect::<Result<Vec<_>, _>>()?;
        let id_column = match &columns.id {
            Some(name) => find(name)?,
            None => guess_id(&table, &category_columns),
        };
        if table.rows.is_empty() {
            return Err(ReadError::Empty {
                at: Where::line(file, 1),
                what: "people",
            });
        }
        let known: Vec<HashMap<String, u16>> = quotas
            .categories
            .iter()
            .map(|c| {
                c.values
                    .iter()
                    .zip(0..)
                    .map(|(v, i)| (fold(&v.name), i))
                    .collect()
            })
            .collect();
        let mut pool = Self {
            id_column,
            ..Self::default()
        };
        let mut seen: HashMap<&str, u64> = HashMap::new();
        for row in &table.rows {
            let id = table.cell(file, row, id_column)?;
            if let Some(first) = seen.insert(id, row.line) {
                let at = table.at(file, row, id_column);
                return Err(ReadError::IdTwice {
                    at,
                    id: id.to_string(),
                    first,
                });
            }
            let mut values = Vec::with_capacity(category_columns.len());
            for (c, &column) in category_columns.iter().enumerate() {
                let text = table.cell(file, row, column)?;
                let value = known[c].get(&fold(text)).ok_or_else(|| ReadError::UnknownValue {
                    at: table.at(file, row, column),
                    found: text.to_string(),
                    known: names(quotas, c),
                })?;
                values.push(*value);
            }
            let cells = address.iter().map(|c| row.cells[*c].as_str());
            pool.addresses.push(crate::household::normalise(cells));
            pool.ids.push(id.to_string());
            pool.values.push(values);
        }
        pool.table = table;
        Ok(pool)
    }

    /// Some of the people as a pool of their own, in the order given.
    pub fn part(&self, people: &[usize]) -> Self {
        Self {
            table: Table {
                header: self.table.header.clone(),
                rows: people.iter().map(|p| self.table.rows[*p].clone()).collect(),
            },
            id_column: self.id_column,
            ids: people.iter().map(|p| self.ids[*p].clone()).collect(),
            values: people.iter().map(|p| self.values[*p].clone()).collect(),
            addresses: people.iter().map(|p| self.addresses[*p].clone()).collect(),
        }
    }

    /// Number of people.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// How many have a value.
    pub fn count(&self, category: usize, value: usize) -> usize {
        self.values
            .iter()
            .filter(|v| usize::from(v[category]) == value)
            .count()
    }
}

fn names(quotas: &Quotas, category: usize) -> String {
    let values = quotas.categories[category].values.iter();
    values
        .map(|v| format!("\"{}\"", v.name))
        .collect::<Vec<_>>()
        .join(", ")
}

fn guess_id(table: &Table, taken: &[usize]) -> usize {
    let free = |c: &usize| !taken.contains(c);
    let columns = || (0..table.header.len()).filter(free);
    let named = columns().find(|c| fold(&table.header[*c]) == "id");
    let ending = || columns().find(|c| fold(&table.header[*c]).ends_with("id"));
    named.or_else(ending).or_else(|| columns().next()).unwrap_or(0)
}
