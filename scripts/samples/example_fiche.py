"""An invented project, as somebody fills it into the fiche."""

import datetime


def day(text):
    return datetime.date.fromisoformat(text)


LINES = {
    "Identifiant": "EX-0042",
    "Nom du projet": "Guichet des bibliothèques (exemple inventé)",
    "Ministère porteur": "Ministère de la Culture",
    "Phase du projet en cours": "Conception / Réalisation",
    "Diffusion": "Publiable",
    "Début": day("2024-01-15"),
    "Fin actualisée": day("2028-06-30"),
    "Coût actualisé": 18.1,
    "Dépensé à date": 7.1,
    "Date des données": day("2026-05-31"),
    "Responsable": "Camille Exemple (personne inventée)",
    "Confirmé sans changement": "Non",
    "Nom court": "GUIBIB",
    "Anciens noms": "Portail des bibliothèques",
    "Projet interministériel": "Non",
    "Description et objectifs du projet": "Projet inventé : un guichet unique de réservation pour des bibliothèques imaginaires.",
    "Zone fonctionnelle": "Gestion de la relation avec les usagers",
    "Programme de financement": "P224",
    "Critère d’entrée": "Coût complet de plus de 9 M€",
    "Début initial": day("2024-01-15"),
    "Fin initiale": day("2027-09-30"),
    "Coût initial": 14.0,
    "Date de la base initiale": day("2023-12-04"),
    "Source de la base initiale": "Avis article 3",
    "Début de la base en vigueur": day("2024-01-15"),
    "Fin de la base en vigueur": day("2028-03-31"),
    "Coût de la base en vigueur": 16.2,
    "Date de la base en vigueur": day("2025-09-18"),
    "Source de la base en vigueur": "Recalage",
    "TTC ou HT": "TTC",
    "Année des prix": 2026,
    "Taux de TVA": 0.2,
    "Mise en service": day("2028-01-01"),
    "Régime de l’avis": "ministère",
    "Information de la DINUM": day("2023-09-01"),
    "Date de réception du dossier": day("2023-11-06"),
    "Jours de suspension": 0,
    "Date de l’avis": day("2023-12-04"),
    "Sens de l’avis": "Favorable avec réserves",
    "Référence de l’avis": "Avis inventé n° 2023-999",
    "Réserves de l’avis": "Réversibilité à prévoir au marché (réserve inventée).",
    "Premier contrat": day("2024-02-20"),
    "Statut": "Orange",
    "Causes du glissement": "C03 Marché retardé ou infructueux",
    "Autres causes du glissement": "C06 Reprise de données plus longue que prévu",
    "Commentaire": "Un lot du marché a été relancé, puis la reprise des catalogues a pris six mois de plus (exemple inventé).",
    "Liste de vigilance": "Vigilance renforcée",
    "Dernière revue": day("2026-04-14"),
    "Prochaine revue": day("2026-10-13"),
}

TABLES = {
    "Recalé à la date du": [
        [day("2025-09-18"), "Lot 2 relancé après un marché infructueux", "Comité de pilotage", day("2024-01-15"), day("2028-03-31"), 16.2],
    ],
    "Nature de dépense": [
        [None, "HT", 0.9, 2.4, 2.6, 1.9, 0.3],
        [None, "HT", 0, 0.2, 0.3, 0.1],
        [None, "TTC", 0.1, 0.2, 0.2, 0.2],
        [None, "TTC", 0.1, 0.2, 0.3, 0.3],
        [None, "HT", 0, 0.1, 0.3, 0.4, 0.2],
        [None, "HT", 0, 0, 0, 0, 0.2],
        [None, None, 0.4, 0.6, 0.6, 0.5, 0.2],
        [None, "HT", None, None, None, None, 0.8, 0.8],
        [None, None, None, None, None, None, 0.2, 0.2],
    ],
    "Étape auditée": [["Choix de l’architecture", "Conforme aux réserves", day("2024-09-30"), day("2024-10-15")]],
    "Étape": [
        ["Marché notifié", "Titulaire choisi", day("2024-02-20"), day("2024-02-20"), day("2024-02-20")],
        ["Recette du lot 1", "Réservation en ligne", day("2026-03-31"), day("2026-11-30"), None],
        ["Ouverture à dix bibliothèques", "Pilote", day("2027-01-15"), day("2027-06-15"), None],
        ["Généralisation", "Toutes les bibliothèques", day("2027-09-30"), day("2028-06-30"), None],
    ],
    "Risque identifié": [["Catalogues de qualité inégale", "Audit des données avant chaque reprise", "Forte", "C06 Reprise de données plus longue que prévu"]],
    "Objet de l’intervention": [["Appui au pilotage du lot 2", "Plan de reprise suivi chaque mois", day("2025-10-01"), day("2025-12-19")]],
    "Thème du conseil": [["Estimation", "Réserve pour la reprise des données", day("2025-06-10"), "12 catalogues", "9 catalogues", 17.0, 16.2]],
}
FIRST_PERIOD = day("2024-01-01")
