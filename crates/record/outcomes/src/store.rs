//! All SQL of the room.

use jiff::civil::Date;
use kapok_matters::Says;
use kapok_store::ids::{IndicatorId, MatterId, PartyId};
use kapok_store::{Conn, Migration, Result, Schema, StoreError, Tx, params, row, statements};

use crate::model::{
    Better, Check, DueRecheck, Evaluation, Indicator, MeasuredValue, NewIndicator, Outcome, Recheck,
};

/// The tables and statements of this room.
pub const SCHEMA: Schema = Schema {
    room: "outcomes",
    migrations: &[Migration {
        name: "outcomes/0001_outcomes",
        sql: include_str!("../migrations/0001_outcomes.sql"),
    }],
    statements: ALL,
    lists: &[],
};

row! {
    /// One line of everything that a page shows: which part it belongs to, then the columns of all parts under common
    /// names. A matter's page has a budget of eight queries for all rooms, so this room answers with one.
    pub(crate) struct Piece {
        part: String,
        id: [u8; 16],
        text: String,
        unit: String,
        baseline_source: String,
        value_source: String,
        word: String,
        lang: String,
        baseline: Option<f64>,
        target: Option<f64>,
        value: Option<f64>,
        n: i64,
        party: Option<PartyId>,
        at: Option<jiff::Timestamp>,
    }
}

statements! {
    read OF_MATTER: Piece = "SELECT 'indicator', id, name, unit, baseline_source, value_source, better, lang, baseline, \
        target, value, version, CAST(NULL AS BYTEA), measured_ms FROM indicator WHERE matter_id = $1 \
        UNION ALL SELECT 'evaluation', id, text, '', '', '', author, lang, NULL, NULL, NULL, 0, party_id, at_ms \
        FROM (SELECT * FROM evaluation WHERE matter_id = $1 ORDER BY at_ms DESC, id DESC LIMIT 1) e \
        UNION ALL SELECT 'recheck', matter_id, due, '', '', '', '', '', NULL, NULL, NULL, years, NULL, done_ms \
        FROM recheck WHERE matter_id = $1 \
        UNION ALL SELECT 'check', id, words, '', '', '', says, lang, NULL, NULL, NULL, 0, NULL, at_ms \
        FROM (SELECT * FROM outcome_check WHERE matter_id = $1 AND words <> '' AND hidden = 0 \
        ORDER BY at_ms DESC, id DESC LIMIT 20) k";
    read BY_NAME: Indicator = "SELECT id, name, unit, baseline, baseline_source, target, value, value_source, better, lang, \
        measured_ms, version FROM indicator WHERE matter_id = $1 AND name = $2";
    read COUNT_INDICATORS: i64 = "SELECT count(*) FROM indicator WHERE matter_id = $1";
    read VALUES: MeasuredValue = "SELECT value, source, author, party_id, at_ms FROM indicator_value \
        WHERE indicator_id = $1 ORDER BY at_ms, id LIMIT 100";
    read COUNT_CHECKS: i64 = "SELECT count(*) FROM outcome_check WHERE matter_id = $1";
    read DUE: DueRecheck = "SELECT matter_id, matter_number, years, due FROM recheck \
        WHERE due <= $1 AND done_ms IS NULL ORDER BY due, matter_id LIMIT $2";

    write ADD_CHECK = "INSERT INTO outcome_check (id, matter_id, says, words, lang, hidden, at_ms, form_key) \
        VALUES ($1, $2, $3, $4, $5, 0, $6, $7)";
    read SAID: String = "SELECT says FROM outcome_check WHERE form_key = $1";
    write CHANGE_CHECK = "UPDATE outcome_check SET says = $2, words = $3, lang = $4, at_ms = $5 WHERE form_key = $1";
    write HIDE_CHECK = "UPDATE outcome_check SET hidden = 1 WHERE id = $1 AND matter_id = $2 AND hidden = 0";
    write ADD_INDICATOR = "INSERT INTO indicator (id, matter_id, name, unit, baseline, baseline_source, target, value, \
        value_source, better, lang, measured_ms, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 1)";
    write MEASURE = "UPDATE indicator SET target = coalesce(target, $2), value = $3, value_source = $4, measured_ms = $5, \
        version = version + 1 WHERE id = $1";
    write AIM = "UPDATE indicator SET target = coalesce(target, $2), version = version + 1 WHERE id = $1";
    write ADD_VALUE = "INSERT INTO indicator_value (id, indicator_id, value, source, party_id, author, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    write ADD_EVALUATION = "INSERT INTO evaluation (id, matter_id, text, lang, party_id, author, at_ms) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    write PLAN = "INSERT INTO recheck (matter_id, matter_number, years, due, done_ms) VALUES ($1, $2, $3, $4, NULL) \
        ON CONFLICT (matter_id, years) DO UPDATE SET due = excluded.due, done_ms = NULL";
    write RECHECKED = "UPDATE recheck SET done_ms = $2 WHERE matter_id = $1 AND done_ms IS NULL AND due <= $3";
}

