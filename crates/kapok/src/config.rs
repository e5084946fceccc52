//! Settings: a file, overridden by environment variables, overridden by the command line.
//!
//! Every setting has the same name in the file (`public_url`) and in the environment (`KAPOK_PUBLIC_URL`). The handbook's
//! table in `docs/run.md` lists them.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use kapok_acts::{Automatic, City};
use serde::Deserialize;

/// Everything that can be set.
#[derive(Debug, Clone, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Address and port to listen on.
    pub listen: String,
    /// Address under which residents reach the server, for links in mails, feeds and receipts.
    pub public_url: String,
    /// Name of the public log, under which its checkpoints are signed; empty for the public address and `/log`.
    pub log_name: String,
    /// `sqlite:PATH` or `postgres://USER@HOST/NAME`.
    pub database: String,
    /// Folder for photos, the key and outgoing mail of the demo.
    pub data: PathBuf,
    /// File with the secret key, 64 hexadecimal digits; made at the first start if it is missing.
    pub key_file: Option<PathBuf>,
    /// `off`, `file:DIR`, `smtp://HOST:PORT` or `smtps://USER:PASSWORD@HOST`.
    pub mail: String,
    /// Sender of mails.
    pub mail_from: String,
    /// Whether a proxy stands in front whose `X-Forwarded-For` is to be believed.
    pub behind_proxy: bool,
    /// Who shows this token may read `/metrics`; without one, programs on this machine.
    pub metrics_token: String,
    /// Folder with backups: one is made there before migrating, and the doctor looks at their age.
    pub backup: PathBuf,
    /// Name of the city.
    pub city: String,
    /// IANA name of the time zone in which days begin.
    pub time_zone: String,
    /// Days within which a new voice is read and sorted.
    pub days_to_sort: i64,
    /// Days within which a voice gets an answer.
    pub days_to_answer: i64,
    /// Days after which contact data of a closed matter is deleted.
    pub days_to_keep_contact: i64,
    /// Offer matters that look like a text.
    pub automatic_similar: bool,
    /// Find the place that somebody means in the words they wrote.
    pub automatic_place: bool,
    /// Tell the language of a voice.
    pub automatic_language: bool,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".into(),
            public_url: String::new(),
            log_name: String::new(),
            database: String::new(),
            data: PathBuf::from("kapok-data"),
            key_file: None,
            mail: "off".into(),
            mail_from: "kapok@localhost".into(),
            behind_proxy: false,
            metrics_token: String::new(),
            backup: PathBuf::new(),
            city: "Our city".into(),
            time_zone: "UTC".into(),
            days_to_sort: 3,
            days_to_answer: 14,
            days_to_keep_contact: 90,
            automatic_similar: true,
            automatic_place: true,
            automatic_language: true,
        }
    }
}

impl Config {
    /// Reads the file, if one is named, then the environment.
    ///
    /// # Errors
    /// When the file cannot be read, a setting has the wrong type, or a name is not known.
    pub fn load(file: Option<&Path>, env: impl Fn(&str) -> Option<String>) -> anyhow::Result<Self> {
        let mut table = match file {
            Some(path) => std::fs::read_to_string(path)
                .with_context(|| format!("cannot read the settings file {}", path.display()))?
                .parse::<toml::Table>()
                .with_context(|| format!("the settings file {} is not TOML", path.display()))?,
            None => toml::Table::new(),
        };
        for name in NAMES {
            if let Some(value) = env(&format!("KAPOK_{}", name.to_uppercase())) {
                table.insert((*name).to_owned(), typed(name, value)?);
            }
        }
        let mut config: Self = table
            .try_into()
            .context("a setting has the wrong type or an unknown name")?;
        if config.database.is_empty() {
            config.database = format!("sqlite:{}", config.data.join("kapok.db").display());
        }
        if config.public_url.is_empty() {
            config.public_url = format!("http://{}", config.listen);
        }
        Ok(config)
    }

