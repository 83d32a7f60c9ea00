"""What is kept: tables, migrations, one module for each aggregate."""
