attached-need = besoin
nav-exchange = Échanges
list-comma = {", "}
list-semicolon = {" ; "}
yes = Oui
no = Non
role-expert = Propose ses compétences
role-host = Institution d’accueil
role-focal_point = Point focal
role-broker = Intermédiaire
exchange-title = Échange de compétences
exchange-lead = Une institution dit ce dont elle a besoin ; une personne liée au pays le propose ; l’intermédiaire les met en relation, et chacune décide.
exchange-way-1 = Le besoin vient d’abord : ce qu’il y a à faire, pour combien de temps, aux côtés de qui, et ce qui doit rester.
exchange-way-2 = Les offres portent un pseudonyme. Personne ne voit de nom avant que les deux parties aient dit oui.
exchange-way-3 = L’intermédiaire propose une mise en relation et dit pourquoi les deux se correspondent. Un non reste silencieux.
exchange-way-4 = Après 3, 6 et 12 mois, l’institution d’accueil dit ce qui sert et ce que l’homologue a appris.
exchange-offer = Proposer ses compétences
exchange-need = Publier un besoin
exchange-institution = Votre institution cherche quelqu’un ? Demandez au secrétariat du dialogue un lien, avec lequel vous publiez le besoin.
exchange-institution-ask = Votre institution cherche quelqu’un ? Demandez au secrétariat un lien, avec lequel vous publiez le besoin : { $contact }
exchange-mine = Ma part dans les échanges
exchange-needs = Besoins ouverts
exchange-no-needs = Aucun besoin n’est ouvert pour le moment.
exchange-all-countries = Tous les pays
exchange-offers = { $n ->
    [one] { $n } offre est ouverte à tous.
   *[other] { $n } offres sont ouvertes à tous.
}
exchange-few-offers = Quelques offres sont ouvertes à tous.
exchange-offers-unseen = D’autres ne sont pas comptées ici : qui propose décide quels pays ne doivent jamais voir son offre.
exchange-account-title = Un compte pour proposer ses compétences
exchange-account-lead = Il faut un nom de connexion et un mot de passe ; ni courriel, ni téléphone. Votre identité vous est demandée plus tard ; elle est scellée et n’est montrée à personne avant que vous et l’institution d’accueil ayez tous deux dit oui.
exchange-account-name-hint = Choisissez un nom qui ne dise pas qui vous êtes.
exchange-account-password-hint = Au moins 12 caractères. Personne ne peut vous en envoyer un nouveau : gardez-le bien.
exchange-account-make = Créer le compte
exchange-account-have = J’ai déjà un compte
need-title = Ce qui est recherché, en une ligne
need-what = Le travail
need-terms = Termes de référence
need-people = Nombre de personnes
need-counterpart = Qui travaille aux côtés de l’expert et apprend
need-remains = Ce qui doit rester ensuite
need-support = Appui offert
need-host = L’institution
need-country = Pays
need-host-kind = Type d’institution
need-weeks = Étendue
need-work = { $weeks ->
    [one] { $weeks } semaine
   *[other] { $weeks } semaines
}, { $hours ->
    [one] { $hours } heure par semaine
   *[other] { $hours } heures par semaine
}
need-endorsed = Appuyé par
need-question = Sur la page de la question
need-months = Affiché pendant tant de mois
need-shown = Où il est affiché
need-form-title = Un besoin
need-form-lead = Partez de ce dont l’institution a besoin, non de qui pourrait venir. Le texte et les codes sont publics ; le nom de l’institution et de ses membres ne l’est pas.
need-licence = Autorisation d’exercer requise
need-send = Publier le besoin
need-keep-draft = Garder comme brouillon
need-draft-hint = Un brouillon n’a besoin que d’un titre. Il n’est montré à personne avant que vous ne le publiiez.
need-edit = Modifier
need-edit-hint = Si vous modifiez le travail, le lieu ou l’institution, les mises en relation où la personne a déjà dit oui prennent fin ; l’intermédiaire peut les proposer de nouveau.
need-withdraw = Retirer
need-withdraw-ask = Retirer …
need-withdraw-lead = Il n’est plus montré à personne, et les mises en relation en attente de réponse prennent fin.
need-endorse = Appuyer cette institution
need-endorse-end = Ne plus appuyer cette institution
need-host-hidden = Le nom de l’institution est donné une fois que les deux parties ont dit oui, ou plus tôt si l’intermédiaire le juge utile.
need-met = Satisfait : le travail est achevé
need-outcome = { $n ->
    [one] L’institution d’accueil a dit comment une mission s’est passée.
   *[other] L’institution d’accueil a dit comment { $n } missions se sont passées.
} { $used ->
    [0] Ce qui a été fait ne sert pas.
   *[other] Ce qui a été fait sert dans { $used } cas sur { $n }.
}
need-expired = N’est plus affiché
need-found = Tout le monde est trouvé
need-open-for = Ouvert encore { $time }
need-state-draft = Brouillon
need-state-withdrawn = Retiré
need-state-erased = Effacé
host-health = Hôpital ou service de santé
host-education = École, université ou centre de formation
host-public_service = Ministère, agence ou municipalité
host-research = Laboratoire ou institut de recherche
host-association = Association ou fondation
host-enterprise = Entreprise
offer-form-title = Une offre de compétences
offer-form-lead = Dites ce que vous savez faire et quand. L’offre apparaît comme une carte anonyme, sous un pseudonyme, à l’intermédiaire et aux points focaux des pays auxquels vous êtes lié.
offer-protection = Comment vous êtes protégé
offer-protection-1 = Votre nom, vos coordonnées et vos justificatifs sont scellés avec une clé qui se trouve hors de la base de données.
offer-protection-2 = Si la clé est perdue, les noms et coordonnées le sont aussi, et rien d’autre : ils vous seraient redemandés.
offer-protection-3 = Les pays que vous nommez ne voient rien de votre offre : aucune page, aucun nombre, aucune réponse à une recherche.
offer-protection-4 = Les deux parties disent oui avant que quoi que ce soit soit montré. Chaque fois que quelque chose de vous est montré, vous pouvez lire à qui et quand.
offer-protection-5 = Vous pouvez à tout moment suspendre, modifier, retirer ou effacer votre offre, et revenir sur un consentement.
offer-where = Où, et combien
offer-who = Qui vous êtes
offer-residence = Où vous vivez
offer-residence-hint = Une région, pas une ville.
offer-ties = Pays auxquels vous êtes lié
offer-hidden = Pays qui ne doivent jamais la voir
offer-hidden-hint = Leurs autorités, institutions et délégations ne voient rien de votre offre et n’apprennent jamais qu’elle existe.
offer-capacity = Nombre de missions à la fois
card-residence = Vit en
card-ties = Liens avec
card-hidden = Cachée à
card-hidden-nobody = aucun pays
card-will-not = Ne fera pas
offer-hours = Temps
offer-work = { $hours ->
    [one] { $hours } heure par semaine
   *[other] { $hours } heures par semaine
}
offer-will-not = Ce que vous ne ferez pas
offer-will-not-hint = Cela figure sur la carte : n’écrivez rien qui dise qui vous êtes.
offer-licence = Autorisation d’exercer que vous avez
offer-understood = J’ai lu comment je suis protégé et ce qui se passe si la clé est perdue.
offer-send = Enregistrer l’offre
offer-edit = Modifier
offer-renew = Renouveler pour un an
offer-rest = Suspendre
offer-rest-ask = Suspendre …
offer-rest-lead = Elle n’est montrée à personne jusqu’à ce que vous repreniez, et les mises en relation en attente de réponse prennent fin.
offer-go-on = Reprendre
offer-withdraw = Retirer
offer-withdraw-ask = Retirer …
offer-withdraw-lead = Elle n’est plus montrée à personne, et les mises en relation en attente de réponse prennent fin.
offer-renew-soon = Vos offres qui ne seront plus visibles si vous ne les renouvelez pas dans les 30 jours : { $n }
offer-expired = Non renouvelée : n’est pas affichée
offer-full = Entièrement engagée
offer-renew-in = À renouveler dans { $time }
offer-state-paused = Suspendue
offer-state-withdrawn = Retirée
offer-state-erased = Effacée
offer-state-abroad = Vient d’un serveur partenaire
behalf-enter = Saisir une offre pour quelqu’un
behalf-title = Une offre au nom de quelqu’un
behalf-lead = Pour les personnes qui vous demandent de la saisir. Rien n’en est montré ni rapproché d’un besoin avant que la personne ne l’ait confirmée, par un lien que vous recevez pour elle.
behalf-understood = La personne m’a demandé de saisir cette offre et sait ce qu’elle contient.
trouble-behalf = Veuillez ne saisir une offre que pour une personne qui l’a demandé, et cocher ceci.
behalf-done-title = Remettez ce lien à la personne
behalf-done = Qui a ce lien lit l’offre et ses coordonnées : ne le remettez qu’à cette personne. Il est montré une seule fois et vaut 30 jours ; une offre qui n’est pas confirmée d’ici là est supprimée.
behalf-focal_point = un point focal
behalf-broker = un intermédiaire
behalf-secretariat = le secrétariat
card-entered = Saisie par
card-entered-confirmed = { $by }, confirmée par la personne
card-entered-open = { $by }, pas encore confirmée
confirm-title = Une offre à votre nom
confirm-lead = Elle a été saisie pour vous par { $by }. Rien n’en a été montré à personne. Une fois confirmée, elle est rapprochée des besoins et elle est à vous : vous pouvez la modifier, la suspendre et la retirer.
confirm-account = Pour la garder, choisissez un nom de connexion et un mot de passe.
confirm-yes = Confirmer cette offre
confirm-no = Je n’en veux pas : la supprimer
confirm-refused = L’offre est supprimée. Rien n’en a été montré à personne.
offer-state-unconfirmed = Pas encore confirmée
profile-legend = Compétences
profile-hint = Nommez une compétence avec vos mots. Si elle peut vouloir dire plusieurs choses, il vous est demandé laquelle.
profile-occupation = Profession
profile-skills = Compétences
profile-skill = { $skill } (niveau { $level } sur 5)
profile-skill-n = Compétence { $n }
profile-more-skills = Plus de compétences
profile-level = Niveau
profile-field = Domaine
profile-languages = Langues
profile-language-n = Langue { $n }
profile-cefr = Niveau (CECR)
profile-cefr-hint = Niveaux du Cadre européen commun de référence (CECR) : A1 et A2, phrases simples ; B1 et B2, vie courante et propre travail ; C1 et C2, aisance sur tout sujet.
profile-more-languages = Plus de langues
profile-mode = Comment
profile-time = Quand et comment
profile-window = Entre
profile-between = le { $first } et le { $last }
profile-first = Du
profile-last = Au
profile-weeks = Semaines de travail
profile-hours = Heures par semaine
profile-licence = Autorisation
level-1 = 1 · l’a vu faire
level-2 = 2 · le fait avec de l’aide
level-3 = 3 · le fait seul
level-4 = 4 · le dirige
level-5 = 5 · l’enseigne
mode-remote = À distance
mode-visit = En visite
mode-mixed = Un peu des deux
mode-return = En revenant au pays
licence-health = Professions de santé
licence-law = Droit
licence-teaching = Enseignement
licence-engineering = Ingénierie et architecture
licence-accounting = Comptabilité et audit
licence-transport = Transport aérien, maritime et routier
field-none = Aucun domaine nommé
field-00 = Programmes généraux
field-01 = Éducation
field-02 = Lettres et arts
field-03 = Sciences sociales, journalisme et information
field-04 = Commerce, administration et droit
field-05 = Sciences naturelles, mathématiques et statistiques
field-06 = Technologies de l’information et de la communication
field-07 = Ingénierie, industries de transformation et construction
field-08 = Agriculture, sylviculture, halieutique et sciences vétérinaires
field-09 = Santé et protection sociale
field-10 = Services
concept-which = Lequel est-ce ?
concept-kind-skill = compétence
concept-kind-occupation = profession
concept-of-kind = { $label } ({ $kind })
concept-own = « { $words } », comme partie de : { $broader }
trouble-sealed = Ce qui était scellé n’est plus lisible : sa clé n’est pas sur ce serveur. Veuillez redonner nom et coordonnées.
trouble-empty = Ceci est nécessaire.
trouble-long = Trop long : { $n } caractères au plus.
trouble-choose = Choisissez.
trouble-number = Un nombre entier de { $low } à { $high }.
trouble-country = Choisissez un pays ou une région de la liste.
trouble-only-countries = Choisissez des pays de la liste : une région ne la cacherait à personne.
trouble-question = Cette question n’est pas dans le dialogue.
trouble-no-skill = Nommez au moins une compétence.
trouble-level = Choisissez un niveau pour cette compétence.
trouble-no-mode = Choisissez au moins une façon de travailler.
trouble-no-language = Nommez au moins une langue.
trouble-language = Choisissez la langue et son niveau.
trouble-dates = Donnez les deux dates.
trouble-window = Le dernier jour précède le premier.
trouble-window-short = { $weeks ->
    [one] Il y a moins de { $weeks } semaine entre les deux jours.
   *[other] Il y a moins de { $weeks } semaines entre les deux jours.
}
trouble-concept-unknown = Le vocabulaire n’a rien de tel : essayez un mot plus large, dans l’une de ses langues.
trouble-concept-choose = Cela peut vouloir dire plusieurs choses : choisissez ci-dessous.
trouble-no-tie = Nommez au moins un pays.
trouble-understood = Veuillez lire comment vous êtes protégé, et cocher ceci.
trouble-offers = Un compte garde { $n } offres au plus : modifiez ou retirez l’une d’elles.
trouble-placed = { $n } personnes sont déjà trouvées : on ne peut en chercher moins.
trouble-taken = { $n } engagements sont en cours : l’offre ne peut prévoir moins.
trouble-overtaken = Ceci a été modifié ailleurs entre-temps. Votre saisie figure ci-dessous : regardez le besoin, puis envoyez de nouveau.
trouble-offer-overtaken = Ceci a été modifié ailleurs entre-temps. Votre saisie figure ci-dessous : regardez votre offre, puis envoyez de nouveau.
trouble-sent-before = Ce formulaire a déjà été envoyé, et son contenu est enregistré. Pour le modifier, ouvrez-le sous « Ma part dans les échanges ». Pour en enregistrer un second, envoyez de nouveau.
form-troubles = { $n ->
    [one] { $n } point manque ou n’est pas clair ; votre saisie est gardée ci-dessous.
   *[other] { $n } points manquent ou ne sont pas clairs ; votre saisie est gardée ci-dessous.
}
problem-keys = La clé qui scelle noms et coordonnées n’est pas sur ce serveur : rien de ceci ne peut être gardé ni montré. Veuillez prévenir l’exploitant ; ce qui était gardé avant est intact.
problem-overtaken = Quelqu’un a modifié ceci il y a un instant. Rien n’a été changé : veuillez regarder de nouveau.
problem-need-closed = Ce besoin n’est plus ouvert : rien n’a été proposé.
problem-introduction-over = Cette mise en relation a évolué entre-temps : rien n’a été changé. Veuillez regarder de nouveau.
problem-introduction-closed = Le besoin ou l’offre n’est plus ouvert : rien n’a été changé. Rien de vous n’a été montré.
problem-introduction-faster = Quelqu’un a été plus rapide : la dernière place vient d’être prise. Rien de vous n’a été montré.
problem-introduction-changed = Ce que vous avez lu ici a été modifié entre-temps : votre oui n’a pas été retenu. Veuillez relire.
problem-follow-up-early = Ceci est demandé quand le moment est venu.
problem-no-country = Un point focal parle pour un pays, et la délégation de ce compte n’en a pas. Le secrétariat peut l’indiquer.
sealed-notice = Gardé sous scellé. Montré à l’autre partie quand toutes deux ont dit oui, et à personne d’autre.
contact-name = Nom
contact-institution = Nom de l’institution
contact-place = Ville
contact-responsible = Personne responsable
contact-reach = Comment vous joindre (courriel, téléphone)
contact-reached = Courriel, téléphone ou autre moyen
contact-evidence = Justificatifs (publications, certificats, références)
actor-broker = l’intermédiaire
actor-offer = la personne qui propose
actor-host = l’institution d’accueil
actor-partner = le serveur partenaire
introduction-title = Une mise en relation
introduction-need = Besoin
introduction-offer = Offre
introduction-why = Pourquoi les deux se correspondent
introduction-by-hand = Choisi par l’intermédiaire.
introduction-host = L’institution d’accueil : { $name }
introduction-contact = De qui il s’agit
introduction-unreadable = Les coordonnées sont illisibles : leur clé n’est pas sur ce serveur. L’exploitant peut la remettre.
introduction-until = réponse avant le { $date }
introduction-steps = Ce que vous pouvez faire
introduction-name-host = Montrer le nom de l’institution à la personne qui propose
introduction-log = Ce qui a été fait
introduction-proposed = Proposée
introduction-with_offer = Auprès de la personne qui propose
introduction-with_host = Auprès de l’institution d’accueil
introduction-confirming = L’institution d’accueil a dit oui ; l’autre serveur confirme
introduction-exchanged = Coordonnées échangées
introduction-engaged = Au travail
introduction-completed = Achevée
introduction-not_taken = Sans suite
introduction-timed_out = Sans réponse dans le délai
introduction-dismissed = Close avant que les deux aient dit oui
introduction-revoked = Consentement retiré
told-asks = Votre réponse est attendue
told-waits = Vous avez dit oui ; en attente de l’autre partie
told-confirming = Vous avez dit oui ; l’autre serveur confirme que l’accord de la personne tient toujours
told-follow-up = Dites comment cela s’est passé, { $n } mois après le début du travail
told-exchanged = Coordonnées échangées
told-engaged = Au travail
told-completed = Achevée
told-over = N’est plus ouverte
told-declined = Vous avez dit non
step-show = Montrer à la personne qui propose
step-show-host = La montrer à l’institution d’accueil
step-dismiss = Retirer
step-yes = Oui
step-no = Non
step-withdraw = Revenir sur mon consentement
step-withdraw-ask = Revenir sur mon consentement …
step-withdraw-lead = La mise en relation prend fin définitivement et les coordonnées ne sont plus montrées ; ce qui a été lu reste lu.
step-start = Le travail a commencé
step-finish = Le travail est achevé
step-done-show = l’a montrée à la personne qui propose
step-done-show-host = l’a montrée à l’institution d’accueil
step-done-dismiss = l’a retirée
step-done-yes = a dit oui
step-done-no = a dit non
step-done-withdraw = est revenu sur son consentement
step-done-start = le travail a commencé
step-done-finish = le travail est achevé
step-done-change = a modifié le besoin avant la réponse
log-line = { $side } : { $what }
log-line-consent = { $side } : { $what } (texte du consentement, version { $version })
consent-title = Êtes-vous d’accord ?
consent-text-offer = Si vous dites oui, l’institution d’accueil est consultée. Si elle dit oui aussi, ce qui suit lui est montré à l’instant de ce oui, et ce qu’elle donne vous est montré :
consent-text-host = Si vous dites oui, ce qui suit est montré aussitôt à la personne qui propose, et son nom et ses coordonnées vous sont montrés :
consent-text-broker = L’intermédiaire ne consent à rien.
consent-silent = Un non reste silencieux : l’autre partie n’en est pas informée, et l’intermédiaire voit seulement que la mise en relation est restée sans suite. Vous pouvez revenir sur votre consentement à tout moment ; ce qui a été lu reste lu.
consent-stands = Votre oui porte sur ce qui figure sur cette page. Si le besoin est modifié avant que vous ayez tous deux dit oui, cette mise en relation prend fin.
consent-yes = Oui, j’accepte
consent-no = Non
consent-no-lead = Un non met fin définitivement à cette mise en relation : les deux ne sont plus rapprochés pour ce besoin.
consent-no-sure = Non, je n’accepte pas
exchange-done-need-withdrawn = Le besoin est retiré ; les mises en relation en attente ont pris fin.
exchange-done-offer-posted = Votre offre est enregistrée.
exchange-done-offer-changed = Votre offre est modifiée et renouvelée pour un an.
exchange-done-offer-active = Votre offre est affichée pour un an.
exchange-done-offer-paused = Votre offre est suspendue. Les mises en relation en attente de réponse ont pris fin.
exchange-done-offer-withdrawn = Votre offre est retirée. Les mises en relation en attente de réponse ont pris fin.
exchange-done-yes = Vous avez dit oui.
exchange-done-no = Vous avez dit non. L’autre partie n’en est pas informée ; l’intermédiaire voit seulement que la mise en relation est restée sans suite.
exchange-done-withdraw = Votre consentement est retiré.
exchange-done-start = Le travail a commencé.
exchange-done-finish = Le travail est achevé.
exchange-done-show = Elle a été montrée à la personne qui propose.
exchange-done-show-host = Elle a été montrée à l’institution d’accueil.
exchange-done-dismiss = Elle a été retirée.
exchange-done-shown = { $n ->
    [0] Aucune n’était choisie : rien n’a été montré.
    [one] { $n } mise en relation a été montrée.
   *[other] { $n } mises en relation ont été montrées.
}
exchange-done-shown-some = { $n } mises en relation sur { $of } ont été montrées. Les autres ont évolué entre-temps, ou les deux ne se correspondent plus : rien n’en a été montré.
exchange-done-proposed = { $n ->
    [0] Rien de nouveau n’a été proposé.
    [one] { $n } mise en relation a été proposée.
   *[other] { $n } mises en relation ont été proposées.
}
mine-asks = { $n ->
    [0] Rien n’attend votre réponse
    [one] { $n } mise en relation attend votre réponse
   *[other] { $n } mises en relation attendent votre réponse
}
mine-others = Autres mises en relation
mine-offers = Mes offres
mine-no-offers = Vous ne proposez rien pour le moment.
mine-needs = Mes besoins
mine-no-needs = Vous n’avez publié aucun besoin.
mine-disclosed = Ce qui a été montré de moi
mine-disclosed-none = Rien de vous n’a été montré à personne.
mine-data = Emporter ou effacer tout ce qui est gardé de moi
disclosed-to-host = Montré à une institution d’accueil : { $fields }
disclosed-to-offer = Montré à une personne qui propose : { $fields }
queue-title = La file de l’intermédiaire
queue-overdue = { $n ->
    [0] Aucun suivi n’est en retard.
    [one] { $n } suivi est attendu.
   *[other] { $n } suivis sont attendus.
}
queue-assign = Proposer pour tous les besoins ouverts
queue-assign-hint = D’abord le besoin le moins bien servi, dans la limite de ce que chacun propose, et pas toujours les mêmes. Rien n’est montré à personne avant que vous ne le montriez.
queue-introductions = Mises en relation
queue-none = Aucune mise en relation pour le moment.
queue-follow-up = l’institution d’accueil : suivi après { $n } mois
queue-follow-ups = Un suivi est attendu
queue-narrow = Seulement
queue-all = Toutes
queue-all-again = Montrer toutes les mises en relation
queue-chosen = À montrer
queue-choose = Montrer : { $offer }
queue-why = Pourquoi
queue-show-chosen = Montrer celles qui sont choisies
queue-show-hint = Chacune est montrée à la personne qui propose, ou à l’institution d’accueil si l’offre vient d’un serveur partenaire. L’institution n’est pas nommée ; pour la nommer, ouvrez la mise en relation.
queue-answer-by = Réponse avant le
queue-waits-for = En attente de
queue-needs = Besoins ouverts, les plus anciens d’abord
queue-waiting = Attente
queue-under-way = En cours
matches-title = Qui cela pourrait-il être ?
matches-none = Aucune offre ne correspond pour le moment.
matches-none-chosen = Choisissez au moins une offre, ou nommez-en une par son pseudonyme.
matches-handle-unknown = Aucune offre de ce pseudonyme ne peut être présentée à ce besoin.
matches-not-again-no = Pas de nouvelle proposition : l’une des deux parties a refusé cette mise en relation ou est revenue sur son consentement.
matches-not-again-met = Pas de nouvelle proposition : les deux parties ont déjà été présentées l’une à l’autre.
matches-not-again-waits = Pas de nouvelle proposition : une mise en relation des deux parties est en cours.
matches-together = déjà mis en relation
matches-card = La carte
matches-handle = Ou une offre que vous connaissez, par son pseudonyme
matches-propose = Mettre dans la file
conflict-full = Entièrement engagée pour le moment
conflict-taken = { $n } missions sur { $of } sont prises
conflict-exposed = { $n ->
    [one] Déjà montrée { $n } fois
   *[other] Déjà montrée { $n } fois
}
conflict-hours = Offre { $offered } heures par semaine ; { $asked } sont demandées
conflict-will-not = Ne fera pas :
obstacle-language = { $n ->
    [one] { $n } offre n’a pas une langue au niveau voulu
   *[other] { $n } offres n’ont pas une langue au niveau voulu
}
obstacle-mode = { $n ->
    [one] { $n } offre travaille autrement
   *[other] { $n } offres travaillent autrement
}
obstacle-window = { $n ->
    [one] { $n } offre n’a pas de temps alors
   *[other] { $n } offres n’ont pas de temps alors
}
obstacle-licence = { $n ->
    [one] { $n } offre n’a pas l’autorisation
   *[other] { $n } offres n’ont pas l’autorisation
}
obstacle-capacity = { $n ->
    [one] { $n } offre est entièrement engagée
   *[other] { $n } offres sont entièrement engagées
}
reason-tie = Liens avec : { $country }
reason-levels = { $said } : niveau { $asked } demandé, { $offered } proposé
reason-skill-same = { $asked }
reason-skill-narrower = { $asked }, par sa partie spécialisée { $offered }
reason-skill-broader = { $asked }, par la compétence plus large { $offered }
reason-skill-group = { $asked }, proche de { $offered }
reason-occupation-same = Profession : { $asked }
reason-occupation-narrower = Profession : { $asked }, comme { $offered }
reason-occupation-broader = Profession : { $asked }, comme profession plus large : { $offered }
reason-occupation-group = Profession : { $asked }, du même groupe de professions que { $offered }
concepts-title = Mots propres à ce serveur
concepts-lead = Qui ne trouve rien qui convienne dans le vocabulaire nomme une compétence ou une profession avec ses propres mots, comme partie d’une plus large. Ces mots ne sont suggérés à personne d’autre avant que vous ne les inscriviez. Des mots qu’une seule personne emploie peuvent dire qui elle est : regardez avant d’inscrire.
concepts-none = Il n’y en a pas.
concepts-label = Mots
concepts-broader = Partie de
concepts-listed = Suggérés à tous
concepts-list = Suggérer à tous
concepts-remove-ask = Retirer …
concepts-remove-lead = Les besoins et les offres qui emploient ces mots nomment dès lors « { $broader } ».
concepts-remove = Retirer
country-title = Mon pays dans les échanges
country-unendorsed = Personne n’appuie encore ces institutions
country-offers = Offres liées au pays
country-no-offers = Aucune offre liée au pays n’est affichée pour le moment.
follow-up-title = Comment cela s’est passé
follow-up-lead = { $n ->
   *[other] { $n } mois ont passé depuis le début du travail.
}
follow-up-used = Ce qui a été fait sert-il ?
follow-up-learned = L’homologue a-t-il appris ?
follow-up-text = Ce qu’il faut savoir d’autre
follow-up-send = Le dire
follow-up-later = La question vous est posée 3, 6 et 12 mois après le début du travail.
follow-up-said = Après { $n } mois : cela sert : { $used } ; l’homologue a appris : { $learned }
extent-yes = oui
extent-partly = en partie
extent-no = non
extent-unknown = trop tôt pour le dire
indicators-title = Ce qu’il en est advenu
indicators-lead = Un nombre qui concerne moins de { $n } n’est pas montré, ni un nombre dont on pourrait le déduire.
indicators-none = Rien encore qui puisse être montré.
indicator-protected = non montré
indicator-posted = Besoins publiés
indicator-met = Besoins satisfaits : travail achevé
indicator-days = Jours avant le début du travail (médiane)
indicator-engagements = Missions commencées
indicator-repeated = Personnes engagées plus d’une fois
indicator-heard = Missions dont l’institution d’accueil a rendu compte
indicator-used = Parmi elles : cela sert
indicator-trained = Parmi elles : l’homologue a appris
indicator-exposure = Concentration de l’exposition (Gini, de 0 à 100)
indicator-by-field = Par domaine
indicator-by-region = Par région
summary-part-need = Ce que cherchent les institutions
summary-needs = { $n ->
    [one] Un besoin d’une institution figure dans les échanges sous cette question.
   *[other] { $n } besoins d’institutions figurent dans les échanges sous cette question.
}
summary-source-need = Besoin sur la question { $ref }
summary-gone-need = [n’est plus recherché]
partner-through = par { $name }
introduction-through = L’autre partie se trouve sur le serveur partenaire { $name } ({ $address }). Son intermédiaire et le vôtre y prennent part tous les deux.
introduction-contact-coming = Les deux ont dit oui. Les coordonnées arrivent de l’autre serveur.
consent-partner = L’autre partie se trouve sur un autre serveur : ce que vous acceptez de montrer lui est envoyé une fois que les deux ont dit oui, y est gardé scellé, et y est effacé dès que l’un de vous retire son accord.
partners-title = Serveurs partenaires
partners-lead = Un serveur partenaire reçoit le texte et les codes du besoin, sans nom ni coordonnées. Il répond combien d’offres conviennent, jamais lesquelles, et son intermédiaire peut proposer le besoin à une personne là-bas.
partners-none = Aucun serveur partenaire ne participe à cet échange. L’administrateur en ajoute un avec « indaba partner add ».
partners-server = Serveur
partners-address = Adresse
partners-fit = Offres qui conviennent
partners-fit-well = Dont conviennent bien
partners-hint = Les nombres sont arrondis vers le bas et laissent de côté toute offre cachée à un pays quel qu’il soit.
partners-send = Publier auprès de ceux qui sont choisis
partners-fewer = moins de { $n }
partners-at-least = au moins { $n }
partners-trouble = Pas encore transmis : { $why }. Nouvel essai à partir du { $at }.
partners-under-way = En route
partners-answered = Réponse du { $at }
partners-not-published = N’y est pas publié
partner-trouble-refused = son adresse n’est pas de celles auxquelles ce serveur s’adresse
partner-trouble-unreachable = il est injoignable
partner-trouble-late = il n’a pas répondu à temps
partner-trouble-redirected = il renvoie à une autre adresse, qui n’est pas suivie
partner-trouble-status = il ne l’accepte pas
partner-trouble-not-understood = sa réponse n’est pas comprise
partner-trouble-untrusted = sa réponse n’est pas signée comme il se doit
partner-trouble-certificate = son certificat n’est pas digne de confiance
partner-trouble-here = quelque chose a échoué sur ce serveur-ci
problem-partner-signature = Cette adresse est réservée aux serveurs partenaires. Le message n’a pas été accepté : { $detail }.
problem-partner-replay = Ce message a déjà été reçu. Il n’a pas été accepté une seconde fois.
problem-partner-field = Le message n’a pas été accepté : son champ « { $field } » manque, est trop long ou a une valeur inconnue ici.
problem-partner-not-yet = Pas encore : les deux parties doivent d’abord dire oui. Redemandez plus tard.
