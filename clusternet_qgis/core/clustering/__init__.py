"""Feature vectors to clusters.

In come arrays of features; out go centroids, the nearest cluster of each pixel, how stable and how alike clusters
are. It must not know where features come from: no files, no networks.
"""
