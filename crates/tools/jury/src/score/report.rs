//! The report on scores.

use kapok_i18n::{Lang, T};
use kapok_jury::score::ReviewerScore;

use super::Jury;
use crate::page::{Page, Section, Table};
use crate::picture::{Line, Picture, Shape};

/// The page.
pub fn page(juries: &[Jury], lang: Lang) -> Page {
    let t = T(lang);
    let sum = |of: fn(&Jury) -> usize| t.number(juries.iter().map(of).sum::<usize>() as i64);
    let lede = t.jury_score_lede(
        &sum(|jury| jury.scores.reviews.len()),
        &sum(|jury| jury.scores.entries.len()),
        &sum(|jury| jury.scores.reviewers.len()),
    );
    let mut page = Page::new(lang, t.jury_score_title(), lede);
    for jury in juries {
        if !jury.total.connected {
            page.warn(of_jury(
                jury,
                &t.jury_not_calibrated(&t.number(jury.total.parts.len() as i64)),
            ));
        } else if jury.total.residual_sd.is_none() {
            page.warn(of_jury(jury, t.jury_no_errors()));
        }
        page.add(entries(jury, t));
        page.add(reviewers(jury, t));
        if jury.scores.criteria.len() > 1 {
            page.add(criteria(jury, t));
        }
        page.add(outliers(jury, t));
    }
    page
}

/// A sentence or heading, with the name of the jury where there are several.
fn of_jury(jury: &Jury, text: &str) -> String {
    if jury.name.is_empty() {
        text.to_owned()
    } else {
        format!("{}: {text}", jury.name)
    }
}

/// A number with three decimals; unknown where there is none.
fn decimal(t: T, value: Option<f64>) -> String {
    value.map_or_else(|| t.base_unknown().to_owned(), |value| t.decimal(value, 3))
}

