"""The deck follows what happens to the workbook, and ends where a fresh check ends."""

import json
import random
import statistics
import subprocess
import time
import unittest

import uno
from com.sun.star.table import CellRangeAddress, TableSortField
from deck_case import DEFECTS, DeckCase, plain
from office import BUILD, FILTERS, property_values
from panels import Panorama
from waiting import wait_for, wait_for_rest, wait_to_equal

BADGE = "✖ 7 erreurs, 4 avertissements"
TABLE = "A5:N14"


def address(sheet, name):
    return sheet.getCellRangeByName(name).RangeAddress


def sort(sheet, name, column, ascending):
    field = TableSortField()
    field.Field, field.IsAscending = column, ascending
    fields = uno.Any("[]com.sun.star.table.TableSortField", (field,))
    uno.invoke(sheet.getCellRangeByName(name), "sort", (property_values(SortFields=fields, ContainsHeader=False),))


class LiveCase(DeckCase):
    def dispatch(self, document, command, **options):
        dispatcher = self.office.service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(document.CurrentController.Frame, ".uno:" + command, "", 0, property_values(**options))

    def select(self, document, name):
        document.CurrentController.select(document.CurrentController.ActiveSheet.getCellRangeByName(name))

    def fresh_findings(self, document):
        """Sheet by sheet what the command-line check says of a saved copy of the same name: "F7 · message"."""
        folder = self.folder / "fresh"
        folder.mkdir(exist_ok=True)
        target = folder / DEFECTS
        document.storeToURL(target.as_uri(), property_values(FilterName=FILTERS[".fods"]))
        done = subprocess.run([str(BUILD / "panorama-check"), "--format", "json", str(target)], capture_output=True, timeout=60)
        if done.returncode == 2 and "aucun tableau de projets" in done.stderr.decode():
            return {}
        self.assertIn(done.returncode, (0, 1), done.stderr)
        report = json.loads(done.stdout)
        found = {sheet["name"]: [] for sheet in report["sheets"]}
        for finding in report["findings"]:
            found.setdefault(finding["sheet"], []).append(f"{finding['cell']} · {finding['message']}")
        return {name: sorted(texts) for name, texts in found.items()}

    def same_as_fresh(self, panorama):
        """Each sheet with a table shows what a fresh check finds there."""
        document = panorama.document
        fresh = self.fresh_findings(document)
        if not fresh:
            panorama.settled()
            self.assertEqual(plain(panorama.badge()), "○ Aucun tableau de projets")
        for name, texts in fresh.items():
            document.CurrentController.ActiveSheet = document.Sheets.getByName(name)
            self.assertEqual(wait_to_equal(texts, lambda: sorted(text[2:] for text in panorama.every_finding())), texts, name)


class Edits(LiveCase):
    """Every way to change a sheet, those that send no change event among them."""

    def test_ways_to_edit(self):
        panorama = self.panorama()
        document = panorama.document
        sheet = document.Sheets[0]
        frame = document.CurrentController.Frame

        def type_in_the_sheet():
            self.select(document, "D10")
            frame.ComponentWindow.setFocus()
            self.screen.type("Oui")
            self.screen.key("Return")
            wait_for("what was typed", lambda: sheet.getCellRangeByName("D10").String == "Oui")

        def copy_and_paste():
            self.select(document, "A6:N6")
            self.dispatch(document, "Copy")
            sheet.Rows.insertByIndex(6, 1)  # onto an empty row: the office asks before it replaces something
            self.select(document, "A7:N7")
            self.dispatch(document, "Paste")

        def fill_down():
            self.select(document, "I5:I9")
            self.dispatch(document, "FillDown")

        def clear():
            self.select(document, "K8:L9")
            self.dispatch(document, "ClearContents")

        def replace():
            what = sheet.createReplaceDescriptor()
            what.SearchString, what.ReplaceString = "Justise", "Justice"
            self.assertEqual(sheet.replaceAll(what), 1)

        for name, act, changes in (
                ("by a program", lambda: setattr(sheet.getCellRangeByName("I9"), "String", "Cadrage"), True),
                ("undo", document.UndoManager.undo, True),
                ("redo", document.UndoManager.redo, True),
                ("by keyboard", type_in_the_sheet, True),
                ("sort", lambda: sort(sheet, TABLE, 1, False), True),
                ("undo of sort", document.UndoManager.undo, True),
                ("insert rows", lambda: sheet.Rows.insertByIndex(6, 2), True),
                ("undo of insert", document.UndoManager.undo, True),
                ("delete rows", lambda: sheet.Rows.removeByIndex(6, 2), True),
                ("undo of delete", document.UndoManager.undo, True),
                ("replace", replace, True),
                ("paste", copy_and_paste, True),
                ("fill", fill_down, False),
                ("clear", clear, True),
                ("insert a column", lambda: sheet.Columns.insertByIndex(2, 1), True),
                ("undo of it", document.UndoManager.undo, True),
                ("a row above the headers", lambda: sheet.Rows.insertByIndex(1, 1), True),
                ("a formula", lambda: setattr(sheet.getCellRangeByName("F8"), "Formula", "=1/0"), True),
                ("rename the sheet", lambda: setattr(sheet, "Name", "Projets 2024"), True)):
            with self.subTest(name):
                before = (panorama.findings(), panorama.situation())
                act()
                if changes:
                    wait_for("a new result", lambda before=before: (panorama.findings(), panorama.situation()) != before, 5)
                if name in ("undo of delete", "clear", "rename the sheet"):
                    shown = sorted(text[2:] for text in panorama.every_finding())
                    self.assertEqual(shown, self.fresh_findings(document)[sheet.Name])
        self.assertIn("Projets 2024", panorama.situation())

    def test_table_made_and_taken_away(self):
        panorama = self.panorama()
        document = panorama.document
        document.Sheets.removeByName("Publication")
        panorama.settled()
        self.assertNotIn("Autres feuilles", panorama.situation())
        head = document.Sheets[0].getCellRangeByName("A4:N4")
        head.clearContents(1 | 2 | 4 | 16)
        wait_for("no table", lambda: plain(panorama.badge()) == "○ Aucun tableau de projets")
        document.UndoManager.undo()
        wait_for("it is back", lambda: plain(panorama.badge()) == BADGE)
        document.UndoManager.undo()
        document.CurrentController.ActiveSheet = document.Sheets[0]
        wait_for("so is the other", lambda: "Autres feuilles : 4 erreurs" in plain(panorama.situation()))

    def test_edition_from_a_new_name_of_the_file(self):
        panorama = self.panorama()
        self.assertIn("décembre 2024", panorama.situation())
        target = self.folder / "portefeuille-2025-06.fods"
        panorama.document.storeAsURL(target.as_uri(), property_values(FilterName=FILTERS[".fods"]))
        wait_for("the other edition", lambda: "juin 2025" in panorama.situation())


