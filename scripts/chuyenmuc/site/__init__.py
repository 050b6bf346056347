"""The news section: the archive becomes plain Markdown pages, and MkDocs prints them."""
