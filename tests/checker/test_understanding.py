"""Tables as people keep them: what is read of each, and that no verdict is green over what was not read.

Each row: what is the matter, the file, and what comes of it: projects, total in M€, verdict and rules of reading."""

import json
import re
import tempfile
import pathlib
import subprocess
import unittest
from xml.sax.saxutils import escape

from test_checker import CHECKER

HEADER = ("Identifiant;Nom du projet;Ministère porteur;Phase;Date de début;Date de fin initiale;Date de fin actualisée;"
          "Coût initial (M€);Coût actualisé (M€);Interministériel")
A = "P1;ALTAÏR;Ministère de l’Intérieur;Déploiement;2022-01-01;2026-12-31;2027-06-30;18,4;20,6;Non"
B = "P2;BOUSSOLE;Ministère de la Justice;Expérimentation;2023-04-01;2026-09-30;2026-09-30;11,2;11,2;Oui"
C = "P3;CARDINAL;Ministère de la Culture;Déploiement;2021-09-01;2025-08-31;2026-12-31;9,5;10,8;Non"
D = "P4;DIAPASON;Ministère de l’Intérieur;Déploiement;2020-10-01;2025-03-31;2026-10-31;96;104,5;Oui"
THREE = [HEADER, A, B, C]
EMPTY = ";" * 9


def cut(line, *columns):
    return ";".join(cell for i, cell in enumerate(line.split(";")) if i not in columns)


def put(line, column, text):
    cells = line.split(";")
    cells[column] = text
    return ";".join(cells)


def headed(*columns, rows=(A, B, C)):
    """The table with other headers, as (column, header)."""
    header = HEADER
    for column, text in columns:
        header = put(header, column, text)
    return [header, *rows]


def row(**cells):
    names = dict(id=0, name=1, ministry=2, phase=3, start=4, first_end=5, end=6, first=7, cost=8, inter=9)
    line = EMPTY
    for name, text in cells.items():
        line = put(line, names[name], text)
    return line


def turned(*lines):
    return [";".join(cells) for cells in zip(*(line.split(";") for line in lines))]


def fiche(line):
    return [f"{label};{value}" for label, value in zip(HEADER.split(";"), line.split(";"))]


READ = "3 projects, 42.6, ready"

