-- refund-service's own tables. Migrations are only ever appended to.
-- The money rules hold here as well as in the code: the database is the last to say no.

-- The replica of integration-service's locations: the highest version wins.
create table location_replica (
  location_id       text primary key,
  version           bigint not null,
  timezone          text not null,
  locale            text not null,
  automatic_refunds boolean,                     -- null: never connected; its cancellations wait for the connection
  refund_approval_limit_krw bigint not null,     -- above it a second person approves what people give back
  zone_known        boolean not null default true, -- false: the process that stored it has no rules for the zone
  received_at       timestamptz not null default now()
);
create index location_replica_zone_unknown on location_replica (location_id) where not zone_known;

-- What was paid, as payment-service publishes it, and the ledger of what was refunded and what is reserved.
-- One row is one aggregate of refund.events: `version` counts what is published of its refunds.
create table paid_payment (
  payment_id               uuid primary key,
  payment_version          bigint not null,       -- of payment-service, when it became known to be paid
  overpaid                 boolean not null,      -- an overpayment: refunded in full
  location_id              text not null,
  payer_id                 text not null,         -- does not approve refunds of it
  owner_role               text not null,
  payable_type             text not null,
  payable_id               text not null,
  resource_type            text,
  resource_id              text,
  event_id                 text,                  -- of an event's ticket
  start_at                 timestamptz,           -- exact; only a moved booking (rescheduling) changes it
  start_day                date,                  -- of a full-day booking instead: see full_day_start
  description              text not null,
  policy                   jsonb,
  terms_known              boolean not null,      -- false: a process did not know its type, owner's role or policy
  live                     boolean not null,
  merchant_account_id      text not null,
  cid                      text not null,
  tid                      text not null,
  approved_at              timestamptz not null,

  total_krw                bigint not null,
  supply_krw               bigint not null,
  vat_krw                  bigint not null,
  tax_free_krw             bigint not null,

  version                  bigint not null default 0,
  refunded_krw             bigint not null default 0,
  refunded_vat_krw         bigint not null default 0,
  refunded_tax_free_krw    bigint not null default 0,
  reserved_krw             bigint not null default 0,
  reserved_vat_krw         bigint not null default 0,
  reserved_tax_free_krw    bigint not null default 0,
  refunded_elsewhere_krw   bigint not null default 0, -- by bank transfer or in cash, as a person recorded it
  begun_at                 timestamptz not null,  -- when the payment began
  received_at              timestamptz not null default now()
) with (fillfactor = 60);   -- written again soon after its insert: PostgreSQL then logs only what changed
create index paid_payment_payable on paid_payment (location_id, payable_type, payable_id);
create index paid_payment_terms_unknown on paid_payment (payment_id) where not terms_known;
create index paid_payment_overpaid on paid_payment (received_at) where overpaid;
-- What a refund batch is about.
create index paid_payment_event on paid_payment (location_id, event_id) where event_id is not null;
create index paid_payment_start on paid_payment (location_id, start_at) where start_at is not null;
create index paid_payment_start_day on paid_payment (location_id, start_day) where start_day is not null;

-- PostgreSQL parses the text of each CHECK for each statement that writes; a function is compiled once for each
-- connection. It names the broken rule as the constraint.
create function paid_payment_rules_hold(p paid_payment) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (p.total_krw > 0) then 'paid_payment_total_krw_check'
    when not (p.supply_krw >= 0) then 'paid_payment_supply_krw_check'
    when not (p.vat_krw >= 0) then 'paid_payment_vat_krw_check'
    when not (p.tax_free_krw >= 0) then 'paid_payment_tax_free_krw_check'
    when not (p.total_krw = p.supply_krw + p.vat_krw + p.tax_free_krw) then 'paid_parts'
    when not (p.refunded_krw >= 0) then 'paid_payment_refunded_krw_check'
    when not (p.refunded_vat_krw >= 0) then 'paid_payment_refunded_vat_krw_check'
    when not (p.refunded_tax_free_krw >= 0) then 'paid_payment_refunded_tax_free_krw_check'
    when not (p.reserved_krw >= 0) then 'paid_payment_reserved_krw_check'
    when not (p.reserved_vat_krw >= 0) then 'paid_payment_reserved_vat_krw_check'
    when not (p.reserved_tax_free_krw >= 0) then 'paid_payment_reserved_tax_free_krw_check'
    when not (p.refunded_elsewhere_krw >= 0) then 'paid_payment_refunded_elsewhere_krw_check'
    -- What was refunded, here or elsewhere, and what is reserved never exceed what was paid, in whole and in parts.
    when not (p.refunded_krw + p.reserved_krw + p.refunded_elsewhere_krw <= p.total_krw) then 'ledger_total'
    when not (p.refunded_vat_krw + p.reserved_vat_krw <= p.vat_krw) then 'ledger_vat'
    when not (p.refunded_tax_free_krw + p.reserved_tax_free_krw <= p.tax_free_krw) then 'ledger_tax_free'
    when not (p.refunded_krw + p.reserved_krw - p.refunded_vat_krw - p.reserved_vat_krw
              - p.refunded_tax_free_krw - p.reserved_tax_free_krw between 0 and p.supply_krw) then 'ledger_supply'
  end;
begin
  if broken is not null then
    raise exception 'the ledger of payment % breaks the rule %', p.payment_id, broken
      using errcode = 'check_violation', table = 'paid_payment', constraint = broken;
  end if;
  return true;
end $$;
alter table paid_payment add constraint paid_payment_rules check (paid_payment_rules_hold(paid_payment));

-- Where the booking system moved a booking to: wins over the start that was given when paying, also for payments that
-- become known later.
create table rescheduling (
  location_id  text not null,
  payable_type text not null,
  payable_id   text not null,
  moved_at     timestamptz not null,               -- the latest wins
  start_at     timestamptz,
  start_day    date,                               -- of a full-day booking instead
  received_at  timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id),
  constraint move_has_start check ((start_at is null) <> (start_day is null))
);
create index rescheduling_start on rescheduling (location_id, start_at) where start_at is not null;
create index rescheduling_start_day on rescheduling (location_id, start_day) where start_day is not null;

-- The opening hours of a location, of its public and of its resources, as they were set: only ever added.
create table schedule_version (
  location_id   text not null,
  kind          text not null check (kind in ('DEFAULT', 'PUBLIC', 'RESOURCE')),
  resource_type text not null default '',
  resource_id   text not null default '',
  version       integer not null check (version > 0),  -- of this schedule
  valid_from    date not null,                     -- the first day that these hours are of
  changed_at    timestamptz not null,              -- by the clock of who set them: earlier payments were shown others
  hours         jsonb,                             -- null: no such schedule from that day on
  changed_by    text not null,
  received_at   timestamptz not null default now(),
  primary key (location_id, kind, resource_type, resource_id, version),
  constraint schedule_resource check ((kind = 'RESOURCE') = (resource_type <> '' and resource_id <> '')
    and (kind = 'RESOURCE' or resource_type || resource_id = ''))
);
-- The same change again is the same version.
create unique index schedule_version_once
  on schedule_version (location_id, kind, resource_type, resource_id, valid_from, changed_at);

