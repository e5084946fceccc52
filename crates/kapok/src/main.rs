//! The `kapok` command.

mod bench_backup;
mod exchange;
mod log;
mod operate;
mod workbench;

use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, Subcommand};
use kapok::config::Config;
use kapok::server;
use kapok_acts::{Actor, Role};
use kapok_store::{Durability, Options};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The open public record of what residents ask of their city and what became of it.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build and show the demo city Riverton on an embedded database.
    Demo {
        /// Address and port to listen on.
        #[arg(long, default_value = "127.0.0.1:8080")]
        listen: String,
        /// Folder for the demo's database and files; made anew at every start.
        #[arg(long, default_value = "kapok-data/demo")]
        data: PathBuf,
        /// Keep the demo city from the last start instead of making it anew.
        #[arg(long)]
        keep: bool,
    },
    /// Serve a city.
    Serve(Settings),
    /// Make a backup of everything, while the server runs.
    Backup(operate::Backup),
    /// Restore a backup into an empty place.
    Restore(operate::Restore),
    /// Say what is misconfigured, and how to mend it.
    Doctor(operate::Doctor),
    /// Staff accounts.
    Admin {
        #[command(subcommand)]
        command: Admin,
    },
    /// Bring in data.
    Import {
        #[command(subcommand)]
        command: Import,
    },
    /// Fill an empty database with a city of any size, for measuring.
    Generate(kapok::generate::Args),
    /// The server that `bench web` measures.
    #[command(hide = true)]
    BenchServer(kapok::bench::ChildArgs),
    /// Write the open data to a folder.
    Export {
        #[command(flatten)]
        settings: Settings,
        /// The folder; made if it is not there.
        folder: PathBuf,
    },
    /// Count every counter again that is kept on rows; exit status 1 when one differs.
    Recount(Settings),
    /// The public log: write it to a file, verify a file.
    Log {
        #[command(subcommand)]
        command: log::Log,
    },
    #[command(flatten)]
    Workbench(workbench::Workbench),
}

