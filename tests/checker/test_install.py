"""What `cmake --install` puts under a prefix works from there, and from wherever the prefix is moved."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from test_checker import BUILD, SOURCE  # noqa: E402


class Installed(unittest.TestCase):
    def test_from_a_prefix_that_was_moved(self):
        with tempfile.TemporaryDirectory(prefix="panorama-prefix-") as folder:
            prefix, moved = pathlib.Path(folder) / "prefix", pathlib.Path(folder) / "moved"
            done = subprocess.run(["cmake", "--install", BUILD, "--prefix", prefix], capture_output=True, text=True, timeout=120)
            self.assertEqual(0, done.returncode, done.stdout + done.stderr)
            prefix.rename(moved)
            self.assertEqual(1, len(list(moved.rglob("panorama-calc.oxt"))))
            done = subprocess.run([moved / "bin" / "panorama-check", SOURCE / "samples" / "publication-defauts-2024-12.csv"],
                                  capture_output=True, text=True, timeout=120, cwd=folder, env={"PATH": "/usr/bin:/bin"})
            self.assertEqual((1, ""), (done.returncode, done.stderr))
            self.assertIn("2 erreurs, 3 avertissements", done.stdout.replace("\u00a0", " "))


if __name__ == "__main__":
    unittest.main()
