landscape-title = Landscape of opinion
landscape-of-question = Question { $reference }
landscape-computing = being computed
landscape-computing-lead = The first landscape of so many responses takes a moment. This page shows it as soon as it is there.
landscape-state-none = nobody has answered yet
landscape-state-waiting = answered so far: { $n }; results are shown from { $k } answers to a perspective on
landscape-state-few = not enough responses for groups yet: { $n } of { $of }
landscape-state-no-groups = no groups that may be shown
landscape-state-one = no stable groups among { $n } participants
landscape-state-groups = { $groups ->
    [one] one opinion group among { $n } participants
   *[other] { $groups } opinion groups among { $n } participants
}
landscape-from = { $responses ->
    [one] one response
   *[other] { $responses } responses
} by { $participants ->
    [one] one participant
   *[other] { $participants } participants
}
landscape-computed = computed { $at }
landscape-published = published { $at }
landscape-renewed = renewed when at least { $k } more participants have answered a perspective
landscape-without-code = { $n ->
    [0] everybody came with a code or as a delegation
    [one] one participant came without a code
   *[other] { $n } participants came without a code
}
landscape-map = Map of opinions
landscape-map-group = group { $id } with { $n } participants
landscape-map-desc = Participants who answered alike stand near each other. { $groups }
landscape-map-caption = Near means answered alike. A ring holds about 80% of a group.
landscape-map-caption-rings = The further apart two groups stand, the more differently they answered. A ring holds about 80% of a group.
landscape-map-caption-line = From one end to the other: the further apart, the more differently answered. Height means nothing, it only keeps dots apart. A ring holds about 80% of a group.
landscape-no-map = There is no map: none can be shown without pointing at somebody.
landscape-ellipses-show = Show how surely each participant is placed
landscape-ellipses-hide = Show the map without ellipses
landscape-ellipses-legend = A small ellipse is where one participant stands with 80% certainty; ellipses drawn: { $n } of { $of }.
landscape-ellipses-width = Typical ellipse: width, as a share of the map
landscape-ellipses-height = Typical ellipse: height, as a share of the map
landscape-as-table = As a table
landscape-of-whom = Who
landscape-agree = Agree
landscape-pass = Pass
landscape-disagree = Disagree
landscape-hidden = not shown
landscape-participants = Participants
landscape-ground = Common ground
landscape-ground-lead = What every group and bloc shown here supports. The bar is the band in which the support lies (90%); the line marks one half.
landscape-ground-lead-all = What the participants support. The bar is the band in which the support lies (90%); the line marks one half.
landscape-left-out = { $n ->
    [one] { $n } of { $of } declared blocs is too small to be shown; common ground does not take it into account.
   *[other] { $n } of { $of } declared blocs are too small to be shown; common ground does not take them into account.
}
landscape-ground-firm = { $n } of the first { $of } would stay among them even if one participant more in twenty joined, all to push others up.
landscape-ground-none = Nothing is supported by all for sure yet.
landscape-divides = Divides
landscape-divides-lead = Where groups or blocs are opposed: one is above one half for sure, another below.
landscape-divides-none = No divide is sure yet.
landscape-divides-nobody = There are no groups or blocs to compare.
landscape-uncertain = Uncertain
landscape-uncertain-lead = May be common ground, and may not. First come those that the fewest further answers would settle.
landscape-not-shown = { $n ->
    [one] One more group or bloc has given too few answers to be shown.
   *[other] { $n } more groups or blocs have given too few answers to be shown.
}
landscape-groups = Opinion groups
landscape-everybody = All participants
landscape-group = Group { $id }
landscape-group-size = Group { $id } · { $n ->
    [one] one participant
   *[other] { $n } participants
}
landscape-stable = The groups are stable.
landscape-stable-few = The groups are stable in the answers as they stand. Among fewer than { $n } participants they may change when some join or leave.
landscape-not-stable = The groups are not stable: with some participants fewer they would look different.
landscape-stability = Stability { $share }
landscape-agrees = agrees
landscape-disagrees = disagrees
landscape-so-of = { $n } of { $of }
landscape-blocs = Support by declared bloc
landscape-blocs-caption = Share that agrees, of those who took a side
landscape-perspective = Perspective
landscape-more = { $n ->
    [one] One more perspective stands in the figures (JSON).
   *[other] { $n } more perspectives stand in the figures (JSON).
}
landscape-majority = What most answer alike
landscape-most-agree = most agree
landscape-most-disagree = most disagree
landscape-notes = Before you read the figures
landscape-note-no-variation = All answered alike: there is no map.
landscape-note-too-few-to-tell = The answers are too few, or too mixed, to tell who stands near whom: there is no map.
landscape-note-one-axis = One axis is enough to place the participants: a second one would not tell more.
landscape-note-one-group = All participants stand at one place, so that there is one group.
landscape-note-no-stable-groups = No stable groups: participants differ by degrees, or too little is known to tell groups apart.
landscape-note-same-answers = { $n } participants answered more alike than chance has it: the same to the last one, or by one list. It may be something agreed, or one person several times. All their answers are counted in figures and bands; but they do not draw the map, and they do not decide the order of the common ground.
landscape-note-groups-given = The groups are labels that were given for { $n } participants, not found.
landscape-note-labels-unknown = Labels of { $n } participants who did not respond were left aside.
landscape-note-letters-kept = Groups keep the letters that they had before, as far as most of their participants stayed. In the figures (JSON) and in the record, letters follow the size of the groups.
landscape-note-stability = This method does not measure whether the groups are stable. A different day or a few participants more may give others.
landscape-note-suppressed = Nothing is shown about fewer than { $k } participants, nor anything from which it could be computed.
landscape-download-html = Report as one file (HTML)
landscape-download-json = Figures (JSON)
landscape-since-title = What has moved
landscape-since-none = There is nothing earlier yet to compare with. Once results are published again, they can be compared with those before.
landscape-since-published = Compare with what was published on
landscape-since-any = Compare with how it stood at (UTC)
landscape-since-compare = Compare
landscape-since-no-time = That is no date and time. Choose one again, such as 2026-11-24 09:30.
landscape-since-then = Then
landscape-since-now = Now
landscape-since-behind = How much stands behind it
landscape-since-responses = Responses
landscape-since-more-now = More now than then
landscape-since-map-then = Map of opinions, then
landscape-since-map-now = Map of opinions, now
landscape-since-maps = Both maps face the same way and have one scale. The same letter need not be the same group: a group is known by where it stands.
landscape-since-groups = Groups then and now
landscape-since-group-same = { $group } now corresponds to { $others } then: most of its participants stayed.
landscape-since-group-split = { $group } now came out of { $others } then.
landscape-since-group-merged = { $group } now came from { $others } then.
landscape-since-group-new = { $group } now is made of participants who were in no group then.
landscape-since-group-gone = Nobody of { $group } then is in a group now.
landscape-since-group-went = Those of { $group } then are in { $others } now.
landscape-since-lead = What is compared is the support in the group or bloc that supports a perspective least, each time with its band (90%). It has surely moved where the two bands have nothing in common. Groups and blocs are those of each time: one that is shown for the first time, or of which little is known, can make the least support unsure.
landscape-since-risen = Surely risen
landscape-since-fallen = Surely fallen
landscape-since-gained = New in common ground
landscape-since-lost = No longer sure to be common ground
landscape-since-not-comparable = Not comparable: other groups or blocs are hidden than then
landscape-since-nothing = None.
landscape-since-not-listed = { $n ->
    [one] One more is not listed.
   *[other] { $n } more are not listed.
}
landscape-since-all = All comparable perspectives
landscape-since-caption = Least support among groups and blocs, with its band (90%)
landscape-since-verdict = What has moved
landscape-since-is-risen = surely risen
landscape-since-is-fallen = surely fallen
landscape-since-is-unsure = not surely moved
landscape-since-is-new = not shown then
landscape-since-is-gone = not shown now
landscape-since-less = { $n ->
    [one] One more perspective has moved less.
   *[other] { $n } more perspectives have moved less.
}
landscape-since-shown = Two published landscapes are compared. Nothing is shown that they did not show.
landscape-since-stood = Then is computed from the responses that stood at that time, with the perspectives, blocs and moderation of today.
landscape-since-withheld = When the dialogue closed, answers of fewer than { $k } participants were added to some perspectives. What was shown of these before is not set beside it.
landscape-hall = Show in the hall
landscape-method = Method
landscape-method-polis = Participants are placed by a principal component analysis of their responses and grouped by k-means (method “polis”). Support is (agree + 1) / (agree + disagree + 2); a pass is not a disagreement. Bands are Wilson score intervals at 90%. Common ground is listed by the lower end of the least support.
landscape-method-indaba = Participants are placed by a model of how likely each agrees, passes or disagrees (ideal points, method “indaba”); where somebody has not answered, nothing is assumed. Opinion groups are shown only where they are found again when some of the participants are left out. Support is (agree + 1) / (agree + disagree + 2); a pass is not a disagreement. Bands are Wilson score intervals at 90%. Common ground is listed by the support found from one end of the map to the other. What is marked as a divide or as held by a group is more than chance (false discoveries at most 5%).
hall-title = Hall
hall-answered = { $n ->
    [one] has answered
   *[other] have answered
}
hall-responses = { $n ->
    [one] one response
   *[other] { $n } responses
}
bloc-role-origin = Countries of origin
bloc-role-transit = Countries of transit
bloc-role-destination = Countries of destination
bloc-kind-state = States
bloc-kind-intergovernmental = Intergovernmental organisations
bloc-kind-city = Cities
bloc-kind-civil_society = Civil society
bloc-kind-diaspora = Diaspora and migrant organisations
bloc-kind-employers = Employers
bloc-kind-union = Trade unions
bloc-kind-academia = Academia
