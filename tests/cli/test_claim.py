"""`okawari claim`: what it writes, and what it refuses."""

import json
import stat
import zipfile

import pytest
from typer.testing import CliRunner

from okawari.cli.main import app
from okawari.errors import PrintingError
from okawari.papers import pdf
from tests.contract.shape import check
from tests.fonts import needs_font
from tests.mails import order_mail, order_number

ORDER = order_number(1)


@pytest.fixture
def okawari(database_url, monkeypatch, tmp_path):
    monkeypatch.setenv("OKAWARI_DATABASE_URL", database_url)

    def run(*arguments):
        return CliRunner().invoke(app, arguments, catch_exceptions=False)

    for number, raw in enumerate((order_mail(1), order_mail(1, cancelled=True))):
        (tmp_path / f"{number}.eml").write_bytes(raw)
    run("import", str(tmp_path / "0.eml"), str(tmp_path / "1.eml"))
    return run


@pytest.mark.parametrize(
    ("suffix", "start"),
    [pytest.param("pdf", b"%PDF-", marks=needs_font), ("zip", b"PK"), ("html", b"<!doctype html>")],
)
def test_the_file_is_written_for_its_owner_alone(okawari, tmp_path, suffix, start):
    path = tmp_path / f"claim.{suffix}"
    done = okawari("claim", ORDER, "--out", str(path), "--json")
    document = json.loads(done.stdout)
    check("claim", document)
    assert (done.exit_code, document["file"], len(document["mails"])) == (0, str(path), 2)
    assert path.read_bytes().startswith(start)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_without_a_file_the_doors_are_told(okawari):
    done = okawari("claim", ORDER, "--lang", "en")
    assert "Amazon A-to-z guarantee  not confirmed" in done.stdout
    assert "Still missing: who sold it" in done.stdout


def test_a_file_that_exists_is_not_written_over(okawari, tmp_path):
    path = tmp_path / "claim.zip"
    path.write_bytes(b"mine")
    assert okawari("claim", ORDER, "--out", str(path)).exit_code == 2
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize("name", ["claim.exe", "claim", "missing/claim.html"])
def test_a_file_that_cannot_be_is_refused_in_one_line(okawari, tmp_path, name):
    done = okawari("claim", ORDER, "--out", str(tmp_path / name))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_without_the_libraries_the_zip_still_works(okawari, tmp_path, monkeypatch):
    def missing(_page, _files=()):
        raise PrintingError(pdf.PACKAGES)

    monkeypatch.setattr(pdf, "pdf_of", missing)
    refused = okawari("claim", ORDER, "--out", str(tmp_path / "claim.pdf"))
    assert (refused.exit_code, refused.stderr.count("\n")) == (2, 1)
    assert "libpango-1.0-0" in refused.stderr
    made = okawari("claim", ORDER, "--out", str(tmp_path / "claim.zip"))
    assert made.exit_code == 0
    assert "libpango-1.0-0" in made.stderr
    with zipfile.ZipFile(tmp_path / "claim.zip") as archive:
        assert "claim.html" in archive.namelist()
        assert "claim.pdf" not in archive.namelist()


def test_files_are_added_named_and_taken_away(okawari, tmp_path):
    shot, page = tmp_path / "画面.png", tmp_path / "page.html"
    shot.write_bytes(b"\x89PNG\r\n\x1a\n")
    page.write_bytes(b"<html>")
    done = okawari("claim", ORDER, "--attach", str(shot), "--attach", str(page), "--lang", "en")
    assert (done.exit_code, done.stdout.count("Added: ")) == (0, 2)
    out = tmp_path / "claim.zip"
    document = json.loads(okawari("claim", ORDER, "--out", str(out), "--json").stdout)
    check("claim", document)
    assert [(one["original"], one["media"], one["size"]) for one in document["attachments"]] == [
        ("画面.png", "png", 8),
        ("page.html", "html", 6),
    ]
    with zipfile.ZipFile(out) as archive:
        assert {f"attachments/{one['name']}" for one in document["attachments"]} <= set(archive.namelist())
    gone = okawari("claim", ORDER, "--detach", document["attachments"][0]["sha256"][:8], "--json")
    assert [one["original"] for one in json.loads(gone.stdout)["attachments"]] == ["page.html"]


@pytest.mark.parametrize("raw", [b"", b"GIF89a", None])
def test_a_file_that_is_not_taken_is_refused_in_one_line(okawari, tmp_path, raw):
    path = tmp_path / "x.gif"
    if raw is not None:
        path.write_bytes(raw)
    done = okawari("claim", ORDER, "--attach", str(path))
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)
    assert json.loads(okawari("claim", ORDER, "--json").stdout)["attachments"] == []


def test_a_file_that_is_not_there_cannot_be_taken_away(okawari):
    done = okawari("claim", ORDER, "--detach", "012345")
    assert (done.exit_code, done.stderr.count("\n")) == (2, 1)


def test_who_sold_and_shipped_and_by_when_decide_the_door(okawari):
    document = json.loads(
        okawari(
            "answer", ORDER, "--sold-by", "某商店", "--shipped-by", "某商店", "--deliver-by", "2026-11-20", "--json"
        ).stdout
    )
    assert document["schema"] == "okawari.rescue/1"
    (door,) = json.loads(okawari("claim", ORDER, "--json").stdout)["doors"]
    assert (door["way"], door["closes"]) == ("a_to_z", "2027-02-18")
    told = okawari("claim", ORDER, "--lang", "ja").stdout
    assert "2027年2月18日(木)まで。  送料を含めて300,000円まで。" in told
    okawari("answer", ORDER, "--shipped-by", "アマゾン")
    assert json.loads(okawari("claim", ORDER, "--json").stdout)["doors"][0]["way"] == "customer_service"


def test_a_day_that_is_none_is_refused_in_one_line(okawari):
    refused = okawari("answer", ORDER, "--deliver-by", "2026-13-01")
    assert refused.exit_code == 2
    assert "--deliver-by" in refused.stderr
