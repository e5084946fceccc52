//! The whole log as a file (see [`kapok_log::file`]), piece by piece, so that its size does not matter.

use kapok_log::file;
use kapok_store::{Conn, params};

use super::{Head, SIGNED, head, key, signed, unsigned};
use crate::{ActError, Env, log};

/// Acts in one piece.
const AT_ONCE: u64 = 500;

/// Writes the log as it was at the latest checkpoint when it began.
pub struct Export {
    env: Env,
    /// Acts written.
    done: u64,
    head: Option<Head>,
    begun: bool,
}

impl Export {
    /// Of the log as it is now.
    ///
    /// # Errors
    /// From the database.
    pub async fn new(env: &Env) -> Result<Self, ActError> {
        Ok(Self {
            env: env.clone(),
            done: 0,
            head: head(&mut env.db.read().await?).await?,
            begun: false,
        })
    }

    /// The next piece; none at the end. A connection is held only while a piece is read.
    ///
    /// # Errors
    /// From the database.
    pub async fn next(&mut self) -> Result<Option<Vec<u8>>, ActError> {
        let Some(head) = self.head.clone() else {
            return Ok(None);
        };
        let mut out = Vec::new();
        let mut conn = self.env.db.read().await?;
        if !std::mem::replace(&mut self.begun, true) {
            file::write_head(&mut out, &key(&self.env)?).map_err(never)?;
        } else if self.done == head.size {
            return Ok(None);
        }
        let to = head.size.min(self.done + AT_ONCE);
        self.piece(&mut conn, to, &mut out).await?;
        self.done = to;
        if to == head.size {
            // From memory: in the table a later one of the same minute may have taken its place by now.
            file::write_checkpoint(&mut out, &head.note).map_err(never)?;
        }
        Ok(Some(out))
    }

    async fn piece(&self, conn: &mut Conn, to: u64, out: &mut Vec<u8>) -> Result<(), ActError> {
        let (from, end) = (signed(self.done), signed(to));
        let mut notes = conn.all(&SIGNED, params![from, end]).await?;
        // What was signed under a name that the log had before is not signed by its key of today.
        let name = format!("{}\n", self.env.city.log_name);
        let last = self.head.as_ref().map(|head| head.size);
        notes.retain(|(size, note)| note.starts_with(&name) && Some(unsigned(*size)) != last);
        let mut notes = notes.into_iter().peekable();
        for (entry, size) in log::placed(conn, self.done, to)
            .await?
            .iter()
            .zip(self.done + 1..)
        {
            let reason = entry.salt().zip(entry.reason.as_deref());
            let reason = reason.as_ref().map(|(salt, words)| (salt, *words));
            file::write_act(out, &entry.act().canonical(), reason).map_err(never)?;
            if let Some((_, note)) = notes.next_if(|(at, _)| unsigned(*at) == size) {
                file::write_checkpoint(out, &note).map_err(never)?;
            }
        }
        Ok(())
    }
}

/// Writing to memory does not fail; if it did, the export would end with this.
fn never(error: std::io::Error) -> ActError {
    kapok_store::StoreError::Address(error.to_string()).into()
}
