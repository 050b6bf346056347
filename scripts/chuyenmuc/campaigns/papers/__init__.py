"""What is handed out: leaflets, three-fold leaflets, skill cards; for a printer, both sides in one file."""
