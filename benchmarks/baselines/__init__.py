"""Methods to compare the plugin with: other features, other classifiers of strokes, and other programs."""