class Windows(LiveCase):
    def test_two_documents(self):
        first = self.panorama()
        second = self.panorama("portefeuille-conforme-2026-06.fods")
        self.assertIn("Prêt à soumettre", second.badge())
        self.assertEqual(plain(first.badge()), BADGE)
        first.document.Sheets[0].getCellRangeByName("I9").String = "Cadrage"
        wait_for("the first changes", lambda: plain(first.badge()) != BADGE)
        self.assertIn("Prêt à soumettre", second.badge())
        second.document.Sheets[0].getCellRangeByName("I9").String = "Nulle part"
        wait_for("the second changes", lambda: "erreur" in second.badge())
        self.office.close(second.document)
        first.document.UndoManager.undo()
        wait_for("the first goes on", lambda: plain(first.badge()) == BADGE)

    def test_one_document_in_two_windows(self):
        first = self.panorama()
        document = first.document
        self.dispatch(document, "NewWindow")

        def controllers():
            found, all_of_them = [], document.Controllers
            while all_of_them.hasMoreElements():
                found.append(all_of_them.nextElement())
            return found
        wait_for("the second window", lambda: len(controllers()) == 2)
        other = next(one for one in controllers() if one.Frame.Name != first.frame.Name or one.Frame != first.frame)
        second = Panorama(self.screen, self.office, document, controller=other)
        self.assertEqual(plain(second.badge()), BADGE)
        other.ActiveSheet = document.Sheets[1]
        wait_for("each shows its sheet", lambda: "4 erreurs" in second.badge() and plain(first.badge()) == BADGE)
        document.Sheets[0].getCellRangeByName("I9").String = "Cadrage"
        wait_for("the first changes", lambda: "6 erreurs" in first.badge() or "8 erreurs" in first.badge() or plain(first.badge()) != BADGE)
        second.press("mark")
        first.settled()
        other.Frame.close(True)
        first.settled()
        document.UndoManager.undo()
        wait_for("the first goes on", lambda: plain(first.badge()) == BADGE)


class ThousandEdits(LiveCase):
    SEED = 20241225
    WORDS = ("Oui", "Non", "Peut-être", "Cadrage", "Déploiement", "En cours", "ALTAÏR ", "BOUSSOLE", "NOUVEAU", "104,5", "avril 15",
             "Ministère de la Culture", "Ministère de la Justise", "entre 9 et 20 M€", "plus de 100 M€", "P216", "Total", "2024-12-01", "?")

    def edit(self, document, dice):
        """One random change; what the office refuses is no change."""
        sheets = document.Sheets
        sheet = sheets[dice.randrange(len(sheets))]
        first = 3 if dice.random() < 0.02 else 4  # a header now and then, or soon no table is left
        place = sheet.getCellByPosition(dice.randrange(14), dice.randrange(first, 17))
        kind = dice.choices(("value", "text", "clear", "insert", "delete", "sort", "undo", "redo", "switch", "rename"),
                            (22, 26, 8, 6, 4, 6, 14, 6, 6, 2))[0]
        if kind == "value":
            place.Value = dice.choice((0, 1, 14.9, 45, 250.5, 45000, 45657, 46000.5, -3))
        elif kind == "text":
            place.String = dice.choice(self.WORDS)
        elif kind == "clear":
            place.Formula = ""
        elif kind == "insert":
            sheet.Rows.insertByIndex(dice.randrange(4, 16), dice.randrange(1, 3))
        elif kind == "delete":
            sheet.Rows.removeByIndex(dice.randrange(5, 16), 1)
        elif kind == "sort":
            sort(sheet, TABLE, dice.randrange(14), dice.random() < 0.5)
        elif kind == "undo" and document.UndoManager.isUndoPossible():
            document.UndoManager.undo()
        elif kind == "redo" and document.UndoManager.isRedoPossible():
            document.UndoManager.redo()
        elif kind == "switch":
            document.CurrentController.ActiveSheet = sheet
        elif kind == "rename":
            sheet.Name = f"Feuille {dice.randrange(1000)}"

    def test_a_thousand_edits(self):
        panorama = self.panorama()
        dice = random.Random(self.SEED)
        for number in range(1, 1001):
            self.edit(panorama.document, dice)
            if number % 10 == 0:
                time.sleep(dice.choice((0, 0.05, 0.2)))  # a check begins, goes on, or ends before the next edit
            if number % 200 == 0:
                with self.subTest(edits=number):
                    self.same_as_fresh(panorama)


