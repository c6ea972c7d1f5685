skip = Skip to the content
nav-dialogue = Dialogue
nav-paper = Paper
nav-questions = Questions
nav-delegation = Our delegation
nav-summary = Summary
nav-secretariat = Secretariat
nav-me = My data
nav-help = Help
sign-in = Sign in
sign-out = Sign out
simulated = Simulated dialogue: every delegation, name and contribution is invented, and every figure but those of Corridors.
simulated-short = simulated
role-visitor = Visitor
role-participant = Participant
role-observer = Observer
role-adviser = Adviser
role-delegate = Delegate
role-head = Head of delegation
role-rapporteur = Rapporteur
role-auditor = Auditor
role-secretariat = Secretariat
role-operator = Secretariat of this server
participation-delegations = For delegations
participation-code = For delegations, and for everybody with an access code
participation-open = Open to everybody
kind-state = State
kind-intergovernmental = Intergovernmental organisation
kind-city = City
kind-civil_society = Civil society organisation
kind-diaspora = Diaspora or migrant organisation
kind-employers = Employers
kind-union = Trade union
kind-academia = Academia
position-origin = Country of origin
position-transit = Country of transit
position-destination = Country of destination
attribution-named = By name
attribution-by_category = By category
attribution-unattributed = Unattributed
attribution-off_the_record = Off the record
value-agree = Agree
value-pass = Pass
value-disagree = Disagree
month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date = { $day } { $month } { $year }
moment = { $date }, { $time } UTC
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
state-open = open
state-preparing = in preparation
state-closed = closed
state-closes-in = closes in { $time }
state-opens-in = opens in { $time }
home-title = Dialogues
home-lead = Delegations and participants answer the questions of a background paper, see where views meet and where they part, and read the Chair’s summary with its sources.
home-none = No dialogue is open here yet.
home-open = Open a dialogue from a paper
shortcuts-title = Look around as somebody
shortcuts-lead = This is a demonstration on this machine. One click signs you in.
dialogue-lead = Every paragraph keeps its printed number. Choose a question to answer it, or a paragraph to read what was said on it.
dialogue-questions = Questions
dialogue-paper = The paper
workshop-number = Workshop { $n }
question-number = Question { $ref }
question-progress = { $perspectives ->
    [0] nothing said yet
    [one] { $perspectives } perspective
   *[other] { $perspectives } perspectives
} · { $responses ->
    [one] { $responses } response
   *[other] { $responses } responses
} · { $delegations ->
    [one] { $delegations } delegation answered
   *[other] { $delegations } delegations answered
}
paragraph-title = Paragraph { $number }
paragraph-said = { $n ->
    [one] { $n } said
   *[other] { $n } said
}
paragraph-what = What was said on it
paragraph-nothing = Nothing yet.
problems-title = Problems that the API answers with
problems-lead = Each problem has a name, which stays the same, and a text in the language of the request; the “type” of an answer leads here. What may be asked for, and how:
problem-title = That did not work
problem-not-found = There is no such page here. Perhaps the address was cut off; nothing was changed.
problem-method = This address does not take that kind of request. Nothing was changed; the API’s description says which it takes.
problem-sign-in = Sign in first. Nothing was changed.
problem-forbidden = Your role does not allow this, or the form came from another site. Nothing was changed. The secretariat can change roles.
problem-internal = Something failed on the server. Nothing of what you sent was kept; try again in a moment.
problem-not-kept = Your response could not be kept just now. Try again in a moment.
problem-not-open-yet = The dialogue does not take contributions yet. Nothing was kept.
problem-closed = The dialogue is closed and takes no more contributions. Nothing was kept.
problem-invitation = This link was used already, or it has expired. Ask whoever sent it for a new one.
problem-upload = The file did not arrive whole. Nothing was kept; send it again.
problem-upload-large = The file is larger than is taken (12 MB). Nothing was kept.
problem-form = The form did not arrive as this page sends it: a field is missing or can’t be read. Nothing was kept; go back and send it again.
problem-id = Tell the secretariat this number: { $id }
problem-back = Back
sign-in-title = Sign in
sign-in-lead = For delegations and the secretariat. In an open dialogue you need no account to answer.
sign-in-name = Sign-in name
sign-in-password = Password
sign-in-wrong = Name and password do not belong together. Try again, or ask for a new link.
invitation-title = Your link
invitation-lead = With this link you take part as: { $role }. It works once.
invitation-lead-delegation = With this link you take part for { $delegation } as: { $role }. It works once.
invitation-name = Your name (seen by your own delegation and the secretariat)
invitation-password-hint = At least { $n } characters. A sentence is good.
invitation-accept = Take part
invitation-empty = Name and sign-in name are needed.
invitation-short = The password needs at least { $n } characters.
invitation-taken = That sign-in name is taken; choose another.
open-title = Open a dialogue from a paper
open-lead = Bring the background paper as Markdown, DOCX, HTML or PDF. You see what was understood and can correct it; nothing is made before you confirm.
open-file = The paper
open-read = Read the paper
open-no-file = Choose a file first.
open-refused = The paper was not read, and nothing was kept: { $reason }
open-understood = What was understood
open-counts = { $paragraphs ->
    [one] { $paragraphs } paragraph
   *[other] { $paragraphs } paragraphs
}, { $workshops ->
    [one] { $workshops } workshop
   *[other] { $workshops } workshops
}, { $questions ->
    [one] { $questions } guiding question
   *[other] { $questions } guiding questions
}.
open-doubts = Please look at these places
open-paper-title = Title
open-symbol = Symbol
open-date = Date (year-month-day)
open-language = Language of the paper
open-slug = Place in addresses
open-outline = Paragraphs and questions
open-outline-hint = One line each: “# heading” begins a workshop, “12. text” is a paragraph with its printed number, “? text” is a guiding question under the paragraph above it; “#” alone begins the closing paragraphs.
open-confirm = Make the dialogue
open-line = Line { $line }, “{ $text }”, can’t be read: it needs a number with a full stop and a space, “#” or “?” at its beginning, and no number may come twice. Nothing was made.
open-no-question = There is no guiding question yet: mark at least one with “?” under a paragraph of a workshop. Nothing was made.
open-slug-taken = Another dialogue has this place in addresses; choose another. Nothing was made.
open-slug-wrong = The place in addresses needs 2 to 60 letters a-z, digits and hyphens. Nothing was made.
help-title = Help
help-take-part-title = Taking part
help-take-part = Open a dialogue, choose a question, and answer one perspective at a time: agree, pass or disagree. You can mark what matters most, add your own perspective, and change or withdraw everything until the dialogue closes.
help-delegation-title = For delegations
help-delegation = The head of a delegation gets one link and invites its members. Advisers draft, the head clears, delegates speak. A perspective can be given on behalf of a negotiating group.
help-answers-title = What counts
help-answers = Your latest response counts. A pass is not a disagreement. What others answered is shown after you have answered.
help-attribution-title = Who is told who said it
help-attribution = Each dialogue says whether contributions are shown by name, by category, unattributed, or kept off the record. For a single contribution you can ask for more protection, never for less.
help-landscape-title = The landscape
help-landscape = The map puts participants who answered alike near each other. Common ground is what every opinion group and every declared bloc supports. Nothing is shown about too few participants.
help-data-title = Your data
help-data = Under “My data” you see, export and erase what you gave.
help-secretariat-title = For the secretariat
help-secretariat = Open a dialogue from a paper, accredit delegations, print access codes, enter what is said in the room, moderate with reasons, and publish the Chair’s summary with its sources.
refused-empty = the file is empty. Choose the paper again.
refused-no-text = there is no text in the file. If it was scanned, it needs its text recognised first.
refused-unknown-format = the file is neither Markdown, DOCX, HTML, PDF nor plain text. Save it as one of these.
refused-not-this = the file is not what its name says. Open it in the program that made it and save it anew.
refused-encoding = the text can’t be read in its encoding. Save the file as UTF-8 and try again.
refused-too-much = the file holds more than any paper needs. Bring the paper alone, without pictures and annexes.
refused-too-deep = parts of the file are nested deeper than in any paper. Open it, save it as plain text and try again.
refused-dtd = the file defines entities of its own, which no paper needs. Save it as plain text and try again.
refused-damaged = the file is damaged. Open it in the program that made it, save it again and try once more.
refused-encrypted = the file is encrypted. Save it without a password and try again.
refused-stopped = it takes more memory or time to read than any paper needs, so reading was stopped.
refused-start = the reader could not be started on the server. Tell whoever runs it.
doubt-no-title = No title was found: enter it.
doubt-title = The title was chosen among several lines: is it right?
doubt-language = The language could not be told: choose it.
doubt-date = The date is uncertain: check it.
doubt-no-questions = No guiding questions were found: mark them with “?”.
doubt-announcement = Which paragraph announces these questions?
doubt-not-a-question = It has no question mark: is it a question?
doubt-missing-questions = The paragraph announces questions, but none follow.
doubt-numbering = A number is missing, repeated or out of order.
doubt-joined = Two pieces of text were joined: are they one paragraph?
doubt-structure = Where a part of the paper begins or ends is uncertain.
doubt-left-out = Something in the file was left out.
doubt-at = { $place }: { $what }
home-erased = Your data were erased, and you are signed out.
open-session = Session
open-subtitle = Subtitle
