-- A payment's row is written again three times soon after it was inserted. Where it finds room on its own page,
-- PostgreSQL logs only what changed of it, not the whole row once more. For rows that are there already it matters little.
alter table payment set (fillfactor = 50);
