//! One finished matter as a story: a few moments, each from the record.

use jiff::Timestamp;
use kapok_acts::{ActError, Env};
use kapok_commitments::Commitment;
use kapok_decisions::Decision;
use kapok_i18n::T;
use kapok_matters::{Filter, Matter, Order, State};
use kapok_outcomes::Indicator;
use kapok_store::Conn;
use kapok_voices::{Channel, Voice};

use crate::matter::measured;
use crate::timeline::Moment;

/// What the story is made of.
pub struct Story {
    matter: Matter,
    paper: i64,
    first: Option<Voice>,
    decision: Option<Decision>,
    promises: Vec<Commitment>,
    indicators: Vec<Indicator>,
    done_at: Timestamp,
}

/// The story in the reader's words.
pub struct StoryView {
    pub href: String,
    pub title: String,
    pub lang: String,
    pub state: &'static str,
    pub lede: String,
    pub moments: Vec<Moment>,
}

impl Story {
    /// The finished matter with the most voices that has a result to show; none while nothing is finished.
    ///
    /// # Errors
    /// From the database.
    pub async fn pick(env: &Env, conn: &mut Conn) -> Result<Option<Self>, ActError> {
        let mut found = Vec::new();
        for state in [State::Shared, State::Evaluated, State::Done] {
            let filter = Filter {
                state: Some(state),
                ..Filter::default()
            };
            found.extend(kapok_matters::reads::list(conn, &filter, Order::Voices, None, 1).await?);
        }
        let Some(matter) = found.into_iter().max_by_key(|m| m.voice_count) else {
            return Ok(None);
        };
        let channels = kapok_matters::reads::channels(conn, matter.id).await?;
        let on_paper = [Channel::PaperCard.id(), Channel::Letter.id()];
        let promises: Vec<Commitment> = kapok_commitments::of_matter(conn, matter.id)
            .await?
            .into_iter()
            .map(|(c, _)| c)
            .collect();
        Ok(Some(Self {
            paper: channels
                .iter()
                .filter(|(id, _)| on_paper.contains(&id.as_str()))
                .map(|(_, n)| n)
                .sum(),
            first: kapok_voices::first_of_matter(conn, matter.id).await?,
            decision: kapok_decisions::latest_of(conn, matter.id).await?,
            done_at: promises
                .iter()
                .filter_map(|c| c.finished_at)
                .max()
                .unwrap_or(env.now()),
            indicators: kapok_outcomes::of_matter(conn, matter.id).await?.indicators,
            promises,
            matter,
        }))
    }

    /// The story in the reader's words.
    ///
    /// # Errors
    /// From the database, when the names of places and offices are not in memory.
    pub async fn view(&self, t: T, env: &Env) -> Result<StoryView, ActError> {
        let tree = kapok_places::tree(env).await?;
        let directory = kapok_parties::directory(env).await?;
        let m = &self.matter;
        let days = kapok_commitments::days_between(env.city.date(m.first_heard), env.city.date(self.done_at));
        let moment = |key: &'static str, at: Timestamp| {
            let date = env.city.date(at);
            Moment {
                key,
                iso: date.to_string(),
                date: t.date(date),
                ..Moment::default()
            }
        };
        let mut moments = Vec::new();
        if let Some(first) = &self.first {
            moments.push(Moment {
                what: t.front_first_voice().to_owned(),
                who: t.front_via(t.channel(first.channel.id()), tree.name(first.place)),
                quote: kapok_text::excerpt(&first.text, 220),
                lang: first.lang.clone(),
                ..moment("heard", first.heard)
            });
        }
        moments.push(Moment {
            what: t.front_joined(m.voice_count),
            ..moment("weighed", m.created)
        });
        if let Some(d) = &self.decision {
            moments.push(Moment {
                what: t.front_decision(directory.name(d.party_id)),
                more: kapok_text::excerpt(&d.text, 220),
                ..moment("decided", d.decided_at)
            });
        }
        if let Some(c) = self.promises.first() {
            moments.push(Moment {
                what: t.front_promise(directory.name(c.lead), &c.title),
                more: c.money.map(|money| t.money(money)).unwrap_or_default(),
                ..moment("doing", c.made_at)
            });
        }
        let indicator = self.indicators.iter().find(|i| i.value.is_some());
        let helped = indicator
            .and_then(|i| Some(t.front_indicator(&i.name, &measured(t, i.baseline), &measured(t, i.value?))));
        moments.push(Moment {
            what: t.front_checked().to_owned(),
            more: [
                t.front_check_counts(&t.number(m.done_count), &t.number(m.not_yet_count)),
                helped.unwrap_or_default(),
            ]
            .join(" "),
            ..moment("done", self.done_at)
        });
        Ok(StoryView {
            href: m.path(),
            title: m.title.clone(),
            lang: m.lang.clone(),
            state: m.state.id(),
            lede: t.front_story_lede(m.voice_count, &t.number(self.paper), &t.days(days)),
            moments,
        })
    }
}
