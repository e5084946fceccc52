//! What can happen to a matter in the demo's files: the name of the event and its arguments, `k=v;k=v`.

use std::collections::BTreeMap;
use std::str::FromStr;

use anyhow::{Context, Result, bail, ensure};
use kapok_decisions::Verdict;
use kapok_matters::Says;
use kapok_outcomes::Better;

/// An event with its arguments. Days are counted before today; a negative number lies ahead.
#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The voices are described as one matter.
    Sort,
    /// An office is asked to take part, or to take over.
    Partner {
        /// Key of the office asked.
        office: String,
        /// What it says, if it replied yet.
        reply: Option<Reply>,
    },
    /// The matter is weighed.
    Open {
        /// Day by which the city answers.
        reply_by: i64,
    },
    /// The answer to all voices.
    Answer,
    /// The decision; the words are "decision || reasons".
    Decide {
        /// What became of what was asked.
        result: Verdict,
        /// Legal basis, may be empty.
        basis: String,
    },
    /// A promise; the words are its title.
    Commit(Promise),
    /// The date of a promise moves.
    Redate {
        /// Key of the promise.
        promise: String,
        /// The new day.
        due: i64,
    },
    /// A report on a promise.
    Progress {
        /// Key of the promise.
        promise: String,
        /// How much is done.
        percent: i64,
        /// What was spent so far.
        spent: Option<i64>,
    },
    /// A promise is kept; the words are the evidence.
    Finish {
        /// Key of the promise.
        promise: String,
        /// What was spent in all.
        spent: Option<i64>,
    },
    /// Residents say whether it is done; the words are some of their comments.
    Check {
        /// What they say.
        says: Says,
        /// How many of them.
        count: usize,
    },
    /// A number is measured; the words are its sources.
    Indicator(Number),
    /// What was learned.
    Evaluate,
    /// Lessons for other cities.
    Share,
    /// Out of the loop without action.
    Exit(ExitTo),
    /// A resident asks that it be looked at again.
    Appeal,
    /// The ruling on that.
    Ruling {
        /// Whether the matter is weighed again.
        upheld: bool,
    },
}

/// The reply of an office that was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reply {
    /// On which day.
    pub days_ago: i64,
    /// Whether it said yes.
    pub yes: bool,
}

/// A promise to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    pub key: String,
    pub lead: String,
    pub with: Vec<String>,
    pub due: i64,
    pub money: Option<i64>,
    pub people: Option<i64>,
}

/// A measured number.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    pub name: String,
    pub unit: String,
    pub baseline: f64,
    pub target: Option<f64>,
    pub value: Option<f64>,
    pub better: Better,
}

/// The side exits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExitTo {
    /// Answered without action.
    Answered,
    /// Its voices go to the matter of this key.
    Merged(String),
    /// Somebody outside the city is in charge.
    Referred(String),
    /// Taken back.
    Withdrawn,
}

/// Words between the decision and its reasons.
pub const REASONS: &str = " || ";
/// Between the comments of a check.
pub const COMMENTS: &str = " | ";

impl Event {
    /// Reads the cells `event` and `args`.
    ///
    /// # Errors
    /// An unknown event, an argument that is missing, unreadable, or of no use to this event.
    pub fn read(name: &str, args: &str) -> Result<Self> {
        let mut args = Args::read(args)?;
        let event = Self::of(name, &mut args)?;
        match args.0.keys().next() {
            Some(odd) => bail!("{name} has no argument {odd:?}"),
            None => Ok(event),
        }
    }

    fn of(name: &str, args: &mut Args) -> Result<Self> {
        Ok(match name {
            "sort" => Self::Sort,
            "partner" => Self::Partner {
                office: args.text("office")?,
                reply: reply(args)?,
            },
            "open" => Self::Open {
                reply_by: args.value("reply_by")?,
            },
            "answer" => Self::Answer,
            "decide" => Self::Decide {
                result: args.named("result", Verdict::parse)?,
                basis: args.0.remove("basis").unwrap_or_default(),
            },
            "commit" => Self::Commit(Promise {
                key: args.text("c")?,
                lead: args.text("lead")?,
                with: args
                    .0
                    .remove("with")
                    .map_or(Vec::new(), |w| w.split('|').map(str::to_owned).collect()),
                due: args.value("due")?,
                money: args.maybe("money")?,
                people: args.maybe("people")?,
            }),
            "redate" => Self::Redate {
                promise: args.text("c")?,
                due: args.value("due")?,
            },
            "progress" => Self::Progress {
                promise: args.text("c")?,
                percent: args.value("pct")?,
                spent: args.maybe("spent")?,
            },
            "finish" => Self::Finish {
                promise: args.text("c")?,
                spent: args.maybe("spent")?,
            },
            "check" => Self::Check {
                says: args.named("says", Says::parse)?,
                count: args.value("count")?,
            },
            "indicator" => Self::Indicator(Number {
                name: args.text("name")?,
                unit: args.text("unit")?,
                baseline: args.value("baseline")?,
                target: args.maybe("target")?,
                value: args.maybe("value")?,
                better: args.named("better", Better::parse)?,
            }),
            "evaluate" => Self::Evaluate,
            "share" => Self::Share,
            "exit" => Self::Exit(exit(args)?),
            "appeal" => Self::Appeal,
            "ruling" => Self::Ruling {
                upheld: args.named("upheld", |word| match word {
                    "yes" => Some(true),
                    "no" => Some(false),
                    _ => None,
                })?,
            },
            other => bail!("there is no event {other:?}"),
        })
    }

