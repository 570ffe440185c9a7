"""Touching objects of a class apart: crowns, cars, buildings.

In come class rasters, and where there are any images, heights, confidence and markers; out go polygons and points, one
an object. It must not know how the classes were made, and reads the rasters tile by tile.
"""
