"""Writes ``dist/sbom.json`` (CycloneDX 1.6) and the list of packages in ``docs/third-party.md``.

Tools for Python list the packages; they do not see the native libraries inside wheels, which are here too, each with
its checksum. Run with ``python3 dev.py sbom`` in the environment that is packaged.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import tomllib
import uuid
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
NOTICES = ROOT / "docs" / "third-party.md"
_NATIVE = re.compile(r"\.(so(\.[\d.]+)?|pyd|dll|dylib)$")
_PROGRAMS = re.compile(r"/binaries/ffmpeg")
_LICENCE = re.compile(r"^License :: (?:OSI Approved :: )?(.+)$")
_VENDOR = ROOT / "resources" / "web" / "vendor"
_HEADING = "## Parts of the companion page"


def main() -> int:
    """Write both files."""
    packages = sorted(_closure("streamlation-desktop"), key=lambda each: canonicalize_name(each.name))
    output = ROOT / "dist" / "sbom.json"
    output.parent.mkdir(exist_ok=True)
    output.write_text(json.dumps(bill(packages), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    rows = "\n".join(f"| {each.name} | {each.version} | {licence_of(each)} |" for each in packages)
    parts = "\n".join(f"| {each['name']} | {each['version']} | {each['licence']} |" for each in vendored())
    before = NOTICES.read_text(encoding="utf-8").partition(_HEADING)[0]
    NOTICES.write_text(
        f"{before}{_HEADING}\n\nAs their npm packages have them, in `resources/web/vendor` with their licences; the"
        f" rest of the page is ours:\n\n| package | version | licence |\n| --- | --- | --- |\n{parts}\n\n"
        f"## Python packages\n\nDirect and indirect dependencies at the versions in `uv.lock`, Linux; written by"
        f" `python3 dev.py sbom`:\n\n| package | version | licence |\n| --- | --- | --- |\n{rows}\n",
        encoding="utf-8",
    )
    print(f"{len(packages)} packages, {sum(1 for each in packages for _ in native_files(each))} native files: {output}")
    return 0


def bill(packages: list[Distribution]) -> dict[str, Any]:
    """The bill of materials of the application."""
    version = _project()["version"]
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid4()}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "streamlation",
                "name": "streamlation",
                "version": version,
                "licenses": [{"license": {"id": "GPL-3.0-or-later"}}],
            }
        },
        "components": [_component(each) for each in packages] + [_python(), *map(_web_part, vendored())],
        "dependencies": [
            {"ref": "streamlation", "dependsOn": [*map(_reference, packages), *map(_web_reference, vendored())]},
        ],
    }


def _component(package: Distribution) -> dict[str, Any]:
    component: dict[str, Any] = {
        "type": "library",
        "bom-ref": _reference(package),
        "name": package.name,
        "version": package.version,
        "purl": _reference(package),
        "licenses": [{"license": {"name": licence_of(package)}}],
    }
    native = [_file(package, path) for path in native_files(package)]
    return {**component, "components": native} if native else component


def _file(package: Distribution, path: Path) -> dict[str, Any]:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {
        "type": "file",
        "bom-ref": f"{_reference(package)}#{path.name}",
        "name": path.name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _python() -> dict[str, Any]:
    version = ".".join(map(str, sys.version_info[:3]))
    return {
        "type": "framework",
        "bom-ref": "cpython",
        "name": "CPython",
        "version": version,
        "licenses": [{"license": {"id": "PSF-2.0"}}],
    }


def vendored() -> list[dict[str, str]]:
    """What others wrote of the companion page: name, version, licence, file."""
    parts: list[dict[str, str]] = json.loads((_VENDOR / "parts.json").read_text(encoding="utf-8"))
    return parts


def _web_part(part: dict[str, str]) -> dict[str, Any]:
    digest = hashlib.sha256((_VENDOR / part["file"]).read_bytes()).hexdigest()
    return {
        "type": "library",
        "bom-ref": _web_reference(part),
        "name": part["name"],
        "version": part["version"],
        "purl": _web_reference(part),
        "licenses": [{"license": {"id": part["licence"]}}],
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }


def _web_reference(part: dict[str, str]) -> str:
    return f"pkg:npm/{part['name']}@{part['version']}"


def native_files(package: Distribution) -> Iterator[Path]:
    """Shared libraries and programs that the wheel brought."""
    for file in package.files or ():
        if _NATIVE.search(file.name) or _PROGRAMS.search(str(file)):
            path = Path(str(file.locate()))
            if path.is_file():
                yield path


def licence_of(package: Distribution) -> str:
    """As the package says, shortest form first."""
    data = package.metadata
    declared = (data.get_all("License-Expression") or [""])[0]
    classified = [match[1] for each in data.get_all("Classifier") or [] if (match := _LICENCE.match(each))]
    written = (data.get_all("License") or [""])[0].strip().splitlines()
    return declared or " / ".join(classified) or (written[0][:60] if written else "see the package")


def _reference(package: Distribution) -> str:
    return f"pkg:pypi/{canonicalize_name(package.name)}@{package.version}"


def _closure(root: str) -> list[Distribution]:
    """Every distribution that the application needs here, without itself."""
    seen: dict[str, Distribution] = {}
    waiting = [(root, frozenset[str]())]
    while waiting:
        name, extras = waiting.pop()
        package = distribution(name)
        if canonicalize_name(name) in seen and not extras:
            continue
        seen[canonicalize_name(name)] = package
        for text in package.requires or ():
            needed = Requirement(text)
            chosen = [{"extra": extra} for extra in extras] or [{"extra": ""}]
            applies = needed.marker is None or any(needed.marker.evaluate(each) for each in chosen)
            if applies and (needed.extras or canonicalize_name(needed.name) not in seen):
                waiting.append((needed.name, frozenset(needed.extras)))
    seen.pop(canonicalize_name(root))
    return list(seen.values())


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


if __name__ == "__main__":
    raise SystemExit(main())
