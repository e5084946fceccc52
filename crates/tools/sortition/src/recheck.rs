//! `kapok sortition verify` for the JSON of a draw: the same draw again.

use std::path::Path;

use anyhow::Context as _;
use kapok_i18n::Lang;

use crate::draw::{Args, Name, Settings, fair, greedy};
use crate::files::{self, Input};
use crate::outcome::Outcome;

/// Draws again with the settings of a result; what differs.
pub fn recheck(path: &Path, pool: Option<&Path>, quotas: Option<&Path>) -> anyhow::Result<Vec<String>> {
    let text = files::bytes(path)?;
    let published: Outcome = serde_json::from_slice(&text)
        .with_context(|| format!("{}: is not the JSON of a draw", path.display()))?;
    let (Some(pool), Some(quotas)) = (pool, quotas) else {
        anyhow::bail!("to check the JSON of a draw, give its files with --pool and --quotas");
    };
    let method = <Name as clap::ValueEnum>::from_str(&published.method, true).map_err(|_| {
        anyhow::anyhow!(
            "{}: the method \"{}\" is not known",
            path.display(),
            published.method
        )
    })?;
    let args = Args {
        input: Input {
            pool: pool.to_path_buf(),
            quotas: quotas.to_path_buf(),
            seats: published.seats,
            id_column: published.id_column.clone(),
            address: published.address_columns.clone(),
        },
        settings: Settings {
            method,
            gamma: published.gamma.unwrap_or(1.0),
            tolerance: published.tolerance,
            time_limit: None,
        },
        seed: published.seed.clone(),
        numbered: published.numbered.as_ref().map(|n| n.panels.len()),
        draws: published.draws.unwrap_or(1000),
        json: None,
        out: None,
        lang: Lang::En,
    };
    let mut faults = Vec::new();
    let loaded = args.input.load()?;
    for (file, then, now) in [
        (pool, &published.pool_sha256, &loaded.pool_hash),
        (quotas, &published.quotas_sha256, &loaded.quotas_hash),
    ] {
        if then != now {
            faults.push(format!(
                "{}: changed since the draw (SHA-256 {now}, then {then})",
                file.display()
            ));
        }
    }
    let again = match args.settings.method() {
        Some(method) => fair(&args, &loaded, method)?,
        None => greedy(&args, &loaded)?,
    };
    // Through the same text, since reading a number may round it.
    let again: Outcome = serde_json::from_slice(&serde_json::to_vec(&again)?)?;
    let (then, now) = (serde_json::to_value(&published)?, serde_json::to_value(&again)?);
    for (key, value) in now.as_object().into_iter().flatten() {
        let old = &then[key];
        if old != value && !key.ends_with("sha256") {
            let detail = value
                .as_object()
                .and_then(|map| map.iter().find(|(id, v)| old.get(id) != Some(v)));
            let cell = detail.map_or(String::new(), |(id, _)| format!(", first \"{id}\""));
            faults.push(format!(
                "{}: \"{key}\" is not what the files give{cell}",
                path.display()
            ));
        }
    }
    Ok(faults)
}