/// Everything that a page shows of the outcome of a matter, in one query.
///
/// # Errors
/// From the database.
pub async fn of_matter(conn: &mut Conn, matter: MatterId) -> Result<Outcome> {
    let mut out = Outcome::default();
    for piece in conn.all(&OF_MATTER, params![matter]).await? {
        match piece.part.as_str() {
            "indicator" => out.indicators.push(piece.indicator()?),
            "evaluation" => out.evaluation = Some(piece.evaluation()?),
            "recheck" => out.rechecks.push(piece.recheck()?),
            _ => out.words.push(piece.check()?),
        }
    }
    out.indicators.sort_by(|a, b| a.name.cmp(&b.name));
    out.rechecks.sort_by_key(|r| r.years);
    out.words.sort_by_key(|c| std::cmp::Reverse((c.at, c.id)));
    Ok(out)
}

/// Column `n` of [`Piece`] does not hold what the part needs.
fn unfit(column: usize, expected: &'static str) -> StoreError {
    StoreError::Column { column, expected }
}

impl Piece {
    fn at(&self) -> Result<jiff::Timestamp> {
        self.at.ok_or(unfit(13, "time"))
    }

    fn indicator(self) -> Result<Indicator> {
        Ok(Indicator {
            id: IndicatorId(self.id),
            measured_at: self.at()?,
            name: self.text,
            unit: self.unit,
            baseline: self.baseline.ok_or(unfit(8, "number"))?,
            baseline_source: self.baseline_source,
            target: self.target,
            value: self.value,
            value_source: self.value_source,
            better: Better::parse(&self.word).ok_or(unfit(6, "up or down"))?,
            lang: self.lang,
            version: self.n,
        })
    }

    fn evaluation(self) -> Result<Evaluation> {
        Ok(Evaluation {
            at: self.at()?,
            text: self.text,
            lang: self.lang,
            author: self.word,
            party_id: self.party,
        })
    }

    fn recheck(self) -> Result<Recheck> {
        Ok(Recheck {
            years: self.n,
            due: self.text.parse().map_err(|_| unfit(2, "ISO date"))?,
            done_at: self.at,
        })
    }

    fn check(self) -> Result<Check> {
        Ok(Check {
            at: self.at()?,
            id: self.id,
            says: Says::parse(&self.word).ok_or(unfit(6, "done or not-yet"))?,
            words: self.text,
            lang: self.lang,
        })
    }
}

/// Every value of an indicator, oldest first.
///
/// # Errors
/// From the database.
pub async fn values_of(conn: &mut Conn, indicator: IndicatorId) -> Result<Vec<MeasuredValue>> {
    conn.all(&VALUES, params![indicator]).await
}

/// How many checks a matter ever had.
///
/// # Errors
/// From the database.
pub async fn checks_ever(conn: &mut Conn, matter: MatterId) -> Result<i64> {
    conn.one(&COUNT_CHECKS, params![matter]).await
}

/// Rechecks whose day has come and that nobody did, the oldest first.
///
/// # Errors
/// From the database.
pub async fn rechecks_due(conn: &mut Conn, today: Date, limit: i64) -> Result<Vec<DueRecheck>> {
    conn.all(&DUE, params![today, limit]).await
}