-- When a full day of a payment begins: resolved once by the hours that were shown, and never changed.
create table full_day_start (
  payment_id    uuid not null references paid_payment,
  start_day     date not null,
  shown_at      timestamptz not null,              -- the payment began, the booking was moved or cancelled
  start_at      timestamptz not null,
  source        text not null check (source in ('OPENING_TIME', 'CLOSED_DAY', 'NO_SCHEDULE')),
  kind          text not null,                     -- the schedule and its version
  resource_type text not null,
  resource_id   text not null,
  version       integer not null,
  primary key (payment_id, start_day, shown_at)
);

-- Payments with a full day whose opening hours, or whose location's zone, are not known yet.
create table waiting_for_schedule (
  payment_id  uuid primary key references paid_payment,
  location_id text not null,
  blocks      boolean not null default false,      -- a cancellation waits for it
  resolved    boolean not null default false,      -- its days are known now: to be decided, and then forgotten
  since       timestamptz not null default now()
);
create index waiting_for_schedule_location on waiting_for_schedule (location_id);
create index waiting_for_schedule_work on waiting_for_schedule (payment_id) where blocks or resolved;
create index waiting_for_schedule_since on waiting_for_schedule (since);

-- What the booking system cancelled. A cancellation is known by its payable and its id, and the same one by its contents:
-- under another event id it is the same row. A person can let a second one of the same payable and id through: it is
-- another edition, and of several the last one counts for what is not decided yet. One without a decision is a
-- cancellation whose payment is not known (NO_PAYMENT), which is no error.
create table cancellation (
  location_id       text not null,
  cancellation_id   text not null,
  payable_type      text not null,
  payable_id        text not null,
  canceled_at       timestamptz not null,          -- compared with the deadline, never the time of arrival
  canceled_by       text not null,
  canceled_by_role  text not null,
  start_at          timestamptz,
  start_day         date,
  order_state       text,
  choice            text check (choice in ('NONE', 'FULL', 'AMOUNT')),
  choice_krw        bigint check (choice_krw >= 0),
  traceparent       text,
  received_at       timestamptz not null default now(),
  edition           integer not null default 1 check (edition > 0),
  contents          text not null,                 -- a digest
  released_at       timestamptz,                   -- a person let it through: its time is believed
  id                uuid not null default uuidv7(), -- its place in lists
  primary key (location_id, payable_type, payable_id, cancellation_id, edition),
  constraint cancellation_choice check ((choice_krw is not null) = (choice is not distinct from 'AMOUNT'))
);
create index cancellation_by_id on cancellation (location_id, cancellation_id);
-- The list of a location, newest first.
create index cancellation_list on cancellation (location_id, received_at, id);
create index cancellation_released on cancellation (released_at) where released_at is not null;
-- Cancellations are only ever added, in the order of their arrival.
create index cancellation_received on cancellation using brin (received_at);

-- What the booking system restored: the latest of each payable, and of each cancellation that was named.
create table restoration (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,                   -- '' for all of the payable's
  restored_at     timestamptz not null,            -- the booking system's clock: later cancellations count
  received_at     timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id, cancellation_id)
);

-- Cancellations, and whether they still count for what is not decided yet. Cancellations and restorations are only ever
-- added and are compared here, so that their order of arrival does not matter.
create view cancellation_state as
select c.*,
       exists (select from restoration r
                where r.location_id = c.location_id and r.payable_type = c.payable_type and r.payable_id = c.payable_id
                  and r.cancellation_id in ('', c.cancellation_id) and r.restored_at >= c.canceled_at) as is_restored,
       not exists (select from cancellation n
                    where n.location_id = c.location_id and n.payable_type = c.payable_type
                      and n.payable_id = c.payable_id and n.cancellation_id = c.cancellation_id
                      and n.edition > c.edition) as is_last_edition
  from cancellation c;

-- Whether money is refunded, how much, and why or why not, with the evidence: never changed afterwards.
create table decision (
  id              uuid primary key,
  payment_id      uuid not null references paid_payment,
  location_id     text not null,
  cancellation_id text,                            -- null: an overpayment, decided without a cancellation
  edition         integer,                         -- of the cancellation; null: an overpayment
  outcome         text not null check (outcome in ('REFUND', 'DECLINED')),
  reason          text not null,
  amount_krw      bigint not null,
  refund_id       uuid,
  deadline_at     timestamptz,
  evidence        jsonb not null,
  explanation_ko  text not null,
  explanation_en  text not null,
  decided_at      timestamptz not null default now(),
  constraint decision_amount check ((outcome = 'REFUND') = (amount_krw > 0) and amount_krw >= 0),
  constraint decision_refund check ((outcome = 'REFUND') = (refund_id is not null)),
  constraint decision_edition check ((cancellation_id is null) = (edition is null))
);
-- One decision of a cancellation (or of an overpayment) about a payment.
create unique index decision_once on decision (payment_id, cancellation_id, edition) nulls not distinct;
create index decision_of_payment on decision (payment_id, decided_at, id);

-- Payments whose next decision is deferred until an earlier cancellation's refund is over. The query that finds such a
-- case adds the row; the row is deleted once that case is decided, unless it was deferred again in the meantime. So are
-- payments whose terms have become known.
create table deferred_decision (
  payment_id uuid primary key references paid_payment,
  noted_at   timestamptz not null
);

