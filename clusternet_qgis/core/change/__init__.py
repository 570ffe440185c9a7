"""What has changed between two rasters of one place.

In come two rasters and one model; out go a raster of transitions, their areas and a report. It must not know how the
model was made, and reads both rasters window by window.
"""
