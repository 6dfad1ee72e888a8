"""What users' files and other programs depend on: names, the published interface, and the package as it is installed."""

import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile
import unittest
import uuid
import xml.etree.ElementTree as xml
import zipfile

from catalogue import functions
from office import BUILD, OXT, SOURCE, write_profile

SDK = pathlib.Path(os.environ.get("LO_HOME", "/usr/lib/libreoffice")) / "sdk"
IDENTIFIER = "org.panoramacalc.extension"

# Names of the functions, written in workbooks that exist: none may change. Programmatic, English, French.
NAMES = """
fullCost MAREVA.COST MAREVA.COUT
fullCostSchedule MAREVA.COST.SCHEDULE MAREVA.COUT.ECHEANCIER
netPresentValue MAREVA.NPV MAREVA.VAN
internalRate MAREVA.IRR MAREVA.TRI
payback MAREVA.PAYBACK MAREVA.DELAI.RETOUR
costBand COST.BAND TRANCHE.COUT
slippage SLIPPAGE GLISSEMENT
calendarSlippage SLIPPAGE.CALENDAR GLISSEMENT.CALENDAIRE
meanSlippage SLIPPAGE.MEAN GLISSEMENT.MOYEN
slippageDetail SLIPPAGE.DETAIL GLISSEMENT.DETAIL
globalSlippage SLIPPAGE.GLOBAL GLISSEMENT.GLOBAL
floorSlippage SLIPPAGE.FLOOR GLISSEMENT.PLANCHER
slippageBreakdown SLIPPAGE.BREAKDOWN GLISSEMENT.DECOMPOSITION
recurringDrift SLIPPAGE.RECURRING GLISSEMENT.RECURRENT
targetGap TARGET.GAP ECART.CIBLE
avoidedSpending AVOIDED.SPENDING DEPENSES.EVITEES
editionDelta EDITION.DELTA ECART.EDITION
editionDeltaText EDITION.DELTA.TEXT ECART.EDITION.TEXTE
editionFigure EDITION.FIGURE EDITION.CHIFFRE
editionSource EDITION.SOURCE EDITION.SOURCE
editionBreak EDITION.BREAK EDITION.RUPTURE
editionEntering EDITION.ENTERING EDITION.ENTRANTS
editionLeaving EDITION.LEAVING EDITION.SORTANTS
editionRenamed EDITION.RENAMED EDITION.RENOMMES
editionRenewal EDITION.RENEWAL EDITION.RENOUVELLEMENT
portfolioTotal PORTFOLIO.TOTAL PANORAMA.TOTAL
durationYears DURATION.YEARS DUREE.ANNEES
plannedEnd PLANNED.END FIN.PREVUE
frenchDate FRENCH.DATE DATE.FRANCAISE
opinionStatus OPINION.STATUS AVIS.STATUT
opinionDue OPINION.DUE AVIS.ECHEANCE
checkCount CHECK.COUNT CONTROLE.NOMBRE
checkFindings CHECK.FINDINGS CONTROLE.ANOMALIES
"""

# Arguments, required ones first: an order that changed would silently change results. Optional ones in brackets.
ARGUMENT_COUNTS = {
    "fullCost": (2, 6), "fullCostSchedule": (4, 5), "netPresentValue": (3, 4), "internalRate": (2, 3), "payback": (2, 3),
    "costBand": (1, 2), "slippage": (2, 2), "calendarSlippage": (3, 3), "meanSlippage": (2, 5), "slippageDetail": (2, 5),
    "globalSlippage": (2, 2), "floorSlippage": (3, 5), "slippageBreakdown": (6, 8), "recurringDrift": (1, 3),
    "targetGap": (2, 2), "avoidedSpending": (3, 3), "editionDelta": (2, 2), "editionDeltaText": (3, 3),
    "editionFigure": (2, 3), "editionSource": (2, 2), "editionBreak": (2, 2), "editionEntering": (2, 3),
    "editionLeaving": (2, 3), "editionRenamed": (2, 2), "editionRenewal": (2, 3), "portfolioTotal": (1, 2), "durationYears": (2, 3),
    "plannedEnd": (2, 2), "frenchDate": (1, 1), "opinionStatus": (2, 4), "opinionDue": (1, 2),
    "checkCount": (1, 3), "checkFindings": (1, 3),
}

