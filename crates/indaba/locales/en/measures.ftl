attached-measure = measure
nav-measures = Measures
nav-landing = Landing zones

# Measures and their effects
sphere-economic = economic
sphere-social = social
sphere-trade = trade
sphere-labour = labour
sphere-cultural = cultural
sphere-security = security
sphere-development = development
measures-title = Measures
measures-lead = Candidate actions, each under the question that it answers. They are responded to like perspectives; delegations say what they would do to them, and landing zones look for packages that leave nobody worse off.
measures-spheres = Spheres: { $spheres }.
measures-published = { $n } of { $of } parties show everybody what measures do to them.
measures-mine = Yours, not on the page
measures-none = No measure has been proposed yet.
measure-number = Measure { $n }
measure-title = { $n } { $title }
measure-assess-title = Effects of measure { $n }: { $title }
measure-new = Propose a measure
measure-new-lead = One action in a line, so that others can say yes or no to it. What it consists of and what it costs can be worked out later, until somebody has said what it does.
measure-label-title = The measure in a line
measure-hint-title = At most 200 characters.
measure-label-detail = What it consists of
measure-label-cost = Cost
measure-hint-cost = In the dialogue’s points; empty if unknown.
measure-cost-of = cost { $cost }
measure-label-source = Source
measure-send = Propose
measure-keep = Save
measure-proposed-by = Proposed by
measure-respond = Respond to it
measure-why = Why not this measure?
measure-assess = What it does to us
measure-work-out = Work it out
measure-locked = Somebody has said what this measure does: only the secretariat changes it now.
measure-effects = What it does, and to whom
measure-effects-lead = From −3 to 3. Confidential effects are not in this table.
measure-effects-caption = Likely effect, with the range from low to high. Hatched: between low and high the sign may change.
measure-modelled = by a model
measure-effects-none = Nobody has publicly said what this measure does.
measure-said = { $n } say so, { $apart } apart
measure-reasons = Who says what, with reasons and evidence ({ $n })
measure-question = Choose the question that the measure answers.
measure-cost = A cost is a whole number from 0, or empty.
measure-no-party = This page is for delegations whose effects count. Observers are not among them.
measure-done-published = The measure is on the page.
measure-done-pending = The measure waits for the moderators.
measure-done-draft = The measure is a draft of your delegation.
measure-done-worked-out = Saved.
measure-done-assessed = Your effects are saved.
measure-done-shown = Everybody can see it now.
measure-done-kept = It is confidential now.
measure-done-line = The red line is set.
measure-done-line-gone = The red line is taken back.
measure-done-rules = The rules are saved.
measure-done-related = The relations are saved.
measure-done-entered = The effect is saved.
measure-done-taken-over = The model’s effects are entered.

# Effects
effect-origin-own = the party itself
effect-origin-expert = expert
effect-origin-literature = literature
effect-origin-model = model
effect-enter = Enter an effect of an expert, the literature or a model
effect-enter-hint = It is public and its source stays visible. Without a likely figure, what the same source said of this cell is taken back.
effect-label-origin = Kind of source
effect-label-said-by = Name of the expert, work or model
effect-label-sphere = Sphere
effect-label-reason = Reason
effect-label-evidence = Link to evidence
effect-evidence-link = evidence
effect-send = Save
effect-score = An effect is a whole number from −3 to 3, with a likely figure.
effect-order = Low is not above likely, and likely not above high.
effect-evidence = A link begins with https:// or http://.
effect-party = Choose a delegation that is no observer.
effect-sphere = Choose one of the dialogue’s spheres.
effect-origin = Say where the effect comes from.
assess-lead = From −3 (much worse) to +3 (much better) than the status quo, for your own side. Empty is not assessed: results count it as 0. A likely figure alone counts as certain.
assess-published = Everybody sees what you say here.
assess-confidential = What you say here is confidential.
assess-why = Reason and evidence
assess-keep = Save
assess-next = Save, then the next measure
assess-overtaken = Nothing is saved yet: your delegation changed this meanwhile in { $spheres }. What you entered is here; save again to put it in place of the other.

