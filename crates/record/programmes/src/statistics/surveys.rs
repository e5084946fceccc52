//! Questionnaires: percentages as printed, and the smallest base that they can have.

use kapok_i18n::{Numbers, T};
use kapok_stats::{Cell, Chart, Known, Row, Table, smallest_base};

use super::{Data, Statistic, frame, svg};
use crate::model::Question;
use crate::names;

/// The printed percentages of a question.
fn percents(data: &Data, question: &Question) -> Vec<Option<i64>> {
    data.choices
        .iter()
        .filter(|c| c.question_id == question.id)
        .map(|c| c.percent)
        .collect()
}

/// The printed percentages where all options are printed and make a whole: each rounded percentage is off by at most half
/// a percent, so that the sum is off by at most half the number of options.
fn whole(data: &Data, question: &Question) -> Option<Vec<u32>> {
    let all: Vec<u32> = percents(data, question)
        .into_iter()
        .map(|p| p.and_then(|p| u32::try_from(p).ok()))
        .collect::<Option<_>>()?;
    let options = u32::try_from(all.len()).ok()?;
    let sum: u32 = all.iter().sum();
    (2 * sum.abs_diff(100) <= options && options > 0).then_some(all)
}

/// The smallest number of answers that can give all complete distributions together, and the figures they are from.
#[must_use]
pub(super) fn base(data: &Data) -> Option<(u64, Vec<String>)> {
    let complete: Vec<(&Question, Vec<u32>)> = data
        .questions
        .iter()
        .filter_map(|q| Some((q, whole(data, q)?)))
        .collect();
    if complete.is_empty() {
        return None;
    }
    let distributions: Vec<&[u32]> = complete.iter().map(|(_, shares)| shares.as_slice()).collect();
    let figures = complete.iter().map(|(q, _)| q.figure.clone()).collect();
    Some((smallest_base(&distributions, 0)?, figures))
}

/// One question with its answers in percent. The report prints no number of answers, and none is made up.
pub(super) fn question(t: T, data: &Data, question: &Question) -> Option<Statistic> {
    let say = Numbers { t, digits: 0 };
    let title = names::question(t, &question.id)
        .unwrap_or(&question.wording)
        .to_owned();
    let choices: Vec<_> = data
        .choices
        .iter()
        .filter(|c| c.question_id == question.id)
        .collect();
    choices.first()?;
    #[expect(clippy::cast_precision_loss, reason = "percentages are small")]
    let percent = |p: Option<i64>| Cell::Percent(p.map(|p| p as f64).into());
    let table = Table {
        caption: title.clone(),
        unit: t.programmes_unit_answers().to_owned(),
        n: Known::Unknown,
        columns: vec![t.programmes_answer().to_owned(), t.programmes_share().to_owned()],
        rows: choices
            .iter()
            .map(|c| Row::new(names::option(t, &c.wording), [percent(c.percent)]))
            .collect(),
        source: t.programmes_source_report(&question.figure),
        note: Some(t.programmes_survey_note().to_owned()),
    };
    let printed = choices.iter().any(|c| c.percent.is_some());
    let complete = whole(data, question).is_some();
    let chart = match (printed, complete) {
        (false, _) => String::new(),
        (true, true) => svg(Chart::share(table.clone(), frame(t, &question.id, &say))),
        // Bars, because parts of an unknown whole do not make one.
        (true, false) => svg(Chart::bars(table.clone(), frame(t, &question.id, &say))),
    };
    let mut sentences = Vec::new();
    if let Some(top) = choices
        .iter()
        .filter(|c| c.percent.is_some())
        .max_by_key(|c| c.percent)
    {
        let share = t.percent(f64::from(i32::try_from(top.percent?).ok()?), 0);
        sentences.push(t.programmes_survey_most(names::option(t, &top.wording), &share));
    } else {
        sentences.push(t.programmes_survey_none().to_owned());
    }
    if let Some((n, figures)) = base(data).filter(|_| complete) {
        let n = i64::try_from(n).ok()?;
        sentences.push(t.programmes_survey_base(n, &t.list(&figures)));
    } else {
        sentences.push(t.programmes_survey_no_base().to_owned());
    }
    Some(Statistic {
        name: question.id.clone(),
        title,
        figure: question.figure.clone(),
        svg: chart,
        table,
        digits: 0,
        sentences,
        remarks: Vec::new(),
        cases: Vec::new(),
    })
}
