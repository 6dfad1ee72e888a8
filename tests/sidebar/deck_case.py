"""A test case whose class has one office with windows, and whose tests have each a folder and documents of their own."""

import pathlib
import shutil
import tempfile
import threading
import unittest

import unohelper
from com.sun.star.accessibility.AccessibleStateType import FOCUSED
from com.sun.star.awt import XCallback
from screen import Screen  # first: it lets the others find what tests of offices share
from panels import Panorama
from waiting import wait_for

from office import SOURCE, Office

DEFECTS = "portefeuille-defauts-2024-12.fods"
CLEAN = "portefeuille-conforme-2026-06.fods"

NBSP = "\u00a0"


def plain(text):
    """Without the no-break spaces of French typography, which nobody wants to write in a test."""
    return text.replace(NBSP, " ").replace("\u202f", " ")


def is_focused(context):
    states = context.getAccessibleStateSet()
    return bool(states & FOCUSED) if isinstance(states, int) else states.contains(FOCUSED)  # bits since LibreOffice 7.6


def has_focus(window):
    """Whether one of a dialog's controls takes the keys."""
    context = window.getAccessibleContext() if window else None
    return context is not None and any(is_focused(context.getAccessibleChild(i).getAccessibleContext())
                                       for i in range(context.getAccessibleChildCount()))


class _Task(unohelper.Base, XCallback):
    def __init__(self, act):
        self._act = act
        self._done = threading.Event()

    def notify(self, _):
        try:
            self._act()
        finally:
            self._done.set()

    def join(self, seconds):
        if not self._done.wait(seconds):
            raise AssertionError(f"not done within {seconds} s")


class DeckCase(unittest.TestCase):
    language = "fr"
    size = (1600, 1000)
    environment = None

    @classmethod
    def setUpClass(cls):
        cls.screen = Screen(*cls.size)
        cls.screen.__enter__()
        cls.addClassCleanup(cls.screen.__exit__)
        cls.start_office()

    @classmethod
    def start_office(cls):
        cls.office = Office(cls.language, display=cls.screen.display, environment=cls.environment)
        cls.office.start()
        cls.addClassCleanup(cls.office.stop)

    def setUp(self):
        # A folder for each test: the lock file of a document that was not closed would make the office ask a question.
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="panorama-sidebar-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def copy(self, name=DEFECTS):
        target = self.folder / name
        shutil.copy(SOURCE / "samples" / name, target)
        return target

    def open(self, name=DEFECTS, **options):
        """A copy of a sample in a window of its own, closed after the test."""
        document = self.office.open(self.copy(name), **options)
        self.addCleanup(self.office.close, document)
        return document

    def panorama(self, name=DEFECTS, **options):
        document = self.open(name, **options)
        return Panorama(self.screen, self.office, document)

    def catch_up(self):
        """Until the office's main thread has done what it had to do before."""
        self.meanwhile(lambda: None).join(20)

    def meanwhile(self, act):
        """Does what waits for a dialog while the test goes on and answers it. It runs in the office's main thread, where a
        user's click would be: what a call from outside reaches has a thread of its own, and file dialogs die there."""
        task = _Task(act)
        self.office.service("com.sun.star.awt.AsyncCallback").addCallback(task, None)
        return task

    def open_dialog(self, title):
        """The window of an open dialog of the office; None where it is not open."""
        toolkit = self.office.service("com.sun.star.awt.Toolkit")
        for i in range(toolkit.getTopWindowCount()):
            window = toolkit.getTopWindow(i)
            context = window.getAccessibleContext() if hasattr(window, "getAccessibleContext") else None
            if context and plain(context.getAccessibleName()) == title:
                return window
        return None

    def dialog(self, title):
        """The window of a dialog, once it takes the keys."""
        wait_for(f"the dialog {title}", lambda: has_focus(self.open_dialog(title)))
        return self.open_dialog(title)

    def gone(self, title):
        wait_for(f"the dialog {title} is gone", lambda: self.open_dialog(title) is None)

    def undo_titles(self, document):
        return [plain(title) for title in document.UndoManager.getAllUndoActionTitles()]
