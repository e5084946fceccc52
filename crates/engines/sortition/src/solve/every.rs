//! Every panel there is, where tight quotas leave few.
//!
//! Small pools with tight quotas have some thousand panels, but linear programs that know little of them. There a list of
//! all panels answers at once what a search would take minutes for. The list is made by splitting the boxes of the kinds;
//! a part is dropped when a certificate proves it empty, so the list is complete or there is none.

use super::blend::Sparse;
use super::compose::sparse;
use super::lp::{End, Lp};
use crate::problem::Problem;
use crate::watch::{Phase, Progress, Watch};

/// Parts looked at before giving up.
const MOST_PARTS: usize = 400_000;
/// Panels before giving up.
const MOST_PANELS: usize = 60_000;
/// Numbers in the list (panels by seats) before giving up: memory.
const MOST_ENTRIES: usize = 3_000_000;
/// After so many parts the list must have grown to a tenth of them, or the end is out of reach.
const TRIAL: usize = 60_000;

/// All panels, or `None` if there are too many to list or the watch said stop.
pub fn every_panel(problem: &Problem, watch: &mut dyn Watch) -> Option<Vec<Sparse>> {
    let mut lp = problem.relaxation();
    lp.set_costs(&super::outer::scatter(problem.kinds.len()));
    lp.trust(true);
    let mut list = List {
        lp,
        problem,
        panels: Vec::new(),
        parts: 0,
    };
    list.visit(watch).then_some(list.panels)
}

struct List<'a> {
    lp: Lp,
    problem: &'a Problem,
    panels: Vec<Sparse>,
    parts: usize,
}

impl List<'_> {
    /// Lists the panels within the present boxes; false if it had to give up.
    fn visit(&mut self, watch: &mut dyn Watch) -> bool {
        self.parts += 1;
        let seats = self.problem.seats as usize;
        let hopeless = self.parts > TRIAL && self.panels.len() * 40 < self.parts;
        if self.parts > MOST_PARTS
            || self.panels.len() > MOST_PANELS
            || self.panels.len() * seats > MOST_ENTRIES
            || hopeless
        {
            return false;
        }
        if self.parts.is_multiple_of(1_000) {
            let progress = Progress {
                phase: Phase::List,
                panels: self.panels.len(),
                distance: 1.0,
            };
            if !watch.go_on(&progress) {
                return false;
            }
        }
        match self.lp.solve(5_000) {
            End::Infeasible(certificate) if certificate.holds(&self.lp) => return true,
            End::Infeasible(_) | End::Stalled => return false,
            End::Optimal => {}
        }
        let x = self.lp.values();
        let n = x.len();
        let open = |j: &usize| {
            let (least, most) = self.lp.bounds(*j);
            most > least
        };
        let off = |v: f64| (v - v.round()).abs();
        // The kind furthest from a whole number, else the first that is still open.
        let split = (0..n)
            .filter(open)
            .max_by(|a, b| off(x[*a]).total_cmp(&off(x[*b])));
        let Some(kind) = split else {
            let panel: Vec<u32> = x.iter().map(|v| v.round().max(0.0) as u32).collect();
            if self.problem.allows(&panel) {
                self.panels.push(sparse(&panel));
            }
            return true;
        };
        let (least, most) = self.lp.bounds(kind);
        let below = if off(x[kind]) > 1e-6 {
            x[kind].floor()
        } else {
            // At a whole number: it alone, or with what is on its roomier side.
            let whole = x[kind].round();
            if whole >= most { whole - 1.0 } else { whole }
        };
        for (from, to) in [(least, below), (below + 1.0, most)] {
            self.lp.set_bounds(kind, from, to);
            let went_on = self.visit(watch);
            self.lp.set_bounds(kind, least, most);
            if !went_on {
                return false;
            }
        }
        true
    }
}
