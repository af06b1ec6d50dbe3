"""The writer's room: a preview that follows every save, and never touches what is published."""
