"""Images for every channel: formats, layout (template → scene), text, photos, drawn covers, paint and cache."""
