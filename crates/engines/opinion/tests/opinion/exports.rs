//! Polis' production, reproduced.

use kapok_opinion::import::{self, Options};
use kapok_opinion::map;
use kapok_opinion::polis::check::check;
use kapok_opinion::polis::export::Math;
use kapok_opinion::polis::given::Given;

use crate::shared::{Disk, real};

fn exports() -> Vec<(kapok_opinion::conversation::Conversation, Math)> {
    let read = |folder| {
        let disk = Disk(folder);
        let math = import::read_math(&disk).expect("readable").expect("there");
        (
            import::read_folder(&disk, Options::default()).expect("readable"),
            math,
        )
    };
    real("polis-exports").into_iter().map(read).collect()
}

#[test]
fn every_quantity_of_every_export_is_within_its_tolerance() {
    for (conversation, math) in exports() {
        let report = check(&conversation.votes, &math);
        for row in &report.quantities {
            assert!(row.passed && row.compared > 0, "{row:?}");
        }
        assert!(report.passed);
    }
}

#[test]
fn votes_with_the_signs_of_the_database_give_the_same_and_a_note() {
    for (conversation, math) in exports() {
        let report = check(&conversation.votes.inverted(), &math);
        assert!(report.passed);
        assert!(report.notes[0].contains("turned round"), "{:?}", report.notes);
    }
}

#[test]
fn a_vote_that_is_missing_or_changed_is_found() {
    for (conversation, math) in exports() {
        let mut values = conversation.votes.values().to_vec();
        let at = values.iter().position(|value| *value == 1).unwrap();
        values[at] = -1;
        let report = check(&conversation.votes.with_values(values), &math);
        assert!(!report.passed);
        let rows: Vec<usize> = (1..conversation.votes.participants().len()).collect();
        let report = check(&conversation.votes.take_rows(&rows), &math);
        assert!(!report.passed);
        assert!(
            report
                .notes
                .iter()
                .any(|note| note.contains("are not in the file")),
            "{:?}",
            report.notes
        );
    }
}

#[test]
fn an_export_in_which_all_priorities_are_49_is_recognised() {
    for (conversation, mut math) in exports() {
        math.comment_priorities
            .values_mut()
            .for_each(|value| *value = 49.0);
        let report = check(&conversation.votes, &math);
        let row = report.quantities.last().unwrap();
        assert!(
            row.passed && row.remark.as_deref().unwrap().contains("known slip"),
            "{row:?}"
        );
    }
}

#[test]
fn the_map_in_compatible_mode_carries_the_figures_of_the_export() {
    for (conversation, math) in exports() {
        let given = Given::from_math(&conversation.votes, &math);
        let map = map::compatible(&conversation, Some(&given));
        for (at, id) in math.tids.iter().enumerate() {
            let statement = map
                .statements
                .iter()
                .find(|statement| statement.id == *id)
                .unwrap();
            let key = id.to_string();
            assert!((statement.mean.unwrap() + math.pca.center[at]).abs() < 1e-9);
            assert!((statement.extremity.unwrap() - math.pca.comment_extremity[at]).abs() < 1e-9);
            assert!((statement.place.unwrap()[0] - math.pca.comment_projection[0][at]).abs() < 1e-9);
            assert!((statement.priority.unwrap() - math.comment_priorities[&key]).abs() < 1e-9);
            let consensus = statement.bridging.unwrap().group_informed_consensus;
            assert!((consensus - math.group_aware_consensus[&key]).abs() < 1e-12);
        }
        for (members, x) in math.base_clusters.members.iter().zip(&math.base_clusters.x) {
            let one = |id: &u32| map.participants.iter().find(|person| person.id == *id).unwrap().x;
            assert!((members.iter().map(one).sum::<f64>() / members.len() as f64 - x).abs() < 1e-9);
        }
    }
}
