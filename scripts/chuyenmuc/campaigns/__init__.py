"""A campaign as everything that hangs, shines, is posted or handed out, and as kits by place of use."""
