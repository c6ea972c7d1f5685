secretariat-title = Secrétariat
pager = Pages de cette liste
pager-earlier = Précédents
pager-later = Suivants
choose = Choisir…
choose-none = Aucun
show = Afficher
label-name = Nom
label-kind = Type
label-country = Pays ou région
label-roles = Rôles dans la migration
label-groups = Groupes de négociation
label-group = Au nom du groupe de négociation
label-language = Langue
label-observer = Observation : lit et s’exprime, ses réponses ne sont pas comptées
label-role = Rôle
label-delegation = Délégation
label-for = Pour qui (votre note)
label-until = Valable jusqu’au
label-action = Action
label-question = Question
label-attribution = Attribution
label-paragraph = Sur le paragraphe
label-matters = Compte le plus
label-reason = Motif
label-code = Code
label-made = Créé
label-when = Quand
label-what = Objet
label-decision = Décision
label-title = Titre
label-state = État
label-participation = Qui peut participer
label-moderation = Modération
label-face = Dossier publié
reason-needed = Un motif est nécessaire : il fait partie du dossier. Rien n’a été modifié.
health-delegations = Délégations
health-members = Membres ayant un compte
health-persons = Participants sans délégation
health-without-code = dont sans code d’accès
health-perspectives = Points de vue publiés
health-responses = Réponses
overview-room = Dans la salle
overview-moderation = Modération
overview-people = Qui participe
overview-dialogue = Le dialogue
overview-questions = Questions
overview-pages = Pages
overview-entry = Saisir
overview-hall = Salle
overview-print = Version papier
overview-landscape = Paysage
queue-length = { $n ->
    [0] Aucune décision en attente.
    [one] { $n } contribution est à examiner.
   *[other] { $n } contributions sont à examiner.
}
queue-many = Plus de 100 contributions sont à examiner.
silent-title = Pas encore entendues
silent-none = Chaque délégation s’est exprimée ou a répondu.
delegations-title = Délégations
delegations-count = { $n ->
    [0] Aucune délégation accréditée
    [one] { $n } délégation
   *[other] { $n } délégations
}
delegations-add = Ajouter une délégation
delegations-accredit = Accréditer
delegations-lead = Choisissez un nom pour modifier la description d’une délégation ou pour la retirer.
delegation-describe = Modifier sa description
delegation-observer-hint = Quand « observateur » change, les membres changent avec : ils deviennent observateurs, ou bien chef (le premier venu) et délégués. Les liens pas encore utilisés prennent fin. Les résultats comptent la délégation telle qu’elle est décrite maintenant.
delegation-keep = Conserver
delegation-name-taken = Une autre délégation est, ou a été, accréditée sous le nom « { $found } ». Rien n’a été modifié.
delegation-remove = La retirer du dialogue
delegation-access-ends = { $n ->
    [0] Elle n’a pas de membre. Les liens en attente prennent fin.
    [one] Son membre est déconnecté et n’a plus accès dès maintenant. Les liens en attente prennent fin.
   *[other] Ses { $n } membres sont déconnectés et n’ont plus accès dès maintenant. Les liens en attente prennent fin.
}
delegation-deleted-before = Elle n’a encore rien apporté. Elle est supprimée, avec ses projets et ses déclarations préparées.
delegation-withdrawn-before = Ce qu’elle a apporté est retiré : { $perspectives ->
    [one] { $perspectives } point de vue quitte les pages
   *[other] { $perspectives } points de vue quittent les pages
}, { $responses ->
    [one] { $responses } réponse ne compte plus
   *[other] { $responses } réponses ne comptent plus
}, { $attachments ->
    [one] { $attachments } élément factuel est enlevé.
   *[other] { $attachments } éléments factuels sont enlevés.
} Le dossier complet le garde, marqué comme retiré. Projets et déclarations préparées sont supprimés. Accréditée de nouveau sous le même nom, la délégation repart à zéro.
delegation-questions-stay = { $n ->
    [one] La question qu’elle a ajoutée reste, car d’autres y répondent.
   *[other] Les { $n } questions qu’elle a ajoutées restent, car d’autres y répondent.
}
delegation-erase = L’effacer plutôt
delegation-erase-hint = Si la délégation le demande. Rien de ce qu’elle a apporté n’est gardé, pas même dans le dossier complet ; un point de vue auquel d’autres ont répondu garde sa place avec « effacé par son auteur ». C’est définitif.
delegation-reason-hint = Il est gardé dans le dossier complet, pas dans un dossier public : savoir quelle délégation est partie pourrait dire de qui sont les points de vue retirés.
delegation-remove-now = La retirer
groups-hint = Plusieurs, séparés par un point-virgule.
csv-delegations-title = Délégations depuis un fichier
csv-delegations-hint = CSV en UTF-8 avec les colonnes name, kind, country, roles, groups, observer, lang. Le nom et le type sont nécessaires. Le pays est un code M49 de l’ONU à trois chiffres ; plusieurs rôles ou groupes sont séparés par un point-virgule ; observer vaut yes ou no.
csv-perspectives-title = Premiers points de vue depuis un fichier
csv-perspectives-hint = CSV en UTF-8 avec les colonnes question, delegation, text, lang, paragraph, attribution, on_behalf_of. Les trois premières sont nécessaires ; la délégation est nommée comme elle est accréditée.
csv-file = Fichier CSV
csv-read = Lire le fichier
csv-no-file = Choisissez d’abord un fichier.
csv-refused = Le fichier n’a pas été accepté
csv-nothing-kept = Rien n’en a été conservé. Corrigez ces endroits et envoyez-le de nouveau.
csv-line = Ligne { $line } : { $why }
csv-place = Ligne { $line }, colonne { $column } : { $why }
csv-name-taken = une délégation « { $found } » est déjà accréditée ; retirez la ligne.
csv-name-twice = « { $found } » figure déjà à la ligne { $allowed } ; retirez l’une des deux.
csv-question = il n’y a pas de question publiée « { $found } » ; écrivez sa référence, par exemple 10.1.
csv-delegation = aucune délégation ne s’appelle « { $found } » ; accréditez-la d’abord, ou écrivez le nom accrédité.
csv-group = la délégation n’appartient pas à « { $found } » ; ses groupes sont : { $allowed }.
csv-text-said = ce texte figure déjà sous la question ; retirez la ligne.
csv-text-twice = le même texte figure déjà à la ligne { $allowed } ; retirez l’une des deux.
csv-paragraph = le document n’a pas de paragraphe « { $found } » ; écrivez son numéro imprimé ou laissez la cellule vide.
csv-empty = la cellule est vide alors qu’elle est nécessaire ; remplissez-la.
csv-word = « { $found } » n’est pas connu ; écrivez l’un de ces mots : { $allowed }.
csv-country = « { $found } » n’est pas un code M49 de l’ONU ; écrivez trois chiffres, par exemple 155, ou laissez la cellule vide.
csv-long = le texte a { $found } caractères ; abrégez-le à { $allowed } au plus.
csv-encoding = la ligne n’est pas du texte UTF-8 ; enregistrez le fichier en « CSV UTF-8 » et envoyez-le de nouveau.
csv-too-many = un fichier a { $found } lignes au plus ; divisez-le.
csv-cells = la ligne a { $found } cellules et l’en-tête { $allowed } ; mettez entre guillemets un texte qui contient une virgule.
csv-nothing = il n’y a aucune ligne sous l’en-tête ; ajoutez-en au moins une.
csv-results = une liste de { $allowed } résultats au plus est attendue, et non { $found } ou autre chose ; placez les autres dans le texte de l’évaluation.
csv-column-twice = la colonne figure deux fois dans l’en-tête ; retirez-en une.
csv-column-unknown = « { $found } » n’est pas une colonne de ce fichier ; les colonnes sont : { $allowed }.
csv-column-missing = la colonne manque dans l’en-tête ; la première ligne devrait être : { $allowed }.
members-title = Membres et liens
members-invite = Inviter quelqu’un
members-lead = Le lien sert une fois et reste valable { $n } jours. Il s’affiche une seule fois ; aucun courriel n’est envoyé.
members-make = Créer le lien
members-heads = Créer un lien pour chacune d’elles
members-without = { $n ->
    [one] { $n } délégation n’a ni membre ni lien.
   *[other] { $n } délégations n’ont ni membre ni lien.
}
members-waiting = Liens pas encore utilisés
members-no-links = Aucun.
members-withdraw = Retirer
members-list = Membres
members-none = Personne n’a encore utilisé de lien.
members-change-lead = Un changement prend effet aussitôt. Une délégation garde au moins un chef ; si le secrétariat enlève le dernier, il reçoit un lien pour un nouveau chef.
members-change = Modifier…
members-role-keep = Changer le rôle
members-remove = Enlever : l’accès prend fin maintenant
members-last-head = C’est le dernier chef de la délégation. Donnez d’abord ce rôle à un autre membre. Rien n’a été modifié.
members-last-secretariat = C’est le dernier membre du secrétariat. Invitez d’abord quelqu’un d’autre. Rien n’a été modifié.
members-role = Choisissez un rôle que vous pouvez donner. Rien n’a été créé.
members-delegation = Choisissez la délégation pour ce rôle. Rien n’a été créé.
members-observer-delegation = Cette délégation est observatrice : ses membres ont le rôle d’observation. Rien n’a été créé.
members-not-observer = Seuls les membres d’une délégation observatrice ont ce rôle. Rien n’a été créé.
links-title = Liens à remettre
links-once = Ces liens s’affichent maintenant et ne s’afficheront plus. Imprimez-les ou copiez-les ; chacun sert une fois, dans les { $n } jours.
links-none = Chaque délégation a un membre ou un lien en attente.
qr-link = Code QR du lien
qr-code = Code QR du code d’accès
codes-title = Codes d’accès
codes-came = { $persons ->
    [one] { $persons } participant sans délégation
   *[other] { $persons } participants sans délégation
}, { $without ->
    [one] dont { $without } sans code.
   *[other] dont { $without } sans code.
}
codes-budget = D’un même réseau, { $n } personnes peuvent venir sans code ; au-delà, un code est nécessaire.
codes-raise = Relever la limite
codes-good = { $n ->
    [one] { $n } code valable
   *[other] { $n } codes valables
}
codes-make = Créer des codes
codes-count = Combien
codes-uses = Participants par code
codes-uses-hint = 1 pour un code remis à une personne ; davantage pour une affiche ou une table.
codes-label = Étiquette (votre note)
codes-print = Créer et afficher pour impression
codes-numbers = Créez de 1 à { $count } codes à la fois, chacun pour 1 à { $uses } participants. Rien n’a été créé.
codes-list = Codes
codes-none = Aucun code.
codes-used = Utilisé
codes-of = { $n } sur { $most }
codes-aside = Mise à l’écart
codes-set-aside = Mettre à l’écart…
codes-set-aside-now = Mettre à l’écart : ses participants ne comptent plus
codes-was-set-aside = { $at } : { $reason }
codes-take-in = Reprendre…
codes-take-in-now = Reprendre : ses participants comptent de nouveau
batches-title = Feuilles de codes
batches-lead = Codes créés et imprimés ensemble. Une feuille copiée ou perdue peut être mise à l’écart entière, en une fois.
batches-set-aside = Mettre toute la feuille à l’écart…
batches-set-aside-now = Mettre à l’écart : les participants de tous ses codes ne comptent plus
batches-take-in = Reprendre la feuille…
code-sheet-title = Codes d’accès à imprimer
code-sheet-lead = Imprimez cette page et coupez le long des lignes. Le code QR ouvre le dialogue avec le code déjà saisi.
problem-code-gone = Ce code n’existe pas, ou c’est déjà décidé. Rien n’a été modifié.
moderation-title = Modération
moderation-waiting = À examiner
moderation-refused = Refusées
moderation-empty = Il n’y a rien ici.
moderation-reports = { $n ->
    [one] { $n } signalement
   *[other] { $n } signalements
}
moderation-all-seen = Tout ce qui n’est pas signalé sur cette page peut rester
object-perspective = Point de vue
object-question = Question ajoutée
object-attachment = Élément factuel
object-code = Code d’accès
object-codes = Feuille de codes d’accès
object-delegation = Délégation
case-published = publié
case-pending = en attente de publication
case-refused = refusé
decide-publish = Publier
decide-refuse = Refuser
decide-restore = Rétablir
decide-keep = Laisser, clore les signalements
decided-publish = publication
decided-refuse = refus
decided-restore = rétablissement
decided-keep = maintien, signalements clos
decided-set_aside = mise à l’écart
decided-deleted = suppression
decided-departed = retrait du dialogue
decided-erased = effacement
problem-decision = Cette décision n’est pas connue. Rien n’a été modifié.
problem-moderated = On ne peut plus décider de cette contribution : son auteur l’a retirée, ou elle figure dans le document. Rien n’a été modifié.
alike-title = Presque identiques
alike-lead = Points de vue publiés dont les termes sont presque les mêmes. Seules les lettres sont comparées : à vous de juger si le sens est le même.
alike-none = Aucune paire de points de vue presque identiques pour cette question.
alike-share = Semblables à { $share }
alike-side = N° { $number }, { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
alike-reason = Dit la même chose que le n° { $number }
alike-refuse = Refuser le n° { $number }
decisions-title = Décisions
decisions-lead = Chaque décision fait partie du dossier, avec son motif.
decisions-none = Pas encore de décision.
entry-title = Ce qui se dit dans la salle
entry-say = Qui dit quoi
entry-text = Ce qui est dit
entry-hint = 400 caractères au plus. La touche Entrée publie, avec la mention d’une saisie par le secrétariat.
entry-more = Groupe et paragraphe
entry-publish = Publier
entry-last = Les cinq dernières saisies
entry-none = Aucune pour l’instant.
entry-number = N° { $number }
entry-correct = Corriger
entry-withdraw = Retirer
entry-delegation = Choisissez la délégation. Rien n’a été conservé.
entry-group = La délégation n’appartient pas à ce groupe. Rien n’a été conservé.
entry-paragraph = Le document n’a pas de paragraphe de ce numéro. Rien n’a été conservé.
entry-twice = Le même texte figure déjà sous cette question. Il n’a pas été saisi une seconde fois.
entry-answered = D’autres y ont répondu, ou ce point de vue a été retiré : ses termes restent. Retirez-le et saisissez-le de nouveau.
wording-empty = Le texte est vide. Rien n’a été conservé.
wording-long = Le texte a plus de 400 caractères ; abrégez-le. Rien n’a été conservé.
responses-title = Réponses au nom d’une délégation
responses-none = Il n’y a pas encore de point de vue auquel répondre.
responses-keep = Conserver les réponses
answer-agree = D’accord
answer-pass = Sans avis
answer-disagree = Pas d’accord
answer-none = Sans réponse
problem-delegation = Choisissez une délégation qui n’est pas observatrice. Rien n’a été conservé.
sheets-title = Saisir les feuilles papier
sheets-label = Une ligne par feuille
sheets-hint = Le numéro, puis a pour « d’accord », d pour « pas d’accord », p pour « sans avis » ; * ensuite pour « compte le plus » : 1a 2d 3p*. Des lettres à la suite répondent aux numéros suivants : 1adp* dit la même chose, et - en saute un. Commencez par le numéro de la feuille si elle en a un, par exemple #128U 1a 2d : la même feuille, saisie de nouveau, remplace alors la saisie précédente. Puis « Nom : » pour la feuille d’une délégation ; sinon la feuille est celle d’un nouveau participant.
sheets-keep = Conserver les feuilles
sheets-nothing-kept = Rien n’a été conservé. Corrigez ces endroits :
sheets-place = Ligne { $line }, caractère { $column } : { $why }
sheets-name = aucune délégation qui répond ne s’appelle « { $found } » ; écrivez le nom accrédité.
sheets-number = « { $found } » n’est précédé d’aucun numéro ; écrivez par exemple 1a.
sheets-key = « { $found } » n’est pas une réponse ; écrivez a, d, p ou - après le numéro.
sheets-star = * suit une réponse ; écrivez par exemple 3p*.
sheets-unknown = aucun point de vue publié n’a le numéro { $found } ; voyez la version papier.
sheets-twice = le numéro { $found } a deux réponses ; gardez-en une.
sheets-empty = la ligne n’a pas de réponse ; écrivez par exemple 1a 2d.
sheets-many = { $found } feuilles au plus à la fois ; envoyez le reste ensuite.
sheets-serial = « { $found } » n’est pas un numéro de feuille : un chiffre ou la lettre est faux. Regardez de nouveau la feuille.
sheets-serial-unknown = aucune feuille au numéro « { $found } » n’a été imprimée pour ce dialogue ; regardez de nouveau la feuille.
sheets-serial-twice = la feuille { $found } figure déjà à une ligne précédente ; retirez l’une des deux.
sheets-same = La ligne { $line } dit la même chose qu’une feuille saisie dans les { $minutes } dernières minutes. Rien n’a été conservé. Si c’est la même feuille, retirez la ligne.
sheets-sure = Ce sont d’autres feuilles : les conserver aussi
sheets-none = Saisissez au moins une feuille.
sheets-named-only = Ce dialogue est réservé aux délégations : commencez chaque ligne par le nom de la délégation et un deux-points. Rien n’a été conservé.
print-title = Question { $ref } sur papier
print-lead = Cochez une case par ligne, et « compte le plus » s’il y a lieu. Remettez la feuille au secrétariat.
print-number = N°
print-perspective = Point de vue
print-sheet = Feuille
print-numbered = Imprimer des copies numérotées
print-numbered-lead = Chaque copie a son numéro, saisi avec elle : une feuille compte alors une seule fois, et la saisir de nouveau la corrige. Ne photocopiez pas une feuille numérotée.
print-copies = Combien de copies
print-number-them = Les numéroter et les afficher pour impression
problem-copies = Numérotez de 1 à { $n } copies à la fois. Rien n’a été créé.
statements-title = Déclarations préparées
statements-lead = Déposez une déclaration sous forme de texte ou de fichier, puis marquez-y les points de vue.
statements-list = Déclarations
statements-none = Aucune pour l’instant.
statement-title = Déclaration préparée
statement-file = Fichier (DOCX, PDF, HTML, Markdown, texte)
statement-text = ou son texte
statement-bring = L’apporter
statement-empty = Il n’y a pas de texte. Saisissez-le ou choisissez un fichier. Rien n’a été conservé.
statement-refused = Le fichier n’a pas été lu et rien n’a été conservé : { $reason }
statement-marked = Déjà marqués
statement-mark = Marquer des points de vue
statement-mark-lead = Cochez un passage et abrégez-le si besoin : un point de vue compte 400 caractères au plus. Les passages cochés figureront sous la question choisie.
statement-tick = Le passage { $n } est un point de vue
statement-wording = Termes du passage { $n }
statement-publish = Reprendre ce qui est coché
statement-said = Le passage { $n } figure déjà sous cette question. Rien n’a été conservé.
statement-passage = Passage { $n } : { $why }
statement-none = Cochez au moins un passage.
settings-title = Dates, règles et limites
settings-lead = Ce que vous modifiez ici est annoncé à tout le monde sur la page du dialogue.
settings-times = Dates
settings-opens = Ouverture (UTC ; vide : dès que l’état est « ouvert »)
settings-closes = Clôture (UTC ; vide : quand vous clôturez)
settings-rules = Règles
settings-more-only = L’attribution et le dossier publié ne peuvent changer que vers plus de protection, car chacun a contribué sous la règle en vigueur.
settings-limits = Limites
settings-contact = À qui les participants peuvent s’adresser au sujet de leurs données
settings-keep = Modifier
settings-told = Ce qui a été annoncé
set-state-preparing = En préparation : visible des délégations et du secrétariat seulement
set-state-open = Ouvert
set-state-closed = Clos : lisible, rien ne peut être modifié
moderation-after = Après publication
moderation-before = Avant publication
face-aggregates = Des comptes : aucune réponse isolée
face-rows = Chaque réponse sous un nouveau pseudonyme, après la clôture
limit-network_participants = Participants sans code d’un même réseau
limit-network_responses = Réponses sans code d’un même réseau
limit-code_responses = Réponses par un même code d’accès
limit-disclosure_inside = Dans le dialogue, rien n’est affiché sur moins de participants que
limit-disclosure_public = En public, rien n’est affiché sur moins de participants que
limit-threshold_some = « Certains » à partir de (pour cent)
limit-threshold_many = « Beaucoup » à partir de (pour cent)
limit-threshold_most = « La plupart » à partir de (pour cent)
settings-word = L’un des choix n’est pas connu. Rien n’a été modifié.
settings-moment = Une date ne peut pas être lue : écrivez 2026-11-24T09:00 (UTC). Rien n’a été modifié.
settings-number = Les limites sont des nombres entiers. Rien n’a été modifié.
settings-thresholds = Les trois seuils montent de « certains » à « beaucoup » puis « la plupart », entre 1 et 100 pour cent. Rien n’a été modifié.
settings-disclosure = Les limites de divulgation ne peuvent qu’être relevées : chacun a contribué sous la limite en vigueur. Rien n’a été modifié.
settings-attribution-weaker = L’attribution ne peut changer que vers plus de protection. Rien n’a été modifié.
settings-face-weaker = Le dossier publié ne peut changer que vers plus de protection : des réponses isolées vers des comptes, pas l’inverse. Rien n’a été modifié.
settings-not-back = Un dialogue qui a été ouvert peut être clos, mais pas remis en préparation. Rien n’a été modifié.
settings-order = La clôture précède l’ouverture. Rien n’a été modifié.
settings-past = La date de clôture est déjà passée. Pour clore maintenant, choisissez l’état « clos ». Rien n’a été modifié.
notice-opens_at = Le dialogue ouvrira désormais le { $at }.
notice-opens_at-none = Le dialogue n’a plus de date d’ouverture fixe.
notice-closes_at = Le dialogue sera désormais clos le { $at }.
notice-closes_at-none = Le dialogue n’a plus de date de clôture fixe.
notice-state-preparing = Le dialogue est en préparation.
notice-state-open = Le dialogue a été ouvert.
notice-state-closed = Le dialogue a été clos.
notice-participation-delegations = Le dialogue est désormais réservé aux délégations.
notice-participation-code = Sans délégation, un code d’accès est désormais nécessaire pour entrer.
notice-participation-open = Le dialogue est désormais ouvert à toutes et à tous.
notice-moderation-after = Les contributions sont désormais publiées aussitôt et examinées ensuite.
notice-moderation-before = Les contributions sont désormais examinées avant leur publication.
notice-attribution-named = Les contributions sont affichées avec le nom.
notice-attribution-by_category = Les contributions sont désormais affichées par catégorie, y compris les précédentes.
notice-attribution-unattributed = Les contributions sont désormais sans attribution, y compris les précédentes.
notice-attribution-off_the_record = Les contributions sont désormais confidentielles, y compris les précédentes.
notice-face-aggregates = Le dossier publié contient désormais des comptes, et aucune réponse isolée.
notice-face-rows = Le dossier publié contient chaque réponse sous un nouveau pseudonyme.
notice-budget = D’un même réseau, { $n } participants peuvent désormais venir sans code.
notice-package = L’ensemble { $n } est maintenant l’ensemble de travail.
notice-decision = Décision { $n } sur un ensemble : { $state }.
done-accredited = { $n ->
    [one] { $n } délégation a été accréditée.
   *[other] { $n } délégations ont été accréditées.
}
done-perspectives = { $n ->
    [one] { $n } point de vue a été publié.
   *[other] { $n } points de vue ont été publiés.
}
done-withdrawn = { $n ->
    [0] Le lien avait déjà été utilisé ou retiré.
   *[other] Le lien n’est plus valable.
}
done-set-aside = { $n ->
    [one] Le code est mis à l’écart ; les résultats ne comptent plus les participants venus avec ce code.
   *[other] { $n } codes sont mis à l’écart ; les résultats ne comptent plus les participants venus avec ces codes.
}
done-taken-in = { $n ->
    [one] Le code est repris ; les résultats comptent les participants venus avec ce code.
   *[other] { $n } codes sont repris ; les résultats comptent les participants venus avec ces codes.
}
done-described = Conservé. Les résultats comptent la délégation telle qu’elle est décrite maintenant.
done-deleted = La délégation est supprimée.
done-departed = La délégation est retirée du dialogue, ainsi que ce qu’elle a apporté.
done-erased = La délégation et ce qu’elle a apporté sont effacés.
done-role = Le rôle est changé.
done-removed = Le membre est enlevé et déconnecté.
done-decided = La décision est conservée, avec son motif, dans le dossier.
done-seen = { $n ->
    [one] { $n } point de vue a été marqué comme examiné.
   *[other] { $n } points de vue ont été marqués comme examinés.
}
done-entered = Publié.
done-corrected = Modifié.
done-answers = { $n ->
    [0] Rien n’avait changé.
    [one] { $n } réponse a été conservée.
   *[other] { $n } réponses ont été conservées.
}
done-sheets = { $n ->
    [one] { $n } feuille conservée
   *[other] { $n } feuilles conservées
}{ $again ->
    [0] .
    [one] , dont { $again } à la place de ce qui avait été saisi.
   *[other] , dont { $again } à la place de ce qui avait été saisi.
}
done-marked = { $n ->
    [one] { $n } point de vue a été repris.
   *[other] { $n } points de vue ont été repris.
}
done-settings = Modifié ; chacun en est informé sur la page du dialogue.
entry-closed = Le dialogue est clos : plus rien ne peut être saisi. Qui le conduit peut le rouvrir dans les réglages.
entry-withdraw-ask = Retirer …
done-taken-back = Retiré : plus personne ne le voit. Pour le rétablir, saisissez-le de nouveau.
members-withdraw-ask = Retirer …
members-withdraw-lead = Le lien cesse aussitôt et ne peut plus être montré.
silent-nobody = Aucune délégation n’est encore accréditée.
overview-record = Dossier complet, tel que ce bureau peut l’avoir (zip)
