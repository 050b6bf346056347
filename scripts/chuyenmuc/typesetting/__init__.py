"""Texts, labels and frames as measured blocks at one size; the looks in which they are set."""
