attached-measure = mesure
nav-measures = Mesures
nav-landing = Zones d’accord

sphere-economic = économique
sphere-social = social
sphere-trade = commerce
sphere-labour = travail
sphere-cultural = culture
sphere-security = sécurité
sphere-development = développement
measures-title = Mesures
measures-lead = Actions possibles, chacune sous la question à laquelle elle répond. On y répond comme aux points de vue ; les délégations disent ce que ces actions leur feraient, et les zones d’accord cherchent des ensembles qui ne laissent personne plus mal loti.
measures-spheres = Domaines : { $spheres }.
measures-published = { $n } parties sur { $of } montrent à tous ce que les mesures leur font.
measures-mine = Les vôtres, pas encore sur la page
measures-none = Aucune mesure n’a encore été proposée.
measure-number = Mesure { $n }
measure-title = { $n } { $title }
measure-assess-title = Effets de la mesure { $n } : { $title }
measure-new = Proposer une mesure
measure-new-lead = Une action en une ligne, pour que les autres puissent dire oui ou non. Son contenu et son coût peuvent être précisés plus tard, tant que personne n’a dit ce qu’elle fait.
measure-label-title = La mesure en une ligne
measure-hint-title = 200 caractères au plus.
measure-label-detail = En quoi elle consiste
measure-label-cost = Coût
measure-hint-cost = Dans les points du dialogue ; vide s’il est inconnu.
measure-cost-of = coût { $cost }
measure-label-source = Source
measure-send = Proposer
measure-keep = Enregistrer
measure-proposed-by = Proposée par
measure-respond = Y répondre
measure-why = Pourquoi pas cette mesure ?
measure-assess = Ce qu’elle nous fait
measure-work-out = La préciser
measure-locked = Quelqu’un a dit ce que fait cette mesure : seul le secrétariat la modifie désormais.
measure-effects = Ce qu’elle fait, et à qui
measure-effects-lead = De −3 à 3. Les effets confidentiels ne figurent pas dans ce tableau.
measure-effects-caption = Effet probable, avec l’intervalle du plus bas au plus haut. Hachuré : le signe peut changer entre les deux.
measure-modelled = par un modèle
measure-effects-none = Personne n’a dit publiquement ce que fait cette mesure.
measure-said = { $n } avis, écart { $apart }
measure-reasons = Qui dit quoi, avec raisons et preuves ({ $n })
measure-question = Choisissez la question à laquelle répond la mesure.
measure-cost = Un coût est un nombre entier à partir de 0, ou vide.
measure-no-party = Cette page est pour les délégations dont les effets comptent. Les observateurs n’en font pas partie.
measure-done-published = La mesure est sur la page.
measure-done-pending = La mesure attend la modération.
measure-done-draft = La mesure est un projet de votre délégation.
measure-done-worked-out = Enregistré.
measure-done-assessed = Vos effets sont enregistrés.
measure-done-shown = Chacun peut maintenant le voir.
measure-done-kept = C’est maintenant confidentiel.
measure-done-line = La ligne rouge est fixée.
measure-done-line-gone = La ligne rouge est retirée.
measure-done-rules = Les règles sont enregistrées.
measure-done-related = Les relations sont enregistrées.
measure-done-entered = L’effet est enregistré.
measure-done-taken-over = Les effets du modèle sont inscrits.

effect-origin-own = la partie elle-même
effect-origin-expert = expert
effect-origin-literature = littérature
effect-origin-model = modèle
effect-enter = Saisir un effet d’un expert, de la littérature ou d’un modèle
effect-enter-hint = Il est public et sa source reste visible. Sans chiffre probable, ce que la même source a dit de cette case est retiré.
effect-label-origin = Type de source
effect-label-said-by = Nom de l’expert, de l’ouvrage ou du modèle
effect-label-sphere = Domaine
effect-label-reason = Raison
effect-label-evidence = Lien vers une preuve
effect-evidence-link = preuve
effect-send = Enregistrer
effect-score = Un effet est un nombre entier de −3 à 3, avec un chiffre probable.
effect-order = Le plus bas ne dépasse pas le probable, ni le probable le plus haut.
effect-evidence = Un lien commence par https:// ou http://.
effect-party = Choisissez une délégation qui n’est pas observatrice.
effect-sphere = Choisissez un des domaines du dialogue.
effect-origin = Dites d’où vient l’effet.
assess-lead = De −3 (bien pire) à +3 (bien mieux) par rapport au statu quo, pour votre côté. Vide signifie : non évalué ; les résultats comptent 0. Un chiffre probable seul compte comme certain.
assess-published = Chacun voit ce que vous dites ici.
assess-confidential = Ce que vous dites ici est confidentiel.
assess-why = Raison et preuve
assess-keep = Enregistrer
assess-next = Enregistrer, puis la mesure suivante
assess-overtaken = Rien n’est encore enregistré : entre-temps, votre délégation l’a changé dans { $spheres }. Ce que vous avez saisi est ici ; enregistrez à nouveau pour le mettre à la place.

