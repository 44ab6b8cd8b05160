"""Does the quote bear the sentence out?"""