/// Who writes down what when.
pub(crate) struct By<'a> {
    pub author: &'a str,
    pub office: Option<PartyId>,
    pub at: jiff::Timestamp,
}

/// Writes a check down, in place of what the same browser (`checker`) said before, which it gives. The matter is locked, so
/// that no other sending comes between.
pub(crate) async fn put_check(
    tx: &mut Tx,
    matter: MatterId,
    check: &Check,
    checker: Option<[u8; 16]>,
) -> Result<Option<Says>> {
    let before = match checker {
        Some(checker) => tx.opt(&SAID, params![checker]).await?,
        None => None,
    };
    let (id, says, words, lang) = (check.id, check.says.id(), &check.words, &check.lang);
    match before.as_deref().and_then(Says::parse) {
        None => {
            let values = params![id, matter, says, words, lang, check.at, checker];
            tx.run(&ADD_CHECK, values).await?;
            Ok(None)
        }
        Some(before) => {
            if before != check.says {
                tx.run(&CHANGE_CHECK, params![checker, says, words, lang, check.at])
                    .await?;
            }
            Ok(Some(before))
        }
    }
}

/// Hides the words of a check; false when there is no such check, or it is hidden already.
pub(crate) async fn hide_check(tx: &mut Tx, matter: MatterId, check: [u8; 16]) -> Result<bool> {
    Ok(tx.run(&HIDE_CHECK, params![check, matter]).await? > 0)
}

pub(crate) async fn by_name(tx: &mut Tx, matter: MatterId, name: &str) -> Result<Option<Indicator>> {
    tx.opt(&BY_NAME, params![matter, name]).await
}

pub(crate) async fn count_indicators(tx: &mut Tx, matter: MatterId) -> Result<i64> {
    tx.one(&COUNT_INDICATORS, params![matter]).await
}

pub(crate) async fn add_indicator(
    tx: &mut Tx,
    id: IndicatorId,
    matter: MatterId,
    new: &NewIndicator,
    lang: &str,
    at: jiff::Timestamp,
) -> Result<()> {
    tx.run(
        &ADD_INDICATOR,
        params![
            id,
            matter,
            &new.name,
            &new.unit,
            new.baseline,
            &new.baseline_source,
            new.target,
            new.value,
            &new.value_source,
            new.better.id(),
            lang,
            at
        ],
    )
    .await?;
    Ok(())
}

/// Sets a target where there was none, and the value if one was measured.
pub(crate) async fn measure(
    tx: &mut Tx,
    id: IndicatorId,
    new: &NewIndicator,
    at: jiff::Timestamp,
) -> Result<()> {
    match new.value {
        Some(value) => {
            tx.run(&MEASURE, params![id, new.target, value, &new.value_source, at])
                .await?
        }
        None => tx.run(&AIM, params![id, new.target]).await?,
    };
    Ok(())
}

pub(crate) async fn add_value(
    tx: &mut Tx,
    row: [u8; 16],
    id: IndicatorId,
    value: f64,
    source: &str,
    by: &By<'_>,
) -> Result<()> {
    tx.run(
        &ADD_VALUE,
        params![row, id, value, source, by.office, by.author, by.at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn add_evaluation(
    tx: &mut Tx,
    id: [u8; 16],
    matter: MatterId,
    text: &str,
    lang: &str,
    by: &By<'_>,
) -> Result<()> {
    tx.run(
        &ADD_EVALUATION,
        params![id, matter, text, lang, by.office, by.author, by.at],
    )
    .await?;
    Ok(())
}

pub(crate) async fn plan(tx: &mut Tx, matter: (MatterId, i64), dates: [(i64, Date); 3]) -> Result<()> {
    for (years, due) in dates {
        tx.run(&PLAN, params![matter.0, matter.1, years, due]).await?;
    }
    Ok(())
}

/// Marks the rechecks that were due as done: the result was measured again.
pub(crate) async fn rechecked(
    tx: &mut Tx,
    matter: MatterId,
    at: jiff::Timestamp,
    today: Date,
) -> Result<u64> {
    tx.run(&RECHECKED, params![matter, at, today]).await
}
