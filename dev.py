#!/usr/bin/env python3
"""Set up and work on Streamlation Desktop: ``python3 dev.py VERB`` (standard library only).

demo        translate the bundled sample with the embedded engines; needs no system package
test        lint, type-check and run the tests
run ARGS    the application: ``python3 dev.py run run talk.mp4 --to es``
lint        ruff, mypy and import-linter alone
format      let ruff format the code
window      the window: ``python3 dev.py window [FILE|URL]``
screenshots every page of the window, light, dark, mirrored and doubled, into out/screenshots
translations collect the texts of the window into resources/i18n and compile them
bench NAME  a benchmark from benchmarks/, for example ``bench cli/startup.py``
reliability the long forms of the reliability tests; ``reliability --help`` lists them
fuzz-api N  N generated requests of each kind to the local API (500)
package     build what can be installed, below dist/, and on Debian check it in a fresh system (as root)
audit       look the locked packages up in a database of known weaknesses (needs the internet)
sbom        write dist/sbom.json, the bill of materials, and docs/third-party.md
release     make a signing key, or sign the announcement of a release (docs/packaging.md)

Everything is installed below this folder, from the versions in uv.lock.
"""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
TOOLS = ROOT / ".tools"
UV_VERSION = "0.13.8"
ATHERIS_VERSION = "3.0.0"
PIP_AUDIT_VERSION = "2.10.1"
PYTHONS = ((3, 11), (3, 13))
"""Oldest and newest CPython that the locked wheels exist for."""
# What a verb needs from the system: shared library or program -> Debian package.
LIBRARIES = {"libstdc++.so.6": "libstdc++6"}
TEST_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libportaudio.so.2": "libportaudio2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""The window and sound, which the demo does without."""
PROGRAMS = {
    "apertium": "apertium",
    "cg-proc": "cg3",
    "Xvfb": "xvfb",
    "nginx": "nginx",
    "icecast2": "icecast2",
    "pulseaudio": "pulseaudio",
    "parec": "pulseaudio-utils",
    "gcc": "gcc",
    "chromium": "chromium",
    "node": "nodejs",
    "npm": "npm",
    "shairport-sync": "shairport-sync",
    "avahi-daemon": "avahi-daemon",
    "dbus-daemon": "dbus-daemon",
    "unshare": "util-linux",
    "ip": "iproute2",
    "strace": "strace",
    "faketime": "faketime",
}
SERVER_MODULES = {
    "/usr/lib/nginx/modules/ngx_rtmp_module.so": "libnginx-mod-rtmp",
    "/usr/lib/x86_64-linux-gnu/alsa-lib/libasound_module_pcm_pulse.so": "libasound2-plugins",
}
"""For servers of live streams, which the tests run on the loopback interface, and for sound."""
FONTS = {
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc": "fonts-wqy-microhei",
    "/usr/share/fonts/truetype/lohit-devanagari/Lohit-Devanagari.ttf": "fonts-lohit-deva",
    "/usr/share/fonts/truetype/tlwg/Loma.ttf": "fonts-tlwg-loma-ttf",
}
"""Chinese, Japanese and Korean, Hindi, Thai: scripts that captions are drawn in."""
HEADERS = {"/usr/include/stdio.h": "libc6-dev"}
PACKAGING_PROGRAMS = {
    "strip": "binutils",
    "mksquashfs": "squashfs-tools",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    **{name: name for name in ("mmdebstrap", "shellcheck", "flatpak-builder")},
}
EMBEDDED_TRANSLATION = {
    "/usr/share/apertium/modes/eng-spa.mode": "apertium-eng-spa",
    "/usr/share/apertium/modes/es-fr.mode": "apertium-fr-es",
    "/usr/share/apertium/modes/es-pt.mode": "apertium-es-pt",
    "/usr/share/apertium/modes/spa-ita.mode": "apertium-spa-ita",
}
"""Rule-based translation, the embedded default on Debian: wanted by `test`, optional for the rest."""


def fail(message: str) -> NoReturn:
    """Print one line and leave with exit code 1."""
    sys.exit(f"dev.py: {message}")


def has_library(name: str) -> bool:
    """True when the dynamic linker finds the shared library."""
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def missing_packages(verb: str) -> list[str]:
    """Debian packages that `verb` needs and this system lacks."""
    if not sys.platform.startswith("linux"):
        return []
    missing = [package for library, package in LIBRARIES.items() if not has_library(library)]
    if verb == "package":
        missing += [package for program, package in PACKAGING_PROGRAMS.items() if not shutil.which(program)]
    if verb in ("test", "package", "window", "screenshots"):
        missing += [package for library, package in TEST_LIBRARIES.items() if not has_library(library)]
    if verb == "test":
        path = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"
        missing += [package for program, package in PROGRAMS.items() if not shutil.which(program, path=path)]
        files = EMBEDDED_TRANSLATION | SERVER_MODULES | FONTS | HEADERS
        missing += [package for path, package in files.items() if not Path(path).exists()]
    return missing


def install_packages(packages: list[str], why: str) -> None:
    """Install Debian packages as root, else print the one command that does and stop."""
    if not packages:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if not shutil.which("apt-get"):
        fail(f"{why} needs what Debian calls {' '.join(packages)}: install it with your package manager")
    if os.geteuid() != 0:
        fail(f"{why} needs system packages. Run this once, then try again:\n  sudo {' '.join(command)}")
    print("installing", *packages, flush=True)
    # runlevel 1: the servers among the packages are not started by their installation
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for step in (["apt-get", "update"], command):
        done = subprocess.run(step, env=environment, capture_output=True, text=True, check=False)
        if done.returncode:
            fail(f"{' '.join(step[:2])} failed: {(done.stderr or done.stdout).strip().splitlines()[-1]}")


def uv() -> str:
    """Path of the pinned uv, installed below .tools on first use."""
    program = TOOLS / "uv" / "bin" / ("uv.exe" if os.name == "nt" else "uv")
    if program.exists():
        return str(program)
    if subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, check=False).returncode:
        install_packages(["python3-pip"], "the set-up")
    print(f"installing uv {UV_VERSION} in {program.parent}", flush=True)
    pip = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-warn-script-location"]
    done = subprocess.run([*pip, "--target", str(TOOLS / "uv"), f"uv=={UV_VERSION}"], check=False)
    if done.returncode or not program.exists():
        fail("uv could not be installed: is the Python package index reachable? (behind a proxy, set HTTPS_PROXY)")
    return str(program)


def environment() -> dict[str, str]:
    """The environment of everything that is started."""
    result = {**os.environ, "ORT_DISABLE_TELEMETRY": "1", "HF_HUB_DISABLE_TELEMETRY": "1", "PYTHONUTF8": "1"}
    result.setdefault("PATH", os.defpath)
    if "HOME" not in result and os.name != "nt":
        result["UV_CACHE_DIR"] = str(TOOLS / "uv-cache")
        result["HOME"] = str(TOOLS / "home")
    # A virtual environment of somebody else's must not receive our packages.
    for name in ("VIRTUAL_ENV", "UV_PROJECT_ENVIRONMENT", "PYTHONPATH", "PYTHONHOME"):
        result.pop(name, None)
    return result


def python() -> str:
    """The interpreter for the project: this one when the wheels fit it, else uv looks for one."""
    if PYTHONS[0] <= sys.version_info[:2] <= PYTHONS[1]:
        return sys.executable
    return f"{PYTHONS[0][0]}.{PYTHONS[0][1]}"


def uv_run(*command: str) -> int:
    """Run a command in the project's environment, which is made or updated first."""
    return subprocess.run(
        [uv(), "run", "--quiet", "--locked", "--python", python(), *command], cwd=ROOT, env=environment(), check=False
    ).returncode