    /// Name of the event, as in the files.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Sort => "sort",
            Self::Partner { .. } => "partner",
            Self::Open { .. } => "open",
            Self::Answer => "answer",
            Self::Decide { .. } => "decide",
            Self::Commit(_) => "commit",
            Self::Redate { .. } => "redate",
            Self::Progress { .. } => "progress",
            Self::Finish { .. } => "finish",
            Self::Check { .. } => "check",
            Self::Indicator(_) => "indicator",
            Self::Evaluate => "evaluate",
            Self::Share => "share",
            Self::Exit(_) => "exit",
            Self::Appeal => "appeal",
            Self::Ruling { .. } => "ruling",
        }
    }
}

fn reply(args: &mut Args) -> Result<Option<Reply>> {
    let (yes, no) = (args.maybe("accepts")?, args.maybe("refuses")?);
    ensure!(
        yes.is_none() || no.is_none(),
        "an office accepts or refuses, not both"
    );
    let reply = |days: Option<i64>, yes| days.map(|days_ago| Reply { days_ago, yes });
    Ok(reply(yes, true).or(reply(no, false)))
}

fn exit(args: &mut Args) -> Result<ExitTo> {
    Ok(match args.text("to")?.as_str() {
        "answered" => ExitTo::Answered,
        "merged" => ExitTo::Merged(args.text("into")?),
        "referred" => ExitTo::Referred(args.text("office")?),
        "withdrawn" => ExitTo::Withdrawn,
        other => bail!("there is no side exit {other:?}"),
    })
}

/// The arguments that nobody has asked for yet.
struct Args(BTreeMap<String, String>);

impl Args {
    fn read(text: &str) -> Result<Self> {
        let mut args = BTreeMap::new();
        for pair in text.split(';').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair
                .split_once('=')
                .with_context(|| format!("{pair:?} is not name=value"))?;
            ensure!(
                args.insert(name.trim().to_owned(), value.trim().to_owned())
                    .is_none(),
                "{name:?} is there twice"
            );
        }
        Ok(Self(args))
    }

    fn text(&mut self, name: &str) -> Result<String> {
        self.0
            .remove(name)
            .filter(|v| !v.is_empty())
            .with_context(|| format!("{name} is missing"))
    }

    fn named<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Option<T>) -> Result<T> {
        let word = self.text(name)?;
        parse(&word).with_context(|| format!("{name} cannot be {word:?}"))
    }

    fn value<T: FromStr>(&mut self, name: &str) -> Result<T> {
        self.named(name, |word| word.parse().ok())
    }

    fn maybe<T: FromStr>(&mut self, name: &str) -> Result<Option<T>> {
        if self.0.contains_key(name) {
            self.value(name).map(Some)
        } else {
            Ok(None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_read_and_none_is_left_over() {
        let reply = Some(Reply {
            days_ago: 3,
            yes: false,
        });
        assert_eq!(
            Event::read("partner", "office=parks;refuses=3").unwrap(),
            Event::Partner {
                office: "parks".into(),
                reply
            }
        );
        assert_eq!(Event::read("sort", "").unwrap().name(), "sort");
        for (name, args, says) in [
            ("fly", "", "no event"),
            ("sort", "a=b", "no argument"),
            ("open", "", "reply_by is missing"),
            ("open", "reply_by=soon", "cannot be"),
            ("decide", "result=maybe", "cannot be"),
            ("partner", "office=x;accepts=1;refuses=1", "not both"),
            ("exit", "to=merged", "into is missing"),
            ("exit", "to=", "to is missing"),
            ("ruling", "upheld=yes;upheld=no", "twice"),
            ("check", "says=done;count=-1", "cannot be"),
        ] {
            let error = format!("{:#}", Event::read(name, args).unwrap_err());
            assert!(error.contains(says), "{name} {args}: {error}");
        }
    }
}
