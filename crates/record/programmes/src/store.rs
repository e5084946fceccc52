//! All SQL of the room.

use kapok_store::{Conn, Result, Tx, params, statements};

use crate::model::{Choice, Discrepancy, Question, RegionCount, Session, TopicCount, Workshop};

statements! {
    read SESSIONS: Session = "SELECT id, number, year, submissions, cities, countries, longlist, shortlist, report_ref, note, \
        external_note FROM award_session ORDER BY year LIMIT 1000";
    read REGIONS: RegionCount = "SELECT year, region, n FROM session_region ORDER BY year, region LIMIT 10000";
    read WORKSHOPS: Workshop = "SELECT id, number, year, theme, participants, participants_at_least, cities, countries, \
        named_cities, report_ref, note FROM workshop ORDER BY year LIMIT 1000";
    read TOPIC_COUNTS: TopicCount = "SELECT topic, position, years, n, report_ref, confidence FROM topic_count \
        ORDER BY position, years LIMIT 10000";
    read QUESTIONS: Question = "SELECT id, position, figure, wording FROM question ORDER BY position LIMIT 1000";
    read CHOICES: Choice = "SELECT question_id, position, wording, percent, note FROM question_option \
        ORDER BY question_id, position LIMIT 10000";
    read DISCREPANCIES: Discrepancy = "SELECT id, position, what, place_a, value_a, place_b, value_b, consequence \
        FROM discrepancy ORDER BY position LIMIT 1000";

    write CLEAR_SESSIONS = "DELETE FROM award_session";
    write ADD_SESSION = "INSERT INTO award_session (id, number, year, submissions, cities, countries, longlist, shortlist, \
        report_ref, note, external_note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    write CLEAR_REGIONS = "DELETE FROM session_region";
    write ADD_REGION = "INSERT INTO session_region (year, region, n) VALUES ($1, $2, $3)";
    write CLEAR_WORKSHOPS = "DELETE FROM workshop";
    write ADD_WORKSHOP = "INSERT INTO workshop (id, number, year, theme, participants, participants_at_least, cities, countries, \
        named_cities, report_ref, note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    write CLEAR_TOPIC_COUNTS = "DELETE FROM topic_count";
    write ADD_TOPIC_COUNT = "INSERT INTO topic_count (topic, position, years, n, report_ref, confidence) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    write CLEAR_QUESTIONS = "DELETE FROM question";
    write ADD_QUESTION = "INSERT INTO question (id, position, figure, wording) VALUES ($1, $2, $3, $4)";
    write CLEAR_CHOICES = "DELETE FROM question_option";
    write ADD_CHOICE = "INSERT INTO question_option (question_id, position, wording, percent, note) VALUES ($1, $2, $3, $4, $5)";
    write CLEAR_DISCREPANCIES = "DELETE FROM discrepancy";
    write ADD_DISCREPANCY = "INSERT INTO discrepancy (id, position, what, place_a, value_a, place_b, value_b, consequence) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
}

/// The sessions, oldest first.
///
/// # Errors
/// From the database.
pub async fn sessions(conn: &mut Conn) -> Result<Vec<Session>> {
    conn.all(&SESSIONS, &[]).await
}

/// Entries by session and region.
///
/// # Errors
/// From the database.
pub async fn regions(conn: &mut Conn) -> Result<Vec<RegionCount>> {
    conn.all(&REGIONS, &[]).await
}

/// The workshops, oldest first.
///
/// # Errors
/// From the database.
pub async fn workshops(conn: &mut Conn) -> Result<Vec<Workshop>> {
    conn.all(&WORKSHOPS, &[]).await
}

/// Entries by topic, in the order of the topics.
///
/// # Errors
/// From the database.
pub async fn topic_counts(conn: &mut Conn) -> Result<Vec<TopicCount>> {
    conn.all(&TOPIC_COUNTS, &[]).await
}

/// The questions in order.
///
/// # Errors
/// From the database.
pub async fn questions(conn: &mut Conn) -> Result<Vec<Question>> {
    conn.all(&QUESTIONS, &[]).await
}

/// The options of all questions.
///
/// # Errors
/// From the database.
pub async fn choices(conn: &mut Conn) -> Result<Vec<Choice>> {
    conn.all(&CHOICES, &[]).await
}

/// What the report says in two ways.
///
/// # Errors
/// From the database.
pub async fn discrepancies(conn: &mut Conn) -> Result<Vec<Discrepancy>> {
    conn.all(&DISCREPANCIES, &[]).await
}

/// Replaces sessions and their regions.
pub(crate) async fn put_sessions(tx: &mut Tx, sessions: &[Session], regions: &[RegionCount]) -> Result<()> {
    tx.run(&CLEAR_SESSIONS, &[]).await?;
    tx.run(&CLEAR_REGIONS, &[]).await?;
    for s in sessions {
        let row = params![
            &s.id,
            s.number,
            s.year,
            s.submissions,
            s.cities,
            s.countries,
            s.longlist,
            s.shortlist,
            &s.report_ref,
            &s.note,
            &s.external_note
        ];
        tx.run(&ADD_SESSION, row).await?;
    }
    for r in regions {
        tx.run(&ADD_REGION, params![r.year, &r.region, r.n]).await?;
    }
    Ok(())
}

/// Replaces the workshops.
pub(crate) async fn put_workshops(tx: &mut Tx, workshops: &[Workshop]) -> Result<()> {
    tx.run(&CLEAR_WORKSHOPS, &[]).await?;
    for w in workshops {
        let row = params![
            &w.id,
            w.number,
            w.year,
            &w.theme,
            w.participants,
            w.at_least,
            w.cities,
            w.countries,
            &w.named_cities,
            &w.report_ref,
            &w.note
        ];
        tx.run(&ADD_WORKSHOP, row).await?;
    }
    Ok(())
}

/// Replaces the counts by topic.
pub(crate) async fn put_topic_counts(tx: &mut Tx, counts: &[TopicCount]) -> Result<()> {
    tx.run(&CLEAR_TOPIC_COUNTS, &[]).await?;
    for c in counts {
        let row = params![&c.topic, c.position, &c.years, c.n, &c.report_ref, &c.confidence];
        tx.run(&ADD_TOPIC_COUNT, row).await?;
    }
    Ok(())
}

/// Replaces questions and options.
pub(crate) async fn put_questions(tx: &mut Tx, questions: &[Question], choices: &[Choice]) -> Result<()> {
    tx.run(&CLEAR_QUESTIONS, &[]).await?;
    tx.run(&CLEAR_CHOICES, &[]).await?;
    for q in questions {
        tx.run(&ADD_QUESTION, params![&q.id, q.position, &q.figure, &q.wording])
            .await?;
    }
    for c in choices {
        let row = params![&c.question_id, c.position, &c.wording, c.percent, &c.note];
        tx.run(&ADD_CHOICE, row).await?;
    }
    Ok(())
}

/// Replaces the contradictions.
pub(crate) async fn put_discrepancies(tx: &mut Tx, discrepancies: &[Discrepancy]) -> Result<()> {
    tx.run(&CLEAR_DISCREPANCIES, &[]).await?;
    for d in discrepancies {
        let row = params![
            &d.id,
            d.position,
            &d.what,
            &d.place_a,
            &d.value_a,
            &d.place_b,
            &d.value_b,
            &d.consequence
        ];
        tx.run(&ADD_DISCREPANCY, row).await?;
    }
    Ok(())
}
