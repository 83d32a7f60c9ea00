"""A pushed message in a real browser: the service worker starts under our policy and shows what it was sent."""

import json

import pytest

from tests.journeys.conftest import DESK

pytestmark = pytest.mark.browser


_SHOWN = """navigator.serviceWorker.ready.then((it) => it.getNotifications())
    .then((all) => all.map((one) => [one.title, one.body, one.tag, one.data]))"""


def shown(page, push):
    """What is shown of a push, which is sent again while nothing is: a worker that still starts loses what comes this way,
    where a push service would keep it."""
    for number in range(200):
        if number % 40 == 0:
            push()
        # `wait_for_function` takes a promise for a true value, whatever it resolves to.
        if found := page.evaluate(_SHOWN):
            return found
        page.wait_for_timeout(50)
    return []


def test_a_pushed_alert_is_shown(new_page, url):
    page = new_page(DESK)
    page.context.grant_permissions(["notifications"], origin=url)
    errors = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto(f"{url}/watches")
    page.evaluate("navigator.serviceWorker.register('/service-worker.js').then(() => navigator.serviceWorker.ready)")
    session, known = page.context.new_cdp_session(page), []
    session.on("ServiceWorker.workerRegistrationUpdated", lambda event: known.extend(event["registrations"]))
    session.send("ServiceWorker.enable")
    page.wait_for_timeout(500)
    told = {"key": "w-1", "title": "在庫あり：水筒", "body": "3,980円", "url": "https://shop.example.jp/1"}
    push = {"origin": url, "registrationId": known[-1]["registrationId"], "data": json.dumps(told)}
    (found,) = shown(page, lambda: session.send("ServiceWorker.deliverPushMessage", push))
    assert found == [told["title"], told["body"], told["key"], told["url"]]
    assert errors == []
