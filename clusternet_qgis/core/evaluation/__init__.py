"""Accuracy assessment of maps.

In come a map and a reference; out go confusion matrices, scores with intervals, estimated areas and a map of errors.
It must not know how the map was made.
"""
