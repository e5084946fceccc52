//! Choices of the staff forms: places, topics, offices, in the reader's words.

use kapok_i18n::T;
use kapok_parties::Directory;
use kapok_places::Tree;
use kapok_store::ids::PartyId;

/// Value, words, whether it is chosen.
pub(super) type Choices = Vec<(String, String, bool)>;

/// Ids with their names, below a first choice without a value unless its words are empty.
pub(super) fn of<'a>(
    first: &str,
    ids: impl IntoIterator<Item = &'a str>,
    chosen: &str,
    name: impl Fn(&'a str) -> String,
) -> Choices {
    let none = (!first.is_empty()).then(|| (String::new(), first.to_owned(), chosen.is_empty()));
    let each = ids.into_iter().map(|id| (id.to_owned(), name(id), id == chosen));
    none.into_iter().chain(each).collect()
}

/// All places by their keys, indented by their depth.
pub(super) fn places(tree: &Tree, first: &str, chosen: &str) -> Choices {
    let mut out = of(first, [], chosen, str::to_owned);
    for (depth, place) in tree.in_order() {
        let name = format!("{}{}", "\u{2003}".repeat(depth.saturating_sub(1)), place.name);
        out.push((place.key.clone(), name, place.key == chosen));
    }
    out
}

/// The offices by their keys and in the order of their names, without some.
pub(super) fn offices(
    t: T,
    directory: &Directory,
    first: &str,
    chosen: &str,
    without: &[PartyId],
) -> Choices {
    let mut named: Vec<_> = directory.offices().filter(|p| !without.contains(&p.id)).collect();
    named.sort_by(|a, b| t.compare(&a.name, &b.name));
    let mut out = of(first, [], chosen, str::to_owned);
    out.extend(
        named
            .into_iter()
            .map(|p| (p.key.clone(), p.name.clone(), p.key == chosen)),
    );
    out
}

/// A language tag as an attribute; unknown languages give none.
pub(super) fn attribute(lang: &str) -> &str {
    if lang == "und" { "" } else { lang }
}
