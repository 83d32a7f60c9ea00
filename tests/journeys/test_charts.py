"""The picture of prices in a real browser: it fits a phone, and the pointer and the arrow keys tell each moment."""

import pytest

from okawari.domain.watch.watch import Watch
from okawari.services import watching
from tests.journeys.conftest import DESK, PHONE, served
from tests.web.conftest import NOW, empty_household
from tests.web.test_charts import URL, keep_pasts

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("viewport", [PHONE, DESK])
def test_a_chart_fits_and_tells_each_moment(tmp_path, new_page, viewport):
    household = empty_household(tmp_path)
    ((watch, _),) = watching.add(household.store, watching.open_gate(), Watch(id="", url=URL, added_at=NOW))
    keep_pasts(household.store)
    with served(household, demo=False) as url:
        page = new_page(viewport)
        page.goto(f"{url}/watches/{watch.id}?days=90")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        picture = page.locator("[data-chart]")
        said = page.locator("figcaption + p")
        room = picture.bounding_box()
        page.mouse.move(room["x"] + room["width"] * 0.99, room["y"] + 20)
        assert "2,800円" in said.inner_text()
        assert "example.org" in said.inner_text()
        picture.focus()
        page.keyboard.press("ArrowLeft")
        page.keyboard.press("ArrowLeft")
        assert "2,800円" not in said.inner_text()
        page.screenshot(path=tmp_path / "chart.png", full_page=True)
        page.goto(f"{url}/watches")
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]
        assert page.locator(".spark").bounding_box()["width"] > 40
        page.screenshot(path=tmp_path / "list.png", full_page=True)
