"""What the packaged application holds beside what its imports tell, and what it leaves out."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

LINUX = sys.platform.startswith("linux")

DATA = "streamlation_desktop/_data"
"""Where `settings.paths.data_root` finds them, as in the wheel."""

_OWN = ("resources", "models/starter-mt")
_OWN_SUFFIXES_LEFT_OUT = (".py", ".ts", ".pyc")
_OWN_FOLDERS_LEFT_OUT = ("node_modules", "tests", "__pycache__")

DATA_OF_PACKAGES: dict[str, list[str]] = {
    "streamlation_desktop": ["**/*.tsv", "translation/*.json", "**/*.toml", "**/*.qm"],
    "faster_whisper": ["assets/*"],  # the voice-activity model; without it the first job fails
    "piper": ["espeak-ng-data/**"],  # without it the C library ends the process
    "espeakng_loader": ["espeak-ng-data/**"],
    "sentencepiece": ["package_data/*"],
    "pocketsphinx": ["model/**"],
    "budoux": ["models/*", "unicode_blocks.json"],
    "language_data": ["data/**"],
    "langcodes": ["data/**"],
    "pychromecast": ["**/*.json"],
}
METADATA = ("pyatv", "PyChromecast", "keyring", "av", "ctranslate2", "onnxruntime", "piper-tts", "faster-whisper")
"""Distributions whose version or entry points are asked for at run time."""

HIDDEN_PACKAGES = ("pyatv.protocols", "pychromecast.controllers", "zeroconf", "keyring.backends", "num2words")
HIDDEN_MODULES = (
    "importlib.readers",
    "pocketsphinx",
    "sentencex",
    "budoux",
    "piper",
    "espeakng_loader",
    "sounddevice",
    "imageio_ffmpeg",
)

EXCLUDED_MODULES = [
    *("tkinter", "_tkinter", "unittest.mock", "pydoc_data", "lib2to3", "pip", "setuptools", "pkg_resources"),
    *("pytest", "_pytest", "hypothesis", "IPython", "matplotlib", "torch", "tensorflow", "transformers", "scipy"),
    *(
        "PySide6.QtQml",
        "PySide6.QtQuick",
        "PySide6.QtDesigner",
        "PySide6.QtHelp",
        "PySide6.QtTest",
        "PySide6.QtUiTools",
    ),
    *("onnxruntime.transformers", "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.datasets"),
    *("onnxruntime.backend", "ctranslate2.specs.tests", "piper.train", "piper.http_server", "flask", "pyatv.scripts"),
    *("huggingface_hub.cli", "huggingface_hub.inference", "hf_xet", "fsspec.implementations", "fsspec.gui"),
    *("fsspec.fuse", "pydantic.v1", "pydantic.mypy", "aiohttp.worker", "aiohttp.pytest_plugin", "numpy.f2py"),
    *("numpy.testing", "readline", "sqlite_utils.cli", "mypy", "lxml", "_dbm", "_gdbm", "yt_dlp", "sherpa_onnx"),
]
"""Development tools, optional extras (yt-dlp would be out of date in weeks), and parts that nothing here
uses. ``hf_xet`` knows neither our certificates nor our proxy."""

_QT = r"PySide6/Qt/"
_LEFT_OUT = [
    *(_QT + r"translations/(?!qtbase_(ar|de|en|es)\.)", _QT + r"qml/", _QT + r"metatypes/"),
    _QT + r"plugins/(generic|egldeviceintegrations|qmltooling|sqldrivers|designer|assetimporters|sceneparsers)/",
    _QT + r"plugins/platforms/libq(eglfs|linuxfb|vnc|vkkhrdisplay|minimalegl)",
    _QT + r"plugins/platforminputcontexts/libqtvirtualkeyboard",
    _QT + r"plugins/platformthemes/libqgtk3",  # drags GTK of the building machine in
    _QT + r"plugins/imageformats/libq(pdf|tga|wbmp|tiff)",
    r"(PySide6/Qt/lib/)?libQt6(VirtualKeyboard|Pdf|EglFs|EglFS|Designer|Help|QuickTest|Quick3D|ShaderTools)",
    r"piper/(hebrew|tashkeel|train|templates|img)/",
    r"espeakng_loader/libespeak-ng\.so\..*$",  # loaded as libespeak-ng.so
    _QT + r"plugins/networkinformation/",
    r"lib(gio|gmodule|gobject)-2\.0\.so",  # only that plugin's
    r"language_data/data/trie/(?!(en|und)/)",  # names of languages in languages that the program does not speak
    r"langcodes/tests/",
    r"pocketsphinx/model/en-us/en-us-phone\.lm",
    r"(tcl|tk|_tcl)",
]
# Theirs must come from the user's system: drivers and the desktop only work with their own versions of these.
_SYSTEM = (
    r"^(ld-linux|libc|libdl|libm|libmvec|libpthread|libresolv|librt|libutil|libnss_\w+|libanl|libstdc\+\+|libgcc_s"
    r"|libGL|libEGL|libGLdispatch|libGLX|libOpenGL|libdrm|libglapi|libgbm|libxcb|libX11|libX11-xcb|libwayland-client"
    r"|libasound|libfontconfig|libfreetype|libharfbuzz|libcom_err|libexpat|libgpg-error|libICE|libSM|libuuid|libz"
    r"|libpipewire-0\.3|libxcb-dri2|libxcb-dri3|libfribidi|libgmp|libportaudio"
    r"|libjack|libdb-5\.3|libglib-2\.0|libdbus-1|libsystemd|libgcrypt|libcap|liblz4)\.so"
)
_DESKTOP = r"^lib(gtk-3|gdk-3|gdk_pixbuf|atk|cairo|pango|epoxy|pixman|thai|datrie|graphite2|cloudproviders)"
# Debian's own ffmpeg serves for SRT, DASH and burnt-in captions: the static one is a third of everything.
_FFMPEG_PROGRAM = r"imageio_ffmpeg/binaries/ffmpeg-linux"


def standard_modules(packages: Iterable[str]) -> list[str]:
    """What optional parts, which are not bundled, import of Python's own library: it is nowhere else to be had."""
    names: set[str] = set()
    for package in packages:
        spec = find_spec(package)
        for folder in (spec and spec.submodule_search_locations) or ():
            sources = sorted(Path(folder).rglob("*.py"))
            names.update(name for path in sources for name in _imported(ast.parse(path.read_bytes())))
    own = {name for name in names if name.partition(".")[0] in sys.stdlib_module_names}
    return sorted(name for name in own if name.partition(".")[0] not in EXCLUDED_MODULES and _is_module(name))


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if alias.name.islower())


def own_data(root: Path) -> Iterator[tuple[str, str]]:
    """Our data files and the folders they go into, relative to `root` and to the bundle."""
    for top in _OWN:
        for path in sorted((root / top).rglob("*")):
            part = path.relative_to(root)
            left_out = path.suffix in _OWN_SUFFIXES_LEFT_OUT or set(part.parts) & set(_OWN_FOLDERS_LEFT_OUT)
            if path.is_file() and not left_out and path.name != "extras.json":  # build.spec writes one with addresses
                yield str(part), f"{DATA}/{part.parent.as_posix()}"


def is_kept(name: str) -> bool:
    """True when the file `name` of the bundle is wanted."""
    name = name.replace("\\", "/")
    if any(re.match(pattern, name) for pattern in _LEFT_OUT):
        return False
    if not LINUX:
        return True
    if "/" not in name and (re.match(_SYSTEM, name) or re.match(_DESKTOP, name)):
        return False
    return not re.match(_FFMPEG_PROGRAM, name)
