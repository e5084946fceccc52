//! Small values as they travel: ids, days, moments, words of a set, texts with limits.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{KnownFormat, ObjectBuilder, Schema, SchemaFormat, Type};
use utoipa::{PartialSchema, ToSchema};

/// Numbers that every JSON reader gets right (RFC 8259, section 6).
const LARGEST: i64 = (1 << 53) - 1;

fn text(format: Option<KnownFormat>, pattern: &str, example: &str) -> RefOr<Schema> {
    let mut builder = ObjectBuilder::new()
        .schema_type(Type::String)
        .examples([serde_json::Value::from(example)]);
    if let Some(format) = format {
        builder = builder.format(Some(SchemaFormat::KnownFormat(format)));
    }
    if !pattern.is_empty() {
        builder = builder.pattern(Some(pattern));
    }
    builder.into()
}

macro_rules! named {
    ($t:ident) => {
        impl ToSchema for $t {
            fn name() -> Cow<'static, str> {
                Cow::Borrowed(stringify!($t))
            }
        }
    };
}

/// An id: 32 hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Id(pub [u8; 16]);

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&crate::token::hex(&self.0))
    }
}
impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        let id = kapok_store::ids::parse_hex(&text).filter(|_| !text.bytes().any(|b| b.is_ascii_uppercase()));
        id.map(Self)
            .ok_or_else(|| D::Error::custom("32 hexadecimal digits in small letters are expected"))
    }
}
impl PartialSchema for Id {
    fn schema() -> RefOr<Schema> {
        text(None, "^[0-9a-f]{32}$", "01920f1e7c8a7b3c9d4e5f6071829304")
    }
}
named!(Id);

/// A moment in UTC (RFC 3339).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub Timestamp);

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}
impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        text(Some(KnownFormat::DateTime), "", "2026-03-02T09:00:00Z")
    }
}
named!(Moment);

/// A day of the city's calendar, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day(pub Date);

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(&self.0)
    }
}
impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(from)?;
        let date = (text.len() == 10).then(|| text.parse::<Date>().ok()).flatten();
        date.filter(|d| d.to_string() == *text)
            .map(Self)
            .ok_or_else(|| D::Error::custom("a day is expected, written YYYY-MM-DD"))
    }
}
impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        text(Some(KnownFormat::Date), "", "2026-03-02")
    }
}
named!(Day);

/// The public number of a thing, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Number(pub i64);

impl<'de> Deserialize<'de> for Number {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(from)?;
        let fits = (1..=LARGEST).contains(&number);
        fits.then_some(Self(number))
            .ok_or_else(|| D::Error::custom("a whole number from 1 is expected"))
    }
}
impl PartialSchema for Number {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::Integer)
            .minimum(Some(1))
            .maximum(Some(LARGEST))
            .examples([serde_json::Value::from(1)])
            .into()
    }
}
named!(Number);

/// A text of at most so many characters.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Text<const MOST: usize>(pub String);

impl<'de, const MOST: usize> Deserialize<'de> for Text<MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let text = String::deserialize(from)?;
        if text.chars().count() > MOST {
            return Err(D::Error::custom(format!("at most {MOST} characters are taken")));
        }
        Ok(Self(text))
    }
}
impl<const MOST: usize> PartialSchema for Text<MOST> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .max_length(Some(MOST))
            .into()
    }
}
impl<const MOST: usize> ToSchema for Text<MOST> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("TextOf{MOST}"))
    }
}

/// Words that must be there, at most so many characters. That there are any is a rule of the room, which says so in the
/// caller's language; the description tells it beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Said<const MOST: usize>(pub String);

impl<'de, const MOST: usize> Deserialize<'de> for Said<MOST> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Text::<MOST>::deserialize(from).map(|text| Self(text.0))
    }
}
impl<const MOST: usize> PartialSchema for Said<MOST> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .min_length(Some(1))
            .max_length(Some(MOST))
            .pattern(Some("\\S"))
            .into()
    }
}
impl<const MOST: usize> ToSchema for Said<MOST> {
    fn name() -> Cow<'static, str> {
        Cow::Owned(format!("WordsOf{MOST}"))
    }
}

/// Lets an enum with `ALL`, `id()` and `parse()` travel as one of its words.
#[macro_export]
macro_rules! wire_words {
    ($($t:ty as $name:literal),* $(,)?) => { $(
        impl ::serde::Serialize for $t {
            fn serialize<S: ::serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.id())
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $t {
            fn deserialize<D: ::serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let word = <String as ::serde::Deserialize>::deserialize(from)?;
                <$t>::parse(&word).ok_or_else(|| {
                    let all: Vec<&str> = <$t>::ALL.iter().map(|v| v.id()).collect();
                    ::serde::de::Error::custom(format!("one of these is expected: {}", all.join(", ")))
                })
            }
        }
        impl ::utoipa::PartialSchema for $t {
            fn schema() -> ::utoipa::openapi::RefOr<::utoipa::openapi::schema::Schema> {
                ::utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(::utoipa::openapi::schema::Type::String)
                    .enum_values(Some(<$t>::ALL.iter().map(|v| v.id())))
                    .into()
            }
        }
        impl ::utoipa::ToSchema for $t {
            fn name() -> ::std::borrow::Cow<'static, str> { ::std::borrow::Cow::Borrowed($name) }
        }
    )* };
}

/// A reason in words, where an act owes one.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reasoned {
    /// Why, in public.
    pub reason: Said<2000>,
}
