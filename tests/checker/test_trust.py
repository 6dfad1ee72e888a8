"""Nothing lost, nothing let in: what the checker writes and prints, whatever names, links, disks and hostile files it is given."""

import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import tempfile
import unittest

from test_checker import CHECKER, SHARED
from test_understanding import A, B, C, HEADER, put

HOSTILE = SHARED / "cases" / "hostile"
TABLE = "\n".join([HEADER, A, B, C]) + "\n"
OTHER = "Mes notes à moi\n"


def run(*arguments, **options):
    return subprocess.run([CHECKER, "--edition", "2026-06", *arguments], capture_output=True, text=True, timeout=60, **options)


class Folder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="panorama-trust-")
        self.addCleanup(folder.cleanup)
        self.here = pathlib.Path(folder.name)
        self.table, self.before = self.here / "a.csv", self.here / "avant-2025-12.csv"
        self.table.write_text(TABLE, encoding="utf-8")
        self.before.write_text(TABLE, encoding="utf-8")

    def files(self):
        return {file.name: file.read_bytes() for file in self.here.iterdir() if file.is_file()}


class NothingLost(Folder):
    def refused(self, *arguments):
        """Exit code 2, a sentence, and every file as it was."""
        files = self.files()
        done = run(*arguments)
        self.assertEqual((2, files), (done.returncode, self.files()), done.stderr)
        return done.stderr.replace("\u00a0", " ")

    def test_a_file_that_is_read_is_never_written(self):
        (self.here / "lien.csv").symlink_to(self.table)
        os.link(self.table, self.here / "dur.csv")
        (self.here / "d").mkdir()
        lists = self.here / "liste.csv"
        lists.write_text("Ancien nom;Nouveau nom\nX;Y\n", encoding="utf-8")
        pack = self.here / "regles.xml"
        pack.write_text("<pack/>", encoding="utf-8")
        for force in ((), ("--force",)):
            for output in (self.table, self.here / "lien.csv", self.here / "dur.csv", self.here / "d" / ".." / "a.csv"):
                for work in ((), ("--fix",), ("--publish",), ("--consolidate",), ("--format", "json")):
                    with self.subTest(output=output.name, work=work, force=force):
                        self.assertIn("Ce fichier est lu par ce contrôle et n’est jamais remplacé", self.refused("--output", output, *work, *force, self.table))
            for option, read in (("--previous", self.before), ("--renames", lists), ("--waivers", lists), ("--columns", lists), ("--pack", pack)):
                with self.subTest(option=option, force=force):
                    self.assertIn("n’est jamais remplacé", self.refused("--output", read, option, read, *force, self.table))
            with self.subTest("a folder that is consolidated", force=force):
                self.assertIn("n’est jamais remplacé", self.refused("--consolidate", "--output", self.table, *force, self.here))

    def test_of_a_publication_every_file_counts(self):
        self.assertIn("n’est jamais remplacé", self.refused("--publish", "--output", self.here / "lien.csv", "--waivers", self.here / "lien.html",
                                                            "--force", self.table))
        (self.here / "p.html").write_text(OTHER, encoding="utf-8")
        self.assertIn("p.html", self.refused("--publish", "--output", self.here / "p.csv", self.table))

    def test_what_is_no_report_of_ours_is_replaced_only_when_told(self):
        for work in ((), ("--format", "json"), ("--format", "html"), ("--format", "csv"), ("--format", "sarif"), ("--fix",), ("--consolidate",)):
            with self.subTest(work):
                output = self.here / "notes.csv"
                output.write_text(OTHER, encoding="utf-8")
                self.assertIn("Ce fichier existe déjà et n’est pas remplacé", self.refused("--output", output, *work, self.table))
                done = run("--output", output, *work, "--force", self.table)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertNotEqual(OTHER, output.read_text("utf-8"))
                output.unlink()

    def test_an_earlier_report_is_replaced(self):
        for form in ("text", "html", "json", "csv", "sarif"):
            for language in ("fr", "en"):
                with self.subTest(form=form, language=language):
                    output = self.here / "rapport"
                    for line in (A, put(A, 8, "abc")):
                        self.table.write_text("\n".join([HEADER, line, B, C]) + "\n", encoding="utf-8")
                        done = run("--format", form, "--lang", language, "--output", output, self.table)
                        self.assertIn(done.returncode, (0, 1), done.stderr)
                    self.assertIn("abc", output.read_text("utf-8"))
                    output.unlink()

    def test_through_a_link_the_file_behind_it_is_written(self):
        target, link = self.here / "rapport.json", self.here / "lien.json"
        target.write_text("", encoding="utf-8")
        link.symlink_to(target)
        self.assertEqual(0, run("--format", "json", "--output", link, self.table).returncode)
        self.assertTrue(link.is_symlink())
        self.assertEqual("ready", json.loads(target.read_text("utf-8"))["verdict"])

    def test_what_is_no_file_is_written_to(self):
        done = run("--format", "json", "--output", "/dev/stdout", self.table)
        self.assertEqual((0, "ready"), (done.returncode, json.loads(done.stdout)["verdict"]))
        self.assertEqual(2, run("--format", "json", "--output", "/dev/full", self.table).returncode)

    def test_a_full_disk_leaves_the_old_file_whole(self):
        def little_room():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))

        for work in (("--format", "json"), ("--fix",), ("--consolidate",)):
            with self.subTest(work):
                output = self.here / "o.csv"
                output.write_text(OTHER, encoding="utf-8")
                files = self.files()
                done = run("--output", output, *work, "--force", self.table, preexec_fn=little_room)
                self.assertEqual((2, files), (done.returncode, self.files()), done.stderr)

    def test_a_folder_without_rights_changes_nothing(self):
        if os.geteuid() == 0:
            self.skipTest("root may write everywhere")
        self.here.chmod(0o500)
        self.addCleanup(self.here.chmod, 0o700)
        self.assertEqual(2, run("--format", "json", "--output", self.here / "o.json", self.table).returncode)

    def test_two_runs_at_once_leave_one_whole_report(self):
        output = self.here / "o.json"
        for _ in range(5):
            runs = [subprocess.Popen([CHECKER, "--edition", "2026-06", "--format", "json", "--output", output, self.table], stderr=subprocess.DEVNULL)
                    for _ in range(4)]
            self.assertEqual([0] * 4, [each.wait(60) for each in runs])
            self.assertEqual("ready", json.loads(output.read_text("utf-8"))["verdict"])
        self.assertEqual({"a.csv", "avant-2025-12.csv", "o.json"}, set(self.files()))

    def test_killed_at_any_moment_the_old_file_or_the_new_one_is_whole(self):
        output = self.here / "o.json"
        run("--format", "json", "--output", output, self.table)
        for moment in range(0, 40, 2):
            started = subprocess.Popen([CHECKER, "--edition", "2026-06", "--format", "json", "--output", output, self.table],
                                       stderr=subprocess.DEVNULL)
            try:
                started.wait(moment / 1000)
            except subprocess.TimeoutExpired:
                started.kill()
                started.wait(60)
            self.assertEqual("ready", json.loads(output.read_text("utf-8"))["verdict"])


