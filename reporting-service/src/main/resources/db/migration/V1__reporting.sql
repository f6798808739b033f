-- reporting-service's own tables. Migrations are only ever appended to. What the database holds in full: ../schema.sql.
-- All rows are made of events alone and can be made again from them: docs/design/reporting-service.md.

-- Two sides: one answers, the other is empty or being built. Which is which stands in this one row.
create table projection (
  singleton     boolean primary key default true check (singleton),
  current_side  smallint not null default 0 check (current_side in (0, 1)),
  building_side smallint check (building_side = 1 - current_side),
  generation    bigint not null default 1,       -- counts the switches
  switched_at   timestamptz not null default now()
);
insert into projection default values;

-- How far each topic was read, written in the transaction of the rows. LIVE: everything before next_offset is in the
-- side that answers. REBUILD: everything before it is in the side that is being built.
create table projection_position (
  reader         text not null check (reader in ('LIVE', 'REBUILD')),
  topic          text not null,
  partition_no   integer not null,
  next_offset    bigint not null check (next_offset >= 0),
  last_event_at  timestamptz,                    -- when the last event before it was written by its sender
  target_offset  bigint,                         -- of a rebuild: it may switch from here on
  primary key (reader, topic, partition_no)
);

create table rebuild (
  id              uuid primary key,
  state           text not null check (state in ('RUNNING', 'SWITCHED', 'FAILED', 'STOPPED')),
  phase           text not null check (phase in ('PREPARING', 'REPLAYING', 'READING')),
  requested_by    text not null,
  requested_at    timestamptz not null default now(),
  holder          text,                          -- the process at work, while its lease lasts
  epoch           bigint not null default 0,     -- grows with each holder; a superseded one changes nothing
  lease_until     timestamptz not null default '-infinity',
  records_read    bigint not null default 0,
  records_skipped bigint not null default 0,     -- nobody can read them; they are dead letters
  last_problem    text,
  failure         text,
  finished_at     timestamptz,
  constraint rebuild_finished check ((state = 'RUNNING') = (finished_at is null)),
  constraint rebuild_failed check ((state = 'FAILED') = (failure is not null))
);
-- One at a time.
create unique index rebuild_running on rebuild (state) where state = 'RUNNING';

-- A payment as payment-service publishes it, and its refunds as refund-service publishes them: two states with a version each,
-- and of each the highest wins. Version 0: not received yet. Amounts are whole won.
create table report_payment (
  side                  smallint not null,
  payment_id            uuid not null,
  location_id           text not null,
  live                  boolean not null,

  payment_version       bigint not null default 0 check (payment_version >= 0),
  payment_recorded_at   timestamptz,             -- when payment-service wrote this state
  status                text,                    -- as the payer sees it
  reason                text,
  payable_type          text,
  payable_id            text,
  payer_id              text,
  description           text,
  total_krw             bigint check (total_krw > 0),
  vat_krw               bigint check (vat_krw >= 0),
  tax_free_krw          bigint check (tax_free_krw >= 0),
  overpaid_krw          bigint not null default 0 check (overpaid_krw >= 0),
  method                text,
  card_company          text,
  tid                   text,
  created_at            timestamptz,
  approved_at           timestamptz,             -- KakaoPay's own
  canceled_at           timestamptz,
  failed_at             timestamptz,
  occurred_at           timestamptz generated always as (coalesce(approved_at, created_at)) stored,

  refund_version        bigint not null default 0 check (refund_version >= 0),
  refund_recorded_at    timestamptz,
  refunded_krw          bigint not null default 0 check (refunded_krw >= 0),
  refunded_vat_krw      bigint not null default 0 check (refunded_vat_krw >= 0),
  refunded_tax_free_krw bigint not null default 0 check (refunded_tax_free_krw >= 0),
  reserved_krw          bigint not null default 0 check (reserved_krw >= 0),
  -- Given back past KakaoPay, as a person recorded it (a bank transfer): no part of refunded, and it does not change net.
  refunded_elsewhere_krw bigint not null default 0 check (refunded_elsewhere_krw >= 0),
  refunds               jsonb,
  refund_ids            text[],                  -- refund ids, AIDs, cancellation ids: what one may search by

  primary key (payment_id, side),
  constraint report_payment_known check (payment_version = 0 or (payment_recorded_at is not null and status is not null
    and payable_type is not null and payable_id is not null and payer_id is not null and description is not null
    and total_krw is not null and vat_krw is not null and tax_free_krw is not null and created_at is not null)),
  constraint report_payment_parts check (vat_krw + tax_free_krw <= total_krw),
  constraint report_refund_known check (refund_version = 0 or (refund_recorded_at is not null and refunds is not null)),
  constraint report_refund_parts check (refunded_vat_krw + refunded_tax_free_krw <= refunded_krw)
) partition by list (side);
create table report_payment_0 partition of report_payment for values in (0) with (fillfactor = 85);
create table report_payment_1 partition of report_payment for values in (1) with (fillfactor = 85);

