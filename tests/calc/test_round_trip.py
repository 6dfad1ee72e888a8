"""Every function in a file: saved in each format, opened again in the same and in the other language, and by a colleague
who has no extension."""

import pathlib
import tempfile
import unittest
import zipfile

from catalogue import with_examples, expected, functions
from cells import enter, enter_array, result, results
from office import Office

FORMATS = [".ods", ".xlsx", ".xls"]

# What an office without the extension gives back unharmed. It writes .xls with names it does not know as references to
# another workbook, and no LibreOffice reads them as functions again.
SAFE_WITHOUT_EXTENSION = [".ods", ".xlsx"]


class Places:
    """Where each function of the catalogue stands in the test's sheet: one below the other, arrays in blocks."""

    def __init__(self):
        self.blocks = []  # function, arguments, whether they give an array, (column, row, columns, rows)
        row = 0
        for function in with_examples():
            arguments, gives = function.working_example()
            wanted = expected(gives)
            columns, rows = (len(wanted[0]), len(wanted)) if isinstance(wanted, list) else (1, 1)
            self.blocks.append((function, arguments, isinstance(wanted, list), (1, row, columns, rows)))
            row += rows

    @staticmethod
    def range(sheet, place):
        column, row, columns, rows = place
        return sheet.getCellRangeByPosition(column, row, column + columns - 1, row + rows - 1)


def fill(sheet, places, language):
    """Enters every function and gives what each computes there: what its example promises is test_examples' affair."""
    computed = {}
    for function, arguments, is_array, place in places.blocks:
        block = places.range(sheet, place)
        formula = function.formula(arguments, language)
        if is_array:
            computed[function.name] = enter_array(block, formula)
        else:
            computed[function.name] = [[enter(block.getCellByPosition(0, 0), formula)]]
    return computed


class RoundTrip(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.places = Places()
        folder = tempfile.TemporaryDirectory(prefix="panorama-round-trip-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.offices = {}
        for language in ("fr", "en"):
            cls.offices[language] = Office(language)
            cls.offices[language].start()
            cls.addClassCleanup(cls.offices[language].stop)
        for language, office in cls.offices.items():
            document = office.new()
            cls.computed = fill(document.Sheets[0], cls.places, language)
            for suffix in FORMATS:
                office.save(document, cls.file(language, suffix))
            office.close(document)

    @classmethod
    def file(cls, language, suffix):
        return cls.folder / f"écrit {language}{suffix}"

    def check(self, office, path):
        """Every formula is there, under its name of the interface's language, and gives its result."""
        document = office.open(path)
        self.assertIsNotNone(document, f"{path} does not open")
        document.calculateAll()
        sheet = document.Sheets[0]
        for function, _, is_array, place in self.places.blocks:
            with self.subTest(file=path.name, interface=office.language, function=function.name):
                block = self.places.range(sheet, place)
                first = block.getCellByPosition(0, 0)
                self.assertIn(function.file_name + "(", first.Formula.upper())
                self.assertIn(function.names[office.language] + "(", first.FormulaLocal)
                self.assertEqual(is_array, first.FormulaLocal.startswith("{="), first.FormulaLocal)
                self.assertEqual(self.computed[function.name], results(block), first.FormulaLocal)
        office.close(document)

    def check_formats(self, written, read):
        for suffix in FORMATS:
            self.check(self.offices[read], self.file(written, suffix))

    def test_french_to_french(self):
        self.check_formats("fr", "fr")

    def test_french_to_english(self):
        self.check_formats("fr", "en")

    def test_english_to_english(self):
        self.check_formats("en", "en")

    def test_english_to_french(self):
        self.check_formats("en", "fr")

    def test_ods_holds_neutral_names(self):
        for language in self.offices:
            with zipfile.ZipFile(self.file(language, ".ods")) as archive:
                content = archive.read("content.xml").decode("utf-8")
            for function in with_examples():
                with self.subTest(function=function.name):
                    self.assertIn(f"of:={function.file_name}(", content)

    def test_xlsx_holds_neutral_names(self):
        for language in self.offices:
            with zipfile.ZipFile(self.file(language, ".xlsx")) as archive:
                content = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
            for function in with_examples():
                with self.subTest(function=function.name):
                    self.assertIn(f"{function.file_name}(", content)

    def test_every_example_here_works(self):
        for function, values in self.computed.items():
            with self.subTest(function):
                self.assertFalse(any(isinstance(value, tuple) for row in values for value in row), values)

    def test_saved_again_without_the_extension(self):
        again = {}
        with Office("fr", extension=False) as office:
            for suffix in FORMATS:
                document = office.open(self.file("fr", suffix))
                self.assertIsNotNone(document, suffix)
                document.calculateAll()
                if suffix in SAFE_WITHOUT_EXTENSION:
                    first = document.Sheets[0].getCellByPosition(1, 0)
                    first.Formula = first.Formula  # typed again, it cannot compute here
                    self.assertNotEqual(0, first.getError(), "the extension is there, so that this test tests nothing")
                again[suffix] = office.save(document, self.folder / f"enregistré sans l'extension{suffix}")
                office.close(document)
        for suffix in SAFE_WITHOUT_EXTENSION:
            self.check(self.offices["fr"], again[suffix])
        self.check_text_is_kept(self.offices["fr"], again[".xls"])

    def check_text_is_kept(self, office, path):
        """The formulas do not compute any more, but they can still be read, and entered anew."""
        document = office.open(path)
        sheet = document.Sheets[0]
        for function, _, is_array, place in self.places.blocks:
            with self.subTest(file=path.name, function=function.name):
                first = self.places.range(sheet, place).getCellByPosition(0, 0)
                self.assertIn(function.file_name + "(", first.Formula.upper())
                if not is_array:
                    first.Formula = first.Formula
                    self.assertEqual(self.computed[function.name][0][0], result(first))
        office.close(document)


if __name__ == "__main__":
    unittest.main()
