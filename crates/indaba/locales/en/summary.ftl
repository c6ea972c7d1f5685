# Sentences of a draft. Each is whole: what is quoted stands below it in its own language.
summary-asked = Question { $ref } was put, on paragraph { $paragraph } of the paper.
summary-heard = { $perspectives ->
    [0] No perspective was given
    [one] One perspective was given
   *[other] { $perspectives } perspectives were given
}, and { $participants ->
    [one] one participant
   *[other] { $participants-shown } participants
} responded { $responses ->
    [one] once
   *[other] { $responses-shown } times
}.
summary-heard-participants = { $perspectives ->
    [0] No perspective was given
    [one] One perspective was given
   *[other] { $perspectives } perspectives were given
}, and { $participants ->
    [one] one participant responded
   *[other] { $participants-shown } participants responded
}.
summary-heard-few = { $perspectives ->
    [0] No perspective was given
    [one] One perspective was given
   *[other] { $perspectives } perspectives were given
}; so few participants responded that no figure is given (the limit is { $limit }).
summary-heard-nobody = { $perspectives ->
    [0] No perspective was given
    [one] One perspective was given
   *[other] { $perspectives } perspectives were given
}; nobody has responded.
summary-without-code = { $n ->
    [one] One participant
   *[other] { $shown } participants
} came without an access code or accreditation.
summary-meet = { $word ->
    [most] Most
    [many] Many
    [some] Some
   *[few] Few
} of those who took a side agree ({ $agree } of { $sides }; 90% band { $low } to { $high }), and in no opinion group or declared bloc of which figures are shown do more disagree than agree.
summary-meet-none = No perspective has the support of every opinion group and declared bloc of which figures are shown.
summary-meet-more = { $n ->
    [one] One further perspective meets
   *[other] { $n } further perspectives meet
} the same test and can be seen on the landscape of the question.
summary-differ-groups = Opinion group { $most } supports it ({ $most-share }); opinion group { $least } does not ({ $least-share }).
summary-differ-blocs = Declared blocs are opposed: { $most } ({ $most-share } support) and { $least } ({ $least-share }).
summary-uncertain = Whether more agree or disagree is open: { $agree } agree, { $disagree } disagree (90% band of the share that agrees { $low } to { $high }).
summary-uncertain-unanswered = { $n ->
    [one] One perspective has
   *[other] { $n } perspectives have
} too few responses to say anything about { $n ->
    [one] it
   *[other] them
} (the limit is { $limit } participants).
summary-uncertain-few_participants = The opinion groups rest on { $n } participants; the method is at ease from { $wanted } on.
summary-uncertain-one_group = No distinct opinion groups were found.
summary-uncertain-no_stable_groups = No stable opinion groups were found: participants differ by degrees, or too little is known to tell groups apart.
summary-uncertain-stability_not_measured = It was not measured whether the opinion groups are stable.
summary-uncertain-suppressed = Figures about fewer than { $limit } participants, and those from which they could be computed, are not shown.
summary-added = Question { $ref } was added by a participant, on paragraph { $paragraph }.
summary-proposed = Worded as a proposal, and { $word ->
    [most] most
    [many] many
    [some] some
   *[few] few
} of those who took a side support it ({ $agree } of { $sides }; 90% band { $low } to { $high }).
summary-evidence = Evidence was attached; it names as its source: { $source }.
summary-evidence-bare = Evidence was attached without naming a source.
summary-part-asked = What was asked
summary-part-meet = Where views meet
summary-part-differ = Where views differ
summary-part-uncertain = What is uncertain
summary-part-added = Added questions
summary-part-proposed = Proposed actions
summary-part-evidence = Evidence
summary-source-question = Question { $ref }
summary-source-perspective = Perspective { $number } on question { $ref }
summary-source-counts = Counts of question { $ref }
summary-source-common_ground = Common ground of question { $ref }
summary-source-divide = Divides of question { $ref }
summary-source-notes = Notes on the landscape of question { $ref }
summary-source-evidence = Evidence on question { $ref }
summary-gone-erased = [erased by its author]
summary-gone-withdrawn = [withdrawn by its author]
summary-gone-withheld = [no longer shown]
summary-gone-evidence = [no longer attached]
# Page
summary-title = Chair’s summary
summary-of = Chair’s summary: { $title }
summary-responsibility = On the Chair’s responsibility; not negotiated. Every sentence names what stands behind it, or that it is in the Chair’s own words.
summary-own-words = In the Chair’s own words
summary-none = No summary is published yet.
summary-published-on = published on { $date }
summary-unpublished = not published
summary-unsaved = draft, not saved
summary-version-line = version { $version }, figures of { $date }
summary-withdrawn = { $n ->
    [one] One response was withdrawn
   *[other] { $n } responses were withdrawn
} since these figures were taken. The summary keeps its figures.
summary-sources = Sources
summary-label-state = State
summary-label-figures = Figures of
summary-label-version = Version
summary-download-docx = Word
summary-download-html = One HTML file
summary-download-json = Data (JSON)
summary-download-full = Full record, for auditors and the secretariat (zip)
summary-full-hint = It holds each response under a pseudonym: keep it as you would keep a list of persons. Every figure can be computed again from it:
summary-download-record = Public record (zip)
summary-edit = Edit
summary-coverage = Coverage
summary-versions = Versions
summary-publish = Publish version { $version }
summary-draft = Draft anew from the dialogue
summary-draft-hint = A draft becomes a new version. Sentences in the Chair’s own words are carried over; edited ones stay in the earlier version.
summary-back = Back to the summary
# Desk
summary-edit-title = Edit the Chair’s summary
summary-edit-lead = Edited sentences keep their links. A sentence without sources is marked as the Chair’s own words. An empty sentence is taken out. Saving makes a new version.
summary-overtaken = Somebody saved another version meanwhile. What you typed is below and not yet saved; saving makes it the newest version.
summary-sentence = Sentence
summary-place = Place within its part
summary-remove = Take out
summary-unlink = Take away its sources: the Chair’s own words
summary-add = Add a sentence
summary-add-part = Part
summary-add-text = Sentence in the Chair’s own words
summary-save = Save as a new version
# Coverage and versions
summary-coverage-title = Coverage of the summary
summary-coverage-lead = What was said and has no trace in the newest version.
summary-coverage-questions = Questions
summary-coverage-questions-caption = Each question, what was said on it, and what the summary says beyond the question itself
summary-coverage-delegations = Delegations
summary-coverage-delegations-lead = Only contributions given by name are counted: to say that another one is cited would tell who gave it.
summary-coverage-delegations-caption = Each delegation, the perspectives it gave by name, and how many are cited
summary-coverage-paragraphs = Paragraphs
summary-coverage-paragraphs-caption = Each paragraph that a perspective is anchored to
summary-coverage-paragraphs-none = No perspective is anchored to a paragraph.
summary-column-question = Question
summary-column-delegation = Delegation
summary-column-paragraph = Paragraph
summary-column-perspectives = Perspectives
summary-column-cited = Cited
summary-column-sentences = Sentences
summary-column-trace = Trace
summary-column-saved = Saved
summary-column-do = Publish
summary-trace = in the summary
summary-no-trace = no trace
summary-nothing-said = nothing given by name
summary-versions-title = Versions of the summary
summary-versions-caption = All versions, the newest first
summary-from = Earlier version
summary-to = Later version
summary-compare = Compare
summary-differences = From version { $from } to version { $to }
summary-differences-none = No sentence differs.
summary-difference-added = added
summary-difference-removed = removed
summary-difference-changed = changed
record-face-unknown = There is no such face of the record. Ask for face=public or face=full.
summary-publish-ask = Publish version { $version } …
summary-publish-lead = From now on anybody can read this version. It stays in the record; a later version can take its place.
summary-published-now = Version { $version } is published: anybody can read it.
summary-current = what readers see
summary-publish-again = Publish version { $version } again …
summary-silent = nobody spoke on it
