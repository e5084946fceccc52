//! Settings, folders, disk, clock, mail, backups: what can be seen without the database.

use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;

use super::Report;
use crate::backup::Manifest;
use crate::config::Config;

const GIB: u64 = 1 << 30;
/// Less room than this on the disk is a matter of hours.
const LOW: u64 = 2 * GIB;
/// Less than this is a matter of minutes.
const NEARLY_FULL: u64 = GIB / 8;
/// A daily backup that is two hours late.
const OLDEST_BACKUP_HOURS: i64 = 26;
/// No clock that is right shows an earlier year.
const FIRST_YEAR: i16 = 2026;

pub async fn examine(config: &Config, now: Timestamp, connect: bool, report: &mut Report) {
    data(config, report);
    key(config, report);
    clock(config, now, report);
    address(config, report);
    mail(config, connect, report).await;
    backups(config, now, report);
}

fn data(config: &Config, report: &mut Report) {
    let path = &config.data;
    if !path.is_dir() {
        report.wrong(
            "data folder",
            format!("{} is not there", path.display()),
            "make it for the user that runs Kapok, with mode 700, or start kapok serve once",
        );
        return;
    }
    if others_may_look(path, 0o077) {
        report.warn(
            "data folder",
            format!("other users of this machine may look into {}", path.display()),
            format!("chmod 700 {}", path.display()),
        );
    } else {
        report.ok("data folder", path.display().to_string());
    }
    let trial = path.join(".kapok-doctor");
    match std::fs::write(&trial, b"") {
        Ok(()) => {
            let _ = std::fs::remove_file(&trial);
        }
        Err(error) => report.wrong(
            "data folder",
            format!("cannot write into {}: {error}", path.display()),
            "run the doctor as the user that runs Kapok, and give the folder to that user",
        ),
    }
    room(path, report);
}

fn room(path: &Path, report: &mut Report) {
    let Ok(disk) = rustix::fs::statvfs(path) else {
        return report.warn("disk", "how much room there is cannot be seen", "look with df");
    };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let said = format!(
        "{}.{} GB free for {}",
        free / GIB,
        free % GIB * 10 / GIB,
        path.display()
    );
    match free {
        free if free < NEARLY_FULL => {
            report.wrong("disk", said, "make room now: without any, nothing can be saved")
        }
        free if free < LOW => report.warn("disk", said, "make room, or move data to a larger disk"),
        _ => report.ok("disk", said),
    }
}

#[cfg(unix)]
fn others_may_look(path: &Path, bits: u32) -> bool {
    use std::os::unix::fs::PermissionsExt;
    std::fs::metadata(path).is_ok_and(|m| m.permissions().mode() & bits != 0)
}

#[cfg(not(unix))]
fn others_may_look(_: &Path, _: u32) -> bool {
    false
}

fn key(config: &Config, report: &mut Report) {
    let path = config.key_path();
    let shown = path.display();
    match std::fs::read_to_string(&path) {
        // Whether one should be there, the database knows.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => report.wrong(
            "key",
            format!("cannot read {shown}: {error}"),
            "run the doctor as the user that runs Kapok, and give the file to that user",
        ),
        Ok(text) if text.trim().len() != 64 || !text.trim().bytes().all(|b| b.is_ascii_hexdigit()) => report
            .wrong(
                "key",
                format!("{shown} does not hold 64 hexadecimal digits"),
                "restore it from its backup: without it contact data and codes cannot be read",
            ),
        Ok(_) if others_may_look(&path, 0o077) => report.wrong(
            "key",
            format!("other users of this machine may read {shown}"),
            format!("chmod 600 {shown}"),
        ),
        Ok(_) => report.ok("key", format!("{shown}, for its owner only")),
    }
}

fn clock(config: &Config, now: Timestamp, report: &mut Report) {
    let zone = jiff::tz::TimeZone::get(&config.time_zone).unwrap_or(jiff::tz::TimeZone::UTC);
    let here = zone.to_datetime(now);
    let said = format!(
        "{} in the city ({})",
        here.strftime("%Y-%m-%d %H:%M"),
        config.time_zone
    );
    if here.year() < FIRST_YEAR {
        report.wrong(
            "clock",
            said,
            "set the clock of this machine and keep it right with NTP",
        );
    } else if config.time_zone == "UTC" {
        report.warn(
            "clock",
            said,
            "set time_zone, unless days begin at midnight UTC in your city",
        );
    } else {
        report.ok("clock", said);
    }
}

