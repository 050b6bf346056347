"""The slide template, an Office file with native layouts in the campaign's colours."""
