"""Whether the tests of faults and threats can fail: ``python3 dev.py reliability guards [NAME ...]``.

Each guard is taken out of a copy of the source, and a test of its row in `docs/reliability.md` or `docs/security.md`
must then fail, after it has passed with the guard. Exit code 1 when one holds without its guard.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_PACKAGE = "streamlation_desktop"
_FAILED = 1
"""What pytest ends with where a test failed; anything else is no answer."""


class Guard(NamedTuple):
    """A line that protects, and what is tried without it."""

    name: str
    file: str
    line: str
    instead: str
    tests: str
    """Nodes of pytest, below ``tests/``, parted by blanks."""


_DATABASE, _POLICY, _UPDATES = "unit/storage/test_database.py", "integration/media/test_policy.py", "unit/updates"
_CUTS = "reliability/test_power_cuts.py"
GUARDS = (
    Guard("private address, after a redirect too", "media/addresses.py", "or is_public(endpoint.ip)]", "or True]",
          "security/test_private_addresses.py " + _POLICY + "::test_a_redirect_that_reaches_out_is_refused"),
    Guard("formats of a playlist", "media/resource.py", '"format_whitelist": HLS_FORMATS,', "",
          _POLICY + "::test_a_list_disguised_as_a_segment_is_no_media"),
    Guard("formats of a file", "media/resource.py", '{"format_whitelist": MEDIA_FORMATS, "protocol_whitelist": "file"}',
          '{"protocol_whitelist": "file,http,tcp"}', _POLICY + "::test_a_list_disguised_as_media_is_no_media"),
    Guard("formats of a picture", "media/still.py", '{"format_whitelist": MEDIA_FORMATS, "protocol_whitelist": "file"}',
          '{"protocol_whitelist": "file"}', "security/test_pictures.py"),
    Guard("folder of a playlist", "media/local_files.py", "if not path.is_relative_to(folder):", "if False:",
          _POLICY + "::test_a_segment_that_reaches_out_is_refused"),
    Guard("pipe or device as a source", "media/location.py", "if not path.is_file():", "if False:",
          "unit/media/test_locations.py::test_what_is_no_media_file_is_told_at_once"),
    Guard("protocols in what is typed", "media/location.py", "if scheme not in _KINDS:", "if False:",
          "security/test_typed_addresses.py"),
    Guard("paths in an archive", "modelstore/kinds.py", "if not is_safe_path(name):", "if False:",
          "unit/modelstore/test_archive.py"),
    Guard("size of an archive", "modelstore/archive.py", "if announced > limit:", "if False:",
          "unit/modelstore/test_archive.py"),
    Guard("changed model", "modelstore/verify.py", "== record.sha256 else Fault.WRONG_CHECKSUM", "else None",
          "unit/modelstore/test_store.py::test_a_flipped_bit_anywhere_is_refused_before_load"),
    Guard("search terms", "storage/search.py", """'"' + term.replace('"', '""') + '"'""", "term",
          "unit/storage/test_search.py::test_no_text_breaks_the_search"),
    Guard("older update", "updates/check.py", "if release.numbers < seen:", "if False:", _UPDATES),
    Guard("expired update", "updates/manifest.py", "if release.expires <= now:", "if False:", _UPDATES),
    Guard("tool-tips without marks", "gui/unmarked.py", 'return text.replace("<", "<" + _JOINER).replace',
          'return text or text.replace', "security/test_hostile_text.py"),
    Guard("commands of a terminal", "core/terminal.py", "if text.isprintable():", "if text:",
          "security/test_terminal.py"),
    Guard("name of the server", "web/middleware.py", "not in request.app[HOSTS]:", "in ():",
          "integration/web/test_security.py::test_foreign_host_is_refused"),
    Guard("secrets of an address", "core/credentials.py", "return _SECRET.sub(", "return text or _SECRET.sub(",
          "unit/media/test_locations.py::test_what_is_shown_has_no_password_and_what_is_opened_does"),
    Guard("passphrase among arguments", "media/bridge.py", "if location.url == location.shown:", "if location.url:",
          "integration/media/test_live_servers.py::"
          "test_srt_brings_picture_and_sound_to_the_ring_and_its_passphrase_to_no_list_of_processes"),
    Guard("newer database", "storage/recovery.py", "if version > SCHEMA_VERSION:", "if False:",
          _DATABASE + "::test_database_of_a_newer_version_is_refused_and_left_as_it_is"),
    Guard("damaged database", "storage/recovery.py", 'if verdict != "ok" or', "if False and",
          _DATABASE + "::test_a_page_that_was_lost_is_found_at_the_start"),
    Guard("flush of a commit", "storage/connection.py", "synchronous=FULL", "synchronous=OFF", _CUTS),
    Guard("checksum of a clip", "jobs/clips.py", "!= told + 8 or checksum != ", "!= told + 8 or False and checksum != ",
          _CUTS + "::test_a_clip_that_a_cut_left_otherwise_than_it_was_said_is_not_there"),
    Guard("flush of a file", "core/files.py", "        os.fsync(file.fileno())\n", "        pass\n",
          "unit/core/test_files.py"),
    Guard("writers take turns", "storage/connection.py", "BEGIN IMMEDIATE", "BEGIN DEFERRED",
          "integration/storage/test_crashes.py::test_three_processes_on_a_new_database_never_meet_a_lock"),
    Guard("hung engine process", "session/vital_signs.py", "SILENCE_LIMIT = 3.5", "SILENCE_LIMIT = 3600.0",
          "unit/session/test_vital_signs.py"),
    Guard("restarts without end", "session/remote.py", "if len(self._restarts) >= MAX_RESTARTS:", "if False:",
          "reliability/test_engine_memory.py::test_deaths_in_quick_succession_end_the_job_though_it_gets_on"),
    Guard("deaths in vain", "session/attempts.py", "if self._in_vain >= MOST_IN_VAIN:", "if False:",
          "unit/session/test_attempts.py"),
    Guard("one window", "gui/instance.py", "if self.forward(locations):", "if False:",
          "reliability/test_instances.py"),
    Guard("damaged settings", "settings/store.py", "+ \".bad\")", "+ \".kept\")", "unit/settings/test_store.py"),
)  # fmt: skip


def main() -> int:
    """Every guard; exit code 1 when a test does not pass with it, or does not fail without it."""
    wanted = [guard for guard in GUARDS if not sys.argv[1:] or guard.name in sys.argv[1:]]
    with tempfile.TemporaryDirectory(prefix="streamlation-guards-") as name:
        copy = Path(name)
        for folder in ("models", "resources"):
            (copy / folder).symlink_to(ROOT / folder)
        shutil.copytree(ROOT / "src", copy / "src", ignore=shutil.ignore_patterns("__pycache__"))
        bad = sum(not _is_needed(guard, copy) for guard in wanted)
    print(f"{len(wanted)} guards, {len(wanted) - bad} of them shown by a test that fails without")
    return 1 if bad else 0


def _is_needed(guard: Guard, copy: Path) -> bool:
    path = copy / "src" / _PACKAGE / guard.file
    text = path.read_text(encoding="utf-8")
    if text.count(guard.line) != 1:
        print(f"{guard.name}: BAD: {guard.file} does not have it once", flush=True)
        return False
    before = _tested(guard, copy)
    path.write_text(text.replace(guard.line, guard.instead), encoding="utf-8")
    without = _tested(guard, copy)
    path.write_text(text, encoding="utf-8")
    is_good = (before, without) == (0, _FAILED)
    print(f"{guard.name}: {'fails without it' if is_good else f'BAD: {before} with it, {without} without'}", flush=True)
    return is_good


def _tested(guard: Guard, copy: Path) -> int:
    nodes = [f"tests/{node}" for node in guard.tests.split()]
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--timeout=60", "-p", "no:cacheprovider", *nodes]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
