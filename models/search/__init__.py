"""查找: what one types found among people, contact points and activities, from an index in memory."""
