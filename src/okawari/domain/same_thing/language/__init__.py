"""How Japanese and Latin letters sound and count: kana, readings, numbers in kanji."""
