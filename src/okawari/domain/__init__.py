"""The vocabulary and every judgement of Okawari: pure, typed, standard library only."""
