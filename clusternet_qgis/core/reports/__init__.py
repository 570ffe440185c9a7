"""Pages that people read.

In come models, rasters and evaluations; out go single HTML pages that load nothing. It must not know who asks for
them, and nothing else in the core may know it.
"""