class LargeTable(LiveCase):
    ROWS = 100000

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.document = cls.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, property_values(OnMainThread=True))
        cls.addClassCleanup(cls.office.close, cls.document)
        make_large(cls.document, cls.ROWS)

    def gaps(self, until, seconds=60):
        """How long the office was busy each time somebody asked it for something small; the longest last."""
        waited = []
        deadline = time.monotonic() + seconds
        asked = 0
        while time.monotonic() < deadline:
            start = time.monotonic()
            self.document.getURL()
            waited.append((time.monotonic() - start) * 1000)
            asked += 1
            if asked % 50 == 0 and until():
                return sorted(waited)
        raise AssertionError("the check did not end")

    def test_large_table(self):
        started = time.monotonic()
        panorama = Panorama(self.screen, self.office, self.document, seconds=60)
        print(f"\n    first verdict of {self.ROWS} rows: {time.monotonic() - started:.1f} s, {plain(panorama.badge())}")
        panorama.settled(60)
        sheet = self.document.Sheets[0]
        names = ["an edit", "another edit"]
        for name in names:
            before = plain(panorama.badge())
            cell = sheet.getCellByPosition(8, 50001)
            cell.String = "Nulle part" if cell.String != "Nulle part" else "Cadrage"
            started = time.monotonic()
            waited = self.gaps(lambda before=before: plain(panorama.badge()) != before)
            print(f"    after {name}: verdict in {time.monotonic() - started:.1f} s; main thread busy (ms): median "
                  f"{statistics.median(waited):.1f}, 99 % {waited[int(len(waited) * 0.99)]:.1f}, longest "
                  + ", ".join(f"{gap:.0f}" for gap in waited[-5:]))
            panorama.settled(60)

        # A long check shows how far it is and can be stopped; the next change starts it again.
        sheet.getCellByPosition(8, 60000).String = "Ailleurs"
        wait_for("the progress", lambda: panorama.control("cancel").isVisible())
        self.assertTrue(panorama.control("progress").isVisible())
        panorama.press("cancel")
        wait_for("the word", lambda: plain(panorama.badge()) == "○ Contrôle interrompu")
        wait_for("no progress", lambda: not panorama.control("cancel").isVisible())
        self.assertEqual(wait_for_rest("the word", lambda: plain(panorama.badge()), quiet=1), "○ Contrôle interrompu")
        sheet.getCellByPosition(8, 60000).String = "Cadrage"
        wait_for("a verdict again", lambda: "erreur" in panorama.badge() or "Prêt" in panorama.badge(), 60)


def make_large(document, rows):
    """A table of invented projects; the office copies it to that many rows, which is quicker than to send them."""
    sheet = document.Sheets[0]
    sheet.Name = "Portefeuille"
    head = ("Identifiant", "Nom du projet", "Ministère porteur", "Projet interministériel", "Description et objectifs", "Date de début",
            "Date de fin initiale", "Date de fin actualisée", "Phase du projet en cours", "Diffusion", "Coût initial (M€)",
            "Coût actualisé (M€)", "Coût estimé par tranche", "Commentaire")
    sheet.getCellRangeByName("A1:N1").setDataArray((head,))
    block = 1000
    data = tuple((f"P-{i:04}", f"Projet inventé {i}", "Ministère de la Culture", "Non", "Un projet inventé.", 44562 + i % 300, 46022, 46203,
                  "Déploiement", "Publiable", 18.5, 20.5, "entre 20 et 100 M€", "") for i in range(block))
    sheet.getCellRangeByPosition(0, 1, 13, block).setDataArray(data)
    made = block
    while made < rows:
        count = min(made, rows - made)
        source = CellRangeAddress(0, 0, 1, 13, count)
        sheet.copyRange(sheet.getCellByPosition(0, 1 + made).CellAddress, source)
        made += count


if __name__ == "__main__":
    unittest.main()
