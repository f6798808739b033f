-- What the database of refund-service holds once it is migrated: tables with their indexes and triggers, views,
-- functions, each in the order of its name. Rendered from PostgreSQL's catalog by SchemaTest of refund-service;
-- nothing runs it. Change the migration, then run the test with -Dcontracts.write=true.

create table cancellation (
    location_id text not null,
    cancellation_id text not null,
    payable_type text not null,
    payable_id text not null,
    canceled_at timestamp with time zone not null,
    canceled_by text not null,
    canceled_by_role text not null,
    start_at timestamp with time zone,
    start_day date,
    order_state text,
    choice text,
    choice_krw bigint,
    traceparent text,
    received_at timestamp with time zone default now() not null,
    edition integer default 1 not null,
    contents text not null,
    released_at timestamp with time zone,
    constraint cancellation_pkey PRIMARY KEY (location_id, payable_type, payable_id, cancellation_id, edition),
    constraint cancellation_choice CHECK ((choice_krw IS NOT NULL) = (NOT choice IS DISTINCT FROM 'AMOUNT'::text)),
    constraint cancellation_choice_check CHECK (choice = ANY (ARRAY['NONE'::text, 'FULL'::text, 'AMOUNT'::text])),
    constraint cancellation_choice_krw_check CHECK (choice_krw >= 0),
    constraint cancellation_edition_check CHECK (edition > 0)
);
CREATE INDEX cancellation_by_id ON cancellation USING btree (location_id, cancellation_id);
CREATE INDEX cancellation_received ON cancellation USING brin (received_at);
CREATE INDEX cancellation_released ON cancellation USING btree (released_at) WHERE released_at IS NOT NULL;

create table decision (
    id uuid not null,
    payment_id uuid not null,
    location_id text not null,
    cancellation_id text,
    edition integer,
    outcome text not null,
    reason text not null,
    amount_krw bigint not null,
    refund_id uuid,
    deadline_at timestamp with time zone,
    evidence jsonb not null,
    explanation_ko text not null,
    explanation_en text not null,
    decided_at timestamp with time zone default now() not null,
    constraint decision_pkey PRIMARY KEY (id),
    constraint decision_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint decision_amount CHECK ((outcome = 'REFUND'::text) = (amount_krw > 0) AND amount_krw >= 0),
    constraint decision_edition CHECK ((cancellation_id IS NULL) = (edition IS NULL)),
    constraint decision_outcome_check CHECK (outcome = ANY (ARRAY['REFUND'::text, 'DECLINED'::text])),
    constraint decision_refund CHECK ((outcome = 'REFUND'::text) = (refund_id IS NOT NULL))
);
CREATE INDEX decision_of_payment ON decision USING btree (payment_id, decided_at, id);
CREATE UNIQUE INDEX decision_once ON decision USING btree (payment_id, cancellation_id, edition) NULLS NOT DISTINCT;

create table deferred_decision (
    payment_id uuid not null,
    noted_at timestamp with time zone not null,
    constraint deferred_decision_pkey PRIMARY KEY (payment_id),
    constraint deferred_decision_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id)
);

create table location_replica (
    location_id text not null,
    version bigint not null,
    timezone text not null,
    locale text not null,
    automatic_refunds boolean,
    zone_known boolean default true not null,
    received_at timestamp with time zone default now() not null,
    constraint location_replica_pkey PRIMARY KEY (location_id)
);
CREATE INDEX location_replica_zone_unknown ON location_replica USING btree (location_id) WHERE NOT zone_known;

create table outbox (
    id uuid not null,
    topic text not null,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    version bigint not null,
    payload jsonb not null,
    traceparent text,
    created_at timestamp with time zone default clock_timestamp() not null,
    published_at timestamp with time zone,
    constraint outbox_pkey PRIMARY KEY (id),
    constraint outbox_payload_check CHECK (jsonb_typeof(payload) = 'object'::text)
) with (fillfactor = 50, toast_tuple_target = 128);
CREATE INDEX outbox_unpublished ON outbox USING btree (created_at, id) WHERE published_at IS NULL;

