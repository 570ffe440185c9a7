"""Clusters to classes.

In comes a cluster raster with the user's choice, as text, file or reference labels; out go selections and class
rasters. It must not know networks: clusters are numbers, and splits are linear rules.
"""
