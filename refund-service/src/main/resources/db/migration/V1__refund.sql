-- refund-service's own tables. Migrations are only ever appended to.
-- The money rules stand here as well as in the code: the database is the last to say no.

-- An instant as events carry it: RFC 3339 in UTC.
create function refund_instant(t timestamptz) returns text language sql stable parallel safe
  return to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The first moment of a day in a zone, as java.time's LocalDate.atStartOfDay has it: after the gap where the clocks
-- skip midnight, the earlier one where it comes twice.
create function refund_start_of_day(day date, zone text) returns timestamptz language sql stable parallel safe
  return case when ((day::timestamp at time zone zone) - interval '1 hour') at time zone zone = day::timestamp
              then (day::timestamp at time zone zone) - interval '1 hour'
              else day::timestamp at time zone zone end;

-- The copy of integration-service's locations: the highest version wins.
create table location_copy (
  location_id       text primary key,
  version           bigint not null,
  timezone          text not null,
  locale            text not null,
  automatic_refunds boolean not null,
  received_at       timestamptz not null default now()
);

-- What was paid, as payment-service tells it, and the ledger of what went back and is on its way back.
-- One row is one aggregate of refund.events: `version` counts what is told of its refunds.
create table paid_payment (
  payment_id            uuid primary key,
  payment_version       bigint not null,           -- payment-service's: the highest wins
  surplus               boolean not null,          -- money nobody owed us: it goes back whole
  location_id           text not null,
  payer_id              text not null,
  owner_role            text not null,
  payable_type          text not null,
  payable_id            text not null,
  resource_type         text,
  resource_id           text,
  start_at              timestamptz,               -- resolved once; only a moved booking (payable_move) changes it
  start_day             date,                      -- of a full-day booking
  description           text not null,
  policy                jsonb,
  live                  boolean not null,
  merchant_account_id   text not null,
  cid                   text not null,
  tid                   text not null,
  approved_at           timestamptz not null,

  total_krw             bigint not null check (total_krw > 0),
  supply_krw            bigint not null check (supply_krw >= 0),
  vat_krw               bigint not null check (vat_krw >= 0),
  tax_free_krw          bigint not null check (tax_free_krw >= 0),

  version               bigint not null default 0,
  refunded_krw          bigint not null default 0 check (refunded_krw >= 0),
  refunded_vat_krw      bigint not null default 0 check (refunded_vat_krw >= 0),
  refunded_tax_free_krw bigint not null default 0 check (refunded_tax_free_krw >= 0),
  reserved_krw          bigint not null default 0 check (reserved_krw >= 0),
  reserved_vat_krw      bigint not null default 0 check (reserved_vat_krw >= 0),
  reserved_tax_free_krw bigint not null default 0 check (reserved_tax_free_krw >= 0),
  received_at           timestamptz not null default now(),

  constraint paid_parts check (total_krw = supply_krw + vat_krw + tax_free_krw),
  -- The rule of rules: what went back and what is on its way never exceeds what was paid, in whole and in parts.
  constraint ledger_total check (refunded_krw + reserved_krw <= total_krw),
  constraint ledger_vat check (refunded_vat_krw + reserved_vat_krw <= vat_krw),
  constraint ledger_tax_free check (refunded_tax_free_krw + reserved_tax_free_krw <= tax_free_krw),
  constraint ledger_supply check (refunded_krw + reserved_krw
    - refunded_vat_krw - reserved_vat_krw - refunded_tax_free_krw - reserved_tax_free_krw between 0 and supply_krw)
);
create index paid_payment_unresolved on paid_payment (location_id) where start_at is null and start_day is not null;
create index paid_payment_payable on paid_payment (location_id, payable_type, payable_id);

-- Where the booking system moved a booking to: wins over the start that was told when paying, also for payments that
-- become known later.
create table payable_move (
  location_id  text not null,
  payable_type text not null,
  payable_id   text not null,
  moved_at     timestamptz not null,               -- the latest wins
  start_at     timestamptz,                        -- resolved once, as for a payment
  start_day    date,
  received_at  timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id),
  constraint move_has_start check (start_at is not null or start_day is not null)
);

-- What the booking system cancelled, by its own id: the same cancellation under another event id is the same row.
-- One without a decision is a cancellation whose payment is not known (NO_PAYMENT), which is no error.
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
  primary key (location_id, cancellation_id),
  constraint cancellation_choice check ((choice_krw is not null) = (choice is not distinct from 'AMOUNT'))
);
create index cancellation_payable on cancellation (location_id, payable_type, payable_id);

