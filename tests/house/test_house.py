"""The house rules that a linter does not know."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "okawari"
KANA = re.compile(r"[\u3041-\u30ff]")
TEXT_ROOMS = ("cli", "contract", "rules", "services", "store", "web")
MACHINE = re.compile(r"/work/|/root/|/home/\w+/|/tmp/okawari-land|/opt/pypi|localhost:\d{4,5}/simple")
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b|NotImplementedError|pytest\.mark\.skip\b|xfail")


def tracked():
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def texts(*suffixes):
    for path in tracked():
        if path.suffix in suffixes and path != Path(__file__):
            yield path, path.read_text(encoding="utf-8")


def test_what_tells_titles_apart_is_built_in_layers():
    package = SRC / "domain" / "same_thing"
    layers = ("vocabulary", "language", "spelling", "taken_apart", "scripts", "traits", "names", "verdicts")
    assert {path.name for path in package.iterdir() if (path / "__init__.py").is_file()} == set(layers)
    found = [
        f"{path.parent.name}/{path.name} imports {layer}"
        for path in package.glob("*/*.py")
        for layer in re.findall(r"okawari\.domain\.same_thing\.?(\w*)", path.read_text(encoding="utf-8"))
        if layer not in layers[: layers.index(path.parent.name) + 1]
    ]
    assert found == []


def test_no_file_has_grown_past_one_idea():
    long = {path.name: count for path in SRC.rglob("*.py") if (count := len(path.read_text().splitlines())) > 400}
    assert long == {}


@pytest.mark.parametrize("room", TEXT_ROOMS)
def test_words_for_people_stand_in_the_catalogues(room):
    found = [
        f"{path.relative_to(SRC)}: {line.strip()}"
        for path in (SRC / room).rglob("*.py")
        for line in path.read_text(encoding="utf-8").splitlines()
        if KANA.search(line.split("#")[0])
    ]
    assert found == []


def test_the_project_names_no_machine():
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path, text in texts(".py", ".md", ".toml", ".yaml", ".html", ".txt", "")
        if (hit := MACHINE.search(text))
    ]
    assert found == []


def test_nothing_is_left_unfinished():
    found = [f"{path.relative_to(ROOT)}: {hit[0]}" for path, text in texts(".py") if (hit := UNFINISHED.search(text))]
    assert found == []


def test_every_room_says_what_it_is_for():
    bare = [
        path.parent.name for path in SRC.rglob("__init__.py") if not path.read_text(encoding="utf-8").startswith('"""')
    ]
    assert bare == []


def test_the_glossary_names_identifiers_that_exist():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SRC.rglob("*") if path.suffix in {".py", ".yaml"})
    rows = re.findall(
        r"^\| [^|]+ \| `([^`]+)` \|", (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert len(rows) > 20
    assert [name for name in rows if name not in code] == []


def test_every_link_between_documents_leads_somewhere():
    found = []
    for path, text in texts(".md"):
        links = re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
        found += [f"{path.relative_to(ROOT)}: {link}" for link in links if not (path.parent / link).exists()]
    assert found == []
