//! Unit vectors in whole numbers: half the memory of floats, and sums that are the same in any order.

/// A component of 1 is this number. A product of two unit vectors is at most 2^28 and fits 32 bits.
const ONE: f32 = 16_384.0;

/// Many vectors of length 1 (or 0) and of the same number of dimensions.
#[derive(Clone, Debug, Default)]
pub struct Vectors {
    dimensions: usize,
    numbers: Vec<i16>,
    count: usize,
}

impl Vectors {
    /// No vectors yet.
    #[must_use]
    pub fn new(dimensions: usize) -> Self {
        Self {
            dimensions,
            numbers: Vec::new(),
            count: 0,
        }
    }

    /// Adds a vector of length at most 1.
    ///
    /// # Panics
    /// If it has another number of dimensions.
    pub fn push(&mut self, vector: &[f32]) {
        assert_eq!(
            vector.len(),
            self.dimensions,
            "all vectors have the same number of dimensions"
        );
        self.numbers
            .extend(vector.iter().map(|&x| (x * ONE).round() as i16));
        self.count += 1;
    }

    /// Adds a vector as another list of the same kind keeps it.
    ///
    /// # Panics
    /// If it has another number of dimensions.
    pub fn push_raw(&mut self, vector: &[i16]) {
        assert_eq!(
            vector.len(),
            self.dimensions,
            "all vectors have the same number of dimensions"
        );
        self.numbers.extend_from_slice(vector);
        self.count += 1;
    }

    /// How many vectors there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.count
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Numbers in a vector.
    #[must_use]
    pub fn dimensions(&self) -> usize {
        self.dimensions
    }

    /// A vector as it is kept.
    #[must_use]
    #[inline(always)]
    pub fn raw(&self, at: usize) -> &[i16] {
        &self.numbers[at * self.dimensions..][..self.dimensions]
    }

    /// A vector as floats.
    #[must_use]
    pub fn get(&self, at: usize) -> Vec<f32> {
        self.raw(at).iter().map(|&x| f32::from(x) / ONE).collect()
    }

    /// Whether a vector is zero: nothing is known of its text.
    #[must_use]
    pub fn is_zero(&self, at: usize) -> bool {
        self.raw(at).iter().all(|&x| x == 0)
    }

    /// The cosine of the angle between two of the vectors.
    #[must_use]
    pub fn cosine(&self, a: usize, b: usize) -> f64 {
        cosine(product(self.raw(a), self.raw(b)))
    }

    /// The cosine of the angle between one of these vectors and one of others.
    #[must_use]
    pub fn cosine_with(&self, at: usize, others: &Self, other: usize) -> f64 {
        cosine(product(self.raw(at), others.raw(other)))
    }

    /// Adds a vector, times a weight, to a sum.
    pub(crate) fn add_to(&self, at: usize, weight: f32, sum: &mut [f32]) {
        for (s, &x) in sum.iter_mut().zip(self.raw(at)) {
            *s += weight * f32::from(x);
        }
    }
}

/// The product of two kept vectors.
#[must_use]
#[inline(always)]
pub(crate) fn product(a: &[i16], b: &[i16]) -> i32 {
    a.iter().zip(b).map(|(&x, &y)| i32::from(x) * i32::from(y)).sum()
}

/// A product as a cosine.
#[must_use]
pub(crate) fn cosine(product: i32) -> f64 {
    f64::from(product) / (f64::from(ONE) * f64::from(ONE))
}
