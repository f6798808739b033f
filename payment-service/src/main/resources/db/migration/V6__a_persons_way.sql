-- What KakaoPay was told as partner_user_id at ready, and must be told again at approve. Null: ready was sent by a process
-- from before, which told it the payer's own id.
alter table payment add column partner_user_id text;

-- KakaoPay's reason for a refused ready or approve, in the connector's words.
alter table payment add column refusal_code text;

-- What the last look at KakaoPay's order meant and showed, for whoever has to decide; and when a person last asked.
alter table payment add column last_meaning text;
alter table payment add column last_answer text;
alter table payment add column asked_at timestamptz;

create or replace function payment_keeps_rules(p payment) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (p.version > 0) then 'payment_version_check'
    when not (p.status in ('CREATED', 'WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'CANCELED', 'FAILED', 'SURPLUS'))
      then 'payment_status_check'
    when not (length(p.reason) <= 40) then 'payment_reason_check'
    when not (p.total_krw between 1 and 2000000000) then 'payment_total_krw_check'
    when not (p.supply_krw >= 0) then 'payment_supply_krw_check'
    when not (p.vat_krw >= 0) then 'payment_vat_krw_check'
    when not (p.tax_free_krw >= 0) then 'payment_tax_free_krw_check'
    when not (p.quantity > 0) then 'payment_quantity_check'
    when not (p.ready_attempts between 0 and 3) then 'payment_ready_attempts_check'
    when not (p.approve_refusals between 0 and 5) then 'payment_approve_refusals_check'
    when not (p.total_krw = p.supply_krw + p.vat_krw + p.tax_free_krw) then 'payment_parts'
    when not (p.refunded_krw between 0 and p.total_krw) then 'payment_refunds'
    when not (p.surplus_krw = case when p.status = 'SURPLUS' then p.total_krw else 0 end) then 'payment_surplus'
    when not (p.start_at is null or p.start_day is null) then 'payment_one_start'
    when not ((p.tid is null) = (p.initiated_at is null) and (p.tid is null) = (p.expires_at is null))
      then 'payment_has_tid'
    when not (p.status <> 'CREATED' or p.tid is null) then 'payment_created_without_tid'
    when not (p.status not in ('WAITING', 'APPROVING', 'UNKNOWN', 'PAID', 'SURPLUS') or p.tid is not null)
      then 'payment_with_tid'
    -- no approval without its stored intention
    when not (p.status not in ('APPROVING', 'UNKNOWN', 'PAID')
              or (p.approve_claimed_at is not null and p.approve_sent_at is not null)) then 'payment_intention'
    when not (p.status <> 'APPROVING' or p.pg_token is not null) then 'payment_approving_token'
    -- waiting again means: whatever was sent surely moved no money
    when not (p.status <> 'WAITING' or p.approve_sent_at is null) then 'payment_waiting_is_safe'
    when not (p.pg_token is null or p.status in ('WAITING', 'APPROVING', 'UNKNOWN')) then 'payment_token_erased'
    when not (p.status <> 'PAID' or p.approved_at is not null) then 'payment_paid'
    when not (p.status <> 'CANCELED' or (p.canceled_at is not null and p.reason is not null)) then 'payment_canceled'
    when not (p.status <> 'FAILED' or (p.failed_at is not null and p.reason is not null)) then 'payment_failed'
    -- no limbo: what is not over is looked at again
    when not (p.status in ('PAID', 'CANCELED', 'FAILED', 'SURPLUS') or p.due_at is not null) then 'payment_no_limbo'
    -- subjects of OpenID Connect, and KakaoPay's bound
    when not (octet_length(p.payer_id) between 1 and 255 and octet_length(p.owner_id) between 1 and 255)
      then 'payment_subjects'
    when not (octet_length(p.partner_user_id) between 1 and 100) then 'payment_partner_user_id'
    when not (length(p.refusal_code) <= 40 and length(p.last_meaning) <= 40 and length(p.last_answer) <= 40)
      then 'payment_words'
  end;
begin
  if broken is not null then
    raise exception 'payment % breaks the rule %', p.id, broken
      using errcode = 'check_violation', table = 'payment', constraint = broken;
  end if;
  return true;
end $$;

-- What people ended by hand: who, when, what, on which evidence, and what KakaoPay's order said in the same act. It is
-- only ever appended to.
create table payment_resolution (
  id              uuid primary key,
  payment_id      uuid not null references payment (id),
  outcome         text not null check (outcome in ('PAID', 'NOT_PAID')),
  evidence        text not null check (length(evidence) between 1 and 200),
  note            text check (length(note) between 1 and 500),
  resolved_by     text not null,
  resolved_at     timestamptz not null default now(),
  status_before   text not null,
  order_meaning   text not null,
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

-- What waits for a person at a location, oldest first.
create index payment_review on payment (location_id, attention_at, id)
  where attention_at is not null and due_at is not null;
