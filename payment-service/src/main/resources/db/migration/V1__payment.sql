-- payment-service's own tables. Migrations are only ever appended to.
-- The money rules stand here as well as in the code: the database is the last to say no.

create table payment (
  id                  uuid primary key,          -- KakaoPay's partner_order_id, receipt number, report ID
  version             bigint not null check (version > 0),
  status              text not null check (status in
                        ('CREATED', 'WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'CANCELED', 'FAILED', 'SURPLUS')),
  reason              text check (length(reason) <= 40),

  -- what the caller vouched for
  location_id         text not null,
  payer_id            text not null,
  owner_id            text not null,
  owner_role          text not null,
  payable_type        text not null,
  payable_id          text not null,
  resource_type       text,
  resource_id         text,
  event_id            text,
  start_at            timestamptz,
  start_day           date,
  description         text not null,
  total_krw           bigint not null check (total_krw between 1 and 2000000000),
  supply_krw          bigint not null check (supply_krw >= 0),
  vat_krw             bigint not null check (vat_krw >= 0),
  tax_free_krw        bigint not null check (tax_free_krw >= 0),
  quantity            integer not null check (quantity > 0),
  device              text not null,
  return_url          text not null,
  policy              jsonb,

  -- the merchant account it is pinned to
  merchant_account_id text not null,
  cid                 text not null,
  live                boolean not null,

  -- the caller's idempotency
  caller              text not null,
  idempotency_key     text not null,
  request_hash        bytea not null,

  -- ready
  ready_attempts      integer not null default 0 check (ready_attempts between 0 and 3),
  ready_claimed_at    timestamptz,               -- a ready call may be at work; null when none is
  tid                 text,
  redirect_pc_url     text,
  redirect_mobile_url text,
  redirect_app_url    text,
  android_app_scheme  text,
  ios_app_scheme      text,

  -- approve
  pg_token            bytea,                     -- sealed; erased when the payment is over
  approve_claimed_at  timestamptz,               -- approval was once claimed; never set back
  approve_sent_at     timestamptz,               -- the last send that may have taken effect
  approve_refusals    integer not null default 0 check (approve_refusals between 0 and 5),

  -- KakaoPay's word, when paid
  approved_at         timestamptz,
  method              text,
  card_company        text,

  -- what is refunded, as refund-service tells it; a full refund frees the slot
  refunded_krw        bigint not null default 0,
  surplus_krw         bigint not null default 0,

  -- times and waits, all by this database's clock
  created_at          timestamptz not null default now(),
  initiated_at        timestamptz,               -- the TID became known: at or after KakaoPay's own ready
  expires_at          timestamptz,               -- for the payer: 15 minutes from the sending of ready
  canceled_at         timestamptz,
  failed_at           timestamptz,
  unsettled_since     timestamptz,
  attention_at        timestamptz,               -- shown to a person as well
  due_at              timestamptz,               -- settlement looks at it from here on
  looks               integer not null default 0,
  traceparent         text,                      -- background work goes on in the caller's trace

  constraint payment_parts check (total_krw = supply_krw + vat_krw + tax_free_krw),
  constraint payment_refunds check (refunded_krw between 0 and total_krw),
  constraint payment_surplus check (surplus_krw = case when status = 'SURPLUS' then total_krw else 0 end),
  constraint payment_one_start check (start_at is null or start_day is null),
  constraint payment_has_tid check ((tid is null) = (initiated_at is null) and (tid is null) = (expires_at is null)),
  constraint payment_created_without_tid check (status <> 'CREATED' or tid is null),
  constraint payment_with_tid check (status not in ('WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'SURPLUS') or tid is not null),
  -- no approval without its stored intention
  constraint payment_intention check (status not in ('APPROVING', 'UNKNOWN', 'PAID')
                                      or (approve_claimed_at is not null and approve_sent_at is not null)),
  constraint payment_approving_token check (status <> 'APPROVING' or pg_token is not null),
  -- waiting again means: whatever was sent surely moved no money
  constraint payment_waiting_is_safe check (status <> 'WAITING' or approve_sent_at is null),
  constraint payment_token_erased check (pg_token is null or status in ('WAITING', 'APPROVING', 'UNKNOWN')),
  constraint payment_paid check (status <> 'PAID' or approved_at is not null),
  constraint payment_canceled check (status <> 'CANCELED' or (canceled_at is not null and reason is not null)),
  constraint payment_failed check (status <> 'FAILED' or (failed_at is not null and reason is not null)),
  -- no limbo: what is not over is looked at again
  constraint payment_no_limbo check (status in ('PAID', 'CANCELED', 'FAILED', 'SURPLUS') or due_at is not null)
);

-- One payment of a payable: the slot.
create unique index payment_slot on payment (location_id, payable_type, payable_id)
  where status in ('APPROVING', 'UNKNOWN') or (status = 'PAID' and refunded_krw < total_krw);
-- The same key of the same caller is the same payment.
create unique index payment_idempotency on payment (caller, idempotency_key);
create unique index payment_tid on payment (tid) where tid is not null;
create index payment_pending on payment (location_id, payable_type, payable_id) where status in ('CREATED', 'WAITING');
create index payment_due on payment (due_at) where due_at is not null;

-- Forward only. The same table as the sealed states of the domain; a test compares the two.
create function payment_refuse_move() returns trigger language plpgsql as $$
begin
  raise exception 'illegal move of payment % from % to %', old.id, old.status, new.status
    using errcode = 'check_violation', constraint = 'payment_moves';
end $$;

create trigger payment_moves before update of status on payment for each row
  when (old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
    ('CREATED', 'WAITING'), ('CREATED', 'CANCELED'), ('CREATED', 'FAILED'),
    ('WAITING', 'APPROVING'), ('WAITING', 'CANCELED'), ('WAITING', 'SURPLUS'),
    ('APPROVING', 'PAID'), ('APPROVING', 'FAILED'), ('APPROVING', 'WAITING'), ('APPROVING', 'UNKNOWN'),
    ('APPROVING', 'CANCELED'),
    ('UNKNOWN', 'PAID'), ('UNKNOWN', 'CANCELED'), ('UNKNOWN', 'FAILED'),
    ('CANCELED', 'SURPLUS'), ('FAILED', 'SURPLUS'))))
  execute function payment_refuse_move();

-- An instant as events carry it: RFC 3339 in UTC.
create function payment_instant(t timestamptz) returns text language sql stable parallel safe
  return to_char(t at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- The five words that leave this service.
create function payment_public_status(status text) returns text language sql immutable parallel safe
  return case status
    when 'CREATED' then 'PENDING' when 'WAITING' then 'PENDING'
    when 'APPROVING' then 'PROCESSING' when 'UNKNOWN' then 'PROCESSING'
    when 'PAID' then 'SUCCEEDED' when 'FAILED' then 'FAILED' else 'CANCELED' end;

-- A payment's whole public state: the data of every event on payment.events. Built beside the row, in the
-- statement that changes it, so that event and row cannot differ. No token, no return URL, no caller.
create function payment_state(p payment) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'paymentId', p.id, 'version', p.version, 'locationId', p.location_id,
    'status', payment_public_status(p.status), 'reason', p.reason,
    'payerId', p.payer_id, 'ownerId', p.owner_id, 'ownerRole', p.owner_role,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id, 'resourceType', p.resource_type,
      'resourceId', p.resource_id, 'eventId', p.event_id, 'startAt', payment_instant(p.start_at), 'day', p.start_day),
    'description', p.description,
    'totalKrw', p.total_krw, 'supplyKrw', p.supply_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'quantity', p.quantity, 'device', p.device, 'policy', p.policy,
    'live', p.live, 'merchantAccountId', p.merchant_account_id, 'cid', p.cid, 'tid', p.tid,
    'method', p.method, 'cardCompany', p.card_company,
    'createdAt', payment_instant(p.created_at), 'initiatedAt', payment_instant(p.initiated_at),
    'approvedAt', payment_instant(p.approved_at), 'canceledAt', payment_instant(p.canceled_at),
    'failedAt', payment_instant(p.failed_at), 'surplusKrw', p.surplus_krw,
    'unsettledSince', payment_instant(p.unsettled_since));

-- What the booking system hears: no TID, no CID, no account, no payer.
create function payment_notice(p payment) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'noticeFor', p.id, 'version', p.version, 'locationId', p.location_id,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'status', payment_public_status(p.status), 'reason', p.reason, 'totalKrw', p.total_krw, 'live', p.live,
    'occurredAt', payment_instant(coalesce(p.approved_at, p.failed_at, p.canceled_at, now())));

-- The copy of integration-service's locations: the highest version wins.
create table location_copy (
  location_id  text primary key,
  version      bigint not null,
  connected    boolean not null,
  account_id   text,
  cid          text,
  live         boolean,
  enabled      text[] not null,                  -- payable types that KakaoPay may pay for
  received_at  timestamptz not null default now(),
  constraint location_connected check (not connected or (account_id is not null and cid is not null and live is not null))
);

-- What the booking system has cancelled: such a payable is not paid for any more.
create table payable_cancellation (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,
  canceled_at     timestamptz not null,
  received_at     timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id)
);
