-- A cancellation is known by its payable and its id, and the same one by its contents. A payable is cancelled while one
-- of its cancellations stands: what the booking system took back does not count.

alter table payable_cancellation rename to booking_cancellation;
alter table booking_cancellation
  drop constraint payable_cancellation_pkey,
  add column contents text,                        -- a digest; null: kept before contents were compared
  add column released boolean not null default false;   -- a person let it through, beside the one told before
create unique index booking_cancellation_key on booking_cancellation
  (location_id, payable_type, payable_id, cancellation_id) where not released;
create unique index booking_cancellation_contents on booking_cancellation
  (location_id, payable_type, payable_id, cancellation_id, contents);

-- What the booking system took back: the latest of each payable, and of each cancellation that was named.
create table booking_restore (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,                   -- '' for all of the payable's
  restored_at     timestamptz not null,            -- the booking system's clock: later cancellations stand
  received_at     timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id, cancellation_id)
);

-- The cancellations that stand. Both facts are only ever added, and meet here, so that neither's order of arrival counts.
create view payable_cancellation as
  select c.location_id, c.payable_type, c.payable_id, c.cancellation_id, c.canceled_at, c.received_at
    from booking_cancellation c
   where not exists (select from booking_restore r
                      where r.location_id = c.location_id and r.payable_type = c.payable_type
                        and r.payable_id = c.payable_id and r.cancellation_id in ('', c.cancellation_id)
                        and r.restored_at >= c.canceled_at);
