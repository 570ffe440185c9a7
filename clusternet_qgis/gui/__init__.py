"""The dock "ClusterNet": paint strokes on the map and see the classes at once."""