-- A refund batch: a whole event was cancelled, or a day closed, and everybody gets back what is left.
create table refund_batch (
  id                 uuid primary key,
  location_id        text not null,
  version            bigint not null check (version > 0),
  kind               text not null check (kind in ('EVENT', 'DAY')),
  event_id           text,
  day                date,                         -- in the location's zone
  resource_type      text,                         -- both null: the whole location
  resource_id        text,
  timezone           text,                         -- of a day, once it is counted, with its first and last moment
  from_at            timestamptz,
  to_at              timestamptz,
  source             text not null check (source in ('BOOKING_SYSTEM', 'PERSON')),
  confirmed_by_booking_system boolean not null,
  cancellation_id    text,                         -- the booking system's
  contents           text,                         -- a digest of its event
  idempotency_key    text,                         -- a person's
  request_hash       bytea,
  requested_by       text not null,
  requested_at       timestamptz not null,
  note               text check (length(note) <= 500),
  status             text not null check (status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL', 'RUNNING', 'PAUSED',
                       'DONE', 'STOPPED', 'DISMISSED', 'DECLINED', 'EXPIRED')),
  candidates_at      timestamptz,                  -- its payments are stored
  counted_at         timestamptz,
  candidates         integer check (candidates >= 0),
  payments           integer check (payments >= 0), -- that are to be refunded, of the candidates
  total_krw          bigint check (total_krw >= 0), -- what is given back at most
  confirmed_by       text,
  confirmed_at       timestamptz,
  approval           jsonb,                        -- above the location's limit: what it needs, and who answered what
  expires_at         timestamptz,                  -- while it waits for somebody
  started_at         timestamptz,
  paused_by          text,
  paused_at          timestamptz,
  finished_at        timestamptz,
  ended_by           text,
  ending_note        text check (length(ending_note) <= 500),
  leased_until       timestamptz not null default '-infinity', -- by the worker that counts it
  taken_at           timestamptz,                  -- when payments of it were last taken to be refunded
  traceparent        text,
  constraint refund_batch_target check (case kind when 'EVENT'
    then event_id is not null and day is null and resource_type is null and resource_id is null
    else event_id is null and day is not null and (resource_type is null) = (resource_id is null) end),
  constraint refund_batch_source check (case source when 'BOOKING_SYSTEM'
    then cancellation_id is not null and contents is not null and idempotency_key is null
    else cancellation_id is null and idempotency_key is not null and request_hash is not null
      and not confirmed_by_booking_system end),
  constraint refund_batch_counted check (status in ('COUNTING', 'DISMISSED', 'EXPIRED') or counted_at is not null
    and candidates is not null and payments is not null and total_krw is not null),
  constraint refund_batch_confirmed check (status in ('COUNTING', 'DRY_RUN', 'DISMISSED', 'EXPIRED') or payments = 0
    or confirmed_at is not null and (confirmed_by is not null or confirmed_by_booking_system)),
  constraint refund_batch_waits check ((status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL')) = (expires_at is not null)),
  constraint refund_batch_awaiting_approval check (status <> 'AWAITING_APPROVAL' or approval is not null),
  constraint refund_batch_over check ((status in ('DONE', 'STOPPED', 'DISMISSED', 'DECLINED', 'EXPIRED')) = (finished_at is not null))
);
-- The same key of the same person, and the same cancellation of the booking system, is the same batch.
create unique index refund_batch_idempotency on refund_batch (requested_by, idempotency_key) where idempotency_key is not null;
create unique index refund_batch_cancellation on refund_batch (location_id, cancellation_id) where cancellation_id is not null;
-- One of an event or day at a time. What the booking system sends meanwhile waits, uncounted, for that one's end; a
-- person is refused.
create unique index refund_batch_one_open on refund_batch (location_id, kind, event_id, day, resource_type, resource_id)
  nulls not distinct where candidates_at is not null
    and status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL', 'RUNNING', 'PAUSED');
create index refund_batch_list on refund_batch (location_id, requested_at, id);
create index refund_batch_open on refund_batch (status)
  where status in ('COUNTING', 'DRY_RUN', 'AWAITING_APPROVAL', 'RUNNING', 'PAUSED');

-- How many persons have approved it, without those who asked for it or confirmed it.
create function refund_batch_approvers(b refund_batch) returns bigint language sql immutable parallel safe as $$
  select count(distinct a ->> 'by') from jsonb_array_elements(b.approval -> 'answers') a
   where a ->> 'kind' = 'APPROVED' and a ->> 'by' is distinct from b.requested_by
     and a ->> 'by' is distinct from b.confirmed_by $$;
alter table refund_batch add constraint refund_batch_approved check (approval is null
  or status not in ('RUNNING', 'PAUSED', 'DONE', 'STOPPED')
  or refund_batch_approvers(refund_batch) >= (approval ->> 'needed')::integer);

-- The same table as in the code; a test compares the two. What it is about stays; what was counted stays from the count
-- on; what it needs to be approved stays, and so do the answers.
create function refund_batch_check_change() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('COUNTING', 'DRY_RUN'), ('COUNTING', 'AWAITING_APPROVAL'), ('COUNTING', 'RUNNING'), ('COUNTING', 'DONE'),
      ('COUNTING', 'DISMISSED'), ('COUNTING', 'EXPIRED'),
      ('DRY_RUN', 'COUNTING'), ('DRY_RUN', 'AWAITING_APPROVAL'), ('DRY_RUN', 'RUNNING'), ('DRY_RUN', 'DISMISSED'),
      ('DRY_RUN', 'EXPIRED'),
      ('AWAITING_APPROVAL', 'RUNNING'), ('AWAITING_APPROVAL', 'DISMISSED'), ('AWAITING_APPROVAL', 'DECLINED'),
      ('AWAITING_APPROVAL', 'EXPIRED'),
      ('RUNNING', 'PAUSED'), ('RUNNING', 'STOPPED'), ('RUNNING', 'DONE'),
      ('PAUSED', 'RUNNING'), ('PAUSED', 'STOPPED'), ('PAUSED', 'DONE'))) then
    raise exception 'illegal transition of refund batch % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_transitions';
  end if;
  if (new.location_id, new.kind, new.event_id, new.day, new.resource_type, new.resource_id, new.source,
      new.confirmed_by_booking_system, new.requested_by, new.cancellation_id, new.contents)
     is distinct from (old.location_id, old.kind, old.event_id, old.day, old.resource_type, old.resource_id, old.source,
      old.confirmed_by_booking_system, old.requested_by, old.cancellation_id, old.contents)
     or old.status <> 'COUNTING' and new.status <> 'COUNTING'
        and (new.candidates, new.payments, new.total_krw) is distinct from (old.candidates, old.payments, old.total_krw)
     or old.confirmed_at is not null
        and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at) then
    raise exception 'refund batch % is about what it was counted and confirmed for', old.id
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_stays';
  end if;
  if old.approval is not null and (old.approval - 'answers' is distinct from new.approval - 'answers'
     or exists (select from jsonb_array_elements(old.approval -> 'answers') with ordinality as o(answer, n)
                 where new.approval -> 'answers' -> (n - 1)::integer is distinct from o.answer)) then
    raise exception 'the approval of refund batch % is only ever added to', old.id
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_approval_stays';
  end if;
  return new;
end $$;
create trigger refund_batch_changes before update on refund_batch for each row execute function refund_batch_check_change();

-- The payments that a batch is about, as they are now: of an event's tickets, or what starts on the day; what was moved
-- counts by where it was moved to.
create view refund_batch_candidate as
select b.id as batch_id, p.payment_id
  from refund_batch b join paid_payment p on p.location_id = b.location_id and p.event_id = b.event_id
 where b.kind = 'EVENT' and not p.overpaid
union all
select b.id, p.payment_id
  from refund_batch b
  join paid_payment p on p.location_id = b.location_id and p.start_at >= b.from_at and p.start_at < b.to_at
 where b.kind = 'DAY' and not p.overpaid and (b.resource_id is null or (p.resource_type, p.resource_id) = (b.resource_type, b.resource_id))
   and not exists (select from rescheduling m where m.location_id = p.location_id and m.payable_type = p.payable_type
                      and m.payable_id = p.payable_id)
union all
select b.id, p.payment_id
  from refund_batch b join paid_payment p on p.location_id = b.location_id and p.start_day = b.day
 where b.kind = 'DAY' and not p.overpaid and (b.resource_id is null or (p.resource_type, p.resource_id) = (b.resource_type, b.resource_id))
   and not exists (select from rescheduling m where m.location_id = p.location_id and m.payable_type = p.payable_type
                      and m.payable_id = p.payable_id)
