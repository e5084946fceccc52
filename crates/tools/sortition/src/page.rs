//! The report of a draw as one HTML file.

use askama::Template;
use kapok_i18n::{Lang, T};
use kapok_report::Sheet;
use kapok_sortition::Pool;

use crate::outcome::Outcome;

#[derive(Template)]
#[template(path = "sortition_report.html")]
struct Page {
    c: Sheet,
    lede: String,
    groups: Vec<Group>,
    chart: String,
    levels: Vec<(String, String)>,
    proof: Vec<String>,
    panel: Vec<String>,
    excluded: Vec<String>,
    households: Vec<String>,
    facts: Vec<(String, String)>,
    everyone: Vec<(String, String)>,
}

/// A category with its values.
struct Group {
    name: String,
    anchor: String,
    rows: Vec<Row>,
}

struct Row {
    value: String,
    quota: String,
    pool: String,
    panel: String,
    expected: String,
}

/// The report in a language. `command` is shown at its foot.
pub fn render(outcome: &Outcome, pool: &Pool, lang: Lang, command: &str) -> anyhow::Result<String> {
    let t = T(lang);
    let count = |n: usize| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    let kept = outcome.quotas.iter().all(|q| (q.min..=q.max).contains(&q.panel));
    let (seats, people) = (
        i64::from(outcome.seats),
        i64::try_from(outcome.people).unwrap_or(i64::MAX),
    );
    let page = Page {
        lede: if kept {
            t.sortition_lede(seats, people)
        } else {
            t.sortition_lede_broken(seats, people)
        },
        groups: groups(outcome, t),
        chart: chart(outcome, t),
        levels: outcome
            .levels
            .iter()
            .map(|l| (percent(t, l.probability), count(l.people)))
            .collect(),
        proof: proof(outcome, t),
        panel: outcome.panel.clone(),
        excluded: outcome.excluded.clone(),
        households: outcome.households.iter().map(|g| g.join(", ")).collect(),
        facts: facts(outcome, t),
        everyone: pool
            .ids
            .iter()
            .map(|id| (id.clone(), percent(t, outcome.probabilities[id])))
            .collect(),
        c: Sheet::new(lang, command),
    };
    Ok(page.render()?)
}

fn percent(t: T, probability: f64) -> String {
    t.percent(probability * 100.0, 4)
}

/// Small differences, as a power of ten that is understood in every language.
fn tiny(value: f64) -> String {
    if value <= 0.0 {
        "0".into()
    } else {
        format!("{value:.0e}")
    }
}

fn groups(outcome: &Outcome, t: T) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for quota in &outcome.quotas {
        if groups.last().is_none_or(|g| g.name != quota.category) {
            let anchor = format!("category-{}", groups.len());
            groups.push(Group {
                name: quota.category.clone(),
                anchor,
                rows: vec![],
            });
        }
        let number = |n: u32| t.number(i64::from(n));
        let row = Row {
            value: quota.value.clone(),
            quota: format!("{}–{}", number(quota.min), number(quota.max)),
            pool: t.number(i64::try_from(quota.pool).unwrap_or(i64::MAX)),
            panel: number(quota.panel),
            expected: t.decimal(quota.expected, 2),
        };
        if let Some(group) = groups.last_mut() {
            group.rows.push(row);
        }
    }
    groups
}

fn proof(outcome: &Outcome, t: T) -> Vec<String> {
    let low = percent(t, outcome.minimum);
    let Some(bound) = outcome.upper_bound else {
        return vec![t.sortition_proof_none().to_string()];
    };
    let bound = percent(t, bound);
    if !outcome.optimal {
        return vec![t.sortition_proof_open(&low, &bound)];
    }
    let gap = tiny(outcome.gap.unwrap_or_default());
    let mut lines = vec![t.sortition_proof_optimal(&bound, &low, &gap)];
    if outcome.method == "leximin" {
        lines.push(t.sortition_proof_leximin(&tiny(outcome.deviation)));
    }
    lines
}

fn facts(outcome: &Outcome, t: T) -> Vec<(String, String)> {
    let count = |n: usize| t.number(i64::try_from(n).unwrap_or(i64::MAX));
    let mut facts = vec![
        (t.sortition_method(), outcome.method.clone()),
        (t.sortition_seats(), t.number(i64::from(outcome.seats))),
        (t.sortition_seed(), outcome.seed.clone()),
        (t.sortition_kinds(), count(outcome.kinds)),
        (t.sortition_panels(), count(outcome.panels.len())),
        (t.sortition_pool_hash(), outcome.pool_sha256.clone()),
        (t.sortition_quotas_hash(), outcome.quotas_sha256.clone()),
    ];
    if let Some(numbered) = &outcome.numbered {
        facts.push((t.sortition_number(), numbered.drawn.to_string()));
    }
    facts
        .into_iter()
        .map(|(term, fact)| (term.to_string(), fact))
        .collect()
}

/// Probabilities in ascending order as a line of steps; the table of everyone carries the same facts.
fn chart(outcome: &Outcome, t: T) -> String {
    let mut sorted: Vec<f64> = outcome.probabilities.values().copied().collect();
    sorted.sort_by(f64::total_cmp);
    let (width, height) = (640.0, 200.0);
    let top = outcome.maximum.max(1e-9);
    let x = |i: usize| 40.0 + (width - 50.0) * i as f64 / sorted.len().max(1) as f64;
    let y = |p: f64| 10.0 + (height - 30.0) * (1.0 - p / top);
    let mut path = String::new();
    for (i, p) in sorted.iter().enumerate() {
        let word = if i == 0 { "M" } else { "L" };
        path += &format!("{word}{:.1} {:.1}L{:.1} {:.1}", x(i), y(*p), x(i + 1), y(*p));
    }
    let (low, high) = (percent(t, outcome.minimum), percent(t, outcome.maximum));
    format!(
        "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"pt pd\"><title id=\"pt\">{}</title>\
         <desc id=\"pd\">{}</desc><path d=\"M40 10V180H630\" fill=\"none\" stroke=\"currentColor\"/>\
         <path d=\"{path}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>\
         <text x=\"44\" y=\"20\" font-size=\"12\" fill=\"currentColor\">{}</text></svg>",
        t.sortition_chart(),
        t.sortition_chart_desc(&low, &high),
        t.percent(outcome.maximum * 100.0, 1),
    )
}
