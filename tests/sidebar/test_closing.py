"""Whatever is closed while the deck reads, judges, marks or shows: the office goes on, and ends with exit code 0."""

import time
import unittest

import uno
import unohelper
from com.sun.star.task import XInteractionHandler
from com.sun.star.ucb import XCommandEnvironment
from deck_case import DeckCase
from office import OXT, Office, property_values, write_profile
from panels import FIGURES, PROJECT, Panorama
from test_live import make_large
from test_panel import is_active
from waiting import wait_for, wait_for_rest

ROWS = 60000  # so many that reading and judging take a while


class Closing(DeckCase):
    @classmethod
    def start_office(cls):
        pass  # each test has its own

    def setUp(self):
        super().setUp()
        self.begin()
        self.addCleanup(self.office.stop)

    def begin(self, **options):
        self.office = Office("fr", display=self.screen.display, **options)
        self.office.start()

    def large(self):
        document = self.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, property_values(OnMainThread=True))
        make_large(document, ROWS)
        document.setModified(False)  # or the office asks whether to save it
        return document

    def command(self, document, name):
        dispatcher = self.office.service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(document.CurrentController.Frame, "org.panoramacalc:" + name, "", 0, ())

    # The moments. Each brings a document to where it is to be closed.

    def just_opened(self):
        document = self.office.open(self.copy())
        self.command(document, "show")
        return document

    def reading(self):
        document = self.large()
        self.command(document, "show")
        wait_for("the deck", lambda: is_active(document))
        return document

    def judging(self):
        document = self.large()
        panorama = Panorama(self.screen, self.office, document, seconds=60)
        progress = panorama.control("progress")
        panorama.command("check")
        deadline = time.monotonic() + 2  # a quick machine may be done before anybody sees it
        while time.monotonic() < deadline and not (progress.isVisible() and progress.getValue() > 50):
            time.sleep(0.01)
        return document

    def marked(self):
        panorama = Panorama(self.screen, self.office, self.office.open(self.copy()))
        panorama.press("mark")
        return panorama.document

    def other_panels(self):
        panorama = Panorama(self.screen, self.office, self.office.open(self.copy()))
        panorama.window(PROJECT)
        panorama.expand(FIGURES)
        document = panorama.document
        document.CurrentController.select(document.Sheets[0].getCellRangeByName("B8"))
        document.Sheets[0].getCellRangeByName("B8").String = "DIAPASON 2"
        return document

    MOMENTS = ("just_opened", "reading", "judging", "marked", "other_panels")

    def ends_well(self):
        self.assertFalse(self.office.desktop.Components.hasElements(), "it answers, and what was closed is gone")
        self.assertEqual(self.office.stop(), 0)

    def test_document(self):
        for moment in self.MOMENTS:
            with self.subTest(moment):
                getattr(self, moment)().close(True)
                self.assertFalse(self.office.desktop.Components.hasElements())
                self.catch_up()
        self.ends_well()

    def test_window(self):
        first = self.office.desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, property_values(OnMainThread=True))
        for moment in self.MOMENTS:
            with self.subTest(moment):
                document = getattr(self, moment)()
                document.setModified(False)  # or the office asks whether to save
                document.CurrentController.Frame.close(True)
                self.catch_up()
                first.getURL()
        first.close(True)
        self.ends_well()


def _terminating(moment):
    def test(self):
        document = getattr(self, moment)()
        document.setModified(False)
        started = time.monotonic()
        self.office.desktop.terminate()
        self.assertEqual(self.office.stop(), 0)
        self.assertLess(time.monotonic() - started, 10)
    return test


for _moment in Closing.MOMENTS:
    setattr(Closing, f"test_office_{_moment}", _terminating(_moment))


class Approval(unohelper.Base, XInteractionHandler):
    """Says yes where the office asks whether an extension is to be installed."""

    def handle(self, request):
        approve = uno.getTypeByName("com.sun.star.task.XInteractionApprove")
        for answer in request.getContinuations():
            if answer.queryInterface(approve):
                answer.select()


class CommandEnvironment(unohelper.Base, XCommandEnvironment):
    def getInteractionHandler(self):
        return Approval()

    def getProgressHandler(self):
        return None


class Removal(Closing):
    """The extension is taken away while it works, as the extension manager does."""

    MOMENTS = ()

    def setUp(self):
        DeckCase.setUp(self)
        self.profile = self.folder / "profile"
        write_profile(self.profile, "fr")
        self.begin(extension=False, profile=self.profile)
        self.addCleanup(lambda: self.office.stop())
        manager = self.manager()
        manager.addExtension(OXT.as_uri(), (), "user", manager.createAbortChannel(), CommandEnvironment())
        self.office.stop()  # what it brings is there from the next start on
        self.begin(extension=False, profile=self.profile)

    def manager(self):
        return self.office.context.getByName("/singletons/com.sun.star.deployment.ExtensionManager")

    def remove(self):
        manager = self.manager()
        manager.removeExtension("org.panoramacalc.extension", OXT.name, "user", manager.createAbortChannel(), CommandEnvironment())

    def test_removed_while_a_check_runs(self):
        document = self.large()
        panorama = Panorama(self.screen, self.office, document, seconds=60)
        panorama.command("check")
        self.remove()
        document.Sheets[0].getCellRangeByName("B5").String = "Encore"
        wait_for_rest("the deck", panorama.badge, quiet=1)
        document.close(True)
        self.ends_well()

    def test_disabled_with_the_deck_open(self):
        panorama = Panorama(self.screen, self.office, self.office.open(self.copy()))
        manager = self.manager()
        extension = manager.getDeployedExtension("user", "org.panoramacalc.extension", OXT.name, CommandEnvironment())
        manager.disableExtension(extension, manager.createAbortChannel(), CommandEnvironment())
        panorama.document.Sheets[0].getCellRangeByName("B5").String = "Encore"
        wait_for_rest("the deck", panorama.badge)
        panorama.document.close(True)
        self.ends_well()


for _name in [name for name in dir(Closing) if name.startswith("test_")]:
    setattr(Removal, _name, None)  # they are Closing's own


if __name__ == "__main__":
    unittest.main()
