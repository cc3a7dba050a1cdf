"""The steps by which names are taken for one entity. Each yields pairs of node keys with the reason in words; `linking` has the order."""
