//! Where a mail goes: nowhere, into a list for tests, into a folder for the demo, or to a mail server.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::compose::compose;
use crate::{MailError, Message, Sender};

/// How long a conversation with the mail server may hang before it counts as broken off.
const PATIENCE: Duration = Duration::from_secs(30);

/// Where mails go. Cheap to clone.
#[derive(Clone, Debug)]
pub enum Mailer {
    /// Nowhere: the installation sends no mail.
    Off,
    /// Into a list, for tests to read. The mail is composed as for a server, so that what would fail there fails here.
    Sink(Arc<Mutex<Vec<Message>>>),
    /// To a mail server.
    Smtp(Smtp),
    /// Into a folder, one `.eml` file each, for the demo.
    File(Spool),
}

/// A mail server and the sender it accepts mails from.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Sender,
}

/// A folder of `.eml` files.
#[derive(Clone, Debug)]
pub struct Spool {
    folder: PathBuf,
    from: Sender,
    written: Arc<AtomicU64>,
}

impl Mailer {
    /// The mailer that a setting names.
    ///
    /// - `off`
    /// - `file:FOLDER`
    /// - `smtps://user:password@host` (port 465 unless given, encrypted from the first byte)
    /// - `smtp://user:password@host?tls=required` (port 587 unless given, STARTTLS)
    /// - `smtp://localhost` (port 25, not encrypted; with a password only to this machine)
    ///
    /// `from` is the sender, `City <mail@city.example>`.
    ///
    /// # Errors
    /// [`MailError::BadSetting`] with what is expected; never the setting itself, which holds a password.
    /// [`MailError::Disk`] where the folder cannot be made.
    pub fn from_setting(setting: &str, from: &str) -> Result<Self, MailError> {
        if setting == "off" {
            return Ok(Self::Off);
        }
        let from = from.parse()?;
        match setting.strip_prefix("file:") {
            Some(folder) => Ok(Self::File(Spool::open(Path::new(folder), from)?)),
            None => Ok(Self::Smtp(Smtp::connect_to(setting, from)?)),
        }
    }

    /// A sink, and the list it fills.
    #[must_use]
    pub fn sink() -> (Self, Arc<Mutex<Vec<Message>>>) {
        let list = Arc::new(Mutex::new(Vec::new()));
        (Self::Sink(list.clone()), list)
    }

    /// Whether mails can reach anybody. Where not, pages do not ask for an address.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !matches!(self, Self::Off)
    }

    /// Sends one mail, dated `now`.
    ///
    /// # Errors
    /// See [`MailError`]. Off, nothing is sent and nothing is wrong.
    pub async fn send(&self, message: &Message, now: SystemTime) -> Result<(), MailError> {
        match self {
            Self::Off => {}
            Self::Sink(list) => {
                compose(message, &"Sink <sink@localhost>".parse()?, now)?;
                // A test that panicked while reading the list has not damaged it.
                list.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(message.clone());
            }
            Self::Smtp(server) => server.send(message, now).await?,
            Self::File(spool) => spool.send(message, now).await?,
        }
        tracing::debug!(mailer = self.kind(), bytes = message.text.len(), "mail sent");
        Ok(())
    }

    fn kind(&self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Sink(_) => "sink",
            Self::Smtp(_) => "smtp",
            Self::File(_) => "file",
        }
    }
}

impl Smtp {
    fn connect_to(url: &str, from: Sender) -> Result<Self, MailError> {
        let form =
            "write off, file:FOLDER, smtps://user:password@host or smtp://user:password@host?tls=required";
        let known = url.starts_with("smtp://") || url.starts_with("smtps://");
        let builder = known
            .then(|| AsyncSmtpTransport::<Tokio1Executor>::from_url(url).ok())
            .flatten();
        let builder = builder.ok_or(MailError::BadSetting(form))?;
        if sends_password_in_clear(url) {
            return Err(MailError::BadSetting(
                "a password needs smtps:// or ?tls=required",
            ));
        }
        Ok(Self {
            transport: builder.timeout(Some(PATIENCE)).build(),
            from,
        })
    }

    async fn send(&self, message: &Message, now: SystemTime) -> Result<(), MailError> {
        let mail = compose(message, &self.from, now)?;
        // One limit for the whole conversation: the library's own covers connecting and each line, so a server that
        // answers a byte at a time could hold the job for hours.
        match tokio::time::timeout(PATIENCE * 2, self.transport.send(mail)).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(error)) => Err(without_address(&error)),
            Err(_) => Err(MailError::Unreachable),
        }
    }
}

impl fmt::Debug for Smtp {
    /// Without the server's password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Smtp")
            .field("from", &self.from)
            .finish_non_exhaustive()
    }
}

/// Whether this URL would send a password over a network unencrypted.
fn sends_password_in_clear(url: &str) -> bool {
    let Some(rest) = url.strip_prefix("smtp://") else {
        return false;
    };
    let (place, query) = rest.split_once('?').unwrap_or((rest, ""));
    let authority = place.split('/').next().unwrap_or_default();
    let Some((_, host)) = authority.rsplit_once('@') else {
        return false;
    };
    let here = ["localhost", "127.0.0.1", "[::1]"].iter().any(|name| {
        host.strip_prefix(name)
            .is_some_and(|port| port.is_empty() || port.starts_with(':'))
    });
    !here && !query.split('&').any(|pair| pair == "tls=required")
}

/// What went wrong, without the server's words: they often repeat the address.
fn without_address(error: &SmtpError) -> MailError {
    let code = error.status().map(u16::from);
    if error.is_permanent() {
        MailError::Refused {
            code,
            permanent: true,
        }
    } else if error.is_transient() {
        MailError::Refused {
            code,
            permanent: false,
        }
    } else {
        MailError::Unreachable
    }
}

impl Spool {
    fn open(folder: &Path, from: Sender) -> Result<Self, MailError> {
        std::fs::create_dir_all(folder)?;
        Ok(Self {
            folder: folder.to_owned(),
            from,
            written: Arc::default(),
        })
    }

    /// Writes the mail under its moment and a number, so that names sort by time and tell nothing.
    async fn send(&self, message: &Message, now: SystemTime) -> Result<(), MailError> {
        let mail = compose(message, &self.from, now)?.formatted();
        let milliseconds = now
            .duration_since(UNIX_EPOCH)
            .map_or(0, |since| since.as_millis());
        let number = self.written.fetch_add(1, Ordering::Relaxed);
        let name = format!("{milliseconds:014}-{number:04}");
        let beside = self.folder.join(format!("{name}.part"));
        tokio::fs::write(&beside, mail).await?;
        tokio::fs::rename(&beside, self.folder.join(format!("{name}.eml"))).await?;
        Ok(())
    }
}
