//! Reading matters.

use kapok_acts::{ActError, Fields, log};
use kapok_places::api::{place_key, place_of};
use kapok_voices::Channel;
use kapok_web::api::{ActOut, Answer, Ask, At, Call, Cursor, Id, List, Moment, Number, Pages, Paging, Text};
use kapok_web::{App, Limit};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{MatterOut, Speaker, matter_of};
use crate::filter::{Filter, Order};
use crate::model::TOPICS;
use crate::reads;
use crate::replies::{AppealState, Asked, PartnerState};
use crate::state::{State, Step};

/// Acts of one matter that are shown.
const MOST_ACTS: i64 = 400;
/// Matters that are offered as looking like a text.
const OFFERED: usize = 5;

pub(super) fn api() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(like))
        .routes(routes!(by_place))
        .routes(routes!(one))
        .routes(routes!(acts))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct ListAsk {
    /// One topic.
    topic: Option<Topic>,
    /// Key of a place: it and everything in it.
    place: Option<Text<80>>,
    /// One state.
    state: Option<State>,
    /// One counted step.
    #[param(inline)]
    step: Option<Step>,
    /// Has a voice from this channel.
    channel: Option<Channel>,
    /// Has a voice in this language (BCP 47).
    spoken: Option<Text<35>>,
    /// Key of the office in the lead.
    lead: Option<Text<80>>,
    /// Words of title, summary or voices.
    text: Option<Text<200>>,
    /// Order of the list.
    #[param(inline)]
    order: Option<Order>,
    /// Rows of a page.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<i64>,
    /// Where to go on: `next` of the page before.
    cursor: Option<Cursor>,
}

/// One of the topics.
#[derive(Debug, Clone, Copy)]
pub(super) struct Topic(&'static str);

impl Topic {
    const ALL: [Topic; TOPICS.len()] = {
        let mut all = [Topic(""); TOPICS.len()];
        let mut i = 0;
        while i < all.len() {
            all[i] = Topic(TOPICS[i]);
            i += 1;
        }
        all
    };
    pub(super) fn id(self) -> &'static str {
        self.0
    }
    fn parse(id: &str) -> Option<Self> {
        TOPICS.into_iter().find(|t| *t == id).map(Topic)
    }
}
kapok_web::wire_words!(Topic as "Topic");

/// Matters. With `order=priority` those that wait for a decision come first, the highest priority first.
#[utoipa::path(get, path = "/matters", operation_id = "listMatters", tag = "matters", params(ListAsk),
    responses((status = 200, description = "A page of matters.", body = List<MatterOut>)))]
async fn list(call: Call, Ask(ask): Ask<ListAsk>) -> Pages<MatterOut> {
    let env = call.env();
    let speaker = Speaker::new(env).await?;
    let order = ask.order.unwrap_or_default();
    let name = format!("matters-{}", order.id());
    let paging = Paging::new(&name, ask.limit, ask.cursor.as_ref())?;
    let lead = match ask.lead.as_ref().filter(|k| !k.0.is_empty()) {
        None => None,
        Some(key) => match speaker.directory.by_key(&key.0) {
            Some(office) => Some(office.id),
            None => return Err(Fields::one("lead", "form-unknown").into()),
        },
    };
    let filter = Filter {
        topic: ask.topic.map_or("", Topic::id).to_owned(),
        place: place_of(&speaker.tree, ask.place.as_ref().map(|p| p.0.as_str()))?,
        state: ask.state,
        step: ask.step,
        channel: ask.channel.map_or("", Channel::id).to_owned(),
        lang: ask.spoken.map(|l| l.0).unwrap_or_default(),
        lead,
        text: ask.text.map(|t| t.0).unwrap_or_default(),
    };
    let mut conn = env.db.read().await?;
    let rows = reads::list(&mut conn, &filter, order, paging.number()?, paging.one_more()).await?;
    Ok(paging.page(&name, rows, |m| m.number.to_string(), |m| speaker.matter(m)))
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct LikeAsk {
    /// What somebody is about to say.
    text: Text<2000>,
}

/// Matters that look like a text, best first; none where the city has this switched off.
#[utoipa::path(get, path = "/matters/like", operation_id = "listMattersLike", tag = "matters", params(LikeAsk),
    responses((status = 200, description = "At most five matters.", body = List<MatterOut>)))]
async fn like(call: Call, Ask(ask): Ask<LikeAsk>) -> Pages<MatterOut> {
    call.within(Limit::Say)?;
    let env = call.env();
    let speaker = Speaker::new(env).await?;
    let mut items = Vec::new();
    if env.city.automatic.similar {
        let found = reads::similar(&mut env.db.read().await?, &ask.text.0, OFFERED).await?;
        items.extend(found.into_iter().map(|(m, _)| speaker.matter(m)));
    }
    Ok(List { items, next: None })
}

/// Matters of a place and all within it.
#[derive(Serialize, ToSchema)]
struct PlaceCount {
    /// Key of the place.
    place: String,
    /// All matters.
    #[schema(minimum = 0)]
    matters: i64,
    /// Those that wait for a decision.
    #[schema(minimum = 0)]
    waiting: i64,
}

/// How many matters each place has: the numbers of the map. Places without any are missing.
#[utoipa::path(get, path = "/matters/by-place", operation_id = "countMattersByPlace", tag = "matters",
    responses((status = 200, description = "All places with matters.", body = List<PlaceCount>)))]
async fn by_place(call: Call) -> Pages<PlaceCount> {
    let env = call.env();
    let tree = kapok_places::tree(env).await?;
    let rows = reads::by_place(&mut env.db.read().await?).await?;
    let out = |(place, matters, waiting)| {
        let place = place_key(&tree, place)?;
        Some(PlaceCount {
            place,
            matters,
            waiting,
        })
    };
    Ok(List {
        items: rows.into_iter().filter_map(out).collect(),
        next: None,
    })
}

