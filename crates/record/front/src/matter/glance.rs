//! What a matter is made of at a glance: who asked, by channel and place, and the facts beside it.

use kapok_matters::{Asked, Beside, Matter, PartnerState, State};

use super::parts::Bar;
use super::view::{Found, Speaker};

impl Speaker<'_> {
    pub(super) fn asked(&self, f: &Found) -> String {
        if f.matter.state == State::Merged {
            return self.t.matter_asked_merged().to_owned();
        }
        if f.matter.voice_count == 0 {
            return self.t.matter_asked_none().to_owned();
        }
        let names: Vec<&str> = f
            .beside
            .languages
            .iter()
            .map(|(id, _)| self.t.language(id))
            .collect();
        self.t.matter_asked_lede(
            f.matter.voice_count,
            &self.day(f.matter.first_heard),
            &self.t.list(&names),
        )
    }

    pub(super) fn bars(&self, rows: Vec<(String, i64, String)>) -> Vec<Bar> {
        let most = rows.iter().map(|(_, n, _)| *n).max().unwrap_or(1).max(1);
        rows.into_iter()
            .map(|(label, n, href)| Bar {
                label,
                permille: n * 1000 / most,
                number: self.t.number(n),
                href,
            })
            .collect()
    }

    pub(super) fn places(&self, m: &Matter, beside: &Beside) -> Vec<Bar> {
        let mut rows: Vec<(String, i64, String)> = beside
            .places
            .iter()
            .map(|(id, n)| {
                // The list of a place holds the places within it too: only where there are none do both numbers agree.
                let alone = self.tree.get(*id).filter(|_| self.tree.within(*id).len() == 1);
                let href = alone.map(|place| {
                    let of = [("matter", m.id.to_string()), ("place", place.key.clone())];
                    format!(
                        "/voices{}",
                        kapok_web::url::query(&of.each_ref().map(|(k, v)| (*k, v.as_str())))
                    )
                });
                (self.tree.name(Some(*id)).to_owned(), *n, href.unwrap_or_default())
            })
            .collect();
        let placed: i64 = beside.places.iter().map(|(_, n)| n).sum();
        if placed < m.voice_count {
            rows.push((
                self.t.matter_place_none().to_owned(),
                m.voice_count - placed,
                String::new(),
            ));
        }
        self.bars(rows)
    }

    pub(super) fn facts(&self, f: &Found, lead: &str) -> Vec<(&'static str, String)> {
        let t = self.t;
        let m = &f.matter;
        let today = self.env.today();
        let mut out = Vec::new();
        if m.lead.is_some() {
            out.push((t.matter_lead(), lead.to_owned()));
        }
        let with: Vec<String> = f
            .beside
            .partners
            .iter()
            .filter(|p| p.asked == Asked::Part)
            .map(|p| {
                let name = self.directory.name(p.party);
                match p.state {
                    PartnerState::Accepted => name.to_owned(),
                    PartnerState::Asked => {
                        format!("{name} ({})", t.matter_partner_asked(&self.day(p.asked_at)))
                    }
                    PartnerState::Refused => format!("{name} ({})", t.matter_partner_refused()),
                }
            })
            .collect();
        if !with.is_empty() {
            out.push((t.matter_partners(), t.list(&with)));
        }
        let promises = || f.promises.iter().map(|(c, _)| c);
        let planned: i64 = promises().filter_map(|c| c.money).sum();
        if planned > 0 {
            out.push((
                t.matter_money(),
                self.money(promises().map(|c| c.spent).sum(), Some(planned)),
            ));
        }
        if let Some(due) = promises()
            .filter(|c| c.finished_at.is_none())
            .map(|c| c.due)
            .min()
        {
            out.push((t.matter_due(), t.date(due)));
        }
        let waited = kapok_commitments::days_between(self.env.city.date(m.first_heard), today);
        match m.days_to_answer() {
            Some(days) => out.push((
                t.matter_first_answer(),
                t.matter_first_answer_after(&t.days(days)),
            )),
            // The voices of a merged matter wait elsewhere.
            None if m.state == State::Merged => {}
            None => out.push((
                t.matter_first_answer(),
                t.matter_first_answer_none(&t.days(waited)),
            )),
        }
        if !m.topic.is_empty() {
            out.push((t.matter_topic(), t.topic(&m.topic).to_owned()));
            out.push((t.matter_level(), t.level(&m.level).to_owned()));
            out.push((t.matter_field(), t.field(&m.field).to_owned()));
        }
        if let Some((rank, all)) = f.beside.position {
            out.push((
                t.matter_priority(),
                t.matter_priority_rank(&t.number(rank), &t.number(all)),
            ));
        }
        out
    }
}
