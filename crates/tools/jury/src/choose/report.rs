//! The report on a choice.

use kapok_i18n::{Lang, T};
use kapok_jury::choose::{Choice, Price};
use kapok_jury::rank::TieRule;

use super::Whole;
use crate::page::{Page, Section, Table};
use crate::picture::{Line, Picture, Shape};

/// The page.
pub fn page(all: &Whole<'_>, lang: Lang) -> Page {
    let t = T(lang);
    match all.result {
        Ok((choice, prices)) => chosen_page(all, lang, choice, prices),
        Err(clash) => {
            let lede = t.jury_clash_lede(&t.number(all.problem.seats() as i64));
            let mut page = Page::new(lang, t.jury_choose_title(), lede);
            page.add(clashing(all, t, clash));
            page
        }
    }
}

fn chosen_page(all: &Whole<'_>, lang: Lang, choice: &Choice, prices: &[Price]) -> Page {
    let t = T(lang);
    let lede = t.jury_choose_lede(
        &t.number(choice.chosen.len() as i64),
        &t.number(all.problem.size() as i64),
        &t.decimal(choice.total, 3),
    );
    let mut page = Page::new(lang, t.jury_choose_title(), lede);
    if !choice.optimal {
        page.warn(t.jury_gap(&t.decimal(choice.bound, 3)));
    }
    if let Some(other) = &choice.alternative {
        let rule = match all.ties {
            TieRule::Shared => t.jury_by_file(),
            TieRule::Order(_) => t.jury_by_order(),
            TieRule::Lot(_) => t.jury_by_lot(),
        };
        let instead: Vec<usize> = other
            .iter()
            .copied()
            .filter(|item| !choice.chosen.contains(item))
            .collect();
        let sentences = [
            t.jury_choose_tie(rule),
            t.jury_choose_instead(&t.list(&all.ids(&instead))),
        ];
        page.warn(sentences.join(" "));
    }
    page.add(chosen(all, t, choice));
    if !all.limits.is_empty() {
        page.add(price_table(all, t, choice, prices));
    }
    page
}

fn chosen(all: &Whole<'_>, t: T, choice: &Choice) -> Section {
    let limited: Vec<usize> = (0..all.pool.categories.len())
        .filter(|&place| {
            all.limits
                .iter()
                .any(|limit| limit.category == all.pool.categories[place])
        })
        .collect();
    let mut columns = vec![(t.jury_col_entry(), false), (t.jury_col_score(), true)];
    columns.extend(
        limited
            .iter()
            .map(|&place| (all.pool.categories[place].as_str(), false)),
    );
    let mut table = Table::new(
        &t.jury_caption(t.jury_chosen(), &t.number(choice.chosen.len() as i64)),
        &columns,
    );
    let mut order = choice.chosen.clone();
    order.sort_by(|&a, &b| all.pool.items[b].score.total_cmp(&all.pool.items[a].score));
    table.rows.extend(order.into_iter().map(|item| {
        let item = &all.pool.items[item];
        let name = if item.title.is_empty() || item.title == item.id {
            item.id.clone()
        } else {
            format!("{} · {}", item.id, item.title)
        };
        let values = limited.iter().map(|&place| item.values[place].join("; "));
        [name, t.decimal(item.score, 3)]
            .into_iter()
            .chain(values)
            .collect()
    }));
    let section = Section::new(t.jury_chosen());
    let section = if choice.optimal {
        section.say(t.jury_proven())
    } else {
        section
    };
    section.table(table)
}

