//! The tables of the page.

use kapok_opinion::groups::stability::Tried;
use kapok_opinion::map::{Bridging, StatementResult};
use kapok_opinion::tally::Tally;

use super::{Cells, GroupRow, LISTED, View, part, wide};
use crate::picture;

impl View<'_> {
    pub(super) fn groups(&self) -> Vec<GroupRow> {
        let t = self.t;
        let all = self.map.totals.grouped.max(1);
        let mut rows: Vec<GroupRow> = self
            .map
            .groups
            .iter()
            .enumerate()
            .map(|(at, group)| GroupRow {
                mark: picture::key(Some(at)),
                label: t.opinion_group(&picture::letter(at)),
                people: t.number(wide(group.size)),
                share: t.percent(part(group.size, all) * 100.0, 0),
                middle: format!(
                    "{} / {}",
                    t.decimal(group.centre[0], 1),
                    t.decimal(group.centre[1], 1)
                ),
            })
            .collect();
        let outside = self.map.totals.participants - self.map.totals.grouped;
        rows.push(GroupRow {
            mark: String::new(),
            label: t.opinion_not_grouped().to_owned(),
            people: t.number(wide(outside)),
            share: String::new(),
            middle: String::new(),
        });
        rows
    }

    pub(super) fn part(&self) -> Vec<(String, String)> {
        let (t, totals) = (self.t, &self.map.totals);
        let mut facts = vec![
            (t.opinion_part_voted(), totals.participants),
            (t.opinion_part_enough(), totals.taking_part),
            (t.opinion_part_needed(), totals.votes_needed),
            (t.opinion_part_refused(), totals.refused),
        ];
        if totals.meta > 0 {
            facts.push((t.opinion_part_meta(), totals.meta));
        }
        let mut facts: Vec<(String, String)> = facts
            .into_iter()
            .map(|(term, number)| (term.to_owned(), t.number(wide(number))))
            .collect();
        let average = part(totals.votes, totals.participants.max(1));
        facts.push((t.opinion_part_average().to_owned(), t.decimal(average, 1)));
        facts
    }

    pub(super) fn sure(&self) -> Vec<String> {
        let (t, stability) = (self.t, &self.map.stability);
        let agreement = stability
            .agreement
            .map(|agreement| t.opinion_sure_agreement(&t.percent(agreement * 100.0, 0)));
        let chance = stability
            .above_chance
            .map(|times| t.opinion_sure_chance(&t.decimal(times, 1)));
        chance.into_iter().chain(agreement).collect()
    }

    pub(super) fn tried(&self) -> Vec<Vec<String>> {
        let t = self.t;
        let row = |tried: &Tried| {
            vec![
                t.number(wide(tried.k)),
                t.percent(tried.agreement * 100.0, 0),
                t.decimal(tried.silhouette, 2),
                t.number(wide(tried.smallest)),
            ]
        };
        self.map.stability.tried.iter().map(row).collect()
    }

    /// The statements that bridge best in any of the three ways, ordered by the factor model, which needs no groups.
    pub(super) fn bridges(&self) -> Vec<Cells> {
        let t = self.t;
        let scored = || {
            self.map
                .statements
                .iter()
                .filter_map(|one| Some((one, one.bridging?)))
        };
        let mut list: Vec<_> = scored()
            .filter(|(_, bridging)| bridging.both_sides.score.is_some())
            .collect();
        list.sort_by(|(_, left), (_, right)| right.factor_intercept.total_cmp(&left.factor_intercept));
        let row = |(statement, bridging): &(&StatementResult, Bridging)| {
            let side = |tally: Tally| format!("{} / {}", tally.agree, tally.seen);
            Cells {
                text: statement.text.clone(),
                cells: vec![
                    t.decimal(bridging.group_informed_consensus, 3),
                    t.decimal(bridging.factor_intercept, 3),
                    bridging
                        .both_sides
                        .score
                        .map_or_else(String::new, |score| t.decimal(score, 3)),
                    side(bridging.both_sides.left),
                    side(bridging.both_sides.right),
                ],
            }
        };
        list.iter().take(LISTED).map(row).collect()
    }

    pub(super) fn all_heads(&self) -> Vec<String> {
        let t = self.t;
        let what = format!(
            "{} / {} / {}",
            t.opinion_agree(),
            t.opinion_disagree(),
            t.opinion_pass()
        );
        let groups = (0..self.map.groups.len()).map(|at| t.opinion_group(&picture::letter(at)));
        std::iter::once(t.opinion_everyone().to_owned())
            .chain(groups)
            .map(|who| format!("{who}: {what}"))
            .collect()
    }

    pub(super) fn all(&self) -> Vec<Cells> {
        let cell = |tally: Tally| format!("{} / {} / {}", tally.agree, tally.disagree, tally.pass);
        let row = |statement: &StatementResult| Cells {
            text: format!("#{} {}", statement.id, statement.text),
            cells: std::iter::once(cell(statement.tally))
                .chain(statement.counts.iter().map(|count| cell(count.tally)))
                .collect(),
        };
        self.map
            .statements
            .iter()
            .filter(|statement| statement.shown)
            .map(row)
            .collect()
    }
}
