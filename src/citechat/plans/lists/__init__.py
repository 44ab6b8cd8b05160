"""Answers of several sentences: lists, each of several, what is strong or weak, what a heading holds."""
