"""拟定计划: a quarter's trips proposed from what is owed and when leaders are free."""
