//! Groups of voices that may be one matter: proposals for a person to confirm, change or refuse.
//!
//! 1. Texts without a letter or digit are set aside, and counted.
//! 2. Near-copies become one text with all its voices ([`crate::near`]).
//! 3. Without a model each language is worked on by itself ([`crate::tongues`]), for pieces of words of two languages have
//!    nothing to say to each other and would only push texts of one language together.
//! 4. Each text gets a vector ([`crate::encoder`]) and an edge to each of its ten nearest others whose cosine reaches
//!    [`FLOOR`]; the weight is the cosine.
//! 5. Groups are the communities of that graph ([`crate::communities`]), finer the more texts there are: resolution =
//!    detail * max(1, sqrt(texts / 60)). The graph looks at each text's surroundings only, so that a small theme is not
//!    drowned by great ones.
//! 6. A text nearer than [`STRAY`] to no group's centre stands alone, as does a group of one voice.
//!
//! Texts are worked on in an order that follows from what they say, so that the order of the rows changes nothing.

use kapok_text::fold;

use crate::communities::{Graph, communities};
use crate::encoder::{Encoder, Method, Model};
use crate::keywords::{Keyword, WordCounts};
use crate::latent::normalize;
use crate::near::Copies;
use crate::neighbours::neighbours;
use crate::tongues::tongues;
use crate::vectors::{Vectors, cosine};

/// Edges of a text.
const NEIGHBOURS: usize = 10;
/// The least cosine of an edge.
pub const FLOOR: f64 = 0.25;
/// The least cosine of a text with the centre of its group.
pub const STRAY: f64 = 0.25;
/// Words that a group shows.
const KEYWORDS: usize = 6;

/// How to group.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Texts that share this part of their pieces are copies.
    pub copy: f64,
    /// Above 1 more and smaller groups, below 1 fewer and greater.
    pub detail: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            copy: crate::near::COPY,
            detail: 1.0,
        }
    }
}

/// A text of a group with all who sent it.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The positions of the voices, ascending: those with this text or a near-copy of it.
    pub voices: Vec<usize>,
    /// The position of the voice whose text stands for all: the one most of them sent, then the first in order of signs.
    pub shown: usize,
    /// The cosine of the text with the centre of its group; 1 for a text alone.
    pub closeness: f64,
}

/// Voices that may be one matter.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The texts, the most central first: the greatest cosine with the mean direction of all texts of the group.
    pub texts: Vec<Text>,
    /// The number of voices, copies included.
    pub voices: usize,
    /// What tells the group from the others.
    pub keywords: Vec<Keyword>,
    /// The mean cosine of the texts with the centre; 1 if all say the same.
    pub tightness: f64,
}

/// All voices, sorted.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// What the texts were compared by.
    pub method: Method,
    /// The groups of two voices or more, most voices first.
    pub groups: Vec<Group>,
    /// Texts of one voice that fit no group.
    pub alone: Vec<Text>,
    /// Positions of voices whose text has no letter or digit.
    pub wordless: Vec<usize>,
}

impl Groups {
    /// All voices, each counted once: in groups, alone and without words.
    #[must_use]
    pub fn voices(&self) -> usize {
        self.groups.iter().map(|g| g.voices).sum::<usize>() + self.alone.len() + self.wordless.len()
    }
}

/// What is being done, for a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Copies are looked for.
    Copies,
    /// Texts become vectors.
    Vectors,
    /// Vectors look for their nearest.
    Nearest,
}

/// Hears how many texts of how many are done.
pub type Watch<'a> = &'a dyn Fn(Step, usize, usize);

/// Groups the texts of voices; a voice is known by its position.
#[must_use]
pub fn group<T: AsRef<str>>(texts: &[T], model: Option<&dyn Model>, settings: Settings) -> Groups {
    group_watched(texts, model, settings, &|_, _, _| {})
}

/// The same, telling how far it is.
#[must_use]
pub fn group_watched<T: AsRef<str>>(
    texts: &[T],
    model: Option<&dyn Model>,
    settings: Settings,
    watch: Watch<'_>,
) -> Groups {
    watch(Step::Copies, 0, texts.len());
    let (different, wordless) = different(texts, settings.copy);
    let shown: Vec<&str> = different.iter().map(|t| texts[t.shown].as_ref()).collect();
    let parts = if model.is_some() {
        vec![(0..shown.len()).collect()]
    } else {
        tongues(&shown)
    };
    let counts = WordCounts::of(&shown);
    let (mut groups, mut alone) = (Vec::new(), Vec::new());
    for part in parts {
        let part: Vec<&Text> = part.into_iter().map(|at: usize| &different[at]).collect();
        for found in grouped(&part, texts, model, settings.detail, watch) {
            if found.iter().map(|t| t.voices.len()).sum::<usize>() > 1 {
                groups.push(described(found, &counts, texts));
            } else {
                alone.extend(found);
            }
        }
    }
    groups.sort_by(|a, b| {
        b.voices
            .cmp(&a.voices)
            .then_with(|| key(texts, a).cmp(key(texts, b)))
    });
    alone.sort_by_key(|t| t.shown);
    let method = if model.is_some() {
        Method::Model
    } else {
        Method::Pieces
    };
    Groups {
        method,
        groups,
        alone,
        wordless,
    }
}