union all
select b.id, p.payment_id
  from refund_batch b
 cross join lateral (select m.payable_type, m.payable_id from rescheduling m
                      where m.location_id = b.location_id and m.start_at >= b.from_at and m.start_at < b.to_at
                     union all
                     select m.payable_type, m.payable_id from rescheduling m
                      where m.location_id = b.location_id and m.start_day = b.day) m
  join paid_payment p on p.location_id = b.location_id and p.payable_type = m.payable_type and p.payable_id = m.payable_id
 where b.kind = 'DAY' and not p.overpaid and (b.resource_id is null or (p.resource_type, p.resource_id) = (b.resource_type, b.resource_id));

-- The payments of a batch, and what the count found of each. What becomes of its refund is the refund's.
create table refund_batch_payment (
  batch_id       uuid not null references refund_batch,
  payment_id     uuid not null references paid_payment,
  ledger_version bigint,                           -- that was counted; null: not counted yet
  given_back_krw bigint check (given_back_krw >= 0), -- refunded, reserved and refunded elsewhere, when it was counted
  amount_krw     bigint check (amount_krw >= 0),   -- what the batch gives back of it at most
  under_way      boolean not null default false,   -- an earlier refund by a cancellation or batch is not over
  left_out       text check (left_out in ('TYPE_NOT_REFUNDABLE', 'ALREADY_REFUNDED', 'REFUND_IN_REVIEW',
                   'TOO_MANY_REFUNDS', 'NOTHING_LEFT', 'MOVED')),
  pending        boolean not null default false,   -- it is to be refunded, and nothing was requested yet
  leased_until   timestamptz not null default '-infinity',
  not_before     timestamptz not null default '-infinity', -- it waits for the earlier refund
  primary key (batch_id, payment_id),
  constraint refund_batch_payment_counted check ((ledger_version is null) = (amount_krw is null)
    and (ledger_version is null) = (given_back_krw is null)),
  constraint refund_batch_payment_pending check (not pending or amount_krw > 0 and left_out is null),
  constraint refund_batch_payment_left_out check (amount_krw is null or amount_krw > 0 or left_out is not null)
) with (fillfactor = 70);
create index refund_batch_payment_uncounted on refund_batch_payment (batch_id, payment_id) where ledger_version is null;
create index refund_batch_payment_open on refund_batch_payment (batch_id, payment_id) where pending;

-- What was counted is what was confirmed and approved: it changes while the batch is being counted alone.
create function refund_batch_payment_check() returns trigger language plpgsql as $$
declare
  batch constant uuid := case tg_op when 'DELETE' then old.batch_id else new.batch_id end;
begin
  if tg_op = 'UPDATE' then
    if (new.batch_id, new.payment_id, new.ledger_version, new.given_back_krw, new.amount_krw)
       is not distinct from (old.batch_id, old.payment_id, old.ledger_version, old.given_back_krw, old.amount_krw) then
      return new;
    end if;
  end if;
  if not exists (select from refund_batch b where b.id = batch and b.status = 'COUNTING') then
    raise exception 'the payments of refund batch % were counted', batch
      using errcode = 'check_violation', table = 'refund_batch_payment', constraint = 'refund_batch_payment_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;
create trigger refund_batch_payment_stays before insert or update or delete on refund_batch_payment
  for each row execute function refund_batch_payment_check();

create table refund (
  id                     uuid primary key,        -- sent to KakaoPay as the cancel's payload
  payment_id             uuid not null references paid_payment,
  location_id            text not null,           -- its payment's, for lists
  version                bigint not null,
  status                 text not null,
  origin                 text not null,
  amount_krw             bigint not null,
  vat_krw                bigint not null,
  tax_free_krw           bigint not null,

  -- why, and who
  decision_id            uuid references decision,
  cancellation_id        text,
  reason                 text not null,
  note                   text,
  requested_by           text,
  caller                 text,
  idempotency_key        text,
  request_hash           bytea,

  -- execution
  cancel_attempts        integer not null default 0, -- cancels that may have taken effect
  sent_at                timestamptz,             -- of the last of them
  available_krw          bigint,                  -- the balance they were bound to; the same for every repeat
  repeat_decline         text,                    -- KakaoPay's decline of a repeat: proves nothing about the first attempt
  failure                text,
  last_answer            text,
  aid                    text,
  more_aids              text[] not null default '{}', -- of cancels that KakaoPay lists without amounts
  canceled_at            timestamptz,             -- KakaoPay's own
  unsettled_since        timestamptz,
  manual_review_since    timestamptz,             -- a person should look at it
  manual_review_reason   text,
  next_check_at          timestamptz,             -- a worker takes it from here on, by this database's clock
  check_attempts         integer not null default 0,
  last_checked_at        timestamptz,             -- when `order` was asked last
  only_attempt_declined  boolean not null default false, -- KakaoPay declined the only cancel: it moved nothing
  repeat_not_before      timestamptz,             -- a bank deal may be open at KakaoPay: no repeat before it is over
  failure_confirmed_at   timestamptz,             -- `order` proved that a failed refund moved nothing
  requested_at           timestamptz not null default now(),
  finished_at            timestamptz,
  approval               jsonb,                   -- above the location's limit: what it needs, and who answered what
  traceparent            text,                    -- background work goes on in the caller's trace
  batch_id               uuid references refund_batch -- that requested it
) with (fillfactor = 40);

-- How many persons have approved it, without the one who asked.
create function refund_approvers(r refund) returns bigint language sql immutable parallel safe as $$
  select count(distinct a ->> 'by') from jsonb_array_elements(r.approval -> 'answers') a
   where a ->> 'kind' = 'APPROVED' and a ->> 'by' is distinct from r.requested_by $$;

