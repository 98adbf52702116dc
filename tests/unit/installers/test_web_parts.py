"""Others' parts of the companion page are named in the notices, at the version that is there."""

from __future__ import annotations

from installers import sbom
from streamlation_desktop.settings.paths import resource


def test_every_part_of_others_is_in_the_list_with_its_version_and_licence() -> None:
    folder = resource("web") / "vendor"
    parts = sbom.vendored()

    assert {part["file"] for part in parts} == {path.name for path in folder.glob("*.js")}
    notices = sbom.NOTICES.read_text(encoding="utf-8")
    for part in parts:
        assert f'"{part["version"]}"' in (folder / part["file"]).read_text(encoding="utf-8")
        assert (folder / f"{part['name']}-LICENSE").is_file()
        assert f"| {part['name']} | {part['version']} | {part['licence']} |" in notices


def test_bill_of_materials_has_them() -> None:
    bill = sbom.bill([])

    [part] = [each for each in bill["components"] if each["bom-ref"].startswith("pkg:npm/")]
    assert part["purl"] == "pkg:npm/hls.js@1.7.4"
    assert len(part["hashes"][0]["content"]) == 64
