"""The migrations, run by `okawari.store.upgrade`."""
