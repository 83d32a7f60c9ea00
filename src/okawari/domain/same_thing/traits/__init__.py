"""Two titles held against each other by one trait: codes, colours, editions, measures, states."""
