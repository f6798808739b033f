-- Money goes back on other ways too: by a cancel in KakaoPay's dashboard, which KakaoPay shows and which is a refund of
-- origin OUTSIDE, and by a bank transfer or in cash, which a person says and which is an amount of its own.
alter table paid_payment add column refunded_elsewhere_krw bigint not null default 0;
alter table refund
  add column more_aids text[] not null default '{}', -- of cancels that KakaoPay lists without amounts
  add column looked_at timestamptz,                  -- when `order` was asked last
  add column only_send_refused boolean not null default false; -- KakaoPay refused the only send: it moved nothing
-- What a person says was given back elsewhere is over for later cancellations, although `order` may not have spoken.
drop index refund_one_automatic;
create unique index refund_one_automatic on refund (payment_id)
  where origin in ('CANCELLATION', 'BATCH', 'SURPLUS') and failure_confirmed_at is null
    and (failure is null or failure <> 'REFUNDED_ELSEWHERE');
-- KakaoPay's id of a cancel stands for one refund of the payment.
create unique index refund_aid on refund (payment_id, aid) where aid is not null;

create or replace function paid_payment_keeps_rules(p paid_payment) returns boolean language plpgsql immutable parallel safe as $$
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
    -- The rule of rules: what went back, here or elsewhere, and what is on its way never exceeds what was paid, in whole and in parts.
    when not (p.refunded_elsewhere_krw >= 0) then 'paid_payment_refunded_elsewhere_krw_check'
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

create or replace function refund_keeps_rules(r refund) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (r.version > 0) then 'refund_version_check'
    when not (r.status in ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'SUCCEEDED', 'FAILED', 'UNKNOWN'))
      then 'refund_status_check'
    when not (r.origin in ('CANCELLATION', 'BATCH', 'SURPLUS', 'ADMINISTRATOR', 'OUTSIDE'))
      then 'refund_origin_check'
    when not (r.amount_krw > 0) then 'refund_amount_krw_check'
    when not (r.vat_krw >= 0) then 'refund_vat_krw_check'
    when not (r.tax_free_krw >= 0) then 'refund_tax_free_krw_check'
    when not (r.vat_krw + r.tax_free_krw <= r.amount_krw) then 'refund_split'
    when not (length(r.note) <= 500) then 'refund_note_check'
    when not (r.sends >= 0) then 'refund_sends_check'
    when not (r.refusals >= 0) then 'refund_refusals_check'
    when not (length(r.last_answer) <= 120) then 'refund_last_answer_check'
    when not ((r.origin in ('ADMINISTRATOR', 'OUTSIDE')) = (r.decision_id is null)) then 'refund_origin_decision'
    when not ((r.origin = 'ADMINISTRATOR') = (r.caller is not null and r.idempotency_key is not null
              and r.request_hash is not null and r.requested_by is not null)) then 'refund_origin_caller'
    -- what was cancelled outside has happened, and is known by KakaoPay's id
    when not (r.origin <> 'OUTSIDE' or (r.status = 'SUCCEEDED' and r.aid is not null and r.sends = 0))
      then 'refund_outside'
    -- no cancel of ours without its stored intention
    when not (r.status not in ('IN_FLIGHT', 'UNKNOWN', 'SUCCEEDED') or r.origin = 'OUTSIDE'
              or (r.sends > 0 and r.sent_at is not null and r.available_krw >= r.amount_krw)) then 'refund_intention'
    -- requested again means: whatever was sent surely moved no money
    when not (r.status not in ('REQUESTED', 'AWAITING_APPROVAL')
              or (r.sends = 0 and r.sent_at is null and r.available_krw is null)) then 'refund_requested_is_safe'
    when not ((r.status = 'SUCCEEDED') = (r.canceled_at is not null)) then 'refund_succeeded'
    when not ((r.status = 'FAILED') = (r.failure is not null)) then 'refund_failed'
    when not ((r.manual_review_since is null) = (r.manual_review_reason is null)) then 'refund_manual_review'
    when not (r.failure_confirmed_at is null or r.status in ('FAILED', 'SUCCEEDED')) then 'refund_failure_confirmed'
    -- no limbo: what is not over is looked at again, a failure until `order` has proved that it moved nothing
    when not (r.status in ('SUCCEEDED', 'AWAITING_APPROVAL') or r.failure_confirmed_at is not null
              or r.due_at is not null) then 'refund_no_limbo'
  end;