/// The groups of some different texts; one text alone is a group too.
fn grouped<T: AsRef<str>>(
    part: &[&Text],
    texts: &[T],
    model: Option<&dyn Model>,
    detail: f64,
    watch: Watch<'_>,
) -> Vec<Vec<Text>> {
    let shown: Vec<&str> = part.iter().map(|t| texts[t.shown].as_ref()).collect();
    let encoder = Encoder::learn(&shown, model);
    let vectors = encoder.vectors_watched(&shown, &|done| watch(Step::Vectors, done, shown.len()));
    let of = sort(&vectors, detail, &|done| watch(Step::Nearest, done, shown.len()));
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); of.iter().max().map_or(0, |&m| m as usize + 1)];
    for (text, &group) in of.iter().enumerate() {
        members[group as usize].push(text);
    }
    members
        .iter()
        .flat_map(|members| {
            let (group, strays) = closed(members, &vectors, part);
            std::iter::once(group).chain(strays.into_iter().map(|s| vec![s]))
        })
        .filter(|group| !group.is_empty())
        .collect()
}

/// What orders groups of one size.
fn key<'t, T: AsRef<str>>(texts: &'t [T], group: &Group) -> &'t str {
    group.texts.first().map_or("", |t| texts[t.shown].as_ref())
}

/// The different texts in an order that follows from the texts, and the voices without words.
fn different<T: AsRef<str>>(texts: &[T], threshold: f64) -> (Vec<Text>, Vec<usize>) {
    let (mut different, mut wordless) = (Vec::new(), Vec::new());
    for voices in Copies::find(texts, threshold).sets() {
        if !texts[voices[0]].as_ref().chars().any(char::is_alphanumeric) {
            wordless.extend(voices);
            continue;
        }
        let mut sorted: Vec<(&str, usize)> = voices.iter().map(|&v| (texts[v].as_ref(), v)).collect();
        sorted.sort_unstable();
        let most = sorted
            .chunk_by(|a, b| a.0 == b.0)
            .max_by_key(|same| (same.len(), std::cmp::Reverse(same[0])));
        let shown = most.map_or(voices[0], |same| same[0].1);
        different.push(Text {
            voices,
            shown,
            closeness: 1.0,
        });
    }
    different.sort_by_cached_key(|t| (fold(texts[t.shown].as_ref()), texts[t.shown].as_ref().to_owned()));
    wordless.sort_unstable();
    (different, wordless)
}

/// The community of each vector.
fn sort(vectors: &Vectors, detail: f64, tell: &dyn Fn(usize)) -> Vec<u32> {
    let lists = neighbours(vectors, NEIGHBOURS, (FLOOR * f64::from(1 << 28)) as i32, tell);
    let edges: Vec<(u32, u32, f64)> = (0..)
        .zip(&lists)
        .flat_map(|(a, list)| list.iter().map(move |&(p, b)| (a, b, cosine(p))))
        .collect();
    let resolution = detail * (vectors.len() as f64 / 60.0).sqrt().max(1.0);
    communities(&Graph::new(vectors.len(), &edges), resolution)
}

/// The texts of a community by closeness to its centre, and those that are too far from it.
fn closed(members: &[usize], vectors: &Vectors, texts: &[&Text]) -> (Vec<Text>, Vec<Text>) {
    let centre = centre(members, vectors);
    let mut near: Vec<Text> = members
        .iter()
        .map(|&m| {
            let mut text = Text::clone(texts[m]);
            text.closeness = if members.len() == 1 {
                1.0
            } else {
                vectors
                    .get(m)
                    .iter()
                    .zip(&centre)
                    .map(|(&x, &c)| f64::from(x) * f64::from(c))
                    .sum()
            };
            text
        })
        .collect();
    // Members stand in the order of the texts, which a stable sort keeps among equals.
    near.sort_by(|a, b| b.closeness.total_cmp(&a.closeness));
    let cut = near
        .iter()
        .position(|t| t.closeness < STRAY)
        .unwrap_or(near.len());
    let strays = near
        .split_off(cut)
        .into_iter()
        .map(|t| Text { closeness: 1.0, ..t })
        .collect();
    (near, strays)
}

/// The mean direction of some vectors.
pub(crate) fn centre(members: &[usize], vectors: &Vectors) -> Vec<f32> {
    let mut sum = vec![0.0; vectors.dimensions()];
    for &m in members {
        vectors.add_to(m, 1.0 / 16_384.0, &mut sum);
    }
    normalize(&mut sum);
    sum
}

fn described<T: AsRef<str>>(members: Vec<Text>, counts: &WordCounts, texts: &[T]) -> Group {
    let shown: Vec<&str> = members.iter().map(|t| texts[t.shown].as_ref()).collect();
    Group {
        voices: members.iter().map(|t| t.voices.len()).sum(),
        keywords: counts.keywords(&shown, KEYWORDS),
        tightness: members.iter().map(|t| t.closeness).sum::<f64>() / members.len().max(1) as f64,
        texts: members,
    }
}
