//! A city of any size, for measuring: so many voices in so many matters, over four years, by a seed.
//!
//! Like the demo city it is made by the actions that the pages call, with a clock that is turned, so that its log, counters and
//! search index are those of a real city. The same size, seed, keys and last day give the same database.

mod dice;
mod life;
mod words;

use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use jiff::{Timestamp, ToSpan};
use kapok_acts::{Actor, Env};
use kapok_matters::NewMatter;
use kapok_matters::actions as matters;
use kapok_store::ids::{MatterId, PlaceId, VoiceId};
use kapok_store::{Acts, FixedClock, SeededEntropy, statements};
use kapok_voices::{Channel, NewVoice, VoiceKind};

use self::dice::Dice;
use self::life::Lives;
use self::words::{LANGS, THEMES};
use crate::Made;
use crate::content::Content;
use crate::setup;

/// How much is made.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Voices.
    pub voices: u64,
    /// Matters.
    pub matters: u64,
    /// The seed of all choices, ids and salts.
    pub seed: u64,
}

/// Days from the first voice to the last.
const DAYS: i64 = 4 * 365;
/// Matters that a later voice may join: the newest.
const OPEN_FOR_MORE: usize = 300;
/// Voices of one group; more would not be sorted in one go.
const LARGEST: u64 = 900;
/// Of a hundred groups of voices, how many become a matter; the others wait in the inbox.
const SORTED: u64 = 99;

statements! {
    read LEAVES: Vec<u8> = "SELECT leaf_hash FROM act ORDER BY at_ms, id";
    read ANY: i64 = "SELECT at_ms FROM act ORDER BY at_ms LIMIT 1";
}

/// A matter and what its voices say.
#[derive(Clone)]
struct Told {
    id: MatterId,
    theme: usize,
    street: String,
    place: PlaceId,
}

/// Fills an empty, migrated database. `progress` is told the voices heard so far.
///
/// # Errors
/// When the database is not empty, and what an action refuses.
pub async fn fill(env: &Env, size: Size, mut progress: impl FnMut(u64)) -> Result<Made> {
    ensure!(
        size.voices >= size.matters && size.matters > 0,
        "write more voices than matters, and one matter or more"
    );
    let used = env.db.read().await?.opt(&ANY, &[]).await?;
    ensure!(used.is_none(), "the database is not empty: name a new one");
    let mut crowd = Crowd::new(env, size).await?;
    for step in 0..size.matters {
        crowd.step(step).await.with_context(|| format!("matter {step}"))?;
        if step % 500 == 499 {
            progress(crowd.made.voices as u64);
        }
    }
    let mut made = crowd.made;
    made.acts = kapok_acts::log::count(&mut env.db.read_long().await?).await?;
    env.forget::<kapok_places::Tree>();
    env.forget::<kapok_parties::Directory>();
    Ok(made)
}

/// A digest of all acts in order, to see that two databases hold the same.
///
/// # Errors
/// From the database.
pub async fn digest(env: &Env) -> Result<String> {
    let mut all = [0u8; 32];
    let mut block = Vec::with_capacity(64);
    let mut conn = env.db.read_long().await?;
    conn.each(&LEAVES, &[], |leaf: Vec<u8>| {
        block.clear();
        block.extend(all);
        block.extend(&leaf);
        all = env.keys.tag("digest of all acts", &block);
    })
    .await?;
    Ok(kapok_log::hex(&all))
}

struct Crowd {
    env: Env,
    clock: Arc<FixedClock>,
    dice: Dice,
    size: Size,
    begin: Timestamp,
    places: Vec<(PlaceId, String)>,
    system: Actor,
    open: Vec<Told>,
    lives: Lives,
    made: Made,
}

impl Crowd {
    async fn new(env: &Env, size: Size) -> Result<Self> {
        let content = Content::read()?;
        let begin = env.days_ago(DAYS);
        let clock = Arc::new(FixedClock::new(begin - 48.hours()));
        let entropy = Arc::new(SeededEntropy::new(size.seed));
        let own = Env::new(
            env.db.clone(),
            clock.clone(),
            entropy,
            env.keys.clone(),
            (*env.city).clone(),
        );
        let mut made = Made::default();
        let city = setup::city(&own, &content, &mut made).await?;
        let tree = kapok_places::tree(&own).await?;
        let places = tree
            .in_order()
            .into_iter()
            .map(|(_, p)| (p.id, p.name.clone()))
            .collect();
        Ok(Self {
            lives: Lives::new(city, size.matters, DAYS),
            env: own,
            clock,
            dice: Dice::new(size.seed),
            size,
            begin,
            places,
            system: Actor::System,
            open: Vec::new(),
            made,
        })
    }

    /// The moment of a share of the four years, in parts of `matters`.
    fn moment(&self, step: u64, part: u64, of: u64) -> Timestamp {
        let whole = u128::from(self.size.matters) * u128::from(of);
        let at = u128::from(step) * u128::from(of) + u128::from(part);
        let ms = DAYS as u128 * 86_400_000 * at / whole;
        self.begin + i64::try_from(ms).unwrap_or_default().milliseconds()
    }

