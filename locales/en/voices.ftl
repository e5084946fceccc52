### Voices: the public list, one voice, the service desk and stacks of cards.

## The list and one voice.

voices-title = Voices
voices-at-least = At least { $bound } voices
voices-lede = What people told the city, in their own words, newest first. Every way of saying it counts the same.
voices-of-year = Voices heard in { $year }
voices-of-matter = All voices of one matter
voices-unanswered-title = Voices without an answer
voices-unanswered-lede = Heard more than { $days } ago and not answered yet. The longest waiting come first.
voices-filter-unanswered = Only those without an answer
voices-place = Place
voices-channel = Channel
voices-lang = Language
voices-lang-unknown = Not known
voices-kind = What it is
voices-kind-unstated = Not stated
voices-kind-idea = Idea
voices-kind-report = Something broken or missing
voices-kind-question = Question
voices-kind-point = Argument
voices-kind-testimony = Experience
voices-name = Voice { $number }
voices-none = No voice fits these filters.
voices-none-now = Take one filter away, or say it yourself.
voices-waiting = waiting for { $days }
voices-state = Where it stands
voices-answered = Answered
voices-hidden = A moderator hid these words.
voices-hidden-reason = A moderator hid these words. Reason: { $reason }
voices-withdrawn = Withdrawn by its author. It stays counted.
voices-referred = Passed to { $office }. Reason: { $reason }
voices-unsorted = Heard. Nobody has sorted it yet.
voices-joined = Part of a matter
voices-to-matter = See the matter
voices-heard = Heard on
voices-said-by = Said by
voices-answers = Answers to this voice
voices-no-answer = None yet.
voices-no-answer-matter = None to this voice alone. The answer to all voices stands with the matter.
voices-history = What happened
voices-edited = { $n ->
    [one] Its author changed the words once.
   *[other] Its author changed the words { $n } times.
}
voices-photo = Photo sent with this voice

## What a moderator does.

voices-moderate = Moderation
voices-hide = Hide these words
voices-hide-hint = The voice stays counted, and the reason is published. Hide only what breaks the rules, never an opinion.
voices-restore = Show these words again
voices-reason = Reason
voices-hidden-now = The words are hidden.
voices-restored-now = The words are shown again.

## The service desk.

voices-desk-lede = For words that came by phone, letter, visit, meeting or radio. They count the same as words from the web.
voices-desk-channel = How did it reach us?
voices-desk-text = What was said
voices-desk-text-hint = In their own words and their own language.
voices-desk-place = Where?
voices-desk-place-hint = Street, place or whole city, as they said it
voices-desk-heard = On which day?
voices-desk-heard-hint = The day it reached the city. Their time for an answer runs from then.
voices-desk-contact = How do we reach them?
voices-desk-contact-hint = Only for the answer. It is sealed at once; nobody at the desk can read it again. To an e-mail address the answer goes out by itself. To a phone number or a postal address nothing is sent yet: then hand over the code.
voices-desk-save = Save and show the code
voices-desk-cards = Enter a stack of cards
voices-desk-next = Enter the next one
voices-desk-receipt = Saved as voice { $number }
voices-desk-say = Read this code out, or print the page and hand it over.
voices-key-channel = To the channel
voices-key-text = To the words
voices-key-next = Enter the next one

## Stacks of cards.

voices-cards-title = A stack of cards
voices-cards-lede = One row for each card. Enter goes to the next field. Empty rows are left out.
voices-cards-stack = For the whole stack
voices-cards-stack-hint = A row may say otherwise.
voices-cards-grid = The cards
voices-cards-row = Row { $number }
voices-cards-words = Words on the card
voices-cards-date = Day
voices-cards-contact = Contact
voices-cards-as-stack = as above
voices-cards-lang-auto = find out
voices-cards-more = Add 25 rows
voices-cards-save = Save the stack
voices-cards-table = From a table
voices-cards-table-hint = A CSV file, or rows copied from a spreadsheet. The first line names the columns. Only text is needed; place, channel, lang, date and contact may be there too. You see the rows in the grid, below those you typed, before they are saved.
voices-cards-paste = Paste the rows
voices-cards-file = Or choose a file
voices-cards-fill = Put them into the grid
voices-cards-saved = { $n ->
    [one] One card is in the record
   *[other] { $n } cards are in the record
}
voices-cards-codes = Number and code of each card
voices-cards-code = Code
voices-cards-print = Print the list
voices-cards-error = Row { $number }: { $error }

## What can be wrong.

voices-text-missing = Write what should change; a few words are enough.
voices-desk-text-missing = Write what was said; a few words are enough.
voices-text-too-long = These words are longer than 20,000 characters. Send the most important part.
voices-contact-wrong = This looks like an e-mail address with a mistake in it. Check it, or leave it empty.
voices-heard-later = This day has not come yet. Write the day on which it reached the city.
voices-answer-missing = Write the answer.
voices-answered-already = It has been answered, so its words can no longer be changed.
voices-sorted-already = It is part of a matter or has been answered. Move the matter instead.
voices-not-shown = It was withdrawn or hidden, so nothing more can be done with it here.
voices-not-hidden = It is not hidden.
voices-cards-none = There is no card yet. Fill in at least one row.
voices-cards-too-many = These are more than 500 rows. Divide the stack.
voices-csv-column = The table has no column “{ $column }”. Write the names of the columns into the first line.
voices-csv-line = Line { $number } of the table cannot be read. Check its quotation marks.
voices-csv-encoding = The file is not UTF-8 text. Save it as “CSV UTF-8” and choose it again.
voices-csv-empty = There is no table yet. Paste the rows with the names of the columns, or choose a file.
voices-csv-quote = A quotation mark in line { $number } of the table is not closed. Close it, or the rows below become part of that cell.
voices-csv-left-out = Not taken from the table, because these columns are not known: { $columns }. Check the names if something is missing below.
voices-place-unknown = “{ $words }” is not a place we know. It is kept as written.
voices-contact-unclear = This is no e-mail address, phone number or postal address. Check it, or leave it empty.
