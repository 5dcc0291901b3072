"""What running text says: the leaf room every domain room may lean on."""
