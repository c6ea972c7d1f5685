attached-need = need
nav-exchange = Exchange
list-comma = {", "}
list-semicolon = {"; "}
yes = Yes
no = No
role-expert = Offers expertise
role-host = Host institution
role-focal_point = Focal point
role-broker = Broker
exchange-title = Exchange of expertise
exchange-lead = An institution says what it needs; a person who has ties to the country offers it; a broker introduces them, and each decides.
exchange-way-1 = The need comes first: what is to be done, for how long, beside whom, and what should remain.
exchange-way-2 = Offers stand under a handle. Nobody sees a name before both sides have said yes.
exchange-way-3 = The broker proposes an introduction and says why the two fit. A no is silent.
exchange-way-4 = After 3, 6 and 12 months the host says what is in use and what the counterpart learned.
exchange-offer = Offer expertise
exchange-need = Post a need
exchange-institution = Your institution needs somebody? Ask the secretariat of the dialogue for a link, with which you post the need.
exchange-institution-ask = Your institution needs somebody? Ask the secretariat for a link, with which you post the need: { $contact }
exchange-mine = My part in the exchange
exchange-needs = Open needs
exchange-no-needs = No need is open at present.
exchange-all-countries = All countries
exchange-offers = { $n ->
    [one] { $n } offer is open to all.
   *[other] { $n } offers are open to all.
}
exchange-few-offers = A few offers are open to all.
exchange-offers-unseen = Others are not counted here: whoever offers decides which countries must never see it.
exchange-account-title = An account to offer expertise
exchange-account-lead = You need a name to sign in with and a password; no e-mail address, no telephone number. Who you are is asked later, kept sealed, and shown to nobody before you and the host have both said yes.
exchange-account-name-hint = Choose a name that does not tell who you are.
exchange-account-password-hint = At least 12 characters. Nobody can send you a new one: keep it well.
exchange-account-make = Make the account
exchange-account-have = I have an account
need-title = What is sought, in a line
need-what = The work
need-terms = Terms of reference
need-people = How many people
need-counterpart = Who works beside the expert and learns
need-remains = What should remain afterwards
need-support = Support offered
need-host = The institution
need-country = Country
need-host-kind = Kind of institution
need-weeks = Extent
need-work = { $weeks ->
    [one] { $weeks } week
   *[other] { $weeks } weeks
}, { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
need-endorsed = Vouched for by
need-question = On the page of the question
need-months = Shown for so many months
need-shown = Where it is shown
need-form-title = A need
need-form-lead = Start from what the institution needs, not from who might come. The text and the codes are public; the name of the institution and of its people are not.
need-licence = Licence to practise that is needed
need-send = Post the need
need-keep-draft = Keep as a draft
need-draft-hint = A draft needs a title alone. It is shown to nobody before you post it.
need-edit = Change
need-edit-hint = If you change the work, the place or the institution, introductions end in which the person has already said yes; the broker can propose them again.
need-withdraw = Take back
need-withdraw-ask = Take back …
need-withdraw-lead = It is shown to nobody any more, and introductions that wait for an answer end.
need-endorse = Vouch for this institution
need-endorse-end = No longer vouch for this institution
need-host-hidden = The name of the institution is told after both sides have said yes, or earlier where its broker finds that it helps.
need-met = Met: the work is done
need-outcome = { $n ->
    [one] The host has said how it went for one engagement.
   *[other] The host has said how it went for { $n } engagements.
} { $used ->
    [0] What was done is not in use.
   *[other] What was done is in use in { $used } of { $n }.
}
need-expired = No longer shown
need-found = Everybody was found
need-open-for = Open for { $time }
need-state-draft = Draft
need-state-withdrawn = Taken back
need-state-erased = Erased
host-health = Hospital or health service
host-education = School, university or training centre
host-public_service = Ministry, agency or municipality
host-research = Laboratory or research institute
host-association = Association or foundation
host-enterprise = Enterprise
offer-form-title = An offer of expertise
offer-form-lead = Say what you can do and when. It is shown as an anonymous card, under a handle, to the broker, and to focal points of countries that you have ties to.
offer-protection = How you are protected
offer-protection-1 = Your name, your contact and your evidence are sealed with a key that stands outside the database.
offer-protection-2 = If the key is lost, names and contacts are lost with it, and nothing else: you would be asked for them again.
offer-protection-3 = Countries that you name see nothing of your offer: no page, no number, no answer to a search.
offer-protection-4 = Both sides say yes before anything is shown. Each time something of you is shown, you can read to whom and when.
offer-protection-5 = You can rest, change, take back or erase your offer at any time, and take back a consent.
offer-where = Where, and how much
offer-who = Who you are
offer-residence = Where you live
offer-residence-hint = A region, not a town.
offer-ties = Countries that you have ties to
offer-hidden = Countries that must never see it
offer-hidden-hint = Their authorities, institutions and delegations see nothing of your offer, and are never told that there is something.
offer-capacity = How many engagements at once
card-residence = Lives in
card-ties = Ties to
card-hidden = Hidden from
card-hidden-nobody = no country
card-will-not = Will not do
offer-hours = Time
offer-work = { $hours ->
    [one] { $hours } hour a week
   *[other] { $hours } hours a week
}
offer-will-not = What you will not do
offer-will-not-hint = It stands on the card: write nothing that tells who you are.
offer-licence = Licence to practise that you hold
offer-understood = I have read how I am protected, and what happens if the key is lost.
offer-send = Keep the offer
offer-edit = Change
offer-renew = Renew for a year
offer-rest = Let it rest
offer-rest-ask = Let it rest …
offer-rest-lead = It is shown to nobody until you go on, and introductions that wait for an answer end.
offer-go-on = Go on
offer-withdraw = Take back
offer-withdraw-ask = Take back …
offer-withdraw-lead = It is shown to nobody any more, and introductions that wait for an answer end.
offer-renew-soon = Offers of yours that are no longer shown unless you renew them within 30 days: { $n }
offer-expired = Not renewed: not shown
offer-full = Fully engaged
offer-renew-in = To be renewed in { $time }
offer-state-paused = Rests
offer-state-withdrawn = Taken back
offer-state-erased = Erased
offer-state-abroad = Comes from a partner server
behalf-enter = Enter an offer for somebody
behalf-title = An offer in somebody’s name
behalf-lead = For people who ask you to type it for them. Nothing of it is shown or matched before the person has confirmed it, through a link that you get for them.
behalf-understood = The person asked me to enter this offer and knows what stands in it.
trouble-behalf = Please enter an offer only for somebody who asked for it, and tick this.
behalf-done-title = Give this link to the person
behalf-done = Whoever has the link reads the offer and its contact, so give it to this person alone. It is shown once and is good for 30 days; an offer that is not confirmed by then is deleted.
behalf-focal_point = a focal point
behalf-broker = a broker
behalf-secretariat = the secretariat
card-entered = Entered by
card-entered-confirmed = { $by }, confirmed by the person
card-entered-open = { $by }, not confirmed yet
confirm-title = An offer in your name
confirm-lead = It was entered for you by { $by }. Nothing of it was shown to anybody. Once you confirm it, it takes part in the matching, and it is yours: you can change it, let it rest and take it back.
confirm-account = To keep it, choose a name to sign in with and a password.
confirm-yes = Confirm this offer
confirm-no = I do not want it: delete it
confirm-refused = The offer is deleted. Nothing of it was shown to anybody.
offer-state-unconfirmed = Not confirmed yet
profile-legend = Skills
profile-hint = Type a skill in your words. Where it may mean several things, you are asked which.
profile-occupation = Occupation
profile-skills = Skills
profile-skill = { $skill } (level { $level } of 5)
profile-skill-n = Skill { $n }
profile-more-skills = More skills
profile-level = Level
profile-field = Field
profile-languages = Languages
profile-language-n = Language { $n }
profile-cefr = Level (CEFR)
profile-cefr-hint = Levels of the Common European Framework of Reference (CEFR): A1 and A2, simple phrases; B1 and B2, everyday life and one’s own work; C1 and C2, fluent in any subject.
profile-more-languages = More languages
profile-mode = How
profile-time = When and how
profile-window = Between
profile-between = { $first } and { $last }
profile-first = From
profile-last = Until
profile-weeks = Weeks of work
profile-hours = Hours a week
profile-licence = Licence
level-1 = 1 · has seen it done
level-2 = 2 · does it with help
level-3 = 3 · does it alone
level-4 = 4 · leads it
level-5 = 5 · teaches it
mode-remote = From afar
mode-visit = On a visit
mode-mixed = Some of both
mode-return = By returning
licence-health = Health professions
licence-law = Law
licence-teaching = Teaching
licence-engineering = Engineering and architecture
licence-accounting = Accounting and audit
licence-transport = Air, sea and road transport
field-none = No field named
field-00 = Generic programmes
field-01 = Education
field-02 = Arts and humanities
field-03 = Social sciences, journalism and information
field-04 = Business, administration and law
field-05 = Natural sciences, mathematics and statistics
field-06 = Information and communication technologies
field-07 = Engineering, manufacturing and construction
field-08 = Agriculture, forestry, fisheries and veterinary
field-09 = Health and welfare
field-10 = Services
concept-which = Which of these is meant?
concept-kind-skill = skill
concept-kind-occupation = occupation
concept-of-kind = { $label } ({ $kind })
concept-own = “{ $words }”, as a part of: { $broader }
trouble-sealed = What was kept sealed can’t be read any more, as its key is not on this server. Please give name and contact again.
trouble-empty = This is needed.
trouble-long = Too long: { $n } characters at most.
trouble-choose = Choose one.
trouble-number = A whole number from { $low } to { $high }.
trouble-country = Choose a country or region of the list.
trouble-only-countries = Choose countries of the list: a region would hide it from nobody.
trouble-question = This question is not in the dialogue.
trouble-no-skill = Name at least one skill.
trouble-level = Choose a level for this skill.
trouble-no-mode = Choose at least one way of working.
trouble-no-language = Name at least one language.
trouble-language = Choose both the language and its level.
trouble-dates = Give both dates.
trouble-window = The last day comes before the first.
trouble-window-short = { $weeks ->
    [one] Between the two days there is less than { $weeks } week.
   *[other] Between the two days there are fewer than { $weeks } weeks.
}
trouble-concept-unknown = Nothing like it is in the vocabulary: try a wider word, in any of its languages.
trouble-concept-choose = This may mean several things: choose below.
trouble-no-tie = Name at least one country.
trouble-understood = Please read how you are protected, and tick this.
trouble-offers = One account keeps { $n } offers at most: change or take back one of them.
trouble-placed = { $n } people were already found: no fewer can be sought.
trouble-taken = { $n } engagements are under way: the offer can’t have room for fewer.
trouble-overtaken = This was changed elsewhere meanwhile. What you typed stands below: look at the need, then send again.
trouble-offer-overtaken = This was changed elsewhere meanwhile. What you typed stands below: look at your offer, then send again.
trouble-sent-before = This form was sent before, and what it said is kept. To change that, open it under “My part in the exchange”. To keep a second one, send again.
form-troubles = { $n ->
    [one] { $n } thing is missing or unclear; what you typed is kept below.
   *[other] { $n } things are missing or unclear; what you typed is kept below.
}
problem-keys = The key that seals names and contacts is not on this server, so nothing of this can be kept or shown. Please tell the operator; what was kept before is unharmed.
problem-overtaken = Somebody changed this a moment ago. Nothing was changed now: please look again.
problem-need-closed = This need is no longer open: nothing was proposed.
problem-introduction-over = This introduction has moved on meanwhile: nothing was changed. Please look again.
problem-introduction-closed = The need or the offer is no longer open: nothing was changed. Nothing of you was shown.
problem-introduction-faster = Somebody else was faster: the last place was taken a moment ago. Nothing of you was shown.
problem-introduction-changed = What you read here has been changed meanwhile: your yes was not taken. Please read it again.
problem-follow-up-early = This is asked once its time has come.
problem-no-country = A focal point speaks for a country, and this account’s delegation has none. The secretariat can set it.
sealed-notice = Kept sealed. Shown to the other side after both have said yes, and to nobody else.
contact-name = Name
contact-institution = Name of the institution
contact-place = Town
contact-responsible = Responsible person
contact-reach = How to reach you (e-mail, telephone)
contact-reached = E-mail, telephone or another way
contact-evidence = Evidence (publications, certificates, who can be asked)
actor-broker = the broker
actor-offer = the person who offers
actor-host = the host
actor-partner = the partner server
introduction-title = An introduction
introduction-need = Need
introduction-offer = Offer
introduction-why = Why the two fit
introduction-by-hand = Chosen by the broker.
introduction-host = The host: { $name }
introduction-contact = Who it is
introduction-unreadable = The contact can’t be read: its key is not on this server. The operator can put it back.
introduction-until = answer by { $date }
introduction-steps = What you can do
introduction-name-host = Show the name of the institution to the person who offers
introduction-log = What was done
introduction-proposed = Proposed
introduction-with_offer = With the person who offers
introduction-with_host = With the host
introduction-confirming = The host said yes; the other server confirms
introduction-exchanged = Contacts exchanged
introduction-engaged = At work
introduction-completed = Completed
introduction-not_taken = Not taken up
introduction-timed_out = No answer in time
introduction-dismissed = Ended before both had said yes
introduction-revoked = Consent taken back
told-asks = Your answer is asked for
told-waits = You said yes; waiting for the other side
told-confirming = You said yes; the other server confirms that the person’s yes still stands
told-follow-up = Say how it went, { $n } months after the work began
told-exchanged = Contacts exchanged
told-engaged = At work
told-completed = Completed
told-over = No longer open
told-declined = You said no
step-show = Show it to the person who offers
step-show-host = Show it to the host
step-dismiss = Take back
step-yes = Yes
step-no = No
step-withdraw = Take my consent back
step-withdraw-ask = Take my consent back …
step-withdraw-lead = The introduction ends for good, and contacts are no longer shown; what was read stays read.
step-start = The work has begun
step-finish = The work is done
step-done-show = showed it to the person who offers
step-done-show-host = showed it to the host
step-done-dismiss = took it back
step-done-yes = said yes
step-done-no = said no
step-done-withdraw = took the consent back
step-done-start = the work began
step-done-finish = the work was done
step-done-change = changed the need before it was answered
log-line = { $side }: { $what }
log-line-consent = { $side }: { $what } (consent text, version { $version })
consent-title = Do you agree?
consent-text-offer = If you say yes, the host is asked. If the host says yes too, the following is shown to the host at the moment of that yes, and what the host gives is shown to you:
consent-text-host = If you say yes, the following is shown to the person who offers, at once, and that person’s name and contact are shown to you:
consent-text-broker = The broker consents to nothing.
consent-silent = A no is silent: the other side is not told, and the broker sees only that the introduction was not taken up. You can take your consent back at any time; what was read by then stays read.
consent-stands = Your yes is to what stands on this page. If the need is changed before both of you have said yes, this introduction ends.
consent-yes = Yes, I agree
consent-no = No
consent-no-lead = With a no this introduction ends for good: the two are not brought together for this need again.
consent-no-sure = No, I do not agree
exchange-done-need-withdrawn = The need was taken back; introductions that waited have ended.
exchange-done-offer-posted = Your offer is kept.
exchange-done-offer-changed = Your offer was changed, and renewed for a year.
exchange-done-offer-active = Your offer is shown, for a year.
exchange-done-offer-paused = Your offer rests. Introductions that waited for an answer have ended.
exchange-done-offer-withdrawn = Your offer was taken back. Introductions that waited for an answer have ended.
exchange-done-yes = You said yes.
exchange-done-no = You said no. The other side is not told; the broker sees only that the introduction was not taken up.
exchange-done-withdraw = Your consent was taken back.
exchange-done-start = The work has begun.
exchange-done-finish = The work is done.
exchange-done-show = It was shown to the person who offers.
exchange-done-show-host = It was shown to the host.
exchange-done-dismiss = It was taken back.
exchange-done-shown = { $n ->
    [0] None was chosen: nothing was shown.
    [one] { $n } introduction was shown.
   *[other] { $n } introductions were shown.
}
exchange-done-shown-some = { $n } of { $of } introductions were shown. The others have moved on meanwhile, or the two no longer fit: nothing of them was shown.
exchange-done-proposed = { $n ->
    [0] Nothing new was proposed.
    [one] { $n } introduction was proposed.
   *[other] { $n } introductions were proposed.
}
mine-asks = { $n ->
    [0] Nothing waits for your answer
    [one] { $n } introduction waits for your answer
   *[other] { $n } introductions wait for your answer
}
mine-others = Other introductions
mine-offers = My offers
mine-no-offers = You offer nothing at present.
mine-needs = My needs
mine-no-needs = You have posted no need.
mine-disclosed = What was shown of me
mine-disclosed-none = Nothing of you was shown to anybody.
mine-data = Take along or erase all that is kept of me
disclosed-to-host = Shown to a host: { $fields }
disclosed-to-offer = Shown to a person who offers: { $fields }
queue-title = The broker’s queue
queue-overdue = { $n ->
    [0] No follow-up is overdue.
    [one] { $n } follow-up is due.
   *[other] { $n } follow-ups are due.
}
queue-assign = Propose for all open needs
queue-assign-hint = The worst-served need first, within what each person offers, and not always the same few. Nothing is shown to anybody before you show it.
queue-introductions = Introductions
queue-none = No introduction yet.
queue-follow-up = the host: follow-up after { $n } months
queue-follow-ups = A follow-up is due
queue-narrow = Only
queue-all = All
queue-all-again = Show all introductions
queue-chosen = To be shown
queue-choose = Show: { $offer }
queue-why = Why
queue-show-chosen = Show those chosen
queue-show-hint = Each is shown to the person who offers, or to the host where the offer came from a partner server. The institution is not named; to name it, open the introduction.
queue-answer-by = Answer by
queue-waits-for = Waits for
queue-needs = Open needs, the longest waiting first
queue-waiting = Waiting
queue-under-way = On the way
matches-title = Who could it be?
matches-none = No offer fits at present.
matches-none-chosen = Choose at least one offer, or name one by its handle.
matches-handle-unknown = No offer with this handle can be introduced to this need.
matches-not-again-no = Not proposed again: one of the two said no to this introduction, or took a consent back.
matches-not-again-met = Not proposed again: the two have been introduced to each other.
matches-not-again-waits = Not proposed again: an introduction of the two is on its way.
matches-together = brought together before
matches-card = The card
matches-handle = Or one that you know of, by its handle
matches-propose = Put into the queue
conflict-full = Fully engaged at present
conflict-taken = { $n } of { $of } engagements are taken
conflict-exposed = { $n ->
    [one] Shown { $n } time already
   *[other] Shown { $n } times already
}
conflict-hours = Offers { $offered } hours a week; { $asked } are asked for
conflict-will-not = Will not do:
obstacle-language = { $n ->
    [one] { $n } offer lacks a language at its level
   *[other] { $n } offers lack a language at its level
}
obstacle-mode = { $n ->
    [one] { $n } offer works in another way
   *[other] { $n } offers work in another way
}
obstacle-window = { $n ->
    [one] { $n } offer has no time then
   *[other] { $n } offers have no time then
}
obstacle-licence = { $n ->
    [one] { $n } offer lacks the licence
   *[other] { $n } offers lack the licence
}
obstacle-capacity = { $n ->
    [one] { $n } offer is fully engaged
   *[other] { $n } offers are fully engaged
}
reason-tie = Ties to { $country }
reason-levels = { $said }: level { $asked } asked, { $offered } offered
reason-skill-same = { $asked }
reason-skill-narrower = { $asked }, through its special part { $offered }
reason-skill-broader = { $asked }, through the wider { $offered }
reason-skill-group = { $asked }, near { $offered }
reason-occupation-same = Occupation: { $asked }
reason-occupation-narrower = Occupation: { $asked }, as { $offered }
reason-occupation-broader = Occupation: { $asked }, as the wider { $offered }
reason-occupation-group = Occupation: { $asked }, of one group of occupations with { $offered }
concepts-title = Words of this server’s own
concepts-lead = Whoever finds nothing fitting in the vocabulary names a skill or an occupation in words of their own, as a part of a wider one. Nobody else is suggested these words before you list them. Words that one person alone uses can tell who it is: look before you list.
concepts-none = There are none.
concepts-label = Words
concepts-broader = Part of
concepts-listed = Suggested to all
concepts-list = Suggest to all
concepts-remove-ask = Remove …
concepts-remove-lead = Needs and offers that use these words name “{ $broader }” from then on.
concepts-remove = Remove
country-title = My country in the exchange
country-unendorsed = Nobody vouches for these institutions yet
country-offers = Offers with ties to the country
country-no-offers = No offer with ties to the country is shown at present.
follow-up-title = How it went
follow-up-lead = { $n ->
   *[other] { $n } months have passed since the work began.
}
follow-up-used = Is what was done in use?
follow-up-learned = Did the counterpart learn?
follow-up-text = What else should be known
follow-up-send = Tell it
follow-up-later = You are asked 3, 6 and 12 months after the work began.
follow-up-said = After { $n } months: in use: { $used }; the counterpart learned: { $learned }
extent-yes = yes
extent-partly = in part
extent-no = no
extent-unknown = too early to say
indicators-title = What came of it
indicators-lead = A number about fewer than { $n } is not shown, nor one from which it could be worked out.
indicators-none = Nothing yet that could be shown.
indicator-protected = not shown
indicator-posted = Needs posted
indicator-met = Needs met: the work is done
indicator-days = Days until the work began (median)
indicator-engagements = Engagements begun
indicator-repeated = People engaged more than once
indicator-heard = Engagements that a host has told of
indicator-used = Of these: in use
indicator-trained = Of these: the counterpart learned
indicator-exposure = Concentration of exposure (Gini, 0 to 100)
indicator-by-field = By field
indicator-by-region = By region
summary-part-need = What institutions look for
summary-needs = { $n ->
    [one] One need of an institution stands in the exchange under this question.
   *[other] { $n } needs of institutions stand in the exchange under this question.
}
summary-source-need = Need on question { $ref }
summary-gone-need = [no longer looked for]
partner-through = through { $name }
introduction-through = The other side is on the partner server { $name } ({ $address }). Its broker and yours both take part.
introduction-contact-coming = Both have said yes. The contact is on its way from the other server.
consent-partner = The other side is on another server: what you agree to is sent to it after both have said yes, kept sealed there, and erased there when one of you takes the consent back.
partners-title = Partner servers
partners-lead = A partner server is told the text and the codes of the need, no name and no contact. It answers how many offers fit, never who, and its broker can propose the need to a person there.
partners-none = No partner server takes part in this exchange. The administrator adds one with “indaba partner add”.
partners-server = Server
partners-address = Address
partners-fit = Offers that fit
partners-fit-well = Of these, fit well
partners-hint = Counts are rounded down, and leave out every offer that is hidden from any country.
partners-send = Publish to those chosen
partners-fewer = fewer than { $n }
partners-at-least = at least { $n }
partners-trouble = Not told yet: { $why }. It is tried again from { $at } on.
partners-under-way = On its way
partners-answered = Answered on { $at }
partners-not-published = Not published there
partner-trouble-refused = its address is not one that this server speaks to
partner-trouble-unreachable = it can’t be reached
partner-trouble-late = it did not answer in time
partner-trouble-redirected = it sends to another address, which is not followed
partner-trouble-status = it does not take it
partner-trouble-not-understood = its answer is not understood
partner-trouble-untrusted = its answer is not signed as it should be
partner-trouble-certificate = its certificate can’t be trusted
partner-trouble-here = something went wrong on this server
problem-partner-signature = This address is for partner servers. The message was not taken: { $detail }.
problem-partner-replay = This message was taken before. It was not taken again.
problem-partner-field = The message was not taken: its field “{ $field }” is missing, too long, or has a value that is not known here.
problem-partner-not-yet = Not yet: both sides have to say yes first. Ask again later.