fn price_table(all: &Whole<'_>, t: T, choice: &Choice, prices: &[Price]) -> Section {
    let columns = [
        (t.jury_col_limit(), false),
        (t.jury_col_bounds(), false),
        (t.jury_col_count(), true),
        (t.jury_col_price(), true),
        (t.jury_col_displaced(), false),
        (t.jury_col_admitted(), false),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_prices(), &t.number(all.limits.len() as i64)),
        &columns,
    );
    table.rows.extend(prices.iter().map(|price| {
        let (name, bounds, count) = match price.limit {
            None => (t.jury_all_limits().to_owned(), String::new(), String::new()),
            Some(limit) => {
                let count = match all.counts(limit, &choice.chosen).as_slice() {
                    [(_, count)] if all.limits[limit].value.is_some() => t.number(*count as i64),
                    _ => String::new(),
                };
                (limit_name(all, t, limit), bounds(all, t, limit), count)
            }
        };
        let ids = |items: &[usize]| all.ids(items).join(" ");
        vec![
            name,
            bounds,
            count,
            t.decimal(price.price, 3),
            ids(&price.displaced),
            ids(&price.admitted),
        ]
    }));
    Section::new(t.jury_prices())
        .say(t.jury_prices_what())
        .picture(against_limits(all, t, choice))
        .picture(cost_of_limits(all, t, prices))
        .table(table)
}

/// How many were chosen of what each limit names, beside what it allows.
fn against_limits(all: &Whole<'_>, t: T, choice: &Choice) -> Picture {
    let seats = choice.chosen.len() as f64;
    let of_limit = |limit: usize| {
        all.counts(limit, &choice.chosen)
            .into_iter()
            .map(move |(value, count)| {
                let limit = &all.limits[limit];
                let most = limit.max.map_or(seats, |most| f64::from(most).min(seats));
                Line::new(value, count as f64, t.number(count as i64)).within(f64::from(limit.min), most)
            })
    };
    // A limit on each value of a category with many values says little in a picture.
    let few = (0..all.limits.len()).filter(|&limit| all.limits[limit].value.is_some());
    Picture {
        title: t.jury_picture_limits().to_owned(),
        what: t.jury_picture_limits_what().to_owned(),
        shape: Shape::Counts,
        lines: few.flat_map(of_limit).collect(),
    }
}

fn cost_of_limits(all: &Whole<'_>, t: T, prices: &[Price]) -> Picture {
    let mut lines: Vec<Line> = prices
        .iter()
        .filter_map(|price| {
            let name = limit_name(all, t, price.limit?);
            (price.price > 0.0).then(|| Line::new(name, price.price, t.decimal(price.price, 2)))
        })
        .collect();
    lines.sort_by(|a, b| b.value.total_cmp(&a.value));
    Picture {
        title: t.jury_picture_prices().to_owned(),
        what: t.jury_picture_prices_what().to_owned(),
        shape: Shape::Bars,
        lines,
    }
}

fn clashing(all: &Whole<'_>, t: T, clash: &[usize]) -> Section {
    let columns = [
        (t.jury_col_limit(), false),
        (t.jury_col_bounds(), false),
        (t.jury_col_there(), true),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_clash(), &t.number(clash.len() as i64)),
        &columns,
    );
    table.rows.extend(clash.iter().map(|&limit| {
        let rows: Vec<_> = all
            .problem
            .rows()
            .iter()
            .filter(|row| row.limit == Some(limit))
            .collect();
        let there = if rows.len() == 1 {
            t.number(rows[0].members.len() as i64)
        } else {
            String::new()
        };
        vec![limit_name(all, t, limit), bounds(all, t, limit), there]
    }));
    Section::new(t.jury_clash()).say(t.jury_clash_what()).table(table)
}

fn limit_name(all: &Whole<'_>, t: T, limit: usize) -> String {
    let limit = &all.limits[limit];
    format!(
        "{}: {}",
        limit.category,
        limit.value.as_deref().unwrap_or(t.jury_each_value())
    )
}

fn bounds(all: &Whole<'_>, t: T, limit: usize) -> String {
    let limit = &all.limits[limit];
    let most = limit
        .max
        .map_or_else(|| t.jury_no_limit().to_owned(), |max| t.number(max.into()));
    t.jury_range(&t.number(limit.min.into()), &most)
}
