//! The report on a ranking.

use kapok_i18n::{Lang, T};
use kapok_jury::rank::{Count, Round, Rule};

use super::Whole;
use crate::page::{Page, Section, Table};
use crate::picture::{Line, Picture, Shape};

/// The page.
pub fn page(all: &Whole<'_>, lang: Lang) -> Page {
    let t = T(lang);
    let lede = t.jury_rank_lede(rule_name(all.rule, t), &t.number(all.ballots.total() as i64));
    let mut page = Page::new(lang, t.jury_rank_title(), lede);
    let mut place = 1;
    for group in &all.ranking.places {
        if group.len() > 1 {
            page.warn(t.jury_shared(&t.list(&all.ids(group)), &t.number(place)));
        }
        place += group.len() as i64;
    }
    page.add(places(all, t));
    if !all.ranking.decided.is_empty() {
        page.add(ties(all, t));
    }
    match &all.ranking.count {
        Count::Points { .. } => {}
        Count::Grades { tallies, .. } => page.add(grades(all, t, tallies)),
        Count::Pairs { preferred, paths, .. } => {
            page.add(square(all, t, t.jury_pairs(), |a, b| preferred[a][b] as i64));
            if !paths.is_empty() {
                page.add(square(all, t, t.jury_paths(), |a, b| paths[a][b]));
            }
        }
        Count::Rounds { quota, rounds, .. } => page.add(votes(all, t, *quota, rounds)),
    }
    page
}

fn rule_name(rule: Rule, t: T) -> &'static str {
    match rule {
        Rule::MajorityJudgment => t.jury_rule_majority(),
        Rule::Borda => t.jury_rule_borda(),
        Rule::Schulze => t.jury_rule_schulze(),
        Rule::RankedPairs => t.jury_rule_ranked_pairs(),
        Rule::InstantRunoff => t.jury_rule_runoff(),
        Rule::Stv { .. } => t.jury_rule_stv(),
        Rule::Approval => t.jury_rule_approval(),
    }
}

