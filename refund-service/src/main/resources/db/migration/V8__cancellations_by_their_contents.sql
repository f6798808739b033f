-- A cancellation is known by its payable and its id, and the same one by its contents. What the booking system took back
-- is not decided any more, and what cannot be true waits for a person.

alter table paid_payment add column begun_at timestamptz;   -- null: kept before this was told

-- A person can let a second cancellation of the same payable and id through: it is another edition, and of several the
-- last one counts for what is not decided yet.
alter table decision drop constraint decision_location_id_cancellation_id_fkey;
alter table cancellation
  drop constraint cancellation_pkey,
  add column edition integer not null default 1 check (edition > 0),
  add column contents text,                        -- a digest; null: kept before contents were compared
  add column released_at timestamptz,              -- a person let it through: its time is believed
  add primary key (location_id, payable_type, payable_id, cancellation_id, edition);
drop index cancellation_payable;                   -- the primary key begins so
create index cancellation_by_id on cancellation (location_id, cancellation_id);
create index cancellation_released on cancellation (released_at) where released_at is not null;

alter table decision add column edition integer;   -- of the cancellation; null: a surplus
update decision set edition = 1 where cancellation_id is not null;
alter table decision add constraint decision_edition check ((cancellation_id is null) = (edition is null));
-- One decision of a cancellation (or of a surplus) about a payment.
drop index decision_once;
create unique index decision_once on decision (payment_id, cancellation_id, edition) nulls not distinct;
-- Processes of the version before know of no editions, and decide while they are rolled: what they decide is the first.
create function decision_first_edition() returns trigger language plpgsql as $$
begin
  if new.cancellation_id is not null and new.edition is null then
    new.edition := 1;
  end if;
  return new;
end $$;
create trigger decision_first_edition before insert on decision for each row execute function decision_first_edition();
create index decision_of_payment on decision (payment_id, decided_at, id);

-- A later cancellation waits for the proof that a failed refund moved nothing.
alter table refund add column if not exists failure_confirmed_at timestamptz;
drop index refund_one_automatic;
create unique index refund_one_automatic on refund (payment_id)
  where origin in ('CANCELLATION', 'BATCH', 'SURPLUS') and failure_confirmed_at is null;

-- What the booking system took back: the latest of each payable, and of each cancellation that was named.
create table payable_restore (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,                   -- '' for all of the payable's
  restored_at     timestamptz not null,            -- the booking system's clock: later cancellations stand
  received_at     timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id, cancellation_id)
);

-- An instant with all of its digits, for whoever compares it.
create function refund_exact_instant(t timestamptz) returns text language sql stable parallel safe
  return to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

-- Cancellations without effect, until a person lets one through or dismisses it. With a payment it is in `cancellation`,
-- too, and only not decided about that payment.
create table set_aside (
  id               uuid primary key,               -- UUIDv7: in the order of their coming
  location_id      text not null,
  cancellation_id  text not null,
  payable_type     text not null,
  payable_id       text not null,
  payment_id       uuid references paid_payment,
  reason           text not null check (reason in
                     ('OTHER_CONTENTS', 'LATER_THAN_EVENT', 'EARLIER_THAN_EVENT', 'EARLIER_THAN_PAYMENT')),
  contents         text,
  canceled_at      timestamptz not null,
  canceled_by      text not null,
  canceled_by_role text not null,
  start_at         timestamptz,
  start_day        date,
  order_state      text,
  choice           text,
  choice_krw       bigint,
  traceparent      text,
  compared_with    timestamptz,                    -- the event's own time, or the payment's beginning
  set_aside_at     timestamptz not null default now(),
  status           text not null default 'OPEN' check (status in ('OPEN', 'RELEASED', 'DISMISSED')),
  ended_at         timestamptz,
  ended_by         text,
  note             text,
  constraint set_aside_payment check ((reason = 'EARLIER_THAN_PAYMENT') = (payment_id is not null)),
  -- Who ended it, when and why: an end without them is none.
  constraint set_aside_audited check (case when status = 'OPEN' then ended_at is null and ended_by is null and note is null
                                           else ended_at is not null and ended_by is not null and note is not null end)
);
-- The same again is the same.
create unique index set_aside_once on set_aside
  (location_id, payable_type, payable_id, cancellation_id, contents, payment_id) nulls not distinct;
create index set_aside_list on set_aside (location_id, status, id);
create index set_aside_of_id on set_aside (location_id, cancellation_id);
create index set_aside_open on set_aside (set_aside_at) where status = 'OPEN';

create function set_aside_refuse_change() returns trigger language plpgsql as $$
begin
  if old.status <> 'OPEN' then
    raise exception 'set-aside cancellation % is over', old.id
      using errcode = 'check_violation', table = 'set_aside', constraint = 'set_aside_ends_once';
  end if;
  return new;
end $$;
create trigger set_aside_ends_once before update on set_aside for each row execute function set_aside_refuse_change();