create table outbox_blocked_key (
    topic text not null,
    aggregateid text not null,
    partition integer,
    event_id uuid not null,
    blocked_at timestamp with time zone default clock_timestamp() not null,
    constraint outbox_blocked_key_pkey PRIMARY KEY (topic, aggregateid)
);
CREATE INDEX outbox_blocked_key_partition ON outbox_blocked_key USING btree (topic, partition);

create table outbox_lease (
    name text not null,
    holder text not null,
    epoch bigint not null,
    expires_at timestamp with time zone not null,
    constraint outbox_lease_pkey PRIMARY KEY (name)
);

create table paid_payment (
    payment_id uuid not null,
    payment_version bigint not null,
    overpaid boolean not null,
    location_id text not null,
    payer_id text not null,
    owner_role text not null,
    payable_type text not null,
    payable_id text not null,
    resource_type text,
    resource_id text,
    start_at timestamp with time zone,
    start_day date,
    description text not null,
    policy jsonb,
    terms_known boolean not null,
    live boolean not null,
    merchant_account_id text not null,
    cid text not null,
    tid text not null,
    approved_at timestamp with time zone not null,
    total_krw bigint not null,
    supply_krw bigint not null,
    vat_krw bigint not null,
    tax_free_krw bigint not null,
    version bigint default 0 not null,
    refunded_krw bigint default 0 not null,
    refunded_vat_krw bigint default 0 not null,
    refunded_tax_free_krw bigint default 0 not null,
    reserved_krw bigint default 0 not null,
    reserved_vat_krw bigint default 0 not null,
    reserved_tax_free_krw bigint default 0 not null,
    refunded_elsewhere_krw bigint default 0 not null,
    begun_at timestamp with time zone not null,
    received_at timestamp with time zone default now() not null,
    constraint paid_payment_pkey PRIMARY KEY (payment_id),
    constraint paid_payment_rules CHECK (paid_payment_rules_hold(paid_payment.*))
) with (fillfactor = 60);
CREATE INDEX paid_payment_overpaid ON paid_payment USING btree (received_at) WHERE overpaid;
CREATE INDEX paid_payment_payable ON paid_payment USING btree (location_id, payable_type, payable_id);
CREATE INDEX paid_payment_terms_unknown ON paid_payment USING btree (payment_id) WHERE NOT terms_known;
CREATE INDEX paid_payment_unresolved ON paid_payment USING btree (location_id) WHERE start_at IS NULL AND start_day IS NOT NULL;

