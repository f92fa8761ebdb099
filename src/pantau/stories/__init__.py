"""Articles grouped into stories, and how pressing a story is, with the reasons."""
