"""Optional parts: only what the release's list names, whole, or not at all."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import DownloadFailed, ModelError, SourceNotFound, UsageError
from streamlation_desktop.modelstore.extras import ExtraStore, State
from streamlation_desktop.modelstore.extras_install import ExtraInstallation
from streamlation_desktop.modelstore.extras_list import Extra, ExtraFile, load_extras
from streamlation_desktop.modelstore.extras_source import Source
from streamlation_desktop.modelstore.extras_use import use_extras
from streamlation_desktop.modelstore.licences import LicenceRequired
from streamlation_desktop.modelstore.patience import Patience
from streamlation_desktop.settings.paths import AppPaths

FILES = {
    "kitchen/__init__.py": b"SINK = 'deep'\n",
    "kitchen/lib/a.so": bytes(range(256)),
    "kitchen-1.dist-info/R": b"x",
}


def wheel(folder: Path, files: dict[str, bytes] | None = None) -> ExtraFile:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "kitchen-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (files or FILES).items():
            archive.writestr(zipfile.ZipInfo(name), data)
    data = path.read_bytes()
    return ExtraFile(
        package="kitchen",
        version="1",
        name=path.name,
        system="any",
        machine="any",
        python="any",
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
    )


def part(file: ExtraFile, *, is_restricted: bool = False, packages: tuple[str, ...] = ("kitchen",)) -> Extra:
    return Extra(
        id="kitchen", packages=packages, purpose="cooks", licence="EULA", is_restricted=is_restricted, files=(file,)
    )


def install(store: ExtraStore, extra: Extra, folder: Path | str, *, accept_licence: bool = False) -> None:
    source = Source(str(folder), CancelToken(), Patience())
    ExtraInstallation(store, source, accept_licence).install(extra)


@pytest.fixture
def extra(tmp_path: Path) -> Extra:
    return part(wheel(tmp_path / "wheels"))


@pytest.fixture
def store(paths: AppPaths, extra: Extra) -> ExtraStore:
    return ExtraStore(paths, (extra,))


@pytest.fixture
def installed(store: ExtraStore, extra: Extra, tmp_path: Path) -> ExtraStore:
    install(store, extra, tmp_path / "wheels")
    return store


def test_what_was_installed_is_whole_can_be_imported_and_removed(installed: ExtraStore, extra: Extra) -> None:
    assert installed.state(extra) is State.INSTALLED
    code = "import kitchen; print(kitchen.SINK)"
    environment = {"PYTHONPATH": str(installed.site(extra)), "PYTHONDONTWRITEBYTECODE": "1"}
    said = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert said.stdout == "deep\n"
    assert installed.state(extra, anew=True) is State.INSTALLED
    installed.remove(extra)
    assert installed.state(extra) is State.ABSENT
    assert [path for path in installed.root.rglob("*") if path.is_file() and path.suffix != ".lock"] == []


def test_a_flipped_bit_in_a_wheel_is_refused_and_nothing_is_installed(
    store: ExtraStore, extra: Extra, tmp_path: Path
) -> None:
    path = tmp_path / "wheels" / extra.files[0].name
    sound = path.read_bytes()
    for at in range(0, len(sound), 7):
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 1 << at % 8]) + sound[at + 1 :])
        with pytest.raises(DownloadFailed, match="does not match its checksum"):
            install(store, extra, tmp_path / "wheels")
    path.write_bytes(sound + b"x")
    with pytest.raises(DownloadFailed):
        install(store, extra, tmp_path / "wheels")
    assert store.state(extra) is State.ABSENT


def test_a_flipped_bit_in_any_installed_file_is_noticed_before_use(installed: ExtraStore, extra: Extra) -> None:
    paths = [path for path in (installed.root / "kitchen").rglob("*") if path.is_file()]
    assert len(paths) == 5  # three of the wheel, one compiled, the record
    for path in paths:
        sound = path.read_bytes()
        path.write_bytes(bytes([sound[0] ^ 1]) + sound[1:])
        assert installed.state(extra) is State.DAMAGED, path
        path.write_bytes(sound)
        assert installed.state(extra) is State.INSTALLED, path


@pytest.mark.parametrize("name", ["kitchen/extra.py", "sitecustomize.py", "numpy/__init__.py"])
def test_a_file_that_was_added_makes_the_part_unusable(installed: ExtraStore, extra: Extra, name: str) -> None:
    path = installed.site(extra) / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"raise SystemExit\n")
    assert installed.state(extra) is State.DAMAGED


def test_a_linked_folder_makes_the_part_unusable(installed: ExtraStore, extra: Extra, tmp_path: Path) -> None:
    (installed.site(extra) / "numpy").symlink_to(tmp_path)
    assert installed.state(extra) is State.DAMAGED


@pytest.mark.expects_warnings
def test_a_whole_part_is_found_last_and_a_damaged_one_is_told_and_not_found(
    installed: ExtraStore, extra: Extra, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sys.path.copy()
    monkeypatch.setattr(sys, "dont_write_bytecode", sys.dont_write_bytecode)
    monkeypatch.setattr(sys, "path", before.copy())
    assert use_extras(installed) == ""
    assert sys.path == [*before, str(installed.site(extra))]
    (installed.site(extra) / "kitchen" / "__init__.py").write_bytes(b"SINK = 'hole'\n")
    monkeypatch.setattr(sys, "path", before.copy())
    assert "kitchen is damaged and not used" in use_extras(installed)
    assert sys.path == before


def test_a_part_of_another_release_is_not_used(installed: ExtraStore, extra: Extra, tmp_path: Path) -> None:
    newer = part(wheel(tmp_path / "newer", {**FILES, "kitchen/b.py": b"B = 1\n"}))
    assert installed.state(newer) is State.OUTDATED
    install(installed, newer, tmp_path / "newer")
    assert installed.state(newer) is State.INSTALLED
    assert installed.state(extra) is State.OUTDATED


@pytest.mark.parametrize("name", ["../evil.py", "/evil.py", "a/../../evil.py", "c:/evil.py"])
def test_a_hostile_wheel_is_refused_whatever_its_checksum(paths: AppPaths, tmp_path: Path, name: str) -> None:
    extra = part(wheel(tmp_path / "wheels", {**FILES, name: b"x"}))
    with pytest.raises(ModelError, match="unsafe"):
        install(ExtraStore(paths, (extra,)), extra, tmp_path / "wheels")
    assert list(tmp_path.rglob("evil.py")) == []


def test_a_licence_that_restricts_the_use_has_to_be_accepted(paths: AppPaths, tmp_path: Path) -> None:
    extra = part(wheel(tmp_path / "wheels"), is_restricted=True)
    store = ExtraStore(paths, (extra,))
    with pytest.raises(LicenceRequired, match="EULA"):
        install(store, extra, tmp_path / "wheels")
    install(store, extra, tmp_path / "wheels", accept_licence=True)
    assert store.state(extra) is State.INSTALLED


def test_what_is_not_made_for_this_machine_is_said_to_be_so(paths: AppPaths, tmp_path: Path) -> None:
    extra = part(wheel(tmp_path / "wheels"), packages=("kitchen", "cellar"))
    store = ExtraStore(paths, (extra,))
    assert store.state(extra) is State.NOT_MADE
    with pytest.raises(UsageError, match="not made for this machine"):
        install(store, extra, tmp_path / "wheels")


def test_without_a_source_or_in_a_wrong_folder_the_file_is_named(
    store: ExtraStore, extra: Extra, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(UsageError) as told:
        install(store, extra, "")
    assert "kitchen-1-py3-none-any.whl" in told.value.hint
    with pytest.raises(SourceNotFound):
        install(store, extra, tmp_path / "nowhere")
    with pytest.raises(UsageError, match="neither a folder nor"):
        install(store, extra, "ftp://a.example/simple")


def test_the_parts_of_this_release_can_be_read() -> None:
    assert {extra.id for extra in load_extras()} == {"cuda", "pages", "sherpa"}
    assert [extra.id for extra in load_extras() if extra.is_restricted] == ["cuda"]
    assert not any(file.url for extra in load_extras() for file in extra.files)
