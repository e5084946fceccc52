### Writing a matter up as a case.

share-title = Share with other cities
share-lede = The parts are filled in from the records. Add what only people know: what was hard, what others should know before they copy it.
share-missing = The records say nothing yet on: { $parts }.
share-case-title = Title
share-summary = In short
share-send = Share it
share-done = It is in the case library now.
share-evaluate-first = Write down what was learned first, then it can be shared.