create table refund (
    id uuid not null,
    payment_id uuid not null,
    version bigint not null,
    status text not null,
    origin text not null,
    amount_krw bigint not null,
    vat_krw bigint not null,
    tax_free_krw bigint not null,
    decision_id uuid,
    cancellation_id text,
    reason text not null,
    note text,
    requested_by text,
    caller text,
    idempotency_key text,
    request_hash bytea,
    cancel_attempts integer default 0 not null,
    sent_at timestamp with time zone,
    available_krw bigint,
    soft_declines integer default 0 not null,
    repeat_decline text,
    failure text,
    last_answer text,
    aid text,
    more_aids text[] default '{}'::text[] not null,
    canceled_at timestamp with time zone,
    unsettled_since timestamp with time zone,
    manual_review_since timestamp with time zone,
    manual_review_reason text,
    next_check_at timestamp with time zone,
    check_attempts integer default 0 not null,
    last_checked_at timestamp with time zone,
    only_attempt_declined boolean default false not null,
    repeat_not_before timestamp with time zone,
    failure_confirmed_at timestamp with time zone,
    requested_at timestamp with time zone default now() not null,
    finished_at timestamp with time zone,
    traceparent text,
    constraint refund_pkey PRIMARY KEY (id),
    constraint refund_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id),
    constraint refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint refund_rules CHECK (refund_rules_hold(refund.*))
) with (fillfactor = 40);
CREATE UNIQUE INDEX refund_aid ON refund USING btree (payment_id, aid) WHERE aid IS NOT NULL;
CREATE INDEX refund_due ON refund USING btree (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE UNIQUE INDEX refund_idempotency ON refund USING btree (caller, idempotency_key) WHERE caller IS NOT NULL;
CREATE INDEX refund_manual_review ON refund USING btree (manual_review_since) WHERE manual_review_since IS NOT NULL;
CREATE INDEX refund_of_payment ON refund USING btree (payment_id);
CREATE UNIQUE INDEX refund_one_automatic ON refund USING btree (payment_id) WHERE (origin = ANY (ARRAY['CANCELLATION'::text, 'BATCH'::text, 'OVERPAYMENT'::text])) AND failure_confirmed_at IS NULL AND (failure IS NULL OR failure <> 'REFUNDED_ELSEWHERE'::text);
CREATE UNIQUE INDEX refund_one_in_flight ON refund USING btree (payment_id) WHERE status = ANY (ARRAY['IN_FLIGHT'::text, 'UNKNOWN'::text]);
CREATE TRIGGER refund_aids_once AFTER INSERT OR UPDATE OF aid, more_aids ON refund FOR EACH ROW WHEN (new.aid IS NOT NULL) EXECUTE FUNCTION refund_aids_once();
CREATE TRIGGER refund_transitions BEFORE UPDATE OF status ON refund FOR EACH ROW EXECUTE FUNCTION refund_check_transition();

create table rescheduling (
    location_id text not null,
    payable_type text not null,
    payable_id text not null,
    moved_at timestamp with time zone not null,
    start_at timestamp with time zone,
    start_day date,
    received_at timestamp with time zone default now() not null,
    constraint rescheduling_pkey PRIMARY KEY (location_id, payable_type, payable_id),
    constraint move_has_start CHECK (start_at IS NOT NULL OR start_day IS NOT NULL)
);

create table resolution (
    id uuid not null,
    refund_id uuid not null,
    payment_id uuid not null,
    outcome text not null,
    amount_krw bigint not null,
    evidence text not null,
    note text,
    order_answer text not null,
    resolved_by text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    resolved_at timestamp with time zone default now() not null,
    traceparent text,
    constraint resolution_pkey PRIMARY KEY (id),
    constraint resolution_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint resolution_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
    constraint resolution_amount_krw_check CHECK (amount_krw > 0),
    constraint resolution_evidence_check CHECK (length(evidence) >= 1 AND length(evidence) <= 500),
    constraint resolution_note_check CHECK (length(note) <= 500),
    constraint resolution_outcome_check CHECK (outcome = ANY (ARRAY['REFUNDED'::text, 'REFUNDED_ELSEWHERE'::text, 'GIVEN_UP'::text]))
);
CREATE UNIQUE INDEX resolution_idempotency ON resolution USING btree (resolved_by, idempotency_key);
CREATE INDEX resolution_of_refund ON resolution USING btree (refund_id);
CREATE TRIGGER resolution_stays BEFORE DELETE OR UPDATE ON resolution FOR EACH ROW EXECUTE FUNCTION resolution_stays();

create table restoration (
    location_id text not null,
    payable_type text not null,
    payable_id text not null,
    cancellation_id text not null,
    restored_at timestamp with time zone not null,
    received_at timestamp with time zone default now() not null,
    constraint restoration_pkey PRIMARY KEY (location_id, payable_type, payable_id, cancellation_id)
);

create table set_aside (
    id uuid not null,
    location_id text not null,
    cancellation_id text not null,
    payable_type text not null,
    payable_id text not null,
    payment_id uuid,
    reason text not null,
    contents text not null,
    canceled_at timestamp with time zone not null,
    canceled_by text not null,
    canceled_by_role text not null,
    start_at timestamp with time zone,
    start_day date,
    order_state text,
    choice text,
    choice_krw bigint,
    traceparent text,
    compared_with timestamp with time zone,
    set_aside_at timestamp with time zone default now() not null,
    status text default 'OPEN'::text not null,
    ended_at timestamp with time zone,
    ended_by text,
    note text,
    constraint set_aside_pkey PRIMARY KEY (id),
    constraint set_aside_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint set_aside_audited CHECK (
CASE
    WHEN status = 'OPEN'::text THEN ended_at IS NULL AND ended_by IS NULL AND note IS NULL
    ELSE ended_at IS NOT NULL AND ended_by IS NOT NULL AND note IS NOT NULL
END),
    constraint set_aside_payment CHECK ((reason = 'EARLIER_THAN_PAYMENT'::text) = (payment_id IS NOT NULL)),
    constraint set_aside_reason_check CHECK (reason = ANY (ARRAY['OTHER_CONTENTS'::text, 'LATER_THAN_EVENT'::text, 'EARLIER_THAN_EVENT'::text, 'EARLIER_THAN_PAYMENT'::text])),
    constraint set_aside_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'RELEASED'::text, 'DISMISSED'::text]))
);
CREATE INDEX set_aside_list ON set_aside USING btree (location_id, status, id);
CREATE INDEX set_aside_of_id ON set_aside USING btree (location_id, cancellation_id);
CREATE UNIQUE INDEX set_aside_once ON set_aside USING btree (location_id, payable_type, payable_id, cancellation_id, contents, payment_id) NULLS NOT DISTINCT;
CREATE INDEX set_aside_open ON set_aside USING btree (set_aside_at) WHERE status = 'OPEN'::text;
CREATE TRIGGER set_aside_ends_once BEFORE UPDATE ON set_aside FOR EACH ROW EXECUTE FUNCTION set_aside_refuse_change();

