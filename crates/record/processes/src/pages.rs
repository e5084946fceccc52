//! `/about/ladder` and `/about/channels`.

use askama::Template;
use axum::Router;
use axum::response::IntoResponse;
use axum::routing::get;
use kapok_i18n::T;
use kapok_web::{App, Chrome, Outcome, Page, Visit};

use crate::model::{ChannelKind, Lasting, Rung};
use crate::{store, words};

/// The routes of this room.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/about/ladder", get(ladder))
        .route("/about/channels", get(channels))
}

/// A rung in the reader's words.
pub(crate) struct RungView {
    position: i64,
    name: String,
    level: String,
    meaning: String,
    promise: String,
}

impl RungView {
    fn new(t: T, rung: &Rung) -> Self {
        Self {
            position: rung.position,
            name: t.rung(&rung.id).to_owned(),
            level: words::level_name(t, &rung.level).to_owned(),
            meaning: words::meaning(t, &rung.id).unwrap_or(&rung.meaning).to_owned(),
            promise: words::promise(t, &rung.id).unwrap_or(&rung.promise).to_owned(),
        }
    }
}

#[derive(Template)]
#[template(path = "processes_ladder.html")]
pub(crate) struct LadderPage {
    pub(crate) c: Chrome,
    pub(crate) rungs: Vec<RungView>,
}

async fn ladder(visit: Visit) -> Outcome {
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let mut rungs = store::rungs(&mut conn).await.map_err(|e| visit.problem(e))?;
    rungs.reverse(); // the top of a ladder stands above
    let page = LadderPage {
        rungs: rungs.iter().map(|r| RungView::new(visit.t, r)).collect(),
        c: visit.chrome(""),
    };
    Ok(Page::public(page).into_response())
}

/// A channel in the reader's words; description and answer stay in the language of the record.
pub(crate) struct ChannelView {
    id: String,
    name: String,
    path: String,
    lasting: String,
    began: String,
    dates_source: String,
    carried: String,
    description: String,
    answer: String,
    open_by: String,
    report_ref: String,
    /// Keys of cases and their names, read from the keys: the cases themselves come later in the loop.
    cases: Vec<(String, String)>,
}

impl ChannelView {
    fn new(t: T, channel: &ChannelKind) -> Self {
        let open: Vec<&str> = channel.open_by().iter().map(|id| t.channel(id)).collect();
        Self {
            id: channel.id.clone(),
            name: words::channel_name(t, &channel.id)
                .unwrap_or(&channel.name)
                .to_owned(),
            path: words::path_name(t, &channel.path).to_owned(),
            lasting: match channel.lasting() {
                Lasting::Permanent => t.processes_permanent().to_owned(),
                Lasting::Temporary => t.processes_temporary().to_owned(),
                Lasting::Unknown => String::new(),
            },
            began: channel.began.clone(),
            dates_source: channel.dates_source.clone(),
            carried: channel
                .carried_by()
                .map(|g| words::group_name(t, g).to_owned())
                .unwrap_or_default(),
            description: channel.description.clone(),
            answer: channel.answer.clone(),
            open_by: t.list(&open),
            report_ref: channel.report_ref.clone(),
            cases: channel
                .cases()
                .map(|key| (key.to_owned(), spelled(key)))
                .collect(),
        }
    }
}

/// A key as words: "nanjing-public-committee" is "Nanjing public committee".
fn spelled(key: &str) -> String {
    let words = key.replace('-', " ");
    let mut letters = words.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// One class of channels.
pub(crate) struct Group {
    id: String,
    name: String,
    count: String,
    channels: Vec<ChannelView>,
}

#[derive(Template)]
#[template(path = "processes_channels.html")]
pub(crate) struct ChannelsPage {
    pub(crate) c: Chrome,
    pub(crate) total: i64,
    pub(crate) open: i64,
    pub(crate) groups: Vec<Group>,
}

fn length<T>(items: &[T]) -> i64 {
    i64::try_from(items.len()).unwrap_or(i64::MAX)
}

async fn channels(visit: Visit) -> Outcome {
    let t = visit.t;
    let mut conn = visit.app.env.db.read().await.map_err(|e| visit.problem(e))?;
    let all = store::channels(&mut conn).await.map_err(|e| visit.problem(e))?;
    let open: Vec<_> = all.iter().filter(|c| !c.open_by().is_empty()).collect();
    let groups = crate::model::CLASSES
        .iter()
        .map(|class| {
            let channels: Vec<_> = all
                .iter()
                .filter(|c| c.class == *class)
                .map(|c| ChannelView::new(t, c))
                .collect();
            Group {
                id: (*class).to_owned(),
                name: words::class_name(t, class).to_owned(),
                count: t.number(length(&channels)),
                channels,
            }
        })
        .filter(|group| !group.channels.is_empty())
        .collect();
    let page = ChannelsPage {
        total: length(&all),
        open: length(&open),
        groups,
        c: visit.chrome(""),
    };
    Ok(Page::public(page).into_response())
}
