//! Statements: text, kind and row type, declared once per room.

use std::marker::PhantomData;
use std::sync::OnceLock;

use crate::{Dialect, FromRow};

/// The text of a statement, for each database. Usually the same for both; the few that differ
/// (full text, claiming of jobs) are counted by a test.
#[derive(Debug)]
pub struct Sql {
    /// Name in the room's store.
    pub name: &'static str,
    /// Text for SQLite, as written.
    pub sqlite: &'static str,
    /// Text for PostgreSQL.
    pub postgres: &'static str,
    /// The text for SQLite in SQLite's grammar, see [`for_sqlite`].
    translated: OnceLock<String>,
}

impl Sql {
    /// The text for a database.
    #[must_use]
    pub fn text(&self, dialect: Dialect) -> &str {
        match dialect {
            Dialect::Sqlite => self.translated.get_or_init(|| for_sqlite(self.sqlite)),
            Dialect::Postgres => self.postgres,
        }
    }
    /// Whether both databases run the same text.
    #[must_use]
    pub fn shared(&self) -> bool {
        std::ptr::eq(self.sqlite, self.postgres) || self.sqlite == self.postgres
    }
}

/// The text in SQLite's grammar. `$1` becomes `?1`, because SQLite takes `$1` for a name and numbers names in the
/// order in which they first appear. ` FOR UPDATE` is left out: its single writer holds every row already.
#[must_use]
pub(crate) fn for_sqlite(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let number = c == '$' && chars.peek().is_some_and(char::is_ascii_digit);
        out.push(if number { '?' } else { c });
    }
    out.replace(" FOR UPDATE", "")
}

/// What a statement may touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Reads.
    Read,
    /// Changes the record; needs an act.
    Write,
    /// Changes what is not part of the record: sessions, leases, limits.
    Chore,
}

/// A registered statement, whatever its row type.
pub trait Statement: Sync {
    /// Its text.
    fn sql(&self) -> &Sql;
    /// What it may touch.
    fn kind(&self) -> Kind;
    /// Columns that the Rust side reads.
    fn columns(&self) -> usize;
}

