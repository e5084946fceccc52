//! The topics that voices and matters are sorted by.

/// The keys of the report's twelve topics, in its order (`data/report/topics.csv`); the catalogues have their names.
pub const TOPICS: [&str; 12] = [
    "waste",
    "energy",
    "resilient",
    "smart",
    "engagement",
    "inclusive",
    "capacity",
    "services",
    "economy",
    "renewal",
    "youth",
    "environment",
];

#[cfg(test)]
mod tests {
    #[test]
    fn the_list_is_that_of_the_report() {
        let table = include_str!("../../../../data/report/topics.csv");
        let keys: Vec<&str> = table
            .lines()
            .skip(1)
            .filter_map(|row| row.split(',').next())
            .collect();
        assert_eq!(keys, super::TOPICS);
    }
}
