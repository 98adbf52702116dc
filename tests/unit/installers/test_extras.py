"""The list of optional parts is that of the lock."""

from __future__ import annotations

import json

from installers.extras import LIST, listed


def test_the_list_names_the_files_and_checksums_of_the_lock() -> None:
    assert LIST.read_text(encoding="utf-8") == listed(with_addresses=False), "run: python -m installers.extras"


def test_a_package_that_is_built_knows_where_each_file_is() -> None:
    files = [file for extra in json.loads(listed(with_addresses=True))["extras"] for file in extra["files"]]
    assert files
    assert all(file["url"].startswith("https://") and file["url"].endswith(f"/{file['name']}") for file in files)


def test_each_part_can_be_had_on_every_system_that_the_application_runs_on() -> None:
    extras = {extra["id"]: extra for extra in json.loads(listed(with_addresses=False))["extras"]}
    places = {(file["system"], file["machine"], file["python"]) for file in extras["sherpa"]["files"]}
    for python in ("cp311", "cp312", "cp313"):
        assert {("linux", "x86_64", python), ("win32", "x86_64", python), ("darwin", "arm64", python)} <= places
    assert {file["system"] for file in extras["cuda"]["files"]} == {"linux", "win32"}
