"""What the networks are compared with: features that need no training, and other programs."""
