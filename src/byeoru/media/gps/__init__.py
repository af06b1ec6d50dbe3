"""Strip GPS metadata from published images and videos; all other bytes are unchanged."""