begin
  if broken is not null then
    raise exception 'refund % breaks the rule %', r.id, broken
      using errcode = 'check_violation', table = 'refund', constraint = broken;
  end if;
  return true;
end $$;

create or replace function refund_refuse_move() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('AWAITING_APPROVAL', 'REQUESTED'), ('AWAITING_APPROVAL', 'FAILED'),
      ('REQUESTED', 'IN_FLIGHT'), ('REQUESTED', 'FAILED'),
      ('IN_FLIGHT', 'SUCCEEDED'), ('IN_FLIGHT', 'FAILED'), ('IN_FLIGHT', 'REQUESTED'), ('IN_FLIGHT', 'UNKNOWN'),
      ('UNKNOWN', 'IN_FLIGHT'), ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED'), ('UNKNOWN', 'REQUESTED'),
      ('FAILED', 'SUCCEEDED'))) then
    raise exception 'illegal move of refund % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_moves';
  end if;
  return new;
end $$;

-- The whole public state of a payment's refunds: the data of every event on refund.events. `r` and `d` are rows
-- that the calling statement itself changes or inserts, which its snapshot does not show yet; both may be null.
-- Every statement that tells holds the payment's row by the version that its snapshot shows, so that no other
-- statement's change is missing here. Refunds and decisions come in the order of their times. A payment has at most so
-- many refunds; of decisions, which a sender may ask for without end, the newest are told, and how many are not.
create or replace function ledger_state(p paid_payment, r refund, d decision) returns jsonb
    language plpgsql stable parallel safe as $$
declare
  most_decisions constant integer := 20;
  refunds jsonb := '[]';
  decisions jsonb := '[]';
  others bigint;
  told boolean;
  other_refund refund;
  other_decision decision;
begin
  told := r.id is null;
  for other_refund in select * from refund o where o.payment_id = p.payment_id and o.id is distinct from r.id
      order by o.requested_at, o.id loop
    if not told and (r.requested_at, r.id) < (other_refund.requested_at, other_refund.id) then
      refunds := refunds || refund_public(r);
      told := true;
    end if;
    refunds := refunds || refund_public(other_refund);
  end loop;
  if not told then
    refunds := refunds || refund_public(r);
  end if;

  select count(*) into others from decision o where o.payment_id = p.payment_id and o.id is distinct from d.id;
  told := d.id is null;
  for other_decision in select * from (
      select * from decision o where o.payment_id = p.payment_id and o.id is distinct from d.id
       order by o.decided_at desc, o.id desc limit most_decisions - case when d.id is null then 0 else 1 end) newest
      order by decided_at, id loop
    if not told and (d.decided_at, d.id) < (other_decision.decided_at, other_decision.id) then
      decisions := decisions || decision_public(d);
      told := true;
    end if;
    decisions := decisions || decision_public(other_decision);
  end loop;
  if not told then
    decisions := decisions || decision_public(d);
  end if;

  return jsonb_build_object(
    'paymentId', p.payment_id, 'version', p.version, 'locationId', p.location_id, 'live', p.live,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'surplus', p.surplus, 'totalKrw', p.total_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'refundedKrw', p.refunded_krw, 'refundedVatKrw', p.refunded_vat_krw, 'refundedTaxFreeKrw', p.refunded_tax_free_krw,
    'reservedKrw', p.reserved_krw, 'refundedElsewhereKrw', p.refunded_elsewhere_krw,
    'balanceKrw', p.total_krw - p.refunded_krw - p.reserved_krw - p.refunded_elsewhere_krw,
    'refunds', refunds, 'decisions', decisions,
    'decisionsOmitted', others + case when d.id is null then 0 else 1 end - jsonb_array_length(decisions));
