//! Weights of criteria from CSV.

use std::collections::HashMap;
use std::io::Read;

use crate::fault::{Fault, InputError};
use crate::table::{Table, key};

/// How much a criterion counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Weight {
    /// The criterion's name.
    pub criterion: String,
    /// Its weight, above zero.
    pub weight: f64,
    /// Lowest and highest score allowed.
    pub range: Option<(f64, f64)>,
}

/// Reads weights of criteria: columns criterion and weight, and perhaps min and max, the range of its scores.
///
/// # Errors
/// [`InputError`] for missing columns, a criterion that stands twice, a weight that is not a number above 0, a range that is
/// empty.
pub fn read_weights(file: &str, input: impl Read) -> Result<Vec<Weight>, InputError> {
    let table = Table::read(file, input)?;
    let name = table.need("the criterion", &["criterion", "criteria", "name", "id"])?;
    let weight = table.need("the weight", &["weight", "weights"])?;
    table.some_rows("criterion")?;
    let (low, high) = (table.find(&["min", "minimum"]), table.find(&["max", "maximum"]));
    let mut seen: HashMap<String, u64> = HashMap::new();
    let mut weights = Vec::new();
    for row in &table.rows {
        let criterion = table
            .filled(row, name, "Write the name of the criterion.")?
            .to_owned();
        let number = table.number(row, weight)?;
        if number <= 0.0 {
            return Err(table.at(
                row,
                weight,
                Fault::Weight {
                    value: row.cell(weight).to_owned(),
                },
            ));
        }
        if let Some(first) = seen.insert(key(&criterion), row.number) {
            return Err(table.at(row, name, Fault::Twice { id: criterion, first }));
        }
        let bound =
            |column: Option<usize>, open: f64| match column.filter(|&column| !row.cell(column).is_empty()) {
                Some(column) => table.number(row, column),
                None => Ok(open),
            };
        let (min, max) = (bound(low, f64::NEG_INFINITY)?, bound(high, f64::INFINITY)?);
        if min >= max {
            let fault = Fault::EmptyRange {
                min: min.to_string(),
                max: max.to_string(),
            };
            return Err(table.at(row, high.or(low).unwrap_or(weight), fault));
        }
        let range = (min.is_finite() || max.is_finite()).then_some((min, max));
        weights.push(Weight {
            criterion,
            weight: number,
            range,
        });
    }
    Ok(weights)
}
