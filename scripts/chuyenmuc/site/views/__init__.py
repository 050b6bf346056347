"""What templates print: texts, days and addresses, ready made."""
