### Reports of the command that assigns reviewers, works out scores, ranks and chooses.

jury-warnings = Take note
jury-col-entry = Entry
jury-col-entries = Entries
jury-col-reviewer = Reviewer
jury-col-reviewers = Reviewers
jury-col-score = Score
jury-caption = { $what }, n = { $count }
jury-range = { $least } to { $most }

## Who reviews what

jury-assign-title = Who reviews what
jury-assign-lede = { $assigned } of { $wanted } reviews were given out: { $entries } entries, { $reviewers } reviewers. No conflict of interest is among them.
jury-disconnected = The reviewers fall into { $groups } groups that share no entry. A severe reviewer of one group cannot be told from weak entries of another.
jury-uneven = Loads differ by more than 1. Conflicts and limits leave no better way, or the reviewers could not be connected otherwise.
jury-short = { $entries } have fewer reviewers than they should.
jury-glance = At a glance
jury-loads = Smallest and largest load
jury-field-matches = Reviews by somebody who knows a field of the entry
jury-linked = Pairs of reviewers that share an entry
jury-unserved = Entries without enough reviewers
jury-col-has = Has, of those wanted
jury-col-may = May review it
jury-col-full = Of those, at their limit
jury-col-region = Held back, one of the own region being enough
jury-col-refused = Refused, and why
jury-by-entry = Reviewers of each entry
jury-by-reviewer = Load of each reviewer
jury-col-load = Load
jury-refused-author = author
jury-refused-declared = declared conflict
jury-refused-country = same country
jury-refused-city = same city
jury-refused-employer = same employer
jury-refused-language = no common language
jury-refused-field = no common field

## What the scores say

jury-score-title = What the scores say
jury-score-lede = { $reviews } reviews of { $entries } entries by { $reviewers } reviewers.
jury-not-calibrated = The reviewers fall into { $groups } groups that share no entry, so nobody can tell their severity from the strength of their entries. Nothing is calibrated; the plain mean counts.
jury-no-errors = There are no more reviews than unknowns, so errors are not known and no outlier can be seen.
jury-agreement = Agreement of the reviewers (Krippendorff's alpha)
jury-agreement-what = 1 is full agreement, 0 is what chance gives.
jury-residual = What severity and strength leave unexplained (standard deviation)
jury-entries-what = The calibrated score takes out how severe each reviewer is: it is the score that the average reviewer would give. Severities and entries are estimated together by least squares.
jury-col-rank = Rank
jury-col-mean = Mean
jury-col-median = Median
jury-col-calibrated = Calibrated
jury-col-error = Standard error
jury-col-reviews = Reviews
jury-severity = Severity of the reviewers
jury-severity-what = Below zero is more severe than the average reviewer, above zero more lenient.
jury-col-severity = Severity
jury-col-spread = Typical distance from what was expected
jury-criteria = Criteria
jury-col-criterion = Criterion
jury-col-weight = Weight
jury-col-agreement = Agreement
jury-outliers = Scores far from what was expected
jury-outliers-none = No score is far from what its entry and reviewer would lead one to expect.
jury-col-expected = Expected
jury-col-distance = Distance in standard errors

## Ranking

jury-rank-title = The ranking
jury-rank-lede = { $rule }, counted on { $ballots } ballots.
jury-rule-majority = Majority judgment
jury-rule-borda = Borda
jury-rule-schulze = Schulze
jury-rule-ranked-pairs = Ranked pairs
jury-rule-runoff = Instant run-off
jury-rule-stv = Single transferable vote
jury-rule-approval = Approval
jury-shared = { $entries } share place { $place }. No rule for ties was stated.
jury-places = Places
jury-col-place = Place
jury-col-result = Result
jury-elected = elected
jury-ties = Ties and what decided them
jury-col-tied = Tied
jury-col-by = Decided by
jury-col-order = Order
jury-by-previous = previous rounds
jury-by-order = the order stated beforehand
jury-by-lot = the lot drawn with the seed stated beforehand
jury-by-file = the order of the file
jury-pairs = Ballots that put the row above the column
jury-paths = Strength of the strongest path from row to column
jury-grades = Grades
jury-col-majority = Majority grade
jury-rounds = Votes in each round
jury-col-round = Round { $n }
jury-exhausted = For nobody who is left
jury-quota = Votes needed for election

## Choice under limits

jury-choose-title = The choice
jury-choose-lede = { $chosen } of { $entries } entries, with a score of { $total } together.
jury-proven = No other choice within the limits has a higher score. This was proven.
jury-gap = The search was cut short. No choice has a score above { $bound }.
jury-choose-tie = Another choice has the same score. What decided between them: { $rule }.
jury-choose-instead = It has { $entries } instead.
jury-chosen = Chosen
jury-prices = What each limit costs
jury-prices-what = The price of a limit is the score that would be gained without it. Displaced are the entries that would then be chosen and now are not. Prices of several limits do not add up.
jury-col-limit = Limit
jury-col-bounds = At least, at most
jury-col-count = Chosen
jury-col-price = Price
jury-col-displaced = Displaced
jury-col-admitted = In their place
jury-all-limits = All limits together
jury-each-value = each value
jury-no-limit = no limit
jury-clash-lede = No choice of { $seats } entries meets all limits.
jury-clash = Limits that cannot hold together
jury-clash-what = Any one of these could be kept without the others. Loosen one of them and choose again.
jury-col-there = Entries with it

## Pictures

jury-picture-some = The picture shows the first { $shown } of { $all }; the table has all.
jury-picture-scores = Scores and how certain they are
jury-picture-scores-errors = One line for each entry, the best first. The dot is the score; the line reaches two standard errors to either side. Where lines overlap, the order is not certain.
jury-picture-scores-range = One line for each entry, the best first. The dot is the score; the line reaches from the lowest to the highest review.
jury-picture-severity = How severe each reviewer is
jury-picture-severity-what = The dashed line is the average reviewer. The number says by how much a reviewer scores above it (lenient) or below it (severe); the line reaches two standard errors to either side.
jury-picture-loads = Load of each reviewer
jury-picture-loads-what = How many entries each reviewer reads.
jury-picture-limits = Chosen, beside what the limits allow
jury-picture-limits-what = The line reaches from the least to the most that a limit allows; the dot is how many were chosen.
jury-picture-prices = Score given up for each limit
jury-picture-prices-what = Only limits that cost something, the dearest first.
jury-picture-points = Points of each entry
jury-picture-grades = Grades of each entry, from the best (darkest) to the worst
jury-picture-beats = Entries that each entry beats, one against one
jury-picture-first = Votes of each entry in the first round
jury-picture-places-what = In the order of places. The tables below have every number.
