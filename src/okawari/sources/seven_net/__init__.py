"""Seven Net Shopping (セブンネットショッピング)."""
