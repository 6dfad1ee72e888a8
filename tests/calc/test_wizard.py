"""What the function wizard shows in French."""

import unittest

from catalogue import functions
from office import Office

# com.sun.star.sheet.FunctionCategory, by the names of the registry.
CATEGORIES = {"Database": 1, "Date&Time": 2, "Financial": 3, "Information": 4, "Logical": 5, "Mathematical": 6, "Matrix": 7,
              "Statistical": 8, "Spreadsheet": 9, "Text": 10, "Add-In": 11}


class Wizard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Office("fr") as office:
            descriptions = office.service("com.sun.star.sheet.FunctionDescriptions")
            cls.shown = {}
            for index in range(descriptions.Count):
                description = {one.Name: one.Value for one in descriptions.getByIndex(index)}
                cls.shown.setdefault(description["Name"], []).append(description)

    def test_every_function_is_listed_once(self):
        for function in functions():
            with self.subTest(function.name):
                self.assertEqual(1, len(self.shown.get(function.names["fr"], [])))

    def test_category_description_and_arguments_are_french(self):
        for function in functions():
            with self.subTest(function.name):
                shown = self.shown[function.names["fr"]][0]
                self.assertEqual(CATEGORIES[function.category], shown["Category"])
                self.assertEqual(function.descriptions["fr"], shown["Description"])
                arguments = shown["Arguments"]
                self.assertEqual([one.names["fr"] for one in function.arguments], [one.Name for one in arguments])
                for wanted, one in zip(function.arguments, arguments):
                    self.assertTrue(one.Description.startswith(wanted.helps["fr"]), one.Description)
                    self.assertEqual(wanted.optional, "(facultatif" in one.Description, one.Description)

    def test_published_words_occur(self):
        ours = [self.shown[function.names["fr"]][0]["Description"] for function in functions()]
        for word in ("taux d'écart", "dérive"):
            with self.subTest(word):
                self.assertTrue(any(word in description.lower() for description in ours))


if __name__ == "__main__":
    unittest.main()
