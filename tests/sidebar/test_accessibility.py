"""Whoever cannot see the deck or use a mouse: every control has a name and a help in their language, and the keyboard reaches it."""

import unittest

from deck_case import DeckCase, is_focused
from panels import CONFORMITY, FIGURES, PROJECT
from waiting import wait_for, wait_for_rest

from com.sun.star.accessibility.AccessibleRole import CHECK_BOX, COMBO_BOX, LIST, PUSH_BUTTON, TEXT, TREE

FOR_USE = {CHECK_BOX, COMBO_BOX, LIST, PUSH_BUTTON, TEXT, TREE}
TAB_ORDER = ("context", "table", "severity", "grouping", "filter", "findings", "details", "goTo", "fix", "fixAll", "accept", "export", "mark")

# Words that are the same in both languages, and texts that are data of the workbook.
SAME = {"OK", ""}


def is_for_use(control):
    """Not a label that only names another control."""
    return control.getModel().getPropertySetInfo().hasPropertyByName("HelpText") and \
        not control.getModel().supportsService("com.sun.star.awt.UnoControlFixedTextModel")


class Accessibility(DeckCase):
    """What is read aloud, gathered once for each language."""

    def gather(self):
        """By panel or dialog and control: the accessible name and the help text."""
        panorama = self.panorama()
        panorama.settled()
        told = {}
        for panel in (CONFORMITY, PROJECT, FIGURES):
            panorama.expand(panel)
            told.update(wait_for_rest(panel, lambda panel=panel: self.told_in(panorama, panel), quiet=0.2))
        panorama.expand(CONFORMITY)
        panorama.choose("I9")
        for button, title in zip(("accept", "table"), self.titles):
            self.meanwhile(lambda button=button: panorama.press(button))
            window = self.dialog(title)
            context = window.getAccessibleContext()
            for i in range(context.getAccessibleChildCount()):
                child = context.getAccessibleChild(i).getAccessibleContext()
                told[button, i] = (child.getAccessibleRole() in FOR_USE, child.getAccessibleName(), tool_tip(child))
            self.screen.key("Escape")
            self.gone(title)
        return told

    def told_in(self, panorama, panel):
        window = panorama.window(panel)
        return {(panel, name): self.told(window.getControl(name)) for name in window.getModel().getElementNames()}

    @staticmethod
    def told(control):
        return (is_for_use(control), control.getAccessibleContext().getAccessibleName(),
                getattr(control.getModel(), "HelpText", "") if is_for_use(control) else "")


def tool_tip(context):
    return context.getToolTipText() if hasattr(context, "getToolTipText") else ""


class Names:
    """Each language: nothing for use is without a name and a help."""

    def test_names_and_helps(self):
        told = self.gather()
        self.assertGreater(len(told), 40)
        for place, (used, name, help_text) in told.items():
            if used:
                with self.subTest(place=place):
                    # The office gives a progress bar no name, whatever is beside it: its help has to do.
                    self.assertTrue(name.strip() or place[1] == "progress", "no name")
                    self.assertTrue(help_text.strip(), "no help")
        type(self).told_here = told


class FrenchNames(Names, Accessibility):
    titles = ("Accepter un constat", "Tableau contrôlé")

    def test_no_english_word(self):
        """The English office beside this one says something else of each control."""
        french = getattr(type(self), "told_here", None) or self.gather()
        self.office.stop()
        other = EnglishNames("gather")
        EnglishNames.screen, EnglishNames.office = self.screen, None
        from office import Office
        EnglishNames.office = Office("en", display=self.screen.display)
        EnglishNames.office.start()
        self.addCleanup(EnglishNames.office.stop)
        other.setUp()
        self.addCleanup(other.doCleanups)
        english = other.gather()
        self.assertEqual(set(french), set(english))
        for place, (_, name, help_text) in french.items():
            for text, same in ((name, english[place][1]), (help_text, english[place][2])):
                if text not in SAME and not text.startswith(("ALTAÏR", "P-0")):
                    with self.subTest(place=place, text=text):
                        self.assertNotEqual(text, same)


class EnglishNames(Names, Accessibility):
    language = "en"
    titles = ("Accept a finding", "Table checked")


class Keyboard(DeckCase):
    def focused(self, panorama):
        return next((name for name in TAB_ORDER if is_focused(panorama.control(name).getAccessibleContext())), None)

    def test_tab_reaches_each_control_in_order(self):
        panorama = self.panorama()
        panorama.settled()
        panorama.choose("B5")  # every button can be pressed
        panorama.click("findings", 120, 30)
        wait_for("the list", lambda: self.focused(panorama) == "findings")
        wait_for("a finding", lambda: "F03" in panorama.details())
        seen = []
        for _ in range(len(TAB_ORDER) + 1):
            here = self.focused(panorama)
            seen.append(here)
            self.screen.key("Tab")
            wait_for(f"what comes after {here}", lambda here=here: self.focused(panorama) not in (here, None))
        start = TAB_ORDER.index("findings")
        wanted = TAB_ORDER[start:] + TAB_ORDER[:start]
        self.assertEqual([name for name in seen if name][:len(wanted)], list(wanted)[:len(seen)])

    def test_arrows_and_enter(self):
        panorama = self.panorama()
        panorama.settled()
        panorama.click("findings", 120, 30)
        wait_for("a finding", lambda: "F03" in panorama.details())
        self.screen.key("Down", "Down")
        wait_for("the next", lambda: "F05" in panorama.details())
        self.screen.key("Return")
        wait_for("its cell", lambda: panorama.document.CurrentSelection.AbsoluteName == "$Portefeuille.$I$9")


if __name__ == "__main__":
    unittest.main()
