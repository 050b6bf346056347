"""Chuyên mục: write Markdown once; get an agency's news section and every channel's images."""

__version__ = "0.1.0"