#[derive(clap::Args)]
struct Settings {
    /// Settings file (TOML). Environment variables KAPOK_… override it.
    #[arg(long, env = "KAPOK_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
enum Admin {
    /// Create a staff account. The password is read from standard input.
    Create {
        #[command(flatten)]
        settings: Settings,
        /// E-mail address to sign in with.
        #[arg(long)]
        email: String,
        /// Name shown in public beside the office.
        #[arg(long)]
        name: String,
        /// Name of the office; it is created if there is none of that name.
        #[arg(long, default_value = "Administration")]
        office: String,
        /// Roles, separated by commas: officer, lead-officer, moderator, mayors-office, auditor, administrator.
        #[arg(long, default_value = "administrator", value_delimiter = ',')]
        roles: Vec<String>,
    },
}

#[derive(Subcommand)]
enum Import {
    /// Import the cases, award sessions, workshops, topics, channels and questionnaire of the report.
    Report {
        #[command(flatten)]
        settings: Settings,
        /// Folder with the CSV files.
        #[arg(default_value = "data/report")]
        dir: PathBuf,
    },
    /// Import a CSV file of another platform as voices and matters.
    Csv {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        how: exchange::How,
        /// The CSV file.
        file: PathBuf,
    },
    /// Import an open-data archive of Decidim as voices and matters.
    Decidim {
        #[command(flatten)]
        settings: Settings,
        #[command(flatten)]
        how: exchange::How,
        /// The zip archive, or the folder that it was unpacked to.
        path: PathBuf,
    },
    /// Import the tree of places from a CSV file.
    Places {
        #[command(flatten)]
        settings: Settings,
        /// The CSV file.
        file: PathBuf,
    },
    /// Import offices, organisations and businesses from a CSV file.
    Parties {
        #[command(flatten)]
        settings: Settings,
        /// The CSV file.
        file: PathBuf,
    },
}

fn main() -> anyhow::Result<ExitCode> {
    let variable = |name| std::env::var(name).ok();
    kapok::logging::start(variable("KAPOK_LOG"), variable("KAPOK_LOG_FORMAT"))?;
    let command = match Cli::parse().command {
        Command::Workbench(command) => return workbench::run(command),
        Command::Log {
            command: log::Log::Verify { file, key, earlier },
        } => return log::verify(&file, key.as_ref(), earlier.as_deref()),
        command => command,
    };
    let workers = std::thread::available_parallelism().map_or(4, usize::from) + 2;
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .enable_all()
        .build()
        .context("no threads could be started")?
        .block_on(run(command))
}

async fn run(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Export { settings, folder } => {
            let env = server::open(&load(&settings)?, Options::default()).await?;
            exchange::export(&env, &folder).await
        }
        Command::Recount(settings) => {
            let env = server::open(&load(&settings)?, Options::default()).await?;
            return exchange::recount(&env).await;
        }
        Command::Log { command } => return log_command(command).await,
        Command::Backup(args) => return operate::backup(args).await,
        Command::Restore(args) => return operate::restore(args).await,
        Command::Doctor(args) => return operate::doctor(args).await,
        Command::Demo { listen, data, keep } => demo(listen, data, keep).await,
        Command::Serve(settings) => {
            let config = load(&settings)?;
            let env = server::open(&config, Options::default()).await?;
            server::run(&config, env, |address| {
                println!("Kapok serves {} at {address}", config.city)
            })
            .await
        }
        Command::Admin {
            command:
                Admin::Create {
                    settings,
                    email,
                    name,
                    office,
                    roles,
                },
        } => {
            let env = server::open(&load(&settings)?, Options::default()).await?;
            create_account(&env, &email, &name, &office, &roles).await
        }
        Command::Import {
            command: Import::Csv { settings, how, file },
        } => {
            let env = server::open(&load(&settings)?, Options::default()).await?;
            return exchange::import_csv(&env, &how, &file).await;
        }
        Command::Import {
            command: Import::Decidim { settings, how, path },
        } => {
            let env = server::open(&load(&settings)?, Options::default()).await?;
            return exchange::import_decidim(&env, &how, &path).await;
        }
        Command::Import { command } => import(command).await,
        Command::BenchServer(args) => kapok::bench::serve(args).await,
        Command::Generate(args) => kapok::generate::run(args).await,
        // Needs no runtime, and has been run.
        Command::Workbench(_) => Ok(()),
    }?;
    Ok(ExitCode::SUCCESS)
}

async fn log_command(command: log::Log) -> anyhow::Result<ExitCode> {
    let open = async |settings: &Settings| server::open(&load(settings)?, Options::default()).await;
    match command {
        log::Log::Export { settings, file } => log::export(&open(&settings).await?, &file).await?,
        log::Log::Key { settings } => println!("{}", kapok_acts::tree::key(&open(&settings).await?)?),
        log::Log::Check { settings } => return log::check(&open(&settings).await?).await,
        log::Log::Verify { .. } => {} // needs no runtime, and has been run
    }
    Ok(ExitCode::SUCCESS)
}

fn load(settings: &Settings) -> anyhow::Result<Config> {
    kapok::config::check_names(std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()))?;
    Config::load(settings.config.as_deref(), |name| std::env::var(name).ok())
}

async fn demo(listen: String, data: PathBuf, keep: bool) -> anyhow::Result<()> {
    let mut config = Config {
        listen,
        data,
        city: "Riverton".into(),
        ..Config::default()
    };
    config.public_url = format!("http://{}", config.listen);
    config.mail = format!("file:{}", config.data.join("mail").display());
    let file = config.data.join("demo.db");
    config.database = format!("sqlite:{}", file.display());
    if !(keep && file.exists()) {
        eprintln!("Making the demo city in {} …", config.data.display());
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
        let env = server::open(
            &config,
            Options {
                durability: Durability::Bulk,
                ..Options::default()
            },
        )
        .await?;
        let made = kapok_demo::build(&env)
            .await
            .context("the demo city could not be made")?;
        eprintln!("{made}");
    }
    let env = server::open(&config, Options::default()).await?;
    server::run(&config, env, |address| {
        println!("Riverton is at {address}");
        println!();
        println!(
            "Staff sign in at {address}/sign-in with the password: {}",
            kapok_demo::PASSWORD
        );
        for (role, email) in kapok_demo::LOGINS {
            println!("  {role:<16} {email}");
        }
        println!();
        println!("Stop with Ctrl-C. The city is made anew at the next start, or kept with --keep.");
    })
    .await
}

