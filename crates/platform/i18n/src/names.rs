//! Names of the things that records hold by id: topics, channels, states and their like.
//!
//! Each answers with the id itself when it does not know it: a city may use an id that the catalogues have no
//! word for, and its page should still say something.

use crate::T;

impl T {
    /// The name of a topic, by its id in the report's list ("waste").
    pub fn topic(self, id: &str) -> &str {
        match id {
            "waste" => self.topic_waste(),
            "energy" => self.topic_energy(),
            "resilient" => self.topic_resilient(),
            "smart" => self.topic_smart(),
            "engagement" => self.topic_engagement(),
            "inclusive" => self.topic_inclusive(),
            "capacity" => self.topic_capacity(),
            "services" => self.topic_services(),
            "economy" => self.topic_economy(),
            "renewal" => self.topic_renewal(),
            "youth" => self.topic_youth(),
            "environment" => self.topic_environment(),
            other => other,
        }
    }

    /// The name of the channel a voice came by, by its id ("paper-card").
    pub fn channel(self, id: &str) -> &str {
        match id {
            "web" => self.channel_web(),
            "desk" => self.channel_desk(),
            "phone" => self.channel_phone(),
            "letter" => self.channel_letter(),
            "email" => self.channel_email(),
            "paper-card" => self.channel_paper_card(),
            "meeting" => self.channel_meeting(),
            "station" => self.channel_station(),
            "radio" => self.channel_radio(),
            "open311" => self.channel_open311(),
            "workshop" => self.channel_workshop(),
            "social" => self.channel_social(),
            other => other,
        }
    }

    /// The name of a matter's state, by its id ("voiced").
    pub fn state(self, id: &str) -> &str {
        match id {
            "voiced" => self.state_voiced(),
            "sorted" => self.state_sorted(),
            "open" => self.state_open(),
            "decided" => self.state_decided(),
            "doing" => self.state_doing(),
            "done" => self.state_done(),
            "evaluated" => self.state_evaluated(),
            "shared" => self.state_shared(),
            "answered" => self.state_answered(),
            "merged" => self.state_merged(),
            "referred" => self.state_referred(),
            "withdrawn" => self.state_withdrawn(),
            other => other,
        }
    }

    /// The name of one of the six counted steps, by its id ("heard").
    pub fn step(self, id: &str) -> &str {
        match id {
            "heard" => self.step_heard(),
            "weighed" => self.step_weighed(),
            "decided" => self.step_decided(),
            "doing" => self.step_doing(),
            "done" => self.step_done(),
            "shared" => self.step_shared(),
            other => other,
        }
    }

    /// The name of a level of need, by its id ("basic-service").
    pub fn level(self, id: &str) -> &str {
        match id {
            "safety" => self.level_safety(),
            "basic-service" => self.level_basic_service(),
            "livelihood" => self.level_livelihood(),
            "belonging" => self.level_belonging(),
            "culture" => self.level_culture(),
            other => other,
        }
    }

    /// The name of a field of need, by its id ("shared").
    pub fn field(self, id: &str) -> &str {
        match id {
            "public" => self.field_public(),
            "shared" => self.field_shared(),
            "private" => self.field_private(),
            other => other,
        }
    }

    /// The name of a rung of Arnstein's ladder, by its id ("partnership").
    pub fn rung(self, id: &str) -> &str {
        match id {
            "manipulation" => self.rung_manipulation(),
            "therapy" => self.rung_therapy(),
            "informing" => self.rung_informing(),
            "consultation" => self.rung_consultation(),
            "placation" => self.rung_placation(),
            "partnership" => self.rung_partnership(),
            "delegated" => self.rung_delegated(),
            "control" => self.rung_control(),
            other => other,
        }
    }

    /// The name of a language in this language, by its code ("zh").
    pub fn language(self, id: &str) -> &str {
        match id {
            "en" => self.lang_en(),
            "zh" => self.lang_zh(),
            "es" => self.lang_es(),
            "ar" => self.lang_ar(),
            other => other,
        }
    }
}