CASES = {
    "base": (THREE, READ),
    # Blocks, sheets and rows above
    "a second block under the same headers": ([*THREE, "", "", HEADER, D], "4 projects, 147.1, ready"),
    "a second block in another unit": ([*THREE, "", "Montants en k€", put(put(HEADER, 7, "Coût initial"), 8, "Coût actualisé"),
                                        put(put(D, 7, "96000"), 8, "104500")], "4 projects, 147.1, ready L03 L07"),
    "side by side": ([a + ";;" + b for a, b in zip([HEADER, A, B], [HEADER, C, D])], "4 projects, 147.1, ready L03"),
    "a project above the headers": ([D, *THREE], "3 projects, 42.6, partial L03"),
    "another block without headers that are known": ([*THREE, "", "Opération;Porteur;Montant;Budget", "DIAPASON;Intérieur;Déploiement;104,5",
                                                      "ÉTOILE;Justice;Cadrage;12"], "3 projects, 42.6, partial L03"),
    "a budget below": ([*THREE, "", "Année;Crédits ouverts;Crédits consommés", "2025;12,5;11", "2026;13;2"], READ),
    "contacts below": ([*THREE, "", "Contact;Courriel;Téléphone", "Mme Durand;durand@exemple.fr;01 00 00 00 00",
                        "M. Petit;petit@exemple.fr;01 00 00 00 01"], READ),
    "turned round": (turned(HEADER, A, B, C), READ),
    "two fiches in a sheet": ([*fiche(A), "", *fiche(B)], "2 projects, 31.8, ready"),
    "several fiches": ([*fiche(A), "", *fiche(B), "", *fiche(C)], READ),
    # Bytes and separators
    "a stray quote": ([HEADER, A, put(B, 1, '"BOUSSOLE'), C, D, put(A, 1, 'ÉTOILE "bis"'), ], "5 projects, 167.7, partial L04"),
    "a quote that closes lines later": ([HEADER, put(A, 1, '"ALTAÏR'), B, put(C, 1, 'CARDINAL"')], "3 projects, 42.6, partial L04"),
    "a text on two lines": ([HEADER, put(A, 1, '"ALTAÏR\nbis"'), B, C], "3 projects, 42.6, ready"),
    "a row parted by commas": ([*THREE, D.replace("104,5", "104.5").replace(";", ",")], "3 projects, 42.6, partial L03"),
    "a row quoted as a whole": ([*THREE, '"' + D + '"'], "3 projects, 42.6, partial L03"),
    # Units
    **{f"amounts in {unit}": (headed((7, f"Coût initial ({unit})"), (8, f"Coût actualisé ({unit})")), "3 projects, None, partial L07")
       for unit in ("USD", "MF CFP", "MF", "M francs", "M DH", "MUSD", "$", "ETP", "j.h", "jours", "%", "£", "CHF")},
    "amounts in k€": (headed((7, "Coût initial (k€)"), (8, "Coût actualisé (k€)"),
                             rows=[put(put(line, 7, first), 8, cost) for line, first, cost in
                                   ((A, "18400", "20600"), (B, "11200", "11200"), (C, "9500", "10800"))]), READ + " L07"),
    "amounts in KE and ME": (headed((7, "Coût initial (ME)"), (8, "Coût actualisé (KE)"),
                                    rows=[put(line, 8, cost) for line, cost in ((A, "20600"), (B, "11200"), (C, "10800"))]), READ + " L07"),
    "a group of headers with the unit": (["Identification;;;;Calendrier;;;Coûts (k€);;", headed((7, "Initial"), (8, "Actualisé"))[0],
                                         *(put(put(line, 7, first), 8, cost) for line, first, cost in
                                           ((A, "18400", "20600"), (B, "11200", "11200"), (C, "9500", "10800")))], READ + " L07"),
    "a title with the unit": (["Montants en k€", *headed((7, "Coût initial"), (8, "Coût actualisé"),
                               rows=[put(put(line, 7, first), 8, cost) for line, first, cost in
                                     ((A, "18400", "20600"), (B, "11200", "11200"), (C, "9500", "10800"))])], READ + " L07"),
    "too small for M€": ([HEADER, *(put(put(line, 7, "0,018"), 8, "0,02") for line in (A, B, C))], "3 projects, None, partial L07"),
    "an amount that no project costs": ([HEADER, put(A, 8, "20 600"), B, C], "3 projects, 22.0, partial"),
    "an amount with a unit that contradicts its column": ([HEADER, put(A, 8, "20 600 M€"), B, C], "3 projects, 22.0, partial"),
    **{f"an amount in {unit}": ([HEADER, put(A, 8, f"20,6 {unit}"), B, C], "3 projects, 22.0, to correct F04")
       for unit in ("M$", "M£", "M€ ?")},
    "an amount in k€ among M€": ([HEADER, put(A, 8, "20 600 k€"), B, C], READ),
    "an amount a thousand times too small": ([HEADER, put(A, 8, "0,0206"), B, C], "3 projects, 22.0, partial"),
    "durations in months under years": ([HEADER + ";Durée (années)", *(line + ";" + years for line, years in ((A, "60"), (B, "42"), (C, "64")))],
                                        "3 projects, 42.6, partial L07"),
    "one duration in months": ([HEADER + ";Durée (années)", *(line + ";" + years for line, years in ((A, "60"), (B, "3,5"), (C, "5,3")))],
                               "3 projects, 42.6, partial"),
    "fractions under a header in per cent": ([HEADER + ";Taux d’écart budgétaire (%)", A + ";0,12", B + ";0", C + ";0,137"], READ + " L07"),
    "another cost beside the updated one": ([HEADER + ";Coût estimé (M€)", A + ";25", B + ";11,2", C + ";10,8"], "3 projects, 42.6, partial L02"),
    "the same cost beside the updated one": ([HEADER + ";Coût estimé (M€)", A + ";20,6", B + ";11,2", C + ";10,8"], READ),
    "another end beside the updated one": ([HEADER + ";Date de fin", A + ";2026-12-31", B + ";", C + ";"], READ + " L02"),
    # Projects that were given up
    **{f"a phase {phase}": ([HEADER, put(A, 3, phase), B, C], "3 projects, 42.6, to correct F05")
       for phase in ("Abandonné", "Projet arrêté", "Déploiement / Terminé", "Expérimentation / Déploiement", "Déploiement ?")},
    **{f"given up, says {column}": ([HEADER + ";" + column, A + ";Abandonné", B + ";", C + ";"], READ) for column in ("Diffusion", "Statut")},
    "a Diffusion that nobody understands": ([HEADER + ";Diffusion", A + ";à valider", B + ";Publiable", C + ";Publiable"], READ),
    # Headers
    "numbered with letters": (headed((1, "a) Nom du projet"), (3, "b) Phase"), (8, "c) Coût actualisé (M€)")), READ),
    "footnote marks": (headed((7, "Coût initial (M€)²"), (8, "Coût actualisé¹ (M€)"), (3, "Phase (*)")), READ),
    "of a month": (headed((8, "Coût actualisé juin 2026 (M€)")), READ),
    "in the plural": (headed((1, "Noms des projets"), (7, "Coûts initiaux (M€)"), (8, "Coûts actualisés (M€)")), READ),
    "a group above": (["Identification;;;;Calendrier;;;Coûts (M€);;", headed((7, "Initial"), (8, "Actualisé"))[0], A, B, C], READ),
    "on three rows": (["Identifiant;Nom du projet;Ministère porteur;Phase;Calendrier;;;Coûts;;Interministériel",
                       ";;;;Dates;;;en M€;;", ";;;;Date de début;Date de fin initiale;Date de fin actualisée;Initial;Actualisé;", A, B, C], READ),
    "the name twice": (["Libellé;" + HEADER, *("autre nom;" + line for line in (A, B, C))], "3 projects, 42.6, ready L01"),
    "a later year": ([HEADER + ";Coût actualisé 2027 (M€)", *(line + ";99" for line in (A, B, C))], READ + " L02"),
    "two columns that fill each other up": ([HEADER + ";Coût actualisé (M€)", put(A, 8, "") + ";20,6", B + ";", C + ";"], READ + " L02"),
    "two columns that differ": ([HEADER + ";Coût actualisé (M€)", *(line + ";99" for line in (A, B, C))], "3 projects, 42.6, partial L02"),
    **{f"a variance in {unit}": ([HEADER + f";Écart {of} ({unit})", *(line + ";181" for line in (A, B, C))], READ + " L01")
       for unit, of in (("jours", "calendaire"), ("mois", "calendaire"), ("M€", "budgétaire"), ("k€", "budgétaire"))},
    "unknown costs": (headed((7, "Poste 1"), (8, "Poste 2")), "3 projects, None, partial L01"),
    # Rows
    "obligatory": ([HEADER, ";".join(["obligatoire"] * 10), A, B, C], READ),
    "numbers in brackets": ([HEADER, ";".join(f"({i})" for i in range(1, 11)), A, B, C], READ),
    "other words for the headers below": ([*THREE[:2], headed((1, "Projet"), (3, "Phase du projet en cours"), (8, "Coût actualisé"))[0], B, C], READ),
    "of which": ([*THREE, row(name="Dont interministériel", first="11,2", cost="11,2")], READ),
    "a sum with dates": ([*THREE, row(name="Total", start="2021-09-01", end="2027-06-30", first="39,1", cost="42,6")], READ),
    "a sum in the first row": ([HEADER, row(first="39,1", cost="42,6"), A, B, C], READ),
    "subtotals in the column of ministries": ([HEADER, A, row(ministry="Sous-total Intérieur", first="18,4", cost="20,6"), B, C], READ),
    "a subtotal called by its ministry": ([HEADER, A, B, C, row(ministry="Ensemble", first="39,1", cost="42,6")], READ),
    "prefilled": ([*THREE, row(id="P4", inter="Non"), row(id="P5", inter="Non")], READ),
    "identifiers alone": ([*THREE, *(f"P-{i:03}" + EMPTY for i in range(4, 10))], READ),
    "one identifier alone": ([*THREE, "P4" + EMPTY], READ),
    "two headers once more": ([*THREE[:2], row(name="Nom du projet", ministry="Ministère"), B, C], READ),
    "two headers in other words": ([*THREE[:2], row(name="Projet", ministry="Ministère"), B, C], READ),
    "headers in brackets": ([HEADER, row(name="[nom du projet]", ministry="[ministère]"), A, B, C], READ),
    "formulas of empty rows": ([*THREE, row(first="0", cost="0"), row(first="0", cost="0")], READ),
    "placeholders": ([*THREE, row(name="Projet 4"), row(name="Projet 5", inter="Non")], READ),
    "titles of ministries": ([cut(HEADER, 2), "Ministère de l’Intérieur" + EMPTY[1:], cut(A, 2), "MINISTÈRE DE LA JUSTICE" + EMPTY[1:],
                              cut(B, 2), "Ministère de la Culture", cut(C, 2)], READ),
    "titles in the column of names": ([HEADER, row(name="PROJETS EN DÉPLOIEMENT"), A, C, row(name="Projets en expérimentation"), B], READ),
    "notes below": ([*THREE, "", "Source : direction du numérique", "Signature :", "Les montants sont TTC."], READ),
    "notes in the column of names": ([*THREE, row(name="Signature :"), row(name="* hors maintenance")], READ),
    "the foot of a form": ([*THREE, ";Fait à Paris;le 12/06/2026", ";Signature :;"], READ),
    "a name alone": ([*THREE, row(name="ÉTOILE")], "3 projects, 42.6, partial L03"),
    "a project called RAD": ([*THREE, put(D, 1, "RAD")], "4 projects, 147.1, ready"),
    "an example": ([HEADER, put(put(A, 1, "Exemple : PROJET X"), 0, "EX"), A, B, C], "3 projects, 42.6, partial L03"),
    "words in brackets that wait for a project": ([*THREE, row(name="(nom du projet)", ministry="(ministère)"),
                                                   row(name="(nom du projet)", ministry="(ministère)")], READ),
    "a sum called so in the column of identifiers": ([*THREE, "Total général;3 projets;;;;;;39,1;42,6;1"], READ),
    "a sum called so before its count": ([*THREE, "TOTAL;3;;;;;;39,1;42,6;"], READ),
    "budgets of years beside the cost": ([HEADER + ";Budget 2025;Budget 2026", *(line + ";1;2" for line in (A, B, C))], READ + " L02"),
    "a sum with remarks": ([*THREE, row(name="Total", ministry="3 ministères", first="39,1", cost="42,6", inter="1")], READ),
    "a title in every cell": ([HEADER, A, ";".join(["Ministère de la Justice"] * 10), B, C], READ),
    "chantiers that nobody understood, with a remark": (["Ministère;Intitulé du chantier;Montant;Observation", "Ministère de la Culture;ÉTOILE;12;sans objet",
                                                         "Ministère de la Justice;COMÈTE;15;sans objet"], "None projects, None, partial"),
    "nothing to declare beside an amount": (["Ministère de la Culture : néant", "Projet ÉTOILE : 12 M€"], "None projects, None, partial"),
    # Nothing to declare
    "nothing to declare": ([HEADER, row(ministry="Ministère de la Culture", name="Rien à déclarer")], "0 projects, None, ready"),
    "nothing to declare, in a sentence": ([HEADER, "Ministère de la Culture : rien à déclarer"], "0 projects, None, ready"),
    "nothing to declare, above": (["Ministère de la Culture", "Rien à déclarer", HEADER], "0 projects, None, ready"),
    "nothing to declare, everywhere": ([HEADER, put(";".join(["sans objet"] * 10), 2, "Ministère de la Culture")], "0 projects, None, ready"),
    "nothing, and nobody says whose": ([HEADER, row(name="Néant")], "0 projects, None, partial L05"),
    "headers alone": ([HEADER], "0 projects, None, partial L05"),
}


