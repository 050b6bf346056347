"""How Vietnamese text, dates, numbers and document symbols are read and written."""
