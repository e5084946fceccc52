### About this record: how words are used, your data, accessibility, open data.

about-tabs = More about this record

## How your words are used

about-words-lede = Whatever you say, by whatever channel, joins one public record.
about-words-same = Every channel counts the same
about-words-same-text = A phone call, a letter, a card at a station, a visit to the desk, a meeting and this website each give one voice: one number, one code, one in the count. Nobody needs an account.
about-words-public = What is public
about-words-public-words = Your words as you wrote them, and your photo without the place and time stored inside it.
about-words-public-facts = The channel, the place and the day.
about-words-public-after = What came of it: the matter, every answer, every decision with its reasons, every promise with its date.
about-words-private = What is not public
about-words-private-contact = How we can reach you. It is encrypted and kept apart.
about-words-private-code = Your code. Whoever has it can change and withdraw your words, so keep it to yourself.
about-words-private-name = Your name. We do not ask for it. What you write into the text is public, so leave out what nobody should read about you or others.
about-words-when = What happens when
about-words-when-now = At once: you get a code, and your words can be read in public.
about-words-when-sorted = Within { $days }: an officer reads them and joins them to a matter.
about-words-when-answered = Within { $days }: you get an answer. After that your words count as unanswered on the front page.
about-words-when-decided = Then the city weighs the matter, decides with reasons, and says who does what by when.
about-words-when-checked = When the city says it is done, residents say whether it is. If { $n } or more say “not yet”, and they are more than { $percent } of all, work on it begins again.
about-words-who = Who reads them
about-words-who-text = Anyone may read them. Officers sort them, the office in charge answers, moderators may hide them, the auditor looks on. Who may do what is printed from the same table that the platform obeys.
about-words-hide = When words are hidden
about-words-hide-text = A moderator may hide words that threaten or insult a person or give away something private. The reason is public, the voice still counts, and hiding can be undone. Nothing is hidden because it is unwelcome.
about-words-machines = No machine decides
about-words-machines-text = People read, sort, answer and decide. What the computer works out by itself is only a suggestion or a note, and each such function has its sheet here. Three fixed rules act by count or by date: the order of the list of matters, taking up a matter again, and deleting contact data in time.
about-words-order = How the list is ordered, and with which weights

## Risk sheets of automatic functions

about-sheets = Automatic functions and their risks
about-sheet-does = What it does
about-sheet-data = What it uses
about-sheet-errors = Known errors
about-sheet-who = Who answers for it
about-sheet-off = How to switch it off
about-sheet-who-text = The office that runs this platform. Every use is only a suggestion that a person takes or leaves.
about-sheet-who-note = The office that runs this platform. Tell us when it is wrong.
about-similar = Matters that look like yours
about-similar-does = While you write, it shows up to { $n } matters that share words with yours, so that you can join one.
about-similar-data = The text you are writing, and the titles and summaries of matters. If your browser runs scripts, the text goes to this server, and to no other, when you pause. It is not kept.
about-similar-errors = In a trial with { $all } voices of a demo city, the right matter was among those shown for { $same } of the voices in the language of the matter, and for { $other } of the others. Wrong ones are often shown too.
about-similar-off = The city writes automatic_similar = false in its settings. You yourself: switch off scripts in your browser and do not press “{ $button }”.
about-language = The language of a text
about-language-does = It guesses in which of ten languages a text is written, so that it is shown, read aloud and counted correctly. When unsure it says so.
about-language-data = The text alone.
about-language-errors = Of { $all } voices of a demo city in four languages it named { $wrong } wrongly and { $none } not at all. A word or two, or several languages in one text, are harder.
about-language-off = The city writes automatic_language = false in its settings. Voices are then marked as of unknown language.
about-place = The place in your words
about-place-does = If what you write under “{ $label }” contains the name of a place on our list, the voice is counted there.
about-place-data = The words of that one field and the public list of places. We never ask your device where you are.
about-place-errors = Not measured yet. It fails when a name is misspelt or when two places have the same name.
about-place-off = The city writes automatic_place = false in its settings. You yourself: leave the field empty, and the voice counts without a place.

## Your data