figures-title = Nos effets et lignes rouges
figures-lead = Ce que les mesures font à votre côté, selon vous, et ce que votre côté ne peut accepter.
figures-published = Vos effets sont publiés : chacun les voit sous votre nom.
figures-confidential = Vos effets sont confidentiels : le secrétariat les voit, et les autres délégations seulement dans des sommes sur au moins trois autres parties. Ils entrent dans les résultats communs avec ceux d’autres, dès qu’au moins { $n } délégations ont de nouveaux chiffres.
figures-show = Publier nos effets
figures-keep = Les garder confidentiels
figures-far = { $n } mesures évaluées sur { $of }.
figures-no-measures = Aucune mesure n’est encore sur la page. Dès qu’il y en aura, vous direz ici ce qu’elles font à votre côté.
grid-title = Nos effets, par mesure et par domaine
grid-open = Évaluer toutes les mesures sur une page
grid-lead = Ce que chaque mesure fait à votre côté dans chaque domaine, de −3 (bien pire) à +3 (bien mieux) par rapport au statu quo. « – » veut dire non évalué : les résultats comptent 0. 0 veut dire que, selon vous, il n’y a pas d’effet.
grid-lead-range = Une fourchette figure entre parenthèses et s’élargit à un nouveau chiffre probable qui en sort ; un chiffre sans fourchette reste certain. « – » retire ce qui a été dit d’une case, avec sa raison et sa preuve.
grid-questions = Aller à la question
grid-caption = Effet probable, avec sa fourchette du plus bas au plus haut entre parenthèses.
grid-far = { $n } cases (mesure × domaine) évaluées sur { $of }.
grid-none = non évalué
grid-reason = avec raison
grid-wide = fourchette élargie
grid-more = Enregistrer, puis fourchette et raison
grid-save = Tout enregistrer
grid-done = { $n ->
    [0] Rien n’a été changé.
    [one] Une case est enregistrée.
   *[other] { $n } cases sont enregistrées.
}
grid-widened = { $n ->
    [one] Dans une case, la fourchette a été élargie au nouveau chiffre probable. Elle est signalée.
   *[other] Dans { $n } cases, la fourchette a été élargie au nouveau chiffre probable. Elles sont signalées.
}
grid-refused = { $n ->
    [one] Rien n’est encore enregistré : un chiffre ne peut être pris, et il est dit pourquoi. Tout ce que vous avez saisi est toujours là.
   *[other] Rien n’est encore enregistré : { $n } chiffres ne peuvent être pris, et il est dit pourquoi à chacun. Tout ce que vous avez saisi est toujours là.
}
grid-gone = La mesure ou le domaine n’existe plus, si bien que ceci ne peut être enregistré :
grid-overtaken = Entre-temps, votre délégation l’a changé en { $now }. Enregistrez à nouveau pour y mettre le vôtre.
grid-overtaken-none = Entre-temps, votre délégation l’a retiré. Enregistrez à nouveau pour y mettre le vôtre.
lines-title = Lignes rouges
lines-lead = Un plancher pour votre côté au total, un plancher dans un domaine, ou une mesure que vous ne pouvez accepter.
lines-none = Aucune ligne rouge.
line-total = au total au moins { $floor }
line-sphere = dans le domaine { $sphere } au moins { $floor }
line-measure = sans la mesure { $measure }
line-published = publiée
line-confidential = confidentielle
line-show = Publier
line-keep = Garder confidentielle
line-drop = Retirer
line-new = Fixer une ligne rouge
line-where = Où
line-where-total = au total
line-where-sphere = Dans un domaine
line-where-measure = Sans une mesure
line-label-floor = Plancher
line-hint-floor = 0 est le statu quo. Contre une mesure, aucun plancher n’est nécessaire.
line-label-publish = La publier
line-set = Fixer
line-too-many = C’est plus de lignes rouges qu’on n’en prend. Retirez-en une d’abord.
line-place = Dites où vaut la limite : au total, dans une sphère du dialogue, ou sans une mesure.
line-floor = Un plancher est un nombre entier.