# A delegation’s own figures
figures-title = Our effects and red lines
figures-lead = What measures do to your side, in your own judgement, and what your side cannot accept.
figures-published = Your effects are published: everybody sees them under your name.
figures-confidential = Your effects are confidential: the secretariat sees them, and other delegations only in sums over at least three other parties. They go into shared results together with those of others, once at least { $n } delegations have new figures.
figures-show = Publish our effects
figures-keep = Keep them confidential
figures-far = { $n } of { $of } measures assessed.
figures-no-measures = No measure is on the page yet. Once there are some, you say here what they do to your side.
grid-title = Our effects, measure by sphere
grid-open = Assess all measures on one page
grid-lead = What each measure does to your side in each sphere, from −3 (much worse) to +3 (much better) than the status quo. “–” is not assessed: results count it as 0. 0 is your judgement that there is no effect.
grid-lead-range = A range stands in brackets and takes in a new likely figure that is outside it; a figure without a range stays certain. “–” takes back what was said of a cell, with its reason and evidence.
grid-questions = To question
grid-caption = Likely effect, with its range from low to high in brackets.
grid-far = { $n } of { $of } cells (measure × sphere) assessed.
grid-none = not assessed
grid-reason = with reason
grid-wide = range widened
grid-more = Save, then range and reason
grid-save = Save all
grid-done = { $n ->
    [0] Nothing was changed.
    [one] One cell is saved.
   *[other] { $n } cells are saved.
}
grid-widened = { $n ->
    [one] In one cell the range was widened, so that the new likely figure is in it. It is marked.
   *[other] In { $n } cells the range was widened, so that the new likely figure is in it. They are marked.
}
grid-refused = { $n ->
    [one] Nothing is saved yet: one figure can’t be taken, and it is said why. Everything that you entered is still here.
   *[other] Nothing is saved yet: { $n } figures can’t be taken, and it is said why at each. Everything that you entered is still here.
}
grid-gone = For these the measure or the sphere is no longer there, so that they can’t be saved:
grid-overtaken = Your delegation changed this to { $now } meanwhile. Save again to put yours in its place.
grid-overtaken-none = Your delegation took this back meanwhile. Save again to put yours in its place.
lines-title = Red lines
lines-lead = A floor for your side in all, a floor in a sphere, or a measure that you cannot accept.
lines-none = No red line.
line-total = in all at least { $floor }
line-sphere = in the sphere { $sphere } at least { $floor }
line-measure = without measure { $measure }
line-published = published
line-confidential = confidential
line-show = Publish
line-keep = Keep confidential
line-drop = Take back
line-new = Set a red line
line-where = Where
line-where-total = in all
line-where-sphere = In a sphere
line-where-measure = Without a measure
line-label-floor = Floor
line-hint-floor = 0 is the status quo. Against a measure no floor is needed.
line-label-publish = Publish it
line-set = Set
line-too-many = That is more red lines than are taken. Take one back first.
line-place = Say where the floor holds: in all, in a sphere of the dialogue, or without a measure.
line-floor = A floor is a whole number.

# Rules and relations
rules-title = Spheres, tolerance and relations
rules-label-spheres = Spheres, one in a line
rules-hint-spheres = Known in every language: { $known }. Effects in a sphere that is no longer listed do not count.
rules-label-tolerance = Tolerance
rules-hint-tolerance = How far a party may fall below the status quo in a sphere. 0 is the paper’s own reading.
rules-label-budget = Budget
rules-hint-budget = The most that a package may cost; empty for none.
rules-spheres = At least one sphere, at most { $most }.
rules-tolerance = A tolerance is a whole number from 0 to { $most }.
relations-title = How measures depend on each other
relations-none = No relation is entered.
relation-requires = { $first } needs { $measures }
relation-excludes = at most one of { $measures }
relation-at_most = at most { $k } of { $measures }
relation-synergy = { $measures } do more together
relation-kind = Choose a kind of relation.
relation-kind-requires = the first needs the others
relation-kind-excludes = one of them at most
relation-kind-at_most = so many of them at most
relation-kind-synergy = together they do more
relation-new = Add a relation
relation-label-kind = Kind
relation-label-measures = Numbers of the measures
relation-hint-measures = For example 3, 7, 12.
relation-label-k = How many at most
relation-adds = What a synergy adds
relation-adds-hint = From −3 to +3. Low and high may stay empty: the likely figure is certain then. Empty rows say nothing.
relation-adds-more = More rows for a synergy
relation-twice = This party and sphere stand in another row already.
relation-send = Add
relation-drop = Take away
relation-measures = Name at least two measures that are on the page, by their numbers.
relation-k = Say how many of them at most.
relation-added = Say for whom, in which sphere and how much from −3 to 3.
relation-contradiction = This contradicts a relation that is there already. Nothing was changed.

# A party’s ledger
ledger-for = Our ledger for the package that this began from
ledger-title = Our ledger
ledger-lead = What your side gains and gives in a package, measure by measure, by what you say now and by what is public.
ledger-send = Show
ledger-sums = By sphere
ledger-entries = Measure by measure
ledger-none = No measure of this package has an effect on you.
ledger-no-package = There is no package yet: no landing zone is found, and none is kept.
ledger-breaks = This package crosses your red lines
summary-part-measure = Measures
summary-measures = { $n ->
    [one] One measure was proposed under this question.
   *[other] { $n } measures were proposed under this question.
}
summary-package = The working package has { $n ->
    [0] none of them
    [one] one of them
   *[other] { $n } of them
}: { $state }.
summary-package-none = no decision has been put to the delegations
summary-package-called = consensus has been called for
summary-package-objected = a delegation objects
summary-package-silent = a silence procedure is running
summary-package-broken = an objection broke the silence
summary-package-polling = a straw poll is open
summary-package-polled = a straw poll was held
summary-package-adopted = it was adopted without objection
summary-package-dropped = it was not pursued
summary-source-measure = measure under question { $ref }
summary-source-package = kept package { $n }
summary-gone-measure = no longer on the page
attached-package = working package
package-has = { $n ->
    [one] with one measure of this question
   *[other] with { $n } measures of this question
}
