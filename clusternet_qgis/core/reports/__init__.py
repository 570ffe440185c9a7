"""Reports as HTML pages.

In come models, rasters and evaluations; out go single HTML pages that load nothing from elsewhere. It must not know
who calls it, and no other package of the core may import it.
"""