create function refund_rules_hold(r refund) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (r.version > 0) then 'refund_version_check'
    when not (r.status in ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'SUCCEEDED', 'FAILED', 'UNKNOWN'))
      then 'refund_status_check'
    when not (r.origin in ('CANCELLATION', 'BATCH', 'OVERPAYMENT', 'ADMINISTRATOR', 'OUTSIDE'))
      then 'refund_origin_check'
    when not (r.amount_krw > 0) then 'refund_amount_krw_check'
    when not (r.vat_krw >= 0) then 'refund_vat_krw_check'
    when not (r.tax_free_krw >= 0) then 'refund_tax_free_krw_check'
    when not (r.vat_krw + r.tax_free_krw <= r.amount_krw) then 'refund_split'
    when not (length(r.note) <= 500) then 'refund_note_check'
    when not (r.cancel_attempts >= 0) then 'refund_cancel_attempts_check'
    when not (length(r.last_answer) <= 120) then 'refund_last_answer_check'
    when not ((r.origin in ('ADMINISTRATOR', 'OUTSIDE', 'BATCH')) = (r.decision_id is null)) then 'refund_origin_decision'
    when not ((r.origin = 'BATCH') = (r.batch_id is not null)) then 'refund_origin_batch'
    when not ((r.origin = 'ADMINISTRATOR') = (r.caller is not null and r.idempotency_key is not null
              and r.request_hash is not null and r.requested_by is not null)) then 'refund_origin_caller'
    -- what was cancelled outside has happened, and is known by KakaoPay's id
    when not (r.origin <> 'OUTSIDE' or (r.status = 'SUCCEEDED' and r.aid is not null and r.cancel_attempts = 0))
      then 'refund_outside'
    -- no cancel of ours without its stored intention
    when not (r.status not in ('IN_FLIGHT', 'UNKNOWN', 'SUCCEEDED') or r.origin = 'OUTSIDE'
              or (r.cancel_attempts > 0 and r.sent_at is not null and r.available_krw >= r.amount_krw)) then 'refund_intention'
    -- requested again means: whatever was sent surely moved no money
    when not (r.status not in ('REQUESTED', 'AWAITING_APPROVAL')
              or (r.cancel_attempts = 0 and r.sent_at is null and r.available_krw is null)) then 'refund_requested_is_safe'
    when not ((r.status = 'SUCCEEDED') = (r.canceled_at is not null)) then 'refund_succeeded'
    when not ((r.status = 'FAILED') = (r.failure is not null)) then 'refund_failed'
    when not ((r.manual_review_since is null) = (r.manual_review_reason is null)) then 'refund_manual_review'
    when not (r.failure_confirmed_at is null or r.status in ('FAILED', 'SUCCEEDED')) then 'refund_failure_confirmed'
    -- what is not over is checked again, a failure until `order` has proved that it moved nothing; what waits for
    -- approval, when it expires
    when not (r.status = 'SUCCEEDED' or r.failure_confirmed_at is not null or r.next_check_at is not null)
      then 'refund_has_next_check'
    when not (r.status <> 'AWAITING_APPROVAL' or r.approval is not null) then 'refund_awaiting_approval'
    -- nothing is sent before so many others than the one who asked have approved it
    when not (r.approval is null or r.status in ('AWAITING_APPROVAL', 'FAILED')
              or refund_approvers(r) >= (r.approval ->> 'needed')::integer) then 'refund_approved'
  end;
begin
  if broken is not null then
    raise exception 'refund % breaks the rule %', r.id, broken
      using errcode = 'check_violation', table = 'refund', constraint = broken;
  end if;
  return true;
end $$;
alter table refund add constraint refund_rules check (refund_rules_hold(refund));

-- One refund of a payment at KakaoPay at a time: only so is the balance it is bound to known. Others wait.
create unique index refund_one_in_flight on refund (payment_id) where status in ('IN_FLIGHT', 'UNKNOWN');
-- At most one refund of a payment by cancellation, batch or overpayment that did not surely move nothing. One that a
-- person recorded as refunded elsewhere blocks no later cancellation, although `order` may not have confirmed it.
create unique index refund_one_automatic on refund (payment_id)
  where origin in ('CANCELLATION', 'BATCH', 'OVERPAYMENT') and failure_confirmed_at is null
    and (failure is null or failure <> 'REFUNDED_ELSEWHERE');
-- The same key of the same caller is the same refund.
create unique index refund_idempotency on refund (caller, idempotency_key) where caller is not null;
-- KakaoPay's id of a cancel stands for one refund of the payment.
create unique index refund_aid on refund (payment_id, aid) where aid is not null;
create index refund_of_payment on refund (payment_id);
create index refund_due on refund (next_check_at) where next_check_at is not null;
-- The lists of a location, newest first: of all, and of what did not succeed, which are few.
create index refund_list on refund (location_id, requested_at, id);
create index refund_list_unsuccessful on refund (location_id, requested_at, id) where status <> 'SUCCEEDED';
create index refund_awaiting_approval on refund (next_check_at) where status = 'AWAITING_APPROVAL';
create index refund_manual_review on refund (manual_review_since) where manual_review_since is not null;
-- A batch requests one refund of a payment.
create unique index refund_batch_once on refund (batch_id, payment_id) where batch_id is not null;
create index refund_batch_unfinished on refund (batch_id, status)
  where batch_id is not null and status in ('REQUESTED', 'IN_FLIGHT', 'UNKNOWN');
create index refund_batch_due on refund (next_check_at) where batch_id is not null and status = 'REQUESTED';

-- A batch requests refunds while it runs alone, of its payments, and of each at most what was counted. Who pauses or
-- stops it waits for this commit, or this statement for theirs.
create function refund_check_batch() returns trigger language plpgsql as $$
begin
  perform from refund_batch b where b.id = new.batch_id and b.status = 'RUNNING' for share;
  if not found then
    raise exception 'refund batch % does not run', new.batch_id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_batch_runs';
  end if;
  if not exists (select from refund_batch_payment i where i.batch_id = new.batch_id and i.payment_id = new.payment_id
                    and i.left_out is null and i.amount_krw >= new.amount_krw) then
    raise exception 'refund batch % has not counted so much of payment %', new.batch_id, new.payment_id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_batch_counted';
  end if;
  return new;
end $$;
create trigger refund_batch_runs before insert on refund
  for each row when (new.batch_id is not null) execute function refund_check_batch();

-- The payments of batches, and what has become of each.
create view refund_batch_progress as
select i.*, r.id as refund_id, r.version as refund_version, r.amount_krw as refund_krw, r.failure as refund_failure,
       case when r.status = 'SUCCEEDED' then 'REFUNDED'
            when r.status = 'FAILED' then 'FAILED'
            when r.manual_review_since is not null then 'IN_REVIEW'
            when r.id is not null then 'REQUESTED'
            when i.left_out is not null then 'LEFT_OUT'
            when b.finished_at is not null then 'STOPPED'
            else 'PENDING' end as outcome
  from refund_batch b
  join refund_batch_payment i on i.batch_id = b.id
  left join refund r on r.batch_id = i.batch_id and r.payment_id = i.payment_id;

-- KakaoPay's id of a cancel stands for one refund of the payment, also where it is one of several that stand for an
-- outside one. An index cannot look into more_aids; whoever writes an aid holds the payment's ledger.
create function refund_aids_once() returns trigger language plpgsql as $$
begin
  if new.aid = any (new.more_aids)
     or exists (select from refund r
                 where r.payment_id = new.payment_id and r.id <> new.id
                   and (r.aid = any (new.more_aids) or r.more_aids && array_append(new.more_aids, new.aid))) then
    raise exception 'KakaoPay''s id of a cancel stands for another refund of the payment' using
      errcode = 'unique_violation', table = 'refund', constraint = 'refund_aid';
  end if;
  return null;
end $$;
create trigger refund_aids_once after insert or update of aid, more_aids on refund
  for each row when (new.aid is not null) execute function refund_aids_once();