rules-title = Domaines, tolérance et relations
rules-label-spheres = Domaines, un par ligne
rules-hint-spheres = Connus dans toutes les langues : { $known }. Les effets dans un domaine qui n’est plus listé ne comptent pas.
rules-label-tolerance = Tolérance
rules-hint-tolerance = De combien une partie peut descendre sous le statu quo dans un domaine. 0 est la lecture du document.
rules-label-budget = Budget
rules-hint-budget = Le plus que peut coûter un ensemble ; vide pour aucun.
rules-spheres = Au moins un domaine, au plus { $most }.
rules-tolerance = Une tolérance est un nombre entier de 0 à { $most }.
relations-title = Comment les mesures dépendent les unes des autres
relations-none = Aucune relation n’est saisie.
relation-requires = { $first } suppose { $measures }
relation-excludes = au plus une de { $measures }
relation-at_most = au plus { $k } de { $measures }
relation-synergy = { $measures } font plus ensemble
relation-kind = Choisissez un type de relation.
relation-kind-requires = la première suppose les autres
relation-kind-excludes = une au plus
relation-kind-at_most = un certain nombre au plus
relation-kind-synergy = ensemble elles font plus
relation-new = Ajouter une relation
relation-label-kind = Type
relation-label-measures = Numéros des mesures
relation-hint-measures = Par exemple 3, 7, 12.
relation-label-k = Combien au plus
relation-adds = Ce qu’ajoute une synergie
relation-adds-hint = De −3 à +3. Le bas et le haut peuvent rester vides : le chiffre probable est alors certain. Les lignes vides ne disent rien.
relation-adds-more = Plus de lignes pour une synergie
relation-twice = Cette partie et ce domaine figurent déjà dans une autre ligne.
relation-send = Ajouter
relation-drop = Enlever
relation-measures = Nommez au moins deux mesures de la page, par leurs numéros.
relation-k = Dites combien au plus.
relation-added = Dites pour qui, dans quel domaine et combien, de −3 à 3.
relation-contradiction = Ceci contredit une relation déjà présente. Rien n’a été modifié.

ledger-for = Notre bilan pour l’ensemble dont tout est parti
ledger-title = Notre bilan
ledger-lead = Ce que votre côté gagne et donne dans un ensemble, mesure par mesure, selon ce que vous dites maintenant et ce qui est public.
ledger-send = Afficher
ledger-sums = Par domaine
ledger-entries = Mesure par mesure
ledger-none = Aucune mesure de cet ensemble n’a d’effet sur vous.
ledger-no-package = Il n’y a pas encore d’ensemble : aucune zone d’accord n’est trouvée, et aucun n’est gardé.
ledger-breaks = Cet ensemble franchit vos lignes rouges
summary-part-measure = Mesures
summary-measures = { $n ->
    [one] Une mesure a été proposée sous cette question.
   *[other] { $n } mesures ont été proposées sous cette question.
}
summary-package = L’ensemble de travail en contient { $n ->
    [0] aucune
    [one] une
   *[other] { $n }
} : { $state }.
summary-package-none = aucune décision n’a été soumise aux délégations
summary-package-called = le consensus a été demandé
summary-package-objected = une délégation objecte
summary-package-silent = une procédure d’approbation tacite est en cours
summary-package-broken = une objection a rompu le silence
summary-package-polling = un vote indicatif est ouvert
summary-package-polled = un vote indicatif a eu lieu
summary-package-adopted = il a été adopté sans objection
summary-package-dropped = il a été abandonné
summary-source-measure = mesure sous la question { $ref }
summary-source-package = ensemble conservé { $n }
summary-gone-measure = n’est plus sur la page
attached-package = ensemble de travail
package-has = { $n ->
    [0] sans mesure de cette question
    [one] avec une mesure de cette question
   *[other] avec { $n } mesures de cette question
}
