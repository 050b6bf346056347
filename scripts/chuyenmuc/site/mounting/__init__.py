"""Every way the site is put before readers: on a web server, in a portal's page, from a USB stick, without network."""