/// An office's public answer to all voices of a matter.
#[derive(Serialize, ToSchema)]
#[schema(as = MatterAnswer)]
struct AnswerOut {
    /// Key of the office.
    office: Option<String>,
    /// Who wrote it.
    author: String,
    /// The answer.
    text: String,
    /// Its language (BCP 47).
    lang: String,
    /// When.
    at: Moment,
}

/// An office that was asked to take part or to take over.
#[derive(Serialize, ToSchema)]
#[schema(as = Request)]
struct PartnerOut {
    /// Key of the office.
    office: Option<String>,
    /// For what.
    asked: Asked,
    /// What it said.
    state: PartnerState,
    /// When it was asked.
    asked_at: Moment,
    /// When it replied.
    replied_at: Option<Moment>,
    /// What it was asked in words, then why it refused.
    note: String,
}

/// An appeal against a decision or a closing.
#[derive(Serialize, ToSchema)]
#[schema(as = Appeal)]
struct AppealOut {
    /// Its id.
    id: Id,
    /// Why, in the resident's words.
    grounds: String,
    /// State of the matter that it is against.
    against: State,
    /// When.
    at: Moment,
    /// What became of it.
    state: AppealState,
    /// The reasons of the ruling.
    ruling: String,
    /// When it was ruled on.
    ruled_at: Option<Moment>,
}

/// Voices by something.
#[derive(Serialize, ToSchema)]
struct Count {
    /// Channel, language or key of a place.
    of: String,
    /// How many voices.
    #[schema(minimum = 0)]
    n: i64,
}

/// A matter with what belongs to it. Its voices, acts, decisions, promises and results have operations of their own.
#[derive(Serialize, ToSchema)]
struct OneMatter {
    #[serde(flatten)]
    matter: MatterOut,
    /// Answers to all of its voices, oldest first.
    answers: Vec<AnswerOut>,
    /// Offices that were asked to take part or to take over.
    requests: Vec<PartnerOut>,
    /// Appeals, oldest first.
    appeals: Vec<AppealOut>,
    /// Voices by channel, most first.
    by_channel: Vec<Count>,
    /// Voices by language, most first.
    by_language: Vec<Count>,
    /// Voices by place, most first; those without a place are missing.
    by_place: Vec<Count>,
}

/// One matter.
#[utoipa::path(get, path = "/matters/{number}", operation_id = "getMatter", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")),
    responses((status = 200, description = "The matter.", body = OneMatter)))]
async fn one(call: Call, At(number): At<Number>) -> Answer<OneMatter> {
    let env = call.env();
    let speaker = Speaker::new(env).await?;
    let matter = matter_of(env, number).await?;
    let mut conn = env.db.read().await?;
    let answers = reads::answers(&mut conn, matter.id).await?;
    let partners = reads::partners(&mut conn, matter.id).await?;
    let appeals = reads::appeals(&mut conn, matter.id).await?;
    let count = |(of, n)| Count { of, n };
    let place = |(id, n)| {
        Some(Count {
            of: place_key(&speaker.tree, id)?,
            n,
        })
    };
    Ok(axum::Json(OneMatter {
        answers: answers
            .into_iter()
            .map(|a| AnswerOut {
                office: speaker.key(a.party),
                author: a.author,
                text: a.text,
                lang: a.lang,
                at: Moment(a.at),
            })
            .collect(),
        requests: partners
            .into_iter()
            .map(|p| PartnerOut {
                office: speaker.key(Some(p.party)),
                asked: p.asked,
                state: p.state,
                asked_at: Moment(p.asked_at),
                replied_at: p.replied_at.map(Moment),
                note: p.note,
            })
            .collect(),
        appeals: appeals
            .into_iter()
            .map(|a| AppealOut {
                id: Id(a.id.0),
                grounds: a.grounds,
                against: a.against,
                at: Moment(a.at),
                state: a.state,
                ruling: a.ruling,
                ruled_at: a.ruled_at.map(Moment),
            })
            .collect(),
        by_channel: reads::channels(&mut conn, matter.id)
            .await?
            .into_iter()
            .map(count)
            .collect(),
        by_language: reads::languages(&mut conn, matter.id)
            .await?
            .into_iter()
            .map(count)
            .collect(),
        by_place: reads::places(&mut conn, matter.id)
            .await?
            .into_iter()
            .filter_map(place)
            .collect(),
        matter: speaker.matter(matter),
    }))
}

/// The timeline of a matter, oldest first, at most 400 acts.
#[utoipa::path(get, path = "/matters/{number}/acts", operation_id = "listMatterActs", tag = "matters",
    params(("number" = Number, Path, description = "Its public number.")),
    responses((status = 200, description = "Its acts, on one page.", body = List<ActOut>)))]
async fn acts(call: Call, At(number): At<Number>) -> Pages<ActOut> {
    let env = call.env();
    let matter = matter_of(env, number).await?;
    let acts = log::of_matter(&mut env.db.read().await?, matter.id, MOST_ACTS).await?;
    Ok(List {
        items: acts.into_iter().map(ActOut::from).collect(),
        next: None,
    })
}

/// What a filter of the inbox reads from the address, shared with its own file.
pub(super) fn channel_places(
    speaker: &Speaker,
    place: Option<&Text<80>>,
) -> Result<Option<Vec<kapok_store::ids::PlaceId>>, ActError> {
    let place = place_of(&speaker.tree, place.map(|p| p.0.as_str()))?;
    Ok(place.map(|p| speaker.tree.within(p)))
}
