"""Lighter copies of pictures for web pages, in the sizes and types from which browsers choose."""
