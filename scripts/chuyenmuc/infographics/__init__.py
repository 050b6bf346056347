"""Infographics from data: blocks are set at one size, spread over pages, and drawn as pictures and vector PDF."""
