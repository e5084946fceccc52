//! The room of places, on both databases.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

use std::sync::LazyLock;

use kapok_acts::{ActError, Actor, City, Env, Keys, Role, log};
use kapok_places::{ImportError, Place, PlaceKind, Tree, actions::import};
use kapok_store::Migration;
use kapok_store::ids::{AccountId, PartyId, PlaceId};
use kapok_testkit::{Kit, both};

static MIGRATIONS: LazyLock<Vec<Migration>> = LazyLock::new(|| {
    [
        kapok_store::SCHEMA.migrations,
        kapok_acts::tree::SCHEMA.migrations,
        kapok_places::SCHEMA.migrations,
    ]
    .concat()
});

const CITY: &str = "\
key,parent,kind,name,population,deprivation,wkt
riverton,,city,Riverton,214000,54,\"POLYGON((0 0, 9 0, 9 9, 0 9, 0 0))\"
eastgate,riverton,district,Eastgate,39400,59,
ridge,eastgate,neighbourhood,The Ridge,9800,63,\"POLYGON((0 0, 1 0, 1 1, 0 0))\"
weavers,eastgate,neighbourhood,Weavers,,,
hall,weavers,venue,Weavers Hall,,,POINT(1.5 52)
";

fn env(kit: &Kit) -> Env {
    let city = City::new("Riverton", "http://localhost", jiff::tz::TimeZone::UTC);
    Env::new(
        kit.db.clone(),
        kit.clock(),
        kit.entropy(),
        Keys::new([7; 32]),
        city,
    )
}

fn staff(role: Role) -> Actor {
    Actor::Staff {
        account: AccountId([1; 16]),
        name: "O. Bright".into(),
        office: PartyId([2; 16]),
        office_name: "Digital Office".into(),
        roles: vec![role],
    }
}

fn refused(error: &ImportError) -> (usize, &'static str) {
    match error {
        ImportError::Row(row) => (row.row, row.column),
        ImportError::Act(other) => panic!("{other}"),
    }
}

