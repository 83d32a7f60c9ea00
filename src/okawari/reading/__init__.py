"""Generic readers: bytes in, plain structures out. What they mean is for sources and the domain to say."""
