"""A card statement of many rows: how long reading and keeping it takes, and whether memory stays flat.

python -m bench.statement_read --rows 1000000 --repeat 1
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path

from bench.measure import Cost, run

_SHOPS = ("ＡＭＡＺＯＮ．ＣＯ．ＪＰ", "ﾗｸﾃﾝﾍﾟｲ ﾎｼｿﾞﾗｼﾖﾃﾝ", "AMAZON.CO.JP ヘンピン", "ヨドバシカメラ　通信販売")


def main(rows: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        whole, tenth = Path(folder) / "whole.csv", Path(folder) / "tenth.csv"
        write_statement(whole, rows)
        write_statement(tenth, rows // 10)
        size = whole.stat().st_size / 1e6
        for name, command in (("read", _read), ("import", _import)):
            costs = [command(whole) for _ in range(repeat)]
            small = command(tenth)
            quickest = min(costs, key=lambda cost: cost.cpu_s)
            print(
                f"okawari {name}: {rows} rows, {size:.0f} MB, {quickest.wall_s:.1f} s clock, {quickest.cpu_s:.1f} s"
                f" processor, {quickest.peak_mb:.0f} MB; {rows // 10} rows: {small.cpu_s:.1f} s, {small.peak_mb:.0f} MB"
            )


def write_statement(path: Path, rows: int) -> None:
    """Write a statement whose rows stand by day; one in seven is a refund, some are equal."""
    with path.open("w", encoding="cp932", newline="\r\n") as file:
        file.write(
            "利用日,利用店名・商品名,利用者,支払方法,利用金額,支払手数料,支払総額,11月支払金額,12月繰越残高,新規サイン\n"
        )
        for number in range(rows):
            day = number * 16 * 336 // rows  # sixteen years of twelve months of 28 days
            on = f"{2010 + day // 336}/{1 + day // 28 % 12:02}/{1 + day % 28:02}"
            amount = (-1 if number % 7 == 0 else 1) * (100 + number * 37 % 9973)
            file.write(f"{on},{_SHOPS[number % 4]},本人,1回払い,{amount},0,{amount},{amount},0,*\n")


def _read(path: Path) -> Cost:
    return run("-m", "okawari", "statement", str(path), "--json", keeps_output=False, OKAWARI_DATA_DIR=str(path.parent))


def _import(path: Path) -> Cost:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-db-") as folder:
        url = f"sqlite:///{folder}/okawari.db"
        cost = run("-m", "okawari", "import", "--json", str(path), OKAWARI_DATABASE_URL=url)
    if json.loads(cost.printed)["statements_added"] != 1:
        raise SystemExit("the statement was not kept")
    return cost


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeat", type=int, default=1)
    asked = parser.parse_args()
    main(asked.rows, asked.repeat)