# Of spreadsheets: sheets by name, their rows of cells. A name that begins with "~" is of a hidden sheet. A cell is a text, a number,
# or {"number", "style", "rows", "columns"}: shown in a style, merged over rows and columns. A row that begins with HIDDEN is hidden.
HIDDEN = object()
STYLES = {
    "percent": '<number:percentage-style style:name="F{0}"><number:number number:decimal-places="1" number:min-integer-digits="1"/>'
               "<number:text>%</number:text></number:percentage-style>",
    "k€": '<number:number-style style:name="F{0}"><number:number number:decimal-places="0" number:min-integer-digits="1"/>'
          "<number:text> k€</number:text></number:number-style>",
    "two": '<number:number-style style:name="F{0}"><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:number-style>',
    "date": '<number:date-style style:name="F{0}"><number:year number:style="long"/><number:text>-</number:text>'
            '<number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>',
    "$": '<number:currency-style style:name="F{0}"><number:currency-symbol number:language="en" number:country="US">$'
         '</number:currency-symbol><number:number number:decimal-places="2" number:min-integer-digits="1"/></number:currency-style>',
}


def cells_of(line):
    """A line of a CSV file as a spreadsheet holds it: amounts as numbers, dates as dates."""
    return [float(cell.replace(",", ".")) if re.fullmatch(r"\d+(,\d+)?", cell) else cell for cell in line.split(";")]


