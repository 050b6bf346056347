"""What is ordered from the printer, from the places where it will hang: a text to sign and a table to reckon with."""
