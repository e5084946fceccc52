//! A mixture of whole panels with a given average: Wolfe's nearest-point algorithm.
//!
//! P. Wolfe, "Finding the nearest point in a polytope", Mathematical Programming 11 (1976). The points
//! are panels (how many of each kind); the target is the average wanted. The active panels keep a
//! Cholesky factor of their Gram matrix bordered by ones, updated as panels come and go.

/// A panel as the kinds that sit in it.
pub type Sparse = Vec<(u32, u32)>;

/// A mixture that is being fitted to a target.
#[derive(Debug, Clone)]
pub struct Blend {
    target: Vec<f64>,
    square: f64,
    panels: Vec<Sparse>,
    on_target: Vec<f64>,
    share: Vec<f64>,
    factor: Vec<Vec<f64>>,
}

fn dot(a: &Sparse, dense: &[f64]) -> f64 {
    a.iter().map(|&(j, c)| f64::from(c) * dense[j as usize]).sum()
}

impl Blend {
    /// An empty mixture for a target.
    pub fn new(target: Vec<f64>) -> Self {
        let square = target.iter().map(|v| v * v).sum();
        Self {
            target,
            square,
            panels: vec![],
            on_target: vec![],
            share: vec![],
            factor: vec![],
        }
    }

    /// The average wanted.
    pub fn target(&self) -> &[f64] {
        &self.target
    }

    /// The panels and their shares.
    pub fn parts(&self) -> impl Iterator<Item = (&Sparse, f64)> {
        self.panels.iter().zip(self.share.iter().copied())
    }

    /// Number of active panels.
    pub fn len(&self) -> usize {
        self.panels.len()
    }

    /// Whether no panel is active.
    pub fn is_empty(&self) -> bool {
        self.panels.is_empty()
    }

    /// What is still missing: target minus average.
    pub fn missing(&self) -> Vec<f64> {
        let mut rest = self.target.clone();
        for (panel, share) in self.parts() {
            for &(j, c) in panel {
                rest[j as usize] -= share * f64::from(c);
            }
        }
        rest
    }

    /// Takes a panel in and moves to the nearest point of the active set. False if the panel adds
    /// nothing new in the precision of the numbers.
    pub fn add(&mut self, panel: Sparse) -> bool {
        let mut dense = vec![0.0; self.target.len()];
        for &(j, c) in &panel {
            dense[j as usize] = f64::from(c);
        }
        let own_target = dot(&panel, &self.target);
        let gram =
            |other: &Sparse, on_target: f64| 1.0 + dot(other, &dense) - on_target - own_target + self.square;
        let column: Vec<f64> = self
            .panels
            .iter()
            .zip(&self.on_target)
            .map(|(p, t)| gram(p, *t))
            .collect();
        let own = gram(&panel, own_target);
        let mut line = self.forward(&column);
        let rest = own - line.iter().map(|v| v * v).sum::<f64>();
        if rest < 1e-13 * own {
            return false;
        }
        line.push(rest.sqrt());
        self.factor.push(line);
        self.panels.push(panel);
        self.on_target.push(own_target);
        self.share.push(if self.share.is_empty() { 1.0 } else { 0.0 });
        self.settle();
        true
    }

    fn settle(&mut self) {
        loop {
            let wanted = self.affine();
            if wanted.iter().all(|w| *w > 1e-14) {
                self.share = wanted;
                return;
            }
            let mut step = 1.0;
            for (now, then) in self.share.iter().zip(&wanted) {
                if *then <= 1e-14 && now - then > 0.0 {
                    step = f64::min(step, now / (now - then));
                }
            }
            for (now, then) in self.share.iter_mut().zip(&wanted) {
                *now += step * (then - *now);
            }
            let before = self.panels.len();
            for k in (0..before).rev() {
                if self.share[k] <= 1e-14 && wanted[k] <= 1e-14 {
                    self.remove(k);
                }
            }
            let sum: f64 = self.share.iter().sum();
            self.share.iter_mut().for_each(|s| *s /= sum);
            if self.panels.len() == before {
                return;
            }
        }
    }

    /// Shares (of any sign) of the point of the affine hull nearest to the target.
    fn affine(&self) -> Vec<f64> {
        let ones = vec![1.0; self.panels.len()];
        let mut u = self.forward(&ones);
        for i in (0..u.len()).rev() {
            let line = &self.factor[i];
            let value = u[i] / line[i];
            u[i] = value;
            u[..i].iter_mut().zip(line).for_each(|(t, l)| *t -= value * l);
        }
        let sum: f64 = u.iter().sum();
        u.iter_mut().for_each(|v| *v /= sum);
        u
    }

    fn forward(&self, right: &[f64]) -> Vec<f64> {
        let mut out: Vec<f64> = Vec::with_capacity(right.len() + 1);
        for (i, value) in right.iter().enumerate() {
            let line = &self.factor[i];
            let known: f64 = sum_product(&out, line);
            out.push((value - known) / line[i]);
        }
        out
    }

    fn remove(&mut self, k: usize) {
        self.panels.remove(k);
        self.on_target.remove(k);
        self.share.remove(k);
        self.factor.remove(k);
        let mut turns: Vec<(f64, f64)> = Vec::new();
        for i in k..self.factor.len() {
            let line = &mut self.factor[i];
            for (step, &(cos, sin)) in turns.iter().enumerate() {
                let j = k + step;
                let (a, b) = (line[j], line[j + 1]);
                line[j] = cos * a + sin * b;
                line[j + 1] = cos * b - sin * a;
            }
            let (a, b) = (line[i], line[i + 1]);
            let length = a.hypot(b);
            turns.push((a / length, b / length));
            line[i] = length;
            line.truncate(i + 1);
        }
    }
}

fn sum_product(a: &[f64], b: &[f64]) -> f64 {
    let mut lanes = [0.0; 8];
    let (a, b) = (&a[..a.len().min(b.len())], &b[..a.len().min(b.len())]);
    let (heads, tail) = a.as_chunks::<8>();
    let (others, rest) = b.as_chunks::<8>();
    for (x, y) in heads.iter().zip(others) {
        for k in 0..8 {
            lanes[k] += x[k] * y[k];
        }
    }
    lanes.iter().sum::<f64>() + tail.iter().zip(rest).map(|(x, y)| x * y).sum::<f64>()
}
