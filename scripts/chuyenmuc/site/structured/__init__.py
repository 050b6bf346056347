"""What machines read of a page: schema.org as JSON-LD, the map of the site. Nothing that readers are not told."""