def in_style(line, style, scale=1):
    cells = cells_of(line)
    for column in (7, 8):
        cells[column] = {"number": cells[column] * scale, "style": style}
    return cells


def merged(cell, rows=1, columns=1):
    return {"text": cell, "rows": rows, "columns": columns}


BARE = [put(put(HEADER, 7, "Coût initial"), 8, "Coût actualisé"), A, B, C]
TABLE = [cells_of(line) for line in THREE]
WORKBOOKS = {
    "people beside the projects": ({"2026-06": [cells_of(line) for line in THREE],
                                    "Annuaire": [["Nom", "Ministère", "Téléphone", "Courriel"], ["Dupont", "Ministère de la Justice", 102030405.0, "a@exemple.fr"],
                                                 ["Durand", "Ministère de la Culture", 102030406.0, "b@exemple.fr"]]}, READ),
    "counts by ministry": ({"2026-06": [cells_of(line) for line in THREE],
                            "Synthèse par porteur": [["Ministère", "Nombre de projets", "Coût actualisé (M€)"], ["Ministère de l’Intérieur", 1.0, 20.6],
                                                     ["Ministère de la Justice", 1.0, 11.2]]}, READ),
    "credits by programme": ({"2026-06": [cells_of(line) for line in THREE],
                              "Crédits": [["Ministère", "Programme", "AE", "CP"], ["Ministère de la Justice", "P310", 12.0, 13.0],
                                          ["Ministère de la Culture", "P224", 12.0, 13.0]]}, READ),
    "a list of ministries": ({"2026-06": [cells_of(line) for line in THREE],
                              "Porteurs": [["Code", "Ministère", "Sigle"], [1.0, "Ministère de la Justice", "MJ"], [2.0, "Ministère de la Culture", "MC"]]}, READ),
    "projects under headers of their own": ({"2026-06": [cells_of(line) for line in THREE],
                                             "Autres": [["Opération", "Montant", "Étape"], ["DIAPASON", 104.5, "Déploiement"], ["ÉTOILE", 12.0, "Cadrage"]]},
                                            "3 projects, 42.6, partial L03"),
    "the edition before on a sheet named in words": ({"Décembre 2025": [cells_of(line) for line in THREE], "Juin 2026": [cells_of(line) for line in (*THREE, D)]},
                                                     "4 projects, 147.1, ready"),
    "base": ({"2026-06": TABLE}, READ),
    "a hidden row": ({"2026-06": [*TABLE[:2], [HIDDEN, *TABLE[2]], TABLE[3]]}, READ + " L06"),
    "a hidden sheet beside": ({"2026-06": TABLE, "~Autres": [TABLE[0], cells_of(D)]}, READ + " L06"),
    "a hidden sheet alone": ({"~2026-06": TABLE, "Lisez-moi": [["Mode d’emploi"]]}, READ + " L06"),
    "a ministry on each sheet": ({"Intérieur": TABLE[:2], "Justice": [TABLE[0], TABLE[2]], "Culture": [TABLE[0], TABLE[3]]}, READ + " L03"),
    "a copy": ({"2026-06": TABLE, "Copie": TABLE}, READ + " L06"),
    "the same projects with other figures": ({"A": TABLE, "B": [TABLE[0], *(cells_of(put(line, 8, "99")) for line in (A, B, C))]},
                                             "3 projects, 42.6, partial L03"),
    "an older edition": ({"2026-06": TABLE, "2025-12": TABLE}, "3 projects, 42.6, ready"),
    "contacts and budget": ({"2026-06": TABLE, "Contacts": [["Nom", "Courriel", "Téléphone"], ["Durand", "durand@exemple.fr", 33100000000.0]],
                             "Budget": [["Année", "Crédits"], [2025.0, 12.5], [2026.0, 13.0]]}, READ),
    "projects under headers of their own": ({"2026-06": TABLE, "Suite": [["Opération", "Porteur", "Montant"], ["DIAPASON", "Intérieur", 104.5],
                                                                         ["ÉTOILE", "Justice", 12.0]]}, "3 projects, 42.6, partial L03"),
    "projects without headers": ({"2026-06": TABLE, "Suite": [cells_of(D), cells_of(put(put(D, 1, "ÉTOILE"), 0, "P5"))]},
                                 "3 projects, 42.6, partial L03"),
    "a blank form beside": ({"2026-06": TABLE, "Modèle": [TABLE[0]]}, READ),
    "a guide to the columns beside": ({"2026-06": TABLE, "Aide": [[label, "Ce que l’on attend ici, par exemple"] for label in HEADER.split(";")]}, READ),
    "the fiche of one of its projects beside": ({"2026-06": TABLE, "Fiche": [cells_of(line) for line in fiche(A)]}, READ),
    "the fiche of another project beside": ({"2026-06": TABLE, "Fiche": [cells_of(line) for line in fiche(D)]},
                                            "3 projects, 42.6, partial L03"),
    "shown in k€": ({"2026-06": [cells_of(BARE[0]), *(in_style(line, "k€", 1000) for line in BARE[1:])]}, READ + " L07"),
    "shown in dollars": ({"2026-06": [cells_of(BARE[0]), *(in_style(line, "$") for line in BARE[1:])]}, "3 projects, None, partial L07"),
    "a ministry merged over its projects": ({"2026-06": [TABLE[0], [*cells_of(A)[:2], merged("Ministère de l’Intérieur", rows=2), *cells_of(A)[3:]],
                                                         [*cells_of(D)[:2], "", *cells_of(D)[3:]], TABLE[2]]}, "3 projects, 136.3, ready"),
    "headers merged both ways": ({"2026-06": [[merged("Identifiant", rows=2), merged("Nom du projet", rows=2), merged("Ministère porteur", rows=2),
                                               merged("Phase", rows=2), merged("Calendrier", columns=3), "", "", merged("Coûts (M€)", columns=2), "",
                                               merged("Interministériel", rows=2)],
                                              ["", "", "", "", "Date de début", "Fin initiale", "Fin actualisée", "Initial", "Actualisé", ""],
                                              *TABLE[1:]]}, READ),
    **{f"headers below the merged title {title}": ({"2026-06": [[*[""] * 4, merged("2. Calendrier", columns=3), "", "", merged(title, columns=2), "", ""],
                                                                [*TABLE[0][:4], "Début", "Fin initiale", "Fin actualisée", "Initial", "Actualisé",
                                                                 TABLE[0][9]],
                                                                *TABLE[1:]]}, READ)
       for title in ("Coûts en M€", "3. Coûts TTC", "COÛTS EN MILLIONS D’EUROS", "Montants (M€) *")},
    "a rate shown in per cent": ({"2026-06": [[*TABLE[0], "Taux d’écart budgétaire (%)"],
                                              *([*row, {"number": rate, "style": "percent"}]
                                                for row, rate in zip(TABLE[1:], (0.1196, 0.0, 0.1368)))]}, READ),
}