def demo(arguments: list[str]) -> int:
    """Translate the bundled sample."""
    output = ROOT / "out" / "demo"
    sample = ROOT / "resources" / "sample" / "sample.mp4"
    job = ["run", str(sample), "--to", "es", "-f", "srt,vtt,json", "-o", str(output), "--overwrite", *arguments]
    code = uv_run("streamlation", *job)
    if code == 0:
        print((output / "sample.es.srt").read_text(encoding="utf-8"))
        print("Next: python3 dev.py run run YOUR-FILE --to es        (help: python3 dev.py run --help)")
    return code


def lint(_arguments: list[str]) -> int:
    """Every static check; returns the first failure."""
    checks = (["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports", "--no-cache"])
    return next((code for code in (uv_run(*check) for check in checks) if code), 0)


def install_receivers() -> None:
    """The npm packages of the casting tests, below .tools; without them those tests say so and are skipped."""
    source, folder = ROOT / "tests" / "support" / "npm", TOOLS / "npm"
    wanted = (source / "package-lock.json").read_bytes()
    done = folder / "installed"
    npm = shutil.which("npm")
    if npm is None or (done.exists() and done.read_bytes() == wanted):
        return
    print("installing the receivers of the casting tests", flush=True)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(source / name, folder / name)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    if subprocess.run(command, cwd=folder, env=environment(), check=False).returncode:
        print("dev.py: they could not be installed; the casting tests that need them are skipped", flush=True)
        return
    done.write_bytes(wanted)


def test(arguments: list[str]) -> int:
    """Static checks, then the tests, files side by side; arguments go to pytest (`-n 0`: one after another)."""
    install_packages(missing_packages("test"), "the test suite")
    install_receivers()
    together = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile", "--no-loadscope-reorder")
    return lint([]) or uv_run("pytest", *together, *arguments)