fn address(config: &Config, report: &mut Report) {
    let secure = config.public_url.starts_with("https://");
    let rest = config
        .public_url
        .trim_start_matches("https://")
        .trim_start_matches("http://");
    let host = rest.split(['/', ':']).next().unwrap_or_default();
    let here = host == "localhost" || host.starts_with("127.") || rest.starts_with("[::1]");
    match (secure, here) {
        (true, _) => report.ok(
            "public_url",
            format!("{}: Secure cookies and HSTS are on", config.public_url),
        ),
        (false, true) => report.warn(
            "public_url",
            format!("{} is this machine only", config.public_url),
            "set public_url to where residents reach the server: links in mails begin with it",
        ),
        (false, false) => report.warn(
            "public_url",
            format!(
                "{} is not encrypted: sign-ins and words can be read on the way",
                config.public_url
            ),
            "put a proxy with a certificate in front and write https://",
        ),
    }
    let listens_here = config.listen.starts_with("127.")
        || config.listen.starts_with("[::1]")
        || config.listen.starts_with("localhost");
    match (config.behind_proxy, secure) {
        (false, true) => report.warn(
            "proxy",
            "public_url is https, so a proxy stands in front, but behind_proxy is false: all residents share one rate limit",
            "set behind_proxy = true, when the proxy sets X-Forwarded-For itself",
        ),
        (true, _) if !listens_here => report.warn(
            "proxy",
            format!("behind_proxy is true and listen is {}: whoever comes past the proxy can choose their address", config.listen),
            "listen on 127.0.0.1, or let only the proxy through the firewall",
        ),
        (true, _) => report.ok("proxy", "X-Forwarded-For of a proxy on this machine is believed"),
        (false, false) => report.ok("proxy", "none"),
    }
}

async fn mail(config: &Config, connect: bool, report: &mut Report) {
    if config.mail == "off" {
        return report.warn(
            "mail",
            "off: nobody is written to when an answer is there",
            "set mail to smtps://USER:PASSWORD@HOST",
        );
    }
    let kind = config.mail.split(':').next().unwrap_or_default().to_owned();
    if let Err(error) = kapok_mail::Mailer::from_setting(&config.mail, &config.mail_from) {
        return report.wrong("mail", error.to_string(), "mend mail or mail_from");
    }
    if kind == "file" {
        return report.warn(
            "mail",
            "written as files: they reach nobody",
            "set mail to smtps://USER:PASSWORD@HOST",
        );
    }
    if config.mail_from.ends_with("@localhost") {
        report.warn(
            "mail",
            format!("mails go out from {}", config.mail_from),
            "set mail_from to an address of the city",
        );
    }
    // Never the whole setting: the password stands in it.
    let host = mail_host(&config.mail);
    if !connect {
        return report.ok(
            "mail",
            format!("{kind}, {host}; kapok doctor --connect tries to reach it"),
        );
    }
    let tried = tokio::time::timeout(Duration::from_secs(5), tokio::net::TcpStream::connect(&host)).await;
    match tried {
        Ok(Ok(_)) => report.ok("mail", format!("{host} answers")),
        _ => report.wrong(
            "mail",
            format!("{host} does not answer"),
            "look at host, port and firewall",
        ),
    }
}

/// Host and port of the mail setting.
fn mail_host(setting: &str) -> String {
    let rest = setting.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
    let host = host.split(['/', '?']).next().unwrap_or_default();
    let port = if setting.starts_with("smtps") { 465 } else { 587 };
    if host
        .rsplit_once(':')
        .is_some_and(|(_, p)| p.parse::<u16>().is_ok())
    {
        host.to_owned()
    } else {
        format!("{host}:{port}")
    }
}

fn backups(config: &Config, now: Timestamp, report: &mut Report) {
    let folder = &config.backup;
    if folder.as_os_str().is_empty() {
        return report.warn(
            "backup",
            "no folder is set, so nobody can see whether there are backups",
            "set backup = \"FOLDER\" and run kapok backup every day",
        );
    }
    let Ok(entries) = std::fs::read_dir(folder) else {
        return report.wrong(
            "backup",
            format!("{} cannot be read", folder.display()),
            "make the folder, or run kapok backup",
        );
    };
    let mut names: Vec<_> = entries
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|p| p.join(crate::backup::LIST).is_file())
        .filter(|p| p.extension().is_none_or(|e| e != "unfinished"))
        .collect();
    names.sort();
    let Some(last) = names.pop() else {
        return report.wrong(
            "backup",
            format!("there is none in {}", folder.display()),
            "run kapok backup",
        );
    };
    match Manifest::read(&last) {
        Err(error) => report.wrong(
            "backup",
            format!("{error:#}"),
            "run kapok backup, and look at the disk",
        ),
        Ok(manifest) => {
            let hours = (now.as_second() - manifest.made.as_second()) / 3600;
            let said = format!("the last is {hours} h old, {}", last.display());
            if hours > OLDEST_BACKUP_HOURS {
                report.warn(
                    "backup",
                    said,
                    "run kapok backup every day, by cron or a systemd timer",
                );
            } else {
                report.ok("backup", said);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::mail_host;

    #[test]
    fn the_host_of_a_mail_setting_comes_without_user_and_password() {
        assert_eq!(mail_host("smtps://a:s@cret@mail.example"), "mail.example:465");
        assert_eq!(mail_host("smtp://127.0.0.1:2525"), "127.0.0.1:2525");
        assert_eq!(mail_host("smtp://u:p@h.example?tls=required"), "h.example:587");
    }
}
