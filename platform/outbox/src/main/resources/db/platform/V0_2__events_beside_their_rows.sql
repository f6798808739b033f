-- An event is written once and never changed, but its row is: marking it as published copied the whole event into a new
-- row and into the write-ahead log. Compressed and beside the row, it is written once, and smaller; the marked row finds
-- room on its own page, where PostgreSQL logs only what changed.
alter table outbox set (toast_tuple_target = 128, fillfactor = 60);