    /// The file with the key.
    #[must_use]
    pub fn key_path(&self) -> PathBuf {
        self.key_file.clone().unwrap_or_else(|| self.data.join("key"))
    }

    /// The city's settings.
    ///
    /// # Errors
    /// When the time zone is not known or a number of days makes no sense.
    pub fn city(&self) -> anyhow::Result<City> {
        let zone = jiff::tz::TimeZone::get(&self.time_zone).with_context(|| {
            format!(
                "time_zone {:?}: write an IANA name such as Europe/Madrid",
                self.time_zone
            )
        })?;
        let mut city = City::new(&self.city, &self.public_url, zone);
        for (name, days) in [
            ("days_to_sort", self.days_to_sort),
            ("days_to_answer", self.days_to_answer),
            ("days_to_keep_contact", self.days_to_keep_contact),
        ] {
            if !(1..=3650).contains(&days) {
                bail!("{name} is {days}: write a number from 1 to 3650");
            }
        }
        if !is_web_address(&self.public_url) {
            bail!(
                "public_url is {:?}: write where residents reach the server, for example https://kapok.city.example",
                self.public_url
            );
        }
        if self
            .listen
            .rsplit_once(':')
            .is_none_or(|(_, port)| port.parse::<u16>().is_err())
        {
            bail!(
                "listen is {:?}: name the port too, for example 127.0.0.1:8080",
                self.listen
            );
        }
        if !self.log_name.is_empty() {
            city.log_name.clone_from(&self.log_name);
        }
        if !kapok_log::note::is_name(&city.log_name) {
            bail!(
                "log_name is {:?}: write a name without spaces and plus signs, for example kapok.city.example/log",
                city.log_name
            );
        }
        city.days_to_sort = self.days_to_sort;
        city.days_to_answer = self.days_to_answer;
        city.days_to_keep_contact = self.days_to_keep_contact;
        city.automatic = Automatic {
            similar: self.automatic_similar,
            place: self.automatic_place,
            language: self.automatic_language,
        };
        Ok(city)
    }
}

/// `http://` or `https://`, then a host and no more than a path.
fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split('/').next()).unwrap_or_default();
    !host.is_empty() && !url.contains(|c: char| c.is_whitespace() || "?#\"<>".contains(c))
}

/// `Ok` when every variable that begins with `KAPOK_` is one that means something: a misspelt setting must not be ignored.
///
/// # Errors
/// Names the variable.
pub fn check_names(variables: impl Iterator<Item = String>) -> anyhow::Result<()> {
    for variable in variables {
        let Some(name) = variable.strip_prefix("KAPOK_") else {
            continue;
        };
        let known = NAMES.contains(&name.to_lowercase().as_str()) && name == name.to_uppercase();
        if !known && !matches!(name, "CONFIG" | "LOG" | "LOG_FORMAT") && !name.starts_with("TEST_") {
            bail!(
                "the environment variable {variable} means nothing; docs/run.md lists the settings. Unset or rename it"
            );
        }
    }
    Ok(())
}

/// Every setting, by its name in the file.
pub const NAMES: &[&str] = &[
    "listen",
    "public_url",
    "database",
    "data",
    "key_file",
    "mail",
    "mail_from",
    "behind_proxy",
    "metrics_token",
    "backup",
    "city",
    "log_name",
    "time_zone",
    "days_to_sort",
    "days_to_answer",
    "days_to_keep_contact",
    "automatic_similar",
    "automatic_place",
    "automatic_language",
];

fn is_switch(name: &str) -> bool {
    name == "behind_proxy" || name.starts_with("automatic_")
}