macro_rules! kind {
    ($(#[$doc:meta])* $name:ident, $kind:expr) => {
        $(#[$doc])*
        pub struct $name<T = ()> {
            sql: Sql,
            row: PhantomData<fn() -> T>,
        }
        impl<T> $name<T> {
            /// Used by [`statements!`](crate::statements).
            #[must_use]
            pub const fn new(name: &'static str, sqlite: &'static str, postgres: &'static str) -> Self {
                Self { sql: Sql { name, sqlite, postgres, translated: OnceLock::new() }, row: PhantomData }
            }
        }
        impl<T: FromRow> Statement for $name<T> {
            fn sql(&self) -> &Sql { &self.sql }
            fn kind(&self) -> Kind { $kind }
            fn columns(&self) -> usize { T::COLUMNS }
        }
    };
}
kind!(
    /// A statement that reads rows of `T`.
    Read, Kind::Read
);
kind!(
    /// A statement that changes the record, and may give rows of `T` (RETURNING).
    Write, Kind::Write
);
kind!(
    /// A statement that changes what is not part of the record, and may give rows of `T`.
    Chore, Kind::Chore
);

/// Declares the statements of a room and `ALL`, the list of them.
///
/// ```
/// kapok_store::statements! {
///     /// Names in a place.
///     read NAMES: (String, i64) = "SELECT name, people FROM place WHERE parent_id = $1";
///     write RENAME = "UPDATE place SET name = $2 WHERE id = $1";
///     read FIND: i64 = sqlite "SELECT rowid FROM t WHERE t MATCH $1" postgres "SELECT id FROM t WHERE v @@ $1::tsquery";
/// }
/// ```
#[macro_export]
macro_rules! statements {
    ($($(#[$m:meta])* $kind:ident $name:ident $(: $row:ty)? = $(sqlite $lite:literal postgres $pg:literal)? $($text:literal)? ;)*) => {
        $($crate::statement_item!($(#[$m])* $kind $name ($($row)?) = $(sqlite $lite postgres $pg)? $($text)?);)*
        /// Every statement of this room.
        pub const ALL: &[&dyn $crate::Statement] = &[$(&$name),*];
    };
}

/// One line of [`statements!`].
#[doc(hidden)]
#[macro_export]
macro_rules! statement_item {
    ($(#[$m:meta])* read $name:ident ($row:ty) = $($rest:tt)*) => {
        $(#[$m])* pub(crate) static $name: $crate::Read<$row> = $crate::statement_new!(Read, $name, $($rest)*);
    };
    ($(#[$m:meta])* write $name:ident ($row:ty) = $($rest:tt)*) => {
        $(#[$m])* pub(crate) static $name: $crate::Write<$row> = $crate::statement_new!(Write, $name, $($rest)*);
    };
    ($(#[$m:meta])* chore $name:ident ($row:ty) = $($rest:tt)*) => {
        $(#[$m])* pub(crate) static $name: $crate::Chore<$row> = $crate::statement_new!(Chore, $name, $($rest)*);
    };
    ($(#[$m:meta])* $kind:ident $name:ident () = $($rest:tt)*) => {
        $crate::statement_item!($(#[$m])* $kind $name (()) = $($rest)*);
    };
}

/// The constructor call of one line of [`statements!`].
#[doc(hidden)]
#[macro_export]
macro_rules! statement_new {
    ($kind:ident, $name:ident, sqlite $lite:literal postgres $pg:literal) => {
        $crate::$kind::new(stringify!($name), $lite, $pg)
    };
    ($kind:ident, $name:ident, $text:literal) => {
        $crate::$kind::new(stringify!($name), $text, $text)
    };
}

/// Parameters of a statement, in order.
#[macro_export]
macro_rules! params {
    ($($v:expr),* $(,)?) => { &[$($crate::Value::from($v)),*] };
}

/// One optional condition of a [`Filtered`] list. `$?` stands for its parameter.
#[derive(Debug, Clone, Copy)]
pub struct Condition {
    /// Name by which the caller asks for it.
    pub name: &'static str,
    /// Text for SQLite.
    pub sqlite: &'static str,
    /// Text for PostgreSQL.
    pub postgres: &'static str,
}

impl Condition {
    /// A condition with the same text for both.
    #[must_use]
    pub const fn new(name: &'static str, text: &'static str) -> Self {
        Self {
            name,
            sqlite: text,
            postgres: text,
        }
    }
}

/// A list whose conditions and order the reader chooses: pieces of fixed text, so that nothing a person typed
/// can become SQL, and so that every combination can be prepared by a test.
pub struct Filtered<T> {
    /// Name in the room's store.
    pub name: &'static str,
    /// `SELECT … FROM … WHERE <always>`; conditions are added with AND.
    pub head: &'static str,
    /// What may be asked.
    pub conditions: &'static [Condition],
    /// `ORDER BY …` texts by name; the first is the default.
    pub orders: &'static [(&'static str, &'static str)],
    /// Marks the row type.
    pub row: PhantomData<fn() -> T>,
}

impl<T: FromRow> Filtered<T> {
    /// Text and parameters for the conditions asked for, in the order given. Unknown names are left out.
    /// The parameter after the last condition is the limit.
    #[must_use]
    pub fn assemble(
        &self,
        dialect: Dialect,
        asked: Vec<(&str, crate::Value)>,
        order: &str,
        limit: i64,
    ) -> (String, Vec<crate::Value>) {
        let mut text = self.head.to_owned();
        let mut params = Vec::with_capacity(asked.len() + 1);
        for (name, value) in asked {
            let Some(condition) = self.conditions.iter().find(|c| c.name == name) else {
                continue;
            };
            params.push(value);
            let piece = match dialect {
                Dialect::Sqlite => condition.sqlite,
                Dialect::Postgres => condition.postgres,
            };
            text.push_str(" AND ");
            text.push_str(&piece.replace("$?", &format!("${}", params.len())));
        }
        let order = self
            .orders
            .iter()
            .find(|(name, _)| *name == order)
            .or(self.orders.first());
        if let Some((_, order)) = order {
            text.push(' ');
            text.push_str(order);
        }
        params.push(limit.into());
        text.push_str(&format!(" LIMIT ${}", params.len()));
        if dialect == Dialect::Sqlite {
            text = for_sqlite(&text);
        }
        (text, params)
    }
}

/// A list of a room, whatever its row type: for the test that prepares every combination.
pub trait FilteredList: Sync {
    /// Name in the room's store.
    fn name(&self) -> &'static str;
    /// Every combination of conditions and orders, and how many columns the row type reads.
    fn variants(&self, dialect: Dialect) -> Vec<String>;
    /// Columns that the Rust side reads.
    fn columns(&self) -> usize;
}

impl<T: FromRow> FilteredList for Filtered<T> {
    fn name(&self) -> &'static str {
        self.name
    }
    fn columns(&self) -> usize {
        T::COLUMNS
    }
    fn variants(&self, dialect: Dialect) -> Vec<String> {
        let mut out = Vec::new();
        for set in 0..1usize << self.conditions.len() {
            let asked: Vec<_> = self
                .conditions
                .iter()
                .enumerate()
                .filter(|(i, _)| set >> i & 1 == 1)
                .map(|(_, c)| (c.name, crate::Value::Null))
                .collect();
            for (order, _) in self.orders {
                out.push(self.assemble(dialect, asked.clone(), order, 1).0);
            }
        }
        out
    }
}