-- Forward only. The same table as the sealed states of the domain; a test compares the two.
create function refund_check_transition() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('AWAITING_APPROVAL', 'REQUESTED'), ('AWAITING_APPROVAL', 'FAILED'),
      ('REQUESTED', 'IN_FLIGHT'), ('REQUESTED', 'FAILED'),
      ('IN_FLIGHT', 'SUCCEEDED'), ('IN_FLIGHT', 'FAILED'), ('IN_FLIGHT', 'REQUESTED'), ('IN_FLIGHT', 'UNKNOWN'),
      ('UNKNOWN', 'IN_FLIGHT'), ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED'), ('UNKNOWN', 'REQUESTED'),
      ('FAILED', 'SUCCEEDED'))) then
    raise exception 'illegal transition of refund % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_transitions';
  end if;
  return new;
end $$;
-- What a refund needs to be approved stays, and so do the answers: they are only ever added to.
create function refund_check_approval() returns trigger language plpgsql as $$
begin
  if old.approval - 'answers' is distinct from new.approval - 'answers'
     or exists (select from jsonb_array_elements(old.approval -> 'answers') with ordinality as o(answer, n)
                 where new.approval -> 'answers' -> (n - 1)::integer is distinct from o.answer) then
    raise exception 'the approval of refund % is only ever added to', old.id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_approval_stays';
  end if;
  return new;
end $$;
create trigger refund_approval_stays before update of approval on refund
  for each row when (old.approval is distinct from new.approval) execute function refund_check_approval();

create trigger refund_transitions before update of status on refund for each row execute function refund_check_transition();

-- A payment's ledger, read at one moment: what was paid, all of its refunds, its newest decisions and the number of the
-- others. The number of refunds is limited; of decisions, whose number is not, an event carries the newest.
create view ledger as
select p.payment_id, p.location_id, json_build_object(
         'payment', p,
         'refunds', (select coalesce(json_agg(r order by r.requested_at, r.id), '[]')
                       from refund r where r.payment_id = p.payment_id),
         'decisions', (select coalesce(json_agg(n order by n.decided_at, n.id), '[]')
                         from (select * from decision d where d.payment_id = p.payment_id
                                order by d.decided_at desc, d.id desc limit 20) n),
         'decisions_omitted', (select greatest(count(*) - 20, 0) from decision d where d.payment_id = p.payment_id)) as ledger
  from paid_payment p;

-- What a decision about a payment needs besides its ledger. It is decidable where all of it is known: a replica without a
-- connection is older than the payment, and an overpayment is refunded whatever its terms are.
create view decision_input as
select p.payment_id, p.location_id, p.payable_type, p.payable_id, p.payer_id, p.overpaid, p.owner_role,
       p.policy::text as policy, p.begun_at, p.approved_at, p.start_at as paid_start_at, p.start_day as paid_day,
       (select to_jsonb(f)::text from full_day_start f where f.payment_id = p.payment_id and f.start_day = p.start_day
           and f.shown_at = p.begun_at) as paid_day_start,
       m.moved_at, m.start_at as moved_start_at, m.start_day as moved_day,
       (select to_jsonb(f)::text from full_day_start f where f.payment_id = p.payment_id and f.start_day = m.start_day
           and f.shown_at = m.moved_at) as moved_day_start,
       l.timezone, l.automatic_refunds, l.refund_approval_limit_krw, l.version as location_version,
       l.automatic_refunds is not null and l.zone_known and (p.overpaid or p.terms_known) as is_decidable,
       -- Of earlier cancellations. A refund that a person recorded as refunded elsewhere blocks nothing, although `order`
       -- may not have confirmed it.
       (select case when bool_or(r.status = 'SUCCEEDED') then 'SUCCEEDED'
                    when bool_or(r.status <> 'FAILED' or r.failure_confirmed_at is null
                                   and r.failure <> 'REFUNDED_ELSEWHERE') then 'UNDER_WAY'
                    else 'NONE' end
          from refund r where r.payment_id = p.payment_id
           and r.origin in ('CANCELLATION', 'BATCH', 'OVERPAYMENT')) as earlier_refund
  from paid_payment p
  left join location_replica l on l.location_id = p.location_id
  left join rescheduling m on m.location_id = p.location_id and m.payable_type = p.payable_type
                          and m.payable_id = p.payable_id;

-- Nothing that an event of refund.events tells changes without an event of the ledger's new version. Claims, leases and
-- the steps between them are not told.
create function ledger_has_event(payment uuid, version bigint, changed text) returns void language plpgsql as $$
begin
  if not outbox_has_event('refund.events', payment::text, version) then
    raise exception 'the % of payment % changes without an event of version %', changed, payment, version
      using errcode = 'check_violation', table = changed, constraint = 'refund_change_has_event';
  end if;
end $$;

create function paid_payment_has_event() returns trigger language plpgsql as $$
begin
  if (new.version, new.refunded_krw, new.refunded_vat_krw, new.refunded_tax_free_krw, new.reserved_krw,
      new.reserved_vat_krw, new.reserved_tax_free_krw, new.refunded_elsewhere_krw)
     <> (old.version, old.refunded_krw, old.refunded_vat_krw, old.refunded_tax_free_krw, old.reserved_krw,
      old.reserved_vat_krw, old.reserved_tax_free_krw, old.refunded_elsewhere_krw) then
    perform ledger_has_event(new.payment_id, new.version, 'paid_payment');
  end if;
  return null;
end $$;
create trigger paid_payment_has_event after update on paid_payment for each row execute function paid_payment_has_event();

create function decision_has_event() returns trigger language plpgsql as $$
begin
  perform ledger_has_event(p.payment_id, p.version, 'decision') from paid_payment p where p.payment_id = new.payment_id;
  return null;
end $$;
create trigger decision_has_event after insert or update on decision for each row execute function decision_has_event();

create function refund_has_event() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT'
     or (new.amount_krw, new.vat_krw, new.tax_free_krw) <> (old.amount_krw, old.vat_krw, old.tax_free_krw)
     or (new.failure, new.aid, new.canceled_at, new.approval)
        is distinct from (old.failure, old.aid, old.canceled_at, old.approval)
     or old.status <> new.status and (new.status in ('SUCCEEDED', 'FAILED') or old.status = 'AWAITING_APPROVAL')
     or (new.manual_review_since, new.manual_review_reason) is distinct from (old.manual_review_since, old.manual_review_reason)
  then
    perform ledger_has_event(p.payment_id, p.version, 'refund') from paid_payment p
      where p.payment_id = new.payment_id and p.location_id = new.location_id;
    if not found then
      raise exception 'refund % is of another location than its payment', new.id
        using errcode = 'check_violation', table = 'refund', constraint = 'refund_location';
    end if;
  end if;
  return null;
end $$;
create trigger refund_has_event after insert or update on refund for each row execute function refund_has_event();

