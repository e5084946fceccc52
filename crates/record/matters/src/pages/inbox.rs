//! `/inbox`: new voices, oldest first, worked by keyboard. Every step is a plain form or link, so that the page works without
//! a script; single keys press the same buttons.
//!
//! [`asked`] reads the address, [`find`] the database, [`view`] puts voices and matters in words, [`act`] does what a form asks for.

mod act;
mod asked;
mod find;
mod view;

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_acts::{ActError, Right};
use kapok_i18n::Lang;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_voices::{Channel, Voice};
use kapok_web::{App, Chrome, Form, Outcome, Page, Visit};

use super::choose::{self, Choices};
use crate::model::TOPICS;
use asked::{Asked, Did};
use find::{Found, find};
use view::{Line, Shown, Suggestion, Words};

/// Rows above which the list moves on with the voice that is shown.
const FIXED_ROWS: usize = 6;
/// Rows kept above the voice then.
const KEPT_ROWS: usize = 3;

/// The routes of the inbox.
pub(super) fn routes() -> Router<App> {
    Router::new().route("/inbox", get(show).post(act::send))
}

#[derive(Template)]
#[template(path = "inbox.html")]
struct InboxPage {
    c: Chrome,
    /// Address of the page, to which its forms are sent.
    here: String,
    left: String,
    tabs: Vec<(String, String, bool)>,
    mine: bool,
    narrowed: bool,
    places: Choices,
    channels: Choices,
    langs: Choices,
    lines: Vec<Line>,
    /// That the voice which was asked for is not in this list; empty when it is.
    elsewhere: String,
    elsewhere_href: String,
    /// Where the list goes on, and where it begins.
    more: String,
    start: String,
    work: Option<Work>,
    undo: Option<Undo>,
    typed: Typed,
    may: May,
}

/// What is shown of the voice that is worked on.
struct Work {
    v: Shown,
    next: String,
    next_number: String,
    previous: String,
    toggle: String,
    toggled: bool,
    /// Selected voices besides this one.
    others: i64,
    clear: String,
    suggestions: Vec<Suggestion>,
    search: String,
    /// Names and values that the search keeps.
    kept: Vec<(&'static str, String)>,
    back_to_suggestions: String,
    topics: Choices,
    places: Choices,
    offices: Choices,
}

/// What can be taken back.
struct Undo {
    label: &'static str,
    what: String,
}

/// What the actor may do here.
struct May {
    sort: bool,
    answer: bool,
    hide: bool,
}

/// A form that came back, with what was wrong. Empty the first time.
#[derive(Default)]
struct Typed {
    form: Form,
    errors: Vec<(String, String)>,
}

impl Typed {
    /// What was typed into a field of a form, or else what stands there at first.
    fn was<'a>(&'a self, form: &str, field: &str, first: &'a str) -> &'a str {
        if self.form.get("do") == form {
            self.form.get(field)
        } else {
            first
        }
    }

