api-json = Le JSON est inutilisable : { $detail }. Rien n’a été enregistré.
api-too-large = La requête dépasse { $n } octets. Rien n’a été enregistré.
api-number = « { $name } » doit être un nombre entier.
api-join-first = Un jeton est nécessaire : rejoignez le dialogue par POST participants, ou connectez-vous. Rien n’a été enregistré.
api-key-length = Une Idempotency-Key a de 1 à { $n } caractères. Rien n’a été enregistré.
api-key-other = Cette Idempotency-Key appartient à une autre requête. Rien n’a été enregistré ; choisissez une nouvelle clé pour une nouvelle requête.
api-key-busy = La première requête portant cette Idempotency-Key est encore en cours. Renvoyez-la dans un instant.
api-too-fast = Ce jeton a servi à plus de requêtes que n’en fait une personne. Celle-ci n’a pas été exécutée ; réessayez dans une minute.
