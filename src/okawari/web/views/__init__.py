"""Plans as pages show them: words chosen, states named, places in a picture reckoned."""