-- The order of every list, and the filter by dates.
create index report_payment_order on report_payment (location_id, occurred_at, payment_id);
-- Whatever was refunded of what was taken until some day: sums of refunds.
create index report_payment_refunded on report_payment (location_id, occurred_at) where refund_ids is not null;
create index report_payment_payable on report_payment (location_id, payable_id);
create index report_payment_payer on report_payment (location_id, payer_id);
create index report_payment_tid on report_payment (tid) where tid is not null;
create index report_payment_refund_ids on report_payment using gin (refund_ids) where refund_ids is not null;

-- Locations as integration-service publishes them.
create table report_location (
  side        smallint not null,
  location_id text not null,
  version     bigint not null,
  title       text not null,
  timezone    text not null,
  locale      text not null,
  primary key (location_id, side)
) partition by list (side);
create table report_location_0 partition of report_location for values in (0);
create table report_location_1 partition of report_location for values in (1);

-- A row of the Transactions report: the one place where its amounts and words are defined.
--   paid     what was owed and taken
--   overpaid what was taken without being owed: never counted as paid, and refunded in full
--   refunded what was refunded of either
--   net      paid + overpaid - refunded: what KakaoPay's ledger has left of it
-- Refunds count once the payment itself is known to have been taken: the two arrive by different topics.
create view report_transaction as
select p.side, p.payment_id as id, p.location_id, p.live, p.tid, p.payable_type as type, p.payable_id, p.payer_id,
       p.description, p.reason, p.method, p.card_company, p.refund_ids,
       p.occurred_at, p.created_at, p.approved_at, p.approved_at at time zone 'Asia/Seoul' as approved_at_kst,
       p.canceled_at, p.failed_at,
       greatest(p.payment_recorded_at, p.refund_recorded_at) as recorded_at,
       case when p.status = 'SUCCEEDED' and p.refunded_krw >= p.total_krw then 'REFUNDED'
            when p.status = 'SUCCEEDED' and p.refunded_krw > 0 then 'PARTIALLY_REFUNDED'
            else p.status end as status,
       p.total_krw, p.total_krw - p.vat_krw - p.tax_free_krw as supply_krw, p.vat_krw, p.tax_free_krw,
       m.paid_krw, m.overpaid_krw,
       p.refunded_krw * m.taken as refunded_krw,
       p.refunded_vat_krw * m.taken as refunded_vat_krw,
       p.refunded_tax_free_krw * m.taken as refunded_tax_free_krw,
       p.reserved_krw * m.taken as refund_pending_krw,
       m.paid_krw + m.overpaid_krw - p.refunded_krw * m.taken as net_krw,
       (p.vat_krw - p.refunded_vat_krw) * m.taken as net_vat_krw,
       (p.tax_free_krw - p.refunded_tax_free_krw) * m.taken as net_tax_free_krw,
       null::bigint as fee_krw,                  -- KakaoPay's, which no event has
       coalesce(p.refunds, '[]') as refunds,
       p.refunded_elsewhere_krw * m.taken as refunded_elsewhere_krw
  from report_payment p
 cross join lateral (select case when p.status = 'SUCCEEDED' then p.total_krw else 0 end as paid_krw,
                            case when p.status = 'SUCCEEDED' then 0 else p.overpaid_krw end as overpaid_krw,
                            case when p.status = 'SUCCEEDED' or p.overpaid_krw > 0 then 1 else 0 end as taken) m
 where p.payment_version > 0;

-- The digest of a side: the same for the same set of events, in whatever order they came.
create function report_digest(which smallint) returns text language sql stable set timezone = 'UTC' as $$
  select encode(sha256(convert_to(
           coalesce((select string_agg(md5((to_jsonb(p) - 'side')::text), '' order by p.payment_id)
                       from report_payment p where p.side = which), '') || '|' ||
           coalesce((select string_agg(md5((to_jsonb(l) - 'side')::text), '' order by l.location_id)
                       from report_location l where l.side = which), ''), 'UTF8')), 'hex') $$;