-- Whether money goes back, how much, and why or why not: what it saw and what it said, never changed afterwards.
create table decision (
  id              uuid primary key,
  payment_id      uuid not null references paid_payment,
  location_id     text not null,
  cancellation_id text,                            -- null: a surplus, decided without a cancellation
  outcome         text not null check (outcome in ('REFUND', 'DECLINED')),
  reason          text not null,
  amount_krw      bigint not null,
  refund_id       uuid,
  deadline_at     timestamptz,
  saw             jsonb not null,
  explanation_ko  text not null,
  explanation_en  text not null,
  decided_at      timestamptz not null default now(),
  foreign key (location_id, cancellation_id) references cancellation,
  constraint decision_amount check ((outcome = 'REFUND') = (amount_krw > 0) and amount_krw >= 0),
  constraint decision_refund check ((outcome = 'REFUND') = (refund_id is not null))
);
-- One decision of a cancellation (or of a surplus) about a payment.
create unique index decision_once on decision (payment_id, cancellation_id) nulls not distinct;

create table refund (
  id              uuid primary key,                -- sent to KakaoPay as the cancel's payload
  payment_id      uuid not null references paid_payment,
  version         bigint not null check (version > 0),
  status          text not null check (status in
                    ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'SUCCEEDED', 'FAILED', 'UNKNOWN', 'NEEDS_ATTENTION')),
  origin          text not null check (origin in ('CANCELLATION', 'BATCH', 'SURPLUS', 'ADMINISTRATOR')),
  amount_krw      bigint not null check (amount_krw > 0),
  vat_krw         bigint not null check (vat_krw >= 0),
  tax_free_krw    bigint not null check (tax_free_krw >= 0),

  -- why, and who
  decision_id     uuid references decision,
  cancellation_id text,
  reason          text not null,
  note            text check (length(note) <= 500),
  requested_by    text,
  caller          text,
  idempotency_key text,
  request_hash    bytea,

  -- execution
  sends           integer not null default 0 check (sends >= 0),   -- cancels that may have taken effect
  sent_at         timestamptz,                     -- of the last of them
  available_krw   bigint,                          -- the balance they were bound to; the same for every repeat
  refusals        integer not null default 0 check (refusals >= 0),
  final_refusal   text,                            -- of a repeat: proves nothing about the first send
  failure         text,
  last_answer     text check (length(last_answer) <= 120),
  aid             text,
  canceled_at     timestamptz,                     -- KakaoPay's own
  unsettled_since timestamptz,
  attention_at    timestamptz,                     -- shown to a person as well
  attention       text,
  due_at          timestamptz,                     -- a worker looks at it from here on, by this database's clock
  looks           integer not null default 0,
  requested_at    timestamptz not null default now(),
  finished_at     timestamptz,
  traceparent     text,                            -- background work goes on in the caller's trace

  constraint refund_split check (vat_krw + tax_free_krw <= amount_krw),
  constraint refund_origin_decision check ((origin = 'ADMINISTRATOR') = (decision_id is null)),
  constraint refund_origin_caller check ((origin = 'ADMINISTRATOR') =
    (caller is not null and idempotency_key is not null and request_hash is not null and requested_by is not null)),
  -- no cancel without its stored intention
  constraint refund_intention check (status not in ('IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION', 'SUCCEEDED')
    or (sends > 0 and sent_at is not null and available_krw >= amount_krw)),
  -- requested again means: whatever was sent surely moved no money
  constraint refund_requested_is_safe check (status not in ('REQUESTED', 'AWAITING_APPROVAL')
    or (sends = 0 and sent_at is null and available_krw is null)),
  constraint refund_succeeded check ((status = 'SUCCEEDED') = (canceled_at is not null)),
  constraint refund_failed check ((status = 'FAILED') = (failure is not null)),
  constraint refund_attention check (status <> 'NEEDS_ATTENTION' or (attention_at is not null and attention is not null)),
  -- no limbo: what is not over is looked at again
  constraint refund_no_limbo check (status in ('SUCCEEDED', 'FAILED', 'AWAITING_APPROVAL') or due_at is not null)
);

-- One refund of a payment at KakaoPay at a time: only so is the balance it is bound to known. Others wait.
create unique index refund_one_in_flight on refund (payment_id) where status in ('IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION');
-- One refund of a payment by cancellation, batch or surplus, for ever.
create unique index refund_one_automatic on refund (payment_id) where origin in ('CANCELLATION', 'BATCH', 'SURPLUS');
-- The same key of the same caller is the same refund.
create unique index refund_idempotency on refund (caller, idempotency_key) where caller is not null;
create index refund_of_payment on refund (payment_id);
create index refund_due on refund (due_at) where due_at is not null;
create index refund_attention_list on refund (attention_at) where attention_at is not null and finished_at is null;

