// For the floor's C alone: it brings the flags of pkg-config with it.
