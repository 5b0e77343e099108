"""What `cmake --install` puts under a prefix is whole, and desktops can read it.

usage: installed.py CMAKE BUILD
"""

import configparser
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

APP = "org.brusio.Brusio"
PROGRAMS = ("brusio", "brusiod", "brusio-sim")


def run(*command, **more):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **more)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


def check_programs(prefix):
    for name in PROGRAMS:
        program = prefix / "bin" / name
        assert os.access(program, os.X_OK), program
    without_display = {k: v for k, v in os.environ.items() if "DISPLAY" not in k}
    assert "brusio" in run(prefix / "bin" / "brusio", "--version", env=without_display)


def check_desktop(prefix):
    entry_path = prefix / "share/applications" / f"{APP}.desktop"
    run("desktop-file-validate", entry_path)
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(entry_path)
    entry = parser["Desktop Entry"]
    assert entry["Exec"].split()[0] in PROGRAMS, entry["Exec"]
    icon = prefix / "share/icons/hicolor/scalable/apps" / (entry["Icon"] + ".svg")
    assert xml.parse(icon).getroot().get("viewBox"), icon
    for key in ("GenericName", "Comment", "Keywords"):
        assert entry[key] and entry[f"{key}[it]"], key


def check_metainfo(prefix):
    path = prefix / "share/metainfo" / f"{APP}.metainfo.xml"
    run("appstreamcli", "validate", "--no-net", path)
    component = xml.parse(path).getroot()
    assert component.findtext("id") == APP
    assert component.findtext("launchable") == f"{APP}.desktop"


def main():
    cmake, build = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        prefix = pathlib.Path(folder) / "prefix"
        run(cmake, "--install", build, "--prefix", prefix)
        check_programs(prefix)
        check_desktop(prefix)
        check_metainfo(prefix)


main()
