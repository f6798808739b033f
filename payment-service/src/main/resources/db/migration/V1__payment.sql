-- payment-service's own tables. Migrations are only ever appended to.
-- The money rules hold here as well as in the code: the database has the last word.

-- So many attempts to pay a checkout begin at most.
create function checkout_max_attempts() returns integer language sql immutable parallel safe return 20;

-- What is to be paid, made by a machine caller for a payer who follows a signed link. Each attempt to pay it is a payment.
create table checkout (
  id                    uuid primary key,
  -- what the caller vouched for, as in a payment
  location_id           text not null,
  payer_id              text not null check (octet_length(payer_id) between 1 and 255),
  owner_id              text not null check (octet_length(owner_id) between 1 and 255),
  owner_role            text not null,
  payable_type          text not null,
  payable_id            text not null,
  resource_type         text,
  resource_id           text,
  event_id              text,
  start_at              timestamptz,
  start_day             date check (start_at is null or start_day is null),
  description           text not null,
  total_krw             bigint not null check (total_krw between 1 and 2000000000),
  supply_krw            bigint not null check (supply_krw >= 0),
  vat_krw               bigint not null check (vat_krw >= 0),
  tax_free_krw          bigint not null check (tax_free_krw >= 0),
  quantity              integer not null check (quantity > 0),
  return_url            text not null,
  policy                jsonb,
  language              text check (language in ('ko', 'en')),
  -- the caller's idempotency
  caller                text not null,
  idempotency_key       text not null,
  request_hash          bytea not null,

  attempts              integer not null default 0 check (attempts between 0 and checkout_max_attempts()),
  created_at            timestamptz not null default now(),
  expires_at            timestamptz not null,     -- no attempt begins from then on
  constraint checkout_parts check (total_krw = supply_krw + vat_krw + tax_free_krw),
  constraint checkout_expiry check (expires_at > created_at and expires_at <= created_at + interval '7 days')
);
-- The same key of the same caller is the same checkout.
create unique index checkout_idempotency on checkout (caller, idempotency_key);
-- What a payment of it has in common with it.
create unique index checkout_paid on checkout (id, location_id, payable_type, payable_id, payer_id, total_krw);

-- Nothing of it changes but the number of attempts, which only grows.
create function checkout_check_change() returns trigger language plpgsql as $$
begin
  if new.attempts >= old.attempts then
    old.attempts := new.attempts;
  end if;
  if old is distinct from new then
    raise exception 'checkout % is never changed', new.id
      using errcode = 'check_violation', table = 'checkout', constraint = 'checkout_never_changes';
  end if;
  return new;
end $$;
create trigger checkout_never_changes before update on checkout for each row execute function checkout_check_change();

