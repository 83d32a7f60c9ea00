"""Run every benchmark at a size that takes a minute; each module's own options measure at full size."""

from __future__ import annotations

from bench import cold_start, export_read, mail_import, matching, page_read, rank, statement_read

mail_import.main(count=10_000, sample=1_000, repeat=3)
export_read.main(rows=100_000, repeat=3)
statement_read.main(rows=200_000, repeat=1)
cold_start.main(repeat=5)
matching.main(orders=10_000, charges=40_000)
page_read.main(count=24, peer_count=6, repeat=3)
rank.main(repeat=200)
