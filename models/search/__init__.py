"""查找: what one types found among people, points, matters and activities, from an index in memory."""
