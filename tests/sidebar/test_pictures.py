"""Pictures of the deck in build/screenshots/, for somebody to look at; a test sees only that they are not blank."""

import subprocess
import unittest

from deck_case import DeckCase
from panels import FIGURES, PROJECT


class Pictures(DeckCase):
    name = "sidebar-clair"

    def picture(self, name):
        target = self.screen.picture(name)
        # The number of colours of the sidebar's part: a blank window has a few.
        done = subprocess.run(["convert", str(target), "-gravity", "east", "-crop", "25%x100%+0+0", "-format", "%k", "info:"],
                              check=True, capture_output=True, text=True, timeout=60)
        self.assertGreater(int(done.stdout), 50, name)

    def shown(self):
        panorama = self.panorama()
        panorama.settled()
        panorama.choose("B5")
        panorama.press("goTo")
        panorama.settled()
        return panorama

    def test_picture(self):
        self.shown()
        self.picture(self.name)


class Others(Pictures):
    """In the office of one class: what differs is what is done."""

    test_picture = None

    def test_panels(self):
        panorama = self.shown()
        panorama.document.CurrentController.select(panorama.document.Sheets[0].getCellRangeByName("B8"))
        panorama.expand(PROJECT)
        self.picture("projet")
        panorama.expand(FIGURES)
        self.picture("chiffres-cles")

    def test_marks(self):
        panorama = self.shown()
        panorama.press("mark")
        self.picture("sidebar-marques")

    def test_dialogs(self):
        panorama = self.shown()
        for button, title, name in (("accept", "Accepter un constat", "accepter"), ("table", "Tableau contrôlé", "tableau")):
            self.meanwhile(lambda button=button: panorama.press(button))
            self.dialog(title)
            self.picture(name)
            self.screen.key("Escape")
            self.gone(title)

    def test_narrow(self):
        panorama = self.shown()
        # The border of the sidebar, drawn to the right as far as it goes.
        right = self.screen.width - 50 - panorama.window().getPosSize().Width
        self.screen.drag(right - 8, 300, right + 400, 300)
        panorama.settled()
        self.picture("sidebar-etroit")


class Dark(Pictures):
    name = "sidebar-sombre"
    environment = {"GTK_THEME": "Adwaita:dark"}


class HighContrast(Pictures):
    name = "sidebar-contraste"
    environment = {"GTK_THEME": "HighContrast"}


class English(Pictures):
    name = "sidebar-english"
    language = "en"


class Laptop(Pictures):
    name = "sidebar-portable"
    size = (1366, 768)


class Scaled(Pictures):
    name = "sidebar-200"
    size = (2400, 1600)
    environment = {"GDK_SCALE": "2"}


if __name__ == "__main__":
    unittest.main()
