//! The tree against published roots, against the definition written out, and its proofs against tampering.

use kapok_log::hex;
use kapok_log::tiles::{TilePath, WIDTH, bundle, fold};
use kapok_log::tree::{
    Frontier, Hash, Span, TileRoot, consistency, consistent, included, inclusion, join, leaf, node,
};
use proptest::prelude::*;

/// The definition of RFC 6962, section 2.1, word by word.
fn definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Frontier::default().root(),
        [one] => *one,
        more => {
            let mut k = 1;
            while k * 2 < more.len() {
                k *= 2;
            }
            node(&definition(&more[..k]), &definition(&more[k..]))
        }
    }
}

fn leaves(n: u64) -> Vec<Hash> {
    (0..n).map(|i| leaf(&i.to_be_bytes())).collect()
}

fn frontier(leaves: &[Hash]) -> (Frontier, Vec<TileRoot>) {
    let (mut tree, mut roots) = (Frontier::default(), Vec::new());
    for leaf in leaves {
        tree.push(*leaf, |root| roots.push(root));
    }
    (tree, roots)
}

/// The hash of a span, as a server computes it from the hashes of tiles.
fn from_tiles(span: Span, leaves: &[Hash], roots: &[TileRoot]) -> Hash {
    let hash = |level: u8, number: u64| match level {
        0 => leaves[usize::try_from(number).unwrap()],
        _ => {
            roots
                .iter()
                .find(|r| r.level == level && r.number == number)
                .unwrap()
                .hash
        }
    };
    let subtrees = span.subtrees().into_iter().map(|subtree| {
        let source = subtree.source();
        let hashes: Vec<Hash> = (source.from..source.from + source.count)
            .map(|n| hash(source.level, n))
            .collect();
        fold(&hashes).unwrap()
    });
    join(&subtrees.collect::<Vec<_>>()).unwrap()
}

fn path(spans: &[Span], leaves: &[Hash], roots: &[TileRoot]) -> Vec<Hash> {
    spans
        .iter()
        .map(|span| from_tiles(*span, leaves, roots))
        .collect()
}

#[test]
fn the_roots_are_those_of_the_certificate_transparency_test_data() {
    // Inputs and roots: google/certificate-transparency, merkletree test data (eight leaves, roots of sizes 1 to 8).
    let inputs: [&[u8]; 8] = [
        &[],
        &[0],
        &[0x10],
        &[0x20, 0x21],
        &[0x30, 0x31],
        &[0x40, 0x41, 0x42, 0x43],
        &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
        &[
            0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f,
        ],
    ];
    let roots = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let mut tree = Frontier::default();
    assert_eq!(
        hex(&tree.root()),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    );
    for (input, root) in inputs.iter().zip(roots) {
        tree.push(leaf(input), |_| ());
        assert_eq!(hex(&tree.root()), root, "size {}", tree.size());
    }
}

#[test]
fn every_size_up_to_three_tiles_has_the_root_of_the_definition_and_survives_storage() {
    let all = leaves(3 * WIDTH + 5);
    let mut tree = Frontier::default();
    for (n, leaf) in all.iter().enumerate() {
        assert_eq!(tree.root(), definition(&all[..n]), "size {n}");
        assert_eq!(
            Frontier::from_bytes(tree.size(), &tree.bytes()),
            Some(tree.clone())
        );
        tree.push(*leaf, |_| ());
    }
    assert_eq!(Frontier::from_bytes(3, &[0; 32]), None);
}

#[test]
fn a_full_tile_gives_its_root_to_the_level_above() {
    let all = leaves(70_000);
    let (_, roots) = frontier(&all);
    // The example of tlog-tiles: 273 full tiles of level 0 and one of level 1.
    assert_eq!(roots.iter().filter(|r| r.level == 1).count(), 273);
    assert_eq!(roots.iter().filter(|r| r.level == 2).count(), 1);
    for root in &roots {
        let width = usize::try_from(WIDTH.pow(u32::from(root.level))).unwrap();
        let from = usize::try_from(root.number).unwrap() * width;
        assert_eq!(root.hash, definition(&all[from..from + width]), "{root:?}");
    }
}