create table payment (
  id                    uuid primary key,         -- KakaoPay's partner_order_id, receipt number, report ID
  version               bigint not null,
  status                text not null,
  reason                text,

  -- what the caller vouched for
  location_id           text not null,
  payer_id              text not null,
  owner_id              text not null,
  owner_role            text not null,
  payable_type          text not null,
  payable_id            text not null,
  resource_type         text,
  resource_id           text,
  event_id              text,
  start_at              timestamptz,
  start_day             date,
  description           text not null,
  total_krw             bigint not null,
  supply_krw            bigint not null,
  vat_krw               bigint not null,
  tax_free_krw          bigint not null,
  quantity              integer not null,
  device                text not null,
  return_url            text not null,
  policy                jsonb,

  -- the merchant account it is pinned to
  merchant_account_id   text not null,
  cid                   text not null,
  live                  boolean not null,

  checkout_id           uuid,                     -- the checkout that it is an attempt to pay

  -- the caller's idempotency
  caller                text not null,
  idempotency_key       text not null,
  request_hash          bytea not null,

  -- ready
  ready_attempts        integer not null default 0,
  ready_claimed_at      timestamptz,              -- a ready call may be under way; null when none is
  partner_user_id       text,                     -- as sent with ready, and stored with its TID; approve sends it again
  tid                   text,
  redirect_pc_url       text,
  redirect_mobile_url   text,
  redirect_app_url      text,
  android_app_scheme    text,
  ios_app_scheme        text,

  -- approve
  pg_token              bytea,                    -- sealed; erased when the payment is over
  approve_claimed_at    timestamptz,              -- approval was once claimed; never set back
  approve_sent_at       timestamptz,              -- the last attempt that may have taken effect
  soft_declines         integer not null default 0,
  decline_code          text,                     -- why KakaoPay declined ready or approve, as the connector names it

  -- KakaoPay's answer, when paid
  approved_at           timestamptz,
  method                text,
  card_company          text,

  -- what is refunded, as refund-service publishes it; a full refund frees the slot
  refunded_krw          bigint not null default 0,
  overpaid_krw          bigint not null default 0,

  -- times and waits, all by this database's clock
  created_at            timestamptz not null default now(),
  initiated_at          timestamptz,              -- the TID became known: at or after KakaoPay's own ready
  expires_at            timestamptz,              -- for the payer: 15 minutes from when ready was sent
  canceled_at           timestamptz,
  failed_at             timestamptz,
  unsettled_since       timestamptz,
  manual_review_since   timestamptz,              -- in manual review since then
  next_check_at         timestamptz,              -- settlement takes it from then on
  check_attempts        integer not null default 0,
  check_requested_at    timestamptz,              -- when a person last asked for an inquiry
  last_inquiry_result   text,                     -- what the last order inquiry meant, and its answer
  last_answer           text,
  traceparent           text,                     -- background work continues the caller's trace

  constraint payment_of_checkout foreign key (checkout_id, location_id, payable_type, payable_id, payer_id, total_krw)
    references checkout (id, location_id, payable_type, payable_id, payer_id, total_krw)
) with (fillfactor = 50);   -- a row is written again three times soon after its insert: PostgreSQL then logs only changes

-- A payment holds the slot of its payable while it is approved, may have been, or is paid and not fully refunded.
create function payment_holds_slot(status text, refunded_krw bigint, total_krw bigint) returns boolean
  language sql immutable parallel safe
  return status in ('APPROVING', 'UNKNOWN') or (status = 'PAID' and refunded_krw < total_krw);
-- One payment of a payable.
create unique index payment_slot on payment (location_id, payable_type, payable_id)
  where payment_holds_slot(status, refunded_krw, total_krw);
-- The same key of the same caller is the same payment.
create unique index payment_idempotency on payment (caller, idempotency_key);
create unique index payment_tid on payment (tid) where tid is not null;
create index payment_pending on payment (location_id, payable_type, payable_id) where status in ('CREATED', 'WAITING');
create index payment_pending_of_event on payment (location_id, event_id)
  where event_id is not null and status in ('CREATED', 'WAITING');
create index payment_attempts on payment (checkout_id, created_at, id) where checkout_id is not null;
-- Lists, newest first: of a location, of a payer, of a payable.
create index payment_of_location on payment (location_id, created_at, id);
create index payment_of_payer on payment (payer_id, created_at, id);
create index payment_of_payable on payment (payable_id, created_at, id);
create index payment_due on payment (next_check_at) where next_check_at is not null;

-- The payments in manual review at a location, oldest first.
create index payment_review on payment (location_id, manual_review_since, id)
  where manual_review_since is not null and next_check_at is not null;

