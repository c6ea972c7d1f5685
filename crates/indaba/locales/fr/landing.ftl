landing-title = Zones d’accord
landing-verdict-found = { $measures ->
    [one] Une mesure améliore
   *[other] { $measures } mesures ensemble améliorent
} la situation de { $better } parties sur { $parties }, en laisse { $equal } inchangées et n’en dégrade aucune : un gain total de { $total }.
landing-verdict-found-below = { $measures ->
    [one] Une mesure améliore
   *[other] { $measures } mesures ensemble améliorent
} la situation de { $better } parties sur { $parties }, en laisse { $equal } inchangées et n’en dégrade aucune au total : un gain total de { $total }. { $cells ->
    [one] { $cells } case (partie × domaine) est au-dessous du statu quo, de { $most }.
   *[other] { $cells } cases (partie × domaine) sont au-dessous du statu quo, de { $most } au plus.
}
landing-verdict-none = Aucun ensemble de mesures ne respecte toutes les contraintes avec cette tolérance : c’est prouvé.
landing-verdict-least = La plus petite tolérance pour laquelle il en existe un est { $tolerance }.
landing-verdict-never = Aucun ensemble de mesures ne respecte toutes les contraintes, quelle que soit la tolérance : c’est prouvé.
landing-plain-no-measures = Il n’y a aucune mesure, donc aucun ensemble possible. Ajoutez les mesures parmi lesquelles choisir.
landing-plain-no-parties = Il n’y a aucune partie : aucun effet ne compte et tous les ensembles se valent. Ajoutez les parties pour lesquelles les effets comptent.
landing-plain-no-spheres = Il n’y a aucun domaine : aucun effet ne compte et tous les ensembles se valent. Ajoutez les domaines dans lesquels les effets sont comptés.
landing-plain-no-effects = Aucune mesure n’a d’effet autre que 0 : tout ensemble laisse chaque partie dans sa situation actuelle. Ajoutez l’effet de chaque mesure sur chaque partie.
landing-plain-all-barred = Aucune mesure ne peut faire partie d’un ensemble, quels que soient ses effets. Modifiez une ligne rouge, une relation entre mesures ou le budget.
landing-plain-out-of-reach = { $claim }. Toutes les mesures possibles réunies donnent { $most } au plus. Abaissez ce seuil, ou ajoutez des mesures ou des effets.
landing-plain-barred = { $measure } ne peut faire partie d’aucun ensemble. Ce qui s’y oppose : { $claim }
landing-plain-barred-needs = { $measure } ne peut faire partie d’aucun ensemble, car cette mesure exige { $needs }. Ce qui s’oppose à leur réunion : { $claim }
landing-barred = { $n ->
    [one] Une mesure ne peut faire partie d’aucun ensemble
   *[other] { $n } mesures ne peuvent faire partie d’aucun ensemble
}
landing-verdict-unknown = Aucun ensemble n’a été trouvé dans le temps imparti. Il peut en exister un.
landing-tolerance = Dans un domaine, une partie peut perdre au plus { $tolerance } par rapport au statu quo.
landing-tolerance-none = Aucune partie ne peut perdre par rapport au statu quo, dans aucun domaine.
landing-packages = Ensembles de mesures
landing-objective = Le meilleur selon
landing-objective-total = le gain total
landing-objective-count = le nombre de parties gagnantes
landing-objective-nash = l’équité des parts (Nash)
landing-objective-maxmin = la partie qui gagne le moins
landing-measures = Mesures
landing-total = Total
landing-better = Gagnantes
landing-least = Gagne le moins
landing-status = Certitude
landing-status-optimal = optimal : prouvé
landing-status-within = à { $gap } % de la borne
landing-status-found = trouvé ; l’écart au meilleur n’est pas connu
landing-status-none = il n’en existe aucun : prouvé
landing-status-not-found = aucun trouvé dans le temps imparti
landing-heat = Qui gagne où
landing-heat-caption = Gain de chaque partie dans chaque domaine. Hachuré et marqué ± : entre le bas et le haut, le signe peut changer.
landing-party = Partie
landing-bars = Qui gagne combien
landing-bars-caption = La barre indique le gain probable, le trait va du bas au haut.
landing-alternatives = Autres possibilités
landing-alternatives-caption = Ensembles à moins de { $share } % du meilleur total, aussi différents que possible.
landing-alternatives-core = { $n ->
    [one] { $n } mesure commune à tous
   *[other] { $n } mesures communes à tous
}
landing-frontier = Arbitrages
landing-frontier-worst_party = Total et gain de la partie qui gagne le moins
landing-frontier-cost = Total et coût
landing-frontier-worst_sphere = Total et domaine qui gagne le moins
landing-frontier-status-quo = statu quo
landing-prices = Ce que coûtent les lignes rouges
landing-price-of = Sans
landing-price-red_line = la ligne rouge de { $who }
landing-price-bloc = les lignes rouges du bloc : { $who }
landing-price-veto = toutes les exigences de { $who } (le plus petit nombre de parties qui retiennent le total)
landing-price = Gain
landing-strip = Mesures retenues ou non
landing-strip-caption = Dedans : dans chaque ensemble ci-dessus. À la limite : dans certains. Dehors : dans aucun.
landing-strip-one = Dedans : dans cet ensemble. Dehors : pas dedans.
landing-strip-same = Tous les ensembles ci-dessus ont les mêmes mesures.
landing-strip-in = Dedans
landing-strip-borderline = À la limite
landing-strip-out = Dehors
landing-curve = Meilleur total selon la tolérance
landing-curve-tolerance = Tolérance
landing-why = Pourquoi pas { $measure } ?
landing-why-lost = Le meilleur ensemble qui la contient gagne { $lost } de moins.
landing-why-impossible = Elle est impossible, à cause de :
landing-robust = Si les effets sont autres
landing-robust-text = Dans { $share } % de { $draws } tirages entre le bas et le haut, l’ensemble respecte encore toutes les contraintes.
landing-sphere = Domaine
landing-robust-parties = Combien de fois une partie tombe au-dessous du statu quo au total.
landing-robust-spheres = Combien de fois un domaine tombe au-dessous du statu quo au total.
landing-robust-share = Part des tirages
landing-robust-veiled = Les parties dont les chiffres sont confidentiels n’y figurent pas.
landing-robust-never = { $n ->
    [one] { $n } autre partie
   *[other] { $n } autres parties
}
landing-robust-all = { $n ->
    [one] { $n } partie
   *[other] { $n } parties
}
landing-strip-shares = Le pourcentage : combien de fois une mesure figure dans un bon ensemble quand les effets sont tirés entre le bas et le haut.
landing-matrix = Quelle mesure est dans quel ensemble
landing-measure = Mesure
landing-no-file = Le résultat est encore en cours de calcul, il n’y a donc pas encore de fichier. Réessayez dans une minute.
landing-nothing = –
landing-stuck = Ce qui fait obstacle
landing-stuck-caption = Ces exigences ne peuvent pas être respectées toutes ensemble. Sans l’une quelconque d’entre elles, les autres le peuvent.
landing-concessions = Les moindres concessions
landing-concessions-caption = L’ensemble qui demande le moins de points au-dessous de tous les planchers. Une mesure acceptée malgré une ligne rouge compte pour un point.
landing-concessions-points = Points
landing-concessions-where = Où
landing-claim-some = au moins une mesure
landing-claim-party = { $who } au total : pas au-dessous du statu quo
landing-claim-sphere = le domaine { $sphere } au total : pas au-dessous du statu quo
landing-claim-cell = { $who } dans le domaine { $sphere } : au moins { $floor }
landing-claim-red-line = ligne rouge de { $who } : au total au moins { $floor }
landing-claim-red-line-sphere = ligne rouge de { $who } dans le domaine { $sphere } : au moins { $floor }
landing-claim-red-line-measure = ligne rouge de { $who } : sans { $measure }
landing-claim-relation = la dépendance entre ces mesures : { $measures }
landing-claim-budget = un budget de { $budget }
landing-verdict-shared = { $measures ->
    [one] Une mesure ne laisse
   *[other] { $measures } mesures ensemble ne laissent
} personne plus mal loti : un gain de { $total } au total. Sur { $parties } parties montrées par leur nom, { $better } y gagnent.
landing-verdict-shared-below = { $measures ->
    [one] Une mesure ne laisse
   *[other] { $measures } mesures ensemble ne laissent
} aucune partie plus mal lotie au total : un gain de { $total } en tout. Sur { $parties } parties montrées par leur nom, { $better } y gagnent. { $cells ->
    [0] Aucune de leurs cases (partie × domaine) n’est au-dessous du statu quo.
    [one] { $cells } de leurs cases (partie × domaine) est au-dessous du statu quo, de { $most }.
   *[other] { $cells } de leurs cases (partie × domaine) sont au-dessous du statu quo, de { $most } au plus.
}
landing-verdict-veiled-below = { $measures ->
    [one] Une mesure ne laisse
   *[other] { $measures } mesures ensemble ne laissent
} aucune partie plus mal lotie au total. { $cells ->
    [0] Aucune case (partie × domaine) des parties montrées par leur nom n’est au-dessous du statu quo.
    [one] { $cells } case (partie × domaine) des parties montrées par leur nom est au-dessous du statu quo, de { $most }.
   *[other] { $cells } cases (partie × domaine) des parties montrées par leur nom sont au-dessous du statu quo, de { $most } au plus.
}
landing-verdict-veiled = { $measures ->
    [one] Une mesure ne laisse
   *[other] { $measures } mesures ensemble ne laissent
} personne plus mal loti.
landing-low = Au plus bas
landing-likely = Probable
landing-high = Au plus haut
landing-cost = Coût
landing-table = En tableau
landing-bloc = Bloc
landing-own = votre côté
landing-others = Autres parties
landing-together = { $n } parties ensemble
landing-veiled = Les parties qui gardent leurs chiffres confidentiels sont montrées en somme, au moins trois ensemble.
landing-concessions-veiled = Celles dont les chiffres sont confidentiels n’y figurent pas.
landing-prices-caption = De combien le plus grand total augmente sans elles.
landing-claim-confidential = une limite confidentielle
landing-axis-worst_party = Gain le plus faible d’une partie
landing-axis-cost = Coût
landing-axis-worst_sphere = Total le plus faible d’un domaine
landing-why-possible = Elle peut faire partie d’un ensemble.
landing-why-in = Elle en fait partie.
landing-why-nothing-lost = Rien n’est perdu avec elle : elle peut faire partie d’un ensemble aussi bon.
landing-working = Calcul en cours : { $part } ({ $n } sur { $of }). Vous pouvez partir et revenir.
landing-unfinished = Le temps était écoulé avant que ceci ne soit calculé en entier : { $parts }.
landing-part-packages = ensembles
landing-part-curve = tolérances
landing-part-alternatives = variantes
landing-part-robustness = effets incertains
landing-part-prices = prix des lignes rouges
landing-part-frontier = arbitrages
landing-so-far = Plus grand total jusqu’ici : { $value }.
landing-so-far-bound = Plus grand total jusqu’ici : { $value } ; aucun ne dépasse { $bound }.
landing-cut = Arrêté avant la fin : ce qui a été trouvé jusque-là est ici, et des parties peuvent manquer.
landing-stop = Arrêter ici
landing-stop-hint = Ce qui est trouvé jusqu’ici est gardé, pour tout le monde. Vous pourrez relancer le calcul plus tard.
landing-again = Relancer le calcul
landing-refused = Pas de résultat : les relations des mesures se contredisent. Le secrétariat peut y remédier.
landing-busy = Trop de résultats sont en cours de calcul. Revenez dans une minute.
landing-no-measures = Aucune mesure n’a encore été proposée : il n’y a rien à chercher.
landing-no-parties = Aucune délégation dont les effets comptent n’est encore accréditée : personne n’a donc à gagner ni à perdre.
landing-no-effects = Personne n’a encore dit ce que font les mesures : aucun ensemble n’apporte donc de gain.
landing-no-effects-shared = On ne sait pas encore ici ce que font les mesures : aucun effet n’est public, et les effets confidentiels ne sont partagés que lorsqu’au moins { $n } délégations en ont.
landing-no-gains = Tous les effets connus jusqu’ici valent 0 : aucun ensemble n’apporte donc de gain.
landing-one-party = Seuls les effets d’une partie sont connus jusqu’ici : il n’y a encore rien à mettre en balance entre parties.
landing-way-delegations = Accréditer des délégations
landing-way-experts = Choisir une mesure et saisir ce qu’en disent des experts
landing-ask-jump = Demander : une autre tolérance, pourquoi pas une mesure, une hypothèse
landing-compare-few = Il n’y a pas encore deux ensembles à comparer. Dès que des zones d’accord sont trouvées ou des ensembles gardés, on peut les choisir ici.
landing-note-all = À partir de tous les chiffres actuels, confidentiels compris. Qui voit un ensemble que vous conservez peut en tirer des conclusions.
landing-note-public = À partir des seuls chiffres publics.
landing-note-shared = À partir des chiffres publics, et de chiffres confidentiels de { $n } délégations au { $at }.
landing-note-waits = Vos propres derniers chiffres y entreront avec ceux d’autres.
landing-as-if = Supposition : rien n’est enregistré.
landing-as-it-stands = Le résultat tel qu’il est
landing-as-if-total = Total par rapport au résultat actuel : { $n }.
landing-as-if-later = Le résultat actuel n’est pas encore là. Ce que l’hypothèse y change sera dit ici dès qu’il le sera.
landing-as-if-in = Entre : { $measures }.
landing-as-if-out = Sort : { $measures }.
landing-as-if-same = L’ensemble est le même.
landing-ask = Demander
landing-ask-tolerance = Avec une autre tolérance
landing-ask-why = Pourquoi pas cette mesure ?
landing-ask-drop = Comme si ces lignes rouges n’existaient pas
landing-ask-add = Comme si nous avions une autre ligne rouge
landing-ask-send = Calculer
landing-ask-add-for = Comme si une partie avait une autre ligne rouge
landing-asked-tolerance = Une tolérance est un nombre entier de 0 à { $tolerance }. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-why = Cette mesure n’existe pas ici. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-drop = Aucune ligne rouge que vous pouvez écarter ne porte ce nom : on peut écarter les siennes et celles qui sont publiées. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-many = Une hypothèse écarte ou ajoute { $most } lignes rouges au plus. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-add = Ce n’est pas une ligne rouge : elle nomme un domaine de ce dialogue ou le total avec un plancher de −{ $floor } à { $floor }, ou une mesure. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-add-party = Seul qui parle pour une partie peut supposer une ligne rouge, et seulement la sienne. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-whose = Choisissez une partie : de qui serait cette ligne rouge ? Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-where = Choisissez où le plancher doit valoir. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-asked-floor = Un plancher est un nombre entier de −{ $floor } à { $floor }. Rien n’a été calculé : le résultat est celui qui vaut actuellement.
landing-ask-hint = Cela figure dans l’adresse et n’est pas enregistré.
landing-line-of = { $who } : { $line }
landing-kept = Ensembles conservés
landing-kept-none = Aucun ensemble n’est encore conservé.
landing-working-package = ensemble de travail
landing-package = Ensemble
landing-alternative = variante { $n }
landing-alternative-name = Variante
landing-keep = Conserver un ensemble
landing-keep-hint = Il devient l’ensemble de travail du dialogue ; les précédents restent.
landing-keep-title = Titre
landing-keep-send = Conserver
landing-done-kept = L’ensemble est conservé.
landing-not-ready = Le résultat est encore en cours de calcul. Rien n’a été conservé ; réessayez dans une minute.
landing-no-package = Cet ensemble n’est pas dans ce résultat. Rien n’a été conservé.
landing-compare = Comparer des ensembles
landing-compare-one = L’un
landing-compare-other = L’autre
landing-compare-send = Comparer
landing-compare-only = Seulement ici
landing-compare-both = Dans les deux
landing-compare-stands = Une zone d’accord
landing-compare-yes = oui : il ne franchit aucune limite
landing-compare-no = non : il franchit une limite
landing-measures-n = { $n ->
    [0] Aucune mesure
    [one] Une mesure
   *[other] { $n } mesures
}