about-data-lede = Apart from your words we keep as little as we can, and delete it on time.
about-data-contact = How we reach you
about-data-contact-text = An e-mail address, phone number or postal address is kept apart from your words and encrypted with a key that is not in the database. Nobody on the staff can read it: only the program that sends you an answer opens it.
about-data-contact-gap = At present that program sends e-mail only. If you left a phone number or a postal address, use your code, or ask at the service desk.
about-data-keep = How long we keep what
about-data-keep-what = What
about-data-keep-long = How long
about-data-keep-words = Words, photo, place, channel, day
about-data-keep-words-long = For good, as part of the record. Once withdrawn they are no longer shown.
about-data-keep-contact = How we reach you
about-data-keep-contact-long = { $days } after the matter has ended or your voice was answered on its own. Deleted at once when you withdraw.
about-data-keep-follow = E-mail address for following a matter
about-data-keep-follow-long = Until you open the link in any of our mails to stop.
about-data-keep-network = Network address
about-data-keep-network-long = Only in memory, to stop floods of messages. Never with your words.
about-data-keep-cookie = Cookie with your language
about-data-keep-cookie-long = One year, in your browser. No other cookie outlives a minute unless you check a result or are staff.
about-data-keep-check = Cookie set when you check a result
about-data-keep-check-long = One year, in your browser, so that you count once and can change what you say. In the database it is mixed with our key, so that it links nothing to you.
about-data-keep-draft = Text you have not sent yet
about-data-keep-draft-long = In your browser only, until you send it or close the tab.
about-data-keep-staff = Names of staff with what they did
about-data-keep-staff-long = For good. Officers act in public.
about-data-rights = Your rights
about-data-see = See
about-data-see-text = Your code shows your words, where they stand and everything done with them.
about-data-correct = Correct
about-data-correct-text = With your code you can change the words until they are answered. Earlier versions stay in the record.
about-data-withdraw = Withdraw
about-data-withdraw-text = With your code you can take the words off every page at once. That something was said stays counted.
about-data-erase = Erase
about-data-erase-text = To have withdrawn words deleted from the database as well, come to the service desk with your code. This is done by hand at present. The counts stay as they are.
about-data-small = Small numbers
about-data-small-text = We do not ask who you are, so there are no statistics about you here. Where a survey counts groups of people, a group of fewer than { $n } is not shown.
about-data-nobody = Nobody else
about-data-nobody-text = No page loads anything from another company. There is no advertising and nothing that follows you.
about-data-ask = Ask about your data

## Accessibility

about-access-lede = Everybody must be able to use this record. Our measure is WCAG 2.2, level AA.
about-access-built = How it is built
about-access-built-scripts = Every page works without scripts, on old phones and on slow lines.
about-access-built-keys = Everything can be done with the keyboard. Keys that act alone, on staff pages, can be switched off.
about-access-built-tables = Every chart and every map has a table with the same facts. Colour is never the only sign.
about-access-built-looks = Pages follow your device: light or dark, your own colours, large text, narrow screens, paper.
about-access-built-else = Whoever does not want a website can phone, write, or come. It counts the same.
about-access-tested = What is tested, and how
about-access-tested-axe = By a program (axe-core in Chromium): kinds of pages in four languages, light and dark, 1280 and 360 pixels wide; and that nothing has to be scrolled sideways at 320 pixels.
about-access-tested-ways = By a program that acts like a person: saying something and following it with the keyboard alone, and with scripts switched off.
about-access-tested-note = Programs find only some of all barriers. These tests run before every change.
about-access-gaps = What we know is missing
about-access-gap-people = No test yet with people who use a screen reader, a magnifier or a switch.
about-access-gap-audit = No audit by anyone from outside.
about-access-gap-easy = No sign language and no easy-to-read version.
about-access-gap-languages = Voices and answers stand in the language they were written in. Nobody translates them yet.
about-access-gap-photos = Photos have no description of what they show.
about-access-gap-maps = On a map, small areas carry no name. The table beside it has them all.
about-access-report = Something stops you?
about-access-report-text = Tell us on which page and what happened. It becomes a voice like any other, with a code to follow.
about-access-report-link = Report a barrier
about-access-report-else = You can also phone, write, or come to the service desk.
about-access-prefill = A barrier on this website:

## Open data

about-open-lede = Take the record with you. The files are made anew each time you ask.
about-open-files = What there is
about-open-what = What
about-open-where = Where
about-open-matters = Matters with state, place, topic, priority and numbers
about-open-promises = Promises with dates, money and progress
about-open-cases = Cases from other cities, with their sources
about-open-places = Places with borders and numbers of people
about-open-statistics = Statistics: every chart has its own CSV file
about-open-log = The public log, the newest acts as an Atom feed
about-open-tables = All tables, described in English
about-open-frictionless = Description of all tables for programs (Frictionless)
about-open-csvw = Description of all tables for programs (CSV on the Web)
about-open-dcat = Catalogue for data portals (DCAT-AP)
about-open-geojson = Matters with their places (GeoJSON)
about-open-feed = Newest matters, as an Atom feed; also by place, topic and office
about-open-calendar = Calendar of days that the city promised
about-open-counters = Numbers on our pages, to count again
about-open-small = In tables that count voices by channel, language or place, numbers below { $least } are left empty, and so are others that would give them away.
about-open-format = CSV files are in UTF-8 with names in the first line. Days are written year-month-day. What nobody recorded is unknown or empty, never zero.
about-open-licence = What you may do with it
about-open-licence-data = Numbers, states, decisions, promises and the log: use them for anything and name the source (CC BY 4.0).
about-open-licence-words = Words and photos of residents belong to those who made them. Quote them with their address in this record, and do not try to find out who they are.
about-open-licence-software = The software is free and open (Apache License 2.0).
