"""One file a command (or a few of one kind); `app.cli` lists them."""
