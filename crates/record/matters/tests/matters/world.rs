//! A small city to test in: three places, three offices, and voices on demand.

use std::sync::LazyLock;

use std::sync::atomic::{AtomicU64, Ordering};

use kapok_acts::{Actor, City, Env, Keys, Role};
use kapok_matters::{Changed, Describe, Matter, NewMatter, actions};
use kapok_store::ids::{AccountId, MatterId, PartyId, PlaceId, VoiceId};
use kapok_store::{Conn, Migration};
use kapok_testkit::Kit;
use kapok_voices::{Channel, NewVoice};

pub static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_jobs::SCHEMA.migrations,
        kapok_places::SCHEMA.migrations,
        kapok_parties::SCHEMA.migrations,
        kapok_voices::SCHEMA.migrations,
        kapok_matters::SCHEMA.migrations,
    ]
    .concat()
});

const PLACES: &str = "\
key,parent,kind,name,population,deprivation,wkt
riverton,,city,Riverton,214000,10,
eastgate,riverton,district,Eastgate,39400,30,
mill-bridge,eastgate,neighbourhood,Mill Bridge,15900,80,\"POLYGON((0 0, 1 0, 1 1, 0 1, 0 0))\"
weavers,eastgate,neighbourhood,Weavers,9000,,\"POLYGON((1 0, 2 0, 2 1, 1 1, 1 0))\"
";

const PARTIES: &str = "\
key,kind,name,about,place
mayor,office,Mayor's Office,Leads the city.,riverton
streets,office,Streets Department,Builds and mends streets.,riverton
lighting,office,Lighting Office,Plans and repairs lamps.,riverton
";

pub struct World {
    pub kit: Kit,
    pub env: Env,
    said: AtomicU64,
}

impl World {
    pub async fn new(kit: Kit) -> Self {
        let city = City::new("Riverton", "https://riverton.example", jiff::tz::TimeZone::UTC);
        let env = Env::new(
            kit.db.clone(),
            kit.clock(),
            kit.entropy(),
            Keys::new([7; 32]),
            city,
        );
        kapok_places::actions::import(&env, &Actor::System, PLACES)
            .await
            .unwrap();
        kapok_parties::actions::import_parties(&env, &Actor::System, PARTIES)
            .await
            .unwrap();
        Self {
            kit,
            env,
            said: AtomicU64::new(0),
        }
    }

    pub async fn place(&self, key: &str) -> PlaceId {
        kapok_places::tree(&self.env)
            .await
            .unwrap()
            .by_key(key)
            .unwrap()
            .id
    }

    pub async fn office(&self, key: &str) -> PartyId {
        let all = kapok_parties::directory(&self.env).await.unwrap();
        all.by_key(key).unwrap().id
    }

    /// Somebody of an office; the same key and role give the same account.
    pub async fn staff(&self, office: &str, role: Role) -> Actor {
        let mut account = [role as u8; 16];
        account[..office.len().min(8)].copy_from_slice(&office.as_bytes()[..office.len().min(8)]);
        Actor::Staff {
            account: AccountId(account),
            name: format!("{office} {}", role.id()),
            office: self.office(office).await,
            office_name: office.to_owned(),
            roles: vec![role],
        }
    }

    pub async fn conn(&self) -> Conn {
        self.env.db.read().await.unwrap()
    }

    pub async fn hear_as(&self, text: &str, channel: Channel, place: Option<PlaceId>) -> VoiceId {
        let voice = NewVoice {
            text: text.to_owned(),
            channel,
            place,
            ..NewVoice::default()
        };
        kapok_voices::actions::hear(&self.env, &Actor::System, voice)
            .await
            .unwrap()
            .id
    }

    /// Several different voices in the inbox.
    pub async fn voices(&self, n: usize) -> Vec<VoiceId> {
        let channels = Channel::ALL;
        let mut out = Vec::new();
        for _ in 0..n {
            let at = self.said.fetch_add(1, Ordering::Relaxed);
            let channel = channels[at as usize % channels.len()];
            let text = ["The lamp is broken", "路灯坏了", "La farola está rota"][at as usize % 3];
            out.push(self.hear_as(&format!("{text} {at}"), channel, None).await);
        }
        out
    }

    /// A matter of so many new voices, begun by the platform.
    pub async fn begun(&self, title: &str, n: usize) -> Changed {
        let voices = self.voices(n).await;
        let new = NewMatter {
            title: title.into(),
            ..NewMatter::default()
        };
        actions::begin(&self.env, &Actor::System, new, &voices, "same place")
            .await
            .unwrap()
    }

    /// What sorts a matter, led by an office.
    pub async fn description(&self, matter: &Matter, lead: &str) -> Describe {
        Describe {
            topic: "renewal".into(),
            level: "safety".into(),
            field: "public".into(),
            urgency: 1,
            safety: 2,
            equity: 1,
            lead: Some(self.office(lead).await),
            ..Describe::of(matter)
        }
    }

    /// A matter that is sorted and led by an office.
    pub async fn sorted(&self, title: &str, lead: &str) -> Matter {
        let begun = self.begun(title, 2).await.matter;
        let new = self.description(&begun, lead).await;
        actions::sort(&self.env, &Actor::System, begun.id, new, "it belongs there")
            .await
            .unwrap()
    }

    /// A matter that is open, with two weeks to reply.
    pub async fn open(&self, title: &str, lead: &str) -> Matter {
        let matter = self.sorted(title, lead).await;
        actions::open(&self.env, &Actor::System, matter.id, self.env.in_days(14), "")
            .await
            .unwrap()
    }

    pub async fn matter(&self, id: MatterId) -> Matter {
        kapok_matters::reads::by_id(&mut self.conn().await, id)
            .await
            .unwrap()
            .unwrap()
    }

    /// Turns the clock forward.
    pub fn days_pass(&self, days: i64) {
        self.kit.clock.advance_ms(days * 86_400_000);
    }

    /// Kinds of the acts on a matter's timeline, in order.
    pub async fn timeline(&self, matter: MatterId) -> Vec<String> {
        let acts = kapok_acts::log::of_matter(&mut self.conn().await, matter, 500)
            .await
            .unwrap();
        assert!(acts.iter().all(kapok_acts::log::Entry::intact));
        acts.into_iter().map(|a| a.kind).collect()
    }
}
