landing-title = Landing zones
landing-verdict-found = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} { $better } of { $parties } parties better off, { $equal } as they are and nobody worse off: a gain of { $total } in all.
landing-verdict-found-below = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} { $better } of { $parties } parties better off, { $equal } as they are and nobody worse off in all: a gain of { $total } in all. { $cells ->
    [one] One cell (party × sphere) is below the status quo, by { $most }.
   *[other] { $cells } cells (party × sphere) are below the status quo, by at most { $most }.
}
landing-verdict-none = No package meets all conditions at this tolerance: proved.
landing-verdict-least = The smallest tolerance at which one exists is { $tolerance }.
landing-verdict-never = No package meets all conditions, at any tolerance: proved.
landing-plain-no-measures = There is no measure, so there is no package. Add the measures to choose from.
landing-plain-no-parties = There is no party, so no effect counts and every package is as good as any other. Add the parties whose effects count.
landing-plain-no-spheres = There is no sphere, so no effect counts and every package is as good as any other. Add the spheres in which effects are counted.
landing-plain-no-effects = No measure has an effect other than 0, so every package leaves all parties as they are. Add what each measure does to each party.
landing-plain-all-barred = No measure can be in any package, whatever its effects are. Change a red line, a relation of measures or the budget.
landing-plain-out-of-reach = { $claim }. All measures that can be in a package give { $most } at most, together. Lower this floor, or add measures or effects.
landing-plain-barred = { $measure } can be in no package. What stands against it: { $claim }
landing-plain-barred-needs = { $measure } can be in no package, because it needs { $needs }. What stands against them together: { $claim }
landing-barred = { $n ->
    [one] One measure can be in no package
   *[other] { $n } measures can be in no package
}
landing-verdict-unknown = No package was found in the time given. There may be one.
landing-tolerance = A party may fall below the status quo in a sphere by at most { $tolerance }.
landing-tolerance-none = No party may fall below the status quo in any sphere.
landing-packages = Packages
landing-objective = Best by
landing-objective-total = total gain
landing-objective-count = parties better off
landing-objective-nash = fair shares (Nash)
landing-objective-maxmin = the party that gains least
landing-measures = Measures
landing-total = Total
landing-better = Better off
landing-least = Gains least
landing-status = How sure
landing-status-optimal = optimal: proved
landing-status-within = within { $gap } % of the bound
landing-status-found = found; how near to the best is not known
landing-status-none = none exists: proved
landing-status-not-found = none found in the time given
landing-heat = Who gains where
landing-heat-caption = Gain of each party in each sphere. Hatched and marked ±: between low and high the sign may change.
landing-party = Party
landing-bars = Who gains what
landing-bars-caption = The bar is the likely gain, the line runs from low to high.
landing-alternatives = Alternatives
landing-alternatives-caption = Packages within { $share } % of the best total, as different as possible.
landing-alternatives-core = All of them share { $n ->
    [one] { $n } measure
   *[other] { $n } measures
}
landing-frontier = Trade-offs
landing-frontier-worst_party = Total against the gain of the party that gains least
landing-frontier-cost = Total against cost
landing-frontier-worst_sphere = Total against the sphere that gains least
landing-frontier-status-quo = status quo
landing-prices = What red lines cost
landing-price-of = Without
landing-price-red_line = the red line of { $who }
landing-price-bloc = the red lines of { $who }
landing-price-veto = all claims of { $who } (the fewest parties that hold the total down)
landing-price = Gain
landing-strip = Measures in and out
landing-strip-caption = In: part of every package above. Borderline: part of some. Out: part of none.
landing-strip-one = In: part of this package. Out: not part of it.
landing-strip-same = All packages above have the same measures.
landing-strip-in = In
landing-strip-borderline = Borderline
landing-strip-out = Out
landing-curve = Best total by tolerance
landing-curve-tolerance = Tolerance
landing-why = Why not { $measure }?
landing-why-lost = The best package with it gains { $lost } less.
landing-why-impossible = It can't be in, because of:
landing-robust = If effects turn out otherwise
landing-robust-text = In { $share } % of { $draws } draws between low and high the package still meets all conditions.
landing-sphere = Sphere
landing-robust-parties = How often a party falls below the status quo in all.
landing-robust-spheres = How often a sphere falls below the status quo in all.
landing-robust-share = Share of draws
landing-robust-veiled = Parties with confidential figures are not in it.
landing-robust-never = { $n ->
    [one] { $n } other party
   *[other] { $n } other parties
}
landing-robust-all = { $n ->
    [one] { $n } party
   *[other] { $n } parties
}
landing-strip-shares = The percentage: how often a measure is in a good package when effects are drawn between low and high.
landing-matrix = Which measure is in which package
landing-measure = Measure
landing-no-file = The result is still being worked out, so there is no file of it yet. Try again in a minute.
landing-nothing = –
landing-stuck = What stands in the way
landing-stuck-caption = These can not all hold together. Without any one of them the others can.
landing-concessions = The least concessions
landing-concessions-caption = The package that asks for the fewest points below all floors together. A measure accepted against a red line counts one point.
landing-concessions-points = Points
landing-concessions-where = Where
landing-claim-some = at least one measure
landing-claim-party = { $who } in all: not below the status quo
landing-claim-sphere = the sphere { $sphere } in all: not below the status quo
landing-claim-cell = { $who } in the sphere { $sphere }: at least { $floor }
landing-claim-red-line = red line of { $who }: in all at least { $floor }
landing-claim-red-line-sphere = red line of { $who } in the sphere { $sphere }: at least { $floor }
landing-claim-red-line-measure = red line of { $who }: without { $measure }
landing-claim-relation = how these measures depend on each other: { $measures }
landing-claim-budget = a budget of { $budget }

