//! Districts with money of their own, counted by hand.

use kapok_budget::pots::{Pot, count_pots, explain_together, together};
use kapok_budget::rule::Pots;
use kapok_budget::{Rule, preset};

use crate::election;

#[test]
fn districts_have_pots_of_their_own_on_one_ballot() {
    let text = "META\nkey;value\nbudget;150\nvote_type;approval\nPROJECTS\nproject_id;cost;district\n\
                n1;40;North\nn2;60;North\ns1;50;South\nc1;50;\nVOTES\nvoter_id;vote\n1;n1,c1\n2;n2,n1\n3;s1,c1\n4;s1\n";
    let e = election(text);
    let budgets = [("North", 50), ("South", 50), ("", 50)]
        .map(|(name, money)| (name.to_owned(), money))
        .into();
    let rule = Rule {
        pots: Some(Pots {
            by: "district".into(),
            budgets,
        }),
        ..preset("kapok").unwrap()
    };
    let pots = count_pots(&e, &rule, 1, &|_| {}).unwrap();
    let won: Vec<(String, String)> = pots
        .iter()
        .map(|pot| (pot.name.clone(), pot.election.ids(&pot.outcome.winners).join(" ")))
        .collect();
    let expected = [("", "c1"), ("North", "n1"), ("South", "s1")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(won, expected);
}

#[test]
fn pots_add_up_to_one_outcome_and_none_is_left_out() {
    // Of voters 1 to 5, voter 5 gets nothing. East has money, a project and no ballot.
    let text = "META\nkey;value\nbudget;0\nvote_type;approval\nsubdistricts;North,South,East\nbudget_per_district;50,50,20\n\
                PROJECTS\nproject_id;cost;district\ns1;50;South\ne1;20;East\nn1;40;North\nn2;60;North\nn3;45;North\n\
                VOTES\nvoter_id;vote\n1;n1\n2;n1,n2\n3;s1,n1\n4;s1\n5;n2\n";
    let e = election(text);
    let by_district = Pots {
        by: "district".into(),
        budgets: Default::default(),
    };
    // The exclusion names projects of two pots, the withdrawal one of a third.
    let rule = Rule {
        pots: Some(by_district),
        exclusions: vec![vec!["n1".into(), "s1".into()]],
        withdrawn: vec!["n3".into()],
        ..preset("kapok").unwrap()
    };
    let pots = count_pots(&e, &rule, 1, &|_| {}).unwrap();
    let spent: Vec<_> = pots.iter().map(|pot| pot.spending()).collect();
    let facts: Vec<_> = spent
        .iter()
        .map(|s| (&s.name[..], s.projects, s.funded, s.votes, s.spent))
        .collect();
    assert_eq!(
        facts,
        [
            ("North", 3, 1, 5, 40),
            ("South", 1, 1, 2, 50),
            ("East", 1, 0, 0, 0)
        ]
    );
    let explain = |pot: &Pot| kapok_budget::explain::explain(&pot.election, &pot.rule, &pot.outcome).unwrap();
    let explanations: Vec<_> = pots.iter().map(explain).collect();
    let outcome = together(&e, &pots);
    assert_eq!(
        (e.ids(&outcome.winners).join(" "), outcome.cost),
        ("n1 s1".into(), 90)
    );
    let whole = explain_together(&e, &pots, &outcome, &explanations);
    assert_eq!((whole.voters_by_winners, whole.unspent), (vec![1, 3, 1], 30));
    let ids: Vec<_> = whole
        .projects
        .iter()
        .map(|s| e.projects[s.project as usize].id.clone())
        .collect();
    assert_eq!(ids, ["s1", "e1", "n1", "n2", "n3"]);
    let unknown = Rule {
        withdrawn: vec!["x".into()],
        ..rule
    };
    assert!(count_pots(&e, &unknown, 1, &|_| {}).is_err());
}

#[test]
fn a_pot_whose_money_cannot_be_read_is_refused() {
    for (names, amounts) in [
        ("North,South", "x,50"),
        ("North,South,South", "50,40,50"),
        ("South", "50"),
    ] {
        let text = format!(
            "META\nkey;value\nbudget;90\nvote_type;approval\nsubdistricts;{names}\nbudget_per_district;{amounts}\n\
             PROJECTS\nproject_id;cost;district\nn;40;North\ns;40;South\nVOTES\nvoter_id;vote\n1;n\n2;s\n"
        );
        let rule = Rule::parse("[pots]\nby = \"district\"\n").unwrap();
        let error = count_pots(&election(&text), &rule, 1, &|_| {}).unwrap_err();
        assert!(
            error.to_string().contains("has no money"),
            "{names} {amounts}: {error}"
        );
    }
}
