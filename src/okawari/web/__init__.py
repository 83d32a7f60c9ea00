"""The pages: server-rendered, one column, no script needed."""
