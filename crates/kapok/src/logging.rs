//! What operators read: lines of text, or one JSON object a line. Neither holds addresses of people, codes, tokens or words.

use anyhow::bail;
use tracing_subscriber::EnvFilter;

/// Text for people: what goes wrong, and what the server does. A line for each request only where `KAPOK_LOG` asks for it.
const TEXT: &str = "warn,kapok=info,kapok::request=off";
/// For programs: the same and a line for each request.
const JSON: &str = "warn,kapok=info";

/// A panic says where it was, and not what the value was: that may be somebody's words.
pub fn panics_name_nobody() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(
            place,
            request = kapok_web::request_id(),
            "a bug: please report the place"
        );
    }));
}

/// Begins to write to standard error, as `KAPOK_LOG` and `KAPOK_LOG_FORMAT` say.
///
/// # Errors
/// When one of them means nothing.
pub fn start(filter: Option<String>, format: Option<String>) -> anyhow::Result<()> {
    let json = match format.as_deref() {
        None | Some("text") => false,
        Some("json") => true,
        Some(other) => bail!("KAPOK_LOG_FORMAT is {other:?}: write text or json"),
    };
    let filter = match filter {
        Some(text) => match EnvFilter::try_new(&text) {
            Ok(filter) => filter,
            Err(error) => bail!("KAPOK_LOG is {text:?}: {error}. Write for example warn,kapok=info"),
        },
        None => EnvFilter::new(if json { JSON } else { TEXT }),
    };
    // Its checks write the address that was asked for, and codes stand in addresses: off, whatever is asked for.
    let filter = filter.add_directive("tower_http=off".parse()?);
    let to = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if json {
        to.json().flatten_event(true).init();
    } else {
        to.init();
    }
    Ok(())
}
