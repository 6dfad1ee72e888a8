"""Every example of the catalogue, typed into a cell of the French and of the English interface."""

import unittest

from catalogue import ERROR_CODES, agrees, expected, functions
from cells import enter, enter_array
from office import Office

BEYOND = ("error", ERROR_CODES["#N/A"])  # what Calc shows in an array formula's cells beyond the result


class Examples:
    language = None

    @classmethod
    def setUpClass(cls):
        cls.office = Office(cls.language)
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)
        cls.document = cls.office.new()
        cls.sheet = cls.document.Sheets[0]

    def setUp(self):
        self.sheet.getCellRangeByName("A1:Z200").clearContents(1 | 2 | 4 | 16)

    def check(self, function, arguments, gives):
        formula = function.formula(arguments, self.language)
        wanted = expected(gives)
        if not isinstance(wanted, list):
            value = enter(self.sheet.getCellByPosition(0, 0), formula)
            self.assertTrue(agrees(value, wanted), f"{formula} gives {value!r}, not {wanted!r}")
            return
        rows, columns = len(wanted), len(wanted[0])
        # One row more than the result, to see that nothing comes after it. A single value would fill the whole block.
        below = 1 if rows > 1 else 0
        block = self.sheet.getCellRangeByPosition(2, 0, 2 + columns - 1, rows - 1 + below)
        values = enter_array(block, formula)
        wanted = wanted + below * [columns * [BEYOND]]
        for row in range(rows + below):
            for column in range(columns):
                value = values[row][column]
                self.assertTrue(agrees(value, wanted[row][column]),
                                f"{{{formula}}} row {row + 1} column {column + 1} gives {value!r}, not {wanted[row][column]!r}")


def _test_of(function):
    def test(self):
        for arguments, gives in function.examples:
            with self.subTest(example=f"{function.names[self.language]}({arguments})", gives=gives):
                self.setUp()
                self.check(function, arguments, gives)
    return test


# One test case per function, so that a report names the function that fails.
for _function in functions():
    setattr(Examples, f"test_{_function.name}", _test_of(_function))


class FrenchExamples(Examples, unittest.TestCase):
    language = "fr"


class EnglishExamples(Examples, unittest.TestCase):
    language = "en"


if __name__ == "__main__":
    unittest.main()
