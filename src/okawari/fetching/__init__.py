"""The one gate to the outside: everything that leaves the machine for another's server goes through here."""
