"""`okawari export` of an order history: how long it takes, and whether memory stays flat.

python -m bench.export_read --rows 100000 --repeat 3
"""

from __future__ import annotations

import argparse
import csv
import statistics
import tempfile
import zipfile
from pathlib import Path

from bench.measure import Cost, run

_HEADING = [
    "ASIN",
    "Billing Address",
    "Carrier Name & Tracking Number",
    "Currency",
    "Gift Message",
    "Gift Recipient Contact",
    "Gift Sender Name",
    "Item Serial Number",
    "Order Date",
    "Order ID",
    "Order Status",
    "Original Quantity",
    "Payment Method Type",
    "Product Condition",
    "Product Name",
    "Purchase Order Number",
    "Ship Date",
    "Shipment Item Subtotal",
    "Shipment Item Subtotal Tax",
    "Shipment Status",
    "Shipping Address",
    "Shipping Charge",
    "Shipping Option",
    "Total Amount",
    "Total Discounts",
    "Unit Price",
    "Unit Price Tax",
    "Website",
]


def main(rows: int, repeat: int) -> None:
    with tempfile.TemporaryDirectory(prefix="okawari-bench-") as folder:
        whole, tenth = Path(folder) / "whole.zip", Path(folder) / "tenth.zip"
        size = write_export(whole, rows)
        write_export(tenth, rows // 10)
        costs = [_read(whole) for _ in range(repeat)]
        small = _read(tenth)
    clock, cpu = (
        statistics.median(times) for times in zip(*((cost.wall_s, cost.cpu_s) for cost in costs), strict=True)
    )
    print(
        f"okawari export: {rows} rows, {size / 1e6:.0f} MB, {clock:.2f} s clock, {cpu:.2f} s processor,"
        f" {max(cost.peak_mb for cost in costs):.0f} MB; {rows // 10} rows: {small.peak_mb:.0f} MB"
    )


def write_export(path: Path, rows: int) -> int:
    """Write an export whose orders have one to three lines; return the size of its table, unpacked."""
    table = path.with_suffix(".csv")
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow(_HEADING)
        writer.writerows(_row(number) for number in range(rows))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(table, "Your Orders/Your Amazon Orders/Order History.csv")
    size = table.stat().st_size
    table.unlink()
    return size


def _row(number: int) -> list[str]:
    order = number // 2
    day, cancelled = f"20{10 + order % 16:02}-{1 + order % 12:02}-{1 + order % 28:02}", order % 35 == 0
    cells = dict.fromkeys(_HEADING, "Not Available") | {
        "ASIN": f"B{number % 90_000:09}",
        "Billing Address": "見本 花子 見本県見本市見本町1-2-3 見本マンション405 1000000 JP",
        "Shipping Address": "見本 花子 見本県見本市見本町1-2-3 見本マンション405 1000000 JP",
        "Carrier Name & Tracking Number": "Not Available" if cancelled else f"ヤマト運輸 - {440000000000 + order}",
        "Currency": "JPY",
        "Order Date": f"{day}T{order % 24:02}:30:46Z",
        "Order ID": f"249-{order % 10_000_000:07}-{7_000_000 + order % 1_000_000:07}",
        "Order Status": "Cancelled" if cancelled else "Closed",
        "Original Quantity": "0" if cancelled else "1",
        "Payment Method Type": f"Visa - {order % 3:04}",
        "Product Name": f"見本の品 第{number}号 単3形 アルカリ乾電池 20本パック 長持ち 液漏れ防止",
        "Ship Date": "Not Available" if cancelled else f"{day}T{order % 24:02}:50:57.{order % 1000:03}Z",
        "Shipment Status": "Not Available" if cancelled else "Shipped",
        "Total Amount": "0" if cancelled else "1,180",
        "Total Discounts": "0",
        "Unit Price": "1,073",
        "Unit Price Tax": "107",
        "Website": "Amazon.co.jp",
    }
    return list(cells.values())


def _read(path: Path) -> Cost:
    return run("-m", "okawari", "export", str(path), "--json", keeps_output=False)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--repeat", type=int, default=3)
    asked = parser.parse_args()
    main(asked.rows, asked.repeat)
