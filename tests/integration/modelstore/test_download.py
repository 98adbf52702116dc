from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from streamlation_desktop.core.cancel import CancelToken
from streamlation_desktop.core.errors import Cancelled, DownloadFailed, ModelError
from streamlation_desktop.core.language import LanguageCode
from streamlation_desktop.modelstore.digest import no_progress
from streamlation_desktop.modelstore.installed import InstalledModel
from streamlation_desktop.modelstore.kinds import Direction, Family, ModelKind
from streamlation_desktop.modelstore.licences import LicenceRequired
from streamlation_desktop.modelstore.staging import INCOMING
from streamlation_desktop.modelstore.store import ModelStore
from streamlation_desktop.settings.paths import AppPaths
from tests.support import small_models
from tests.support.hub_mirror import COMMIT, Fault, HubMirror

pytestmark = [pytest.mark.network, pytest.mark.timeout(60)]
WEIGHTS = "model.bin"


def _install(store: ModelStore, model_id: str = "mini-en-es") -> InstalledModel:
    return store.install(model_id, token=CancelToken())


def _own(store: ModelStore) -> list[str]:
    return [model.id for model in store.installed() if not model.is_built_in]


def _part(paths: AppPaths, model_id: str = "mini-en-es") -> Path:
    return paths.models / INCOMING / model_id / COMMIT / f"{WEIGHTS}.part"


def test_model_is_fetched_verified_and_usable(store: ModelStore, mirror: HubMirror, models: Path) -> None:
    seen: list[tuple[int, int]] = []
    model = store.install("mini-en-es", token=CancelToken(), progress=lambda done, total: seen.append((done, total)))
    assert (model.kind, model.family) == (ModelKind.TRANSLATOR, Family.OPUS_MT)
    assert small_models.translate(model.path, "the small house")
    assert model.manifest is not None
    assert (model.manifest.source, model.manifest.revision) == ("hf:test/mini-en-es", COMMIT)
    for record in model.manifest.files:
        content = (models / "mini-en-es" / record.path).read_bytes()
        assert (record.size, record.sha256) == (len(content), hashlib.sha256(content).hexdigest())
    assert seen == sorted(seen)
    assert seen[-1] == (model.size, model.size)
    assert store.open_verified(model.id, CancelToken()) == model
    assert model.translates(Direction(LanguageCode("en"), LanguageCode("es")))


def test_nothing_that_could_be_run_is_fetched(store: ModelStore, mirror: HubMirror) -> None:
    model = _install(store)
    assert not mirror.fetched("pytorch_model.bin")
    assert not (model.path / "pytorch_model.bin").exists()


def test_second_install_fetches_nothing(store: ModelStore, mirror: HubMirror) -> None:
    first = _install(store)
    mirror.requests.clear()
    assert _install(store) == first
    assert not mirror.requests


def test_damaged_model_is_repaired_by_installing_it_again(store: ModelStore, mirror: HubMirror) -> None:
    model = _install(store)
    (model.path / WEIGHTS).write_bytes(b"oops")
    assert store.verify(model.id, CancelToken())
    assert not store.verify(_install(store).id, CancelToken())


def test_connection_cut_at_twenty_points_is_resumed_where_it_broke(
    store: ModelStore, mirror: HubMirror, models: Path
) -> None:
    step = (models / "mini-en-es" / WEIGHTS).stat().st_size // 21
    for _ in range(20):
        mirror.fail(WEIGHTS, Fault(cut_after=step))
    assert not store.verify(_install(store).id, CancelToken())
    ranges = [request.range for request in mirror.fetched(WEIGHTS)]
    assert ranges == ["", *(f"bytes={step * index}-" for index in range(1, 21))]


def test_server_that_cannot_resume_starts_over(store: ModelStore, mirror: HubMirror) -> None:
    mirror.fail(WEIGHTS, Fault(cut_after=20_000))
    mirror.fail(WEIGHTS, Fault(ignore_range=True))
    assert not store.verify(_install(store).id, CancelToken())


def test_connection_that_keeps_breaking_gives_up_and_keeps_what_arrived(
    store: ModelStore, mirror: HubMirror, paths: AppPaths
) -> None:
    mirror.fail(WEIGHTS, Fault(cut_after=30_000))
    mirror.fail(WEIGHTS, Fault(status=503, times=9))
    with pytest.raises(DownloadFailed, match="HTTP 503"):
        _install(store)
    assert _own(store) == []
    assert _part(paths).stat().st_size == 30_000
    mirror.faults.clear()
    _install(store)
    assert mirror.fetched(WEIGHTS)[-1].range == "bytes=30000-"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (Fault(body=b"<html>Please log in</html>", content_type="text/html; charset=utf-8"), "something else"),
        (Fault(body=b"short"), "5 bytes instead of"),
        (Fault(body=bytes(500_000)), "500000 bytes instead of"),
        (Fault(status=404), "HTTP 404"),
        (Fault(status=403), "may not be fetched"),
    ],
)
def test_wrong_answer_is_told_and_nothing_is_installed(
    store: ModelStore, mirror: HubMirror, fault: Fault, message: str
) -> None:
    mirror.fail(WEIGHTS, fault)
    with pytest.raises(DownloadFailed, match=message):
        _install(store)
    assert _own(store) == []
    assert _install(store).id == "mini-en-es"