/// A password from standard input; a terminal does not show it.
fn password() -> anyhow::Result<String> {
    let ask = "Password (12 characters or more): ";
    if std::io::stdin().is_terminal() {
        return unseen(ask).context("no password could be read");
    }
    eprint!("{ask}");
    let mut password = String::new();
    std::io::stdin()
        .read_line(&mut password)
        .context("no password on standard input")?;
    Ok(password)
}

/// A line typed without being shown: the terminal's echo is off until it ends.
fn unseen(ask: &str) -> anyhow::Result<String> {
    use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
    let stdin = std::io::stdin();
    let before = tcgetattr(&stdin)?;
    let mut quiet = before.clone();
    quiet.local_modes.remove(LocalModes::ECHO);
    tcsetattr(&stdin, OptionalActions::Flush, &quiet)?;
    eprint!("{ask}");
    let mut line = String::new();
    let read = stdin.read_line(&mut line);
    tcsetattr(&stdin, OptionalActions::Flush, &before)?;
    eprintln!();
    read?;
    Ok(line)
}

async fn create_account(
    env: &kapok_acts::Env,
    email: &str,
    name: &str,
    office: &str,
    roles: &[String],
) -> anyhow::Result<()> {
    let roles = roles
        .iter()
        .map(|r| Role::parse(r).with_context(|| format!("there is no role {r:?}; see --help for the list")))
        .collect::<anyhow::Result<Vec<_>>>()?;
    let password = password()?;
    let office = kapok_parties::actions::office_named(env, &Actor::System, office)
        .await
        .map_err(readable)?;
    let account = kapok_parties::NewAccount {
        email: email.into(),
        name: name.into(),
        office,
        roles,
        password: password.trim_end_matches(['\r', '\n']).into(),
    };
    kapok_parties::actions::create_account(env, &Actor::System, account)
        .await
        .map_err(readable)?;
    println!("{email} can now sign in.");
    Ok(())
}

async fn import(command: Import) -> anyhow::Result<()> {
    let (settings, path) = match &command {
        Import::Report { settings, dir: path }
        | Import::Places { settings, file: path }
        | Import::Parties { settings, file: path } => (settings, path),
        // Have been done.
        Import::Csv { .. } | Import::Decidim { .. } => return Ok(()),
    };
    let env = server::open(&load(settings)?, Options::default()).await?;
    let text = || std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    match &command {
        Import::Report { .. } => {
            let report = kapok_programmes::import_report(&env, &Actor::System, path).await?;
            for file in &report.files {
                println!(
                    "{}: {} rows, {} new or changed",
                    file.file, file.rows, file.changed
                );
            }
        }
        Import::Places { .. } => {
            let n = kapok_places::actions::import(&env, &Actor::System, &text()?).await?;
            println!("{n} places imported.");
        }
        Import::Parties { .. } => {
            let n = kapok_parties::actions::import_parties(&env, &Actor::System, &text()?).await?;
            println!("{n} parties imported.");
        }
        Import::Csv { .. } | Import::Decidim { .. } => {}
    }
    Ok(())
}

/// An action's refusal on the command line, in English.
fn readable(error: kapok_acts::ActError) -> anyhow::Error {
    let t = kapok_i18n::T(kapok_i18n::Lang::En);
    anyhow::anyhow!(kapok_web::error_text(t, &error))
}
