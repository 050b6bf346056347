"""One .zip for each place of use, with a page that tells how to use what is in it."""
