//! Names of what the record holds by id, in the reader's words; the record's own words where the catalogues have none.

use kapok_i18n::T;

/// A question in the reader's language.
pub(crate) fn question(t: T, id: &str) -> Option<&'static str> {
    Some(match id {
        "satisfaction" => t.programmes_question_satisfaction(),
        "gov-role" => t.programmes_question_gov_role(),
        "resident-importance" => t.programmes_question_resident_importance(),
        "future-topics" => t.programmes_question_future_topics(),
        "preferred-format" => t.programmes_question_preferred_format(),
        _ => return None,
    })
}

/// An option of a question in the reader's language.
pub(crate) fn option(t: T, wording: &str) -> &str {
    match wording {
        "Very satisfied" => t.programmes_option_very_satisfied(),
        "Satisfied" => t.programmes_option_satisfied(),
        "Just so so" => t.programmes_option_so_so(),
        "Not very satisfied" => t.programmes_option_not_very_satisfied(),
        "Dissatisfied" => t.programmes_option_dissatisfied(),
        "Very important" => t.programmes_option_very_important(),
        "Important" => t.programmes_option_important(),
        "Somewhat important" => t.programmes_option_somewhat_important(),
        "Not very important" => t.programmes_option_not_very_important(),
        "Not important" => t.programmes_option_not_important(),
        "Government capacity building" => t.topic("capacity"),
        "Smart city" => t.topic("smart"),
        "Inclusive community" => t.topic("inclusive"),
        "Case sharing" => t.programmes_option_case_sharing(),
        "Expert dialogues" => t.programmes_option_expert_dialogues(),
        "Site visits" => t.programmes_option_site_visits(),
        other => other,
    }
}
