"""One title by itself: cut into tokens, what each of them means, and all that the title says (`title`)."""