    /// One group of voices is heard and becomes a matter; some of it joins matters that are there.
    async fn step(&mut self, step: u64) -> Result<()> {
        self.clock.set(self.moment(step, 0, 10));
        self.lives
            .catch_up(&self.env, step, &mut self.dice, &mut self.made)
            .await?;
        let left = self.size.voices - self.made.voices as u64;
        let groups = self.size.matters - step;
        let wanted = self
            .dice
            .size(left / groups)
            .min(left - (groups - 1))
            .min(LARGEST);
        let n = if groups == 1 { left } else { wanted };
        let told = self.telling();
        let heard = self.hear(step, n, &told).await?;
        self.clock.set(self.moment(step, 9, 10));
        if self.dice.percent(SORTED) {
            self.sort_out(step, told, &heard).await?;
        }
        Ok(())
    }

    /// What the next group speaks about.
    fn telling(&mut self) -> (usize, usize, String, PlaceId) {
        let theme = usize::try_from(self.dice.below(THEMES.len() as u64)).unwrap_or_default();
        let lang = words::lang(&mut self.dice);
        let street = words::street(&mut self.dice, lang);
        (theme, lang, street, self.dice.of(&self.places).0)
    }

    async fn hear(
        &mut self,
        step: u64,
        n: u64,
        told: &(usize, usize, String, PlaceId),
    ) -> Result<Vec<VoiceId>> {
        let mut out = Vec::with_capacity(usize::try_from(n).unwrap_or_default());
        let mut at = 0;
        while at < n {
            let until = n.min(at + 200);
            let mut acts: Option<Acts> = None;
            let mut voices = Vec::new();
            for _ in at..until {
                voices.push(self.voice(told));
            }
            let mut tx = self.env.db.change().await?;
            for (i, voice) in (at..until).zip(&voices) {
                self.clock.set(self.moment(step, n + 8 * i, 10 * n));
                let (heard, act) =
                    kapok_voices::actions::hear_in(&mut tx, &self.env, &self.system, voice).await?;
                let act = act.context("a voice was heard twice")?;
                acts = Some(match acts {
                    Some(acts) => acts.and(act),
                    None => act.into(),
                });
                out.push(heard.id);
            }
            tx.commit(acts.context("no voices")?).await?;
            at = until;
        }
        self.made.voices += out.len();
        Ok(out)
    }

    fn voice(&mut self, (theme, lang, street, place): &(usize, usize, String, PlaceId)) -> NewVoice {
        let dice = &mut self.dice;
        // One in ten speaks another language than the others, and does not know the street's name in it.
        let lang = if dice.percent(90) {
            *lang
        } else {
            words::lang(dice)
        };
        let place = if dice.percent(85) {
            *place
        } else {
            dice.of(&self.places).0
        };
        let named = dice
            .percent(60)
            .then(|| self.places.iter().find(|(id, _)| *id == place));
        let channel = match dice.below(100) {
            0..=54 => "web",
            55..=69 => "phone",
            70..=79 => "email",
            80..=87 => "desk",
            88..=93 => "letter",
            _ => "card",
        };
        let channel = Channel::parse(channel).unwrap_or_default();
        let mut key = [0; 16];
        key[..8].copy_from_slice(&dice.below(u64::MAX).to_be_bytes());
        key[8..].copy_from_slice(&dice.below(u64::MAX).to_be_bytes());
        NewVoice {
            text: words::said(dice, &THEMES[*theme], street, lang),
            place_words: named.flatten().map(|(_, name)| name.clone()).unwrap_or_default(),
            place: Some(place).filter(|_| dice.percent(97)),
            contact: dice
                .percent(4)
                .then(|| format!("resident{}@example.org", dice.below(1_000_000_000))),
            channel,
            lang: Some(LANGS[lang].0.to_owned()),
            kind: *dice.of(&[
                VoiceKind::Report,
                VoiceKind::Report,
                VoiceKind::Question,
                VoiceKind::Idea,
                VoiceKind::Unstated,
            ]),
            form_key: channel.is_self_service().then_some(key),
            ..NewVoice::default()
        }
    }

    /// Two thirds become a new matter; the rest joins up to two of the newest, as stragglers do.
    async fn sort_out(
        &mut self,
        step: u64,
        told: (usize, usize, String, PlaceId),
        heard: &[VoiceId],
    ) -> Result<()> {
        let (theme, lang, street, place) = told;
        let (own, rest) = heard.split_at((heard.len() * 2).div_ceil(3));
        let (title, summary) = words::titled(&THEMES[theme], &street, lang);
        let new = NewMatter {
            title,
            summary,
            lang: LANGS[lang].0.to_owned(),
            place: Some(place),
            topic: THEMES[theme].topic.to_owned(),
        };
        let officer = self.lives.officer(theme).clone();
        let begun = matters::begin(&self.env, &officer, new, own, "").await?;
        self.made.matters += 1;
        self.made.joined += own.len();
        let told = Told {
            id: begun.matter.id,
            theme,
            street,
            place,
        };
        for some in [&rest[..rest.len() / 3], &rest[rest.len() / 3..]] {
            if some.is_empty() {
                continue;
            }
            let into = if self.open.is_empty() {
                told.id
            } else {
                self.dice.of(&self.open).id
            };
            matters::join(&self.env, &self.system, into, some, "").await?;
            self.made.joined += some.len();
        }
        self.lives.begin(step, told.clone(), &mut self.dice);
        self.open.push(told);
        if self.open.len() > OPEN_FOR_MORE {
            self.open.remove(0);
        }
        Ok(())
    }
}