both! { MIGRATIONS;
    async fn an_import_makes_the_tree_and_one_act(kit) {
        let env = env(&kit);
        assert!(kapok_places::tree(&env).await.unwrap().root().is_none());
        assert_eq!(import(&env, &staff(Role::Administrator), CITY).await.unwrap(), 5);
        let tree = kapok_places::tree(&env).await.unwrap();
        assert_eq!(tree.root().unwrap().name, "Riverton");
        let ridge = tree.by_key("ridge").unwrap();
        assert_eq!((ridge.kind, ridge.population, ridge.deprivation), (PlaceKind::Neighbourhood, Some(9800), Some(63)));
        assert_eq!(ridge.rings, [[(0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]]);
        let acts = log::page(&mut env.db.read().await.unwrap(), vec![], 9).await.unwrap();
        assert_eq!(acts.len(), 1);
        assert_eq!((acts[0].kind.as_str(), acts[0].text("added")), ("place.added", Some("5".into())));
        assert!(acts[0].intact());
    }

    async fn the_same_file_again_changes_nothing_and_a_changed_one_only_what_changed(kit) {
        let env = env(&kit);
        import(&env, &Actor::System, CITY).await.unwrap();
        let id = kapok_places::tree(&env).await.unwrap().by_key("weavers").unwrap().id;
        assert_eq!(import(&env, &Actor::System, CITY).await.unwrap(), 0);
        assert_eq!(log::count(&mut env.db.read().await.unwrap()).await.unwrap(), 1);
        let moved = CITY.replace("weavers,eastgate,neighbourhood,Weavers,,,", "weavers,riverton,neighbourhood,Old Weavers,15900,,");
        assert_eq!(import(&env, &Actor::System, &moved).await.unwrap(), 1);
        let tree = kapok_places::tree(&env).await.unwrap();
        assert_eq!(tree.get(id).unwrap().name, "Old Weavers");
        assert_eq!(tree.path(id).len(), 1);
        assert_eq!(tree.deprivation(id), Some(54));
    }

    async fn a_file_with_a_mistake_is_refused_whole_with_row_and_column(kit) {
        let env = env(&kit);
        for (from, to, place) in [
            ("key,parent,", "key,above,", (1, "parent")),
            ("eastgate,riverton,district", "East Gate,riverton,district", (3, "key")),
            ("ridge,eastgate,", "ridge,westgate,", (4, "parent")),
            ("neighbourhood,The", "corner,The", (4, "kind")),
            ("The Ridge", "", (4, "name")),
            ("9800", "about 9800", (4, "population")),
            ("63", "163", (4, "deprivation")),
            ("POINT(1.5 52)", "POINT(1.5 92)", (6, "wkt")),
            ("hall,weavers", "ridge,weavers", (6, "key")),
        ] {
            let error = import(&env, &Actor::System, &CITY.replacen(from, to, 1)).await.unwrap_err();
            assert_eq!(refused(&error), place, "{error}");
        }
        assert!(kapok_places::tree(&env).await.unwrap().root().is_none());
        import(&env, &Actor::System, CITY).await.unwrap();
        let circle = CITY.replace("eastgate,riverton,", "eastgate,hall,");
        assert_eq!(refused(&import(&env, &Actor::System, &circle).await.unwrap_err()).1, "parent");
    }

    async fn only_those_with_the_right_import(kit) {
        let env = env(&kit);
        for actor in [Actor::Resident, staff(Role::Officer), staff(Role::MayorsOffice), staff(Role::Auditor)] {
            let error = import(&env, &actor, CITY).await.unwrap_err();
            assert!(matches!(error, ImportError::Act(ActError::Forbidden)), "{error}");
        }
        assert_eq!(log::count(&mut env.db.read().await.unwrap()).await.unwrap(), 0);
    }

    async fn a_kept_tree_costs_no_query(kit) {
        let env = env(&kit);
        import(&env, &Actor::System, CITY).await.unwrap();
        kapok_places::tree(&env).await.unwrap();
        let before = env.db.queries();
        kapok_places::tree(&env).await.unwrap();
        assert_eq!(env.db.queries(), before);
        kit.clock.advance_ms(60_000);
        kapok_places::tree(&env).await.unwrap();
        assert_eq!(env.db.queries(), before + 1);
    }

    async fn the_demo_city_comes_in_whole(kit) {
        let env = env(&kit);
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../data/riverton/places.csv");
        let csv = std::fs::read_to_string(file).unwrap();
        let n = import(&env, &Actor::System, &csv).await.unwrap();
        let tree = kapok_places::tree(&env).await.unwrap();
        let root = tree.root().unwrap().id;
        assert_eq!((n, tree.within(root).len(), tree.in_order().len()), (csv.lines().count() - 1, n, n));
        assert!(tree.neighbourhoods().count() >= 15);
        for place in tree.neighbourhoods() {
            assert_eq!(tree.guess(&format!("near the corner in {}", place.name)), Some(place.id));
            assert_eq!(tree.path(place.id).len(), 2, "{}", place.name);
            assert!(place.rings.first().is_some_and(|ring| ring.len() > 5), "{}", place.name);
        }
    }
}

fn place(n: u8, parent: Option<u8>, kind: PlaceKind, name: &str) -> Place {
    Place {
        id: PlaceId([n; 16]),
        key: format!("p{n}"),
        parent: parent.map(|p| PlaceId([p; 16])),
        kind,
        name: name.into(),
        population: None,
        deprivation: None,
        rings: vec![],
    }
}

fn tree() -> Tree {
    Tree::new(vec![
        place(1, None, PlaceKind::City, "Riverton"),
        place(2, Some(1), PlaceKind::District, "Weavers"),
        place(3, Some(2), PlaceKind::Neighbourhood, "The Ridge"),
        place(4, Some(1), PlaceKind::District, "海珠"),
        place(5, Some(4), PlaceKind::Neighbourhood, "Weavers Garden"),
        place(6, Some(3), PlaceKind::Venue, "Árbol Hall"),
    ])
}

#[test]
fn words_name_the_longest_place_that_stands_in_them() {
    let tree = tree();
    for (words, found) in [
        ("on the ridge, by the steps", Some(3)),
        ("The ridgeway", None),
        ("a bathe ridge", None),
        ("WEAVERS, Riverton", Some(2)),
        ("weavers garden", Some(5)),
        ("arbol hall", Some(6)),
        ("somewhere in riverton", Some(1)),
        ("我住在海珠区", Some(4)),
        ("", None),
    ] {
        assert_eq!(tree.guess(words), found.map(|n| PlaceId([n; 16])), "{words}");
    }
}

#[test]
fn the_tree_knows_the_way_up_and_down() {
    let tree = tree();
    let names = |places: Vec<&Place>| places.iter().map(|p| p.name.clone()).collect::<Vec<_>>();
    let id = |n: u8| PlaceId([n; 16]);
    assert_eq!(names(tree.path(id(6))), ["Weavers", "The Ridge", "Árbol Hall"]);
    assert_eq!(names(tree.path(id(1))), ["Riverton"]);
    assert_eq!(tree.within(id(2)), [id(2), id(3), id(6)]);
    assert_eq!(tree.within(id(9)), []);
    assert_eq!(tree.neighbourhood_of(id(6)).unwrap().name, "The Ridge");
    assert_eq!(tree.neighbourhood_of(id(2)), None);
    assert_eq!(
        (tree.name(None), tree.name(id(2)), tree.name(Some(id(9)))),
        ("", "Weavers", "")
    );
    let order: Vec<_> = tree.in_order().iter().map(|(depth, p)| (*depth, p.id)).collect();
    assert_eq!(
        order,
        [
            (0, id(1)),
            (1, id(2)),
            (2, id(3)),
            (3, id(6)),
            (1, id(4)),
            (2, id(5))
        ]
    );
}

#[test]
fn damaged_data_with_a_circle_ends() {
    let circle = Tree::new(vec![
        place(1, Some(2), PlaceKind::District, "a"),
        place(2, Some(1), PlaceKind::District, "b"),
    ]);
    assert!(circle.within(PlaceId([1; 16])).len() <= 3);
    assert_eq!(circle.path(PlaceId([1; 16])).len(), 2);
    assert!(circle.root().is_none());
}