def test_wrong_checksum_is_refused_and_the_bytes_are_thrown_away(
    store: ModelStore, mirror: HubMirror, models: Path, paths: AppPaths
) -> None:
    altered = bytearray((models / "mini-en-es" / WEIGHTS).read_bytes())
    altered[len(altered) // 2] ^= 1
    mirror.fail(WEIGHTS, Fault(body=bytes(altered)))
    with pytest.raises(DownloadFailed, match="checksum"):
        _install(store)
    assert _own(store) == []
    assert not _part(paths).exists()


def test_small_text_files_are_checked_too(store: ModelStore, mirror: HubMirror, models: Path) -> None:
    original = (models / "mini-en-es" / "config.json").read_bytes()
    mirror.fail("config.json", Fault(body=original.replace(b"true", b"null")))
    with pytest.raises(DownloadFailed, match="checksum"):
        _install(store)


def test_torn_partial_file_is_fetched_again_from_nothing(store: ModelStore, mirror: HubMirror, paths: AppPaths) -> None:
    part = _part(paths)
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(40_000))  # what a power cut leaves: the length without the bytes
    assert not store.verify(_install(store).id, CancelToken())
    assert [request.range for request in mirror.fetched(WEIGHTS)] == ["bytes=40000-", ""]


def test_partial_file_of_another_revision_is_not_mixed_in(
    store: ModelStore, mirror: HubMirror, paths: AppPaths
) -> None:
    mirror.fail(WEIGHTS, Fault(cut_after=30_000))
    mirror.fail(WEIGHTS, Fault(status=503, times=9))
    with pytest.raises(DownloadFailed):
        _install(store)
    mirror.faults.clear()
    mirror.commit = COMMIT[::-1]
    assert not store.verify(_install(store).id, CancelToken())
    assert mirror.fetched(WEIGHTS)[-1].range == ""
    assert not _part(paths).exists()


def test_cancel_stops_at_once_and_keeps_what_arrived(store: ModelStore, mirror: HubMirror, paths: AppPaths) -> None:
    token = CancelToken()

    def progress(done: int, total: int) -> None:
        if done > 20_000:
            token.cancel()

    with pytest.raises(Cancelled):
        store.install("mini-en-es", token=token, progress=progress)
    assert _own(store) == []
    assert list((paths.models / INCOMING).rglob("*.part")) or list((paths.models / INCOMING).rglob("*.json"))
    assert _install(store).id == "mini-en-es"


def test_stop_from_another_thread_wakes_a_download_that_waits_for_a_silent_server(
    store: ModelStore, mirror: HubMirror
) -> None:
    release, token = threading.Event(), CancelToken()
    mirror.fail(WEIGHTS, Fault(cut_after=50_000, hold=release))

    def stop() -> None:
        mirror.sent.wait(30)
        token.cancel()

    stopper = threading.Thread(target=stop)
    stopper.start()
    try:
        with pytest.raises(Cancelled):
            store.install("mini-en-es", token=token)
        assert not release.is_set()
    finally:
        release.set()
        stopper.join(30)


def test_killed_process_leaves_nothing_installed_and_the_next_one_resumes(
    store: ModelStore, mirror: HubMirror, paths: AppPaths
) -> None:
    release = threading.Event()
    mirror.fail(WEIGHTS, Fault(cut_after=50_000, hold=release))
    program = (
        "from streamlation_desktop.core.cancel import CancelToken\n"
        "from streamlation_desktop.modelstore.store import ModelStore\n"
        "from streamlation_desktop.settings.paths import app_paths\n"
        "ModelStore(app_paths()).install('mini-en-es', token=CancelToken())\n"
    )
    child = subprocess.Popen([sys.executable, "-c", program], env=dict(os.environ))
    try:
        assert mirror.sent.wait(30)
        while not (_part(paths).exists() and _part(paths).stat().st_size == 50_000):
            assert child.poll() is None
            threading.Event().wait(0.02)  # another process's disk has no event to wait for
    finally:
        child.kill()
        child.wait(30)
        release.set()
    assert _own(store) == []
    assert not store.verify(_install(store).id, CancelToken())
    assert mirror.fetched(WEIGHTS)[-1].range == "bytes=50000-"


