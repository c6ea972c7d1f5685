# La page d'une question et ce qu'on y fait.
author-participant = un participant
author-delegation = une délégation
author-departed = une délégation qui a quitté le dialogue
author-origin = un pays d’origine
author-transit = un pays de transit
author-destination = un pays de destination
author-state = un État
author-intergovernmental = une organisation intergouvernementale
author-city = une ville
author-civil_society = une organisation de la société civile
author-diaspora = une organisation de la diaspora ou de migrants
author-employers = une organisation d’employeurs
author-union = un syndicat
author-academia = un établissement universitaire
question-kicker = Atelier { $workshop } · question { $place } sur { $total }, paragraphe { $paragraph }
question-counts = { $responses ->
    [one] { $responses } réponse à { $perspectives ->
        [one] { $perspectives } point de vue
       *[other] { $perspectives } points de vue
    }
   *[other] { $responses } réponses à { $perspectives ->
        [one] { $perspectives } point de vue
       *[other] { $perspectives } points de vue
    }
}
question-delegations = { $n ->
    [one] { $n } délégation sur { $of } a répondu
   *[other] { $n } délégations sur { $of } ont répondu
}
question-answer = Votre réponse
question-paper = Ce que dit le document
question-place = Point de vue { $n } sur { $of } pour vous
perspective-number = numéro { $n }
question-next = Ensuite : question { $ref }
question-group = au nom de { $group }
question-original = langue de l’original : { $language }
question-entered = saisi par le secrétariat
question-matters = C’est ce qui compte le plus pour nous
question-protect = Mieux protéger cette réponse
question-protect-hint = Les réponses ne sont montrées qu’en nombres. « Confidentiel » tient aussi la vôtre hors d’un dossier publié réponse par réponse.
question-far = { $n } sur { $of } traités
question-skip = Plus tard
question-said = { $n ->
    [one] { $n } point de vue
   *[other] { $n } points de vue
}
question-none = Personne n’a encore ajouté de point de vue. Le vôtre peut être le premier.
question-all = Vous avez répondu à tous les points de vue sur cette question. Les nouveaux paraîtront ici.
question-not-open = Le dialogue ne reçoit pas de réponses en ce moment. Vous pouvez tout lire.
question-not-yours = Vous pouvez tout lire ici. Seuls les délégations et les participants répondent.
question-back = Retour à la question { $ref }
question-ref = question { $ref }
question-no-longer = Ce point de vue n’est plus sur la page.
question-done-published = Votre point de vue est publié.
question-done-draft = Votre projet est conservé. Seule votre délégation le voit.
question-done-pending = Votre point de vue est conservé. Il paraîtra après examen par l’équipe de modération.
question-done-attached = L’élément factuel est joint.
question-done-attached-pending = L’élément factuel est conservé. Il paraîtra après examen par l’équipe de modération.
question-done-taken-off = L’élément factuel est enlevé.
question-done-translated = La traduction non officielle est conservée.
question-done-reported = Merci. L’équipe de modération va l’examiner.
question-done-withdrawn = Votre réponse est retirée.
question-done-asked = Votre question est ajoutée.
question-done-asked-pending = Votre question est conservée. Elle paraîtra après examen par l’équipe de modération.
question-done-joined = Vous participez.
translation-mark = traduction non officielle
tally-title = Ce qui a été répondu
tally-caption = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
tally-answer = Réponse
tally-number = Réponses
tally-share = Part
tally-yours = la vôtre
tally-hidden = non affiché : trop peu de réponses
tally-few = Votre réponse est conservée. Trop peu de réponses pour les afficher : { $n } sur { $limit }.
tally-protected = Votre réponse est conservée. Les nombres ne sont pas affichés, car moins de { $limit } participants ont donné l’une des réponses.
tally-renewed = Votre réponse est conservée. Ces nombres sont renouvelés quand au moins { $k } participants de plus ont répondu.
notice-title = Avant votre première réponse
notice-kept = Conservé : vos réponses et points de vue sous un pseudonyme, sans nom ni adresse. Le secrétariat, et les auditeurs qu’il désigne, peuvent les lire ainsi.
notice-seen-named = Visible : les points de vue des délégations avec leur nom ; pour les réponses, seulement des nombres.
notice-seen-by_category = Visible : les points de vue avec une catégorie comme « un pays de destination » ; pour les réponses, seulement des nombres.
notice-seen-unattributed = Visible : les points de vue sans attribution ; pour les réponses, seulement des nombres.
notice-seen-off_the_record = Visible : par vous et le secrétariat ; pour les réponses, seulement des nombres.
notice-published-aggregates = Publié : des nombres, et aucun sur un petit nombre de participants.
notice-published-rows = Publié après la clôture : chaque réponse sous un nouveau pseudonyme.
notice-until = Vous pouvez modifier ou retirer vos contributions jusqu’au { $time }.
notice-until-open = Vous pouvez modifier ou retirer vos contributions jusqu’à la clôture du dialogue.
notice-ask = Questions sur vos données : { $contact }.
notice-ask-secretariat = Questions sur vos données : le secrétariat de ce dialogue.
form-language = Langue
propose-title = Ajouter un point de vue
propose-text = Votre point de vue
propose-hint = Une affirmation avec laquelle d’autres peuvent être d’accord ou non, 400 caractères au plus.
propose-paragraph = Sur le paragraphe
propose-no-paragraph = aucun
propose-attribution = Affiché
propose-group = Au nom de
propose-no-group = notre délégation seule
propose-draft = Conserver comme projet, visible de notre seule délégation
propose-only-draft = Le point de vue est conservé comme projet ; la ou le chef de votre délégation l’approuve.
propose-send = Ajouter
as-named = avec le nom
as-by_category = par catégorie
as-unattributed = sans attribution
as-off_the_record = confidentiel
ask-title = Poser une autre question
ask-text = Votre question
ask-paragraph = Sous le paragraphe
ask-send = Ajouter la question
report-title = Signaler à l’équipe de modération
report-reason = Qu’est-ce qui ne va pas ?
report-send = Envoyer
translate-title = Saisir une traduction non officielle
translate-object = Ce que vous traduisez
translate-perspective = le point de vue ci-dessus
translate-question = la question
translate-text = Traduction
translate-tool = Faite par un outil ? Son nom
translate-send = Conserver la traduction
responses-link = Mes réponses
mine-title = Mes réponses à la question { $ref }
mine-none = Vous n’avez pas encore répondu.
responses-matters = compte le plus
responses-change = Modifier ou retirer
responses-withdraw = Retirer cette réponse
answered-agree = Vous êtes d’accord
answered-pass = Vous n’avez pas donné d’avis
answered-disagree = Vous n’êtes pas d’accord
drafts-link = Nos points de vue et projets
drafts-title = Points de vue et projets
drafts-lead = Un projet n’est visible que de votre délégation. La ou le chef l’approuve, une déléguée ou un délégué le publie.
drafts-none = Il n’y en a pas encore.
drafts-clear = Approuver
drafts-publish = Publier
drafts-withdraw = Retirer
drafts-edit = Modifier le texte
drafts-keep = Conserver
pstate-draft = projet
pstate-cleared = approuvé
pstate-pending = en attente de modération
pstate-published = publié
pstate-withdrawn = retiré
pstate-refused = écarté par l’équipe de modération
pstate-erased = effacé par son auteur
evidence-heading = Joint à cette question
evidence-title = Éléments factuels sur la question { $ref }
evidence-none = Rien n’est encore joint.
evidence-add = Joindre un élément factuel
evidence-manage = Joindre un élément factuel, ou l’enlever
evidence-take-off = Enlever…
evidence-take-off-now = L’enlever
evidence-reason = Motif (il fait partie du dossier)
evidence-reason-needed = Un motif est nécessaire : il fait partie du dossier. Rien n’a été modifié.
evidence-source = Source : { $source }
evidence-by = joint par { $author }
evidence-form-title = Titre
evidence-form-source = Source : qui l’a publié, et quand
evidence-form-url = Lien
evidence-form-file = Ou un fichier
evidence-form-hint = PDF, Word, tableur, image ou texte, 10 Mo au plus.
evidence-send = Joindre
attached-link = lien
attached-file = fichier
join-title = Participer
join-lead = Saisissez le code d’accès que vous avez reçu. Ni nom ni adresse ne sont demandés.
join-code = Code d’accès
join-send = Entrer
me-title = Mes données
me-lead = Tout ce qui est conservé ici à votre sujet. Vous pouvez l’emporter et l’effacer.
me-account = Compte { $signin }, nom { $name }, créé le { $at }.
me-responses = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
me-responses-caption = Vos réponses telles qu’elles comptent actuellement
me-question = Question
me-perspective = Point de vue
me-at = Quand (UTC)
me-perspectives = { $n ->
    [one] { $n } point de vue
   *[other] { $n } points de vue
}
me-download = Emporter mes données (JSON)
me-erase-title = Effacer mes données
me-erase-lead = Les réponses sont effacées. Les points de vue aussi ; là où d’autres ont répondu, la place reste avec la mention « effacé par son auteur » au lieu du texte. Ce qu’une délégation a dit reste à la délégation. C’est définitif.
me-erase-sure = Je veux que ce soit effacé
me-erase-send = Effacer
me-erase-unsure = Rien n’a été effacé. Cochez la case si vous le voulez.
problem-value = La réponse n’était ni « d’accord », ni « sans avis », ni « pas d’accord ». Rien n’a été conservé ; choisissez l’une des trois.
problem-not-published = Ce point de vue n’est plus sur la page. Rien n’a été conservé ; continuez avec le suivant.
problem-code-needed = On entre dans ce dialogue avec un code d’accès. Rien n’a été conservé ; saisissez votre code et répondez de nouveau.
problem-code-unknown = Ce code d’accès n’est pas connu ici, ou il a été mis à l’écart. Vérifiez-le, ou adressez-vous au secrétariat.
problem-code-used = Ce code d’accès a fait entrer autant de personnes qu’il peut. Demandez-en un autre au secrétariat.
problem-code-full = Ce code d’accès a apporté autant de réponses que permis. La vôtre n’a pas été conservée ; le secrétariat peut relever la limite.
problem-network-full = De nombreuses personnes sont venues de votre réseau sans code. Votre envoi n’a pas été conservé ; demandez un code d’accès au secrétariat.
problem-too-fast = C’était plus rapide qu’une saisie à la main. Rien n’a été conservé ; réessayez dans une minute.
problem-empty = Il n’y a pas encore de texte. Écrivez-le et renvoyez-le.
problem-too-long = Le texte compte { $n } caractères ; { $most } au plus sont acceptés. Abrégez-le et renvoyez-le.
problem-language = Choisissez la langue du texte.
problem-paragraph = Le document n’a pas ce paragraphe. Choisissez-en un dans la liste.
problem-not-member = Votre délégation n’est pas membre de ce groupe et ne peut pas parler pour lui.
problem-same-text = Le même texte est déjà là. Répondez-y, ou dites ce que vous ajouteriez.
problem-responded = D’autres y ont répondu : le texte ne change plus. Retirez-le et ajoutez-en un nouveau.
problem-draft-state = L’état de ce point de vue ne le permet plus, ou cela revient à une autre personne de votre délégation.
problem-link = Ce n’est pas un lien vers une page. Il doit commencer par https:// ou http://.
problem-link-or-file = Donnez soit un lien, soit un fichier.
problem-file-large = Le fichier dépasse 10 Mo. Rien n’a été conservé ; joignez plutôt un lien.
problem-file-kind = Les fichiers de ce type ne sont pas acceptés. Joignez un PDF, un fichier Word, un tableur, une image ou un texte, ou un lien.
problem-same-language = L’original est dans cette langue. Choisissez celle de la traduction.
problem-evidence-gone = Il a déjà été enlevé. Rien n’a été modifié.
drafts-withdraw-ask = Retirer …
drafts-withdraw-lead = Plus personne ne le voit, et il ne peut être rétabli.
hall-qr = L’adresse de la question en code QR
