//! The four sorts of lateness as rows, and all offices in numbers.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use kapok_commitments::Commitment;
use kapok_i18n::T;
use kapok_matters::{Appeal, Asked, Matter, Partner};
use kapok_store::ids::{MatterId, PartyId};
use kapok_voices::Waiting;

use super::{Found, Line, Part, Row, Scope, Words};

/// Rows of each part that are shown; its number counts all.
pub(super) const SHOWN: usize = 50;
/// Characters of the grounds of an appeal.
const GROUNDS: usize = 120;

/// The office that owes these voices an answer: the one they were referred to, or the lead of their matter. `Err` for those
/// of a matter that was not read, because it is another office's.
fn owes(waiting: &Waiting, by_id: &HashMap<MatterId, &Matter>) -> Result<Option<PartyId>, ()> {
    match waiting.matter {
        None => Ok(waiting.office),
        Some(id) => by_id.get(&id).map(|m| m.lead).ok_or(()),
    }
}

/// Whether a day of reply has passed without an answer.
fn reply_is_late(m: &Matter, today: Date) -> bool {
    m.state.is_open() && m.answered.is_none() && m.reply_by.is_some_and(|day| day < today)
}

pub(super) fn voices(
    w: &Words<'_>,
    scope: Scope,
    waiting: &[Waiting],
    by_id: &HashMap<MatterId, &Matter>,
) -> Part {
    let t = w.t;
    let own = |g: &&Waiting| owes(g, by_id).is_ok_and(|office| scope.has(office));
    let groups: Vec<&Waiting> = waiting.iter().filter(own).collect();
    let n: i64 = groups.iter().map(|g| g.n).sum();
    let rows = groups.iter().map(|g| {
        let (number, caption) = (t.number(g.n), t.matters_voices_caption(g.n));
        let since = t.late_oldest(&t.days(w.days_since(w.date(g.oldest))));
        match g.matter.and_then(|id| by_id.get(&id)) {
            Some(m) => w.matter(m, number, caption.to_owned(), [since, w.office(m.lead)]),
            None => Row {
                href: if g.office.is_some() {
                    "/inbox?box=office"
                } else {
                    "/inbox"
                }
                .to_owned(),
                title: match g.office {
                    Some(_) => t.late_referred(),
                    None => t.late_unsorted(),
                }
                .to_owned(),
                lang: String::new(),
                state: "voiced",
                number,
                caption: caption.to_owned(),
                facts: w.t.beside([since, w.office(g.office)]),
            },
        }
    });
    let days = t.days(w.visit.app.env.city.days_to_answer);
    part(
        t,
        "voices",
        t.late_voices(),
        n,
        t.late_voices_tell(n, &days),
        groups.len(),
        rows,
    )
}

pub(super) fn replies(w: &Words<'_>, scope: Scope, matters: &[Matter]) -> Part {
    let t = w.t;
    let mut late: Vec<(Date, &Matter)> = matters
        .iter()
        .filter(|m| scope.has(m.lead) && reply_is_late(m, w.today))
        .filter_map(|m| m.reply_by.map(|day| (day, m)))
        .collect();
    late.sort_by_key(|(day, m)| (*day, m.number));
    let rows = late.iter().map(|(day, m)| {
        let days = w.days_since(*day);
        let facts = [t.late_reply_was(&t.date(*day)), w.office(m.lead)];
        w.matter(m, t.number(days), t.late_days_caption(days).to_owned(), facts)
    });
    let n = late.len() as i64;
    part(
        t,
        "replies",
        t.late_replies(),
        n,
        t.late_replies_tell(n),
        late.len(),
        rows,
    )
}

pub(super) fn requests(w: &Words<'_>, scope: Scope, asked: &[(Matter, Partner)]) -> Part {
    let t = w.t;
    let own: Vec<_> = asked.iter().filter(|(_, p)| scope.has(Some(p.party))).collect();
    let rows = own.iter().map(|(m, p)| {
        let days = w.days_since(w.date(p.asked_at));
        let what = match p.asked {
            Asked::Part => t.late_asked_part(),
            Asked::Lead => t.late_asked_lead(),
        };
        let facts = [what.to_owned(), w.office(Some(p.party))];
        w.matter(m, t.number(days), t.late_waits_caption(days).to_owned(), facts)
    });
    let n = own.len() as i64;
    part(
        t,
        "requests",
        t.late_requests(),
        n,
        t.late_requests_tell(n),
        own.len(),
        rows,
    )
}

