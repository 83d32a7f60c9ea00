"""How every interface of Rakuten Web Service is asked: the access key in a header of its own, the web application named."""

from __future__ import annotations

from collections.abc import Mapping

from okawari.fetching.api import ApiRequest


def asked(url: str, keys: Mapping[str, str], *query: tuple[str, str]) -> ApiRequest:
    """Return the request; 404 tells that there is nothing."""
    origin = keys.get("rakuten.origin", "").rstrip("/")
    return ApiRequest(
        url=url,
        query=(("applicationId", keys["rakuten.application_id"]), *query, ("formatVersion", "2")),
        headers=(
            ("accessKey", keys["rakuten.access_key"]),
            *((("Origin", origin), ("Referer", f"{origin}/")) if origin else ()),
        ),
        nothing_at=(404,),
    )
