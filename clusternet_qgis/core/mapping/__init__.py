"""A raster and a model to its cluster raster, tile by tile.

In come paths and `MapOptions`; out go rasters of clusters, confidence, novelty and features, or a model as an ONNX
file. It must not know how a model was trained, nor what the user does with clusters but for the splits of a
selection.
"""
