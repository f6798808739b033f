-- Being told of is a flag beside the state: it stops nothing. A refund goes on by itself as soon as `order` proves that
-- nothing moved.
alter table refund rename column attention_at to manual_review_since;
alter table refund rename column attention to manual_review_reason;
alter table refund
  add column repeat_not_before timestamptz,    -- a bank deal may be open at KakaoPay: no repeat before it is over
  add column failure_confirmed_at timestamptz; -- `order` proved that a failed refund moved nothing

drop index refund_attention_list;
drop index refund_one_in_flight;
drop index refund_one_automatic;

create or replace function refund_keeps_rules(r refund) returns boolean language plpgsql immutable parallel safe as $$
declare
  broken constant text := case
    when not (r.version > 0) then 'refund_version_check'
    when not (r.status in ('REQUESTED', 'AWAITING_APPROVAL', 'IN_FLIGHT', 'SUCCEEDED', 'FAILED', 'UNKNOWN'))
      then 'refund_status_check'
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
    when not (r.status not in ('IN_FLIGHT', 'UNKNOWN', 'SUCCEEDED')
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

-- Those that only waited for a person go on.
alter table refund disable trigger refund_moves;
update refund r
   set status = case r.status when 'NEEDS_ATTENTION' then 'UNKNOWN' else r.status end,
       manual_review_since = case when f.failed or r.status = 'SUCCEEDED' then null else r.manual_review_since end,
       manual_review_reason = case when f.failed or r.status = 'SUCCEEDED' then null
                                   when r.manual_review_reason = 'TOO_MANY_SENDS' then 'MANY_ATTEMPTS'
                                   else r.manual_review_reason end,
       -- What `order` decided is proved, and so is what is older than any late effect; of other failures it is asked now.
       failure_confirmed_at = case when f.proved then r.finished_at end,
       due_at = case when f.failed and not f.proved then now() else r.due_at end
  from (select id, status = 'FAILED' as failed, status = 'FAILED'
               and (failure = 'GIVEN_UP' or last_answer is not distinct from 'STILL_THERE_BY_ORDER'
                    or finished_at < now() - interval '1 day') as proved from refund) f
 where f.id = r.id and (f.failed or r.status = 'NEEDS_ATTENTION' or r.manual_review_since is not null);
alter table refund enable trigger refund_moves;

create or replace function refund_refuse_move() returns trigger language plpgsql as $$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('AWAITING_APPROVAL', 'REQUESTED'), ('AWAITING_APPROVAL', 'FAILED'),
      ('REQUESTED', 'IN_FLIGHT'),
      ('IN_FLIGHT', 'SUCCEEDED'), ('IN_FLIGHT', 'FAILED'), ('IN_FLIGHT', 'REQUESTED'), ('IN_FLIGHT', 'UNKNOWN'),
      ('UNKNOWN', 'IN_FLIGHT'), ('UNKNOWN', 'SUCCEEDED'), ('UNKNOWN', 'FAILED'),
      ('FAILED', 'SUCCEEDED'))) then
    raise exception 'illegal move of refund % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_moves';
  end if;
  return new;
end $$;

-- One refund of a payment at KakaoPay at a time: only so is the balance it is bound to known. Others wait.
create unique index refund_one_in_flight on refund (payment_id) where status in ('IN_FLIGHT', 'UNKNOWN');
-- At most one refund of a payment by cancellation, batch or surplus that did not surely move nothing.
create unique index refund_one_automatic on refund (payment_id)
  where origin in ('CANCELLATION', 'BATCH', 'SURPLUS') and failure_confirmed_at is null;
create index refund_manual_review on refund (manual_review_since) where manual_review_since is not null;

-- The pause before the next try: it doubles with the tries already made. From `since` on, the moment a person was told
-- of it, it may grow with the age, to a sixth of it, so that what stays stuck does not use up KakaoPay's quota.
create function refund_pause(tries integer, began timestamptz, since timestamptz, first float8, longest float8,
    longest_in_review float8) returns interval language sql stable parallel safe
  return make_interval(secs => least(first * 2 ^ least(greatest(tries, 0), 20), greatest(longest,
    least(longest_in_review, case when since is not null then extract(epoch from now() - began)::float8 / 6 end))));

-- A refund as it leaves this service: no note, no name of who asked.
create or replace function refund_public(r refund) returns jsonb language sql stable parallel safe
  return jsonb_build_object(
    'refundId', r.id, 'status', r.status, 'origin', r.origin, 'reason', r.reason,
    'amountKrw', r.amount_krw, 'supplyKrw', r.amount_krw - r.vat_krw - r.tax_free_krw,
    'vatKrw', r.vat_krw, 'taxFreeKrw', r.tax_free_krw,
    'decisionId', r.decision_id, 'cancellationId', r.cancellation_id, 'failure', r.failure, 'aid', r.aid,
    'requestedAt', refund_instant(r.requested_at), 'canceledAt', refund_instant(r.canceled_at),
    'failedAt', case when r.status = 'FAILED' then refund_instant(r.finished_at) end,
    'manualReviewSince', refund_instant(r.manual_review_since), 'manualReviewReason', r.manual_review_reason);
