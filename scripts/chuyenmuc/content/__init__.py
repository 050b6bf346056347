"""What staff write: item types, the reader, the archive and the agency's own settings."""
