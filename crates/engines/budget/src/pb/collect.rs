//! Collects projects and ballots, and notes what is wrong with them.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::BufRead;

use super::error::{PbError, Problem};
use super::finding::{Finding, FindingKind};
use super::limits::{Limits, points, whole};
use super::read::{Meta, Reading, header, place, section};
use super::rows::Rows;
use crate::election::{Ballots, Election, Project, VoteType};

/// More projects than any ballot paper holds; keeps places small.
const MOST_PROJECTS: usize = 100_000;
/// Findings listed one by one; beyond, they are still counted.
const MOST_FINDINGS: usize = 10_000;

pub(super) struct Reader {
    budget: u64,
    vote_type: VoteType,
    limits: Limits,
    projects: Vec<Project>,
    index: HashMap<String, u32>,
    ballots: Ballots,
    findings: Vec<Finding>,
    found: u64,
    invalid: u64,
    rows_of_votes: u64,
    /// For each project the number of the last ballot that named it: finds a project named twice.
    last_named: Vec<u64>,
    seen_ids: HashSet<u64>,
}

impl Reader {
    pub(super) fn new(meta: &Meta) -> Result<Self, PbError> {
        let find = |key: &'static str| {
            let entry = meta
                .iter()
                .find(|(name, text, _)| name == key && !text.is_empty());
            entry.ok_or(PbError::File {
                problem: Problem::KeyMissing { key },
            })
        };
        let (_, text, line) = find("budget")?;
        let at = |problem| PbError::At {
            line: *line,
            column: 2,
            problem,
        };
        let budget = whole("the budget", text).map_err(at)?;
        let (_, word, line) = find("vote_type")?;
        let vote_type = VoteType::from_word(&word.to_lowercase()).ok_or_else(|| PbError::At {
            line: *line,
            column: 2,
            problem: Problem::VoteType { word: word.clone() },
        })?;
        Ok(Self {
            budget,
            vote_type,
            limits: Limits::of(meta)?,
            projects: Vec::new(),
            index: HashMap::new(),
            ballots: Ballots::default(),
            findings: Vec::new(),
            found: 0,
            invalid: 0,
            rows_of_votes: 0,
            last_named: Vec::new(),
            seen_ids: HashSet::new(),
        })
    }

    fn note(&mut self, line: u64, subject: String, kind: FindingKind) {
        self.found += 1;
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(Finding { line, subject, kind });
        }
    }

    pub(super) fn read_projects<R: BufRead>(&mut self, rows: &mut Rows<R>) -> Result<(), PbError> {
        let names = header(rows, "PROJECTS", &["project_id", "cost"])?;
        // Both are there: `header` has checked.
        let (id_at, cost_at) = (
            place(&names, "project_id").unwrap_or(0),
            place(&names, "cost").unwrap_or(1),
        );
        if names.iter().any(|name| name == "target") {
            let kind = FindingKind::OldColumn {
                old: "target",
                new: "beneficiaries",
            };
            self.note(rows.line(), String::new(), kind);
        }
        loop {
            if !rows.advance()? {
                return Err(PbError::File {
                    problem: Problem::SectionMissing { section: "VOTES" },
                });
            }
            match section(rows) {
                Some("VOTES") => break,
                Some(section) => return Err(rows.at(0, Problem::SectionTwice { section })),
                None => {}
            }
            self.project(rows, &names, id_at, cost_at)?;
        }
        if self.projects.is_empty() {
            return Err(PbError::File {
                problem: Problem::NoProjects,
            });
        }
        self.last_named = vec![0; self.projects.len()];
        Ok(())
    }

    fn project<R: BufRead>(
        &mut self,
        rows: &Rows<R>,
        names: &[String],
        id_at: usize,
        cost_at: usize,
    ) -> Result<(), PbError> {
        let id = rows.cell(id_at).to_owned();
        if id.is_empty() {
            return Err(rows.at(id_at, Problem::ProjectWithoutId));
        }
        if id.contains(',') {
            return Err(rows.at(id_at, Problem::CommaInId { id }));
        }
        if self.projects.len() == MOST_PROJECTS {
            return Err(rows.at(id_at, Problem::TooManyProjects { limit: MOST_PROJECTS }));
        }
        if self
            .index
            .insert(id.clone(), self.projects.len() as u32)
            .is_some()
        {
            return Err(rows.at(id_at, Problem::ProjectTwice { id }));
        }
        let cost = whole("the cost", rows.cell(cost_at)).map_err(|problem| rows.at(cost_at, problem))?;
        let more = (0..names.len())
            .filter(|&at| at != id_at && at != cost_at && !names[at].is_empty() && !rows.cell(at).is_empty())
            .map(|at| (names[at].clone(), rows.cell(at).to_owned()))
            .collect();
        if (names.len()..rows.len()).any(|at| !rows.cell(at).is_empty()) {
            self.note(rows.line(), format!("project {id}"), FindingKind::ExtraCells);
        }
        if cost == 0 {
            self.note(rows.line(), format!("project {id}"), FindingKind::FreeProject);
        }
        if cost > self.budget {
            let kind = FindingKind::AboveBudget {
                cost,
                budget: self.budget,
            };
            self.note(rows.line(), format!("project {id}"), kind);
        }
        self.projects.push(Project { id, cost, more });
        Ok(())
    }

    pub(super) fn read_votes<R: BufRead>(&mut self, rows: &mut Rows<R>) -> Result<(), PbError> {
        let names = header(rows, "VOTES", &["voter_id", "vote"])?;
        let points_at = place(&names, "points");
        if self.vote_type.has_points() && points_at.is_none() {
            return Err(rows.at(
                0,
                Problem::ColumnMissing {
                    section: "VOTES",
                    column: "points",
                },
            ));
        }
        let points_at = points_at.filter(|_| self.vote_type.has_points());
        // Both are there: `header` has checked.
        let (id_at, vote_at) = (
            place(&names, "voter_id").unwrap_or(0),
            place(&names, "vote").unwrap_or(1),
        );
        let further: Vec<usize> = (0..names.len())
            .filter(|&at| at != id_at && at != vote_at && Some(at) != points_at && !names[at].is_empty())
            .collect();
        self.ballots = Ballots::new(further.iter().map(|&at| names[at].clone()).collect());
        let mut marks = Vec::new();
        let mut numbers = Vec::new();
        while rows.advance()? {
            if let Some(section) = section(rows) {
                return Err(rows.at(0, Problem::SectionTwice { section }));
            }
            self.rows_of_votes += 1;
            let id = rows.cell(id_at);
            let points_text = points_at.map(|at| rows.cell(at));
            match self.ballot(
                rows.line(),
                id,
                rows.cell(vote_at),
                points_text,
                &mut marks,
                &mut numbers,
            ) {
                Err(kind) => {
                    self.invalid += 1;
                    self.note(rows.line(), format!("ballot {id}"), kind);
                }
                Ok(()) => {
                    let cells: Vec<&str> = further.iter().map(|&at| rows.cell(at)).collect();
                    if !self.ballots.has_room(
                        marks.len(),
                        cells.iter().map(|c| c.len()).sum::<usize>() + id.len(),
                    ) {
                        return Err(rows.at(vote_at, Problem::TooManyMarks));
                    }
                    self.ballots.push(id, &marks, &numbers, &cells);
                    if (names.len()..rows.len()).any(|at| !rows.cell(at).is_empty()) {
                        self.note(rows.line(), format!("ballot {id}"), FindingKind::ExtraCells);
                    }
                }
            }
        }
        self.ballots.shrink();
        Ok(())
    }

    /// Reads one ballot into `marks` and `numbers`, or says why it is set aside.
    fn ballot(
        &mut self,
        line: u64,
        id: &str,
        vote: &str,
        points_text: Option<&str>,
        marks: &mut Vec<u32>,
        numbers: &mut Vec<i64>,
    ) -> Result<(), FindingKind> {
        marks.clear();
        numbers.clear();
        if id.is_empty() {
            return Err(FindingKind::BallotWithoutId);
        }
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        if !self.seen_ids.insert(hasher.finish()) && self.ballots.find(id).is_some() {
            return Err(FindingKind::BallotTwice);
        }
        if vote.is_empty() {
            return Err(FindingKind::EmptyBallot);
        }
        let entries = vote.split(',').count() as u64;
        let mut given = points_text.map(|text| text.split(','));
        if let Some(text) = points_text {
            let count = if text.is_empty() {
                0
            } else {
                text.split(',').count() as u64
            };
            if count != entries {
                return Err(FindingKind::PointsMissing {
                    marks: entries,
                    points: count,
                });
            }
        }
        let mut cost: u64 = 0;
        let mut blanks = false;
        for entry in vote.split(',') {
            let name = entry.trim();
            blanks |= name.len() != entry.len();
            let text = given.as_mut().and_then(Iterator::next);
            if name.is_empty() {
                blanks = true;
                continue;
            }
            let Some(&project) = self.index.get(name) else {
                return Err(FindingKind::UnknownProject(name.into()));
            };
            if self.last_named[project as usize] == self.rows_of_votes {
                self.note(line, format!("ballot {id}"), FindingKind::MarkTwice(name.into()));
                continue;
            }
            self.last_named[project as usize] = self.rows_of_votes;
            if let Some(text) = text {
                numbers.push(points(text).ok_or_else(|| FindingKind::PointsNotWhole(text.into()))?);
            }
            marks.push(project);
            cost = cost.saturating_add(self.projects[project as usize].cost);
        }
        if marks.is_empty() {
            return Err(FindingKind::EmptyBallot);
        }
        if self.vote_type == VoteType::ChooseOne && marks.len() > 1 {
            return Err(FindingKind::TooManyMarks {
                marks: marks.len() as u64,
                limit: 1,
            });
        }
        if let Some(kind) = self.limits.broken(marks.len() as u64, cost, numbers) {
            return Err(kind);
        }
        if self.vote_type == VoteType::Cumulative
            && let Some(&points) = numbers.iter().find(|&&points| points < 0)
        {
            return Err(FindingKind::PointsOutOfRange {
                points,
                least: 0,
                most: i64::MAX,
            });
        }
        if blanks {
            self.note(line, format!("ballot {id}"), FindingKind::BlankInList);
        }
        Ok(())
    }

    pub(super) fn finish(mut self, meta: Meta) -> Result<Reading, PbError> {
        if self.ballots.is_empty() {
            return Err(PbError::File {
                problem: Problem::NoBallots {
                    invalid: self.invalid,
                },
            });
        }
        let said = |key: &str| {
            meta.iter()
                .find(|(name, _, _)| name == key)
                .map(|(_, text, line)| (text.clone(), *line))
        };
        let mut incomplete = None;
        for (key, found) in [
            ("num_projects", self.projects.len() as u64),
            ("num_votes", self.rows_of_votes),
        ] {
            let Some((text, line)) = said(key) else { continue };
            if text.parse() == Ok(found) || text.is_empty() {
                continue;
            }
            let kind = FindingKind::CountDiffers {
                key,
                said: text.clone(),
                counted: found,
            };
            self.note(line, String::new(), kind);
            if let Some(said) = text.parse::<u64>().ok().filter(|&said| said > found) {
                incomplete = Some(match key {
                    "num_votes" => Problem::BallotsMissing { said, found },
                    _ => Problem::ProjectsMissing { said, found },
                });
            }
        }
        let election = Election {
            meta: meta.into_iter().map(|(key, value, _)| (key, value)).collect(),
            budget: self.budget,
            vote_type: self.vote_type,
            projects: std::mem::take(&mut self.projects),
            ballots: std::mem::take(&mut self.ballots),
        };
        self.compare_votes(&election);
        Ok(Reading {
            election,
            findings: self.findings,
            invalid: self.invalid,
            found: self.found,
            incomplete,
        })
    }

    /// Compares what PROJECTS says with what the ballots give.
    fn compare_votes(&mut self, election: &Election) {
        let votes = election.votes();
        for (project, &counted) in election.projects.iter().zip(&votes) {
            let subject = || format!("project {}", project.id);
            if let Some(said) = project.field("votes")
                && whole("votes", said).ok() != Some(counted)
            {
                self.note(
                    0,
                    subject(),
                    FindingKind::VotesDiffer {
                        said: said.into(),
                        counted,
                    },
                );
            }
            if counted == 0 {
                self.note(0, subject(), FindingKind::Unsupported);
            }
        }
        if election
            .projects
            .iter()
            .all(|project| project.cost > election.budget)
        {
            self.note(0, String::new(), FindingKind::NothingFits);
        }
        if election.cost_of_all() <= u128::from(election.budget) {
            self.note(0, String::new(), FindingKind::EverythingFits);
        }
    }
}
