//! What the address of the inbox says: which voices, where in the list, what is selected, what was done last.
//!
//! All of it stands in the address, so that the page needs no script and no memory of its own, and so that going back in
//! the browser goes back in the inbox.

use kapok_places::Tree;
use kapok_store::ids::{ActId, PartyId, VoiceId};
use kapok_voices::{Channel, InboxFilter};
use kapok_web::{Visit, url};

/// Most voices selected at once; the address stays short.
pub(super) const MOST_CHOSEN: usize = 40;

/// What was done last on this page, and so what "undo" takes back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Did {
    /// Nothing on this page yet: the last joining of the same account can be undone.
    #[default]
    Nothing,
    /// A joining or beginning, with the number of the voice.
    Sorted(ActId, i64),
    /// A referral of the voice of this number.
    Referred(i64),
    /// The voice of this number was hidden.
    Hidden(i64),
    /// An answer, which stands.
    Answered,
}

impl Did {
    pub(super) fn parse(text: &str) -> Self {
        let (what, rest) = text.split_once('-').unwrap_or((text, ""));
        let number = || rest.rsplit('-').next().and_then(|n| n.parse().ok());
        match (what, number()) {
            ("sorted", Some(n)) => rest
                .split('-')
                .next()
                .and_then(ActId::parse)
                .map_or(Did::Nothing, |act| Did::Sorted(act, n)),
            ("referred", Some(n)) => Did::Referred(n),
            ("hidden", Some(n)) => Did::Hidden(n),
            ("answered", _) => Did::Answered,
            _ => Did::Nothing,
        }
    }

    /// As it stands in the address; empty for nothing.
    pub(super) fn text(self) -> String {
        match self {
            Did::Nothing => String::new(),
            Did::Sorted(act, n) => format!("sorted-{act}-{n}"),
            Did::Referred(n) => format!("referred-{n}"),
            Did::Hidden(n) => format!("hidden-{n}"),
            Did::Answered => "answered".to_owned(),
        }
    }
}

/// The address, read.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked {
    pub channel: Option<Channel>,
    pub lang: String,
    /// Key of a place.
    pub place: String,
    /// Those referred to one's own office, in place of the new ones.
    pub mine: bool,
    /// The list begins after the voice of this number.
    pub from: Option<i64>,
    /// The voice that is shown large.
    pub at: Option<i64>,
    /// Selected voices, joined together with the one shown.
    pub chosen: Vec<VoiceId>,
    /// Words to look matters up by.
    pub search: String,
    pub did: Did,
}

impl Asked {
    pub(super) fn read(visit: &Visit) -> Self {
        let number = |name: &str| visit.ask(name).parse().ok();
        let lang = visit.ask("lang-said");
        let mut chosen: Vec<VoiceId> = Vec::new();
        for id in visit.ask_all("x").filter_map(VoiceId::parse).take(MOST_CHOSEN) {
            if !chosen.contains(&id) {
                chosen.push(id);
            }
        }
        Self {
            channel: Channel::parse(visit.ask("channel")),
            lang: lang.chars().take(8).collect(),
            place: visit.ask("place").chars().take(80).collect(),
            mine: visit.ask("box") == "office" && visit.actor.office().is_some(),
            from: number("from"),
            at: number("at"),
            chosen,
            search: visit.ask("q").chars().take(200).collect(),
            did: Did::parse(visit.ask("did")),
        }
    }

    /// The same as a filter of the inbox.
    pub(super) fn filter(&self, tree: &Tree, office: Option<PartyId>) -> InboxFilter {
        InboxFilter {
            channel: self.channel,
            lang: Some(self.lang.clone()).filter(|l| !l.is_empty()),
            places: tree.by_key(&self.place).map(|p| tree.within(p.id)),
            office: office.filter(|_| self.mine),
        }
    }

    /// Whether the list is narrowed.
    pub(super) fn narrowed(&self) -> bool {
        self.channel.is_some() || !self.lang.is_empty() || !self.place.is_empty()
    }

    /// Names and values of the address, for links and for hidden fields of forms that lead back here.
    pub(super) fn pairs(&self) -> Vec<(&'static str, String)> {
        let number = |n: Option<i64>| n.map(|n| n.to_string()).unwrap_or_default();
        let mut pairs = vec![
            (
                "box",
                if self.mine {
                    "office".to_owned()
                } else {
                    String::new()
                },
            ),
            ("channel", self.channel.map_or("", Channel::id).to_owned()),
            ("lang-said", self.lang.clone()),
            ("place", self.place.clone()),
            ("from", number(self.from)),
            ("at", number(self.at)),
            ("q", self.search.clone()),
            ("did", self.did.text()),
        ];
        pairs.extend(self.chosen.iter().map(|id| ("x", id.to_string())));
        pairs.retain(|(_, value)| !value.is_empty());
        pairs
    }

    /// The address.
    pub(super) fn address(&self) -> String {
        let pairs = self.pairs();
        let pairs: Vec<(&str, &str)> = pairs.iter().map(|(n, v)| (*n, v.as_str())).collect();
        format!("/inbox{}", url::query(&pairs))
    }

    /// The same list with another voice shown.
    pub(super) fn at(&self, number: i64) -> Self {
        Self {
            at: Some(number),
            search: String::new(),
            ..self.clone()
        }
    }

    /// The list that begins after a voice.
    pub(super) fn after(&self, number: Option<i64>) -> Self {
        Self {
            from: number,
            at: None,
            search: String::new(),
            ..self.clone()
        }
    }

    /// The shown voice selected, or no longer.
    pub(super) fn toggled(&self, voice: VoiceId) -> Self {
        let mut chosen = self.chosen.clone();
        match chosen.iter().position(|id| *id == voice) {
            Some(at) => {
                chosen.remove(at);
            }
            None => chosen.push(voice),
        }
        Self {
            chosen,
            ..self.clone()
        }
    }
}