end $$;

-- What KakaoPay shows and the ledger did not have, in one statement: cancels made outside and late successes are added, what
-- is still open is cut or fails, and all of it is told. False if the ledger or one of the refunds is not as the plan
-- saw it.
create function refund_correct(payment uuid, seen bigint, correction jsonb, explanation jsonb, trace text) returns boolean
    language plpgsql as $$
declare
  p paid_payment;
  r refund;
  x jsonb;
  told refund[] := '{}';
  failed refund[] := '{}';
begin
  perform from refund o where o.payment_id = payment order by o.id for no key update;
  perform from paid_payment o where o.payment_id = payment and o.version = seen for no key update;
  if not found
     or exists (select from jsonb_to_recordset(correction -> 'changed') as c(id uuid, version bigint)
                  left join refund o on o.id = c.id and o.version = c.version where o.id is null)
     or exists (select from jsonb_to_recordset(correction -> 'added') as a(id uuid, kind text)
                  left join refund o on o.id = a.id and o.status = 'FAILED' where a.kind = 'LATE' and o.id is null) then
    return false;
  end if;

  update paid_payment o
     set version = o.version + 1,
         refunded_krw = (correction ->> 'refunded_krw')::bigint,
         refunded_vat_krw = (correction ->> 'refunded_vat_krw')::bigint,
         refunded_tax_free_krw = (correction ->> 'refunded_tax_free_krw')::bigint,
         reserved_krw = (correction ->> 'reserved_krw')::bigint,
         reserved_vat_krw = (correction ->> 'reserved_vat_krw')::bigint,
         reserved_tax_free_krw = (correction ->> 'reserved_tax_free_krw')::bigint,
         refunded_elsewhere_krw = (correction ->> 'elsewhere_krw')::bigint
   where o.payment_id = payment returning * into p;

  for x in select value from jsonb_array_elements(correction -> 'changed') loop
    case
      when x ->> 'status' = 'FAILED' then
        update refund o set status = 'FAILED', version = o.version + 1, failure = 'REFUNDED_OUTSIDE', finished_at = now(),
               failure_confirmed_at = now(), due_at = null, manual_review_since = null, manual_review_reason = null
         where o.id = (x ->> 'id')::uuid returning * into r;
        failed := failed || r;
      when (x ->> 'held')::boolean then
        update refund o set status = x ->> 'status', version = o.version + 1, amount_krw = (x ->> 'krw')::bigint,
               vat_krw = (x ->> 'vat_krw')::bigint, tax_free_krw = (x ->> 'tax_free_krw')::bigint,
               manual_review_since = case o.manual_review_reason when 'SAME_AMOUNT_OUTSIDE' then o.manual_review_since
                                                                 else now() end,
               manual_review_reason = 'SAME_AMOUNT_OUTSIDE'
         where o.id = (x ->> 'id')::uuid;
      else
        update refund o set status = x ->> 'status', version = o.version + 1, amount_krw = (x ->> 'krw')::bigint,
               vat_krw = (x ->> 'vat_krw')::bigint, tax_free_krw = (x ->> 'tax_free_krw')::bigint, sends = 0,
               only_send_refused = false, sent_at = null, available_krw = null, unsettled_since = null, final_refusal = null,
               repeat_not_before = null, manual_review_since = null, manual_review_reason = null,
               due_at = case when o.status in ('IN_FLIGHT', 'UNKNOWN') then now() else o.due_at end
         where o.id = (x ->> 'id')::uuid;
    end case;
  end loop;

  for x in select value from jsonb_array_elements(correction -> 'added') loop
    if x ->> 'kind' = 'OUTSIDE' then
      insert into refund (id, payment_id, version, status, origin, amount_krw, vat_krw, tax_free_krw, reason, aid,
        more_aids, canceled_at, requested_at, finished_at, traceparent)
      values ((x ->> 'id')::uuid, payment, 1, 'SUCCEEDED', 'OUTSIDE', (x ->> 'krw')::bigint, (x ->> 'vat_krw')::bigint,
        (x ->> 'tax_free_krw')::bigint, 'REFUNDED_OUTSIDE', x ->> 'aid',
        array(select jsonb_array_elements_text(x -> 'more_aids')), coalesce((x ->> 'canceled_at')::timestamptz, now()),
        coalesce((x ->> 'canceled_at')::timestamptz, now()), now(), trace)
      returning * into r;
    else
      -- What a person had said of it before is overtaken: the member may have got it twice.
      update refund o set status = 'SUCCEEDED', version = o.version + 1, amount_krw = (x ->> 'krw')::bigint,
             vat_krw = (x ->> 'vat_krw')::bigint, tax_free_krw = (x ->> 'tax_free_krw')::bigint, failure = null,
             aid = x ->> 'aid', canceled_at = coalesce((x ->> 'canceled_at')::timestamptz, now()), finished_at = now(),
             due_at = null, last_answer = 'SUCCEEDED_LATE',
             manual_review_since = case when o.id in (select s.refund_id from resolution s
                                                       where s.outcome = 'REFUNDED_ELSEWHERE') then now() end,
             manual_review_reason = case when o.id in (select s.refund_id from resolution s
                                                        where s.outcome = 'REFUNDED_ELSEWHERE') then 'REFUNDED_TWICE' end
       where o.id = (x ->> 'id')::uuid returning * into r;
    end if;
    told := told || r;
  end loop;

  insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
  values (uuidv7(), 'refund.events', 'refund', payment::text,
    case when exists (select from jsonb_array_elements(correction -> 'added') a where a.value ->> 'kind' = 'OUTSIDE')
         then 'coworkpay.refund.recorded_outside.v1' else 'coworkpay.refund.succeeded.v1' end,
    p.version, ledger_state(p, null, null), trace);
  insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
  select uuidv7(), 'booking.notices', 'notice', p.payable_id, 'coworkpay.notice.refunded.v1', p.version,
         refund_notice(p, 'REFUNDED', t.reason, t.amount_krw, t.id, t.cancellation_id, null)
           || jsonb_build_object('origin', t.origin), coalesce(trace, t.traceparent)
    from unnest(told) t;
  insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
  select uuidv7(), 'booking.notices', 'notice', p.payable_id, 'coworkpay.notice.refund_failed.v1', p.version,
         refund_notice(p, 'REFUND_FAILED', t.failure, t.amount_krw, t.id, t.cancellation_id, explanation)
           || jsonb_build_object('origin', t.origin), coalesce(trace, t.traceparent)
    from unnest(failed) t;
  return true;
end $$;

-- What a person said of a refund, with evidence: written once, never changed.
create table resolution (
  id              uuid primary key,
  refund_id       uuid not null references refund,
  payment_id      uuid not null references paid_payment,
  outcome         text not null check (outcome in ('REFUNDED', 'REFUNDED_ELSEWHERE', 'GIVEN_UP')),
  amount_krw      bigint not null check (amount_krw > 0),
  evidence        text not null check (length(evidence) between 1 and 500),
  note            text check (length(note) <= 500),
  order_word      text not null,                   -- what KakaoPay's order said in the same act
  resolved_by     text not null,
  idempotency_key text not null,
  request_hash    bytea not null,
  resolved_at     timestamptz not null default now(),
  traceparent     text
);
create unique index resolution_idempotency on resolution (resolved_by, idempotency_key);
create index resolution_of_refund on resolution (refund_id);

create function resolution_stays() returns trigger language plpgsql as $$
begin
  raise exception 'a resolution is never changed' using errcode = 'check_violation', table = 'resolution',
    constraint = 'resolution_stays';
end $$;
create trigger resolution_stays before update or delete on resolution for each row execute function resolution_stays();
