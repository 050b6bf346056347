"""What shines: frames and loops for LED boards dot by dot, and text for boards of one colour."""