#[test]
fn tiles_have_one_spelling() {
    let table = [
        ("0/000", Some((Some(0), 0, 256))),
        ("0/273.p/112", Some((Some(0), 273, 112))),
        ("1/x001/x234/067", Some((Some(1), 1_234_067, 256))),
        ("entries/x001/000.p/1", Some((None, 1000, 1))),
        ("63/999", Some((Some(63), 999, 256))),
        ("64/000", None),
        ("00/000", None),
        ("0/0", None),
        ("0/x000/001", None),
        ("0/x001/x234", None),
        ("0/001.p/0", None),
        ("0/001.p/256", None),
        ("0/001.p/07", None),
        ("0/+01", None),
        ("data/000", None),
        ("0/x999/x999/x999/x999/x999/x999/999", None),
        ("0/", None),
        ("", None),
    ];
    for (text, expected) in table {
        let read = TilePath::parse(text);
        assert_eq!(read.map(|t| (t.level, t.number, t.width)), expected, "{text}");
    }
    let size = 70_000;
    let is_in = |text| TilePath::parse(text).unwrap().is_in(size);
    assert!(is_in("0/272") && is_in("0/273.p/112") && is_in("1/001.p/17") && is_in("2/000.p/1"));
    assert!(!is_in("0/273") && !is_in("0/273.p/113") && !is_in("2/000.p/2") && !is_in("8/000.p/1"));
}

#[test]
fn an_entry_longer_than_two_bytes_can_say_makes_no_bundle() {
    assert_eq!(bundle(["ab", ""]), Some(vec![0, 2, b'a', b'b', 0, 0]));
    assert_eq!(bundle(["x".repeat(65_536).as_str()]), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_act_can_be_shown_to_be_in_the_log_and_no_other(size in 1..1500u64, at in any::<prop::sample::Index>(), flip in any::<prop::sample::Index>()) {
        let all = leaves(size);
        let (tree, roots) = frontier(&all);
        let root = tree.root();
        let index = at.index(all.len());
        let place = index as u64;
        let mut path = path(&inclusion(place, size), &all, &roots);
        prop_assert!(included(&all[index], place, size, &path, &root));
        prop_assert!(!included(&leaf(b"another"), place, size, &path, &root));
        prop_assert!(!included(&all[index], size, size, &path, &root));
        if place + 1 < size {
            prop_assert!(!included(&all[index], place + 1, size, &path, &root));
        }
        if !path.is_empty() {
            let step = flip.index(path.len());
            path[step][0] ^= 1;
            prop_assert!(!included(&all[index], place, size, &path, &root));
            path[step][0] ^= 1;
            path.pop();
            prop_assert!(!included(&all[index], place, size, &path, &root));
        }
        path.push(root);
        prop_assert!(!included(&all[index], place, size, &path, &root));
    }

    #[test]
    fn a_log_that_was_only_appended_to_can_be_told_from_one_that_was_rewritten(old in 0..900u64, more in 0..900u64, at in any::<prop::sample::Index>()) {
        let size = old + more;
        let all = leaves(size);
        let (tree, roots) = frontier(&all);
        let old_root = definition(&all[..usize::try_from(old).unwrap()]);
        let mut path = path(&consistency(old, size), &all, &roots);
        prop_assert!(consistent(old, &old_root, size, &tree.root(), &path));
        if old > 0 {
            let mut before = all[..usize::try_from(old).unwrap()].to_vec();
            let changed = at.index(before.len());
            before[changed] = leaf(b"rewritten");
            prop_assert!(!consistent(old, &definition(&before), size, &tree.root(), &path));
        }
        if !path.is_empty() {
            let step = at.index(path.len());
            path[step][31] ^= 1;
            prop_assert!(!consistent(old, &old_root, size, &tree.root(), &path));
            path.pop();
            prop_assert!(!consistent(old, &old_root, size, &tree.root(), &path));
        }
    }
}
