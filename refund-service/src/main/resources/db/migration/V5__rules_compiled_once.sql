-- PostgreSQL reads the text of each CHECK and of a trigger's condition anew for each statement that writes. In a function
-- they are compiled once for each connection. The rules themselves, and the names by which they refuse, are those of
-- before.

create function paid_payment_keeps_rules(p paid_payment) returns boolean language plpgsql immutable parallel safe as $$
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
    -- The rule of rules: what went back and what is on its way never exceeds what was paid, in whole and in parts.
    when not (p.refunded_krw + p.reserved_krw <= p.total_krw) then 'ledger_total'
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

alter table paid_payment
  drop constraint paid_payment_total_krw_check, drop constraint paid_payment_supply_krw_check,
  drop constraint paid_payment_vat_krw_check, drop constraint paid_payment_tax_free_krw_check,
  drop constraint paid_parts, drop constraint paid_payment_refunded_krw_check,
  drop constraint paid_payment_refunded_vat_krw_check, drop constraint paid_payment_refunded_tax_free_krw_check,
  drop constraint paid_payment_reserved_krw_check, drop constraint paid_payment_reserved_vat_krw_check,
  drop constraint paid_payment_reserved_tax_free_krw_check, drop constraint ledger_total,
  drop constraint ledger_vat, drop constraint ledger_tax_free, drop constraint ledger_supply,
  add constraint paid_payment_rules check (paid_payment_keeps_rules(paid_payment));

create function refund_keeps_rules(r refund) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (r.version > 0) then 'refund_version_check'
    when not (r.status in ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'SUCCEEDED', 'FAILED', 'UNKNOWN',
                           'NEEDS_ATTENTION')) then 'refund_status_check'
    when not (r.origin in ('CANCELLATION', 'BATCH', 'SURPLUS', 'ADMINISTRATOR')) then 'refund_origin_check'
    when not (r.amount_krw > 0) then 'refund_amount_krw_check'
    when not (r.vat_krw >= 0) then 'refund_vat_krw_check'
    when not (r.tax_free_krw >= 0) then 'refund_tax_free_krw_check'
    when not (r.vat_krw + r.tax_free_krw <= r.amount_krw) then 'refund_split'
    when not (length(r.note) <= 500) then 'refund_note_check'
    when not (r.sends >= 0) then 'refund_sends_check'
    when not (r.refusals >= 0) then 'refund_refusals_check'
    when not (length(r.last_answer) <= 120) then 'refund_last_answer_check'
    when not ((r.origin = 'ADMINISTRATOR') = (r.decision_id is null)) then 'refund_origin_decision'
    when not ((r.origin = 'ADMINISTRATOR') = (r.caller is not null and r.idempotency_key is not null
              and r.request_hash is not null and r.requested_by is not null)) then 'refund_origin_caller'
    -- no cancel without its stored intention
    when not (r.status not in ('IN_FLIGHT', 'UNKNOWN', 'NEEDS_ATTENTION', 'SUCCEEDED')
              or (r.sends > 0 and r.sent_at is not null and r.available_krw >= r.amount_krw)) then 'refund_intention'
    -- requested again means: whatever was sent surely moved no money
    when not (r.status not in ('REQUESTED', 'AWAITING_APPROVAL')
              or (r.sends = 0 and r.sent_at is null and r.available_krw is null)) then 'refund_requested_is_safe'
    when not ((r.status = 'SUCCEEDED') = (r.canceled_at is not null)) then 'refund_succeeded'
    when not ((r.status = 'FAILED') = (r.failure is not null)) then 'refund_failed'
    when not (r.status <> 'NEEDS_ATTENTION' or (r.attention_at is not null and r.attention is not null))
      then 'refund_attention'
    -- no limbo: what is not over is looked at again
    when not (r.status in ('SUCCEEDED', 'FAILED', 'AWAITING_APPROVAL') or r.due_at is not null) then 'refund_no_limbo'
  end;
begin
  if broken is not null then
    raise exception 'refund % breaks the rule %', r.id, broken
      using errcode = 'check_violation', table = 'refund', constraint = broken;
  end if;
  return true;
end $$;

alter table refund
  drop constraint refund_version_check, drop constraint refund_status_check, drop constraint refund_origin_check,
  drop constraint refund_amount_krw_check, drop constraint refund_vat_krw_check,
  drop constraint refund_tax_free_krw_check, drop constraint refund_split, drop constraint refund_note_check,
  drop constraint refund_sends_check, drop constraint refund_refusals_check, drop constraint refund_last_answer_check,
  drop constraint refund_origin_decision, drop constraint refund_origin_caller, drop constraint refund_intention,
  drop constraint refund_requested_is_safe, drop constraint refund_succeeded, drop constraint refund_failed,
  drop constraint refund_attention, drop constraint refund_no_limbo,
  add constraint refund_rules check (refund_keeps_rules(refund));

-- Forward only. The same table as the sealed states of the domain; a test compares the two.
drop trigger refund_moves on refund;
create or replace function refund_refuse_move() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('AWAITING_APPROVAL', 'REQUESTED'), ('AWAITING_APPROVAL', 'FAILED'),
      ('REQUESTED', 'IN_FLIGHT'),
      ('IN_FLIGHT', 'SUCCEEDED'), ('IN_FLIGHT', 'FAILED'), ('IN_FLIGHT', 'REQUESTED'), ('IN_FLIGHT', 'UNKNOWN'),
      ('UNKNOWN', 'IN_FLIGHT'), ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED'), ('UNKNOWN', 'NEEDS_ATTENTION'),
      ('NEEDS_ATTENTION', 'SUCCEEDED'), ('NEEDS_ATTENTION', 'FAILED'))) then
    raise exception 'illegal move of refund % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_moves';
  end if;
  return new;
end $$;
create trigger refund_moves before update of status on refund for each row execute function refund_refuse_move();
