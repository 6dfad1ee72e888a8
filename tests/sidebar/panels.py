"""The deck Panorama of a window as a user (or a screen reader) has it: its panels, their controls, what they show.

    panorama = Panorama(screen, office, document)
    panorama.badge()                     # "✖ 7 erreurs, 4 avertissements"
    panorama.choose("B5")
    panorama.press("fix")
"""

import uno  # noqa: F401 (makes com.sun.star importable)
from com.sun.star.lang import IllegalArgumentException
from waiting import wait_for, wait_for_rest

CONFORMITY, PROJECT, FIGURES = "PanoramaConformity", "PanoramaProject", "PanoramaFigures"


class Panorama:
    def __init__(self, screen, office, document, controller=None, seconds=15):
        self.screen, self.office, self.document = screen, office, document
        self.controller = controller or document.CurrentController
        self.frame = self.controller.Frame
        self._windows = {}
        window = self.frame.ContainerWindow
        window.IsMaximized = True
        window.toFront()
        wait_for("the window is active", self.frame.isActive)
        self.command("show")
        wait_for("the deck shows a verdict", lambda: self.badge() and not self.badge().startswith("…"), seconds)

    def command(self, name):
        """What the menu and the toolbar ask for."""
        dispatcher = self.office.service("com.sun.star.frame.DispatchHelper")
        dispatcher.executeDispatch(self.frame, "org.panoramacalc:" + name, "", 0, ())

    def expand(self, panel):
        """Opens a panel, which closes the others where they do not fit."""
        self.window(panel)
        self._panels.getByName(panel).expand(True)
        wait_for(f"the panel {panel} is open", lambda: self._panels.getByName(panel).isExpanded())

    def window(self, panel=CONFORMITY):
        """The panel's window, made a moment after the deck was shown."""
        if panel not in self._windows:
            # Each of these points into the one before, without holding it: let go too early, the office crashes.
            self._sidebar = self.controller.getSidebar()
            self._decks = self._sidebar.getDecks()
            self._deck = self._decks.getByName("PanoramaDeck")
            self._panels = self._deck.getPanels()
            wait_for(f"the panel {panel}", lambda: self._deck.isActive() and self._panels.hasByName(panel))
            self._windows[panel] = wait_for("its window", lambda: self._panels.getByName(panel).getDialog())
        return self._windows[panel]

    def control(self, name, panel=CONFORMITY):
        return self.window(panel).getControl(name)

    def label(self, name, panel=CONFORMITY):
        return self.control(name, panel).getModel().Label

    def badge(self):
        return self.label("badge")

    def situation(self):
        """What must be known, and what was checked, which is folded at first."""
        if self.label("context").startswith("▸"):
            self.press("context")
        return self.label("situation")

    def status(self):
        return self.label("status")

    def details(self):
        return self.control("details").getModel().Text

    def press(self, name, panel=CONFORMITY):
        """Presses a button or ticks a box through its accessible action, as assistive technology does."""
        self.control(name, panel).getAccessibleContext().doAccessibleAction(0)

    def place(self, name):
        """Where a control of the first panel is on the screen. The office does not tell: the sidebar ends beside its tabs
        at the right edge, below the two toolbars and the formula bar."""
        here, control = self.window().getPosSize(), self.control(name).getPosSize()
        return self.screen.width - 50 - here.Width + control.X, 165 + control.Y

    def click(self, name, x=12, y=8, times=1):
        """Clicks into a control of the first panel with the mouse."""
        left, top = self.place(name)
        self.screen.click(left + x, top + y, times)

    def root(self):
        model = self.control("findings").getModel().DataModel
        return model.getRoot() if model else None

    def groups(self):
        """The headings and below each the texts of its findings, of open groups."""
        root = self.root()
        shown = []
        for i in range(root.getChildCount() if root else 0):
            node = root.getChildAt(i)
            shown.append((node.getDisplayValue(), [node.getChildAt(k).getDisplayValue() for k in range(node.getChildCount())]))
        return shown

    def findings(self):
        return sorted(text for _, texts in self.groups() for text in texts)

    def choose(self, words):
        """Chooses the first finding whose text holds the words."""
        tree, root = self.control("findings"), self.root()
        for i in range(root.getChildCount()):
            node = root.getChildAt(i)
            for k in range(node.getChildCount()):
                child = node.getChildAt(k)
                if words in child.getDisplayValue():
                    tree.select(child)
                    return child.getDisplayValue()
        raise AssertionError(f"no finding holds {words!r}: {self.groups()}")

    def expand_all(self):
        """Opens every group, so that each of its findings is there."""
        root, tree = self.root(), self.control("findings")
        for i in range(root.getChildCount() if root else 0):
            try:
                tree.expandNode(root.getChildAt(i))
            except IllegalArgumentException:
                return  # the tree has been made anew meanwhile: whoever waits asks again

    def every_finding(self):
        self.settled()
        self.expand_all()
        return self.findings()

    def pick(self, name, item, panel=CONFORMITY):
        """Chooses an item of a list box as a user does, so that whoever listens hears of it."""
        box = self.control(name, panel)
        box.getAccessibleContext()  # made first, or the selection below is not told
        box.selectItemPos(item, True)

    def lines(self, panel):
        """Every text a panel shows, from top to bottom."""
        shown = []
        for control in self.window(panel).getControls():
            text = getattr(control.getModel(), "Label", "")
            if text and control.isVisible():
                shown.append((control.getPosSize().Y, text))
        return [text for _, text in sorted(shown)]

    def settled(self, seconds=20):
        """Until nothing changes any more: what was typed is judged."""
        return wait_for_rest("the panel", lambda: (self.badge(), self.groups()), seconds=seconds)
