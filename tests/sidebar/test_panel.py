"""What the deck shows of a workbook and what its buttons do, in both languages."""

import datetime
import shutil
import time
import unittest
import zipfile

from deck_case import CLEAN, DEFECTS, DeckCase, plain
from office import FILTERS, SOURCE, property_values
from panels import FIGURES, PROJECT, Panorama
from waiting import wait_for

# The first sheet's findings: sign, cell, what the French and the English message hold.
FINDINGS = (
    ("⚠", "B5", "espace en trop", "ALTAÏR"),
    ("⚠", "C6", "liste des ministères", "Justise"),
    ("✖", "F7", "deux chiffres", "avril 15"),
    ("⚠", "L8", "nombre saisi comme du texte", "number typed as text"),
    ("✖", "I9", "phase de la liste", "En cours"),
    ("✖", "D10", "ni « Oui » ni « Non »", "Peut-être"),
    ("✖", "M11", "entre 9 et 20 M€", "entre 9 et 20 M€"),
    ("✖", "F12", "HALIOTIDE", "HALIOTIDE"),
    ("✖", "H13", "ISATIS", "ISATIS"),
    ("⚠", "L14", "JALON", "JALON"),
    ("✖", "L15", "somme des lignes", "300"),
)
MARKS = {0xF7B6B3: "error", 0xFFD691: "warning", 0xBFDBF5: "information"}


def cell(document, name, sheet=0):
    return document.Sheets[sheet].getCellRangeByName(name)


def content(document):
    """Everything the first sheet holds, as formulas."""
    cursor = document.Sheets[0].createCursor()
    cursor.gotoEndOfUsedArea(False)
    return document.Sheets[0].getCellRangeByName("A1:N20").FormulaArray


def marks(document):
    """The cells that have one of the colours that are nobody else's: "error F7"."""
    found = []
    for sheet in document.Sheets:
        for alike in sheet.UniqueCellFormatRanges:
            kind = MARKS.get(alike.CellBackColor & 0xFFFFFF)
            for area in alike.RangeAddresses if kind else ():
                found += [f"{kind} {chr(65 + column)}{row + 1}" for row in range(area.StartRow, area.EndRow + 1)
                          for column in range(area.StartColumn, area.EndColumn + 1)]
    return sorted(found)


def has_marks(text):
    return any(f"#{colour:06x}" in text for colour in MARKS)


def is_active(document):
    """Whether the deck is the one that is shown. Each object is held as long as the next one is asked."""
    sidebar = document.CurrentController.getSidebar()
    decks = sidebar.getDecks() if sidebar.isVisible() else None
    deck = decks.getByName("PanoramaDeck") if decks and decks.hasByName("PanoramaDeck") else None
    return bool(deck and deck.isActive())


