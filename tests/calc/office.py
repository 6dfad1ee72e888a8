"""A private headless LibreOffice for the tests: started with a throw-away profile in the language asked for, with or
without our extension, and always ended. Needs /usr/bin/python3 with the package python3-uno.

    with Office("fr") as office:
        document = office.new()
        cell = document.Sheets[0].getCellByPosition(0, 0)
"""

import atexit
import ctypes
import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import uuid

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException
from com.sun.star.uno import RuntimeException

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("PANORAMA_BUILD", SOURCE / "build")).resolve()
BUNDLE = BUILD / "bundle"
OXT = BUILD / "panorama-calc.oxt"
SOFFICE = pathlib.Path(os.environ.get("LO_HOME", "/usr/lib/libreoffice")) / "program" / "soffice.bin"

FILTERS = {".ods": "calc8", ".fods": "OpenDocument Spreadsheet Flat XML", ".xlsx": "Calc MS Excel 2007 XML", ".xls": "MS Excel 97"}

# The whole life of one office. A hung office ends with the test it hangs, not with the patience of who waits for it.
TIME_LIMIT = 300

# ooLocale is overwritten by the office at its first start; UILocale is what stays.
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Linguistic/General"><prop oor:name="UILocale" oor:op="fuse"><value>{ui}</value></prop></item>
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{locale}</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeGetInvolvedShown" oor:op="fuse"><value>4102444800</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="LastTimeDonateShown" oor:op="fuse"><value>4102444800</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""
LANGUAGES = {"fr": ("fr", "fr-FR"), "en": ("en-US", "en-US")}

# The office asks whoever started it to start it again: after its first start on a profile, and after an update.
RESTART = (79, 81)


def write_profile(folder, language):
    """The settings of a new profile for that language, in a folder that need not exist yet."""
    ui, locale = LANGUAGES[language]
    user = pathlib.Path(folder) / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS.format(ui=ui, locale=locale), encoding="utf-8")


def property_values(**values):
    """A sequence of PropertyValue, as UNO wants named options."""
    made = []
    for name, value in values.items():
        option = PropertyValue()
        option.Name, option.Value = name, value
        made.append(option)
    return tuple(made)


def _die_with_parent():
    """A killed test leaves no office behind."""
    ctypes.CDLL("libc.so.6", use_errno=True).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


class Office:
    """One office process. `extension` says whether it takes ours from the build: without it one sees what a colleague
    sees who has none, or what was installed in `profile`, a profile that exists already and is kept. With a `display`
    it shows its windows there, as the variables of `environment` say."""

    def __init__(self, language="fr", extension=True, profile=None, display=None, environment=None):
        self.language = language
        self.extension = extension
        self._given_profile = profile
        self._display = display
        self._environment = environment or {}
        self._process = None
        self._documents = []

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        if self.extension and not BUNDLE.is_dir():
            raise RuntimeError(f"{BUNDLE} is missing: build first (scripts/build)")
        self._folder = tempfile.mkdtemp(prefix="panorama-calc-test-")
        atexit.register(self.stop)
        profile = self._given_profile or os.path.join(self._folder, "profile")
        if not self._given_profile:
            write_profile(profile, self.language)
        pipe = "panorama" + uuid.uuid4().hex
        bundled = BUNDLE if self.extension else pathlib.Path(self._folder) / "none"
        bundled.mkdir(exist_ok=True)
        self._command = [
            str(SOFFICE),  # in full: the office looks for its parts beside its own path
            "-env:UserInstallation=" + pathlib.Path(profile).as_uri(),
            "-env:BUNDLED_EXTENSIONS=" + bundled.as_uri(),
            *([] if self._display else ["--headless"]),
            "--norestore", "--nologo", "--nodefault",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
        ]
        self._launch()
        self._limit = threading.Timer(TIME_LIMIT, self._kill)
        self._limit.daemon = True
        self._limit.start()
        self._connect(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")

    def _launch(self):
        environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
        if self._display:
            environment["DISPLAY"] = self._display
        environment.update(self._environment)
        with open(os.path.join(self._folder, "output.txt"), "ab") as output:
            self._process = subprocess.Popen(self._command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                                             env=environment, start_new_session=True, preexec_fn=_die_with_parent)

    def _connect(self, address, seconds=60):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        deadline = time.monotonic() + seconds
        while True:
            try:
                self.context = resolver.resolve(address)
                break
            except NoConnectException:
                code = self._process.poll()
                if code in RESTART:
                    self._launch()
                elif code is not None or time.monotonic() > deadline:
                    self.stop()
                    raise RuntimeError(f"LibreOffice did not start (exit code {code})") from None
                time.sleep(0.05)
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def _kill(self):
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)

    def stop(self):
        """Ends the office and removes its profile; may be called twice. Returns the office's exit code."""
        if self._process is None:
            return None
        for document in list(self._documents):
            self.close(document)
        try:
            self.desktop.terminate()
        except (AttributeError, DisposedException):
            pass  # never connected, or gone already
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._kill()
            self._process.wait(20)
        self._limit.cancel()
        code = self._process.returncode
        self._process = None
        shutil.rmtree(self._folder, ignore_errors=True)
        atexit.unregister(self.stop)
        return code

    def service(self, name):
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def new(self):
        """A new spreadsheet document."""
        return self._load("private:factory/scalc", Hidden=True)

    def open(self, path, **options):
        """The document at that path; None where the office refuses it."""
        return self._load(pathlib.Path(path).absolute().as_uri(), **{"Hidden": not self._display, **options})

    def _load(self, url, **options):
        if self._display:
            options["OnMainThread"] = True  # a window made in another thread may wait for the main one for ever
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, property_values(**options))
        if document is not None:
            self._documents.append(document)
        return document

    def save(self, document, path, **options):
        """Saves a copy in the format that the name of the file says."""
        path = pathlib.Path(path)
        document.storeToURL(path.as_uri(), property_values(FilterName=FILTERS[path.suffix], **options))
        return path

    def close(self, document):
        if document in self._documents:
            self._documents.remove(document)
        try:
            document.close(True)
        except RuntimeException:
            pass  # the office is gone, and the document with it; in which way, its exit code tells