-- Cancellations without effect, until a person lets one through or dismisses it. With a payment it is in `cancellation`,
-- too, and only not decided about that payment.
create table set_aside (
  id               uuid primary key,               -- UUIDv7: in the order of their arrival
  location_id      text not null,
  cancellation_id  text not null,
  payable_type     text not null,
  payable_id       text not null,
  payment_id       uuid references paid_payment,
  reason           text not null check (reason in
                     ('OTHER_CONTENTS', 'LATER_THAN_EVENT', 'EARLIER_THAN_EVENT', 'EARLIER_THAN_PAYMENT')),
  contents         text not null,                  -- a digest
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
  -- Who ended it, when and why: all three or none.
  constraint set_aside_audited check (case when status = 'OPEN' then ended_at is null and ended_by is null and note is null
                                           else ended_at is not null and ended_by is not null and note is not null end)
);
-- A repetition of the same adds nothing.
create unique index set_aside_once on set_aside
  (location_id, payable_type, payable_id, cancellation_id, contents, payment_id) nulls not distinct;
create index set_aside_list on set_aside (location_id, status, id);
create index set_aside_of_id on set_aside (location_id, cancellation_id);
create index set_aside_open on set_aside (set_aside_at) where status = 'OPEN';
-- Those that are in the list of cancellations by themselves.
create index set_aside_not_stored on set_aside (location_id, set_aside_at, id)
  where payment_id is null and status <> 'RELEASED';

-- Every cancellation that was received, and what became of it: those that are stored, and those that were set aside and
-- never stored. One of several payments is refunded if one of them is.
create view received_cancellation as
select c.location_id, c.cancellation_id, c.payable_type, c.payable_id, c.edition, c.canceled_at, c.canceled_by,
       c.canceled_by_role, c.received_at, c.id,
       coalesce(
         (select max(d.outcome)
            from paid_payment p join decision d on d.payment_id = p.payment_id
                 and d.cancellation_id = c.cancellation_id and d.edition = c.edition
           where p.location_id = c.location_id and p.payable_type = c.payable_type and p.payable_id = c.payable_id),
         case when c.is_restored then 'RESTORED' end,
         (select case s.status when 'OPEN' then 'SET_ASIDE' else 'DISMISSED' end
            from set_aside s
           where s.location_id = c.location_id and s.payable_type = c.payable_type and s.payable_id = c.payable_id
             and s.cancellation_id = c.cancellation_id and s.contents = c.contents and s.payment_id is not null
             and s.status <> 'RELEASED' order by s.id desc limit 1),
         case when exists (select from paid_payment p where not p.overpaid and p.location_id = c.location_id
                              and p.payable_type = c.payable_type and p.payable_id = c.payable_id)
              then 'WAITING' else 'NO_PAYMENT' end) as outcome,
       (select s.id from set_aside s
         where s.location_id = c.location_id and s.payable_type = c.payable_type and s.payable_id = c.payable_id
           and s.cancellation_id = c.cancellation_id and s.contents = c.contents and s.payment_id is not null
           and s.status <> 'RELEASED' order by s.id desc limit 1) as set_aside_id
  from cancellation_state c
union all
select s.location_id, s.cancellation_id, s.payable_type, s.payable_id, 0, s.canceled_at, s.canceled_by,
       s.canceled_by_role, s.set_aside_at, s.id,
       case s.status when 'OPEN' then 'SET_ASIDE' else 'DISMISSED' end, s.id
  from set_aside s where s.payment_id is null and s.status <> 'RELEASED';

create function set_aside_refuse_change() returns trigger language plpgsql as $$
begin
  if old.status <> 'OPEN' then
    raise exception 'set-aside cancellation % is over', old.id
      using errcode = 'check_violation', table = 'set_aside', constraint = 'set_aside_ends_once';
  end if;
  return new;
end $$;
create trigger set_aside_ends_once before update on set_aside for each row execute function set_aside_refuse_change();

-- What the booking system sent by REST. It is published on booking.events in the same statement, and taken in from there
-- as every other event. The same key of the same caller is the same event.
create table booking_request (
  caller          text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  event_id        uuid not null,
  type            text not null,
  payable_id      text not null,                   -- the event's key
  accepted_at     timestamptz not null default now(),
  primary key (caller, idempotency_key)
);

create function booking_request_has_event() returns trigger language plpgsql as $$
begin
  if not outbox_has_event('booking.events', new.payable_id, 1) then
    raise exception 'a booking request without its event'
      using errcode = 'check_violation', table = 'booking_request', constraint = 'booking_request_has_event';
  end if;
  return null;
end $$;
create trigger booking_request_has_event after insert on booking_request
  for each row execute function booking_request_has_event();

create function booking_request_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a booking request is never changed' using errcode = 'check_violation', table = 'booking_request',
    constraint = 'booking_request_stays';
end $$;
create trigger booking_request_stays before update or delete on booking_request
  for each row execute function booking_request_stays();

-- How a person ended a refund, with evidence: written once, never changed.
create table resolution (
  id              uuid primary key,
  refund_id       uuid not null references refund,
  payment_id      uuid not null references paid_payment,
  outcome         text not null check (outcome in ('REFUNDED', 'REFUNDED_ELSEWHERE', 'GIVEN_UP')),
  amount_krw      bigint not null check (amount_krw > 0),
  evidence        text not null check (length(evidence) between 1 and 500),
  note            text check (length(note) <= 500),
  order_answer    text not null,                   -- what KakaoPay's order showed in the same request
  resolved_by     text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  resolved_at     timestamptz not null default now(),
  traceparent     text,
  approved_by     text,                            -- another person, where it is above the location's limit
  approval_limit_krw bigint,                       -- that limit
  approval_note   text check (length(approval_note) <= 500),
  constraint resolution_approved check ((approval_limit_krw is null) = (approved_by is null) and approved_by <> resolved_by)
);
create unique index resolution_idempotency on resolution (resolved_by, idempotency_key);
create index resolution_of_refund on resolution (refund_id);

create function resolution_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a resolution is never changed' using errcode = 'check_violation', table = 'resolution',
    constraint = 'resolution_stays';
end $$;
create trigger resolution_stays before update or delete on resolution for each row execute function resolution_stays();

-- A resolution above the location's limit, until another person approves it. It moves and reserves nothing.
create table proposed_resolution (
  id              uuid primary key,
  refund_id       uuid not null references refund,
  payment_id      uuid not null references paid_payment,
  location_id     text not null,
  outcome         text not null check (outcome in ('REFUNDED', 'REFUNDED_ELSEWHERE', 'GIVEN_UP')),
  amount_krw      bigint not null check (amount_krw > 0),
  aid             text,
  evidence        text not null check (length(evidence) between 1 and 500),
  note            text check (length(note) <= 500),
  proposed_by     text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  limit_krw       bigint not null,
  limit_version   bigint not null,                 -- of the location that had it
  proposed_at     timestamptz not null,
  expires_at      timestamptz not null,
  ending          text check (ending in ('APPROVED', 'DECLINED', 'WITHDRAWN', 'EXPIRED')),
  ended_at        timestamptz,
  ended_by        text,
  ending_note     text check (length(ending_note) <= 500),
  constraint proposed_resolution_end check ((ending is null) = (ended_at is null)
    and (ended_by is not null) = (ending is not null and ending <> 'EXPIRED')),
  constraint proposed_resolution_by_another check (ending <> 'APPROVED' or ended_by <> proposed_by)
);
create unique index proposed_resolution_idempotency on proposed_resolution (proposed_by, idempotency_key);
-- One waits of a refund at a time.
create unique index proposed_resolution_waits on proposed_resolution (refund_id) where ending is null;
create index proposed_resolution_list on proposed_resolution (location_id, proposed_at, id) where ending is null;

