"""Tables made after public reports of those who keep such sheets: what is asked of each stands beside it."""

import subprocess
import sys
import unittest

from test_checker import CHECKER, SHARED

CASES = SHARED / "cases"


class Cases(unittest.TestCase):
    @unittest.skipUnless((CASES / "judge.py").exists(), "the shared cases are not here")
    def test_every_case_is_answered_as_asked(self):
        judged = subprocess.run([sys.executable, CASES / "judge.py", CHECKER, CASES], capture_output=True, text=True, timeout=300)
        self.assertEqual(0, judged.returncode, judged.stdout + judged.stderr)


if __name__ == "__main__":
    unittest.main()
