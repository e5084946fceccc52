//! Exact numbers without fractions: every price is an integer over one running product.
//!
//! With k projects bought, only k distinct prices exist, and every balance and every candidate price is a linear form
//! in the share and those prices with integer coefficients. If price `l` is `N_l / Q_l` with `Q_l = Q_(l-1) * d_l`, a
//! form is evaluated over the last `Q` by Horner's rule with nothing but products of a large and a small integer; no
//! fraction is ever reduced. In real elections the numbers reach some 500 bits.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};

/// `(constant + share * s + sum of prices[l] * t_l) / divisor`, exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Form {
    pub constant: i128,
    pub share: i128,
    pub prices: Vec<i128>,
    pub divisor: i128,
}

impl Form {
    pub(crate) fn zero(steps: usize) -> Self {
        Self {
            constant: 0,
            share: 0,
            prices: vec![0; steps],
            divisor: 1,
        }
    }

    /// Divides everything by what it has in common: keeps the running product short.
    fn reduce(&mut self) {
        let mut common = self.divisor.gcd(&self.constant);
        common = common.gcd(&self.share);
        for price in &self.prices {
            if common == 1 {
                return;
            }
            common = common.gcd(price);
        }
        if common > 1 {
            self.constant /= common;
            self.share /= common;
            self.prices.iter_mut().for_each(|price| *price /= common);
            self.divisor /= common;
        }
    }

    /// Whether `self / scale` and `other / other_scale` are the same form, hence equal whatever the prices are.
    pub(crate) fn is_same(&self, scale: u64, other: &Self, other_scale: u64) -> bool {
        let left = self.divisor.checked_mul(i128::from(scale));
        let right = other.divisor.checked_mul(i128::from(other_scale));
        let (Some(left), Some(right)) = (left, right) else {
            return false;
        };
        let same = |a: i128, b: i128| match (a.checked_mul(right), b.checked_mul(left)) {
            (Some(a), Some(b)) => a == b,
            _ => false,
        };
        same(self.constant, other.constant)
            && same(self.share, other.share)
            && self.prices.len() == other.prices.len()
            && self.prices.iter().zip(&other.prices).all(|(&a, &b)| same(a, b))
    }
}

/// The prices bought so far, as integers over a running product.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    share: (BigInt, BigInt),
    /// Numerator of each price and the divisor that its step adds to the product.
    steps: Vec<(BigInt, BigInt)>,
}

impl Chain {
    /// No price yet; the share is `numerator / denominator`.
    pub(crate) fn new(numerator: u128, denominator: u128) -> Self {
        Self {
            share: (numerator.into(), denominator.into()),
            steps: Vec::new(),
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.steps.len()
    }

    /// The form's numerator over the last product (without the form's own divisor).
    pub(crate) fn evaluate(&self, form: &Form) -> BigInt {
        let mut sum = &self.share.1 * form.constant + &self.share.0 * form.share;
        for ((numerator, divisor), &factor) in self.steps.iter().zip(&form.prices) {
            sum *= divisor;
            if factor != 0 {
                sum += numerator * factor;
            }
        }
        sum
    }

    /// Adds the price that `form` describes.
    pub(crate) fn push(&mut self, mut form: Form) {
        debug_assert_eq!(form.prices.len(), self.steps.len());
        form.reduce();
        let numerator = self.evaluate(&form);
        self.steps.push((numerator, BigInt::from(form.divisor)));
    }

    /// Compares `a / a_scale` with `b / b_scale`.
    pub(crate) fn compare(&self, a: &Form, a_scale: u64, b: &Form, b_scale: u64) -> Ordering {
        if a.is_same(a_scale, b, b_scale) {
            return Ordering::Equal;
        }
        let left = self.evaluate(a) * b.divisor * b_scale;
        let right = self.evaluate(b) * a.divisor * a_scale;
        left.cmp(&right)
    }

    /// The value of a form as a reduced fraction.
    pub(crate) fn value(&self, form: &Form) -> Fraction {
        let product = self
            .steps
            .iter()
            .fold(self.share.1.clone(), |product, (_, divisor)| product * divisor);
        Fraction::new(self.evaluate(form), product * form.divisor)
    }

    /// The price of step `step` as a reduced fraction.
    pub(crate) fn price(&self, step: usize) -> Fraction {
        let product = self.steps[..=step]
            .iter()
            .fold(self.share.1.clone(), |product, (_, divisor)| product * divisor);
        Fraction::new(self.steps[step].0.clone(), product)
    }
}

/// An exact rational number, reduced, with a positive denominator.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Fraction {
    numerator: BigInt,
    denominator: BigInt,
}

impl Fraction {
    /// `numerator / denominator`; the denominator must not be zero.
    pub fn new(numerator: impl Into<BigInt>, denominator: impl Into<BigInt>) -> Self {
        let (mut numerator, mut denominator) = (numerator.into(), denominator.into());
        if denominator.is_negative() {
            (numerator, denominator) = (-numerator, -denominator);
        }
        let common = numerator.gcd(&denominator);
        Self {
            numerator: numerator / &common,
            denominator: denominator / common,
        }
    }

    /// Zero.
    pub fn zero() -> Self {
        Self::new(0, 1)
    }

    /// The numerator.
    pub fn numerator(&self) -> &BigInt {
        &self.numerator
    }

    /// The denominator, positive.
    pub fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// Sum.
    pub fn plus(&self, other: &Self) -> Self {
        let numerator = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Self::new(numerator, &self.denominator * &other.denominator)
    }

    /// Difference.
    pub fn minus(&self, other: &Self) -> Self {
        let numerator = &self.numerator * &other.denominator - &other.numerator * &self.denominator;
        Self::new(numerator, &self.denominator * &other.denominator)
    }

    /// Product.
    pub fn times(&self, other: &Self) -> Self {
        Self::new(
            &self.numerator * &other.numerator,
            &self.denominator * &other.denominator,
        )
    }

    /// Product with a whole number.
    pub fn times_whole(&self, factor: u64) -> Self {
        Self::new(&self.numerator * factor, self.denominator.clone())
    }

    /// Quotient; `other` must not be zero.
    pub fn over(&self, other: &Self) -> Self {
        Self::new(
            &self.numerator * &other.denominator,
            &self.denominator * &other.numerator,
        )
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// Rounded down to a whole number.
    pub fn floor(&self) -> i128 {
        self.numerator
            .div_floor(&self.denominator)
            .to_i128()
            .unwrap_or(i128::MAX)
    }

    /// Rounded up to a whole number.
    pub fn ceil(&self) -> i128 {
        (-&self.numerator)
            .div_floor(&self.denominator)
            .to_i128()
            .map_or(i128::MAX, |n| -n)
    }

    /// The nearest float, for pictures only: nothing is decided by it.
    pub fn to_f64(&self) -> f64 {
        let whole = self.numerator.div_floor(&self.denominator);
        let rest = &self.numerator - &whole * &self.denominator;
        let part = ((rest << 60u32) / &self.denominator).to_f64().unwrap_or(0.0);
        whole.to_f64().unwrap_or(0.0) + part / (1u64 << 60) as f64
    }

    /// How many bits the longer of the two numbers has.
    pub fn bits(&self) -> u64 {
        self.numerator.bits().max(self.denominator.bits())
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Fraction {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl std::fmt::Display for Fraction {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.denominator == BigInt::from(1) {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}
