"""Everything between the bytes that a server sent and an article that can be trusted in shape.

`parse.parse` makes a Feed of a body, `opml` reads and writes lists of sources, `addresses` and
`sanitise` are for whoever shows what came in. Nothing is imported here: each part costs only those who use it.
"""