-- Forward only. The same table as the sealed states of the domain; a test compares the two.
create function refund_refuse_move() returns trigger language plpgsql as $$
begin
  raise exception 'illegal move of refund % from % to %', old.id, old.status, new.status
    using errcode = 'check_violation', constraint = 'refund_moves';
end $$;

create trigger refund_moves before update of status on refund for each row
  when (old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
    ('AWAITING_APPROVAL', 'REQUESTED'), ('AWAITING_APPROVAL', 'FAILED'),
    ('REQUESTED', 'IN_FLIGHT'),
    ('IN_FLIGHT', 'SUCCEEDED'), ('IN_FLIGHT', 'FAILED'), ('IN_FLIGHT', 'REQUESTED'), ('IN_FLIGHT', 'UNKNOWN'),
    ('UNKNOWN', 'IN_FLIGHT'), ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED'), ('UNKNOWN', 'NEEDS_ATTENTION'),
    ('NEEDS_ATTENTION', 'SUCCEEDED'), ('NEEDS_ATTENTION', 'FAILED'))))
  execute function refund_refuse_move();

-- A refund as it leaves this service: no note, no name of who asked.
create function refund_public(r refund) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'refundId', r.id, 'status', r.status, 'origin', r.origin, 'reason', r.reason,
    'amountKrw', r.amount_krw, 'supplyKrw', r.amount_krw - r.vat_krw - r.tax_free_krw,
    'vatKrw', r.vat_krw, 'taxFreeKrw', r.tax_free_krw,
    'decisionId', r.decision_id, 'cancellationId', r.cancellation_id, 'failure', r.failure, 'aid', r.aid,
    'requestedAt', refund_instant(r.requested_at), 'canceledAt', refund_instant(r.canceled_at),
    'failedAt', case when r.status = 'FAILED' then refund_instant(r.finished_at) end,
    'attentionSince', case when r.finished_at is null then refund_instant(r.attention_at) end);

create function decision_public(d decision) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'decisionId', d.id, 'cancellationId', d.cancellation_id, 'outcome', d.outcome, 'reason', d.reason,
    'amountKrw', d.amount_krw, 'refundId', d.refund_id, 'deadlineAt', refund_instant(d.deadline_at),
    'decidedAt', refund_instant(d.decided_at));

-- The whole public state of a payment's refunds: the data of every event on refund.events. `r` and `d` are rows
-- that the calling statement itself changes or inserts, which its snapshot does not show yet; both may be null.
-- Every statement that tells holds the payment's row by the version that its snapshot shows, so that no other
-- statement's change is missing here.
create function ledger_state(p paid_payment, r refund, d decision) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'paymentId', p.payment_id, 'version', p.version, 'locationId', p.location_id, 'live', p.live,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'surplus', p.surplus, 'totalKrw', p.total_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'refundedKrw', p.refunded_krw, 'refundedVatKrw', p.refunded_vat_krw, 'refundedTaxFreeKrw', p.refunded_tax_free_krw,
    'reservedKrw', p.reserved_krw, 'balanceKrw', p.total_krw - p.refunded_krw - p.reserved_krw,
    'refunds', (select coalesce(jsonb_agg(x.state order by x.at, x.id), '[]') from (
        select refund_public(o) as state, o.requested_at as at, o.id from refund o
         where o.payment_id = p.payment_id and o.id is distinct from (r).id
        union all select refund_public(r), (r).requested_at, (r).id where (r).id is not null) x),
    'decisions', (select coalesce(jsonb_agg(x.state order by x.at, x.id), '[]') from (
        select decision_public(o) as state, o.decided_at as at, o.id from decision o
         where o.payment_id = p.payment_id and o.id is distinct from (d).id
        union all select decision_public(d), (d).decided_at, (d).id where (d).id is not null) x));

-- What the booking system hears: no TID, no CID, no account, no payer.
create function refund_notice(p paid_payment, status text, reason text, amount_krw bigint, refund_id uuid,
    cancellation_id text, explanation jsonb) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'noticeFor', p.payment_id, 'version', p.version, 'locationId', p.location_id,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'status', status, 'reason', reason, 'refundId', refund_id, 'cancellationId', cancellation_id,
    'amountKrw', amount_krw, 'refundedKrw', p.refunded_krw, 'totalKrw', p.total_krw, 'live', p.live,
    'explanation', explanation, 'occurredAt', refund_instant(now()));
