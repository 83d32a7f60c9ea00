"""Durable jobs. The only room that knows the engine (DBOS Transact) behind `services.jobs.Jobs`."""