def fods(sheets):
    names = {name: i for i, name in enumerate(STYLES)}
    styles = "".join(STYLES[name].format(i) + f'<style:style style:name="C{i}" style:family="table-cell" style:data-style-name="F{i}"/>'
                     for name, i in names.items())
    styles += '<style:style style:name="H" style:family="table"><style:table-properties table:display="false"/></style:style>'
    tables = ""
    for name, rows in sheets.items():
        hidden = name.startswith("~")
        tables += f'<table:table table:name="{escape(name.lstrip("~"))}"' + (' table:style-name="H"' if hidden else "") + ">"
        for row in rows:
            is_hidden = bool(row) and row[0] is HIDDEN
            tables += "<table:table-row" + (' table:visibility="collapse"' if is_hidden else "") + ">"
            tables += "".join(cell_xml(cell, names) for cell in row[is_hidden:]) + "</table:table-row>"
        tables += "</table:table>"
    spaces = {"office": "office:1.0", "table": "table:1.0", "text": "text:1.0", "style": "style:1.0", "number": "datastyle:1.0"}
    declared = " ".join(f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{value}"' for key, value in spaces.items())
    return (f'<?xml version="1.0" encoding="UTF-8"?><office:document {declared} office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.spreadsheet">'
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>")


def cell_xml(cell, names):
    if not isinstance(cell, dict):
        cell = {"number": cell} if isinstance(cell, float) else {"text": cell}
    attributes = f' table:style-name="C{names[cell["style"]]}"' if "style" in cell else ""
    for key in ("rows", "columns"):
        attributes += f' table:number-{key}-spanned="{cell.get(key, 1)}"' if {"rows", "columns"} & cell.keys() else ""
    if "number" in cell:
        return f'<table:table-cell{attributes} office:value-type="float" office:value="{cell["number"]}"/>'
    if re.fullmatch(r"\d{4}-\d\d-\d\d", cell["text"]):
        return (f'<table:table-cell table:style-name="C{names["date"]}"{attributes} office:value-type="date" '
                f'office:date-value="{cell["text"]}"/>')
    if not cell["text"]:
        return f"<table:table-cell{attributes}/>"
    return f'<table:table-cell{attributes} office:value-type="string"><text:p>{escape(cell["text"])}</text:p></table:table-cell>'


def said(report):
    figures = report["figures"] or {}
    verdict = "partial" if not report["complete"] else "ready" if report["conforming"] else "to correct " + " ".join(
        sorted({one["rule"] for one in report["findings"] if one["severity"] == "error"}))
    reading = sorted({one["rule"] for one in report["findings"] if one["rule"].startswith("L")})
    return " ".join([f"{figures.get('projects')} projects, {figures.get('total_m_eur')}, {verdict}", *reading])


class SaidByTheUser(unittest.TestCase):
    """What the user says of columns, edition and rules, in a file or in a sheet of the workbook."""

    OTHER = [put(put(HEADER, 7, "Poste 1"), 8, "Poste 2"), A, B, C]
    MEANINGS = ["En-tête;Champ", "Poste 1;Coût initial", "Poste 2;Coût actualisé"]

    def check(self, lines, *options, meanings=None, name="a.csv"):
        with tempfile.TemporaryDirectory() as folder:
            file, output, columns = pathlib.Path(folder, name), pathlib.Path(folder, "o.json"), pathlib.Path(folder, "colonnes.csv")
            file.write_text(lines if isinstance(lines, str) else "\n".join(lines) + "\n", encoding="utf-8")
            if meanings:
                columns.write_text("\n".join(meanings) + "\n", encoding="utf-8")
                options += ("--columns", columns)
            done = subprocess.run([CHECKER, *options, "--format", "json", "--output", output, file], capture_output=True, text=True, timeout=120)
            return done, json.loads(output.read_text("utf-8")) if output.exists() else None

    def test_a_file_says_what_columns_are(self):
        done, report = self.check(self.OTHER, "--edition", "2026-06", meanings=self.MEANINGS)
        self.assertEqual((0, READ), (done.returncode, said(report)))

    def test_it_also_says_the_edition_and_the_rules(self):
        done, report = self.check(self.OTHER, meanings=["Édition;2026-06", "Règles;panorama", *self.MEANINGS])
        self.assertEqual((0, READ, "2026-06"), (done.returncode, said(report), report["edition"]))

    def test_a_field_that_nobody_knows_is_refused(self):
        for wrong in (["En-tête;Champ", "Poste 1;Enveloppe magique"], ["Poste 1;Coût initial"]):
            done, report = self.check(self.OTHER, meanings=wrong)
            self.assertEqual((2, None), (done.returncode, report))
            self.assertIn("ne dit pas ce que sont les colonnes", done.stderr)

    def test_a_sheet_of_the_workbook_says_so(self):
        sheets = {"2026-06": [cells_of(line) for line in self.OTHER], "Sens des colonnes": [line.split(";") for line in self.MEANINGS]}
        done, report = self.check(fods(sheets), name="a.fods")
        self.assertEqual((0, READ), (done.returncode, said(report)))

    def test_a_field_of_a_sheet_that_nobody_knows_leaves_the_check_partial(self):
        meanings = [*self.MEANINGS, "Interministériel;Enveloppe magique"]
        sheets = {"2026-06": [cells_of(line) for line in self.OTHER], "Sens des colonnes": [line.split(";") for line in meanings]}
        done, report = self.check(fods(sheets), name="a.fods")
        self.assertEqual((1, False, ["no-meaning"]), (done.returncode, report["complete"], [one["why"] for one in report["not_checked"]]))

    def test_the_edition_stands_in_a_title(self):
        for title, edition in (("20e édition (décembre 2024)", "2024-12"), ("Panorama des grands projets, juin 2026", "2026-06"),
                               ("Édition n° 20", "2024-12"), ("Édition de décembre 2024", "2024-12"), ("Situation en juin 2026", None)):
            with self.subTest(title):
                _, report = self.check([title, *THREE])
                self.assertEqual(edition, report["edition_date"])

    def test_sources_of_the_edition_that_disagree_are_told(self):
        other = " ; autre indication : décembre 2024 (d’après un titre au-dessus du tableau)"
        for title, options, expected in (
                ("20e édition (décembre 2024)", ("--edition", "2026-06"), "juin 2026 (indiquée par vous)" + other),
                ("Édition n° 20", ("--edition", "2026-06"), "juin 2026 (indiquée par vous)" + other),
                ("Panorama, juin 2026", ("--edition", "2026-06"), "juin 2026 (indiquée par vous)"),
                ("20e édition (décembre 2024)", (), "décembre 2024 (d’après un titre au-dessus du tableau)")):
            with self.subTest(title), tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder, "a.csv")
                file.write_text("\n".join([title, *THREE]) + "\n", encoding="utf-8")
                done = subprocess.run([CHECKER, *options, file], capture_output=True, text=True, timeout=120)
                note = next(line for line in done.stdout.replace("\u00a0", " ").replace("\u202f", " ").splitlines() if "Édition : " in line)
                self.assertEqual(expected, note.split("Édition : ")[1].removeprefix("20, ").strip(". "))

    def test_without_a_date_a_check_is_partial(self):
        done, report = self.check(THREE)
        self.assertEqual((1, False, ["no-date"]), (done.returncode, report["complete"], [one["why"] for one in report["not_checked"]]))

    def test_an_edition_before_that_is_later_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            later = pathlib.Path(folder, "panorama-2027-06.csv")
            later.write_text("\n".join(THREE) + "\n", encoding="utf-8")
            done, report = self.check(THREE, "--edition", "2026-06", "--previous", later)
            self.assertIsNone(report["comparison"])

    def test_a_fiche_with_empty_cells_is_to_be_filled_in(self):
        lines = fiche(A)
        lines[7] = "Coût initial (M€);"
        lines[3] = "Phase;"
        done, report = self.check(lines, "--edition", "2026-06")
        self.assertEqual((1, False, True), (done.returncode, report["complete"], "to-complete" in [one["why"] for one in report["not_checked"]]))

    def test_a_nil_return_alone_is_an_answer(self):
        for lines, code in ((["Ministère de la Culture", "Rien à déclarer"], 0), (["Ministère de la Culture : état néant"], 0), (["Rien à déclarer"], 2)):
            with self.subTest(lines):
                self.assertEqual(code, self.check(lines)[0].returncode)

    def test_a_lone_nil_return_is_read(self):
        _, report = self.check(["Ministère de la Culture", "Rien à déclarer"], "--edition", "2026-06")
        self.assertEqual((0, {"filled": 2, "read": 2, "set_aside": 0, "not_understood": 0}), (report["figures"]["projects"], report["cells"]))

    def test_a_project_given_up_is_in_no_rate(self):
        for lines in ([HEADER, put(A, 3, "Abandonné"), B, C], [HEADER + ";Statut", A + ";Projet abandonné", B + ";Vert", C + ";Vert"]):
            with self.subTest(lines[1]):
                _, report = self.check(lines, "--edition", "2026-06")
                rate = report["figures"]["budget_slippage_detail"]
                self.assertEqual((2, 1), (rate["used"], rate["excluded"]))
                self.assertIn(("F05", "B2"), [(one["rule"], "B2" if "ALTAÏR" in one["message"] else one["cell"]) for one in report["findings"]])

    def test_an_edition_before_that_cannot_be_read_leaves_the_check_partial(self):
        done, report = self.check(THREE, "--edition", "2026-06", "--previous", "/nowhere/before.csv")
        self.assertEqual((2, False, False, ["no-previous"]), (done.returncode, report["complete"], report["conforming"],
                                                              [one["why"] for one in report["not_checked"]]))

    def test_a_cost_or_a_duration_to_confirm_is_not_published(self):
        lines = [HEADER + ";Diffusion", put(A, 8, "0,0206") + ";Publiable", B + ";Publiable", C + ";Publiable"]
        with tempfile.TemporaryDirectory() as folder:
            file, output = pathlib.Path(folder, "a.csv"), pathlib.Path(folder, "o.csv")
            file.write_text("\n".join(lines) + "\n", encoding="utf-8")
            subprocess.run([CHECKER, "--publish", "--edition", "2026-06", "--output", output, file], capture_output=True, text=True, timeout=120)
            self.assertFalse(output.exists() and "0.0206" in output.read_text("utf-8"))

    def test_headers_that_were_read_and_the_nearest_known_ones(self):
        done, _ = self.check(["Libellé du projt;Mnistère;Bugdet initial;Calendrier", "A;MJ;12;2020"])
        self.assertEqual(2, done.returncode)


class Understanding(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.files = {name: folder / (f"{i:03} " + re.sub(r"\W+", " ", name) + ".csv") for i, name in enumerate(CASES)}
        for name, file in cls.files.items():
            file.write_text("\n".join(CASES[name][0]) + "\n", encoding="utf-8")
        workbooks = {name: folder / (f"{i:03} " + re.sub(r"\W+", " ", name) + ".fods") for i, name in enumerate(WORKBOOKS)}
        for name, file in workbooks.items():
            file.write_text(fods(WORKBOOKS[name][0]), encoding="utf-8")
        cls.files = {("text", name): file for name, file in cls.files.items()} | {("workbook", name): file for name, file in workbooks.items()}
        output = folder / "reports.json"
        subprocess.run([CHECKER, "--edition", "2026-06", "--format", "json", "--output", output, *cls.files.values()],
                       capture_output=True, timeout=240)
        cls.reports = {pathlib.Path(one["file"]).name: one for one in map(json.loads, output.read_text("utf-8").split("\n")[:-1])}

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_each_is_read_or_told(self):
        for name, file in self.files.items():
            with self.subTest(name):
                cases = CASES if name[0] == "text" else WORKBOOKS
                self.assertEqual(cases[name[1]][1], said(self.reports[file.name]))

    def test_every_filled_cell_is_in_one_account(self):
        for name, file in self.files.items():
            with self.subTest(name):
                cells = self.reports[file.name]["cells"]
                self.assertEqual(cells["filled"], cells["read"] + cells["set_aside"] + cells["not_understood"])

    def test_cells_that_look_like_projects_are_not_understood(self):
        for name, cells in (("base", 0), ("another block without headers that are known", 12), ("a budget below", 0),
                            ("contacts below", 0)):
            with self.subTest(name):
                report = self.reports[self.files["text", name].name]
                self.assertEqual(cells, report["cells"]["not_understood"])


if __name__ == "__main__":
    unittest.main()
