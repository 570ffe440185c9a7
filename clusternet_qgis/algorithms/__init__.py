"""Processing algorithms: forms that read parameters, make one core call and name the outputs."""
