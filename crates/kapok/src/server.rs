//! Starting and stopping the server, with the work that goes on beside the requests.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context;
use kapok_acts::Env;
use kapok_files::Files;
use kapok_jobs::Handlers;
use kapok_mail::Mailer;
use kapok_store::{Clock, Db, Entropy, Options, SystemEntropy};
use kapok_web::Limits;
use tokio::net::TcpListener;

use crate::config::Config;
use crate::{keyfile, wiring};

/// The machine's clock.
#[derive(Debug, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place where the machine is asked for the time"
    )]
    fn now(&self) -> jiff::Timestamp {
        jiff::Timestamp::now()
    }
}

/// Opens database and key, applies missing migrations.
///
/// # Errors
/// When one of them cannot be opened; the text says what to do.
pub async fn open(config: &Config, options: Options) -> anyhow::Result<Env> {
    let city = config.city()?;
    private_folder(&config.data)
        .with_context(|| format!("cannot make the data folder {}", config.data.display()))?;
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let entropy: Arc<dyn Entropy> = Arc::new(SystemEntropy);
    if let Some(path) = config.database.strip_prefix("sqlite:") {
        private_file(Path::new(path)).with_context(|| format!("cannot write the database {path}"))?;
    }
    let db = Db::open(&config.database, options).context("cannot open the database")?;
    before_migrating(config, &db, clock.now()).await?;
    let done = db.migrate(&wiring::migrations(), clock.now()).await?;
    if !done.is_empty() {
        tracing::info!(count = done.len(), "migrations applied");
    }
    let keys = keyfile::of(&db, &config.key_path(), &*entropy).await?;
    Ok(Env::new(db, clock, entropy, keys, city))
}

/// An SQLite file that is about to get new tables is copied first: there is no way back from a migration.
async fn before_migrating(config: &Config, db: &Db, now: jiff::Timestamp) -> anyhow::Result<()> {
    let Some(file) = db.path() else {
        return Ok(()); // a backup of PostgreSQL is a matter of its operators
    };
    if db.is_empty().await? {
        return Ok(());
    }
    let have = kapok_store::applied(&mut db.read().await?).await?;
    let known = wiring::migrations();
    // What is newer than this version is refused by the migration itself.
    let newer = have.iter().any(|name| known.iter().all(|m| m.name != *name));
    if newer || known.iter().all(|m| have.iter().any(|name| name == m.name)) {
        return Ok(());
    }
    let folder = if config.backup.as_os_str().is_empty() {
        file.parent().unwrap_or(Path::new("."))
    } else {
        &config.backup
    };
    private_folder(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let copy = folder.join(format!(
        "before-migrating-{}.db",
        now.strftime("%Y-%m-%dT%H%M%SZ")
    ));
    private_file(&copy).with_context(|| format!("cannot write {}", copy.display()))?;
    db.copy_file(&copy.display().to_string()).await.with_context(|| {
        format!(
            "no copy could be made at {}, so nothing was migrated",
            copy.display()
        )
    })?;
    std::fs::File::open(&copy)?.sync_all()?;
    tracing::info!(copy = %copy.display(), "the database was copied before migrating");
    Ok(())
}

/// Makes a folder that only the server may look into; one that is there stays as it is.
pub(crate) fn private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Makes an empty file that only the server may read; one that is there stays as it is. The files that SQLite lays beside its
/// database take over its mode.
pub(crate) fn private_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

/// Serves until the process is told to stop.
///
/// # Errors
/// When the address cannot be listened on, or a setting does not fit.
pub async fn run(config: &Config, env: Env, ready: impl FnOnce(&str)) -> anyhow::Result<()> {
    run_within(Limits::default(), config, env, ready).await
}

/// As [`run`], with other rate limits.
///
/// # Errors
/// As [`run`].
pub async fn run_within(
    limits: Limits,
    config: &Config,
    env: Env,
    ready: impl FnOnce(&str),
) -> anyhow::Result<()> {
    crate::logging::panics_name_nobody();
    let files = Files::open(config.data.join("files")).context("cannot open the folder for photos")?;
    if config.mail.starts_with("smtp") && config.mail_from.ends_with("@localhost") {
        tracing::warn!(
            "mails go out from {}: set mail_from to an address of the city",
            config.mail_from
        );
    }
    let mailer = Mailer::from_setting(&config.mail, &config.mail_from).context("mail")?;
    let listener = TcpListener::bind(&config.listen).await.with_context(|| {
        format!(
            "cannot listen on {}: is another program using it, and is it an address of this machine?",
            config.listen
        )
    })?;
    let address = listener.local_addr().context("no local address")?;
    let mut app = wiring::app(env.clone(), files, limits, config.behind_proxy);
    app.watch = Arc::new(kapok_web::Watch::with_token(&config.metrics_token));
    let limits = Arc::clone(&app.limits);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let sequencer = tokio::spawn(sequencer(env.clone(), stopped.clone()));
    let work = tokio::spawn(beside(env, mailer, limits, stopped.clone()));
    ready(&format!("http://{address}"));
    kapok_web::server::serve(listener, wiring::service(app), async {
        told_to_stop().await;
        tracing::info!("stopping: running requests may finish");
    })
    .await?;
    let _ = stop.send(true);
    let _ = work.await;
    let _ = sequencer.await;
    Ok(())
}

/// Gives acts their place in the log, well within a second after they were written.
async fn sequencer(env: Env, mut stopped: tokio::sync::watch::Receiver<bool>) {
    loop {
        if let Err(error) = kapok_acts::tree::sequence(&env).await {
            tracing::error!(%error, "acts could not be given their place in the log");
        }
        if *stopped.borrow() {
            return; // after a last round, which takes in what the last requests wrote
        }
        tokio::select! {
            _ = stopped.changed() => {}
            () = tokio::time::sleep(Duration::from_millis(300)) => {}
        }
    }
}

/// What is kept in memory, jobs, and once an hour what has to go by date.
async fn beside(
    env: Env,
    mailer: Mailer,
    limits: Arc<Limits>,
    mut stopped: tokio::sync::watch::Receiver<bool>,
) {
    let handlers: Handlers = wiring::handlers(&mailer);
    let mut rounds = 0u32;
    while !*stopped.borrow() {
        if let Err(error) = kapok_front::warm(&env).await {
            tracing::error!(%error, "what is kept in memory could not be read again");
        }
        if let Err(error) = wiring::queue_mails(&env, &mailer).await {
            tracing::error!(%error, "mails could not be queued");
        }
        if let Err(error) = handlers.run_all_due(&env).await {
            tracing::error!(%error, "the job queue failed");
        }
        if rounds.is_multiple_of(1800) {
            limits.forget_quiet();
            if let Err(error) = wiring::hourly(&env).await {
                tracing::error!(%error, "what is due by date could not be deleted");
            }
        }
        rounds = rounds.wrapping_add(1);
        tokio::select! {
            _ = stopped.changed() => {}
            () = tokio::time::sleep(Duration::from_secs(2)) => {}
        }
    }
}

async fn told_to_stop() {
    let interrupt = async {
        let _ = tokio::signal::ctrl_c().await;
    };
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                () = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    interrupt.await;
}
