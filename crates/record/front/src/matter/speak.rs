//! Single parts of the matter page in the reader's words: a decision, a promise, a voice, an indicator.

use kapok_commitments::Commitment;
use kapok_decisions::{Decision, Verdict};
use kapok_i18n::T;
use kapok_outcomes::Indicator;
use kapok_store::ids::PartyId;

use super::next::late;
use super::parts::{DecisionView, IndicatorView, PromiseView, VoiceView};
use super::view::Speaker;

impl Speaker<'_> {
    pub(super) fn decision(&self, d: &Decision) -> DecisionView {
        let t = self.t;
        let date = self.env.city.date(d.decided_at);
        let who = [d.author.as_str(), self.name(d.party_id)];
        DecisionView {
            iso: date.to_string(),
            date: t.date(date),
            who: who
                .into_iter()
                .filter(|s| !s.is_empty())
                .collect::<Vec<_>>()
                .join(", "),
            result: match d.result {
                Verdict::Accepted => t.matter_decision_accepted(),
                Verdict::Partly => t.matter_decision_partly(),
                Verdict::Declined => t.matter_decision_declined(),
            },
            text: d.text.clone(),
            reasons: d.reasons.clone(),
            basis: d.basis.clone(),
            appeal_until: if d.can_be_appealed(self.env.today()) {
                t.matter_appeal_until(&t.date(d.appeal_until))
            } else {
                String::new()
            },
        }
    }

    pub(super) fn promise(&self, c: &Commitment, with: &[PartyId]) -> PromiseView {
        let t = self.t;
        let mut who = vec![self.directory.name(c.lead).to_owned()];
        who.extend(with.iter().map(|id| self.directory.name(*id).to_owned()));
        let today = self.env.today();
        PromiseView {
            number: c.number,
            title: c.title.clone(),
            who: t.list(&who),
            due: t.matter_commitment_due(&t.date(c.due)),
            first_due: if c.first_due == c.due {
                String::new()
            } else {
                t.matter_commitment_moved(&t.date(c.first_due))
            },
            late: if c.is_overdue(today) {
                late(t, c.due, today)
            } else {
                String::new()
            },
            percent: c.percent,
            progress: format!(
                "{} {}",
                t.percent(to_float(c.percent), 0),
                if c.finished_at.is_some() {
                    t.step("done")
                } else {
                    t.step("doing")
                }
            ),
            key: if c.finished_at.is_some() { "done" } else { "doing" },
            money: self.money(c.spent, c.money),
            evidence: c.evidence.clone(),
        }
    }

    pub(super) fn money(&self, spent: i64, planned: Option<i64>) -> String {
        let t = self.t;
        match planned {
            Some(planned) => t.matter_money_of(&t.number(spent), &t.money(planned)),
            None if spent > 0 => t.money(spent),
            None => String::new(),
        }
    }

    pub(super) fn voice(&self, v: &kapok_voices::Voice) -> VoiceView {
        let t = self.t;
        let source = t.beside([self.whence(v), self.day(v.heard)]);
        let instead = match v.state {
            kapok_voices::VoiceState::Hidden => t.matter_voice_hidden(&v.state_reason),
            kapok_voices::VoiceState::Withdrawn => t.matter_voice_withdrawn().to_owned(),
            _ => String::new(),
        };
        VoiceView {
            text: v.text.clone(),
            lang: v.lang.clone(),
            source,
            instead,
        }
    }

    /// Channel and place.
    pub(super) fn whence(&self, v: &kapok_voices::Voice) -> String {
        let place = if v.place.is_some() {
            self.tree.name(v.place)
        } else {
            v.place_words.as_str()
        };
        self.t.beside([self.t.channel(v.channel.id()), place])
    }

    pub(super) fn indicator(&self, i: &Indicator) -> IndicatorView {
        let t = self.t;
        let number = |v: f64| format!("{} {}", measured(t, v), i.unit);
        let (value, source) = match i.value {
            Some(value) => (
                t.matter_indicator_value(&measured(t, i.baseline), &number(value)),
                if i.baseline_source == i.value_source {
                    i.value_source.clone()
                } else {
                    format!("{} {}", i.baseline_source, i.value_source)
                },
            ),
            None => (
                t.matter_indicator_waiting(&number(i.baseline)),
                i.baseline_source.clone(),
            ),
        };
        IndicatorView {
            name: i.name.clone(),
            value,
            source: t.matter_indicator_source(source.trim()),
        }
    }
}

/// A measurement without needless decimals.
#[must_use]
pub fn measured(t: T, value: f64) -> String {
    let digits = (0..3)
        .find(|d| (value * 10f64.powi(*d) - (value * 10f64.powi(*d)).round()).abs() < 1e-9)
        .unwrap_or(3);
    t.decimal(value, usize::try_from(digits).unwrap_or_default())
}

fn to_float(n: i64) -> f64 {
    f64::from(i32::try_from(n).unwrap_or(i32::MAX))
}
