//! Names of what the record holds by id, in the reader's words.

use std::sync::LazyLock;

use kapok_i18n::{Lang, T};

use crate::model::{Basis, Section, Stage};

/// A message without arguments.
type Message = fn(T) -> &'static str;

/// Names of cities in other languages. Columns: English name, country code, Chinese, Spanish, Arabic; an empty name is the
/// same as the English one.
const CITIES: &str = include_str!("../data/cities.csv");

struct City {
    name: String,
    country: String,
    names: [String; 3],
}

static GAZETTEER: LazyLock<Vec<City>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(CITIES.as_bytes());
    let rows = reader.records().filter_map(Result::ok);
    let cities = rows.map(|row| {
        let column = |at: usize| row.get(at).unwrap_or_default().trim().to_owned();
        City {
            name: column(0),
            country: column(1),
            names: [column(2), column(3), column(4)],
        }
    });
    cities.collect()
});

/// Name of a city in the reader's language, where the gazetteer has one; the stored name otherwise.
#[must_use]
pub fn city_name<'a>(t: T, city: &'a str, country_code: &str) -> &'a str {
    let at = match t.lang() {
        Lang::En => return city,
        Lang::Zh => 0,
        Lang::Es => 1,
        Lang::Ar => 2,
    };
    let known = GAZETTEER
        .iter()
        .find(|c| c.name == city && c.country == country_code);
    match known.map(|c| c.names[at].as_str()) {
        Some(name) if !name.is_empty() => name,
        _ => city,
    }
}

/// Name of a country or region by its code (ISO 3166-1 alpha-2); the stored name where the catalogues have none.
#[must_use]
pub fn country_name<'a>(t: T, code: &str, stored: &'a str) -> &'a str {
    COUNTRIES
        .iter()
        .find(|(known, _)| *known == code)
        .map_or(stored, |(_, message)| message(t))
}

/// Name of a region of the world; the id where it is not known.
#[must_use]
pub fn region_name(t: T, id: &str) -> &str {
    match id {
        "Asia" => t.cases_region_asia(),
        "Africa" => t.cases_region_africa(),
        "Europe" => t.cases_region_europe(),
        "North America" => t.cases_region_north_america(),
        "South America" => t.cases_region_south_america(),
        "Oceania" => t.cases_region_oceania(),
        other => other,
    }
}

/// Name of a stage.
#[must_use]
pub fn stage_name(t: T, stage: Stage) -> &'static str {
    match stage {
        Stage::Reference => t.cases_stage_reference(),
        Stage::Participating => t.cases_stage_participating(),
        Stage::Shared => t.cases_stage_shared(),
        Stage::Recommended => t.cases_stage_recommended(),
        Stage::Shortlisted => t.cases_stage_shortlisted(),
        Stage::Winner => t.cases_stage_winner(),
        Stage::SpecialMention => t.cases_stage_special_mention(),
        Stage::PopularCity => t.cases_stage_popular_city(),
    }
}

/// How sure a topic is, in words.
pub(crate) fn basis_name(t: T, basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => t.cases_basis_stated(),
        Basis::Inferred => t.cases_basis_inferred(),
        Basis::InferredLow => t.cases_basis_inferred_low(),
        Basis::Chosen => t.cases_basis_chosen(),
    }
}

/// Heading of a part of a write-up.
#[must_use]
pub fn section_name(t: T, section: Section) -> &'static str {
    match section {
        Section::Context => t.cases_section_context(),
        Section::Actors => t.cases_section_actors(),
        Section::Resources => t.cases_section_resources(),
        Section::Innovation => t.cases_section_innovation(),
        Section::Obstacles => t.cases_section_obstacles(),
        Section::Outcomes => t.cases_section_outcomes(),
        Section::Lessons => t.cases_section_lessons(),
        Section::Replicability => t.cases_section_replicability(),
        Section::Sustainability => t.cases_section_sustainability(),
        Section::Risk => t.cases_section_risk(),
    }
}

/// Kind of a case, in words; the id where it is not known.
pub(crate) fn kind_name(t: T, kind: &str) -> &str {
    match kind {
        "case" => t.cases_kind_case(),
        "plan" => t.cases_kind_plan(),
        "matter" => t.cases_kind_matter(),
        other => other,
    }
}

const COUNTRIES: [(&str, Message); 32] = [
    ("AR", T::cases_country_ar),
    ("BD", T::cases_country_bd),
    ("BE", T::cases_country_be),
    ("BO", T::cases_country_bo),
    ("BR", T::cases_country_br),
    ("CA", T::cases_country_ca),
    ("CN", T::cases_country_cn),
    ("DK", T::cases_country_dk),
    ("EG", T::cases_country_eg),
    ("FI", T::cases_country_fi),
    ("GB", T::cases_country_gb),
    ("ID", T::cases_country_id),
    ("IL", T::cases_country_il),
    ("IR", T::cases_country_ir),
    ("IT", T::cases_country_it),
    ("KE", T::cases_country_ke),
    ("KR", T::cases_country_kr),
    ("MX", T::cases_country_mx),
    ("MY", T::cases_country_my),
    ("NG", T::cases_country_ng),
    ("PL", T::cases_country_pl),
    ("PT", T::cases_country_pt),
    ("PY", T::cases_country_py),
    ("RU", T::cases_country_ru),
    ("SV", T::cases_country_sv),
    ("TR", T::cases_country_tr),
    ("TW", T::cases_country_tw),
    ("TZ", T::cases_country_tz),
    ("US", T::cases_country_us),
    ("VE", T::cases_country_ve),
    ("ZA", T::cases_country_za),
    ("ZM", T::cases_country_zm),
];
