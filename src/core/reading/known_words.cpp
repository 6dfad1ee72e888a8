#include "core/reading/known_words.hpp"

#include "core/text/fold.hpp"

#include <algorithm>

namespace panorama {

KnownWords::KnownWords()
{
    add("février août décembre année années été début durée détail hébergement équipe équipes état états");
    add("après auprès dès grâce là même mêmes où près très dépôt côté coté forêt tâche tâches modèle "
        "système");
    add("systèmes problème problèmes critère critères première dernière matière manière ministère "
        "ministères");
    add("coût coûts délai délais dépense dépenses dépassement déploiement déployé déployée développement");
    add("démarche démarches dématérialisation démarrage décision décidé découpage défense déclaration "
        "dérive");
    add("création créé créée clôture clôturé contrôle contrôles réalisation réalisé réalisée réception "
        "recalé");
    add("référence référentiel réseau réseaux réglementation régional régionale région révision révisé "
        "réunion");
    add("réponse responsabilité résultat retardé réussi répertoire rôle règle règles trésor téléservice");
    add("téléphone télétravail trajectoire évolution évolutions évalué étude études étape étapes élargi "
        "élève");
    add("écart écarts échéance économie éducation égalité électronique énergie entité entités "
        "expérimentation");
    add("terminé terminée prévu prévue prévisionnel prévisionnelle préparation présent présente précédent");
    add("précédente préfecture périmètre période père pièce pièces pôle priorité privé procédure procédures");
    add("numérique numériques budgétaire stratégie stratégique sécurité sécurisé société sélectionné série");
    add("santé salarié salariés service libellé lié liée liés marché marchés médecin médical mémoire métier");
    add("métiers méthode mise en œuvre intérieur intérêt interministériel interministérielle intégration");
    add("identité identifié opération opérations opérationnel opérateur outre-mer qualité quantité unité");
    add("université usager usagers données donnée dernière chaîne chômage conséquence conformité complété");
    add("complète complément cohérence collectivité agréé agrégé ajouté âge accès accélération activité");
    add("activités actualisé actualisée arrêt arrêté améliorer amélioration archivé général générale "
        "généraux");
    add("gérer géographique habilité français française fonctionnalité validé validée véhicule vérifié "
        "vérifier");
    add("zéro île îles maître maîtrise naître connaître naissance élevé élevée bénéfice bénéficiaire "
        "bâtiment");
    add("bâtiments bientôt dû dès précisé précision nécessaire négociation échange échanges publié publiée");
    add("M€ Md€ k€ célèbre collège lycée élection électoral électorale étranger étrangers écologique "
        "écologie égal "
        "événement");
}

void KnownWords::add(std::string_view text)
{
    const std::string folded = fold(text);
    for (std::size_t start = 0; start < folded.size();) {
        const std::size_t end = std::min(folded.find(' ', start), folded.size());
        if (end - start >= 3) words_.insert(folded.substr(start, end - start));
        start = end + 1;
    }
}

const KnownWords& KnownWords::french()
{
    static const KnownWords words;
    return words;
}

} // namespace panorama
