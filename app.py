"""The browser door: ``python app.py`` opens the chat on 127.0.0.1:7860."""

import sys

from citechat.__main__ import main

if __name__ == "__main__":
    sys.exit(main(["chat", *sys.argv[1:]]))
