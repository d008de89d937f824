"""Text chapters to notebooks: language choice, build, static check, verify."""
