skip = Aller au contenu
nav-dialogue = Dialogue
nav-paper = Document
nav-questions = Questions
nav-delegation = Notre délégation
nav-summary = Résumé
nav-secretariat = Secrétariat
nav-me = Mes données
nav-help = Aide
sign-in = Se connecter
sign-out = Se déconnecter
simulated = Dialogue simulé : chaque délégation, nom et contribution est inventé, comme chaque chiffre hors des Corridors.
simulated-short = simulé
role-visitor = Sans compte
role-participant = Participant(e)
role-observer = Observateur(trice)
role-adviser = Conseiller(ère)
role-delegate = Délégué(e)
role-head = Chef de délégation
role-rapporteur = Rapporteur(se)
role-auditor = Auditeur(trice)
role-secretariat = Secrétariat
role-operator = Secrétariat de ce serveur
participation-delegations = Pour les délégations
participation-code = Pour les délégations et pour toute personne munie d’un code d’accès
participation-open = Ouvert à toutes et à tous
kind-state = État
kind-intergovernmental = Organisation intergouvernementale
kind-city = Ville
kind-civil_society = Organisation de la société civile
kind-diaspora = Organisation de la diaspora ou de migrants
kind-employers = Organisation d’employeurs
kind-union = Syndicat
kind-academia = Établissement universitaire
position-origin = Pays d’origine
position-transit = Pays de transit
position-destination = Pays de destination
attribution-named = Nominative
attribution-by_category = Par catégorie
attribution-unattributed = Sans attribution
attribution-off_the_record = Confidentielle
value-agree = D’accord
value-pass = Sans avis
value-disagree = Pas d’accord
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
date = { $day ->
    [1] 1er
   *[other] { $day }
} { $month } { $year }
moment = { $date }, { $time } UTC
minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
hours = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
state-open = ouvert
state-preparing = en préparation
state-closed = clos
state-closes-in = se termine dans { $time }
state-opens-in = s’ouvre dans { $time }
home-title = Dialogues
home-lead = Les délégations et les participants répondent aux questions d’un document de référence, voient où les points de vue se rejoignent et où ils divergent, puis lisent le résumé de la présidence avec ses sources.
home-none = Aucun dialogue n’est encore ouvert ici.
home-open = Ouvrir un dialogue à partir d’un document
shortcuts-title = Découvrir un rôle
shortcuts-lead = Ceci est une démonstration sur cette machine. Un clic suffit pour se connecter.
dialogue-lead = Chaque paragraphe garde son numéro imprimé. Choisissez une question pour y répondre, ou un paragraphe pour lire ce qui en a été dit.
dialogue-questions = Questions
dialogue-paper = Le document
workshop-number = Atelier { $n }
question-number = Question { $ref }
question-progress = { $perspectives ->
    [0] aucun point de vue
    [one] { $perspectives } point de vue
   *[other] { $perspectives } points de vue
} · { $responses ->
    [one] { $responses } réponse
   *[other] { $responses } réponses
} · { $delegations ->
    [one] { $delegations } délégation a répondu
   *[other] { $delegations } délégations ont répondu
}
paragraph-title = Paragraphe { $number }
paragraph-said = { $n ->
    [one] { $n } point de vue
   *[other] { $n } points de vue
}
paragraph-what = Ce qui en a été dit
paragraph-nothing = Rien pour l’instant.
problems-title = Problèmes que l’API peut signaler
problems-lead = Chaque problème a un nom, qui ne change pas, et un texte dans la langue de la requête ; le « type » d’une réponse mène ici. Ce que l’on peut demander, et comment :
problem-title = L’opération n’a pas abouti
problem-not-found = Cette page n’existe pas. L’adresse est peut-être incomplète ; rien n’a été modifié.
problem-method = Cette adresse n’accepte pas ce genre de requête. Rien n’a été modifié ; la description de l’API dit lesquelles elle accepte.
problem-sign-in = Connectez-vous d’abord. Rien n’a été modifié.
problem-forbidden = Votre rôle ne le permet pas, ou le formulaire venait d’un autre site. Rien n’a été modifié. Le secrétariat peut changer les rôles.
problem-internal = Une erreur s’est produite sur le serveur. Rien de votre envoi n’a été conservé ; réessayez dans un instant.
problem-not-kept = Votre réponse n’a pas pu être conservée. Réessayez dans un moment.
problem-not-open-yet = Le dialogue ne reçoit pas encore de contributions. Rien n’a été conservé.
problem-closed = Le dialogue est clos et ne reçoit plus de contributions. Rien n’a été conservé.
problem-invitation = Ce lien a déjà servi ou a expiré. Demandez-en un nouveau à la personne qui vous l’a envoyé.
problem-upload = Le fichier n’est pas arrivé en entier. Rien n’a été conservé ; renvoyez-le.
problem-upload-large = Le fichier dépasse la taille acceptée (12 Mo). Rien n’a été conservé.
problem-form = Le formulaire n’est pas arrivé tel que cette page l’envoie : un champ manque ou ne peut pas être lu. Rien n’a été conservé ; revenez en arrière et renvoyez-le.
problem-id = Indiquez ce numéro au secrétariat : { $id }
problem-back = Retour
sign-in-title = Se connecter
sign-in-lead = Pour les délégations et le secrétariat. Dans un dialogue ouvert, aucun compte n’est nécessaire pour répondre.
sign-in-name = Nom de connexion
sign-in-password = Mot de passe
sign-in-wrong = Le nom et le mot de passe ne correspondent pas. Réessayez, ou demandez un nouveau lien.
invitation-title = Votre lien
invitation-lead = Avec ce lien, vous participez en qualité de : { $role }. Il ne sert qu’une fois.
invitation-lead-delegation = Avec ce lien, vous participez pour { $delegation } en qualité de : { $role }. Il ne sert qu’une fois.
invitation-name = Votre nom (visible pour votre délégation et le secrétariat)
invitation-password-hint = Au moins { $n } caractères. Une phrase convient bien.
invitation-accept = Participer
invitation-empty = Le nom et le nom de connexion sont nécessaires.
invitation-short = Le mot de passe doit avoir au moins { $n } caractères.
invitation-taken = Ce nom de connexion est déjà pris ; choisissez-en un autre.
open-title = Ouvrir un dialogue à partir d’un document
open-lead = Apportez le document de référence en Markdown, DOCX, HTML ou PDF. Vous voyez ce qui a été compris et pouvez le corriger ; rien n’est créé avant votre confirmation.
open-file = Le document
open-read = Lire le document
open-no-file = Choisissez d’abord un fichier.
open-refused = Le document n’a pas été lu et rien n’a été conservé : { $reason }
open-understood = Ce qui a été compris
open-counts = { $paragraphs ->
    [one] { $paragraphs } paragraphe
   *[other] { $paragraphs } paragraphes
}, { $workshops ->
    [one] { $workshops } atelier
   *[other] { $workshops } ateliers
}, { $questions ->
    [one] { $questions } question directrice
   *[other] { $questions } questions directrices
}.
open-doubts = Passages à vérifier
open-paper-title = Titre
open-symbol = Cote
open-date = Date (année-mois-jour)
open-language = Langue du document
open-slug = Nom dans l’adresse
open-outline = Paragraphes et questions
open-outline-hint = Une ligne chacun : « # titre » ouvre un atelier, « 12. texte » est un paragraphe avec son numéro imprimé, « ? texte » est une question directrice sous le paragraphe qui précède ; « # » seul ouvre les paragraphes de conclusion.
open-confirm = Créer le dialogue
open-line = La ligne { $line }, « { $text } », est illisible : elle doit commencer par un numéro avec un point et une espace, par « # » ou par « ? », et aucun numéro ne peut figurer deux fois. Rien n’a été créé.
open-no-question = Il n’y a pas encore de question directrice : marquez-en au moins une avec « ? » sous un paragraphe d’un atelier. Rien n’a été créé.
open-slug-taken = Un autre dialogue porte déjà ce nom dans l’adresse ; choisissez-en un autre. Rien n’a été créé.
open-slug-wrong = Le nom dans l’adresse compte de 2 à 60 lettres a-z, chiffres et tirets. Rien n’a été créé.
help-title = Aide
help-take-part-title = Participer
help-take-part = Ouvrez un dialogue, choisissez une question et répondez à un point de vue à la fois : d’accord, sans avis ou pas d’accord. Vous pouvez signaler ce qui compte le plus, ajouter votre propre point de vue, et tout modifier ou retirer jusqu’à la clôture.
help-delegation-title = Pour les délégations
help-delegation = La ou le chef de délégation reçoit un lien et invite les membres. Les conseillères et conseillers rédigent, la ou le chef approuve, les déléguées et délégués s’expriment. Un point de vue peut être donné au nom d’un groupe de négociation.
help-answers-title = Ce qui compte
help-answers = Votre dernière réponse compte. « Sans avis » n’est pas un désaccord. Ce que les autres ont répondu s’affiche après votre réponse.
help-attribution-title = Qui sait ce que vous avez dit
help-attribution = Chaque dialogue indique si les contributions sont nominatives, par catégorie, sans attribution ou confidentielles. Pour une contribution, vous pouvez demander plus de protection, jamais moins.
help-landscape-title = Le paysage des opinions
help-landscape = La carte rapproche les participants qui ont répondu de la même façon. Le terrain d’entente est ce que soutiennent tous les groupes d’opinion et tous les blocs déclarés. Rien n’est affiché sur un nombre trop faible de participants.
help-data-title = Vos données
help-data = Sous « Mes données », vous voyez, emportez et effacez ce que vous avez donné.
help-secretariat-title = Pour le secrétariat
help-secretariat = Ouvrez un dialogue à partir d’un document, accréditez les délégations, imprimez les codes d’accès, saisissez ce qui est dit dans la salle, modérez avec des motifs, et publiez le résumé de la présidence avec ses sources.
refused-empty = le fichier est vide. Choisissez de nouveau le document.
refused-no-text = le fichier ne contient pas de texte. S’il a été numérisé, son texte doit d’abord être reconnu.
refused-unknown-format = le fichier n’est ni Markdown, ni DOCX, ni HTML, ni PDF, ni texte simple. Enregistrez-le dans l’un de ces formats.
refused-not-this = le fichier n’est pas ce que dit son nom. Ouvrez-le dans le programme qui l’a créé et enregistrez-le de nouveau.
refused-encoding = le texte est illisible dans son codage. Enregistrez le fichier en UTF-8 et réessayez.
refused-too-much = le fichier contient plus qu’il n’en faut à un document. Apportez le document seul, sans images ni annexes.
refused-too-deep = des parties du fichier sont imbriquées plus profondément que dans tout document. Ouvrez-le, enregistrez-le en texte simple et réessayez.
refused-dtd = le fichier définit ses propres entités, dont aucun document n’a besoin. Enregistrez-le en texte simple et réessayez.
refused-damaged = le fichier est endommagé. Ouvrez-le dans le programme qui l’a créé, enregistrez-le et réessayez.
refused-encrypted = le fichier est chiffré. Enregistrez-le sans mot de passe et réessayez.
refused-stopped = sa lecture demande plus de mémoire ou de temps qu’aucun document, et elle a été arrêtée.
refused-start = le lecteur n’a pas pu démarrer sur le serveur. Prévenez qui le gère.
doubt-no-title = Aucun titre n’a été trouvé : saisissez-le.
doubt-title = Le titre a été choisi parmi plusieurs lignes : est-ce le bon ?
doubt-language = La langue n’a pas pu être reconnue : choisissez-la.
doubt-date = La date est incertaine : vérifiez-la.
doubt-no-questions = Aucune question directrice n’a été trouvée : marquez-les par « ? ».
doubt-announcement = Quel paragraphe annonce ces questions ?
doubt-not-a-question = Il n’y a pas de point d’interrogation : est-ce une question ?
doubt-missing-questions = Le paragraphe annonce des questions, mais aucune ne suit.
doubt-numbering = Un numéro manque, se répète ou n’est pas dans l’ordre.
doubt-joined = Deux morceaux de texte ont été réunis : forment-ils un seul paragraphe ?
doubt-structure = Le début ou la fin d’une partie du document est incertain.
doubt-left-out = Un élément du fichier a été laissé de côté.
doubt-at = { $place } : { $what }
home-erased = Vos données ont été effacées et vous êtes déconnecté.
open-session = Session
open-subtitle = Sous-titre
