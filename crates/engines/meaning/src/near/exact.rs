//! The exact coefficient of Jaccard of two texts, without sorting.

use kapok_text::{each_piece, fold};

use crate::mix::mix;

/// A table of pieces that is used again and again; an entry counts only if it carries the number of this round.
#[derive(Default)]
pub(super) struct Comparison {
    slots: Vec<Slot>,
    round: u32,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    piece: u64,
    round: u32,
    /// Whether the second text has it too.
    shared: bool,
}

impl Comparison {
    /// Shared pieces divided by all pieces of both texts, each counted once; 0 where there are none.
    pub(super) fn jaccard(&mut self, a: &str, b: &str) -> f64 {
        let (a, b) = (fold(a), fold(b));
        self.begin(2 * (a.len() + b.len()) + 4);
        let (mut all, mut shared) = (0_u32, 0_u32);
        each_piece(&a, |piece| {
            let (slot, new) = self.slot(piece);
            slot.shared = false;
            all += u32::from(new);
        });
        each_piece(&b, |piece| {
            let (slot, new) = self.slot(piece);
            if new {
                // Only of the second: marked, so that its repetition is not taken for a shared piece.
                slot.shared = true;
                all += 1;
            } else if !slot.shared {
                slot.shared = true;
                shared += 1;
            }
        });
        if all == 0 {
            0.0
        } else {
            f64::from(shared) / f64::from(all)
        }
    }

    /// Makes room; at most half of the slots will be used.
    fn begin(&mut self, room: usize) {
        self.round = self.round.wrapping_add(1);
        let size = room.next_power_of_two();
        if self.slots.len() < size || self.round == 0 {
            self.slots = vec![Slot::default(); size.max(self.slots.len())];
            self.round = 1;
        }
    }

    /// The slot of a piece and whether it is new in this round.
    fn slot(&mut self, piece: u64) -> (&mut Slot, bool) {
        let mask = self.slots.len() - 1;
        let mut at = mix(piece) as usize & mask;
        while self.slots[at].round == self.round && self.slots[at].piece != piece {
            at = (at + 1) & mask;
        }
        let new = self.slots[at].round != self.round;
        if new {
            self.slots[at] = Slot {
                piece,
                round: self.round,
                shared: false,
            };
        }
        (&mut self.slots[at], new)
    }
}
