//! The catalogue of the open data: DCAT-AP 3.0.0 (SEMIC, 2024) as JSON-LD, and the Frictionless package.

use kapok_acts::Env;
use kapok_tables::{Table, frictionless};
use serde_json::{Value, json};

use crate::tables;

/// Who may use the data for what.
pub(crate) const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
/// Authority tables of the EU Publications Office, which DCAT-AP names.
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";

/// `datapackage.json`.
#[must_use]
pub fn package(env: &Env) -> Value {
    let city = &env.city;
    json!({
        "profile": "tabular-data-package",
        "name": "kapok-open-data",
        "title": format!("Open data of {}", city.name),
        "description": ABOUT,
        "homepage": format!("{}/about/open-data", city.public_url),
        "licenses": [{ "name": "CC-BY-4.0", "path": LICENCE, "title": "Creative Commons Attribution 4.0" }],
        "resources": tables::all().into_iter().map(frictionless).collect::<Vec<_>>(),
    })
}

const ABOUT: &str = "What residents asked of their city and what became of it: every voice, matter, decision, promise and result, and \
    the log of every act. Each table is read in pieces while the record goes on; tables may differ by what happened in between.";

/// `catalog.jsonld`.
#[must_use]
pub fn catalogue(env: &Env) -> Value {
    let base = &env.city.public_url;
    let here = format!("{base}/open-data");
    let mut graph = vec![
        json!({
            "@id": format!("{here}/catalog.jsonld"),
            "@type": "dcat:Catalog",
            "dct:title": english(&format!("Open data of {}", env.city.name)),
            "dct:description": english(ABOUT),
            "dct:publisher": { "@id": format!("{here}#publisher") },
            "dct:license": { "@id": LICENCE },
            "dct:language": { "@id": format!("{AUTHORITY}/language/ENG") },
            "dcat:themeTaxonomy": { "@id": format!("{AUTHORITY}/data-theme") },
            "foaf:homepage": { "@id": format!("{base}/about/open-data") },
            "dcat:dataset": tables::all().iter().map(|t| json!({ "@id": address(&here, t) })).collect::<Vec<_>>(),
        }),
        json!({
            "@id": format!("{here}#publisher"),
            "@type": "foaf:Agent",
            "foaf:name": env.city.name,
            "dct:type": { "@id": "http://purl.org/adms/publishertype/LocalAuthority", "@type": "skos:Concept",
                "skos:prefLabel": english("Local authority"), "skos:inScheme": { "@id": "http://purl.org/adms/publishertype/1.0" } },
        }),
        concept(
            "http://purl.org/adms/publishertype/1.0",
            "skos:ConceptScheme",
            "Publisher type",
        ),
        concept(
            &format!("{AUTHORITY}/data-theme"),
            "skos:ConceptScheme",
            "Dataset types",
        ),
        theme(),
        json!({ "@id": LICENCE, "@type": "dct:LicenseDocument", "dct:title": english("Creative Commons Attribution 4.0") }),
        json!({ "@id": format!("{AUTHORITY}/language/ENG"), "@type": "dct:LinguisticSystem" }),
        json!({ "@id": format!("{AUTHORITY}/file-type/CSV"), "@type": "dct:MediaTypeOrExtent" }),
        json!({ "@id": format!("{AUTHORITY}/file-type/GEOJSON"), "@type": "dct:MediaTypeOrExtent" }),
        json!({ "@id": format!("{AUTHORITY}/frequency/CONT"), "@type": "dct:Frequency" }),
        json!({ "@id": "https://www.iana.org/assignments/media-types/text/csv", "@type": "dct:MediaType" }),
        json!({ "@id": "https://www.iana.org/assignments/media-types/application/geo+json", "@type": "dct:MediaType" }),
        json!({ "@id": format!("{base}/about/open-data"), "@type": "foaf:Document" }),
        json!({ "@id": "https://www.w3.org/TR/tabular-metadata/", "@type": "dct:Standard" }),
    ];
    for table in tables::all() {
        graph.push(dataset(&here, table));
        graph.push(distribution(
            &here,
            &format!("{}.csv", table.name),
            "CSV",
            "text/csv",
        ));
        if ["places", "matters"].contains(&table.name) {
            graph.push(distribution(
                &here,
                &format!("{}.geojson", table.name),
                "GEOJSON",
                "application/geo+json",
            ));
        }
    }
    json!({
        "@context": {
            "dcat": "http://www.w3.org/ns/dcat#",
            "dct": "http://purl.org/dc/terms/",
            "foaf": "http://xmlns.com/foaf/0.1/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
        },
        "@graph": graph,
    })
}

fn english(text: &str) -> Value {
    json!({ "@value": text, "@language": "en" })
}

fn concept(id: &str, kind: &str, title: &str) -> Value {
    json!({ "@id": id, "@type": kind, "dct:title": english(title) })
}

/// Government and public sector.
fn theme() -> Value {
    json!({
        "@id": format!("{AUTHORITY}/data-theme/GOVE"),
        "@type": "skos:Concept",
        "skos:prefLabel": english("Government and public sector"),
        "skos:inScheme": { "@id": format!("{AUTHORITY}/data-theme") },
    })
}

fn address(here: &str, table: &Table) -> String {
    format!("{here}#{}", table.name)
}

fn dataset(here: &str, table: &Table) -> Value {
    let mut files = vec![json!({ "@id": format!("{here}/{}.csv#file", table.name) })];
    if ["places", "matters"].contains(&table.name) {
        files.push(json!({ "@id": format!("{here}/{}.geojson#file", table.name) }));
    }
    json!({
        "@id": address(here, table),
        "@type": "dcat:Dataset",
        "dct:identifier": table.name,
        "dct:title": english(&table.name.replace('_', " ")),
        "dct:description": english(table.about),
        "dct:publisher": { "@id": format!("{here}#publisher") },
        "dct:language": { "@id": format!("{AUTHORITY}/language/ENG") },
        "dct:accrualPeriodicity": { "@id": format!("{AUTHORITY}/frequency/CONT") },
        "dcat:theme": { "@id": format!("{AUTHORITY}/data-theme/GOVE") },
        "dcat:distribution": files,
    })
}

fn distribution(here: &str, file: &str, kind: &str, media: &str) -> Value {
    let url = format!("{here}/{file}");
    let mut out = json!({
        "@id": format!("{url}#file"),
        "@type": "dcat:Distribution",
        "dct:title": english(file),
        "dcat:accessURL": { "@id": url },
        "dcat:downloadURL": { "@id": url },
        "dct:license": { "@id": LICENCE },
        "dct:format": { "@id": format!("{AUTHORITY}/file-type/{kind}") },
        "dcat:mediaType": { "@id": format!("https://www.iana.org/assignments/media-types/{media}") },
    });
    if kind == "CSV" {
        out["dct:conformsTo"] = json!({ "@id": "https://www.w3.org/TR/tabular-metadata/" });
    }
    out
}
