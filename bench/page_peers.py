"""What a peer needs for the same pages; runs in an environment of its own.

python page_peers.py shipped|in_process FOLDER COUNT

Each line that comes in makes it read the pages once, for which it prints a line of JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path


def cpu() -> float:
    """Return the processor seconds of this process and of the children that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def main(mode: str, folder: str, count: int) -> None:
    from changedetectionio.processors.restock_diff.processor import (
        extract_itemprop_availability_safe,
        get_itemprop_availability,
    )
    from loguru import logger

    logger.remove()
    read = {"shipped": extract_itemprop_availability_safe, "in_process": get_itemprop_availability}[mode]
    pages = [path.read_bytes().decode("utf-8", "replace") for path in sorted(Path(folder).iterdir())[:count]]
    try:
        read(pages[0])  # what is imported when first used is no page's cost
    except Exception:  # noqa: BLE001 - its errors are counted below
        time.sleep(0)
    for _ in sys.stdin:
        priced = failed = 0
        begun = cpu()
        for page in pages:
            try:
                priced += bool(read(page).get("price"))
            except Exception:  # noqa: BLE001 - the peer raises several kinds
                failed += 1
        told = {"cpu_s": cpu() - begun, "pages": len(pages), "priced": priced, "failed": failed}
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
