-- A location that never was connected tells nothing of the switch. A payment there proves that the copy is behind, so
-- its cancellations wait for the news instead of being declined.
alter table location_copy alter column automatic_refunds drop not null;
