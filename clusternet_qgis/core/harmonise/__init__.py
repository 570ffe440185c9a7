"""Sheets of one mosaic made alike in their colours.

In come paths of rasters; out go gains and offsets of their bands, and virtual rasters that apply them. It must not know
what the sheets are used for: no networks, no clusters.
"""
