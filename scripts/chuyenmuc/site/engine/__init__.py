"""What turns assembled pages into a site: MkDocs, its plugin, the search index, one build at a time."""