fn typed(name: &str, value: String) -> anyhow::Result<toml::Value> {
    Ok(match name {
        name if is_switch(name) => {
            toml::Value::Boolean(value.parse().with_context(|| {
                format!("KAPOK_{} is {value:?}: write true or false", name.to_uppercase())
            })?)
        }
        name if name.starts_with("days_") => toml::Value::Integer(
            value
                .parse()
                .with_context(|| format!("KAPOK_{} is {value:?}: write a number", name.to_uppercase()))?,
        ),
        _ => toml::Value::String(value),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(text: &str) -> PathBuf {
        let path =
            std::env::temp_dir().join(format!("kapok-config-{}-{}.toml", std::process::id(), text.len()));
        std::fs::write(&path, text).unwrap();
        path
    }

    #[test]
    fn the_environment_overrides_the_file_and_the_file_the_defaults() {
        let path = file("city = \"Riverton\"\nlisten = \"127.0.0.1:1\"\n");
        let env = |name: &str| (name == "KAPOK_LISTEN").then(|| "127.0.0.1:2".to_owned());
        let config = Config::load(Some(&path), env).unwrap();
        assert_eq!(
            (
                config.city.as_str(),
                config.listen.as_str(),
                config.days_to_answer
            ),
            ("Riverton", "127.0.0.1:2", 14)
        );
        assert_eq!(config.public_url, "http://127.0.0.1:2");
        assert_eq!(config.database, "sqlite:kapok-data/kapok.db");
    }

    #[test]
    fn a_misspelt_setting_is_refused_not_ignored() {
        let error = Config::load(Some(&file("lisen = \"x\"\n")), |_| None).unwrap_err();
        assert!(format!("{error:#}").contains("lisen"), "{error:#}");
    }

    #[test]
    fn a_wrong_value_says_what_to_write() {
        let env = |name: &str| (name == "KAPOK_DAYS_TO_ANSWER").then(|| "soon".to_owned());
        assert!(format!("{:#}", Config::load(None, env).unwrap_err()).contains("write a number"));
        let config = Config {
            time_zone: "Mars/Olympus".into(),
            ..Config::default()
        };
        assert!(format!("{:#}", config.city().unwrap_err()).contains("IANA name"));
    }

    #[test]
    fn a_misspelt_environment_variable_is_refused_and_others_are_left_alone() {
        let check = |names: &[&str]| check_names(names.iter().map(|n| (*n).to_owned()));
        assert!(
            check(&[
                "PATH",
                "KAPOK_LISTEN",
                "KAPOK_LOG",
                "KAPOK_CONFIG",
                "KAPOK_TEST_POSTGRES"
            ])
            .is_ok()
        );
        let error = check(&["KAPOK_LISTN"]).unwrap_err().to_string();
        assert!(error.contains("KAPOK_LISTN"), "{error}");
    }

    #[test]
    fn a_setting_that_makes_no_sense_is_named() {
        let wrong = |change: fn(&mut Config)| {
            let mut config = Config::load(None, |_| None).unwrap();
            change(&mut config);
            config.city().map(drop).unwrap_err().to_string()
        };
        assert!(Config::load(None, |_| None).unwrap().city().is_ok());
        assert!(wrong(|c| c.public_url = "notaurl".into()).contains("public_url"));
        assert!(wrong(|c| c.public_url = "ftp://x".into()).contains("public_url"));
        assert!(wrong(|c| c.listen = "localhost".into()).contains("name the port"));
        assert!(wrong(|c| c.days_to_answer = -1).contains("days_to_answer"));
    }

    #[test]
    fn every_setting_can_be_set_by_the_environment() {
        let value = |name: &str| match name {
            "KAPOK_BEHIND_PROXY" => "true".to_owned(),
            name if name.starts_with("KAPOK_AUTOMATIC") => "false".to_owned(),
            name if name.starts_with("KAPOK_DAYS") => "7".to_owned(),
            name => format!("set-{name}"),
        };
        let config = Config::load(None, |name| Some(value(name))).unwrap();
        let text = format!("{config:?}");
        for name in NAMES.iter().filter(|n| !is_switch(n) && !n.starts_with("days_")) {
            assert!(
                text.contains(&format!("set-KAPOK_{}", name.to_uppercase())),
                "{name}"
            );
        }
        assert!(config.behind_proxy && config.days_to_sort == 7 && !config.automatic_similar);
    }
}
