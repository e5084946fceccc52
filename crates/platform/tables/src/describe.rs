//! The descriptors of a table: CSVW (W3C, "Metadata Vocabulary for Tabular Data", 2015) and Frictionless (Table Schema and Data
//! Package, version 1).

use serde_json::{Map, Value, json};

use crate::{Column, Kind, Table};

/// Address of the CSVW context.
const CSVW: &str = "http://www.w3.org/ns/csvw";
const TAMED: &str = "Text that a spreadsheet would take for a formula has an apostrophe before it.";

fn csvw_type(column: &Column) -> Value {
    let base = match column.kind {
        Kind::Id | Kind::Hex | Kind::Text => "string",
        Kind::Int => "integer",
        Kind::Real => "number",
        Kind::Flag => "boolean",
        Kind::Date => "date",
        Kind::Time => "datetime",
    };
    match (column.kind, column.one_of) {
        (Kind::Id, _) => json!({ "base": base, "format": "[0-9a-f]{32}" }),
        (_, Some(values)) => json!({ "base": base, "format": values().join("|") }),
        (Kind::Time, None) => json!({ "base": base, "format": "yyyy-MM-ddTHH:mm:ssXXX" }),
        _ => json!(base),
    }
}

fn csvw_column(column: &Column) -> Value {
    let mut out = json!({
        "name": column.name,
        "titles": column.name,
        "dc:description": column.about,
        "datatype": csvw_type(column),
    });
    if column.required {
        out["required"] = json!(true);
    }
    out
}

fn csvw_table(table: &Table, references: bool) -> Map<String, Value> {
    let mut schema = json!({
        "columns": table.columns.iter().map(csvw_column).collect::<Vec<_>>(),
        "primaryKey": table.key,
    });
    if references {
        let to = |c: &Column| {
            let to = c.refers?;
            let reference = json!({ "resource": format!("{to}.csv"), "columnReference": "id" });
            Some(json!({ "columnReference": c.name, "reference": reference }))
        };
        let keys: Vec<Value> = table.columns.iter().filter_map(to).collect();
        if !keys.is_empty() {
            schema["foreignKeys"] = json!(keys);
        }
    }
    let mut out = Map::new();
    out.insert("url".into(), json!(format!("{}.csv", table.name)));
    out.insert("dc:title".into(), json!(table.name));
    out.insert("dc:description".into(), json!(format!("{} {TAMED}", table.about)));
    out.insert("tableSchema".into(), schema);
    out
}

/// `NAME.csv-metadata.json`: the description of one file, where CSVW looks for it. References to other tables are in
/// [`csvw_group`], because CSVW allows them within a group only.
#[must_use]
pub fn csvw(table: &Table) -> Value {
    let mut out = csvw_table(table, false);
    out.insert("@context".into(), json!([CSVW, { "@language": "en" }]));
    Value::Object(out)
}

/// `csv-metadata.json`: all tables with the references between them.
#[must_use]
pub fn csvw_group(tables: &[&Table]) -> Value {
    json!({
        "@context": [CSVW, { "@language": "en" }],
        "tables": tables.iter().map(|t| csvw_table(t, true)).collect::<Vec<_>>(),
    })
}

fn field(column: &Column, key: bool) -> Value {
    let (kind, format) = match column.kind {
        Kind::Id | Kind::Hex | Kind::Text => ("string", None),
        Kind::Int => ("integer", None),
        Kind::Real => ("number", None),
        Kind::Flag => ("boolean", None),
        Kind::Date => ("date", None),
        Kind::Time => ("datetime", Some("%Y-%m-%dT%H:%M:%S%z")),
    };
    let mut out = json!({ "name": column.name, "type": kind, "description": column.about });
    if let Some(format) = format {
        out["format"] = json!(format);
    }
    if column.kind == Kind::Flag {
        (out["trueValues"], out["falseValues"]) = (json!(["true"]), json!(["false"]));
    }
    let mut rules = Map::new();
    if column.required || key {
        rules.insert("required".into(), json!(true));
    }
    if let Some(values) = column.one_of {
        rules.insert("enum".into(), json!(values()));
    }
    if column.kind == Kind::Id {
        rules.insert("pattern".into(), json!("[0-9a-f]{32}"));
    }
    if !rules.is_empty() {
        out["constraints"] = Value::Object(rules);
    }
    out
}

/// The table as a resource of `datapackage.json`.
#[must_use]
pub fn frictionless(table: &Table) -> Value {
    let is_key = |c: &Column| table.key.contains(&c.name);
    let to = |c: &Column| {
        let to = c.refers?;
        // The specification writes the table itself as an empty name.
        let resource = if to == table.name { "" } else { to };
        Some(json!({ "fields": [c.name], "reference": { "resource": resource, "fields": ["id"] } }))
    };
    let mut schema = json!({
        "fields": table.columns.iter().map(|c| field(c, is_key(c))).collect::<Vec<_>>(),
        "missingValues": [""],
        "primaryKey": table.key,
    });
    let keys: Vec<Value> = table.columns.iter().filter_map(to).collect();
    if !keys.is_empty() {
        schema["foreignKeys"] = json!(keys);
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": format!("{}.csv", table.name),
        "description": format!("{} {TAMED}", table.about),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "doubleQuote": true, "header": true },
        "schema": schema,
    })
}
