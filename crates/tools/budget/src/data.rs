//! A count as one JSON object.

use kapok_budget::count::Outcome;
use kapok_budget::explain::{BallotStory, Explanation, Fate, GroupSpending, How, ProjectStory};
use kapok_budget::pb::{Finding, Reading};
use kapok_budget::pots::Pot;
use kapok_budget::{Election, Fraction, Rule, Stopped};
use serde_json::{Map, Value, json};

fn text(fraction: &Fraction) -> Value {
    Value::String(fraction.to_string())
}

fn money(amount: u128) -> Value {
    u64::try_from(amount).map_or_else(|_| Value::String(amount.to_string()), Value::from)
}

/// Why raising ended, as a stable word.
pub(crate) fn stopped(stopped: Stopped) -> &'static str {
    match stopped {
        Stopped::NotRaised => "not-raised",
        Stopped::AllFit => "all-fit",
        Stopped::NextInfeasible => "next-infeasible",
        Stopped::Exhaustive => "exhaustive",
        Stopped::NothingLeft => "nothing-left",
    }
}

/// The outcome itself.
pub(crate) fn outcome(election: &Election, rule: &Rule, outcome: &Outcome) -> Map<String, Value> {
    let ids = |projects: &[u32]| election.ids(projects);
    let tie = |logged: kapok_budget::ties::LoggedTie| {
        json!({
            "projects": ids(&logged.tie.projects),
            "chosen": ids(&[logged.tie.chosen])[0],
            "decided_by": logged.tie.by.code(),
            "first_run": logged.runs.0,
            "last_run": logged.runs.1,
            "times": logged.times,
        })
    };
    let compared = &outcome.compared;
    let value = json!({
        "rule": rule.name,
        "rule_version": rule.version,
        "rule_hash": rule.hash(),
        "winners": ids(&outcome.winners),
        "cost": money(outcome.cost),
        "budget": election.budget,
        "unspent": money(u128::from(election.budget).saturating_sub(outcome.cost)),
        "voters": election.ballots.len(),
        "start_share": outcome.start_share.as_ref().map(text),
        "final_share": outcome.final_share.as_ref().map(text),
        "runs": outcome.runs,
        "stopped": outcome.stopped.map(stopped),
        "added_by_votes": ids(&outcome.winners[outcome.chosen_by_method..]),
        "from_reserve": outcome.reserve.map(|project| ids(&[project])[0].clone()),
        "barred": ids(&outcome.barred),
        "ties": outcome.ties.entries().into_iter().map(tie).collect::<Vec<_>>(),
        "ties_met": outcome.ties.times(),
        "comparison": {
            "prefer_this": compared.prefer_this,
            "prefer_greedy": compared.prefer_greedy,
            "greedy_winners": ids(&compared.greedy),
            "switched_to_greedy": compared.switched,
        },
    });
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}

/// What was set aside and noticed.
pub(crate) fn findings(reading: &Reading) -> Value {
    let one = |finding: &Finding| {
        json!({
            "line": finding.line,
            "subject": finding.subject,
            "code": finding.kind.code(),
            "set_aside": finding.kind.sets_aside(),
            "text": finding.to_string(),
        })
    };
    Value::Array(reading.findings.iter().map(one).collect())
}

/// The explanation.
pub(crate) fn explanation(election: &Election, explanation: &Explanation) -> Value {
    json!({
        "projects": explanation.projects.iter().map(|story| project(election, story)).collect::<Vec<_>>(),
        "voters_by_number_of_winners": explanation.voters_by_winners,
        "voters_by_number_of_greedy_winners": explanation.voters_by_greedy_winners,
        "better_than_greedy": explanation.better_than_greedy,
        "worse_than_greedy": explanation.worse_than_greedy,
        "cheapest_not_funded": explanation.cheapest_left.map(|p| election.projects[p as usize].id.clone()),
        "districts": explanation.districts.iter().map(group).collect::<Vec<_>>(),
        "categories": explanation.categories.iter().map(group).collect::<Vec<_>>(),
    })
}

/// What became of a project, as a stable word.
pub(crate) fn fate(fate: &Fate) -> &'static str {
    match fate {
        Fate::Funded { how: How::Method, .. } => "funded",
        Fate::Funded {
            how: How::Completion, ..
        } => "funded-by-votes",
        Fate::Funded {
            how: How::Reserve, ..
        } => "funded-from-reserve",
        Fate::Barred => "below-threshold",
        Fate::AboveBudget => "above-budget",
        Fate::Unsupported => "no-votes",
        Fate::Excluded => "excluded",
        Fate::Lost => "not-funded",
    }
}

fn project(election: &Election, story: &ProjectStory) -> Value {
    let project = &election.projects[story.project as usize];
    let place = match story.fate {
        Fate::Funded { place, .. } => Some(place),
        _ => None,
    };
    json!({
        "id": project.id,
        "name": project.name(),
        "cost": project.cost,
        "votes": story.votes,
        "score": story.score,
        "result": fate(&story.fate),
        "place": place,
        "highest_payment": story.purchase.as_ref().map(|purchase| text(&purchase.price)),
        "paid_in_full_by": story.purchase.as_ref().map(|purchase| purchase.full_payers),
        "paid_in_part_by": story.purchase.as_ref().map(|purchase| purchase.part_payers),
        "nothing_left_of": story.purchase.as_ref().map(|purchase| purchase.empty),
        "effective_votes": story.effective_votes.as_ref().map(text),
        "money_left_of_supporters": story.money_left.as_ref().map(text),
        "more_support_needed": story.more_support,
        "cover_percent": story.cover_percent,
    })
}

/// What was spent in a district, a category or a pot.
pub(crate) fn group(group: &GroupSpending) -> Value {
    json!({
        "name": group.name,
        "projects": group.projects,
        "funded": group.funded,
        "votes": group.votes,
        "spent": money(group.spent),
        "greedy_spent": money(group.greedy_spent),
    })
}

/// One pot.
pub(crate) fn pot(rule: &Rule, pot: &Pot) -> Value {
    let mut map = outcome(&pot.election, rule, &pot.outcome);
    map.insert("pot".into(), Value::String(pot.name.clone()));
    Value::Object(map)
}

/// How a ballot was used.
pub(crate) fn ballot(election: &Election, rule: &Rule, story: &BallotStory) -> Value {
    let id = |project: u32| election.projects[project as usize].id.clone();
    let payment = |(project, amount): &(u32, Fraction)| {
        json!({ "project": id(*project), "name": election.projects[*project as usize].name(), "amount": text(amount),
                "about": (amount.to_f64() * 100.0).round() / 100.0 })
    };
    json!({
        "rule": rule.name,
        "rule_hash": rule.hash(),
        "ballot": story.ballot,
        "share": story.share.as_ref().map(text),
        "payments": story.payments.iter().map(payment).collect::<Vec<_>>(),
        "left": story.left.as_ref().map(text),
        "emptied_by": story.emptied_by.map(id),
        "funded_without_payment": story.free.iter().copied().map(id).collect::<Vec<_>>(),
        "not_funded": story.lost.iter().copied().map(id).collect::<Vec<_>>(),
    })
}
