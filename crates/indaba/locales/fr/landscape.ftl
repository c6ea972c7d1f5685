landscape-title = Paysage des opinions
landscape-of-question = Question { $reference }
landscape-computing = en cours de calcul
landscape-computing-lead = Le premier paysage de tant de réponses demande un instant. Cette page l’affiche dès qu’il est prêt.
landscape-state-none = personne n’a encore répondu
landscape-state-waiting = ont répondu jusqu’ici : { $n } ; les résultats s’affichent à partir de { $k } réponses à un point de vue
landscape-state-few = pas encore assez de réponses pour former des groupes : { $n } sur { $of }
landscape-state-no-groups = aucun groupe ne peut être affiché
landscape-state-one = pas de groupes stables parmi { $n } participants
landscape-state-groups = { $groups ->
    [one] un groupe d’opinion parmi { $n } participants
   *[other] { $groups } groupes d’opinion parmi { $n } participants
}
landscape-from = { $responses ->
    [one] { $responses } réponse
   *[other] { $responses } réponses
} de { $participants ->
    [one] { $participants } participant
   *[other] { $participants } participants
}
landscape-computed = calculé le { $at }
landscape-published = publié le { $at }
landscape-renewed = renouvelé quand au moins { $k } participants de plus ont répondu à un point de vue
landscape-without-code = { $n ->
    [0] chaque participant avait un code ou fait partie d’une délégation
    [one] un participant est venu sans code
   *[other] { $n } participants sont venus sans code
}
landscape-map = Carte des opinions
landscape-map-group = groupe { $id } avec { $n } participants
landscape-map-desc = Les participants qui ont répondu de la même façon sont proches. { $groups }
landscape-map-caption = Deux points proches : des réponses semblables. Un anneau contient environ 80 % d’un groupe.
landscape-map-caption-rings = Plus deux groupes sont éloignés, plus leurs réponses diffèrent. Un anneau contient environ 80 % d’un groupe.
landscape-map-caption-line = D’un bout à l’autre : plus deux points sont éloignés, plus les réponses diffèrent. La hauteur ne signifie rien, elle ne fait que séparer les points. Un anneau contient environ 80 % d’un groupe.
landscape-no-map = Il n’y a pas de carte : aucune ne peut être montrée sans désigner quelqu’un.
landscape-ellipses-show = Montrer avec quelle certitude chaque participant est placé
landscape-ellipses-hide = Montrer la carte sans ellipses
landscape-ellipses-legend = Une petite ellipse est l’endroit où se trouve un participant avec 80 % de certitude ; ellipses tracées : { $n } sur { $of }.
landscape-ellipses-width = Ellipse typique : largeur, en part de la carte
landscape-ellipses-height = Ellipse typique : hauteur, en part de la carte
landscape-as-table = En tableau
landscape-of-whom = Qui
landscape-agree = D’accord
landscape-pass = Sans avis
landscape-disagree = Pas d’accord
landscape-hidden = non affiché
landscape-participants = Participants
landscape-ground = Terrain d’entente
landscape-ground-lead = Ce que soutiennent tous les groupes et blocs affichés ici. La barre est l’intervalle où se trouve le soutien (90 %) ; le trait marque la moitié.
landscape-ground-lead-all = Ce que soutiennent les participants. La barre est l’intervalle où se trouve le soutien (90 %) ; le trait marque la moitié.
landscape-left-out = { $n ->
    [one] { $n } des { $of } blocs déclarés est trop petit pour être affiché ; le terrain d’entente n’en tient pas compte.
   *[other] { $n } des { $of } blocs déclarés sont trop petits pour être affichés ; le terrain d’entente n’en tient pas compte.
}
landscape-ground-firm = { $n } des { $of } premiers le resteraient même si un participant de plus sur vingt arrivait, tous pour en pousser d’autres.
landscape-ground-none = Rien n’est encore soutenu par l’ensemble avec certitude.
landscape-divides = Clivages
landscape-divides-lead = Là où des groupes ou des blocs s’opposent : l’un est sûrement au-dessus de la moitié, l’autre au-dessous.
landscape-divides-none = Aucun clivage n’est encore sûr.
landscape-divides-nobody = Il n’y a ni groupes ni blocs à comparer.
landscape-uncertain = Incertain
landscape-uncertain-lead = Peut-être un terrain d’entente, peut-être pas. En premier viennent ceux que le moins de réponses en plus trancheraient.
landscape-not-shown = { $n ->
    [one] Un autre groupe ou bloc a trop peu répondu pour être affiché.
   *[other] { $n } autres groupes ou blocs ont trop peu répondu pour être affichés.
}
landscape-groups = Groupes d’opinion
landscape-everybody = Tous les participants
landscape-group = Groupe { $id }
landscape-group-size = Groupe { $id } · { $n ->
    [one] { $n } participant
   *[other] { $n } participants
}
landscape-stable = Les groupes sont stables.
landscape-stable-few = Les groupes sont stables dans les réponses actuelles. Avec moins de { $n } participants, ils peuvent changer quand certains arrivent ou partent.
landscape-not-stable = Les groupes ne sont pas stables : avec quelques participants de moins, ils seraient différents.
landscape-stability = Stabilité { $share }
landscape-agrees = d’accord
landscape-disagrees = pas d’accord
landscape-so-of = { $n } sur { $of }
landscape-blocs = Soutien par bloc déclaré
landscape-blocs-caption = Part des réponses favorables parmi celles qui prennent position
landscape-perspective = Point de vue
landscape-more = { $n ->
    [one] Un point de vue de plus se trouve dans les chiffres (JSON).
   *[other] { $n } points de vue de plus se trouvent dans les chiffres (JSON).
}
landscape-majority = Ce sur quoi la plupart répondent de même
landscape-most-agree = la plupart sont d’accord
landscape-most-disagree = la plupart ne sont pas d’accord
landscape-notes = Avant de lire les chiffres
landscape-note-no-variation = Tous ont répondu de la même façon : il n’y a pas de carte.
landscape-note-too-few-to-tell = Les réponses sont trop peu nombreuses, ou trop mêlées, pour dire qui est proche de qui : il n’y a pas de carte.
landscape-note-one-axis = Un seul axe suffit pour situer les participants : un second n’en dirait pas plus.
landscape-note-one-group = Tous les participants sont au même endroit : il y a un seul groupe.
landscape-note-no-stable-groups = Pas de groupes stables : les participants diffèrent par degrés, ou l’on en sait trop peu pour distinguer des groupes.
landscape-note-same-answers = { $n } participants ont répondu de façon plus semblable que par hasard : exactement la même chose, ou d’après une même liste. Ce peut être une liste convenue, ou une même personne plusieurs fois. Toutes leurs réponses comptent dans les chiffres et les intervalles ; mais elles ne dessinent pas la carte et ne décident pas de l’ordre du terrain d’entente.
landscape-note-groups-given = Les groupes sont des étiquettes données à { $n } participants ; ils n’ont pas été déduits des réponses.
landscape-note-labels-unknown = Les étiquettes de { $n } participants qui n’ont pas répondu ont été laissées de côté.
landscape-note-letters-kept = Les groupes gardent la lettre qu’ils avaient, pour autant que la plupart de leurs participants y sont restés. Dans les chiffres (JSON) et dans le dossier, les lettres suivent la taille des groupes.
landscape-note-stability = Cette méthode ne mesure pas si les groupes sont stables. Un autre jour, ou quelques participants de plus, peuvent en donner d’autres.
landscape-note-suppressed = Rien n’est affiché sur moins de { $k } participants, ni rien dont on pourrait le déduire.
landscape-download-html = Rapport en un seul fichier (HTML)
landscape-download-json = Chiffres (JSON)
landscape-since-title = Ce qui a bougé
landscape-since-none = Il n’y a encore rien d’antérieur à quoi comparer. Quand des résultats seront publiés de nouveau, ils pourront être comparés aux précédents.
landscape-since-published = Comparer avec ce qui a été publié le
landscape-since-any = Comparer avec l’état à ce moment (UTC)
landscape-since-compare = Comparer
landscape-since-no-time = Ce n’est pas une date avec une heure. Choisissez de nouveau, par exemple 2026-11-24 09:30.
landscape-since-then = Avant
landscape-since-now = Maintenant
landscape-since-behind = Sur quoi cela repose
landscape-since-responses = Réponses
landscape-since-more-now = De plus maintenant
landscape-since-map-then = Carte des opinions, avant
landscape-since-map-now = Carte des opinions, maintenant
landscape-since-maps = Les deux cartes ont la même orientation et la même échelle. Une même lettre ne désigne pas forcément un même groupe : un groupe se reconnaît à sa place.
landscape-since-groups = Les groupes, alors et maintenant
landscape-since-group-same = { $group } correspond maintenant à ce qui était { $others } : la plupart de ses participants y sont restés.
landscape-since-group-split = { $group } est maintenant issu de ce qui était { $others }.
landscape-since-group-merged = { $group } réunit maintenant ce qui était { $others }.
landscape-since-group-new = { $group } réunit maintenant des participants qui n’étaient alors dans aucun groupe.
landscape-since-group-gone = Personne de ce qui était { $group } n’est maintenant dans un groupe.
landscape-since-group-went = Les participants de ce qui était { $group } sont maintenant dans { $others }.
landscape-since-lead = On compare le soutien dans le groupe ou le bloc qui soutient le moins un point de vue, chaque fois avec son intervalle (90 %). Il a sûrement bougé là où les deux intervalles n’ont rien en commun. Groupes et blocs sont ceux de chaque moment : celui qui est affiché pour la première fois, ou dont on sait peu, peut rendre incertain le soutien le plus faible.
landscape-since-risen = Sûrement en hausse
landscape-since-fallen = Sûrement en baisse
landscape-since-gained = Nouveau dans le terrain d’entente
landscape-since-lost = N’est plus sûrement un terrain d’entente
landscape-since-not-comparable = Non comparable : ce ne sont pas les mêmes groupes ou blocs qui sont masqués
landscape-since-nothing = Aucun.
landscape-since-not-listed = { $n ->
    [one] Un de plus n’est pas énuméré.
   *[other] { $n } de plus ne sont pas énumérés.
}
landscape-since-all = Tous les points de vue comparables
landscape-since-caption = Soutien le plus faible parmi les groupes et les blocs, avec son intervalle (90 %)
landscape-since-verdict = Ce qui a bougé
landscape-since-is-risen = sûrement en hausse
landscape-since-is-fallen = sûrement en baisse
landscape-since-is-unsure = sans mouvement sûr
landscape-since-is-new = non affiché avant
landscape-since-is-gone = non affiché maintenant
landscape-since-less = { $n ->
    [one] Un autre point de vue a moins bougé.
   *[other] { $n } autres points de vue ont moins bougé.
}
landscape-since-shown = Deux paysages publiés sont comparés. Rien n’est montré qu’ils n’aient montré.
landscape-since-stood = L’état antérieur est calculé à partir des réponses d’alors, avec les points de vue, les blocs et la modération d’aujourd’hui.
landscape-since-withheld = À la clôture du dialogue, des réponses de moins de { $k } participants se sont ajoutées à certains points de vue. Ce qui en était affiché avant n’est pas mis en regard.
landscape-hall = Projeter dans la salle
landscape-method = Méthode
landscape-method-polis = Les participants sont placés par une analyse en composantes principales de leurs réponses et groupés par k-moyennes (méthode « polis »). Le soutien est (d’accord + 1) / (d’accord + pas d’accord + 2) ; « sans avis » n’est pas un désaccord. Les intervalles sont ceux de Wilson à 90 %. Le terrain d’entente suit l’ordre de la borne inférieure du soutien le plus faible.
landscape-method-indaba = Les participants sont placés par un modèle de la probabilité que chacun soit d’accord, sans avis ou pas d’accord (points idéaux, méthode « indaba ») ; là où quelqu’un n’a pas répondu, rien n’est supposé. Les groupes d’opinion ne sont affichés que s’ils se retrouvent quand on laisse de côté une partie des participants. Le soutien est (d’accord + 1) / (d’accord + pas d’accord + 2) ; « sans avis » n’est pas un désaccord. Les intervalles sont ceux de Wilson à 90 %. Le terrain d’entente suit l’ordre du soutien trouvé d’un bout à l’autre de la carte. Ce qui est marqué comme clivage ou comme tenu par un groupe dépasse le hasard (5 % de fausses découvertes au plus).
hall-title = Salle
hall-answered = { $n ->
    [one] a répondu
   *[other] ont répondu
}
hall-responses = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
bloc-role-origin = Pays d’origine
bloc-role-transit = Pays de transit
bloc-role-destination = Pays de destination
bloc-kind-state = États
bloc-kind-intergovernmental = Organisations intergouvernementales
bloc-kind-city = Villes
bloc-kind-civil_society = Société civile
bloc-kind-diaspora = Diasporas et organisations de migrants
bloc-kind-employers = Organisations d’employeurs
bloc-kind-union = Syndicats
bloc-kind-academia = Établissements universitaires
