-- Rows that are written again soon after they were inserted find room on their own page: PostgreSQL then logs only what
-- changed of them, not the whole row once more. For rows that are there already it matters little.
alter table paid_payment set (fillfactor = 60);
alter table refund set (fillfactor = 40);
alter table outbox set (fillfactor = 50);
