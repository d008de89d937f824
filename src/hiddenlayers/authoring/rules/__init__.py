"""What `build --check` asks of a chapter: one small function a rule, from chapter to findings."""
