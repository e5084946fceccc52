//! Hiding small cells.

/// Smallest count of people that a table by group shows.
pub const SMALLEST: i64 = 5;

/// Which cells of a group are hidden, given what of the whole lies in no cell (`rest`, 0 for nothing).
///
/// Cells from 1 to 4 are hidden. One hidden cell would be the whole less the others, and several that add up to less than
/// [`SMALLEST`] would be told with their sum, so the next smallest cell is hidden too until neither holds (primary and
/// secondary suppression; Hundepool et al., "Statistical Disclosure Control", 2012, chapter 4).
#[must_use]
pub fn hide_small(counts: &[i64], rest: i64) -> Vec<bool> {
    let mut hidden: Vec<bool> = counts.iter().map(|n| (1..SMALLEST).contains(n)).collect();
    let small_rest = (1..SMALLEST).contains(&rest);
    if !small_rest && !hidden.contains(&true) {
        return hidden;
    }
    loop {
        let unseen = counts.iter().zip(&hidden).filter(|(_, h)| **h).map(|(n, _)| *n);
        let unseen: Vec<i64> = unseen.chain((rest > 0).then_some(rest)).collect();
        if unseen.len() >= 2 && unseen.iter().sum::<i64>() >= SMALLEST {
            return hidden;
        }
        let next = (0..counts.len())
            .filter(|i| !hidden[*i] && counts[*i] > 0)
            .min_by_key(|i| counts[*i]);
        match next {
            Some(i) => hidden[i] = true,
            None => return hidden,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(counts: &[i64], rest: i64) -> Vec<i64> {
        let hidden = hide_small(counts, rest);
        counts
            .iter()
            .zip(hidden)
            .filter(|(_, h)| !h)
            .map(|(n, _)| *n)
            .collect()
    }

    #[test]
    fn large_cells_are_shown_and_nothing_else_is_touched() {
        assert_eq!(shown(&[5, 9, 120], 0), [5, 9, 120]);
        assert_eq!(
            shown(&[5, 9], 7),
            [5, 9],
            "the rest is large enough to be worked out"
        );
        assert_eq!(shown(&[0, 9], 0), [0, 9], "nobody is not a person");
    }

    #[test]
    fn a_total_never_gives_a_small_cell_away() {
        assert_eq!(shown(&[3, 20, 90], 0), [90], "20 goes with 3");
        assert_eq!(
            shown(&[1, 2, 20], 0),
            [0; 0],
            "1 and 2 are told with their sum, so 20 goes too"
        );
        assert_eq!(
            shown(&[4, 4, 20], 0),
            [20],
            "8 may be worked out, not who of whom"
        );
        assert_eq!(
            shown(&[20, 90], 3),
            [90],
            "the rest is a cell that nobody wrote down"
        );
        assert_eq!(shown(&[3, 20], 9), [20], "the rest covers it");
        assert_eq!(shown(&[3], 0), [0; 0]);
    }
}