fn entries(jury: &Jury, t: T) -> Section {
    let columns = [
        (t.jury_col_entry(), false),
        (t.jury_col_rank(), true),
        (t.jury_col_calibrated(), true),
        (t.jury_col_error(), true),
        (t.jury_col_mean(), true),
        (t.jury_col_median(), true),
        (t.jury_col_reviews(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_col_entries(), &t.number(jury.scores.entries.len() as i64)),
        &columns,
    );
    let [ranks, ..] = jury.ranks();
    for entry in jury.order() {
        let Some(score) = &jury.total.entries[entry] else {
            continue;
        };
        table.rows.push(vec![
            jury.scores.entries[entry].clone(),
            ranks[entry].map_or_else(String::new, |rank| t.number(rank as i64)),
            decimal(t, score.calibrated),
            decimal(t, score.standard_error),
            decimal(t, Some(score.mean)),
            decimal(t, Some(score.median)),
            t.number(score.reviews as i64),
        ]);
    }
    Section::new(&of_jury(jury, t.jury_col_entries()))
        .say(t.jury_entries_what())
        .picture(score_picture(jury, t))
        .fact(
            &t.beside([t.jury_agreement(), t.jury_agreement_what()]),
            decimal(t, jury.total.alpha),
        )
        .fact(t.jury_residual(), decimal(t, jury.total.residual_sd))
        .table(table)
}

/// A number with two decimals, kept together where the page reads from right to left.
fn printed(t: T, value: f64) -> String {
    format!("\u{200E}{}", t.decimal(value, 2))
}

fn score_picture(jury: &Jury, t: T) -> Picture {
    let line = |entry: usize| {
        let score = jury.total.entries[entry].as_ref()?;
        let value = jury.value(entry)?;
        let line = Line::new(&jury.scores.entries[entry], value, printed(t, value));
        Some(
            match score.standard_error.filter(|_| score.calibrated.is_some()) {
                Some(error) => line.within(value - 2.0 * error, value + 2.0 * error),
                None => line.within(score.range.0, score.range.1),
            },
        )
    };
    let errors = jury.total.connected && jury.total.residual_sd.is_some();
    Picture {
        title: t.jury_picture_scores().to_owned(),
        what: if errors {
            t.jury_picture_scores_errors()
        } else {
            t.jury_picture_scores_range()
        }
        .to_owned(),
        shape: Shape::Dots,
        lines: jury.order().into_iter().filter_map(line).collect(),
    }
}

fn severity_picture(jury: &Jury, t: T) -> Picture {
    let known = jury.scores.reviewers.iter().zip(&jury.total.reviewers);
    let mut all: Vec<_> = known
        .filter_map(|(id, score)| Some((id, score.as_ref()?)))
        .collect();
    all.sort_by(|a, b| a.1.severity.total_cmp(&b.1.severity));
    let line = |(id, score): (&String, &ReviewerScore)| {
        let line = Line::new(id, score.severity, printed(t, score.severity));
        match score.standard_error {
            Some(error) => line.within(score.severity - 2.0 * error, score.severity + 2.0 * error),
            None => line,
        }
    };
    Picture {
        title: t.jury_picture_severity().to_owned(),
        what: t.jury_picture_severity_what().to_owned(),
        shape: Shape::Around,
        lines: if jury.total.connected {
            all.into_iter().map(line).collect()
        } else {
            Vec::new()
        },
    }
}

fn reviewers(jury: &Jury, t: T) -> Section {
    let columns = [
        (t.jury_col_reviewer(), false),
        (t.jury_col_severity(), true),
        (t.jury_col_error(), true),
        (t.jury_col_mean(), true),
        (t.jury_col_spread(), true),
        (t.jury_col_reviews(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_severity(), &t.number(jury.scores.reviewers.len() as i64)),
        &columns,
    );
    for (id, score) in jury.scores.reviewers.iter().zip(&jury.total.reviewers) {
        let Some(score) = score else { continue };
        table.rows.push(vec![
            id.clone(),
            decimal(t, Some(score.severity)),
            decimal(t, score.standard_error),
            decimal(t, Some(score.mean)),
            decimal(t, Some(score.spread)),
            t.number(score.reviews as i64),
        ]);
    }
    Section::new(&of_jury(jury, t.jury_severity()))
        .say(t.jury_severity_what())
        .picture(severity_picture(jury, t))
        .table(table)
}

fn criteria(jury: &Jury, t: T) -> Section {
    let columns = [
        (t.jury_col_criterion(), false),
        (t.jury_col_weight(), true),
        (t.jury_col_agreement(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_criteria(), &t.number(jury.scores.criteria.len() as i64)),
        &columns,
    );
    table.rows.extend(
        jury.scores
            .criteria
            .iter()
            .zip(&jury.criteria)
            .map(|(criterion, own)| {
                vec![
                    criterion.name.clone(),
                    t.decimal(criterion.weight, 2),
                    decimal(t, own.alpha),
                ]
            }),
    );
    Section::new(&of_jury(jury, t.jury_criteria())).table(table)
}

fn outliers(jury: &Jury, t: T) -> Section {
    let section = Section::new(&of_jury(jury, t.jury_outliers()));
    if jury.total.outliers.is_empty() {
        return section.say(t.jury_outliers_none());
    }
    let columns = [
        (t.jury_col_entry(), false),
        (t.jury_col_reviewer(), false),
        (t.jury_col_score(), true),
        (t.jury_col_expected(), true),
        (t.jury_col_distance(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_outliers(), &t.number(jury.total.outliers.len() as i64)),
        &columns,
    );
    table.rows.extend(jury.total.outliers.iter().map(|outlier| {
        vec![
            jury.scores.entries[outlier.entry].clone(),
            jury.scores.reviewers[outlier.reviewer].clone(),
            decimal(t, Some(outlier.score)),
            decimal(t, Some(outlier.expected)),
            t.decimal(outlier.studentised, 1),
        ]
    }));
    section.table(table)
}