# What an extension may expect on any computer that has LibreOffice; everything else it must bring along.
SYSTEM_LIBRARIES = re.compile(r"(libuno_\w+|libstdc\+\+|libgcc_s|libc|libm|ld-linux-[\w-]+)\.so(\.\d+)*")

OOR = "{http://openoffice.org/2001/registry}"


def methods(idl):
    """Name and names of the arguments of every method of our interface."""
    text = re.sub(r"/\*.*?\*/|//[^\n]*", "", idl, flags=re.DOTALL)
    body = re.search(r"interface\s+(?:org\.panoramacalc\.)?XAddIn\s*\{(.*?)\}\s*;", text, re.DOTALL).group(1)
    found = {}
    for name, arguments in re.findall(r"any\s+(\w+)\s*\(([^)]*)\)", body):
        found[name] = [one.split()[-1] for one in arguments.split(",") if one.strip()]
    return found


class Names(unittest.TestCase):
    def test_names_are_the_published_ones(self):
        published = [tuple(line.split()) for line in NAMES.split("\n") if line]
        ours = [(one.name, one.names["en"], one.names["fr"]) for one in functions()]
        self.assertEqual(sorted(published), sorted(ours))

    def test_argument_counts(self):
        ours = {one.name: (sum(not a.optional for a in one.arguments), len(one.arguments)) for one in functions()}
        self.assertEqual(ARGUMENT_COUNTS, ours)

    def test_optional_arguments_come_last(self):
        for function in functions():
            optional = [argument.optional for argument in function.arguments]
            self.assertEqual(sorted(optional), optional, function.name)


class Interface(unittest.TestCase):
    def test_idl_has_the_functions_of_the_catalogue(self):
        idl = methods((SOURCE / "idl" / "panoramacalc.idl").read_text(encoding="utf-8"))
        wanted = {one.name: ["document"] * one.wants_document + [a.name for a in one.arguments] for one in functions()}
        self.assertEqual(wanted, idl)

    def test_packed_types_are_those_of_the_idl(self):
        reader = SDK / "bin" / "unoidl-read"
        if not reader.exists():
            self.skipTest(f"{reader} is missing (Debian package libreoffice-dev)")
        with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(OXT) as archive:
            rdb = archive.extract("panoramacalc.rdb", folder)
            program = SDK.parent / "program"
            known = [program / "types.rdb", program / "types" / "offapi.rdb"]
            packed = subprocess.run([reader, *known, rdb], stdout=subprocess.PIPE, check=True, timeout=60, text=True).stdout
        self.assertEqual(methods((SOURCE / "idl" / "panoramacalc.idl").read_text(encoding="utf-8")), methods(packed))

    def test_registered_functions_are_those_of_the_idl(self):
        with zipfile.ZipFile(OXT) as archive:
            root = xml.fromstring(archive.read("registry/CalcAddIns.xcu"))
        (functions_node,) = (node for node in root.iter("node") if node.get(OOR + "name") == "AddInFunctions")
        idl = methods((SOURCE / "idl" / "panoramacalc.idl").read_text(encoding="utf-8"))
        registered = {}
        for node in functions_node.findall("node"):
            name = node.get(OOR + "name")
            parameters = node.find("node")
            registered[name] = [one.get(OOR + "name") for one in parameters.findall("node")]
            compatibility = next(prop for prop in node.findall("prop") if prop.get(OOR + "name") == "CompatibilityName")
            self.assertEqual("ORG.PANORAMACALC.ADDIN." + name.upper(), compatibility.find("value").text)
        self.assertEqual(idl, registered)