    /// What is wrong with a field; its id begins with the name of the form.
    fn on(&self, id: &str) -> &str {
        self.errors
            .iter()
            .find(|(name, _)| name == id)
            .map_or("", |(_, words)| words)
    }
}

async fn show(visit: Visit) -> Outcome {
    visit.need(Right::ReadStaffPages)?;
    let page = build(&visit, Typed::default())
        .await
        .map_err(|e| visit.problem(e))?;
    Ok(Page::private(page).into_response())
}

async fn build(visit: &Visit, mut typed: Typed) -> Result<InboxPage, ActError> {
    let (env, t) = (&visit.app.env, visit.t);
    let tree = kapok_places::tree(env).await?;
    let directory = kapok_parties::directory(env).await?;
    let asked = Asked::read(visit);
    let words = Words {
        t,
        env,
        tree: &tree,
        directory: &directory,
    };
    let found = find(visit, &words, &asked, &typed).await?;
    let shown = found.current.and_then(|i| found.voices.get(i));
    if shown.is_none_or(|v| v.id.to_string() != typed.form.get("voice")) {
        // Somebody else was faster: what was written to one voice must not stand under another.
        typed.form = Form::default();
    }
    let lines = found.voices.iter().enumerate();
    let lines = lines.map(|(i, v)| Line::new(&words, &asked, v, found.current == Some(i)));
    let last = found.voices.last().map(|v| v.number);
    let may = May {
        sort: visit.actor.may(Right::Sort),
        answer: visit.actor.may(Right::Answer),
        hide: visit.actor.may(Right::Moderate),
    };
    let elsewhere = asked.at.filter(|_| !found.has_asked);
    Ok(InboxPage {
        elsewhere: elsewhere
            .map(|n| t.inbox_elsewhere(&n.to_string()))
            .unwrap_or_default(),
        elsewhere_href: elsewhere.map(|n| format!("/voices/{n}")).unwrap_or_default(),
        here: asked.address(),
        left: t.inbox_left(found.left),
        tabs: tabs(visit, &asked, &found),
        mine: asked.mine,
        narrowed: asked.narrowed(),
        places: choose::places(&tree, t.form_all(), &asked.place),
        channels: choose::of(
            t.form_all(),
            Channel::ALL.iter().map(|c| c.id()),
            asked.channel.map_or("", Channel::id),
            |id| t.channel(id).to_owned(),
        ),
        langs: choose::of(
            t.form_all(),
            Lang::ALL.iter().map(|l| l.code()),
            &asked.lang,
            |id| t.language(id).to_owned(),
        ),
        lines: lines.collect(),
        more: last
            .filter(|_| found.more)
            .map(|n| asked.after(Some(n)).address())
            .unwrap_or_default(),
        start: asked
            .from
            .map(|_| asked.after(None).address())
            .unwrap_or_default(),
        undo: if may.sort {
            undo(visit, &asked, found.last)
        } else {
            None
        },
        work: work(visit, &words, &asked, found, &typed),
        c: visit.chrome("inbox"),
        typed,
        may,
    })
}

fn tabs(visit: &Visit, asked: &Asked, found: &Found) -> Vec<(String, String, bool)> {
    let t = visit.t;
    let (new, mine) = if asked.mine {
        (found.in_other_box, found.left)
    } else {
        (found.left, found.in_other_box)
    };
    let to = |mine: bool| {
        Asked {
            mine,
            did: asked.did,
            ..Asked::default()
        }
        .address()
    };
    vec![
        (to(false), t.inbox_tab_new(&t.number(new)), !asked.mine),
        (to(true), t.inbox_tab_mine(&t.number(mine)), asked.mine),
    ]
}

fn undo(visit: &Visit, asked: &Asked, last: Option<kapok_store::ids::ActId>) -> Option<Undo> {
    let t = visit.t;
    let (label, what) = match asked.did {
        Did::Nothing => (t.inbox_undo_last(), last.map(|act| Did::Sorted(act, 0))?),
        Did::Sorted(..) => (t.inbox_undo_sorted(), asked.did),
        Did::Referred(_) => (t.inbox_undo_referred(), asked.did),
        Did::Hidden(_) => (t.inbox_undo_hidden(), asked.did),
        Did::Answered => return None,
    };
    Some(Undo {
        label,
        what: what.text(),
    })
}

fn work(visit: &Visit, w: &Words<'_>, asked: &Asked, found: Found, typed: &Typed) -> Option<Work> {
    let t = visit.t;
    let at = found.current?;
    let voice = found.voices.get(at)?;
    let neighbour = |i: Option<usize>| i.and_then(|i| found.voices.get(i)).map(|v| v.number);
    let (next, previous) = (neighbour(at.checked_add(1)), neighbour(at.checked_sub(1)));
    let v = Shown::new(w, voice);
    let here = asked.at(voice.number);
    let skip = match next {
        Some(number) => slid(asked, &found.voices, at).at(number).address(),
        None => asked.after(Some(voice.number)).address(),
    };
    let mut kept = here.pairs();
    kept.retain(|(name, _)| *name != "q");
    let chosen_topic = typed.was("new", "topic", &found.topic);
    let chosen_place = typed.was("new", "place", &v.place_key);
    Some(Work {
        next: skip,
        next_number: next.map(|n| n.to_string()).unwrap_or_default(),
        previous: match previous {
            Some(number) => asked.at(number).address(),
            None => asked
                .from
                .map(|_| asked.after(None).address())
                .unwrap_or_default(),
        },
        toggle: Asked {
            search: asked.search.clone(),
            ..here.toggled(voice.id)
        }
        .address(),
        toggled: asked.chosen.contains(&voice.id),
        others: asked.chosen.iter().filter(|id| **id != voice.id).count() as i64,
        clear: Asked {
            chosen: Vec::new(),
            ..here.clone()
        }
        .address(),
        suggestions: found.suggestions,
        search: asked.search.clone(),
        kept,
        back_to_suggestions: if asked.search.is_empty() {
            String::new()
        } else {
            here.address()
        },
        topics: choose::of(t.inbox_topic_later(), TOPICS, chosen_topic, |id| {
            t.topic(id).to_owned()
        }),
        places: choose::places(w.tree, t.inbox_unknown(), chosen_place),
        offices: choose::offices(
            t,
            w.directory,
            t.inbox_choose_office(),
            typed.was("refer", "office", ""),
            &[],
        ),
        v,
    })
}

/// The list moved on once the voice below `at` would leave the screen; some rows stay above it.
fn slid(asked: &Asked, voices: &[Voice], at: usize) -> Asked {
    let first = at.checked_sub(KEPT_ROWS).filter(|_| at >= FIXED_ROWS);
    match first.and_then(|i| voices.get(i)) {
        Some(voice) => asked.after(Some(voice.number)),
        None => asked.clone(),
    }
}

/// The office of a key.
fn office(directory: &Directory, key: &str) -> Option<kapok_store::ids::PartyId> {
    directory.by_key(key).map(|p| p.id)
}

/// The place of a key.
fn place(tree: &Tree, key: &str) -> Option<kapok_store::ids::PlaceId> {
    tree.by_key(key).map(|p| p.id)
}
