//! What a reader noticed and how it was treated: a ballot set aside, a mark counted once, a total that differs.

use std::fmt;

/// One thing noticed at a place in the file. None of them is dropped in silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The line, counted from 1; 0 for the file as a whole.
    pub line: u64,
    /// The ballot or project concerned.
    pub subject: String,
    /// What was noticed.
    pub kind: FindingKind,
}

/// What was noticed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the words of Display say what each means")]
pub enum FindingKind {
    UnknownProject(String),
    BallotTwice,
    BallotWithoutId,
    EmptyBallot,
    TooManyMarks {
        marks: u64,
        limit: u64,
    },
    TooFewMarks {
        marks: u64,
        limit: u64,
    },
    TooDear {
        cost: u64,
        limit: u64,
    },
    TooCheap {
        cost: u64,
        limit: u64,
    },
    PointsMissing {
        marks: u64,
        points: u64,
    },
    PointsNotWhole(String),
    PointsOutOfRange {
        points: i64,
        least: i64,
        most: i64,
    },
    PointsSum {
        sum: i64,
        least: i64,
        most: i64,
    },
    MarkTwice(String),
    BlankInList,
    ExtraCells,
    VotesDiffer {
        said: String,
        counted: u64,
    },
    CountDiffers {
        key: &'static str,
        said: String,
        counted: u64,
    },
    AboveBudget {
        cost: u64,
        budget: u64,
    },
    FreeProject,
    NothingFits,
    EverythingFits,
    OldColumn {
        old: &'static str,
        new: &'static str,
    },
    Unsupported,
}

impl FindingKind {
    /// Whether the ballot was set aside: it has no share and is not counted.
    pub fn sets_aside(&self) -> bool {
        use FindingKind::*;
        matches!(
            self,
            UnknownProject(_)
                | BallotTwice
                | BallotWithoutId
                | EmptyBallot
                | TooManyMarks { .. }
                | TooFewMarks { .. }
                | TooDear { .. }
                | TooCheap { .. }
                | PointsMissing { .. }
                | PointsNotWhole(_)
                | PointsOutOfRange { .. }
                | PointsSum { .. }
        )
    }

    /// A short stable word for programs.
    pub fn code(&self) -> &'static str {
        use FindingKind::*;
        match self {
            UnknownProject(_) => "unknown-project",
            BallotTwice => "ballot-twice",
            BallotWithoutId => "ballot-without-id",
            EmptyBallot => "empty-ballot",
            TooManyMarks { .. } => "too-many-marks",
            TooFewMarks { .. } => "too-few-marks",
            TooDear { .. } => "ballot-too-dear",
            TooCheap { .. } => "ballot-too-cheap",
            PointsMissing { .. } => "points-missing",
            PointsNotWhole(_) => "points-not-whole",
            PointsOutOfRange { .. } => "points-out-of-range",
            PointsSum { .. } => "points-sum",
            MarkTwice(_) => "mark-twice",
            BlankInList => "blank-in-list",
            ExtraCells => "extra-cells",
            VotesDiffer { .. } => "votes-differ",
            CountDiffers { .. } => "count-differs",
            AboveBudget { .. } => "above-budget",
            FreeProject => "free-project",
            NothingFits => "nothing-fits",
            EverythingFits => "everything-fits",
            OldColumn { .. } => "old-column",
            Unsupported => "no-supporter",
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use FindingKind::*;
        match self {
            UnknownProject(id) => write!(f, "names project `{id}`, which is not in PROJECTS: set aside"),
            BallotTwice => write!(
                f,
                "has an id that an earlier ballot has: set aside, the first counts"
            ),
            BallotWithoutId => write!(f, "has no voter_id: set aside"),
            EmptyBallot => write!(f, "names no project: set aside"),
            TooManyMarks { marks, limit } => {
                write!(f, "names {marks} projects, {limit} are allowed: set aside")
            }
            TooFewMarks { marks, limit } => {
                write!(f, "names {marks} projects, {limit} are needed: set aside")
            }
            TooDear { cost, limit } => write!(f, "names projects for {cost}, {limit} is allowed: set aside"),
            TooCheap { cost, limit } => write!(f, "names projects for {cost}, {limit} is needed: set aside"),
            PointsMissing { marks, points } => {
                write!(f, "has {marks} projects and {points} points: set aside")
            }
            PointsNotWhole(text) => write!(f, "has points `{text}`, which is no whole number: set aside"),
            PointsOutOfRange { points, least, most } => {
                write!(
                    f,
                    "gives {points} points to a project, {least} to {most} are allowed: set aside"
                )
            }
            PointsSum { sum, least, most } => {
                write!(
                    f,
                    "gives {sum} points in all, {least} to {most} are allowed: set aside"
                )
            }
            MarkTwice(id) => write!(f, "names project `{id}` twice: counted once"),
            BlankInList => write!(f, "has blanks between the entries of a list: ignored"),
            ExtraCells => write!(
                f,
                "has more cells than there are columns: the further ones are ignored"
            ),
            VotesDiffer { said, counted } => write!(f, "says {said} votes, the ballots give {counted}"),
            CountDiffers { key, said, counted } => {
                write!(f, "META says {key} {said}, the file holds {counted}")
            }
            AboveBudget { cost, budget } => {
                write!(f, "costs {cost}, more than the budget of {budget}: cannot win")
            }
            FreeProject => write!(
                f,
                "costs nothing: funded first if anyone supports it, at nobody's expense"
            ),
            NothingFits => write!(
                f,
                "the budget is smaller than every project: nothing can be funded"
            ),
            EverythingFits => write!(f, "the budget is enough for all projects"),
            OldColumn { old, new } => write!(f, "column `{old}` is now called `{new}`"),
            Unsupported => write!(f, "is on no ballot: cannot win"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line > 0 {
            write!(f, "line {}: ", self.line)?;
        }
        if self.subject.is_empty() {
            write!(f, "{}", self.kind)
        } else {
            write!(f, "{} {}", self.subject, self.kind)
        }
    }
}
