"""Reading: does this sentence answer the question, does this source bear out the claim?"""