pub(super) fn promises(w: &Words<'_>, scope: Scope, promises: &[Commitment]) -> Part {
    let t = w.t;
    let own: Vec<_> = promises.iter().filter(|c| scope.has(Some(c.lead))).collect();
    let rows = own.iter().map(|c| {
        let days = c.days_late(w.today);
        Row {
            href: format!("/promises/{}/work", c.number),
            title: c.title.clone(),
            lang: language(&c.lang),
            state: "doing",
            number: t.number(days),
            caption: t.late_days_caption(days).to_owned(),
            facts: t.beside([t.late_promise_was(&t.date(c.due)), w.office(Some(c.lead))]),
        }
    });
    let n = own.len() as i64;
    part(
        t,
        "promises",
        t.late_promises(),
        n,
        t.late_promises_tell(n),
        own.len(),
        rows,
    )
}

pub(super) fn appeal(w: &Words<'_>, a: &Appeal) -> Row {
    let days = w.days_since(w.date(a.at));
    Row {
        href: format!("/m/{}", a.matter),
        title: kapok_text::excerpt(&a.grounds, GROUNDS),
        lang: String::new(),
        state: a.against.id(),
        number: w.t.number(days),
        caption: w.t.late_waits_caption(days).to_owned(),
        facts: String::new(),
    }
}

fn part(
    t: T,
    id: &'static str,
    heading: &'static str,
    n: i64,
    text: String,
    all: usize,
    rows: impl Iterator<Item = Row>,
) -> Part {
    Part {
        id,
        heading,
        number: t.number(n),
        text,
        none: n == 0,
        rows: rows.take(SHOWN).collect(),
        cut: if all > SHOWN {
            t.late_cut(&t.number(SHOWN as i64))
        } else {
            String::new()
        },
    }
}

/// One line for each office in the order of their names, and one for what is nobody's yet.
pub(super) fn lines(w: &Words<'_>, found: &Found, by_id: &HashMap<MatterId, &Matter>) -> Vec<Line> {
    let mut counts: BTreeMap<Option<PartyId>, [i64; 4]> = BTreeMap::new();
    let mut add = |office: Option<PartyId>, column: usize, n: i64| {
        counts.entry(office).or_default()[column] += n;
    };
    for group in &found.waiting {
        if let Ok(office) = owes(group, by_id) {
            add(office, 0, group.n);
        }
    }
    for m in found.matters.iter().filter(|m| reply_is_late(m, w.today)) {
        add(m.lead, 1, 1);
    }
    for (_, partner) in &found.asked {
        add(Some(partner.party), 2, 1);
    }
    for c in &found.promises {
        add(Some(c.lead), 3, 1);
    }
    let mut offices: Vec<_> = w.directory.offices().collect();
    offices.sort_by(|a, b| w.t.compare(&a.name, &b.name));
    let line = |name: &str, href: String, counts: [i64; 4]| Line {
        name: name.to_owned(),
        href,
        counts: counts.map(|n| w.t.number(n)),
        late: counts.iter().any(|n| *n > 0),
    };
    let mut out: Vec<Line> = offices
        .into_iter()
        .map(|o| {
            let counts = counts.get(&Some(o.id)).copied().unwrap_or_default();
            line(&o.name, format!("/late?office={}", o.key), counts)
        })
        .collect();
    if let Some(nobodys) = counts.get(&None) {
        out.push(line(w.t.late_no_office(), String::new(), *nobodys));
    }
    out
}

/// A language tag as an attribute; unknown languages give none.
pub(super) fn language(tag: &str) -> String {
    if tag == "und" {
        String::new()
    } else {
        tag.to_owned()
    }
}
