//! Are agree and disagree the right way round? The database of Polis stores -1 for agree, its exports +1; a slip between
//! the two turns every finding into its opposite and looks perfectly plausible. The totals beside the votes tell.

use crate::conversation::{Note, Statement};
use crate::error::ImportError;
use crate::votes::Votes;

/// What a participant's row says about their votes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Who.
    pub participant: u32,
    /// How often they agreed.
    pub agrees: i64,
    /// How often they disagreed.
    pub disagrees: i64,
}

/// How many comparisons speak for which reading.
#[derive(Clone, Copy, Debug, Default)]
struct Evidence {
    straight: usize,
    exchanged: usize,
    exact: usize,
    compared: usize,
}

impl Evidence {
    /// Compares what was counted with what the totals say.
    fn add(&mut self, counted: (i64, i64), said: (i64, i64)) {
        let apart = |left: (i64, i64), right: (i64, i64)| left.0.abs_diff(right.0) + left.1.abs_diff(right.1);
        let straight = apart(counted, said);
        let exchanged = apart(counted, (said.1, said.0));
        self.compared += 1;
        self.exact += usize::from(straight == 0);
        self.straight += usize::from(straight < exchanged);
        self.exchanged += usize::from(exchanged < straight);
    }

    /// Whether the signs are the right way round; `false` when nothing speaks for either.
    fn judge(self, file: &str, what: &'static str, totals: &str) -> Result<bool, ImportError> {
        if self.exchanged > self.straight {
            return Err(ImportError::Inverted {
                file: file.to_owned(),
                exchanged: self.exchanged,
                compared: self.straight + self.exchanged,
                what,
                totals: totals.to_owned(),
            });
        }
        Ok(self.straight > 0)
    }
}

/// Compares each participant's votes with their totals.
pub(crate) fn check_people(
    votes: &Votes,
    totals: &[Totals],
    file: &str,
    totals_file: &str,
    notes: &mut Vec<Note>,
) -> Result<bool, ImportError> {
    let mut evidence = Evidence::default();
    for said in totals {
        let row = votes.row_of(said.participant);
        let counted = row.map_or((0, 0), |row| count(votes.row(row).1.iter().copied()));
        evidence.add(counted, (said.agrees, said.disagrees));
    }
    let right = evidence.judge(file, "participants", totals_file)?;
    if evidence.exact < evidence.compared {
        notes.push(Note::Totals {
            file: totals_file.to_owned(),
            differ: evidence.compared - evidence.exact,
            compared: evidence.compared,
        });
    }
    Ok(right)
}

/// Compares each statement's votes with its totals. These count changed votes twice, so only the tendency is judged.
pub(crate) fn check_statements(
    votes: &Votes,
    statements: &[Statement],
    file: &str,
    totals_file: &str,
) -> Result<bool, ImportError> {
    let mut counted = vec![(0, 0); votes.statements().len()];
    for (column, value) in votes.columns().iter().zip(votes.values()) {
        let cell: &mut (i64, i64) = &mut counted[*column as usize];
        cell.0 += i64::from(*value == 1);
        cell.1 += i64::from(*value == -1);
    }
    let mut evidence = Evidence::default();
    for statement in statements {
        let (Some(agrees), Some(disagrees)) = (statement.agrees, statement.disagrees) else {
            continue;
        };
        let Some(column) = votes.column_of(statement.id) else {
            continue;
        };
        let said = (
            i64::try_from(agrees).unwrap_or(i64::MAX),
            i64::try_from(disagrees).unwrap_or(i64::MAX),
        );
        evidence.add(counted[column], said);
    }
    evidence.judge(file, "statements", totals_file)
}

fn count(values: impl Iterator<Item = i8>) -> (i64, i64) {
    values.fold((0, 0), |(agrees, disagrees), value| {
        (agrees + i64::from(value == 1), disagrees + i64::from(value == -1))
    })
}
