# La page d'une question et ce qu'on y fait.
author-participant = un participant
author-delegation = une délégation
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
question-kicker = Atelier { $workshop } · question { $place } sur { $total }, § { $paragraph }
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
question-group = au nom de { $group }
question-original = original en { $language }
question-entered = saisi par le secrétariat
question-matters = C’est ce qui compte le plus pour nous
question-far = { $n } réponses sur { $of }
question-skip = Passer pour l’instant
question-said = { $n ->
    [one] { $n } avis
   *[other] { $n } avis
}
question-none = Personne n’a encore ajouté de point de vue. Le vôtre peut être le premier.
question-all = Vous avez répondu à tous les points de vue sur cette question. Les nouveaux paraîtront ici.
question-not-open = Le dialogue ne reçoit pas de réponses en ce moment. Vous pouvez tout lire.
question-not-yours = Vous pouvez tout lire ici. Les réponses sont données par les délégués et les participants.
question-back = Retour à la question { $ref }
question-ref = question { $ref }
question-no-longer = Ce point de vue n’est plus sur la page.
question-done-published = Votre point de vue est publié.
question-done-draft = Votre projet est gardé. Seule votre délégation le voit.
question-done-pending = Votre point de vue est gardé. Il paraîtra après l’examen des modérateurs.
question-done-attached = L’élément est joint.
question-done-translated = La traduction non officielle est gardée.
question-done-reported = Merci. Les modérateurs vont l’examiner.
question-done-withdrawn = Votre réponse est retirée.
question-done-asked = Votre question est ajoutée.
question-done-joined = Vous participez.
landscape-link = Où les vues se rejoignent
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
tally-hidden = non montré : trop peu
tally-few = Votre réponse est gardée. Trop peu de réponses pour les montrer : { $n } sur { $limit }.
tally-protected = Votre réponse est gardée. Les nombres ne sont pas montrés, car moins de { $limit } ont donné l’une des réponses.
tally-renewed = Votre réponse est gardée. Ces nombres sont renouvelés quand au moins { $k } participants de plus ont répondu.
notice-title = Avant votre première réponse
notice-kept = Gardé : vos réponses et points de vue sous un pseudonyme, sans nom ni adresse.
notice-seen-named = Vu : les points de vue des délégations avec leur nom ; des réponses, seulement des nombres.
notice-seen-by_category = Vu : les points de vue avec une catégorie comme « un pays de destination » ; des réponses, seulement des nombres.
notice-seen-unattributed = Vu : les points de vue sans leur auteur ; des réponses, seulement des nombres.
notice-seen-off_the_record = Vu : par vous et le secrétariat ; des réponses, seulement des nombres.
notice-face-aggregates = Publié : des nombres, et aucun sur un petit nombre de participants.
notice-face-rows = Publié après la clôture : chaque réponse sous un nouveau pseudonyme.
notice-until = Vous pouvez changer ou retirer jusqu’au { $time }.
notice-until-open = Vous pouvez changer ou retirer jusqu’à la clôture du dialogue.
notice-ask = Questions sur vos données : { $contact }.
notice-ask-secretariat = Questions sur vos données : le secrétariat de ce dialogue.
form-language = Langue
propose-title = Ajouter un point de vue
propose-text = Votre point de vue
propose-hint = Une affirmation avec laquelle d’autres peuvent être d’accord ou non, 400 caractères au plus.
propose-paragraph = Sur le paragraphe
propose-no-paragraph = aucun
propose-attribution = Montré
propose-group = Au nom de
propose-no-group = notre délégation seule
propose-draft = Garder comme projet, vu de notre seule délégation
propose-only-draft = Il est gardé comme projet ; le chef de votre délégation l’approuve.
propose-send = Ajouter
as-named = avec le nom
as-by_category = par catégorie
as-unattributed = sans attribution
as-off_the_record = confidentiel
ask-title = Poser une autre question
ask-text = Votre question
ask-paragraph = Sous le paragraphe
ask-send = Ajouter la question
report-title = Signaler aux modérateurs
report-reason = Qu’est-ce qui ne va pas ?
report-send = Envoyer
translate-title = Saisir une traduction non officielle
translate-text = Traduction
translate-tool = Faite par un outil ? Son nom
translate-send = Garder la traduction
responses-link = Mes réponses
responses-title = Mes réponses à la question { $ref }
responses-none = Vous n’avez pas encore répondu.
responses-matters = compte le plus
responses-change = Changer ou retirer
responses-withdraw = Retirer cette réponse
answered-agree = Vous êtes d’accord
answered-pass = Vous avez passé
answered-disagree = Vous n’êtes pas d’accord
drafts-link = Nos points de vue et projets
drafts-title = Points de vue et projets
drafts-lead = Un projet n’est vu que de votre délégation. Le chef l’approuve, un délégué le publie.
drafts-none = Il n’y en a pas encore.
drafts-clear = Approuver
drafts-publish = Publier
drafts-withdraw = Retirer
drafts-edit = Changer le texte
drafts-keep = Garder
pstate-draft = projet
pstate-cleared = approuvé
pstate-pending = attend les modérateurs
pstate-published = publié
pstate-withdrawn = retiré
pstate-refused = écarté par les modérateurs
pstate-erased = effacé par son auteur
evidence-heading = Joint à cette question
evidence-title = Éléments sur la question { $ref }
evidence-none = Rien n’est encore joint.
evidence-add = Joindre un élément
evidence-source = Source : { $source }
evidence-by = joint par { $author }
evidence-form-title = Titre
evidence-form-source = Source : qui l’a publié, et quand
evidence-form-url = Lien
evidence-form-file = Ou un fichier
evidence-form-hint = PDF, Word, tableur, image ou texte, 10 Mo au plus.
evidence-send = Joindre
attached-link = lien
attached-file = fichier
join-title = Participer
join-lead = Tapez le code d’accès que vous avez reçu. Il ne faut ni nom ni adresse.
join-code = Code d’accès
join-send = Entrer
me-title = Mes données
me-lead = Tout ce qui est gardé ici sur vous. Vous pouvez l’emporter, et l’effacer.
me-account = Compte { $signin }, nom { $name }, créé le { $at }.
me-responses = { $n ->
    [one] { $n } réponse
   *[other] { $n } réponses
}
me-responses-caption = Vos réponses telles qu’elles comptent maintenant
me-question = Question
me-perspective = Point de vue
me-at = Quand (UTC)
me-perspectives = { $n ->
    [one] { $n } point de vue
   *[other] { $n } points de vue
}
me-download = Emporter mes données (JSON)
me-erase-title = Effacer mes données
me-erase-lead = Les réponses sont effacées. Les points de vue aussi ; là où d’autres ont répondu, la place reste avec « effacé par son auteur » au lieu du texte. Ce qu’une délégation a dit reste à la délégation. C’est définitif.
me-erase-sure = Je veux que ce soit effacé
me-erase-send = Effacer
me-erase-unsure = Rien n’a été effacé. Cochez la case si vous le voulez.
problem-value = La réponse n’était ni d’accord, ni passer, ni pas d’accord. Rien n’a été gardé ; choisissez l’une des trois.
problem-not-published = Ce point de vue n’est plus sur la page. Rien n’a été gardé ; continuez avec le suivant.
problem-code-needed = On entre dans ce dialogue avec un code d’accès. Rien n’a été gardé ; saisissez votre code et répondez de nouveau.
problem-code-unknown = Ce code d’accès n’est pas connu ici, ou a été écarté. Vérifiez-le, ou demandez au secrétariat.
problem-code-used = Ce code d’accès a fait entrer autant de personnes qu’il peut. Demandez-en un autre au secrétariat.
problem-code-full = Ce code d’accès a apporté autant de réponses que permis. La vôtre n’a pas été gardée ; le secrétariat peut relever la limite.
problem-network-full = Beaucoup sont venus de votre réseau sans code. La vôtre n’a pas été gardée ; demandez un code d’accès au secrétariat.
problem-too-fast = C’était plus rapide qu’on ne tape. Rien n’a été gardé ; réessayez dans une minute.
problem-empty = Il n’y a pas encore de texte. Écrivez-le et envoyez de nouveau.
problem-too-long = Le texte a { $n } caractères ; { $most } sont acceptés. Raccourcissez-le et envoyez de nouveau.
problem-language = Choisissez la langue du texte.
problem-paragraph = Le document n’a pas ce paragraphe. Choisissez-en un dans la liste.
problem-not-member = Votre délégation n’est pas membre de ce groupe et ne peut pas parler pour lui.
problem-same-text = Le même texte est déjà là. Répondez-y, ou dites ce que vous ajouteriez.
problem-responded = D’autres y ont répondu : le texte reste. Retirez-le et ajoutez-en un nouveau.
problem-draft-state = Dans son état, cela ne peut plus se faire, ou c’est à quelqu’un d’autre de votre délégation.
problem-form = Le formulaire n’est pas arrivé entier. Rien n’a été gardé ; envoyez-le de nouveau.
problem-link = Ce n’est pas un lien vers une page. Il doit commencer par https:// ou http://.
problem-link-or-file = Donnez soit un lien, soit un fichier.
problem-file-large = Le fichier dépasse 10 Mo. Rien n’a été gardé ; joignez plutôt un lien.
problem-file-kind = Les fichiers de ce genre ne sont pas pris. Joignez un PDF, un fichier Word, un tableur, une image ou un texte, ou un lien.
problem-same-language = L’original est dans cette langue. Choisissez celle de la traduction.
