"""The dock "ClusterNet": the user paints strokes on the map and sees the classes at once. `dock` is the entry."""
