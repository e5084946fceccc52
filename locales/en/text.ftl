### Groups of voices, made by the command `kapok text group`: its page and its summary on the terminal.

text-title = Groups of voices
text-lede = { $groups } in { $file }. A computer put together what sounds alike. A person decides what belongs together.
text-voices = { $n ->
    [one] { $n } voice
   *[other] { $n } voices
}
text-groups = { $n ->
    [one] { $n } group
   *[other] { $n } groups
}
text-different = { $n ->
    [one] { $n } different text
   *[other] { $n } different texts
}

## How to read it.

text-read-title = How to read this
text-read-count = A count says how many voices came in. It is not a vote and not a survey: some people write more often than others.
text-read-copy = Texts that are copies of each other, but for a few characters, stand once. Everyone who sent one is counted.
text-read-pieces = The texts were compared by pieces of their words. Voices in different languages do not meet this way.
text-read-model = The texts were compared by meaning, across languages, with the model { $model }, and by pieces of their words.
text-read-central = The texts of a group stand in the order of their closeness to the middle of the group, the closest first. Above them stands the closest one of each language.

## All groups.

text-sum-title = Every voice is counted once
text-sum-voices = Voices in the file
text-sum-grouped = In groups
text-sum-alone = On their own
text-sum-wordless = Without words
text-sum-different = Different texts
text-all-title = All groups
text-all-caption = Groups, most voices first
text-col-group = Group
text-col-words = Words that tell it from the others
text-col-voices = Voices
text-col-different = Different texts
text-col-tight = How alike
text-col-languages = Languages
text-col-places = Places
text-none = No group was found. Every voice stands on its own.
text-empty = The file holds no voices.
text-unknown-language = not recognised
text-unknown-place = not stated
text-tight-high = very alike
text-tight-middle = alike
text-tight-low = loosely related

## Floods of copies.

text-flood-title = Sent again and again
text-flood-lede = These texts came in many times, word for word or nearly so. That can be a campaign, a form, or many people who pass a text on.
text-flood-caption = Texts that came in five times or more
text-col-text = Text

## One group.

text-group-title = Group { $number }: { $name }
text-group-facts = { $voices }, { $different }
text-group-texts = { $n ->
    [one] The text behind it
   *[other] All { $n } texts behind it
}
text-group-more = { $n ->
    [one] { $n } more text is in the CSV file.
   *[other] { $n } more texts are in the CSV file.
}
text-sent-by = { $n ->
    [one] sent by { $n } voice
   *[other] sent by { $n } voices
}
text-ids = Ids: { $ids }
text-ids-more = { $ids } and { $more } more
text-cut = The whole text is in the CSV file.

## The rest.

text-alone-title = On their own
text-alone-lede = These voices are like no other. A rare voice can be an important one.
text-alone-show = { $n ->
    [one] Show { $n } voice
   *[other] Show { $n } voices
}
text-wordless-title = Without words
text-wordless-lede = These voices hold no letter and no digit. Their ids: { $ids }
text-notes-title = Mended while reading

## What is suggested.

text-col-topic = Suggested topic
text-read-advice = A suggested topic or office comes with the share of the group's most central texts that people would be expected to put there. It is a suggestion: a person decides.
text-learned-examples = Topics and offices are suggested from { $n } example voices of an invented city. Offices are those of that city. With voices of your own (--train) they are yours.
text-learned-own = Topics and offices are suggested from { $n } decided voices in { $file }.
text-advice-topic = Suggested topic: { $topic } ({ $chance } of 100). What speaks for it: { $words }
text-advice-department = Suggested office: { $department } ({ $chance } of 100). What speaks for it: { $words }
text-advice-places = Places named: { $places }
text-advice-no-words = the whole, no single word

## The terminal.

text-summary = { $voices } ({ $different }): { $grouped-n } in { $groups }, { $alone-n } on their own, { $wordless-n } without words
text-by-pieces = compared by pieces of words (no model)
text-by-model = compared by meaning with { $model }
text-more-groups = { $n ->
    [one] and { $n } more group
   *[other] and { $n } more groups
}
text-written = written: { $path }
