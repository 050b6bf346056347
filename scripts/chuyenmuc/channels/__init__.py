"""What goes out on the channels beside the images: texts to paste, and one file with everything."""
