//! Writing: what is written can be read again and says the same.

use kapok_budget::VoteType;
use kapok_budget::pb;
use kapok_budget::simulate::{Model, simulate};

#[test]
fn a_written_file_reads_as_the_same_election_for_every_kind_of_ballot() {
    for (kind, seed) in [
        (VoteType::Approval, 1),
        (VoteType::ChooseOne, 2),
        (VoteType::Ordinal, 3),
        (VoteType::Cumulative, 4),
        (VoteType::Scoring, 5),
    ] {
        let model = Model {
            voters: 200,
            projects: 12,
            most_marks: 4,
            budget: 5000,
            vote_type: kind,
            seed,
        };
        let election = simulate(&model);
        let mut first = Vec::new();
        pb::write(&election, &mut first).unwrap();
        let reading = pb::read(first.as_slice()).unwrap();
        assert_eq!(
            (reading.invalid, reading.incomplete.is_none()),
            (0, true),
            "{kind:?}"
        );
        assert_eq!(reading.election.ballots, election.ballots);
        let mut second = Vec::new();
        pb::write(&reading.election, &mut second).unwrap();
        assert_eq!(first, second, "{kind:?}");
    }
}

#[test]
fn the_old_column_target_is_written_as_beneficiaries_and_lists_lose_their_blanks() {
    let text = "META\nkey;value\nbudget;100.00\nvote_type;approval\ncategories;a, b\nPROJECTS\nproject_id;cost;target;name;votes\n\
                1;40.0;youth, seniors;\"Wall; \"\"red\"\"\";7\nVOTES\nvoter_id;vote\nx;1\n";
    let mut out = Vec::new();
    pb::write(&crate::election(text), &mut out).unwrap();
    assert_eq!(
        String::from_utf8(out).unwrap(),
        "META\nkey;value\nbudget;100\nvote_type;approval\ncategories;a,b\nPROJECTS\n\
         project_id;cost;votes;name;beneficiaries\n1;40;1;\"Wall; \"\"red\"\"\";youth,seniors\nVOTES\nvoter_id;vote\nx;1\n"
    );
}

#[test]
fn the_same_seed_gives_the_same_file() {
    let model = Model {
        voters: 50,
        projects: 8,
        most_marks: 3,
        budget: 900,
        vote_type: VoteType::Approval,
        seed: 7,
    };
    assert_eq!(simulate(&model), simulate(&model));
    assert_ne!(
        simulate(&model).ballots,
        simulate(&Model { seed: 8, ..model }).ballots
    );
}