-- PostgreSQL parses the text of each CHECK again for each statement that writes; a function is compiled once for each
-- connection. It names the rule that is broken as the constraint.
create function payment_rules_hold(p payment) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (p.version > 0) then 'payment_version_check'
    when not (p.status in ('CREATED', 'WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'CANCELED', 'FAILED', 'OVERPAID'))
      then 'payment_status_check'
    when not (length(p.reason) <= 40) then 'payment_reason_check'
    when not (p.total_krw between 1 and 2000000000) then 'payment_total_krw_check'
    when not (p.supply_krw >= 0) then 'payment_supply_krw_check'
    when not (p.vat_krw >= 0) then 'payment_vat_krw_check'
    when not (p.tax_free_krw >= 0) then 'payment_tax_free_krw_check'
    when not (p.quantity > 0) then 'payment_quantity_check'
    when not (p.ready_attempts between 0 and 3) then 'payment_ready_attempts_check'
    when not (p.soft_declines between 0 and 5) then 'payment_soft_declines_check'
    when not (p.total_krw = p.supply_krw + p.vat_krw + p.tax_free_krw) then 'payment_parts'
    when not (p.refunded_krw between 0 and p.total_krw) then 'payment_refunds'
    when not (p.overpaid_krw = case when p.status = 'OVERPAID' then p.total_krw else 0 end) then 'payment_overpaid'
    when not (p.start_at is null or p.start_day is null) then 'payment_one_start'
    when not ((p.tid is null) = (p.initiated_at is null) and (p.tid is null) = (p.expires_at is null)
              and (p.tid is null) = (p.partner_user_id is null))
      then 'payment_has_tid'
    when not (p.status <> 'CREATED' or p.tid is null) then 'payment_created_without_tid'
    when not (p.status not in ('WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'OVERPAID') or p.tid is not null)
      then 'payment_with_tid'
    -- no approval without its stored intention
    when not (p.status not in ('APPROVING', 'UNKNOWN', 'PAID')
              or (p.approve_claimed_at is not null and p.approve_sent_at is not null)) then 'payment_intention'
    when not (p.status <> 'APPROVING' or p.pg_token is not null) then 'payment_approving_token'
    -- waiting again means that whatever was sent surely moved no money
    when not (p.status <> 'WAITING' or p.approve_sent_at is null) then 'payment_waiting_is_safe'
    when not (p.pg_token is null or p.status in ('WAITING', 'APPROVING', 'UNKNOWN')) then 'payment_token_erased'
    when not (p.status <> 'PAID' or p.approved_at is not null) then 'payment_paid'
    when not (p.status <> 'CANCELED' or (p.canceled_at is not null and p.reason is not null)) then 'payment_canceled'
    when not (p.status <> 'FAILED' or (p.failed_at is not null and p.reason is not null)) then 'payment_failed'
    -- what is not over is checked again
    when not (p.status in ('PAID', 'CANCELED', 'FAILED', 'OVERPAID') or p.next_check_at is not null)
      then 'payment_has_next_check'
    -- subjects of OpenID Connect, and KakaoPay's bound
    when not (octet_length(p.payer_id) between 1 and 255 and octet_length(p.owner_id) between 1 and 255)
      then 'payment_subjects'
    when not (octet_length(p.partner_user_id) between 1 and 100) then 'payment_partner_user_id'
    when not (length(p.decline_code) <= 40 and length(p.last_inquiry_result) <= 40 and length(p.last_answer) <= 40)
      then 'payment_codes'
  end;
begin
  if broken is not null then
    raise exception 'payment % breaks the rule %', p.id, broken
      using errcode = 'check_violation', table = 'payment', constraint = broken;
  end if;
  return true;
end $$;
alter table payment add constraint payment_rules check (payment_rules_hold(payment));

-- Forward only. The same table as the sealed states of the domain; a test compares the two.
create function payment_check_transition() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('CREATED', 'WAITING'), ('CREATED', 'CANCELED'), ('CREATED', 'FAILED'),
      ('WAITING', 'APPROVING'), ('WAITING', 'CANCELED'), ('WAITING', 'OVERPAID'),
      ('APPROVING', 'PAID'), ('APPROVING', 'FAILED'), ('APPROVING', 'WAITING'), ('APPROVING', 'UNKNOWN'),
      ('APPROVING', 'CANCELED'),
      ('UNKNOWN', 'PAID'), ('UNKNOWN', 'CANCELED'), ('UNKNOWN', 'FAILED'),
      ('CANCELED', 'OVERPAID'), ('FAILED', 'OVERPAID'))) then
    raise exception 'illegal transition of payment % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'payment', constraint = 'payment_transitions';
  end if;
  return new;
end $$;
create trigger payment_transitions before update of status on payment for each row execute function payment_check_transition();

-- What an event tells never changes without an event of that version. Claims, leases and checks tell nothing.
create function payment_check_event() returns trigger language plpgsql as $$
begin
  if (old.status <> new.status
        and (old.status = 'CREATED' or new.status in ('PAID', 'CANCELED', 'FAILED', 'OVERPAID'))
      or (old.total_krw, old.supply_krw, old.vat_krw, old.tax_free_krw, old.overpaid_krw)
        <> (new.total_krw, new.supply_krw, new.vat_krw, new.tax_free_krw, new.overpaid_krw))
     and not outbox_has_event('payment.events', new.id::text, new.version) then
    raise exception 'payment % is % at version % without an event', new.id, new.status, new.version
      using errcode = 'check_violation', table = 'payment', constraint = 'payment_change_has_event';
  end if;
  return null;
end $$;
create trigger payment_change_has_event after update of status, total_krw, supply_krw, vat_krw, tax_free_krw, overpaid_krw
  on payment for each row execute function payment_check_event();

-- Resolutions: who, when, what, on which evidence, and the answer of KakaoPay's order in the same act. Rows are only
-- ever added.
create table payment_resolution (
  id              uuid primary key,
  payment_id      uuid not null references payment (id),
  outcome         text not null check (outcome in ('PAID', 'NOT_PAID')),
  evidence        text not null check (length(evidence) between 1 and 200),
  note            text check (length(note) between 1 and 500),
  resolved_by     text not null,
  resolved_at     timestamptz not null default now(),
  status_before   text not null,
  inquiry_result  text not null,
  order_answer    text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  traceparent     text
);
-- The same key of the same person is the same resolution.
create unique index payment_resolution_idempotency on payment_resolution (resolved_by, idempotency_key);
create index payment_resolution_payment on payment_resolution (payment_id, resolved_at);

create function payment_resolution_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'a resolution is never changed' using errcode = 'check_violation', table = 'payment_resolution',
    constraint = 'payment_resolution_append_only';
end $$;
create trigger payment_resolution_append_only before update or delete or truncate on payment_resolution
  for each statement execute function payment_resolution_refuse();

-- The replica of integration-service's locations: the highest version wins.
create table location_replica (
  location_id  text primary key,
  version      bigint not null,
  connected    boolean not null,
  account_id   text,
  cid          text,
  live         boolean,
  enabled      text[] not null,                  -- payable types that KakaoPay may pay for
  title        text not null,
  timezone     text not null,                    -- whose days those of lists are
  locale       text not null,
  seller       jsonb,                            -- whom receipts name, where the booking system has said it
  received_at  timestamptz not null default now(),
  constraint location_connected check (not connected or (account_id is not null and cid is not null and live is not null))
);

-- The replica of what refund-service publishes of a payment's refunds: the highest version wins.
-- No foreign key: an event that comes before its payment is kept all the same.
create table refund_replica (
  payment_id   uuid primary key,
  version      bigint not null check (version > 0),
  refunded_krw bigint not null check (refunded_krw >= 0),
  reserved_krw bigint not null check (reserved_krw >= 0),        -- being refunded
  refunds      jsonb not null check (jsonb_typeof(refunds) = 'array'),  -- oldest first, as the payer sees them
  received_at  timestamptz not null default now()
);

-- What the booking system has cancelled. A cancellation is known by its payable and its id, and the same one by its
-- contents.
create table cancellation (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,
  contents        text not null,                   -- a digest
  released        boolean not null default false,  -- a person let it through, beside the one received before
  canceled_at     timestamptz not null,
  received_at     timestamptz not null default now()
);
create unique index cancellation_key on cancellation
  (location_id, payable_type, payable_id, cancellation_id) where not released;
create unique index cancellation_contents on cancellation
  (location_id, payable_type, payable_id, cancellation_id, contents);

-- What the booking system restored: the latest of each payable, and of each cancellation that was named.
create table restoration (
  location_id     text not null,
  payable_type    text not null,
  payable_id      text not null,
  cancellation_id text not null,                   -- '' for all of the payable's
  restored_at     timestamptz not null,            -- the booking system's clock: later cancellations are effective
  received_at     timestamptz not null default now(),
  primary key (location_id, payable_type, payable_id, cancellation_id)
);

-- The cancellations that are effective. Cancellations and restorations are only ever added, and joined here, so that
-- their order of arrival does not matter.
create view effective_cancellation as
  select c.location_id, c.payable_type, c.payable_id, c.cancellation_id, c.canceled_at, c.received_at
    from cancellation c
   where not exists (select from restoration r
                      where r.location_id = c.location_id and r.payable_type = c.payable_type
                        and r.payable_id = c.payable_id and r.cancellation_id in ('', c.cancellation_id)
                        and r.restored_at >= c.canceled_at);

-- The merchant account that a payable is paid to, and why it is not paid now; null where it may be.
create function payable_offer(location_id text, payable_type text, payable_id text, test_allowed boolean)
  returns table (account_id text, cid text, live boolean, rejection text) language sql stable parallel safe
begin atomic
  select l.account_id, l.cid, l.live,
         case when l.connected is not true then 'LOCATION_NOT_CONNECTED'
              when not payable_offer.payable_type = any (l.enabled) then 'PAYABLE_SWITCHED_OFF'
              when not (l.live or test_allowed) then 'TEST_ACCOUNT_NOT_ALLOWED'
              when exists (select from effective_cancellation c
                            where c.location_id = payable_offer.location_id
                              and c.payable_type = payable_offer.payable_type
                              and c.payable_id = payable_offer.payable_id) then 'PAYABLE_CANCELED'
              else (select case s.status when 'PAID' then 'PAYABLE_ALREADY_PAID' else 'PAYMENT_UNSETTLED' end
                      from payment s
                     where s.location_id = payable_offer.location_id and s.payable_type = payable_offer.payable_type
                       and s.payable_id = payable_offer.payable_id
                       and payment_holds_slot(s.status, s.refunded_krw, s.total_krw))
         end
    from (select) as one left join location_replica l on l.location_id = payable_offer.location_id;
end;

-- Checkouts, and why each is not paid any more, before what its payable says. What was paid once by its link is not paid
-- by it again, were it refunded in full.
create view checkout_state as
select k.*,
       case when k.expires_at <= now() then 'CHECKOUT_EXPIRED'
            when exists (select from payment a where a.checkout_id = k.id and a.status = 'PAID') then 'PAYABLE_ALREADY_PAID'
            when k.attempts >= checkout_max_attempts() then 'CHECKOUT_ATTEMPTS_USED'
       end as rejection
  from checkout k;

-- Nothing that was sent can be in flight any more.
create function payment_quiet(p payment, quiet_after float8) returns boolean language sql stable parallel safe
  return coalesce(now() >= p.approve_sent_at + make_interval(secs => quiet_after), true);

-- KakaoPay takes no approve for its TID any more.
create function payment_tid_dead(p payment, dead_after float8) returns boolean language sql stable parallel safe
  return coalesce(now() >= p.initiated_at + make_interval(secs => dead_after), false);

-- Approve may be sent once more, if KakaoPay's `order` says that it is ready for it: never within the quiet time after
-- the last send, and never for what the booking system has cancelled. The payer did everything in time, so it may follow
-- their fifteen minutes, while the TID lives. It holds the slot already.
create function payment_approve_repeatable(p payment, quiet_after float8, dead_after float8) returns boolean
  language sql stable parallel safe
  return p.status in ('APPROVING', 'UNKNOWN') and p.pg_token is not null and payment_quiet(p, quiet_after)
     and not payment_tid_dead(p, dead_after)
     and not exists (select from effective_cancellation c where c.location_id = p.location_id
                        and c.payable_type = p.payable_type and c.payable_id = p.payable_id);
