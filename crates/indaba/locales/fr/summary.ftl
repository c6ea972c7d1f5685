# Phrases d’un projet. Chacune est entière : ce qui est cité figure en dessous, dans sa propre langue.
summary-asked = La question { $ref } a été posée, sur le paragraphe { $paragraph } du document.
summary-heard = { $perspectives ->
    [0] Aucun point de vue n’a été exprimé
    [one] Un point de vue a été exprimé
   *[other] { $perspectives } points de vue ont été exprimés
}, et { $participants ->
    [one] un participant a donné
   *[other] { $participants-shown } participants ont donné
} { $responses ->
    [one] une réponse
   *[other] { $responses-shown } réponses
}.
summary-heard-participants = { $perspectives ->
    [0] Aucun point de vue n’a été exprimé
    [one] Un point de vue a été exprimé
   *[other] { $perspectives } points de vue ont été exprimés
}, et { $participants ->
    [one] un participant a répondu
   *[other] { $participants-shown } participants ont répondu
}.
summary-heard-few = { $perspectives ->
    [0] Aucun point de vue n’a été exprimé
    [one] Un point de vue a été exprimé
   *[other] { $perspectives } points de vue ont été exprimés
} ; trop peu de participants ont répondu pour donner des chiffres (le seuil est de { $limit }).
summary-heard-nobody = { $perspectives ->
    [0] Aucun point de vue n’a été exprimé
    [one] Un point de vue a été exprimé
   *[other] { $perspectives } points de vue ont été exprimés
} ; personne n’a répondu.
summary-without-code = { $n ->
    [one] Un participant est venu
   *[other] { $shown } participants sont venus
} sans code d’accès ni accréditation.
summary-meet = { $word ->
    [most] La plupart
    [many] Beaucoup
    [some] Certains
   *[few] Peu
} des participants ayant pris position sont d’accord ({ $agree } sur { $sides } ; intervalle à 90 % de { $low } à { $high }), et dans aucun groupe d’opinion ni bloc déclaré dont les chiffres sont affichés les désaccords ne l’emportent.
summary-meet-none = Aucun point de vue n’a le soutien de tous les groupes d’opinion et blocs déclarés dont les chiffres sont affichés.
summary-meet-more = { $n ->
    [one] Un autre point de vue satisfait au même critère et figure
   *[other] { $n } autres points de vue satisfont au même critère et figurent
} dans le paysage des opinions de la question.
summary-differ-groups = Le groupe d’opinion { $most } y est favorable ({ $most-share }) ; le groupe d’opinion { $least } ne l’est pas ({ $least-share }).
summary-differ-blocs = Des blocs déclarés s’opposent : { $most } ({ $most-share } de soutien) et { $least } ({ $least-share }).
summary-uncertain = On ne sait pas si les accords l’emportent : { $agree } d’accord, { $disagree } pas d’accord (intervalle à 90 % de la part d’accord : de { $low } à { $high }).
summary-uncertain-unanswered = { $n ->
    [one] Un point de vue a reçu trop peu de réponses pour qu’on en dise quelque chose
   *[other] { $n } points de vue ont reçu trop peu de réponses pour qu’on en dise quelque chose
} (le seuil est de { $limit } participants).
summary-uncertain-few_participants = Les groupes d’opinion reposent sur { $n } participants ; la méthode est fiable à partir de { $wanted }.
summary-uncertain-one_group = Aucun groupe d’opinion distinct n’a été trouvé.
summary-uncertain-no_stable_groups = Aucun groupe d’opinion stable n’a été trouvé : les positions diffèrent par degrés, ou l’on en sait trop peu pour distinguer des groupes.
summary-uncertain-stability_not_measured = La stabilité des groupes d’opinion n’a pas été mesurée.
summary-uncertain-suppressed = Les chiffres qui portent sur moins de { $limit } participants, et ceux dont on pourrait les déduire, ne sont pas affichés.
summary-added = La question { $ref } a été ajoutée par un participant, sur le paragraphe { $paragraph }.
summary-proposed = Formulé comme une proposition ; { $word ->
    [most] la plupart
    [many] beaucoup
    [some] certains
   *[few] peu
} des participants ayant pris position y sont favorables ({ $agree } sur { $sides } ; intervalle à 90 % de { $low } à { $high }).
summary-evidence = Un élément factuel a été joint ; il indique comme source : { $source }.
summary-evidence-bare = Un élément factuel a été joint sans indication de source.
summary-part-asked = Ce qui a été demandé
summary-part-meet = Où les points de vue se rejoignent
summary-part-differ = Où les points de vue divergent
summary-part-uncertain = Ce qui est incertain
summary-part-added = Questions ajoutées
summary-part-proposed = Actions proposées
summary-part-evidence = Éléments factuels
summary-source-question = Question { $ref }
summary-source-perspective = Point de vue { $number } sur la question { $ref }
summary-source-counts = Décompte de la question { $ref }
summary-source-common_ground = Terrain d’entente de la question { $ref }
summary-source-divide = Clivages de la question { $ref }
summary-source-notes = Remarques sur le paysage des opinions de la question { $ref }
summary-source-evidence = Élément factuel sur la question { $ref }
summary-gone-erased = [effacé par son auteur]
summary-gone-withdrawn = [retiré par son auteur]
summary-gone-withheld = [n’est plus affiché]
summary-gone-evidence = [n’est plus joint]
# Page
summary-title = Résumé de la présidence
summary-of = Résumé de la présidence : { $title }
summary-responsibility = Sous la responsabilité de la présidence ; texte non négocié. Chaque phrase indique ce sur quoi elle s’appuie, ou qu’elle est formulée par la présidence elle-même.
summary-own-words = Formulé par la présidence
summary-none = Aucun résumé n’est encore publié.
summary-published-on = publié le { $date }
summary-unpublished = non publié
summary-unsaved = projet non enregistré
summary-version-line = version { $version }, chiffres du { $date }
summary-withdrawn = { $n ->
    [one] Une réponse a été retirée
   *[other] { $n } réponses ont été retirées
} depuis le relevé de ces chiffres. Le résumé garde ses chiffres.
summary-sources = Sources
summary-label-state = État
summary-label-figures = Chiffres arrêtés au
summary-label-version = Version
summary-download-docx = Word
summary-download-html = Un fichier HTML
summary-download-json = Données (JSON)
summary-download-full = Dossier complet, pour les auditeurs et le secrétariat (zip)
summary-full-hint = Il contient chaque réponse sous un pseudonyme : gardez-le comme une liste de personnes. Chaque chiffre peut en être recalculé :
summary-download-record = Dossier public (zip)
summary-edit = Modifier
summary-coverage = Couverture
summary-versions = Versions
summary-publish = Publier la version { $version }
summary-draft = Nouveau projet à partir du dialogue
summary-draft-hint = Un projet devient une nouvelle version. Les phrases formulées par la présidence sont reprises ; les phrases modifiées restent dans la version précédente.
summary-back = Retour au résumé
# Rédaction
summary-edit-title = Modifier le résumé de la présidence
summary-edit-lead = Les phrases modifiées gardent leurs liens. Une phrase sans source est marquée comme formulée par la présidence. Une phrase vide est supprimée. Enregistrer crée une nouvelle version.
summary-overtaken = Quelqu’un a enregistré une autre version entre-temps. Ce que vous avez saisi figure ci-dessous et n’est pas encore enregistré ; l’enregistrer en fera la version la plus récente.
summary-sentence = Phrase
summary-place = Rang dans sa partie
summary-remove = Supprimer
summary-unlink = Retirer ses sources : formulé par la présidence
summary-add = Ajouter une phrase
summary-add-part = Partie
summary-add-text = Phrase formulée par la présidence
summary-save = Enregistrer comme nouvelle version
# Couverture et versions
summary-coverage-title = Couverture du résumé
summary-coverage-lead = Ce qui a été dit et n’a laissé aucune trace dans la version la plus récente.
summary-coverage-questions = Questions
summary-coverage-questions-caption = Chaque question, ce qui en a été dit, et ce que le résumé en dit au-delà de la question elle-même
summary-coverage-delegations = Délégations
summary-coverage-delegations-lead = Seules les contributions nominatives sont comptées : dire qu’une autre est citée révélerait son auteur.
summary-coverage-delegations-caption = Chaque délégation, les points de vue donnés en son nom, et combien sont cités
summary-coverage-paragraphs = Paragraphes
summary-coverage-paragraphs-caption = Chaque paragraphe auquel un point de vue est rattaché
summary-coverage-paragraphs-none = Aucun point de vue n’est rattaché à un paragraphe.
summary-column-question = Question
summary-column-delegation = Délégation
summary-column-paragraph = Paragraphe
summary-column-perspectives = Points de vue
summary-column-cited = Cités
summary-column-sentences = Phrases
summary-column-trace = Trace
summary-column-saved = Enregistrée le
summary-column-do = Publier
summary-trace = dans le résumé
summary-no-trace = aucune trace
summary-nothing-said = rien de nominatif
summary-versions-title = Versions du résumé
summary-versions-caption = Toutes les versions, la plus récente en tête
summary-from = Version antérieure
summary-to = Version ultérieure
summary-compare = Comparer
summary-differences = De la version { $from } à la version { $to }
summary-differences-none = Aucune phrase ne diffère.
summary-difference-added = ajoutée
summary-difference-removed = supprimée
summary-difference-changed = modifiée
record-face-unknown = Cette face du dossier n’existe pas. Demandez face=public ou face=full.
summary-publish-ask = Publier la version { $version } …
summary-publish-lead = Dès lors, tout le monde peut lire cette version. Elle reste dans les actes ; une version ultérieure peut la remplacer.
summary-published-now = La version { $version } est publiée : tout le monde peut la lire.
summary-current = ce que voient les lecteurs
summary-publish-again = Publier de nouveau la version { $version } …
summary-silent = personne ne s’est exprimé
