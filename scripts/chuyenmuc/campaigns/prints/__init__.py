"""What hangs: a face of discs and a message, in letters as tall as its readers are far away."""
