//! The rules that ship: those of cities and tools as they are, and a default of ours with its reasons.

use crate::rule::{
    Among, Comparison, Completion, Method, OverBudget, Rule, StartShare, Stop, Thresholds, TieBreak, Utility,
};

/// Names of all presets, the default first.
pub const PRESETS: [&str; 14] = [
    "kapok",
    "wieliczka-2023",
    "wieliczka-2023-comparison",
    "swiecie-2023",
    "pabutools-1.2.3",
    "equalshares-tool",
    "warszawa",
    "poznan-80",
    "consul",
    "greedy",
    "greedy-no-skip",
    "phragmen",
    "maximin-support",
    "bounded-overspending",
];

/// The preset with this name.
pub fn preset(name: &str) -> Option<Rule> {
    let rule = match name {
        "kapok" => kapok(),
        "wieliczka-2023" => wieliczka(),
        "wieliczka-2023-comparison" => Rule {
            comparison: Comparison::Satisfaction,
            description: "As wieliczka-2023, with the comparison step of Wieliczka's regulation: greedy's outcome \
                          replaces it where more voters prefer that. In Wieliczka 1,615 voters preferred this \
                          outcome and 873 greedy's, so the step changed nothing."
                .into(),
            ..wieliczka()
        },
        "swiecie-2023" => Rule {
            thresholds: Thresholds { cost_share_divisor: Some(3), ..Thresholds::default() },
            description: "As wieliczka-2023, after a filter: a project takes part if votes / ballots is at least \
                          cost / (3 x budget)."
                .into(),
            ..wieliczka()
        },
        "pabutools-1.2.3" => Rule {
            completion: Completion::Add1,
            stop: Stop::Exhaustive,
            ties: vec![TieBreak::IdAsText],
            description: "method_of_equal_shares(voter_budget_increment=1) of pabutools 1.2.3: starts at budget / \
                          ballots, ends when the outcome is exhaustive or the next would cost too much, ties by id \
                          as text. Cost utilities for marks, points for points, Borda for rankings."
                .into(),
            ..Rule::default()
        },
        "equalshares-tool" => Rule {
            completion: Completion::Add1u,
            stop: Stop::Exhaustive,
            exhaustive_among: Among::All,
            start_share: StartShare::Floor,
            skip_if_all_fit: true,
            description: "The defaults of the web tool at equalshares.net: whole shares, add1 until exhaustive or \
                          infeasible, then by votes on what still fits. The tool itself stops at a tie; here the \
                          recommended order decides: lower cost, more votes, then id."
                .into(),
            ..Rule::default()
        },
        "warszawa" => Rule {
            method: Method::Greedy,
            thresholds: Thresholds { from_file: true, ..Thresholds::default() },
            ties: vec![TieBreak::MoreVotes, TieBreak::LowerCost, TieBreak::IdAsText],
            description: "By votes, skipping what no longer fits; projects below the threshold in the file do not \
                          take part (50 votes in a district, 100 city-wide, where the file says so)."
                .into(),
            ..Rule::default()
        },
        "poznan-80" => Rule {
            method: Method::Greedy,
            skip: false,
            last_project_percent: Some(80),
            thresholds: Thresholds { from_file: true, ..Thresholds::default() },
            description: "By votes until a project does not fit; that one is still funded, from a reserve, if the \
                          money left covers 80 % of its cost."
                .into(),
            ..Rule::default()
        },
        "consul" => Rule {
            method: Method::Greedy,
            ties: vec![TieBreak::HigherId],
            description: "As CONSUL counts a heading: by votes, ties to the higher (newer) id, skipping what does not \
                          fit and what is incompatible with a funded project."
                .into(),
            ..Rule::default()
        },
        "greedy" => Rule {
            method: Method::Greedy,
            description: "By votes, skipping what no longer fits.".into(),
            ..Rule::default()
        },
        "greedy-no-skip" => Rule {
            method: Method::Greedy,
            skip: false,
            thresholds: Thresholds { from_file: true, ..Thresholds::default() },
            description: "By votes until the first project that does not fit (Wrocław, Gdynia).".into(),
            ..Rule::default()
        },
        "phragmen" => Rule {
            method: Method::Phragmen,
            skip: false,
            description: "Sequential Phragmén; ends at the first project that does not fit.".into(),
            ..Rule::default()
        },
        "maximin-support" => Rule {
            method: Method::MaximinSupport,
            description: "Maximin support, skipping what no longer fits.".into(),
            ..Rule::default()
        },
        "bounded-overspending" => Rule {
            method: Method::BoundedOverspending,
            description: "Equal shares with bounded overspending.".into(),
            ..Rule::default()
        },
        _ => return None,
    };
    Some(Rule {
        name: name.into(),
        ..rule
    })
}

fn wieliczka() -> Rule {
    Rule {
        completion: Completion::Add1,
        start_share: StartShare::Floor,
        skip_if_all_fit: true,
        description: "The count of the first Equal Shares election (Wieliczka, April 2023; 30 winners for 995,079): \
                      whole shares from budget / ballots rounded down, raised by 1 until the outcome would cost too \
                      much; not ended when exhaustive; cost utilities; ties by lower cost, then more votes."
            .into(),
        ..Rule::default()
    }
}

/// Our default. Cost utilities, since residents think in money and large projects must stay possible; exact start,
/// since no voter should lose a fraction; raised until infeasible, not until exhaustive, since stopping early spends
/// less (1.48 M instead of 1.93 M in Gdynia's Green Budget 2023); the rest by votes, since unspent money helps nobody;
/// projects dearer than the budget off beforehand, since they could only end the raising early.
fn kapok() -> Rule {
    Rule {
        completion: Completion::Add1u,
        over_budget: OverBudget::Exclude,
        skip_if_all_fit: true,
        utility: Utility::Auto,
        description: "Equal shares with cost utilities; exact shares from budget / ballots, raised by 1 until the \
                      outcome would cost too much; the rest by votes on what still fits; ties by lower cost, then \
                      more votes, then the drawn order (without a draw: id as text, named as unresolved)."
            .into(),
        ..Rule::default()
    }
}
