use kapok_meaning::{MatterError, Matters, Vectors};
use proptest::prelude::*;

fn empty() -> Matters {
    Matters::new(Vectors::new(2), Vec::new())
}

#[test]
fn a_new_voice_gets_the_nearest_matters_first_and_no_emptied_one() {
    let mut matters = empty();
    let east = matters.found(1, &[1.0, 0.0]);
    let north = matters.found(2, &[0.0, 1.0]);
    let nearest: Vec<usize> = matters
        .nearest(&[0.8, 0.6], 5)
        .into_iter()
        .map(|(matter, _)| matter)
        .collect();
    assert_eq!(nearest, [east, north]);
    matters.merge(north, east).unwrap();
    assert_eq!(matters.nearest(&[0.8, 0.6], 5).len(), 1);
    assert_eq!(matters.voices(north).unwrap(), [2, 1]);
}

#[test]
fn a_change_that_cannot_be_made_changes_nothing() {
    let mut matters = empty();
    let only = matters.found(1, &[1.0, 0.0]);
    assert_eq!(matters.join(7, 2), Err(MatterError::Unknown(7)));
    assert_eq!(matters.merge(only, 7), Err(MatterError::Unknown(7)));
    assert_eq!(matters.merge(only, only), Err(MatterError::Itself(only)));
    assert_eq!(
        matters.split(only, &[9], &[0.0, 1.0]),
        Err(MatterError::NotThere(9))
    );
    assert_eq!((matters.total(), matters.voices(only).unwrap()), (1, &[1][..]));
}

proptest! {
    #[test]
    fn splits_and_merges_keep_every_voice(steps in prop::collection::vec((0..4_u8, 0..9_usize, 0..9_usize), 0..60)) {
        let mut matters = empty();
        let mut known = 0;
        for (voice, (step, a, b)) in (0_u64..).zip(steps) {
            let vector = [if a > b { 1.0 } else { 0.6 }, if a > b { 0.0 } else { 0.8 }];
            match step {
                0 => {
                    matters.found(voice, &vector);
                    known += 1;
                }
                1 => known += usize::from(matters.join(a, voice).is_ok()),
                2 => _ = matters.merge(a, b),
                _ => {
                    let half: Vec<u64> = matters.voices(a).map_or(Vec::new(), |v| v.iter().copied().step_by(2).collect());
                    _ = matters.split(a, &half, &vector);
                }
            }
            prop_assert_eq!(matters.total(), known);
        }
    }
}