CREATE OR REPLACE FUNCTION public.decision_public(d decision)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN jsonb_build_object('decisionId', (d).id, 'cancellationId', (d).cancellation_id, 'outcome', (d).outcome, 'reason', (d).reason, 'amountKrw', (d).amount_krw, 'refundId', (d).refund_id, 'deadlineAt', refund_instant((d).deadline_at), 'decidedAt', refund_instant((d).decided_at));

CREATE OR REPLACE FUNCTION public.ledger_state(p paid_payment, r refund, d decision)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
declare
  max_decisions constant integer := 20;
  refunds jsonb := '[]';
  decisions jsonb := '[]';
  others bigint;
  added boolean;
  other_refund refund;
  other_decision decision;
begin
  added := r.id is null;
  for other_refund in select * from refund o where o.payment_id = p.payment_id and o.id is distinct from r.id
      order by o.requested_at, o.id loop
    if not added and (r.requested_at, r.id) < (other_refund.requested_at, other_refund.id) then
      refunds := refunds || refund_public(r);
      added := true;
    end if;
    refunds := refunds || refund_public(other_refund);
  end loop;
  if not added then
    refunds := refunds || refund_public(r);
  end if;

  select count(*) into others from decision o where o.payment_id = p.payment_id and o.id is distinct from d.id;
  added := d.id is null;
  for other_decision in select * from (
      select * from decision o where o.payment_id = p.payment_id and o.id is distinct from d.id
       order by o.decided_at desc, o.id desc limit max_decisions - case when d.id is null then 0 else 1 end) newest
      order by decided_at, id loop
    if not added and (d.decided_at, d.id) < (other_decision.decided_at, other_decision.id) then
      decisions := decisions || decision_public(d);
      added := true;
    end if;
    decisions := decisions || decision_public(other_decision);
  end loop;
  if not added then
    decisions := decisions || decision_public(d);
  end if;

  return jsonb_build_object(
    'paymentId', p.payment_id, 'version', p.version, 'locationId', p.location_id, 'live', p.live,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'overpaid', p.overpaid, 'totalKrw', p.total_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'refundedKrw', p.refunded_krw, 'refundedVatKrw', p.refunded_vat_krw, 'refundedTaxFreeKrw', p.refunded_tax_free_krw,
    'reservedKrw', p.reserved_krw, 'refundedElsewhereKrw', p.refunded_elsewhere_krw,
    'balanceKrw', p.total_krw - p.refunded_krw - p.reserved_krw - p.refunded_elsewhere_krw,
    'refunds', refunds, 'decisions', decisions,
    'decisionsOmitted', others + case when d.id is null then 0 else 1 end - jsonb_array_length(decisions));
