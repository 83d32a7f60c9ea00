"""Several tables as one piece of evidence."""

from __future__ import annotations

import io
import zipfile

from okawari.reading.bundle import bundle, digest_of

SMALL, LARGE = b"a,b\r\n1,2\r\n", b"x" * 3_000_000


def files(*tables: tuple[str, bytes]) -> list[tuple[str, str, io.BytesIO]]:
    return [(name, f"{number}.zip/{name}", io.BytesIO(raw)) for number, (name, raw) in enumerate(tables)]


def test_the_order_and_a_copy_of_tables_change_nothing() -> None:
    one, paths = bundle(files(("b.csv", LARGE), ("a.csv", SMALL)))
    other, _ = bundle(files(("a.csv", SMALL), ("b.csv", LARGE), ("a.csv", SMALL)))
    assert digest_of(one) == digest_of(other)
    assert paths == {"0/a.csv": "1.zip/a.csv", "1/b.csv": "0.zip/b.csv"}


def test_a_bundle_is_the_zip_by_which_earlier_exports_are_known() -> None:
    expected = io.BytesIO()
    with zipfile.ZipFile(expected, "w", zipfile.ZIP_STORED) as archive:
        for name, raw in (("0/a.csv", SMALL), ("1/b.csv", LARGE)):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), raw)
    assert digest_of(bundle(files(("b.csv", LARGE), ("a.csv", SMALL)))[0]) == digest_of(expected)