class NothingLetIn(Folder):
    def published(self, name):
        output = self.here / "o.csv"
        return run("--publish", "--output", output, "--pack", "panorama", self.here / name), output

    def test_a_formula_is_published_as_a_text(self):
        lines = [HEADER + ";Description;Diffusion", put(A, 1, "=cmd|'/C calc'!A0") + ";@SUM(1);Publiable", B + ";-2+3+cmd|' /C calc'!A0;Publiable",
                 C + ";Le projet.;Publiable"]
        (self.here / "f.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        done = run("--publish", "--output", self.here / "o.csv", self.here / "f.csv")
        self.assertEqual(0, done.returncode, done.stderr)
        text = (self.here / "o.csv").read_text("utf-8")
        for formula in ("=cmd", "@SUM", "-2+3"):
            self.assertRegex(text, r"[,\"]'" + formula.replace("+", r"\+"))
        self.assertIn("publiés avec une apostrophe devant (3)", done.stdout)
        done = run("--consolidate", "--output", self.here / "c.csv", self.here / "f.csv")
        self.assertIn(",'=cmd", (self.here / "c.csv").read_text("utf-8"))
        self.assertIn("écrits avec une apostrophe devant : 3", done.stderr.replace("\u00a0", " "))

    def test_nothing_that_a_cell_holds_acts_on_a_terminal(self):
        bad = ["\x1b[8m", "\x1b]0;x\x07", "\r", "\u202e", "\u2066", "\u200b", "\x9b31m", "\x08\x08", "\u2028", '\n\nPrêt à soumettre : 0 erreur.\n']
        for one in bad:
            for column in range(10):
                lines = [HEADER, put(A, column, f'"x{one}y"'), B, C]
                (self.here / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
                done = run(self.here / "t.csv")
                text = done.stdout + done.stderr
                with self.subTest(repr(one), column=column):
                    self.assertFalse(set(text) & set("\x1b\x07\r\u202e\u2066\u200b\x9b\x08\u2028"), repr(text))
                    self.assertLessEqual(sum(line.startswith("Prêt à soumettre") for line in text.splitlines()), 1)
                    self.assertFalse(done.returncode != 0 and any(line.startswith("Prêt à soumettre") for line in text.splitlines()))

    def test_a_name_of_a_file_makes_no_line(self):
        name = self.here / "a\nPrêt à soumettre : 0 erreur.\x1b[8m.csv"
        shutil.copy(self.table, name)
        name.write_text("rien\n", encoding="utf-8")
        done = run(name)
        self.assertFalse(any(line.startswith("Prêt") for line in (done.stdout + done.stderr).splitlines()))
        self.assertNotIn("\x1b", done.stdout + done.stderr)

    def test_numbers_beyond_all_bounds(self):
        for number in ("1e40", "1e308", "-1e300", "nan", "inf", "-inf", "9" * 60, "1e-300", "NaN", "Infinity"):
            with self.subTest(number):
                (self.here / "n.csv").write_text("\n".join([HEADER, put(A, 8, number), B, C]) + "\n", encoding="utf-8")
                done = run("--format", "json", self.here / "n.csv")
                report = json.loads(done.stdout, parse_constant=self.fail)
                self.assertEqual((1, 22.0), (done.returncode, report["figures"]["total_m_eur"]))
                self.assertTrue({"F04", "F07", "L07"} & {one["rule"] for one in report["findings"]})


HEAD = '<pack id="m" version="1" date="2026-01-01" extends="{}"><title xml:lang="fr">a</title><title xml:lang="en">a</title></pack>'


class Packs(Folder):
    def test_parents_are_rules_that_came_along_each_read_once(self):
        for parents, code in (("rows", 0), ("rows " * 2000, 0), ("m", 2), ("../packs/rows", 2), ("/etc/passwd", 2), ("rows.xml", 2), (str(self.here / "m"), 2),
                              ("./m", 2), ("m m m", 2), ("x" * 500, 2)):
            with self.subTest(parents[:30]):
                (self.here / "m.xml").write_text(HEAD.format(parents), encoding="utf-8")
                done = run("--test-pack", self.here / "m.xml", cwd=self.here)
                self.assertEqual(code, done.returncode, done.stderr)
                if code:
                    self.assertIn("m.xml, ligne 1", done.stderr)


@unittest.skipUnless(HOSTILE.exists(), "the shared cases are not here")
class Hostile(Folder):
    def test_packs(self):
        for name, codes in (("pack-loop.xml", {2}), ("pack-many-parents.xml", {0, 1, 2}), ("testpack-null.xml", {1, 2})):
            with self.subTest(name):
                shutil.copy(HOSTILE / name, self.here / name)
                done = run("--test-pack", name, cwd=self.here)
                self.assertIn(done.returncode, codes, done.stderr)

    def test_a_verdict_is_not_forged(self):
        done = run(HOSTILE / "fake-verdict.csv")
        self.assertEqual(1, done.returncode)
        self.assertFalse(any(line.startswith("Prêt") for line in done.stdout.splitlines()))
        self.assertNotIn("\x1b", done.stdout)

    def test_numbers(self):
        self.assertNotIn("nan", run(HOSTILE / "nan.csv").stdout.split("nan.csv", 1)[1].replace("« nan »", "").split("Chiffres clés")[1])

    def test_publishing(self):
        for name in ("publish-formula.csv", "publish-out-of-bounds.csv"):
            done = run("--publish", "--output", self.here / f"{name}.csv", HOSTILE / name)
            self.assertIn(done.returncode, (0, 1, 2))
            if (self.here / f"{name}.csv").exists():
                self.assertNotRegex((self.here / f"{name}.csv").read_text("utf-8"), r'(^|,)"?[=@]')


if __name__ == "__main__":
    unittest.main()