def run(arguments: list[str]) -> int:
    """The application."""
    return uv_run("streamlation", *arguments)


def window(arguments: list[str]) -> int:
    """The window."""
    install_packages(missing_packages("window"), "the window")
    return uv_run("streamlation", "gui", *arguments)


def screenshots(arguments: list[str]) -> int:
    """Pictures of every page."""
    install_packages(missing_packages("screenshots"), "the window")
    return bench(["gui/screenshots.py", str(ROOT / "out" / "screenshots"), *arguments])


def translations(_arguments: list[str]) -> int:
    """Bring the translations up to date with the texts; new ones are marked as unfinished."""
    texts = [str(path) for path in sorted((ROOT / "src" / "streamlation_desktop" / "gui").rglob("*.py"))]
    files = [str(ROOT / "resources" / "i18n" / f"streamlation_{code}.ts") for code in ("en", "es", "de", "ar")]
    update = ["pyside6-lupdate", "-no-obsolete", "-locations", "none", *texts, "-ts", *files]
    return uv_run(*update) or uv_run("pyside6-lrelease", *files)


def format_code(_arguments: list[str]) -> int:
    """Sort imports and format."""
    return uv_run("ruff", "check", "--fix", ".") or uv_run("ruff", "format", ".")


def bench(arguments: list[str]) -> int:
    """One benchmark."""
    if not arguments:
        names = sorted(str(path.relative_to(ROOT / "benchmarks")) for path in (ROOT / "benchmarks").rglob("[!_]*.py"))
        print("benchmarks:", *names, sep="\n  ")
        return 2
    return uv_run("python", str(ROOT / "benchmarks" / arguments[0]), *arguments[1:])


def reliability(arguments: list[str]) -> int:
    """The long forms of what `test` does shortly."""
    if arguments[:1] == ["coverage"]:
        if os.name == "nt":
            fail("atheris, which looks for new paths, has no wheel for Windows: use reliability parsers")
        fuzz = str(ROOT / "benchmarks" / "reliability" / "coverage.py")
        return uv_run("--with", f"atheris=={ATHERIS_VERSION}", "python", fuzz, *arguments[1:])
    return bench(["reliability/long.py", *arguments])


def fuzz_api(arguments: list[str]) -> int:
    """More requests to the local API than `test` sends: 500 that its description allows, and 500 that it does not."""
    os.environ["STREAMLATION_API_EXAMPLES"] = arguments[0] if arguments else "500"
    return uv_run("pytest", "tests/integration/web/test_openapi.py")


def package(arguments: list[str]) -> int:
    """What can be installed; PyInstaller builds for the system that it runs on."""
    install_packages(missing_packages("package"), "packaging")
    return uv_run("python", "-m", "installers", *arguments)


def sbom(arguments: list[str]) -> int:
    """The bill of materials and the notices."""
    return uv_run("python", "-m", "installers.sbom", *arguments)


def release(arguments: list[str]) -> int:
    """Keys and signatures of what users are told of new versions."""
    return uv_run("python", "-m", "installers.release", *arguments)


def audit(arguments: list[str]) -> int:
    """Known weaknesses of what is locked; ``--strict``, or an audit of nothing would pass."""
    wanted = TOOLS / "locked.txt"
    export = ["export", "--quiet", "--locked", "--all-extras", "--no-emit-project", "--output-file", str(wanted)]
    TOOLS.mkdir(exist_ok=True)
    if code := subprocess.run([uv(), *export], cwd=ROOT, env=environment(), check=False).returncode:
        return code
    tool = ["tool", "run", "--python", python(), f"pip-audit=={PIP_AUDIT_VERSION}"]
    command = [uv(), *tool, "--strict", "--disable-pip", "--require-hashes", "--requirement", str(wanted), *arguments]
    code = subprocess.run(command, cwd=ROOT, env=environment(), check=False).returncode
    return code and fail("a package that could not be audited means that the database of faults was not reached")


VERBS = {
    "demo": demo,
    "test": test,
    "run": run,
    "lint": lint,
    "format": format_code,
    "window": window,
    "screenshots": screenshots,
    "translations": translations,
    "bench": bench,
    "reliability": reliability,
    "fuzz-api": fuzz_api,
    "package": package,
    "release": release,
    "audit": audit,
    "sbom": sbom,
}


def main() -> int:
    """Run one verb; returns its exit code."""
    if sys.version_info < PYTHONS[0]:
        fail(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}")
    if len(sys.argv) < 2 or sys.argv[1] not in VERBS:
        print(__doc__)
        return 0 if sys.argv[1:] in (["-h"], ["--help"]) else 2
    os.environ.setdefault("PATH", os.defpath)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # hundreds of processes would compile the same again
    install_packages(missing_packages("run"), "the application")
    return VERBS[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