class Verdict:
    """In a language: what the deck says of the sample."""

    badge = None
    second_badge = None
    hidden = None
    message = None  # its place in FINDINGS

    def test_verdict_within_a_second_and_a_half(self):
        document = self.open()
        document.CurrentController.Frame.ContainerWindow.IsMaximized = True
        started = time.monotonic()
        panorama = Panorama(self.screen, self.office, document)
        seconds = time.monotonic() - started
        self.assertEqual(plain(panorama.badge()), self.badge)
        self.assertLess(seconds, 1.5)

    def test_findings_with_their_cells(self):
        panorama = self.panorama()
        shown = [plain(text) for text in panorama.findings()]
        self.assertEqual(len(shown), len(FINDINGS))
        for finding in FINDINGS:
            with self.subTest(cell=finding[1]):
                start = f"{finding[0]} {finding[1]} · "
                found = [text for text in shown if text.startswith(start)]
                self.assertEqual(len(found), 1, shown)
                self.assertIn(finding[self.message], found[0])

    def test_each_sheet_has_its_own_findings(self):
        panorama = self.panorama()
        document = panorama.document
        document.CurrentController.ActiveSheet = document.Sheets[1]
        wait_for("the second sheet", lambda: plain(panorama.badge()) == self.second_badge)
        self.assertTrue(all("L8" not in text for text in panorama.findings()))
        document.CurrentController.ActiveSheet = document.Sheets[0]
        wait_for("the first sheet", lambda: plain(panorama.badge()) == self.badge)

    def test_filter_by_severity(self):
        panorama = self.panorama()
        for item, signs, hidden in ((2, {"✖"}, 4), (1, {"✖", "⚠"}, 0), (0, {"✖", "⚠"}, 0)):
            with self.subTest(item=item):
                panorama.pick("severity", item)
                wait_for("the filter", lambda: {text[0] for text in panorama.findings()} == signs)
                panorama.settled()
                self.assertEqual(self.hidden.format(hidden) in plain(panorama.label("listLabel")), hidden > 0)
        self.assertEqual(len(panorama.findings()), len(FINDINGS))

    def test_filter_by_words(self):
        panorama = self.panorama()
        for words, cells in (("etalon", {"I9"}), ("FANAL", {"D10"}), ("l15", {"L15"}), ("R03", {"F12"}), ("no such words", set()),
                             ("", {finding[1] for finding in FINDINGS})):
            with self.subTest(words=words):
                panorama.control("filter").setText(words)
                wait_for("the filter", lambda: {text.split()[1] for text in panorama.findings()} == cells)

    def test_group_by_project(self):
        panorama = self.panorama()
        panorama.pick("grouping", 1)
        wait_for("projects", lambda: any(heading.startswith("CARDINAL") for heading, _ in panorama.groups()))
        panorama.expand_all()
        self.assertEqual(len(panorama.findings()), len(FINDINGS))
        panorama.pick("grouping", 0)
        wait_for("rules", lambda: any(heading.startswith("F03") for heading, _ in panorama.groups()))

    def test_other_ways_to_open_it(self):
        document = self.open()
        frame = document.CurrentController.Frame
        dispatcher = self.office.service("com.sun.star.frame.DispatchHelper")
        # As the entry of View does, which closes the deck where it is open.
        if is_active(document):
            dispatcher.executeDispatch(frame, ".uno:SidebarDeck.PanoramaDeck", "", 0, ())
            wait_for("the deck is closed", lambda: not is_active(document))
        dispatcher.executeDispatch(frame, ".uno:SidebarDeck.PanoramaDeck", "", 0, ())
        wait_for("View > Panorama opens the deck", lambda: is_active(document))
        panorama = Panorama(self.screen, self.office, document)
        self.assertEqual(plain(panorama.badge()), self.badge)
        for command in ("show", "check", "show"):  # no toggle: who asks for it gets it
            panorama.command(command)
        panorama.settled()
        self.assertEqual(plain(panorama.badge()), self.badge)

    def test_workbook_without_a_table(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, property_values(OnMainThread=True))
        self.addCleanup(self.office.close, document)
        panorama = Panorama(self.screen, self.office, document)
        self.assertEqual(plain(panorama.badge()), self.no_table)
        self.assertEqual(panorama.findings(), [])


class FrenchVerdict(Verdict, DeckCase):
    badge = "✖ 7 erreurs, 4 avertissements"
    second_badge = "✖ 4 erreurs, 1 avertissement, 4 informations"
    hidden = "{} masqués par le filtre"
    no_table = "○ Aucun tableau de projets"
    message = 2


class EnglishVerdict(Verdict, DeckCase):
    language = "en"
    badge = "✖ 7 errors, 4 warnings"
    second_badge = "✖ 4 errors, 1 warning, 4 notes"
    hidden = "{} hidden by the filter"
    no_table = "○ No table of projects"
    message = 3


