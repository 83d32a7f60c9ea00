"""What words of titles mean: tables of the trade and of the language, which read nothing."""
