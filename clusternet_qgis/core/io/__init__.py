"""Rasters, vectors and their grids, read and written through GDAL.

In come paths; out go windows of values with the mask of what is valid, labels on a grid, and files that appear whole
or not at all. It must not know what the values are for: no networks, no clusters.
"""