class Buttons(DeckCase):
    def refused(self, panorama, button, sentence):
        """A button that changes nothing and says why."""
        document = panorama.document
        before, steps = content(document), self.undo_titles(document)
        panorama.press(button)
        wait_for("the sentence", lambda: sentence in plain(panorama.status()))
        self.assertEqual(content(document), before)
        self.assertEqual(self.undo_titles(document), steps)

    def test_details(self):
        panorama = self.panorama()
        self.assertEqual(panorama.details(), "Choisissez un constat pour en lire le détail.")
        panorama.choose("L8")
        details = plain(panorama.details())
        for words in ("avertissement F04, L8, DIAPASON", "« 104,5 » est un nombre saisi comme du texte", "Attendu :", "Correction",
                      "Pourquoi :", "Source :"):
            self.assertIn(words, details)

    def test_buttons_follow_the_choice(self):
        panorama = self.panorama()

        def enabled():
            return {name: panorama.control(name).getModel().Enabled for name in ("goTo", "fix", "accept", "fixAll", "export")}
        always = {"fixAll": True, "export": True}
        self.assertEqual(enabled(), {"goTo": False, "fix": False, "accept": False, **always})
        panorama.choose("B5")
        self.assertEqual(enabled(), {"goTo": True, "fix": True, "accept": True, **always})
        panorama.choose("I9")  # nothing is proposed for it
        self.assertEqual(enabled(), {"goTo": True, "fix": False, "accept": True, **always})

    def test_go_to_the_cell(self):
        panorama = self.panorama()
        selection = lambda: panorama.document.CurrentSelection.AbsoluteName  # noqa: E731
        panorama.choose("M11")
        panorama.press("goTo")
        wait_for("the cell", lambda: selection() == "$Portefeuille.$M$11")
        # The mouse and the keyboard of a user: the list's first finding is below the first heading.
        panorama.click("findings", 120, 30)
        wait_for("the first finding", lambda: "F03, F7" in panorama.details())
        wait_for("the cell, of a single click", lambda: selection() == "$Portefeuille.$F$7")
        # The keyboard is still in the list.
        self.screen.key("Down")
        self.screen.key("Down")
        wait_for("the next finding", lambda: "F05, I9" in panorama.details())
        self.screen.key("Return")
        wait_for("the cell", lambda: selection() == "$Portefeuille.$I$9")
        panorama.click("findings", 120, 96)
        wait_for("another cell", lambda: selection() == "$Portefeuille.$D$10")
        panorama.click("findings", 120, 65, times=2)
        wait_for("the cell", lambda: selection() == "$Portefeuille.$I$9")
        # What is typed next goes into the sheet.
        self.screen.type("Cadrage")
        self.screen.key("Return")
        wait_for("what was typed", lambda: cell(panorama.document, "I9").String == "Cadrage")
        wait_for("the finding is gone", lambda: not any(" I9 " in text for text in panorama.findings()))

    def test_the_context_is_folded(self):
        panorama = self.panorama()
        panorama.settled()
        height = panorama.control("findings").getPosSize().Height
        self.assertEqual("▸ décembre 2024", panorama.label("context"))
        self.assertNotIn("Règles appliquées", panorama.label("situation"))
        panorama.press("context")
        wait_for("the context", lambda: "Règles appliquées" in panorama.label("situation"))
        self.assertEqual("▾ décembre 2024", panorama.label("context"))
        wait_for("the list makes room", lambda: panorama.control("findings").getPosSize().Height < height)
        panorama.press("context")
        wait_for("the list has it back", lambda: panorama.control("findings").getPosSize().Height == height)

    def test_next_finding(self):
        panorama = self.panorama()
        for place in ("$F$7", "$I$9", "$D$10"):
            panorama.command("nextFinding")
            wait_for(place, lambda: panorama.document.CurrentSelection.AbsoluteName == "$Portefeuille." + place)

    def test_go_to_a_folded_section(self):
        panorama = self.panorama("fiche-exemple.fods")
        sheet = panorama.document.Sheets[0]
        labels = sheet.getCellRangeByPosition(1, 0, 1, 160).DataArray
        row = next(row for row, (label,) in enumerate(labels) if str(label).startswith("En savoir plus"))
        self.assertFalse(sheet.Rows[row].IsVisible)
        sheet.getCellByPosition(2, row).String = "http://localhost/"
        wait_for("the finding", lambda: any(f" C{row + 1} " in text for text in panorama.findings()))
        panorama.choose(f" C{row + 1} ")
        panorama.press("goTo")
        wait_for("the section to open", lambda: sheet.Rows[row].IsVisible)

    def test_go_to_a_hidden_sheet(self):
        panorama = self.panorama()
        document = panorama.document
        document.CurrentController.ActiveSheet = document.Sheets[1]
        wait_for("its findings", lambda: any("M5" in text for text in panorama.findings()) or panorama.expand_all())
        panorama.expand_all()
        panorama.choose("M5")
        panorama.control("goTo")  # held before the sheet goes
        document.Sheets[1].IsVisible = False
        panorama.press("goTo")  # at once: the list is still the hidden sheet's
        wait_for("a word", lambda: "masquée" in panorama.status() or panorama.document.CurrentSelection.AbsoluteName is None, 3)

    def test_fix_one(self):
        panorama = self.panorama()
        document = panorama.document
        panorama.choose("B5")
        panorama.press("fix")
        wait_for("the sentence", lambda: panorama.status() == "Corrigé en B5.")
        self.assertEqual(cell(document, "B5").String, "ALTAÏR")
        self.assertEqual(self.undo_titles(document), ["Panorama : corriger B5"])
        wait_for("one finding less", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 3 avertissements")
        document.UndoManager.undo()
        self.assertEqual(cell(document, "B5").String, "ALTAÏR ")
        wait_for("it is back", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 4 avertissements")
        document.UndoManager.redo()
        self.assertEqual(cell(document, "B5").String, "ALTAÏR")
        wait_for("it is gone", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 3 avertissements")

    def test_fix_to_confirm(self):
        panorama = self.panorama()
        for place, type_of, shown in (("C6", "TEXT", "Ministère de la Justice"), ("F7", "VALUE", "01/04/2015"), ("L8", "VALUE", "104,5")):
            with self.subTest(cell=place):
                panorama.settled()
                panorama.choose(f" {place} ")
                panorama.press("fix")
                wait_for("the sentence", lambda: panorama.status() == f"Corrigé en {place}.")
                self.assertEqual(cell(panorama.document, place).Type.value, type_of)
                self.assertEqual(cell(panorama.document, place).String, shown)

    def test_fix_what_stands_for_several_cells(self):
        panorama = self.panorama(CLEAN)
        document = panorama.document
        column = document.Sheets[0].getCellRangeByName("K5:K12")
        shown = [each[0] for each in column.DataArray]
        texts = tuple((str(each).replace(".", ","),) for each in shown)
        column.NumberFormat = document.NumberFormats.queryKey("@", document.CharLocale, False)
        column.DataArray = texts

        def found():
            panorama.expand_all()
            return panorama.every_finding()

        wait_for("one finding for all", lambda: any("K5 (8 cellules)" in plain(group) for group in found()))
        panorama.choose("K5 (8 cellules)")
        panorama.press("fix")
        wait_for("the sentence", lambda: panorama.status() == "Corrigé en K5 (8 cellules).")
        self.assertEqual(shown, [each[0] for each in column.DataArray])
        self.assertEqual("Panorama : corriger K5 (8 cellules)", self.undo_titles(document)[0])
        document.UndoManager.undo()
        self.assertEqual(texts, column.DataArray)

    def test_fix_all_is_one_step(self):
        panorama = self.panorama()
        document = panorama.document
        before = content(document)
        panorama.press("fixAll")
        wait_for("the sentence", lambda: panorama.status() == "2 corrections faites.")
        self.assertEqual((cell(document, "B5").String, cell(document, "L8").Value), ("ALTAÏR", 104.5))
        self.assertEqual(self.undo_titles(document), ["Panorama : corrections sûres"])
        wait_for("two findings less", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 2 avertissements")
        self.refused(panorama, "fixAll", "Aucune correction sûre à faire.")
        document.UndoManager.undo()
        self.assertEqual(content(document), before)
        wait_for("they are back", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 4 avertissements")

    def test_protected_sheet(self):
        panorama = self.panorama()
        document = panorama.document
        document.Sheets[0].protect("")
        panorama.settled()
        panorama.choose("B5")
        self.refused(panorama, "fix", "La feuille « Portefeuille » est protégée")
        self.refused(panorama, "fixAll", "2 laissées : feuille protégée.")
        document.Sheets[0].unprotect("")
        panorama.settled()
        panorama.choose("B5")
        panorama.press("fix")
        wait_for("the fix", lambda: cell(document, "B5").String == "ALTAÏR")

    def test_unlocked_cell_of_a_protected_sheet(self):
        panorama = self.panorama()
        document = panorama.document
        free = cell(document, "B5").CellProtection
        free.IsLocked = False
        cell(document, "B5").CellProtection = free
        document.Sheets[0].protect("")
        panorama.settled()
        panorama.press("fixAll")
        wait_for("the sentence", lambda: plain(panorama.status()) == "1 correction faite. 1 laissées : feuille protégée.")
        self.assertEqual((cell(document, "B5").String, cell(document, "L8").String), ("ALTAÏR", "104,5"))

    def test_read_only_document(self):
        panorama = self.panorama(ReadOnly=True)
        self.assertEqual(plain(panorama.badge()), "✖ 7 erreurs, 4 avertissements")
        panorama.choose("B5")
        for button in ("fix", "fixAll"):
            self.refused(panorama, button, "Le document est en lecture seule")
        panorama.command("export.sheet")
        wait_for("the sentence", lambda: "lecture seule" in panorama.status())
        self.assertEqual(len(panorama.document.Sheets), 2)

    def test_formula(self):
        panorama = self.panorama()
        cell(panorama.document, "B5").Formula = '="ALTAÏR "'
        panorama.settled()
        panorama.choose("B5")
        if panorama.control("fix").getModel().Enabled:
            self.refused(panorama, "fix", "La cellule B5 contient une formule")
        panorama.press("fixAll")
        wait_for("the sentence", lambda: panorama.status().startswith("1 correction faite."))
        self.assertEqual(cell(panorama.document, "B5").Formula, '="ALTAÏR "')

    def test_cell_changed_since_the_check(self):
        panorama = self.panorama()
        panorama.settled()
        panorama.choose("B5")
        fix = panorama.control("fix").getAccessibleContext()
        changed = cell(panorama.document, "B5")

        def act():  # in one go: no check comes between
            changed.String = "ALTAÏR 2 "
            fix.doAccessibleAction(0)

        self.meanwhile(act).join(20)
        self.assertIn("La cellule B5 a changé depuis le contrôle", panorama.status())
        self.assertEqual(cell(panorama.document, "B5").String, "ALTAÏR 2 ")
        panorama.settled()
        panorama.choose("B5")
        panorama.press("fix")
        wait_for("the fix", lambda: cell(panorama.document, "B5").String == "ALTAÏR 2")

    def test_row_inserted_since_the_check(self):
        panorama = self.panorama()
        document = panorama.document
        panorama.settled()
        panorama.choose("B5")
        fix, rows = panorama.control("fix").getAccessibleContext(), document.Sheets[0].Rows

        def act():
            rows.insertByIndex(4, 1)
            fix.doAccessibleAction(0)

        self.meanwhile(act).join(20)
        self.assertIn("a changé depuis le contrôle", panorama.status())
        self.assertEqual((cell(document, "B5").String, cell(document, "B6").String), ("", "ALTAÏR "))


class Acceptances(DeckCase):
    def accept(self, panorama, words, reason, keys):
        """Fills in the form with the keyboard."""
        panorama.choose(words)
        self.meanwhile(lambda: panorama.press("accept"))
        self.dialog("Accepter un constat")
        self.screen.type(reason)
        for key in keys:
            if key in ("Tab", "Return", "Escape"):
                self.screen.key(key)
            else:
                self.screen.type(key)


    def test_accepted_with_the_keyboard(self):
        panorama = self.panorama()
        document = panorama.document
        self.accept(panorama, "I9", "essai prolonge", ["Tab", "Anne Martin", "Tab", "31/12/2030", "Return"])
        wait_for("the sentence", lambda: plain(panorama.status()) == "Constat accepté : ligne ajoutée à la feuille « Acceptations ».")
        wait_for("it no longer counts", lambda: "6 erreurs" in plain(panorama.badge()))
        self.assertEqual(self.undo_titles(document), ["Panorama : accepter un constat"])
        sheet = document.Sheets.getByName("Acceptations")
        rows = sheet.getCellRangeByName("A1:H6").DataArray
        line = [row for row in rows if "F05" in row]
        self.assertEqual(len(line), 1, rows)
        self.assertIn("essai prolonge", line[0])
        self.assertIn("Anne Martin", line[0])
        panorama.settled()

        # The next one goes below.
        self.accept(panorama, "D10", "en attente", ["Tab", "Paul", "Return"])
        wait_for("it no longer counts", lambda: "5 erreurs" in plain(panorama.badge()))
        rows = sheet.getCellRangeByName("A1:H6").DataArray
        self.assertEqual([i for i, row in enumerate(rows) if "F06" in row], [[i for i, row in enumerate(rows) if "F05" in row][0] + 1])

        document.UndoManager.undo()
        document.UndoManager.undo()
        self.assertFalse(document.Sheets.hasByName("Acceptations"))
        document.CurrentController.ActiveSheet = document.Sheets[0]  # the office has shown the neighbour of the sheet that went
        wait_for("both are back", lambda: plain(panorama.badge()) == "✖ 7 erreurs, 4 avertissements")
        document.UndoManager.redo()
        wait_for("accepted again", lambda: "6 erreurs" in plain(panorama.badge()))

    def test_form_is_asked_again_until_it_is_complete(self):
        panorama = self.panorama()
        before = content(panorama.document)
        self.accept(panorama, "I9", "essai", ["Return"])

        def texts():
            dialog = self.dialog("Accepter un constat").getAccessibleContext()
            return [dialog.getAccessibleChild(i).getAccessibleContext().getAccessibleName()
                    for i in range(dialog.getAccessibleChildCount())]
        wait_for("a word", lambda: "Indiquez le motif et la personne qui accepte." in texts())
        self.screen.key("Escape")
        self.gone("Accepter un constat")
        self.assertEqual(content(panorama.document), before)
        self.assertEqual(len(panorama.document.Sheets), 2)
        self.assertEqual(self.undo_titles(panorama.document), [])

    def test_read_only_document(self):
        panorama = self.panorama(ReadOnly=True)
        self.accept(panorama, "I9", "essai", ["Tab", "Anne", "Return"])
        wait_for("the sentence", lambda: "lecture seule" in panorama.status())
        self.assertEqual(len(panorama.document.Sheets), 2)

    def test_table_dialog_and_escape(self):
        panorama = self.panorama()
        before = (plain(panorama.badge()), panorama.findings(), content(panorama.document))
        self.meanwhile(lambda: panorama.press("table"))
        self.dialog("Tableau contrôlé")
        self.screen.key("Escape")
        self.gone("Tableau contrôlé")
        panorama.settled()
        self.assertEqual((plain(panorama.badge()), panorama.findings(), content(panorama.document)), before)

    def test_an_edition_is_offered_where_none_is_said(self):
        path = self.folder / "portefeuille.fods"
        shutil.copy(SOURCE / "samples" / CLEAN, path)
        document = self.office.open(path)
        self.addCleanup(self.office.close, document)
        sheet = document.Sheets[0]
        sheet.getCellRangeByName("A1:P3").clearContents(1023)
        panorama = Panorama(self.screen, self.office, document)
        panorama.settled()
        self.assertIn("Contrôle partiel", plain(panorama.badge()))
        today = datetime.date.today()
        month = f"{'juin' if today.month <= 6 else 'décembre'} {today.year}"
        self.assertEqual(f"Contrôler pour {month}", plain(panorama.label("edition")))
        panorama.press("edition")
        wait_for("the edition that was given", lambda: month in plain(panorama.situation()))
        panorama.settled()
        self.assertNotIn("Contrôle partiel", plain(panorama.badge()))
        self.assertFalse(panorama.control("edition").isVisible())
        self.assertEqual([], self.undo_titles(document)[1:])  # the workbook is not changed

    def test_choices_of_a_table_are_kept_in_its_workbook(self):
        panorama = self.panorama()
        document = panorama.document
        names = document.Sheets.ElementNames
        self.meanwhile(lambda: panorama.press("table"))
        self.dialog("Tableau contrôlé")
        for keys in ("alt+m", None, "alt+d", "Return"):  # the edition, the box, and to apply
            self.screen.key(keys) if keys else self.screen.type("2025-06")
        self.gone("Tableau contrôlé")
        wait_for("the sheet", lambda: document.Sheets.hasByName("Sens des colonnes"))
        kept = [[cell(document, name, len(names)).String for name in line] for line in (("A1", "B1"), ("A2", "B2"))]
        self.assertEqual([["Édition", "2025-06"], ["En-tête", "Champ"]], kept)
        self.assertEqual(["Panorama : conserver le sens des colonnes"], self.undo_titles(document))
        document.CurrentController.ActiveSheet = document.Sheets[0]
        wait_for("the edition that was given", lambda: "juin 2025" in panorama.situation())
        document.UndoManager.undo()
        self.assertEqual(names, document.Sheets.ElementNames)


class Exports(DeckCase):
    def test_sheet_of_findings(self):
        panorama = self.panorama()
        document = panorama.document
        panorama.command("export.sheet")
        wait_for("the sentence", lambda: plain(panorama.status()) == "Feuille « Constats » ajoutée.")
        self.assertEqual(self.undo_titles(document), ["Panorama : feuille de constats"])
        sheet = document.Sheets.getByName("Constats")
        cells = [sheet.getCellByPosition(2, row) for row in range(5, 25)]
        links = {field.Representation: field.URL for c in cells for field in c.TextFields}
        self.assertEqual(links["Portefeuille.F7"], "#'Portefeuille'.F7")
        self.assertEqual(len(links), 19, links)  # two findings are about the same cell
        document.CurrentController.ActiveSheet = document.Sheets[0]
        panorama.settled()
        self.assertEqual(plain(panorama.badge()), "✖ 7 erreurs, 4 avertissements")
        document.UndoManager.undo()
        self.assertFalse(document.Sheets.hasByName("Constats"))
        document.CurrentController.ActiveSheet = document.Sheets[0]  # the office has shown the neighbour of the sheet that went
        panorama.settled()
        self.assertEqual(plain(panorama.badge()), "✖ 7 erreurs, 4 avertissements")

    def test_files(self):
        """Through the office's own file dialog, with the keyboard."""
        panorama = self.panorama()
        for form, start in (("html", b"<!DOCTYPE html"), ("pdf", b"%PDF-"), ("json", b'{"file":"' + DEFECTS.encode()),
                            ("csv", None), ("sarif", b"{")):
            with self.subTest(form=form):
                target = self.folder / f"rapport.{form}"
                export = self.meanwhile(lambda form=form: panorama.command("export." + form))
                self.screen.wait_for_window("Exporter les constats")
                self.screen.key("ctrl+a")
                self.screen.type(str(target))
                self.screen.key("Return")
                export.join(15)
                wait_for("the sentence", lambda target=target: plain(panorama.status()) == f"Rapport enregistré : {target}")
                written = target.read_bytes()
                if start:
                    self.assertTrue(written.startswith(start), written[:60])
                if form != "pdf":
                    self.assertIn("ALTAÏR".encode(), written)

    def test_file_dialog_left_with_escape(self):
        panorama = self.panorama()
        export = self.meanwhile(lambda: panorama.command("export.json"))
        self.screen.wait_for_window("Exporter les constats")
        self.screen.key("Escape")
        export.join(10)
        self.assertEqual([path.name for path in self.folder.iterdir() if not path.name.startswith(".~lock")], [DEFECTS])


class Marks(DeckCase):
    def marked(self, **options):
        panorama = self.panorama(**options)
        panorama.press("mark")
        wait_for("the marks", lambda: len(marks(panorama.document)) >= 18)
        return panorama

    def unmarked(self, panorama):
        panorama.press("mark")
        wait_for("no mark", lambda: not marks(panorama.document))

    def test_marks_are_no_change(self):
        panorama = self.marked()
        document = panorama.document
        self.assertIn("error F7", marks(document))
        self.assertIn("warning L8", marks(document))
        self.assertFalse(document.isModified())
        self.assertEqual(self.undo_titles(document), [])
        self.unmarked(panorama)
        self.assertFalse(document.isModified())

    def test_marks_are_never_saved(self):
        panorama = self.marked()
        document = panorama.document
        document.storeToURL((self.folder / "copy.ods").as_uri(), property_values(FilterName=FILTERS[".ods"]))
        with zipfile.ZipFile(self.folder / "copy.ods") as file:
            self.assertFalse(has_marks(file.read("content.xml").decode()))
        cell(document, "A1").String = "Changé"
        document.store()
        wait_for("marks again", lambda: len(marks(document)) >= 18)
        self.assertFalse(has_marks((self.folder / DEFECTS).read_text(encoding="utf-8")))
        document.storeAsURL((self.folder / ("autre-" + DEFECTS)).as_uri(), property_values(FilterName=FILTERS[".fods"]))
        wait_for("marks again", lambda: len(marks(document)) >= 18)
        self.assertFalse(has_marks((self.folder / ("autre-" + DEFECTS)).read_text(encoding="utf-8")))
        self.assertFalse(document.isModified())

    def test_marks_follow_an_edit(self):
        panorama = self.marked()
        document = panorama.document
        cell(document, "I9").String = "Cadrage"
        cell(document, "D5").String = "Peut-être"
        wait_for("the marks", lambda: "error D5" in marks(document) and "error I9" not in marks(document))
        panorama.settled()
        self.unmarked(panorama)


class MarksAndUndo(Marks):
    """Calc's own steps in the Undo list know the marks that were there: an office of its own, should that end it."""

    test_marks_are_no_change = test_marks_are_never_saved = test_marks_follow_an_edit = None

    def test_no_mark_is_left_behind(self):
        panorama = self.marked()
        document = panorama.document
        sheet = document.Sheets[0]
        dispatcher = self.office.service("com.sun.star.frame.DispatchHelper")

        def sort(ascending):
            document.CurrentController.select(sheet.getCellRangeByName("A5:N14"))
            dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:SortDescending" if not ascending else ".uno:SortAscending",
                                       "", 0, ())
        for name, act in (("sort", lambda: sort(False)), ("undo", document.UndoManager.undo), ("redo", document.UndoManager.redo),
                          ("delete", lambda: sheet.Rows.removeByIndex(6, 2)), ("undo of it", document.UndoManager.undo),
                          ("insert", lambda: sheet.Rows.insertByIndex(5, 2)), ("rename", lambda: setattr(sheet, "Name", "Autre"))):
            with self.subTest(name):
                act()
                panorama.settled()
        self.unmarked(panorama)
        for _ in range(len(document.UndoManager.getAllUndoActionTitles())):
            document.UndoManager.undo()
        panorama.settled()
        self.assertEqual(marks(document), [])

    def test_marks_of_a_deleted_sheet_come_back_unmarked(self):
        panorama = self.marked()
        document = panorama.document
        document.Sheets.removeByName("Publication")
        panorama.settled()
        self.unmarked(panorama)
        document.UndoManager.undo()
        panorama.settled()
        self.assertEqual(marks(document), [])


class OtherPanels(DeckCase):
    def test_project_follows_the_cursor(self):
        panorama = self.panorama()
        document = panorama.document
        for place, name, others in (("B8", "DIAPASON", ["Glissement budgétaire : 8,9 %", "Coût complet actuel : 104,5 M€"]),
                                    ("N9", "ÉTALON", ["Phase : En cours"]),
                                    ("A1", "Placez le curseur sur la ligne d’un projet.", [])):
            with self.subTest(place):
                document.CurrentController.select(cell(document, place))
                wait_for(name, lambda name=name: plain(panorama.lines(PROJECT)[0]) == name)
                shown = [plain(text) for text in panorama.lines(PROJECT)]
                for text in others:
                    self.assertIn(text, shown)

    def test_project_follows_an_edit(self):
        panorama = self.panorama()
        document = panorama.document
        document.CurrentController.select(cell(document, "B8"))
        wait_for("the project", lambda: plain(panorama.lines(PROJECT)[0]) == "DIAPASON")
        cell(document, "B8").String = "DIAPASON 2"
        wait_for("its name", lambda: plain(panorama.lines(PROJECT)[0]) == "DIAPASON 2")

    def test_insert_a_figure(self):
        panorama = self.panorama()
        document = panorama.document
        panorama.expand(FIGURES)
        figure = {0: 10, 1: 4, 2: 245.2}
        for row, value in figure.items():
            with self.subTest(row=row):
                place = cell(document, f"P{3 + row}")
                document.CurrentController.select(place)
                panorama.press(f"figure{row}button", FIGURES)
                wait_for("the formula", lambda: place.Type.value == "FORMULA")
                self.assertEqual(place.getError(), 0)
                self.assertAlmostEqual(place.Value, value, places=6)
                self.assertEqual(plain(panorama.label("status", FIGURES)), f"Formule insérée en P{3 + row}.")
                self.assertEqual(self.undo_titles(document)[0], "Panorama : insérer un chiffre clé")
        document.CurrentController.select(cell(document, "P3"))
        formula = cell(document, "P3").Formula
        panorama.press("figure1button", FIGURES)
        wait_for("the refusal", lambda: "La cellule P3 n’est pas vide" in plain(panorama.label("status", FIGURES)))
        self.assertEqual(cell(document, "P3").Formula, formula)
        for _ in figure:
            document.UndoManager.undo()
        self.assertEqual([cell(document, f"P{3 + row}").Formula for row in figure], ["", "", ""])

    def test_figures_are_live(self):
        panorama = self.panorama()
        document = panorama.document
        panorama.expand(FIGURES)
        wait_for("the figure", lambda: "Coût total (M€) : 245,20" in [plain(text) for text in panorama.lines(FIGURES)])
        document.CurrentController.select(cell(document, "P3"))
        panorama.press("figure2button", FIGURES)
        wait_for("the formula", lambda: cell(document, "P3").Type.value == "FORMULA")
        cell(document, "L5").Value = 120.6
        wait_for("the figure", lambda: "Coût total (M€) : 345,20" in [plain(text) for text in panorama.lines(FIGURES)])
        self.assertAlmostEqual(cell(document, "P3").Value, 345.2, places=6)


if __name__ == "__main__":
    unittest.main()
