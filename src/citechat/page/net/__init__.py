"""What stands between the page and the net: who may ask, for what, how much, and what is told of it.

Each part is an ASGI middleware with one task; ``door`` puts them in their order.
"""
