//! The report on an assignment.

use kapok_i18n::{Lang, T};
use kapok_jury::assign::{Refusal, Shortage};

use super::Whole;
use crate::page::{Page, Section, Table};
use crate::picture::{Line, Picture, Shape};

/// The page.
pub fn page(all: &Whole<'_>, lang: Lang) -> Page {
    let t = T(lang);
    let quality = &all.result.quality;
    let number = |n: u64| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    let lede = t.jury_assign_lede(
        &number(quality.assigned),
        &number(quality.wanted),
        &number(all.entries.len() as u64),
        &number(all.reviewers.len() as u64),
    );
    let mut page = Page::new(lang, t.jury_assign_title(), lede);
    if !quality.connected {
        page.warn(t.jury_disconnected(&number(quality.components.len() as u64)));
    }
    if !quality.balanced {
        page.warn(t.jury_uneven().to_owned());
    }
    if !all.result.shortages.is_empty() {
        let short: Vec<&str> = all
            .result
            .shortages
            .iter()
            .map(|shortage| all.entries[shortage.entry].id.as_str())
            .collect();
        page.warn(t.jury_short(&t.list(&short)));
    }
    let mut glance = Section::new(t.jury_glance()).fact(
        t.jury_loads(),
        t.jury_range(&number(quality.min_load.into()), &number(quality.max_load.into())),
    );
    if let Some(matches) = quality.field_matches {
        glance = glance.fact(
            t.jury_field_matches(),
            t.base_part(&number(matches), &number(quality.assigned)),
        );
    }
    page.add(glance.fact(
        t.jury_linked(),
        t.base_part(&number(quality.linked_pairs), &number(quality.pairs)),
    ));
    if !all.result.shortages.is_empty() {
        page.add(unserved(all, t));
    }
    page.add(by_reviewer(all, t));
    page.add(by_entry(all, t));
    page
}

fn unserved(all: &Whole<'_>, t: T) -> Section {
    let columns = [
        (t.jury_col_entry(), false),
        (t.jury_col_has(), true),
        (t.jury_col_may(), true),
        (t.jury_col_full(), true),
        (t.jury_col_region(), true),
        (t.jury_col_refused(), false),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_unserved(), &t.number(all.result.shortages.len() as i64)),
        &columns,
    );
    table.rows.extend(all.result.shortages.iter().map(|shortage| {
        vec![
            all.entries[shortage.entry].id.clone(),
            t.base_part(
                &t.number(shortage.assigned.into()),
                &t.number(shortage.wanted.into()),
            ),
            t.number(shortage.may as i64),
            t.number(shortage.full as i64),
            t.number(shortage.region as i64),
            refused(shortage, t),
        ]
    }));
    Section::new(t.jury_unserved()).table(table)
}

fn refused(shortage: &Shortage, t: T) -> String {
    let name = |refusal: Refusal| match refusal {
        Refusal::Author => t.jury_refused_author(),
        Refusal::Declared => t.jury_refused_declared(),
        Refusal::Country => t.jury_refused_country(),
        Refusal::City => t.jury_refused_city(),
        Refusal::Employer => t.jury_refused_employer(),
        Refusal::Language => t.jury_refused_language(),
        Refusal::Field => t.jury_refused_field(),
    };
    t.beside(
        shortage
            .refused
            .iter()
            .map(|&(refusal, count)| format!("{}: {}", name(refusal), t.number(count as i64))),
    )
}

fn by_reviewer(all: &Whole<'_>, t: T) -> Section {
    let columns = [
        (t.jury_col_reviewer(), false),
        (t.jury_col_load(), true),
        (t.jury_col_entries(), false),
    ];
    let mut table = Table::new(
        &t.jury_caption(t.jury_by_reviewer(), &t.number(all.reviewers.len() as i64)),
        &columns,
    );
    let mut of_reviewer: Vec<Vec<&str>> = vec![Vec::new(); all.reviewers.len()];
    for (list, entry) in all.result.reviewers.iter().zip(all.entries) {
        list.iter()
            .for_each(|&reviewer| of_reviewer[reviewer].push(&entry.id));
    }
    table
        .rows
        .extend(all.reviewers.iter().zip(&of_reviewer).map(|(reviewer, entries)| {
            vec![
                named(&reviewer.id, &reviewer.name),
                t.number(entries.len() as i64),
                entries.join(" "),
            ]
        }));
    let loads = all.reviewers.iter().zip(&of_reviewer).map(|(reviewer, entries)| {
        let count = entries.len();
        let name = if reviewer.name.is_empty() {
            &reviewer.id
        } else {
            &reviewer.name
        };
        Line::new(name, count as f64, t.number(count as i64))
    });
    let picture = Picture {
        title: t.jury_picture_loads().to_owned(),
        what: t.jury_picture_loads_what().to_owned(),
        shape: Shape::Bars,
        lines: loads.collect(),
    };
    Section::new(t.jury_by_reviewer()).picture(picture).table(table)
}

fn by_entry(all: &Whole<'_>, t: T) -> Section {
    let columns = [(t.jury_col_entry(), false), (t.jury_col_reviewers(), false)];
    let mut table = Table::new(
        &t.jury_caption(t.jury_by_entry(), &t.number(all.entries.len() as i64)),
        &columns,
    );
    table.rows.extend(
        all.entries
            .iter()
            .zip(&all.result.reviewers)
            .map(|(entry, list)| vec![named(&entry.id, &entry.title), all.ids(list).join(" ")]),
    );
    Section::new(t.jury_by_entry()).table(table)
}

/// An id with its name where that is another.
fn named(id: &str, name: &str) -> String {
    if name.is_empty() || name == id {
        id.to_owned()
    } else {
        format!("{id} · {name}")
    }
}
