"""The database: schema, transactions, migrations, search, change feed, activity chain, backup."""
