//! Groups that are given: by an export, or by Polis' cold start where there is none.

use super::check;
use super::export::Math;
use crate::centred::number;
use crate::conversation::Conversation;
use crate::groups::kmeans::square;
use crate::place::Point;
use crate::votes::Votes;

/// Groups of participants that were worked out elsewhere.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// Numbers of the groups, in the order in which lists name them.
    pub ids: Vec<u32>,
    /// Participant and position in `ids`, ascending.
    pub people: Vec<(u32, usize)>,
    /// Statements that Polis set to zero, where the export says.
    pub zeroed: Option<Vec<u32>>,
    /// Meta statements, where the export says.
    pub meta: Vec<u32>,
    /// Statements and components of the export, to point the axes the same way.
    pub axes: Option<(Vec<u32>, Vec<Vec<f64>>)>,
}

impl Given {
    /// From `math-pca2.json`.
    pub fn from_math(votes: &Votes, math: &Math) -> Self {
        let (ids, members) = check::groups(votes, math);
        let people = votes.participants().iter().zip(members);
        Self {
            ids,
            people: people.filter_map(|(id, group)| Some((*id, group?))).collect(),
            zeroed: math.mod_out.clone(),
            meta: math.meta_tids.clone().unwrap_or_default(),
            axes: Some((math.tids.clone(), math.pca.comps.clone())),
        }
    }

    /// From the column `group-id` of `participants-votes.csv`; nothing where no participant has a group.
    pub fn from_people(conversation: &Conversation) -> Option<Self> {
        let mut ids: Vec<u32> = conversation
            .people
            .iter()
            .filter_map(|person| person.group)
            .collect();
        ids.sort_unstable();
        ids.dedup();
        let place = |group: u32| ids.binary_search(&group).ok();
        let person = |person: &crate::conversation::Person| Some((person.id, place(person.group?)?));
        let people: Vec<(u32, usize)> = conversation.people.iter().filter_map(person).collect();
        (!ids.is_empty()).then_some(Self {
            ids,
            people,
            ..Self::default()
        })
    }

    /// The group of every row.
    pub(crate) fn members(&self, votes: &Votes) -> Vec<Option<usize>> {
        let group = |id: &u32| {
            let at = self.people.binary_search_by_key(id, |(person, _)| *person).ok()?;
            Some(self.people[at].1)
        };
        votes.participants().iter().map(group).collect()
    }

    /// The columns set to zero, where it is known.
    pub(crate) fn zeroed(&self, votes: &Votes) -> Option<Vec<bool>> {
        let zeroed = self.zeroed.as_ref()?;
        Some(votes.statements().iter().map(|id| zeroed.contains(id)).collect())
    }
}

/// Polis' first result for a new conversation (`clusters.clj`, `conversation.clj`), rows by ascending id: k-means into 100
/// from the first different points, again into 2 to 5 from the first centres, the number by the mean silhouette. Its later
/// results depend on its history and cannot be worked out from votes.
pub(crate) fn cold_start(votes: &Votes, people: &[Point]) -> Given {
    let rows = in_conversation(votes);
    let points: Vec<Point> = rows.iter().map(|row| people[*row]).collect();
    let ones = vec![1.0; points.len()];
    let (bases, centres) = kmeans(&points, &ones, 100, 100);
    let mut sizes = vec![0.0; centres.len()];
    bases.iter().for_each(|base| sizes[*base] += 1.0);
    let most = 5.min(2 + centres.len() / 12).min(centres.len());
    let mut best: Option<(f64, Vec<usize>)> = None;
    for groups in 2..=most {
        let (labels, _) = kmeans(&centres, &sizes, groups, 20);
        let score = silhouette(&centres, &labels, groups);
        if best.as_ref().is_none_or(|best| score >= best.0) {
            best = Some((score, labels));
        }
    }
    let of_base = best.map_or_else(|| vec![0; centres.len()], |best| best.1);
    let most = of_base.iter().max().map_or(0, |most| most + 1);
    let person = |(row, base): (&usize, &usize)| (votes.participants()[*row], of_base[*base]);
    Given {
        ids: (0..u32::try_from(most).unwrap_or(0)).collect(),
        people: rows.iter().zip(&bases).map(person).collect(),
        ..Given::default()
    }
}

/// At least 7 votes, or all statements; filled up to 15 people with the most active.
fn in_conversation(votes: &Votes) -> Vec<usize> {
    let needed = 7.min(votes.statements().len());
    let mut rows: Vec<usize> = (0..votes.participants().len()).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(votes.row_len(*row)));
    let enough = rows.iter().filter(|row| votes.row_len(**row) >= needed).count();
    rows.truncate(enough.max(15));
    rows.sort_unstable();
    rows
}

fn kmeans(points: &[Point], weights: &[f64], k: usize, rounds: usize) -> (Vec<usize>, Vec<Point>) {
    let mut middles: Vec<Point> = Vec::new();
    for point in points {
        if middles.len() < k && !middles.contains(point) {
            middles.push(*point);
        }
    }
    let mut labels = Vec::new();
    for _ in 0..=rounds {
        labels = points
            .iter()
            .map(|point| crate::groups::kmeans::nearest(*point, &middles))
            .collect();
        let moved = crate::groups::kmeans::centres(points, Some(weights), &labels, middles.len());
        let still = moved
            .iter()
            .zip(&middles)
            .all(|(new, old)| !new[0].is_finite() || square(*new, *old) < 1e-4);
        middles = moved;
        if still {
            break;
        }
    }
    (labels, middles)
}

/// Mean silhouette without weights; alone in a group counts nothing.
fn silhouette(points: &[Point], labels: &[usize], groups: usize) -> f64 {
    let mut sizes = vec![0usize; groups];
    labels.iter().for_each(|label| sizes[*label] += 1);
    let one = |(at, point): (usize, &Point)| {
        let mut distances = vec![0.0; groups];
        points
            .iter()
            .zip(labels)
            .for_each(|(other, label)| distances[*label] += square(*point, *other).sqrt());
        let own = labels[at];
        if sizes[own] < 2 {
            return 0.0;
        }
        let inside = distances[own] / number(sizes[own] - 1);
        let others = (0..groups).filter(|group| *group != own && sizes[*group] > 0);
        let next = others
            .map(|group| distances[group] / number(sizes[group]))
            .fold(f64::INFINITY, f64::min);
        if next.is_finite() && next.max(inside) > 0.0 {
            (next - inside) / next.max(inside)
        } else {
            0.0
        }
    };
    points.iter().enumerate().map(one).sum::<f64>() / number(points.len().max(1))
}
