# The question's page and what is done on it.
author-participant = a participant
author-delegation = a delegation
author-departed = a delegation that has left the dialogue
author-origin = a country of origin
author-transit = a country of transit
author-destination = a country of destination
author-state = a State
author-intergovernmental = an intergovernmental organisation
author-city = a city
author-civil_society = a civil society organisation
author-diaspora = a diaspora or migrant organisation
author-employers = an employers’ organisation
author-union = a trade union
author-academia = an academic institution
question-kicker = Workshop { $workshop } · question { $place } of { $total }, on ¶{ $paragraph }
question-counts = { $responses ->
    [one] { $responses } response to { $perspectives ->
        [one] { $perspectives } perspective
       *[other] { $perspectives } perspectives
    }
   *[other] { $responses } responses to { $perspectives ->
        [one] { $perspectives } perspective
       *[other] { $perspectives } perspectives
    }
}
question-delegations = { $of ->
    [one] { $n } of { $of } delegation has answered
   *[other] { $n } of { $of } delegations have answered
}
question-answer = Your answer
question-paper = What the paper says
question-place = Perspective { $n } of { $of } for you
perspective-number = number { $n }
question-next = Next: question { $ref }
question-group = on behalf of { $group }
question-original = original language: { $language }
question-entered = entered by the secretariat
question-matters = This matters most to us
question-protect = More protection for this answer
question-protect-hint = Answers are shown as counts only. “Off the record” also keeps yours out of a record that is published answer by answer.
question-far = { $n } of { $of } answered
question-skip = Skip for now
question-said = { $n ->
    [one] { $n } perspective
   *[other] { $n } perspectives
}
question-none = Nobody has added a perspective yet. Yours can be the first.
question-all = You have answered every perspective on this question. New ones will appear here.
question-not-open = The dialogue takes no responses now. You can read everything.
question-not-yours = You can read everything here. Responses are given by delegates and participants.
question-back = Back to question { $ref }
question-ref = question { $ref }
question-no-longer = This perspective is no longer on the page.
question-done-published = Your perspective is published.
question-done-draft = Your draft is kept. Only your delegation sees it.
question-done-pending = Your perspective is kept. It appears once the moderators have looked at it.
question-done-attached = The evidence is attached.
question-done-attached-pending = The evidence is kept. It appears once the moderators have looked at it.
question-done-taken-off = The evidence is taken off.
question-done-translated = The unofficial translation is kept.
question-done-reported = Thank you. The moderators will look at it.
question-done-withdrawn = Your response is withdrawn.
question-done-asked = Your question is added.
question-done-asked-pending = Your question is kept. It appears once the moderators have looked at it.
question-done-joined = You are in.
translation-mark = unofficial translation
tally-title = What was answered
tally-caption = { $n ->
    [one] { $n } response
   *[other] { $n } responses
}
tally-answer = Answer
tally-number = Responses
tally-share = Share
tally-yours = yours
tally-hidden = not shown: too few
tally-few = Your answer is kept. Not enough responses to show yet: { $n } of { $limit }.
tally-protected = Your answer is kept. The numbers are not shown, because fewer than { $limit } gave one of the answers.
tally-renewed = Your answer is kept. These numbers are renewed when at least { $k } more participants have answered.
notice-title = Before your first response
notice-kept = Kept: your responses and perspectives under a pseudonym, without name or address. The secretariat, and auditors that it names, can read them so.
notice-seen-named = Seen: perspectives of delegations with their name; of responses only counts.
notice-seen-by_category = Seen: perspectives with a category such as “a country of destination”; of responses only counts.
notice-seen-unattributed = Seen: perspectives without who gave them; of responses only counts.
notice-seen-off_the_record = Seen: by you and the secretariat; of responses only counts.
notice-published-aggregates = Published: counts, and none about a small number of participants.
notice-published-rows = Published after closing: each response under a new pseudonym.
notice-until = You can change or withdraw it until { $time }.
notice-until-open = You can change or withdraw it until the dialogue closes.
notice-ask = Questions about your data: { $contact }.
notice-ask-secretariat = Questions about your data: the secretariat of this dialogue.
form-language = Language
propose-title = Add a perspective
propose-text = Your perspective
propose-hint = One statement that others can agree or disagree with, at most 400 characters.
propose-paragraph = On paragraph
propose-no-paragraph = none
propose-attribution = Shown as
propose-group = On behalf of
propose-no-group = own delegation only
propose-draft = Keep as a draft, seen by our delegation only
propose-only-draft = It is kept as a draft; the head of your delegation clears it.
propose-send = Add
as-named = by name
as-by_category = by category
as-unattributed = unattributed
as-off_the_record = off the record
ask-title = Ask another question
ask-text = Your question
ask-paragraph = Under paragraph
ask-send = Add the question
report-title = Tell the moderators
report-reason = What is wrong with it?
report-send = Send
translate-title = Enter an unofficial translation
translate-object = What you translate
translate-perspective = the perspective above
translate-question = the question
translate-text = Translation
translate-tool = Made by a tool? Its name
translate-send = Keep the translation
responses-link = My responses
mine-title = My responses to question { $ref }
mine-none = You have not answered yet.
responses-matters = matters most
responses-change = Change or withdraw
responses-withdraw = Withdraw this response
answered-agree = You agreed
answered-pass = You passed
answered-disagree = You disagreed
drafts-link = Our perspectives and drafts
drafts-title = Perspectives and drafts
drafts-lead = A draft is seen by your delegation alone. The head clears it, a delegate publishes it.
drafts-none = There is none yet.
drafts-clear = Clear
drafts-publish = Publish
drafts-withdraw = Withdraw
drafts-edit = Change the wording
drafts-keep = Keep
pstate-draft = draft
pstate-cleared = cleared
pstate-pending = waits for the moderators
pstate-published = published
pstate-withdrawn = withdrawn
pstate-refused = taken off by the moderators
pstate-erased = erased by its author
evidence-heading = Attached to this question
evidence-title = Evidence on question { $ref }
evidence-none = Nothing is attached yet.
evidence-add = Attach evidence
evidence-manage = Attach evidence, or take it off
evidence-take-off = Take off …
evidence-take-off-now = Take it off
evidence-reason = Reason (it becomes part of the record)
evidence-reason-needed = A reason is needed: it becomes part of the record. Nothing was changed.
evidence-source = Source: { $source }
evidence-by = attached by { $author }
evidence-form-title = Title
evidence-form-source = Source: who published it, and when
evidence-form-url = Link
evidence-form-file = Or a file
evidence-form-hint = PDF, Word, spreadsheet, picture or text, at most 10 MB.
evidence-send = Attach
attached-link = link
attached-file = file
join-title = Take part
join-lead = Type the access code that you were given. No name and no address is needed.
join-code = Access code
join-send = Enter
me-title = My data
me-lead = All that is kept about you here. You can take it along, and erase it.
me-account = Account { $signin }, name { $name }, made on { $at }.
me-responses = { $n ->
    [one] { $n } response
   *[other] { $n } responses
}
me-responses-caption = Your responses as they count now
me-question = Question
me-perspective = Perspective
me-at = When (UTC)
me-perspectives = { $n ->
    [one] { $n } perspective
   *[other] { $n } perspectives
}
me-download = Take my data along (JSON)
me-erase-title = Erase my data
me-erase-lead = Responses are erased. Perspectives are erased too; where others responded to one, its place stays with “erased by its author” instead of the text. What a delegation said stays the delegation’s. This can’t be undone.
me-erase-sure = I want this to be erased
me-erase-send = Erase
me-erase-unsure = Nothing was erased. Tick the box if you want it to be.
problem-value = The answer was not one of agree, pass and disagree. Nothing was kept; choose one of the three.
problem-not-published = This perspective is no longer on the page. Nothing was kept; go on with the next one.
problem-code-needed = This dialogue lets participants in with an access code. Nothing was kept; enter your code and answer again.
problem-code-unknown = This access code is not known here, or was set aside. Look at it again, or ask the secretariat.
problem-code-used = This access code has let in as many as it can. Ask the secretariat for another.
problem-code-full = As many responses as allowed came with this access code. Yours was not kept; the secretariat can raise the limit.
problem-network-full = Very many came from your network without a code. Yours was not kept; ask the secretariat for an access code.
problem-too-fast = That was faster than people type. Nothing was kept; try again in a minute.
problem-empty = There is no text yet. Write it and send it again.
problem-too-long = The text has { $n } characters; { $most } are taken. Shorten it and send it again.
problem-language = Choose the language of the text.
problem-paragraph = The paper has no such paragraph. Choose one from the list.
problem-not-member = Your delegation is not a member of this group, so it can’t speak for it.
problem-same-text = The same text is here already. Respond to it, or say what you would add.
problem-responded = Others have responded to it, so its wording stays. Withdraw it and add a new one.
problem-draft-state = It is no longer in a state in which this can be done, or someone else in your delegation does it.
problem-link = This is no link to a page. It has to begin with https:// or http://.
problem-link-or-file = Give either a link or a file.
problem-file-large = The file is larger than 10 MB. Nothing was kept; attach a link instead.
problem-file-kind = Files of this kind are not taken. Attach a PDF, Word, spreadsheet, picture or text file, or a link.
problem-same-language = The original is in this language. Choose the language of the translation.
problem-evidence-gone = It was taken off already. Nothing was changed.
drafts-withdraw-ask = Withdraw …
drafts-withdraw-lead = Nobody sees it any more, and it can’t be brought back.
hall-qr = The address of the question as a QR code