# In a dialogue
landing-verdict-shared = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} nobody worse off: a gain of { $total } in all. Of { $parties } parties that are shown by name { $better } are better off.
landing-verdict-shared-below = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} nobody worse off in all: a gain of { $total } in all. Of { $parties } parties that are shown by name { $better } are better off; { $cells ->
    [0] none of their cells (party × sphere) is below the status quo.
    [one] one of their cells (party × sphere) is below the status quo, by { $most }.
   *[other] { $cells } of their cells (party × sphere) are below the status quo, by at most { $most }.
}
landing-verdict-veiled-below = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} nobody worse off in all; { $cells ->
    [0] of the parties that are shown by name none has a cell (party × sphere) below the status quo.
    [one] one cell (party × sphere) of the parties that are shown by name is below the status quo, by { $most }.
   *[other] { $cells } cells (party × sphere) of the parties that are shown by name are below the status quo, by at most { $most }.
}
landing-verdict-veiled = { $measures ->
    [one] One measure leaves
   *[other] { $measures } measures together leave
} nobody worse off.
landing-low = Low
landing-likely = Likely
landing-high = High
landing-cost = Cost
landing-table = As a table
landing-bloc = Bloc
landing-own = your own side
landing-others = Other parties
landing-together = { $n } parties together
landing-veiled = Parties that keep their figures confidential are shown summed, at least three together.
landing-concessions-veiled = Those with confidential figures are not in it.
landing-prices-caption = How much larger the largest total is without them.
landing-claim-confidential = a confidential limit
landing-axis-worst_party = Least gain of a party
landing-axis-cost = Cost
landing-axis-worst_sphere = Least total of a sphere
landing-why-possible = It can be part of a package.
landing-why-in = It is in.
landing-why-nothing-lost = Nothing is lost with it: it can be part of a package that is as good.
landing-working = Being worked out: { $part } ({ $n } of { $of }). You can leave and come back.
landing-unfinished = The time was over before these were computed in full: { $parts }.
landing-part-packages = packages
landing-part-curve = tolerances
landing-part-alternatives = alternatives
landing-part-robustness = uncertain effects
landing-part-prices = prices of red lines
landing-part-frontier = trade-offs
landing-so-far = Largest total so far: { $value }.
landing-so-far-bound = Largest total so far: { $value }; none is above { $bound }.
landing-cut = Ended early: what was found until then is here, and some parts may be missing.
landing-stop = Stop here
landing-stop-hint = What is found so far is kept, for everybody. You can have it worked out again later.
landing-again = Work it out again
landing-refused = No result: the relations of the measures contradict each other. The secretariat can mend them.
landing-busy = Too many results are being worked out. Come back in a minute.
landing-no-measures = No measure has been proposed yet, so there is nothing to look for.
landing-no-parties = No delegation whose effects count is accredited yet, so that there is nobody to gain or lose.
landing-no-effects = Nobody has said yet what the measures do, so that no package gains anything.
landing-no-effects-shared = What the measures do is not known here yet: no effect is public, and confidential ones are shared once at least { $n } delegations have some.
landing-no-gains = Every effect that is known so far is 0, so that no package gains anything.
landing-one-party = Effects of one party alone are known so far: there is nothing to weigh between parties yet.
landing-way-delegations = Accredit delegations
landing-way-experts = Choose a measure and enter what experts say of it
landing-ask-jump = Ask: another tolerance, why not a measure, as if
landing-compare-few = There are no two packages to compare yet. Once landing zones are found or packages are kept, they can be chosen here.
landing-note-all = From all figures as they stand, confidential ones too. Whoever sees a package that you keep may draw conclusions from it.
landing-note-public = From public figures alone.
landing-note-shared = From public figures, and confidential ones of { $n } delegations as of { $at }.
landing-note-waits = Your own latest figures go in together with those of others.
landing-as-if = As if: nothing of this is stored.
landing-as-it-stands = The result as it stands
landing-as-if-total = Total against the result as it stands: { $n }.
landing-as-if-later = The result as it stands is not there yet. What this changes is told here once it is.
landing-as-if-in = Comes in: { $measures }.
landing-as-if-out = Goes out: { $measures }.
landing-as-if-same = The package is the same.
landing-ask = Ask
landing-ask-tolerance = With another tolerance
landing-ask-why = Why not this measure?
landing-ask-drop = As if without these red lines
landing-ask-add = As if we had another red line
landing-ask-send = Work it out
landing-ask-add-for = As if a party had another red line
landing-asked-tolerance = A tolerance is a whole number from 0 to { $tolerance }. Nothing was worked out: the result is the one as it stands.
landing-asked-why = There is no such measure here. Nothing was worked out: the result is the one as it stands.
landing-asked-drop = No red line that you may leave out has this name: one’s own and published ones may be. Nothing was worked out: the result is the one as it stands.
landing-asked-many = One “as if” leaves out or adds { $most } red lines at most. Nothing was worked out: the result is the one as it stands.
landing-asked-add = That is no red line: it names a sphere of this dialogue or the total with a floor from −{ $floor } to { $floor }, or a measure. Nothing was worked out: the result is the one as it stands.
landing-asked-add-party = Only who speaks for a party can suppose a red line, and only its own. Nothing was worked out: the result is the one as it stands.
landing-asked-whose = Choose a party: whose red line would it be? Nothing was worked out: the result is the one as it stands.
landing-asked-where = Choose where the floor is to hold. Nothing was worked out: the result is the one as it stands.
landing-asked-floor = A floor is a whole number from −{ $floor } to { $floor }. Nothing was worked out: the result is the one as it stands.
landing-ask-hint = It stands in the address and is not stored.
landing-line-of = { $who }: { $line }
landing-kept = Kept packages
landing-kept-none = No package is kept yet.
landing-working-package = working package
landing-package = Package
landing-alternative = alternative { $n }
landing-alternative-name = Alternative
landing-keep = Keep a package
landing-keep-hint = It becomes the dialogue’s working package; the earlier ones stay.
landing-keep-title = Title
landing-keep-send = Keep
landing-done-kept = The package is kept.
landing-not-ready = The result is still being worked out. Nothing was kept; try again in a minute.
landing-no-package = There is no such package in this result. Nothing was kept.
landing-compare = Compare packages
landing-compare-one = One
landing-compare-other = The other
landing-compare-send = Compare
landing-compare-only = Only here
landing-compare-both = In both
landing-compare-stands = A landing zone
landing-compare-yes = yes: it crosses no limit
landing-compare-no = no: it crosses a limit
landing-measures-n = { $n ->
    [one] One measure
   *[other] { $n } measures
}
