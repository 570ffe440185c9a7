"""Strokes to a selection, while the user paints.

In come strokes on a raster under a model; out go selections and previews of what is in view, from features that are
kept on disk. It must not know who paints: no QGIS, no Qt.
"""
