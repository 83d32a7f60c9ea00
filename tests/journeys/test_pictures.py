"""Pictures of the demo for the README: written to docs/images by `make pictures`, else thrown away."""

import os
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

SHOTS = {
    "home": ("/", {"width": 1280, "height": 860}, "light"),
    "cases": ("/cases", {"width": 1280, "height": 900}, "light"),
    "case": ("/cases/amazon_jp/250-4410937-2210843", {"width": 1280, "height": 1100}, "light"),
    "case-phone": ("/cases/amazon_jp/250-4410937-2210843", {"width": 390, "height": 1240}, "light"),
    "case-dark": ("/cases/amazon_jp/249-1837465-9902817", {"width": 390, "height": 1240}, "dark"),
    "money": ("/money", {"width": 1280, "height": 1100}, "light"),
    "seen-phone": ("/cases/amazon_jp/250-7305518-4426091", {"width": 390, "height": 1240}, "light"),
    "seller-phone": ("/cases/amazon_jp/250-6620184-5573920", {"width": 390, "height": 1240}, "light"),
}


@pytest.fixture
def folder(tmp_path):
    given = os.environ.get("OKAWARI_PICTURES")
    return Path(given) if given else tmp_path


@pytest.mark.parametrize("name", SHOTS)
def test_a_picture_is_taken(demo_url, new_page, folder, name):
    address, viewport, scheme = SHOTS[name]
    page = new_page(viewport, color_scheme=scheme)
    page.goto(f"{demo_url}{address}")
    picture = page.screenshot(path=folder / f"{name}.png")
    assert picture.startswith(b"\x89PNG")


def test_the_forged_mail_is_pictured(demo_url, new_page, folder):
    page = new_page({"width": 390, "height": 1240})
    page.goto(f"{demo_url}/cases")
    page.locator(".row-case--phishing a").click()
    assert page.screenshot(path=folder / "forged-phone.png")