class Package(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        with zipfile.ZipFile(OXT) as archive:
            cls.entries = archive.namelist()
            archive.extractall(cls.folder.name)
        cls.root = pathlib.Path(cls.folder.name)

    def test_no_entry_leaves_the_package(self):
        for entry in self.entries:
            self.assertFalse(entry.startswith("/") or ".." in entry.split("/"), entry)

    def test_manifest_entries_exist(self):
        manifest = xml.parse(self.root / "META-INF" / "manifest.xml")
        paths = [one.get("{http://openoffice.org/2001/manifest}full-path") for one in manifest.getroot()]
        self.assertGreaterEqual(len(paths), 3)
        for path in paths:
            self.assertTrue((self.root / path).is_file(), path)

    def test_components_name_a_library_that_exists(self):
        for components in self.root.glob("platform/*/*.components"):
            for component in xml.parse(components).getroot():
                self.assertTrue((components.parent / component.get("uri")).is_file(), component.get("uri"))
                # Beside a constructor, LibreOffice crashes without it.
                self.assertEqual("gcc3", component.get("environment"))

    def test_description(self):
        root = xml.parse(self.root / "description.xml").getroot()
        namespace = {"d": "http://openoffice.org/extensions/description/2006"}
        self.assertEqual(IDENTIFIER, root.find("d:identifier", namespace).get("value"))
        version = root.find("d:version", namespace).get("value")
        self.assertRegex(version, r"^\d+\.\d+\.\d+$")
        cmake = (SOURCE / "CMakeLists.txt").read_text(encoding="utf-8")
        self.assertEqual(re.search(r"project\(\w+ VERSION (\S+)", cmake).group(1), version)
        platform = root.find("d:platform", namespace).get("value")
        self.assertIn(platform, ("linux_x86_64", "linux_aarch64"))  # capitals: "does not work on this computer"
        self.assertTrue((self.root / "platform").is_dir())
        for element in root.iter():
            link = element.get("{http://www.w3.org/1999/xlink}href")
            if link:
                self.assertTrue((self.root / link).is_file(), link)

    def test_data_is_packed(self):
        for folder, pattern in (("data", "*.xml"), ("packs", "*.xml")):
            packed = {one.name for one in (self.root / folder).glob(pattern)}
            self.assertEqual({one.name for one in (SOURCE / "extension" / folder).glob(pattern)}, packed)

    def test_libraries_are_bundled_or_everywhere(self):
        libraries = list(self.root.glob("platform/*/*.so*"))
        self.assertTrue(any(one.name == "libpanoramacalc.so" for one in libraries), libraries)
        for library in libraries:
            needed, path = loaded_by(library)
            beside = {one.name for one in library.parent.iterdir()}
            for name in needed:
                with self.subTest(library=library.name, needed=name):
                    self.assertTrue(SYSTEM_LIBRARIES.fullmatch(name) or name in beside)
            if library.name == "libpanoramacalc.so":
                self.assertEqual(["$ORIGIN"], path)

    def test_the_checker_finds_the_same_libraries(self):
        checker = BUILD / "panorama-check"
        needed, path = loaded_by(checker)
        folders = [pathlib.Path(one.replace("$ORIGIN", str(checker.parent))) for one in path]
        for name in needed:
            with self.subTest(needed=name):
                self.assertTrue(SYSTEM_LIBRARIES.fullmatch(name) or any((folder / name).exists() for folder in folders))


def loaded_by(file):
    """The names of the libraries that a program or library needs, and the folders of its RPATH, which also serves what these need."""
    dynamic = subprocess.run(["readelf", "-d", file], stdout=subprocess.PIPE, check=True, timeout=60, text=True,
                             env={**os.environ, "LC_ALL": "C"}).stdout
    needed = re.findall(r"\(NEEDED\)\s+Shared library: \[([^\]]+)\]", dynamic)
    path = re.search(r"\(RPATH\)[^\n]*\[([^\]]*)\]", dynamic)
    return needed, path[1].split(":") if path else []


# Run by the user who installed, because pipes are per user: computes one formula with what is installed in the profile.
COMPUTE_INSTALLED = """
import sys
sys.path.insert(0, sys.argv[1])
sys.dont_write_bytecode = True
from cells import enter
from office import Office
with Office("fr", extension=False, profile=sys.argv[2]) as office:
    print("result", enter(office.new().Sheets[0].getCellByPosition(0, 0), "=GLISSEMENT(100;112,5)"))
"""


class Installation(unittest.TestCase):
    """unopkg refuses root, so that root makes a user for the time of the test."""

    def setUp(self):
        # Not in a temporary folder of root's own: the user must get in.
        self.home = tempfile.mkdtemp(prefix="panorama-install-", dir="/tmp")
        self.addCleanup(shutil.rmtree, self.home, ignore_errors=True)
        self.prefix = []
        if os.getuid() == 0:
            self.become_user()
        self.profile = os.path.join(self.home, "profile")
        write_profile(self.profile, "fr")
        self.oxt = shutil.copy(OXT, self.home)
        if self.prefix:
            subprocess.run(["chown", "-R", self.user, self.home], check=True, timeout=60)

    def become_user(self):
        if not (shutil.which("useradd") and shutil.which("setpriv")):
            self.skipTest("unopkg refuses root, and there is no useradd or setpriv to become somebody else")
        self.user = "panorama" + uuid.uuid4().hex[:8]
        made = subprocess.run(["useradd", "--no-create-home", "--no-user-group", "--home-dir", self.home, "--shell", "/bin/false", self.user],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60, text=True)
        if made.returncode:
            self.skipTest(f"unopkg refuses root, and no user can be made here: {made.stdout.strip()}")
        self.addCleanup(self.remove_user)
        entry = pwd.getpwnam(self.user)
        self.prefix = ["setpriv", f"--reuid={entry.pw_uid}", f"--regid={entry.pw_gid}", "--clear-groups"]
        readable = subprocess.run([*self.prefix, "test", "-r", str(SOURCE / "tests" / "calc" / "office.py")], timeout=60)
        if readable.returncode:
            self.skipTest(f"{SOURCE} cannot be read by other users than root")

    def remove_user(self):
        # A test that was interrupted leaves an unopkg at work, and nobody can be removed who is at work.
        for command in (["pkill", "-KILL", "-u", self.user], ["userdel", "--force", self.user]):
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60)

    def run_as_user(self, *command):
        # To a file: an office that an unopkg left behind would keep a pipe open.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run([*self.prefix, "timeout", "120", *command], stdin=subprocess.DEVNULL, stdout=output,
                                  stderr=subprocess.STDOUT, cwd=self.home, timeout=150,
                                  env={**os.environ, "HOME": self.home, "TMPDIR": self.home})
            output.seek(0)
            return done.returncode, output.read()

    def unopkg(self, *arguments):
        return self.run_as_user("unopkg", *arguments, "-env:UserInstallation=" + pathlib.Path(self.profile).as_uri())

    def computed(self):
        return self.run_as_user("/usr/bin/python3", "-c", COMPUTE_INSTALLED, str(SOURCE / "tests" / "calc"), self.profile)[1]

    def test_install_use_remove(self):
        code, said = self.unopkg("add", "--suppress-license", self.oxt)
        self.assertEqual(0, code, said)
        _, listed = self.unopkg("list", IDENTIFIER)
        self.assertIn("Identifier: " + IDENTIFIER, listed)
        self.assertRegex(listed, r"is registered: yes")
        self.assertIn("result 0.125", self.computed())
        code, said = self.unopkg("add", "--suppress-license", "-f", self.oxt)
        self.assertEqual(0, code, said)
        code, said = self.unopkg("remove", IDENTIFIER)
        self.assertEqual(0, code, said)
        _, listed = self.unopkg("list")
        self.assertNotIn(IDENTIFIER, listed)
        self.assertIn("result ('error', 525)", self.computed())  # #NAME?


if __name__ == "__main__":
    unittest.main()