fn places(all: &Whole<'_>, t: T) -> Section {
    let columns = [
        (t.jury_col_entry(), false),
        (t.jury_col_place(), true),
        (t.jury_col_result(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_places(), &t.number(all.ballots.entries.len() as i64)),
        &columns,
    );
    let of_each = all.ranking.place_of_each();
    for &entry in all.ranking.places.iter().flatten() {
        let result = match (all.number(entry), all.grade(entry)) {
            (Some(number), _) => t.decimal(number, if number.fract() == 0.0 { 0 } else { 2 }),
            (_, Some(grade)) => grade.to_owned(),
            _ if all.elected().contains(&entry) => t.jury_elected().to_owned(),
            _ => String::new(),
        };
        table.rows.push(vec![
            all.id(entry).to_owned(),
            t.number(of_each[entry] as i64),
            result,
        ]);
    }
    Section::new(t.jury_places())
        .picture(picture(all, t))
        .table(table)
}

/// What the places rest on: points, grades, victories or first votes.
fn picture(all: &Whole<'_>, t: T) -> Picture {
    let order = || all.ranking.places.iter().flatten().copied();
    let numbers = |of: &dyn Fn(usize) -> Option<f64>| -> Vec<Line> {
        let text = |value: f64| t.decimal(value, if value.fract() == 0.0 { 0 } else { 2 });
        order()
            .filter_map(|entry| of(entry).map(|value| Line::new(all.id(entry), value, text(value))))
            .collect()
    };
    let (title, shape, lines) = match &all.ranking.count {
        Count::Points { .. } => (
            t.jury_picture_points(),
            Shape::Bars,
            numbers(&|entry| all.number(entry)),
        ),
        Count::Grades { tallies, .. } => {
            let line = |entry: usize| Line {
                parts: tallies[entry].iter().map(|count| *count as f64).collect(),
                ..Line::new(
                    all.id(entry),
                    0.0,
                    all.grade(entry).unwrap_or_default().to_owned(),
                )
            };
            (t.jury_picture_grades(), Shape::Parts, order().map(line).collect())
        }
        Count::Pairs { preferred, .. } => {
            let beaten = |entry: usize| {
                let others =
                    (0..preferred.len()).filter(|&other| preferred[entry][other] > preferred[other][entry]);
                Some(others.count() as f64)
            };
            (t.jury_picture_beats(), Shape::Bars, numbers(&beaten))
        }
        Count::Rounds { rounds, .. } => {
            let first = |entry: usize| rounds.first().and_then(|round| round.votes[entry]);
            (t.jury_picture_first(), Shape::Bars, numbers(&first))
        }
    };
    Picture {
        title: title.to_owned(),
        what: t.jury_picture_places_what().to_owned(),
        shape,
        lines,
    }
}

fn ties(all: &Whole<'_>, t: T) -> Section {
    let columns = [
        (t.jury_col_tied(), false),
        (t.jury_col_by(), false),
        (t.jury_col_order(), false),
    ];
    let mut table = Table::new(t.jury_ties(), &columns);
    table.rows.extend(all.ranking.decided.iter().map(|tie| {
        let by = match tie.by {
            "previous rounds" => t.jury_by_previous(),
            "lot" => t.jury_by_lot(),
            _ => t.jury_by_order(),
        };
        vec![
            t.list(&all.ids(&tie.entries)),
            by.to_owned(),
            all.ids(&tie.order).join(" > "),
        ]
    }));
    Section::new(t.jury_ties()).table(table)
}

fn grades(all: &Whole<'_>, t: T, tallies: &[Vec<u64>]) -> Section {
    let mut columns = vec![(t.jury_col_entry(), false), (t.jury_col_majority(), false)];
    columns.extend(all.ballots.grades.iter().map(|grade| (grade.as_str(), true)));
    let mut table = Table::new(t.jury_grades(), &columns);
    for &entry in all.ranking.places.iter().flatten() {
        let mut row = vec![
            all.id(entry).to_owned(),
            all.grade(entry).unwrap_or_default().to_owned(),
        ];
        row.extend(tallies[entry].iter().map(|&count| t.number(count as i64)));
        table.rows.push(row);
    }
    Section::new(t.jury_grades()).table(table)
}

/// A table of entries by entries, in the order of places.
fn square(all: &Whole<'_>, t: T, title: &str, value: impl Fn(usize, usize) -> i64) -> Section {
    let order: Vec<usize> = all.ranking.places.iter().flatten().copied().collect();
    let mut columns = vec![(t.jury_col_entry(), false)];
    columns.extend(order.iter().map(|&entry| (all.id(entry), true)));
    let mut table = Table::new(title, &columns);
    table.rows.extend(order.iter().map(|&a| {
        let cells = order.iter().map(|&b| {
            if a == b {
                "–".to_owned()
            } else {
                t.number(value(a, b))
            }
        });
        std::iter::once(all.id(a).to_owned()).chain(cells).collect()
    }));
    Section::new(title).table(table)
}

fn votes(all: &Whole<'_>, t: T, quota: Option<f64>, rounds: &[Round]) -> Section {
    let heads: Vec<String> = (1..=rounds.len())
        .map(|round| t.jury_col_round(round as i64))
        .collect();
    let mut columns = vec![(t.jury_col_entry(), false)];
    columns.extend(heads.iter().map(|head| (head.as_str(), true)));
    let mut table = Table::new(t.jury_rounds(), &columns);
    let number = |votes: f64| t.decimal(votes, if votes.fract() == 0.0 { 0 } else { 5 });
    for &entry in all.ranking.places.iter().flatten() {
        let cells = rounds
            .iter()
            .map(|round| round.votes[entry].map_or_else(|| "–".to_owned(), number));
        table
            .rows
            .push(std::iter::once(all.id(entry).to_owned()).chain(cells).collect());
    }
    let left = rounds.iter().map(|round| number(round.exhausted));
    table.rows.push(
        std::iter::once(t.jury_exhausted().to_owned())
            .chain(left)
            .collect(),
    );
    let section = Section::new(t.jury_rounds()).table(table);
    match quota {
        Some(quota) => section.fact(t.jury_quota(), number(quota)),
        None => section,
    }
}