def test_two_installs_of_one_model_do_not_disturb_each_other(store: ModelStore, mirror: HubMirror) -> None:
    release = threading.Event()
    mirror.fail(WEIGHTS, Fault(cut_after=50_000, hold=release))
    first = threading.Thread(target=_install, args=(store,))
    first.start()
    try:
        assert mirror.sent.wait(30)
        with pytest.raises(ModelError, match="another process"):
            _install(store)
    finally:
        release.set()
        first.join(30)
    assert _own(store) == ["mini-en-es"]


def test_restricting_licence_must_be_accepted_first(store: ModelStore, mirror: HubMirror) -> None:
    with pytest.raises(LicenceRequired, match="CC-BY-NC"):
        _install(store, "mini-nc")
    assert not mirror.requests
    model = store.install("mini-nc", token=CancelToken(), accept_licence=True)
    assert model.manifest is not None
    assert model.manifest.accepted is not None


def test_piper_voice_is_stored_without_the_folders_of_the_hub(store: ModelStore, mirror: HubMirror) -> None:
    model = _install(store, "mini-voice")
    assert (model.path / "es_ES-test-low.onnx.json").is_file()
    assert (model.path / "MODEL_CARD").is_file()
    assert model.hears(LanguageCode("es"))
    assert not mirror.fetched("es_ES-other-low.onnx")


def test_any_repository_can_be_named(store: ModelStore, mirror: HubMirror) -> None:
    mirror.licences["test/faster-whisper-mini"] = "mit"
    offer = store.offer("hf:test/faster-whisper-mini")
    assert (offer.licence, offer.is_restricted) == ("MIT", False)
    assert offer.size > 70_000
    model = _install(store, "hf:test/faster-whisper-mini")
    assert (model.family, model.licence) == (Family.WHISPER, "MIT")
    assert model.hears(LanguageCode("ja"))
    assert store.get("hf:test/faster-whisper-mini") == model
    store.remove(model.id)


def test_repository_without_a_stated_licence_must_be_accepted(store: ModelStore, mirror: HubMirror) -> None:
    with pytest.raises(LicenceRequired, match="not stated"):
        _install(store, "hf:test/faster-whisper-mini")


def test_repository_without_weights_for_us_says_so_before_the_download(
    store: ModelStore, mirror: HubMirror, tmp_path: Path
) -> None:
    folder = tmp_path / "torch-only"
    folder.mkdir()
    (folder / "pytorch_model.bin").write_bytes(bytes(5000))
    (folder / "config.json").write_text("{}")
    mirror.repositories["test/mini-en-es"] = mirror.repositories["test/torch"] = folder
    for model_id in ("mini-en-es", "hf:test/torch"):
        with pytest.raises(ModelError, match="no CTranslate2 weights"):
            _install(store, model_id)
    assert not mirror.fetched("config.json")


def test_file_that_differs_from_its_pin_is_refused_before_the_download(
    store: ModelStore, mirror: HubMirror, paths: AppPaths
) -> None:
    catalog = paths.config / "catalog.toml"
    pin = 'repo = "test/mini-en-es"\nfiles = [{ path = "model.bin", size = 5, sha256 = "' + "0" * 64 + '" }]'
    catalog.write_text(catalog.read_text().replace('repo = "test/mini-en-es"', pin))
    with pytest.raises(ModelError, match="not the file that the catalogue names"):
        _install(ModelStore(paths))
    assert not mirror.fetched(WEIGHTS)


def test_argos_package_by_its_address(store: ModelStore, mirror: HubMirror, paths: AppPaths, models: Path) -> None:
    package = paths.cache / "argos.zip"
    with zipfile.ZipFile(package, "w") as target:
        for file in sorted(path for path in (models / "argos").rglob("*") if path.is_file()):
            target.write(file, Path("translate-en_es") / file.relative_to(models / "argos"))
    content = package.read_bytes()
    mirror.archives["en_es.argosmodel"] = content
    digest = hashlib.sha256(content).hexdigest()
    with (paths.config / "catalog.toml").open("a") as catalog:
        catalog.write(
            '\n[[model]]\nid = "mini-argos"\nname = "A"\nkind = "translator"\nfamily = "argos"\nquality = "basic"\n'
            f'pairs = ["en-es"]\nsize = {len(content)}\nlicence = "MIT"\nattribution = "a"\narchive = '
            f'{{ url = "{mirror.address}/archives/en_es.argosmodel", size = {len(content)}, sha256 = "{digest}" }}\n'
        )
    mirror.fail("en_es.argosmodel", Fault(cut_after=100_000))
    model = ModelStore(paths).install("mini-argos", token=CancelToken(), progress=no_progress)
    assert small_models.translate(model.path / "model", "the dog")
    assert not store.disk_use().unfinished
