//! What a table is.

use crate::Source;

/// Type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 16 bytes, written as 32 hexadecimal digits.
    Id,
    /// Other bytes (a hash), in hexadecimal.
    Hex,
    /// Whole number.
    Int,
    /// Number with decimals; a point before them.
    Real,
    /// 0 or 1, written as `false` and `true`.
    Flag,
    /// Text.
    Text,
    /// Day of the calendar (ISO 8601).
    Date,
    /// Moment, with the city's offset from UTC (RFC 3339): the first ten characters are the day in the city.
    Time,
}

/// A column, described once.
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Name in the file.
    pub name: &'static str,
    /// Type.
    pub kind: Kind,
    /// Meaning, in English.
    pub about: &'static str,
    /// Whether a cell is never empty.
    pub required: bool,
    /// The values that occur; none for any.
    pub one_of: Option<fn() -> Vec<&'static str>>,
    /// Name of the table whose `id` it holds.
    pub refers: Option<&'static str>,
}

/// Makes a table one of counts of people by group.
#[derive(Debug, Clone, Copy)]
pub struct Groups {
    /// Column that names the group within which counts add up.
    pub by: &'static str,
    /// Column with the count.
    pub count: &'static str,
    /// Column with the known sum of the group, what has no cell included; empty when the cells are all there is.
    pub whole: &'static str,
}

/// A public table.
#[derive(Clone, Copy)]
pub struct Table {
    /// Name of the file, without ending.
    pub name: &'static str,
    /// What one row is, in English.
    pub about: &'static str,
    /// Columns in order.
    pub columns: &'static [Column],
    /// Columns by which a row is found; rows come in their order.
    pub key: &'static [&'static str],
    /// For counts by group.
    pub groups: Option<Groups>,
    /// Where its rows come from; none for a table that is computed.
    pub rows: Option<&'static dyn Source>,
}

impl Table {
    /// Position of a column.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c.name == name)
    }

    /// Names of the columns.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.columns.iter().map(|c| c.name)
    }
}

/// Describes a public table and the statement that reads it.
///
/// The statement takes the values of the key columns of the last row before, then the number of rows: `from` compares the
/// key with them, in the order of `key`, and sorts by it. A column that may be empty says `empty`; `-> "table"` says that it
/// holds an `id` of that table; `[f]` names a function that gives the values that occur.
///
/// ```
/// kapok_tables::table! {
///     /// Places.
///     pub static PLACES: "places" = "One row for each place.";
///     key: ["id"];
///     from: "place WHERE id > $1 ORDER BY id LIMIT $2";
///     id: Id = "id", "Id of the place.";
///     name: Text = "name", "Its name.";
///     parent_id: Id = "parent_id", "The place around it." -> "places", empty;
/// }
/// assert_eq!(PLACES.columns.len(), 3);
/// ```
#[macro_export]
macro_rules! table {
    ($(#[$m:meta])* $v:vis static $name:ident: $file:literal = $about:literal;
     key: [$($key:literal),+];
     from: $from:literal $(, groups $by:literal $count:literal $whole:literal)?;
     $c0:ident: $k0:ident $([$of0:expr])? = $s0:literal, $a0:literal $(-> $r0:literal)? $(, $e0:ident)?;
     $($c:ident: $k:ident $([$of:expr])? = $s:literal, $a:literal $(-> $r:literal)? $(, $e:ident)?;)*) => {
        $(#[$m])*
        $v static $name: $crate::Table = {
            static ROWS: $crate::__store::Read<$crate::Cells<{ [stringify!($c0) $(, stringify!($c))*].len() }>> =
                $crate::__store::Read::new(
                    concat!("OPEN_", stringify!($name)),
                    concat!("SELECT ", $s0 $(, ", ", $s)*, " FROM ", $from),
                    concat!("SELECT ", $s0 $(, ", ", $s)*, " FROM ", $from),
                );
            $crate::Table {
                name: $file,
                about: $about,
                columns: &[
                    $crate::table!(@column $c0 $k0 [$($of0)?] $a0 [$($r0)?] [$($e0)?])
                    $(, $crate::table!(@column $c $k [$($of)?] $a [$($r)?] [$($e)?]))*
                ],
                key: &[$($key),+],
                groups: $crate::table!(@groups $($by, $count, $whole)?),
                rows: Some(&ROWS),
            }
        };
    };
    (@groups) => { None };
    (@groups $by:literal, $count:literal, $whole:literal) => {
        Some($crate::Groups { by: $by, count: $count, whole: $whole })
    };
    (@column $c:ident $k:ident [$($of:expr)?] $a:literal [$($r:literal)?] [$($e:ident)?]) => {
        $crate::Column {
            name: stringify!($c),
            kind: $crate::Kind::$k,
            about: $a,
            required: $crate::table!(@required $($e)?),
            one_of: $crate::table!(@some $($of)?),
            refers: $crate::table!(@some $($r)?),
        }
    };
    (@required) => { true };
    (@required empty) => { false };
    (@some) => { None };
    (@some $x:expr) => { Some($x) };
}
