"""The menu Panorama: within a menu each letter after ~ stands for one entry, in each language."""

import pathlib
import sys
import unittest
import xml.etree.ElementTree as xml

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "calc"))

from office import BUILD  # noqa: E402

ADDONS = BUILD / "bundle" / "org.panoramacalc.extension" / "registry" / "Addons.xcu"
NAME = "{http://openoffice.org/2001/registry}name"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def named(node, name):
    return next((child for child in node if child.get(NAME) == name), None)


def titles(entry, language):
    title = named(entry, "Title")
    return [] if title is None else [value.text for value in title if value.get(LANGUAGE) == language]


def menus():
    """Every list of entries that opens at once."""
    return [node for node in xml.parse(ADDONS).iter("node") if node.get(NAME) == "Submenu"]


class Menu(unittest.TestCase):
    def test_letters(self):
        self.assertGreaterEqual(len(menus()), 2)
        for language in ("fr", "en-US"):
            for menu in menus():
                letters = [title[title.index("~") + 1].lower() for entry in menu for title in titles(entry, language)]
                with self.subTest(language=language, letters=letters):
                    self.assertEqual(len(letters), len(set(letters)))

    def test_order(self):
        # The office orders entries by the length of their names, then by the letters: all of one length, as they stand.
        for menu in menus():
            names = [entry.get(NAME) for entry in menu]
            with self.subTest(names=names):
                self.assertEqual((1, sorted(names)), (len({len(name) for name in names}), names))

    def test_both_languages(self):
        for menu in menus():
            for entry in menu:
                with self.subTest(entry=entry.get(NAME)):
                    self.assertEqual(len(titles(entry, "fr")), len(titles(entry, "en-US")))


if __name__ == "__main__":
    unittest.main()