create function proposed_resolution_ends_once() returns trigger language plpgsql as $$
begin
  if old.ending is not null then
    raise exception 'proposed resolution % is over', old.id
      using errcode = 'check_violation', table = 'proposed_resolution', constraint = 'proposed_resolution_ends_once';
  end if;
  return new;
end $$;
create trigger proposed_resolution_ends_once before update on proposed_resolution
  for each row execute function proposed_resolution_ends_once();

-- A resolution that another person approved ends what was proposed, in the same commit. What was declined or taken back,
-- or has expired, is not made.
create function resolution_ends_proposal() returns trigger language plpgsql as $$
begin
  update proposed_resolution
     set ending = 'APPROVED', ended_at = now(), ended_by = new.approved_by, ending_note = new.approval_note
   where proposed_by = new.resolved_by and idempotency_key = new.idempotency_key and refund_id = new.refund_id
     and ending is null and expires_at > now();
  if not found then
    raise exception 'no resolution of refund % waits for approval', new.refund_id
      using errcode = 'restrict_violation', table = 'resolution', constraint = 'resolution_proposed';
  end if;
  return null;
end $$;
create trigger resolution_ends_proposal after insert on resolution
  for each row when (new.approved_by is not null) execute function resolution_ends_proposal();

-- When each paid payment is compared with KakaoPay's order next, and what the last comparison found.
create table payment_comparison (
  payment_id        uuid primary key references paid_payment,
  step              smallint not null default 0,   -- of its age: lower ones are compared first
  next_compare_at   timestamptz,                   -- null: its refund window is over
  last_taken_at     timestamptz,
  compared_at       timestamptz,
  outcome           text,
  outside_krw       bigint not null default 0,
  late_krw          bigint not null default 0,
  missing_krw       bigint not null default 0,
  answer            text,
  unexplained_since timestamptz,                   -- a person should see it; it is compared again and again
  constraint payment_comparison_result check (case when outcome is null then compared_at is null
    else compared_at is not null
     and outcome in ('MATCHING', 'RECORDED', 'UNEXPLAINED', 'REFUND_UNDER_WAY', 'NO_ANSWER') end),
  constraint payment_comparison_open check (unexplained_since is null or next_compare_at is not null)
) with (fillfactor = 80);
create index payment_comparison_due on payment_comparison (step, next_compare_at) where next_compare_at is not null;
create index payment_comparison_unexplained on payment_comparison (unexplained_since)
  where unexplained_since is not null;

-- How many order inquiries comparisons made today, of all processes. Its one row is locked by each that takes some.
create table comparison_quota (
  only_row boolean primary key default true check (only_row),
  day      date not null,                          -- in Korea, as KakaoPay's quota is
  used     integer not null check (used >= 0),
  next_at  timestamptz not null                    -- when the next one is due that nobody requested
);
insert into comparison_quota (day, used, next_at) values ((now() at time zone 'Asia/Seoul')::date, 0, now());

-- Merchant accounts that comparisons leave alone for now: KakaoPay turned them away or did not answer.
create table comparison_pause (
  merchant_account_id text primary key,
  until               timestamptz not null,
  times               integer not null check (times > 0) -- in a row, without an answer in between
);

-- Payments that may be compared now, as far as it is not a matter of time: KakaoPay's answers for their account are
-- well, and settlement does not inquire about one of their refunds.
create view comparable_payment as
select c.payment_id, c.step, c.next_compare_at
  from payment_comparison c join paid_payment p on p.payment_id = c.payment_id
 where not exists (select from comparison_pause s
                    where s.merchant_account_id = p.merchant_account_id and s.until > now())
   and not exists (select from refund r where r.payment_id = c.payment_id
                      and (r.status || '' in ('IN_FLIGHT', 'UNKNOWN')
                        or r.status || '' = 'FAILED' and r.failure_confirmed_at is null));

-- A comparison of a period, as a person requested it.
create table comparison (
  id              uuid primary key,
  location_id     text not null,
  from_day        date not null,
  to_day          date not null,                   -- inclusive
  timezone        text not null,                   -- in which the days were meant
  status          text not null check (status in ('RUNNING', 'DONE', 'STOPPED')),
  payments        integer not null check (payments >= 0),
  requested_by    text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  requested_at    timestamptz not null,
  finished_at     timestamptz,
  stopped_by      text,
  constraint comparison_days check (to_day >= from_day and to_day - from_day < 31),
  constraint comparison_finished check ((status = 'RUNNING') = (finished_at is null)),
  constraint comparison_stopped check ((status = 'STOPPED') = (stopped_by is not null))
);
create unique index comparison_idempotency on comparison (requested_by, idempotency_key);
-- One at a time: a location does not use up the quota of all.
create unique index comparison_one_running on comparison (location_id) where status = 'RUNNING';
create index comparison_list on comparison (location_id, requested_at, id);

create function comparison_refuse_change() returns trigger language plpgsql as $$
begin
  if old.status <> 'RUNNING' then
    raise exception 'comparison % is over', old.id
      using errcode = 'check_violation', table = 'comparison', constraint = 'comparison_ends_once';
  end if;
  return new;
end $$;
create trigger comparison_ends_once before update on comparison for each row execute function comparison_refuse_change();

-- The payments of a comparison, and what was found of each, once.
create table compared_payment (
  comparison_id uuid not null references comparison,
  payment_id    uuid not null references paid_payment,
  attempts      integer not null default 0,
  taken_at      timestamptz,                       -- first
  leased_until  timestamptz not null default '-infinity',
  outcome       text check (outcome in ('MATCHING', 'RECORDED', 'UNEXPLAINED', 'REFUND_UNDER_WAY', 'NO_ANSWER')),
  outside_krw   bigint not null default 0 check (outside_krw >= 0),
  late_krw      bigint not null default 0 check (late_krw >= 0),
  missing_krw   bigint not null default 0,
  answer        text check (length(answer) <= 120),
  compared_at   timestamptz,
  primary key (comparison_id, payment_id),
  constraint compared_payment_result check ((outcome is null) = (compared_at is null)
    and (outcome is null or taken_at is not null)),
  constraint compared_payment_recorded check ((outcome is not distinct from 'RECORDED') = (outside_krw + late_krw > 0))
);
create index compared_payment_open on compared_payment (comparison_id, payment_id) where outcome is null;
create index compared_payment_different on compared_payment (comparison_id, compared_at, payment_id)
  where outcome <> 'MATCHING';

alter table outbox set (fillfactor = 50);
