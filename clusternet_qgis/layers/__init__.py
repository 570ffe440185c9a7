"""QGIS' layers as the core reads them.

A layer is what the user sees: its source with a filter, edits, joined and virtual fields, a reference system, values
taken for no data. The core reads files. In come layers; out go paths that GDAL opens and that hold the same: the
layer's own file where it is just that, or else a temporary one, in a folder named by its content.
"""
