secretariat-title = Secretariat
pager = Pages of this list
pager-earlier = Earlier
pager-later = Further
choose = Choose …
choose-none = None
show = Show
label-name = Name
label-kind = Kind
label-country = Country or region
label-roles = Roles in migration
label-groups = Negotiating groups
label-group = On behalf of the negotiating group
label-language = Language
label-observer = Observer: reads and speaks, its responses are not counted
label-role = Role
label-delegation = Delegation
label-for = For whom (your note)
label-until = Good until
label-action = Action
label-question = Question
label-attribution = Attribution
label-paragraph = On paragraph
label-matters = Matters most
label-reason = Reason
label-code = Code
label-made = Made
label-when = When
label-what = What
label-decision = Decision
label-title = Title
label-state = State
label-participation = Who may take part
label-moderation = Moderation
label-face = Published record
reason-needed = A reason is needed: it becomes part of the record. Nothing was changed.
health-delegations = Delegations
health-members = Members with an account
health-persons = Participants without a delegation
health-without-code = of them without an access code
health-perspectives = Perspectives published
health-responses = Responses
overview-room = In the room
overview-moderation = Moderation
overview-people = Who takes part
overview-dialogue = The dialogue
overview-questions = Questions
overview-pages = Pages
overview-entry = Enter
overview-hall = Hall
overview-print = Print-out
overview-landscape = Landscape
queue-length = { $n ->
    [0] Nothing waits for a decision.
    [one] { $n } contribution waits for a look.
   *[other] { $n } contributions wait for a look.
}
queue-many = More than 100 contributions wait for a look.
silent-title = Not heard yet
silent-none = Every delegation has said or answered something.
delegations-title = Delegations
delegations-count = { $n ->
    [0] No delegation is accredited yet
    [one] { $n } delegation
   *[other] { $n } delegations
}
delegations-add = Add a delegation
delegations-accredit = Accredit
delegations-lead = Choose a name to describe a delegation anew or to take it out.
delegation-describe = Describe it anew
delegation-observer-hint = When “observer” changes, members change with it: into observers, or into a head (whoever came first) and delegates. Links not used yet end. Results count the delegation as it is described now.
delegation-keep = Keep
delegation-name-taken = Another delegation is, or was, accredited as “{ $found }”. Nothing was changed.
delegation-remove = Take it out of the dialogue
delegation-access-ends = { $n ->
    [0] It has no member. Links that wait end.
    [one] Its { $n } member is signed out and has no access from now on. Links that wait end.
   *[other] Its { $n } members are signed out and have no access from now on. Links that wait end.
}
delegation-deleted-before = It has given nothing yet. It is deleted, with its drafts and prepared statements.
delegation-withdrawn-before = What it has given is withdrawn: { $perspectives ->
    [one] { $perspectives } perspective leaves the pages
   *[other] { $perspectives } perspectives leave the pages
}, { $responses ->
    [one] { $responses } response no longer counts
   *[other] { $responses } responses no longer count
}, { $attachments ->
    [one] { $attachments } piece of evidence is taken off.
   *[other] { $attachments } pieces of evidence are taken off.
} The full record keeps it, marked as withdrawn. Drafts and prepared statements are deleted. Accredited again under the same name, the delegation starts anew.
delegation-questions-stay = { $n ->
    [one] The question that it added stays, because others answer it.
   *[other] The { $n } questions that it added stay, because others answer them.
}
delegation-erase = Erase it instead
delegation-erase-hint = Where the delegation asks for it. Nothing of what it gave is kept, in the full record either; a perspective that others responded to keeps its place with “erased by its author”. This can’t be undone.
delegation-reason-hint = It is kept in the full record, not in a public one: which delegation left could tell whose the withdrawn perspectives are.
delegation-remove-now = Take it out
groups-hint = Several with a semicolon between them.
csv-delegations-title = Delegations from a file
csv-delegations-hint = CSV in UTF-8 with the columns name, kind, country, roles, groups, observer, lang. Name and kind are needed. Country is a UN M49 code of three digits; several roles or groups stand with a semicolon between them; observer is yes or no.
csv-perspectives-title = First perspectives from a file
csv-perspectives-hint = CSV in UTF-8 with the columns question, delegation, text, lang, paragraph, attribution, on_behalf_of. The first three are needed; the delegation is named as it is accredited.
csv-file = CSV file
csv-read = Read the file
csv-no-file = Choose a file first.
csv-refused = The file was not taken
csv-nothing-kept = Nothing of it was kept. Correct these places and send the file again.
csv-line = Line { $line }: { $why }
csv-place = Line { $line }, column { $column }: { $why }
csv-name-taken = a delegation “{ $found }” is accredited already; remove the line.
csv-name-twice = “{ $found }” stands in line { $allowed } already; remove one of them.
csv-question = there is no published question “{ $found }”; write its reference, such as 10.1.
csv-delegation = no delegation is called “{ $found }”; accredit it first, or write the name as it is accredited.
csv-group = the delegation does not stand in “{ $found }”; its groups are: { $allowed }.
csv-text-said = this text stands under the question already; remove the line.
csv-text-twice = the same text stands in line { $allowed } already; remove one of them.
csv-paragraph = the paper has no paragraph “{ $found }”; write its printed number or leave the cell empty.
csv-empty = the cell is empty and is needed; fill it in.
csv-word = “{ $found }” is not known; write one of: { $allowed }.
csv-country = “{ $found }” is not a code of UN M49; write three digits such as 155, or leave the cell empty.
csv-long = the text has { $found } characters; shorten it to { $allowed } at most.
csv-encoding = the line is not UTF-8 text; save the file as “CSV UTF-8” and send it again.
csv-too-many = a file may have { $found } lines at most; divide it.
csv-cells = the line has { $found } cells and the header { $allowed }; put text with a comma between quotation marks.
csv-nothing = there is no line below the header; add at least one.
csv-results = a list of { $allowed } results at most is expected, not { $found } or something else; put further ones into the text of the evaluation.
csv-column-twice = the column stands twice in the header; remove one.
csv-column-unknown = “{ $found }” is not a column of this file; the columns are: { $allowed }.
csv-column-missing = the column is missing in the header; the first line should be: { $allowed }.
members-title = Members and links
members-invite = Invite somebody
members-lead = The link works once and is good for { $n } days. It is shown once; no mail is sent.
members-make = Make the link
members-heads = Make a link for each of them
members-without = { $n ->
    [one] { $n } delegation has neither a member nor a link.
   *[other] { $n } delegations have neither a member nor a link.
}
members-waiting = Links not used yet
members-no-links = None.
members-withdraw = Withdraw
members-list = Members
members-none = Nobody has taken up a link yet.
members-change-lead = A change takes effect at once. A delegation keeps at least one head; when the secretariat takes the last one away, it gets a link for a new head.
members-change = Change …
members-role-keep = Change the role
members-remove = Remove: access ends now
members-last-head = This is the last head of the delegation. Make another member head first. Nothing was changed.
members-last-secretariat = This is the last member of the secretariat. Invite another first. Nothing was changed.
members-role = Choose a role that you may give. Nothing was made.
members-delegation = Choose the delegation for this role. Nothing was made.
members-observer-delegation = This delegation is an observer: its members have the role of observer. Nothing was made.
members-not-observer = Only members of an observer delegation have this role. Nothing was made.
links-title = Links to hand out
links-once = These links are shown now and never again. Print or copy them; each works once, within { $n } days.
links-none = Every delegation has a member or a link that waits.
qr-link = QR code of the link
qr-code = QR code of the access code
codes-title = Access codes
codes-came = { $persons ->
    [one] { $persons } participant without a delegation
   *[other] { $persons } participants without a delegation
}, { $without ->
    [one] { $without } of them without a code.
   *[other] { $without } of them without a code.
}
codes-budget = From one network, { $n } may come without a code; above that newcomers need one.
codes-raise = Raise it
codes-good = { $n ->
    [one] { $n } good code
   *[other] { $n } good codes
}
codes-make = Make codes
codes-count = How many
codes-uses = Participants for each code
codes-uses-hint = 1 for a code that is handed to one person; more for a poster or a table.
codes-label = Label (your note)
codes-print = Make and show for printing
codes-numbers = Make 1 to { $count } codes at once, each for 1 to { $uses } participants. Nothing was made.
codes-list = Codes
codes-none = No codes.
codes-used = Used
codes-of = { $n } of { $most }
codes-aside = Set aside
codes-set-aside = Set aside …
codes-set-aside-now = Set aside: its participants no longer count
codes-was-set-aside = { $at }: { $reason }
codes-take-in = Take in again …
codes-take-in-now = Take in again: its participants count
batches-title = Sheets of codes
batches-lead = Codes that were made and printed together. A sheet that was copied or lost can be set aside whole, in one step.
batches-set-aside = Set the whole sheet aside …
batches-set-aside-now = Set aside: participants of all its codes no longer count
batches-take-in = Take the sheet in again …
code-sheet-title = Access codes to print
code-sheet-lead = Print this page and cut along the lines. The QR code opens the dialogue with the code filled in.
problem-code-gone = There is no such code, or this was decided already. Nothing was changed.
moderation-title = Moderation
moderation-waiting = To look at
moderation-refused = Refused
moderation-empty = Nothing is here.
moderation-reports = { $n ->
    [one] { $n } report
   *[other] { $n } reports
}
moderation-all-seen = All on this page that was not reported may stay
object-perspective = Perspective
object-question = Added question
object-attachment = Evidence
object-code = Access code
object-codes = Sheet of access codes
object-delegation = Delegation
case-published = published
case-pending = waits for publication
case-refused = refused
decide-publish = Publish
decide-refuse = Refuse
decide-restore = Restore
decide-keep = Leave it, close the reports
decided-publish = published
decided-refuse = refused
decided-restore = restored
decided-keep = left, reports closed
decided-set_aside = set aside
decided-deleted = deleted
decided-departed = withdrawn from the dialogue
decided-erased = erased
problem-decision = This decision is not known. Nothing was changed.
problem-moderated = The contribution can no longer be decided on: its author took it back, or it stands in the paper. Nothing was changed.
alike-title = Nearly the same
alike-lead = Published perspectives whose wording is nearly the same. Only the letters are compared: whether they mean the same is yours to judge.
alike-none = No two perspectives of this question are nearly the same.
alike-share = { $share } alike
alike-side = No. { $number }, { $n ->
    [one] { $n } response
   *[other] { $n } responses
}
alike-reason = Says the same as no. { $number }
alike-refuse = Refuse no. { $number }
decisions-title = Decisions
decisions-lead = Each decision with its reason is part of the record.
decisions-none = No decision yet.
entry-title = What is said in the room
entry-say = Who says what
entry-text = What is said
entry-hint = At most 400 characters. Enter publishes it, marked as entered by the secretariat.
entry-more = Group and paragraph
entry-publish = Publish
entry-last = The last five entries
entry-none = None yet.
entry-number = No. { $number }
entry-correct = Correct
entry-withdraw = Withdraw
entry-delegation = Choose the delegation. Nothing was kept.
entry-group = The delegation does not stand in this group. Nothing was kept.
entry-paragraph = The paper has no paragraph with this number. Nothing was kept.
entry-twice = The same text stands under this question already. It was not entered a second time.
entry-answered = Others have responded to it, or it was withdrawn, so its wording stays. Withdraw it and enter it anew.
wording-empty = The text is empty. Nothing was kept.
wording-long = The text has more than 400 characters; shorten it. Nothing was kept.
responses-title = Responses on behalf of a delegation
responses-none = There is no perspective to answer yet.
responses-keep = Keep the responses
answer-agree = Agree
answer-pass = Pass
answer-disagree = Disagree
answer-none = No answer
problem-delegation = Choose a delegation that is not an observer. Nothing was kept.
sheets-title = Type in paper print-outs
sheets-label = One line for each sheet
sheets-hint = Number, then a for agree, d for disagree, p for pass; * after it for “matters most”: 1a 2d 3p*. Letters that follow each other answer the next numbers: 1adp* says the same, and - leaves one out. Begin with the number of the sheet if it has one, as #128U 1a 2d: the same sheet typed again then takes the place of what was typed before. Then “Name:” for a delegation’s sheet; without it the sheet is a new participant’s.
sheets-keep = Keep the sheets
sheets-nothing-kept = Nothing was kept. Correct these places:
sheets-place = Line { $line }, character { $column }: { $why }
sheets-name = no delegation that answers is called “{ $found }”; write the name as it is accredited.
sheets-number = “{ $found }” has no number before it; write for example 1a.
sheets-key = “{ $found }” is no answer; write a, d, p or - after the number.
sheets-star = * stands after an answer; write for example 3p*.
sheets-unknown = no published perspective has the number { $found }; look at the print-out.
sheets-twice = number { $found } is answered twice; keep one of them.
sheets-empty = the line has no answer; write for example 1a 2d.
sheets-many = at most { $found } sheets at once; send the rest afterwards.
sheets-serial = “{ $found }” is no number of a sheet: a figure or the letter is wrong. Look at the print-out again.
sheets-serial-unknown = no sheet with the number “{ $found }” was printed for this dialogue; look at the print-out again.
sheets-serial-twice = the sheet { $found } stands in a line above already; remove one of them.
sheets-same = Line { $line } says the same as a sheet typed in the last { $minutes } minutes. Nothing was kept. If it is the same sheet, remove the line.
sheets-sure = These are other sheets: keep them too
sheets-none = Type at least one sheet.
sheets-named-only = This dialogue is for delegations: begin each line with the delegation’s name and a colon. Nothing was kept.
print-title = Question { $ref } on paper
print-lead = Mark one box in each line, and “matters most” where it does. Give the sheet to the secretariat.
print-number = No.
print-perspective = Perspective
print-sheet = Sheet
print-numbered = Print numbered copies
print-numbered-lead = Each copy gets its own number, which is typed in with it: a sheet then counts once, and typing it again corrects it. Don’t photocopy a numbered sheet.
print-copies = How many copies
print-number-them = Number them and show for printing
problem-copies = Number 1 to { $n } copies at once. Nothing was made.
statements-title = Prepared statements
statements-lead = Bring a statement as text or file, then mark the perspectives in it.
statements-list = Statements
statements-none = None yet.
statement-title = Prepared statement
statement-file = File (DOCX, PDF, HTML, Markdown, text)
statement-text = or its text
statement-bring = Bring it
statement-empty = There is no text. Type it, or choose a file. Nothing was kept.
statement-refused = The file was not read, and nothing was kept: { $reason }
statement-marked = Marked already
statement-mark = Mark perspectives
statement-mark-lead = Tick a passage and shorten it where needed: a perspective has at most 400 characters. The ticked ones stand under the chosen question.
statement-tick = Passage { $n } is a perspective
statement-wording = Wording of passage { $n }
statement-publish = Take over what is ticked
statement-said = Passage { $n } stands under this question already. Nothing was kept.
statement-passage = Passage { $n }: { $why }
statement-none = Tick at least one passage.
settings-title = Times, rules and limits
settings-lead = What you change here is told to everybody on the page of the dialogue.
settings-times = Times
settings-opens = Opens at (UTC; empty: as soon as the state is open)
settings-closes = Closes at (UTC; empty: when you close it)
settings-rules = Rules
settings-more-only = Attribution and the published record can only be changed toward more protection, because people contributed under the rule as it was.
settings-limits = Limits
settings-contact = Whom participants may ask about their data
settings-keep = Change
settings-told = What everybody was told
set-state-preparing = In preparation: only delegations and the secretariat see it
set-state-open = Open
set-state-closed = Closed: readable, nothing can be changed
moderation-after = After publication
moderation-before = Before publication
face-aggregates = Counts: no single response
face-rows = Each response under a new pseudonym, after closing
limit-network_participants = Participants without a code from one network
limit-network_responses = Responses without a code from one network
limit-code_responses = Responses through one access code
limit-disclosure_inside = Nothing is shown inside the dialogue about fewer participants than
limit-disclosure_public = Nothing is shown in public about fewer participants than
limit-threshold_some = “Some” from (percent)
limit-threshold_many = “Many” from (percent)
limit-threshold_most = “Most” from (percent)
settings-word = One of the choices is not known. Nothing was changed.
settings-moment = A time can’t be read: write it as 2026-11-24T09:00 (UTC). Nothing was changed.
settings-number = Limits are whole numbers. Nothing was changed.
settings-thresholds = The three thresholds rise from some to many to most, between 1 and 100 percent. Nothing was changed.
settings-disclosure = The disclosure limits can only be raised: people contributed under the limit as it was. Nothing was changed.
settings-attribution-weaker = Attribution can only be changed toward more protection. Nothing was changed.
settings-face-weaker = The published record can only be changed toward more protection: from single responses to counts, not back. Nothing was changed.
settings-not-back = A dialogue that was open can be closed, but not put back into preparation. Nothing was changed.
settings-order = The closing time is before the opening time. Nothing was changed.
settings-past = The closing time has passed already. To close now, choose the state “closed”. Nothing was changed.
notice-opens_at = The dialogue now opens on { $at }.
notice-opens_at-none = The dialogue no longer has a fixed opening time.
notice-closes_at = The dialogue now closes on { $at }.
notice-closes_at-none = The dialogue no longer has a fixed closing time.
notice-state-preparing = The dialogue is in preparation.
notice-state-open = The dialogue was opened.
notice-state-closed = The dialogue was closed.
notice-participation-delegations = The dialogue is now for delegations.
notice-participation-code = Newcomers without a delegation now need an access code.
notice-participation-open = The dialogue is now open to everybody.
notice-moderation-after = Contributions are now published at once and looked at afterwards.
notice-moderation-before = Contributions are now looked at before they are published.
notice-attribution-named = Contributions are shown by name.
notice-attribution-by_category = Contributions are now shown by category, earlier ones too.
notice-attribution-unattributed = Contributions are now unattributed, earlier ones too.
notice-attribution-off_the_record = Contributions are now off the record, earlier ones too.
notice-face-aggregates = The published record now holds counts, and no single response.
notice-face-rows = The published record holds each response under a new pseudonym.
notice-budget = From one network, { $n } participants may now come without a code.
notice-package = Package { $n } is now the working package.
notice-decision = Decision { $n } on a package: { $state }.
done-accredited = { $n ->
    [one] { $n } delegation was accredited.
   *[other] { $n } delegations were accredited.
}
done-perspectives = { $n ->
    [one] { $n } perspective was published.
   *[other] { $n } perspectives were published.
}
done-withdrawn = { $n ->
    [0] The link had been used or withdrawn already.
   *[other] The link is no longer good.
}
done-set-aside = { $n ->
    [one] The code was set aside; results no longer count who came with it.
   *[other] { $n } codes were set aside; results no longer count who came with them.
}
done-taken-in = { $n ->
    [one] The code was taken in again; results count who came with it.
   *[other] { $n } codes were taken in again; results count who came with them.
}
done-described = Kept. Results count the delegation as it is described now.
done-deleted = The delegation was deleted.
done-departed = The delegation was taken out, and what it gave is withdrawn.
done-erased = The delegation and what it gave were erased.
done-role = The role was changed.
done-removed = The member was removed and signed out.
done-decided = The decision is kept, with its reason, in the record.
done-seen = { $n ->
    [one] { $n } perspective was marked as looked at.
   *[other] { $n } perspectives were marked as looked at.
}
done-entered = Published.
done-corrected = Changed.
done-answers = { $n ->
    [0] Nothing had changed.
    [one] { $n } response was kept.
   *[other] { $n } responses were kept.
}
done-sheets = { $n ->
    [one] { $n } sheet was kept
   *[other] { $n } sheets were kept
}{ $again ->
    [0] .
    [one] , { $again } of them in place of what was typed before.
   *[other] , { $again } of them in place of what was typed before.
}
done-marked = { $n ->
    [one] { $n } perspective was taken over.
   *[other] { $n } perspectives were taken over.
}
done-settings = Changed; everybody is told on the page of the dialogue.
entry-closed = The dialogue is closed: nothing more can be entered. Whoever runs it can open it again in the settings.
entry-withdraw-ask = Withdraw …
done-taken-back = Withdrawn: nobody sees it any more. To have it back, enter it again.
members-withdraw-ask = Withdraw …
members-withdraw-lead = The link ends at once and can’t be shown again.
silent-nobody = No delegation is accredited yet.
overview-record = Full record, as this room may have it (zip)