end $function$;

CREATE OR REPLACE FUNCTION public.paid_payment_rules_hold(p paid_payment)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refund_aids_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.aid = any (new.more_aids)
     or exists (select from refund r
                 where r.payment_id = new.payment_id and r.id <> new.id
                   and (r.aid = any (new.more_aids) or r.more_aids && array_append(new.more_aids, new.aid))) then
    raise exception 'KakaoPay''s id of a cancel stands for another refund of the payment' using
      errcode = 'unique_violation', table = 'refund', constraint = 'refund_aid';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.refund_check_transition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.refund_correct(payment uuid, expected_version bigint, correction jsonb, explanation jsonb, trace text)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
declare
  p paid_payment;
  r refund;
  x jsonb;
  refunded refund[] := '{}';
  failed refund[] := '{}';
begin
  perform from refund o where o.payment_id = payment order by o.id for no key update;
  perform from paid_payment o where o.payment_id = payment and o.version = expected_version for no key update;
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
               failure_confirmed_at = now(), next_check_at = null, manual_review_since = null, manual_review_reason = null
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
               vat_krw = (x ->> 'vat_krw')::bigint, tax_free_krw = (x ->> 'tax_free_krw')::bigint, cancel_attempts = 0,
               only_attempt_declined = false, sent_at = null, available_krw = null, unsettled_since = null, repeat_decline = null,
               repeat_not_before = null, manual_review_since = null, manual_review_reason = null,
               next_check_at = case when o.status in ('IN_FLIGHT', 'UNKNOWN') then now() else o.next_check_at end
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
      -- KakaoPay refunded it although a person had recorded it as refunded elsewhere: the member may have got it twice.
      update refund o set status = 'SUCCEEDED', version = o.version + 1, amount_krw = (x ->> 'krw')::bigint,
             vat_krw = (x ->> 'vat_krw')::bigint, tax_free_krw = (x ->> 'tax_free_krw')::bigint, failure = null,
             aid = x ->> 'aid', canceled_at = coalesce((x ->> 'canceled_at')::timestamptz, now()), finished_at = now(),
             next_check_at = null, last_answer = 'SUCCEEDED_LATE',
             manual_review_since = case when o.id in (select s.refund_id from resolution s
                                                       where s.outcome = 'REFUNDED_ELSEWHERE') then now() end,
             manual_review_reason = case when o.id in (select s.refund_id from resolution s
                                                        where s.outcome = 'REFUNDED_ELSEWHERE') then 'REFUNDED_TWICE' end
       where o.id = (x ->> 'id')::uuid returning * into r;
    end if;
    refunded := refunded || r;
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
    from unnest(refunded) t;
  insert into outbox (id, topic, aggregatetype, aggregateid, type, version, payload, traceparent)
  select uuidv7(), 'booking.notices', 'notice', p.payable_id, 'coworkpay.notice.refund_failed.v1', p.version,
         refund_notice(p, 'REFUND_FAILED', t.failure, t.amount_krw, t.id, t.cancellation_id, explanation)
           || jsonb_build_object('origin', t.origin), coalesce(trace, t.traceparent)
    from unnest(failed) t;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.refund_exact_instant(t timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN to_char((t AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text);

CREATE OR REPLACE FUNCTION public.refund_instant(t timestamp with time zone)
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN to_char((t AT TIME ZONE 'UTC'::text), 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'::text);

CREATE OR REPLACE FUNCTION public.refund_notice(p paid_payment, status text, reason text, amount_krw bigint, refund_id uuid, cancellation_id text, explanation jsonb)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE PARALLEL SAFE
AS $function$
begin
  return jsonb_build_object(
    'paymentId', p.payment_id, 'version', p.version, 'locationId', p.location_id,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'status', status, 'reason', reason, 'refundId', refund_id, 'cancellationId', cancellation_id,
    'amountKrw', amount_krw, 'refundedKrw', p.refunded_krw, 'totalKrw', p.total_krw, 'live', p.live,
    'explanation', explanation, 'occurredAt', refund_instant(now()));
end $function$;

CREATE OR REPLACE FUNCTION public.refund_pause(attempts integer, began_at timestamp with time zone, review_since timestamp with time zone, first_pause double precision, max_pause double precision, max_pause_in_review double precision)
 RETURNS interval
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN make_interval(secs => LEAST((first_pause * ((2)::double precision ^ (LEAST(GREATEST(attempts, 0), 20))::double precision)), GREATEST(max_pause, LEAST(max_pause_in_review, CASE WHEN (review_since IS NOT NULL) THEN ((EXTRACT(epoch FROM (now() - began_at)))::double precision / (6)::double precision) ELSE NULL::double precision END))));

CREATE OR REPLACE FUNCTION public.refund_public(r refund)
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN jsonb_build_object('refundId', (r).id, 'status', (r).status, 'origin', (r).origin, 'reason', (r).reason, 'amountKrw', (r).amount_krw, 'supplyKrw', (((r).amount_krw - (r).vat_krw) - (r).tax_free_krw), 'vatKrw', (r).vat_krw, 'taxFreeKrw', (r).tax_free_krw, 'decisionId', (r).decision_id, 'cancellationId', (r).cancellation_id, 'failure', (r).failure, 'aid', (r).aid, 'requestedAt', refund_instant((r).requested_at), 'canceledAt', refund_instant((r).canceled_at), 'failedAt', CASE WHEN ((r).status = 'FAILED'::text) THEN refund_instant((r).finished_at) ELSE NULL::text END, 'manualReviewSince', refund_instant((r).manual_review_since), 'manualReviewReason', (r).manual_review_reason);

CREATE OR REPLACE FUNCTION public.refund_rules_hold(r refund)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
    when not (r.soft_declines >= 0) then 'refund_soft_declines_check'
    when not (length(r.last_answer) <= 120) then 'refund_last_answer_check'
    when not ((r.origin in ('ADMINISTRATOR', 'OUTSIDE')) = (r.decision_id is null)) then 'refund_origin_decision'
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
    -- what is not over is checked again, a failure until `order` has proved that it moved nothing
    when not (r.status in ('SUCCEEDED', 'AWAITING_APPROVAL') or r.failure_confirmed_at is not null
              or r.next_check_at is not null) then 'refund_has_next_check'
  end;
begin
  if broken is not null then
    raise exception 'refund % breaks the rule %', r.id, broken
      using errcode = 'check_violation', table = 'refund', constraint = broken;
  end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.resolution_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a resolution is never changed' using errcode = 'check_violation', table = 'resolution',
    constraint = 'resolution_stays';
end $function$;

CREATE OR REPLACE FUNCTION public.set_aside_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status <> 'OPEN' then
    raise exception 'set-aside cancellation % is over', old.id
      using errcode = 'check_violation', table = 'set_aside', constraint = 'set_aside_ends_once';
  end if;
  return new;
end $function$;
