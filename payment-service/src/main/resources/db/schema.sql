-- What the database of payment-service holds once it is migrated: tables with their indexes and triggers, views,
-- functions, each in the order of its name. Rendered from PostgreSQL's catalog by SchemaTest of payment-service;
-- nothing runs it. Change the migration, then run the test with -Dcontracts.write=true.

create table audit (
    id uuid not null,
    at timestamp with time zone default clock_timestamp() not null,
    action text not null,
    outcome text not null,
    actor text not null,
    address text not null,
    trace_id text,
    location_id text,
    object_type text not null,
    object_id text not null,
    payment_id uuid,
    why text,
    before jsonb default '{}'::jsonb not null,
    after jsonb default '{}'::jsonb not null,
    constraint audit_pkey PRIMARY KEY (id),
    constraint audit_action_check CHECK (action ~ '^[A-Z][A-Z_]{1,63}$'::text),
    constraint audit_actor_check CHECK (char_length(actor) >= 1 AND char_length(actor) <= 255),
    constraint audit_address_check CHECK (char_length(address) >= 1 AND char_length(address) <= 255),
    constraint audit_after_check CHECK (jsonb_typeof(after) = 'object'::text),
    constraint audit_before_check CHECK (jsonb_typeof(before) = 'object'::text),
    constraint audit_object_id_check CHECK (char_length(object_id) >= 1 AND char_length(object_id) <= 300),
    constraint audit_object_type_check CHECK (object_type ~ '^[A-Z][A-Z_]{1,31}$'::text),
    constraint audit_outcome_check CHECK (outcome ~ '^[A-Z][A-Z0-9_]{0,63}$'::text),
    constraint audit_trace_id_check CHECK (char_length(trace_id) <= 64),
    constraint audit_why_check CHECK (char_length(why) >= 1 AND char_length(why) <= 1000)
);
CREATE INDEX audit_by_location ON audit USING btree (location_id, at, id);
CREATE INDEX audit_by_object ON audit USING btree (location_id, object_type, object_id, at, id);
CREATE INDEX audit_by_payment ON audit USING btree (payment_id, at, id) WHERE payment_id IS NOT NULL;
CREATE TRIGGER audit_no_change BEFORE DELETE OR UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

create table cancellation (
    location_id text not null,
    payable_type text not null,
    payable_id text not null,
    cancellation_id text not null,
    contents text not null,
    released boolean default false not null,
    canceled_at timestamp with time zone not null,
    received_at timestamp with time zone default now() not null
);
CREATE UNIQUE INDEX cancellation_contents ON cancellation USING btree (location_id, payable_type, payable_id, cancellation_id, contents);
CREATE UNIQUE INDEX cancellation_key ON cancellation USING btree (location_id, payable_type, payable_id, cancellation_id) WHERE NOT released;

create table checkout (
    id uuid not null,
    location_id text not null,
    payer_id text not null,
    owner_id text not null,
    owner_role text not null,
    payable_type text not null,
    payable_id text not null,
    resource_type text,
    resource_id text,
    event_id text,
    start_at timestamp with time zone,
    start_day date,
    description text not null,
    total_krw bigint not null,
    supply_krw bigint not null,
    vat_krw bigint not null,
    tax_free_krw bigint not null,
    quantity integer not null,
    return_url text not null,
    policy jsonb,
    language text,
    caller text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    attempts integer default 0 not null,
    created_at timestamp with time zone default now() not null,
    expires_at timestamp with time zone not null,
    constraint checkout_pkey PRIMARY KEY (id),
    constraint checkout_attempts_check CHECK (attempts >= 0 AND attempts <= checkout_max_attempts()),
    constraint checkout_check CHECK (start_at IS NULL OR start_day IS NULL),
    constraint checkout_expiry CHECK (expires_at > created_at AND expires_at <= (created_at + '7 days'::interval)),
    constraint checkout_language_check CHECK (language = ANY (ARRAY['ko'::text, 'en'::text])),
    constraint checkout_owner_id_check CHECK (octet_length(owner_id) >= 1 AND octet_length(owner_id) <= 255),
    constraint checkout_parts CHECK (total_krw = (supply_krw + vat_krw + tax_free_krw)),
    constraint checkout_payer_id_check CHECK (octet_length(payer_id) >= 1 AND octet_length(payer_id) <= 255),
    constraint checkout_quantity_check CHECK (quantity > 0),
    constraint checkout_supply_krw_check CHECK (supply_krw >= 0),
    constraint checkout_tax_free_krw_check CHECK (tax_free_krw >= 0),
    constraint checkout_total_krw_check CHECK (total_krw >= 1 AND total_krw <= 2000000000),
    constraint checkout_vat_krw_check CHECK (vat_krw >= 0)
);
CREATE UNIQUE INDEX checkout_idempotency ON checkout USING btree (caller, idempotency_key);
CREATE UNIQUE INDEX checkout_paid ON checkout USING btree (id, location_id, payable_type, payable_id, payer_id, total_krw);
CREATE TRIGGER checkout_never_changes BEFORE UPDATE ON checkout FOR EACH ROW EXECUTE FUNCTION checkout_check_change();

create table dead_letter (
    id uuid not null,
    topic text not null,
    partition_no integer not null,
    offset_no bigint not null,
    digest bytea not null,
    timestamp_ms bigint not null,
    key bytea,
    value bytea,
    headers jsonb not null,
    cut text not null,
    kind text not null,
    reason text not null,
    event_id text,
    event_type text,
    received_at timestamp with time zone default clock_timestamp() not null,
    status text default 'OPEN'::text not null,
    refusal text,
    lease_until timestamp with time zone,
    constraint dead_letter_pkey PRIMARY KEY (id),
    constraint dead_letter_topic_partition_no_offset_no_digest_key UNIQUE (topic, partition_no, offset_no, digest),
    constraint dead_letter_check CHECK ((status = 'REPLAYING'::text) = (lease_until IS NOT NULL)),
    constraint dead_letter_digest_check CHECK (octet_length(digest) = 32),
    constraint dead_letter_key_check CHECK (octet_length(key) <= 1048576),
    constraint dead_letter_kind_check CHECK (kind = ANY (ARRAY['UNREADABLE'::text, 'REFUSED_BY_DATABASE'::text, 'HANDLER_FAILED'::text])),
    constraint dead_letter_status_check CHECK (status = ANY (ARRAY['OPEN'::text, 'REPLAYING'::text, 'REPLAYED'::text, 'DISMISSED'::text])),
    constraint dead_letter_value_check CHECK (octet_length(value) <= 1048576)
);
CREATE INDEX dead_letter_by_status ON dead_letter USING btree (status, received_at, id);
CREATE INDEX dead_letter_newest ON dead_letter USING btree (received_at, id);
CREATE TRIGGER dead_letter_rules AFTER DELETE OR UPDATE ON dead_letter FOR EACH ROW EXECUTE FUNCTION dead_letter_rules();

create table dead_letter_action (
    id uuid default uuidv7() not null,
    letter_id uuid not null,
    action text not null,
    acted_by text not null,
    acted_at timestamp with time zone default now() not null,
    note text not null,
    outcome text,
    refusal text,
    ended_at timestamp with time zone,
    constraint dead_letter_action_pkey PRIMARY KEY (id),
    constraint dead_letter_action_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES dead_letter(id),
    constraint dead_letter_action_action_check CHECK (action = ANY (ARRAY['REPLAY'::text, 'DISMISSAL'::text, 'NOTE'::text])),
    constraint dead_letter_action_check CHECK (action = 'REPLAY'::text OR outcome IS NULL),
    constraint dead_letter_action_check1 CHECK ((outcome IS NULL) = (ended_at IS NULL)),
    constraint dead_letter_action_check2 CHECK ((NOT outcome IS DISTINCT FROM 'REFUSED'::text) = (refusal IS NOT NULL)),
    constraint dead_letter_action_note_check CHECK (note <> ''::text),
    constraint dead_letter_action_outcome_check CHECK (outcome = ANY (ARRAY['DONE'::text, 'REFUSED'::text]))
);
CREATE INDEX dead_letter_action_of ON dead_letter_action USING btree (letter_id, id);
CREATE UNIQUE INDEX dead_letter_replayed_once ON dead_letter_action USING btree (letter_id) WHERE action = 'REPLAY'::text AND outcome IS DISTINCT FROM 'REFUSED'::text;
CREATE TRIGGER dead_letter_action_once BEFORE DELETE OR UPDATE ON dead_letter_action FOR EACH ROW EXECUTE FUNCTION dead_letter_action_is_written_once();

create table location_replica (
    location_id text not null,
    version bigint not null,
    connected boolean not null,
    account_id text,
    cid text,
    live boolean,
    enabled text[] not null,
    title text not null,
    timezone text not null,
    locale text not null,
    seller jsonb,
    received_at timestamp with time zone default now() not null,
    constraint location_replica_pkey PRIMARY KEY (location_id),
    constraint location_connected CHECK (NOT connected OR account_id IS NOT NULL AND cid IS NOT NULL AND live IS NOT NULL)
);

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
    event_time timestamp with time zone,
    constraint outbox_pkey PRIMARY KEY (id),
    constraint outbox_payload_check CHECK (jsonb_typeof(payload) = 'object'::text)
) with (fillfactor = 60, toast_tuple_target = 128);
CREATE INDEX outbox_unpublished ON outbox USING btree (created_at, id) WHERE published_at IS NULL;
CREATE TRIGGER outbox_remember BEFORE INSERT ON outbox FOR EACH ROW EXECUTE FUNCTION outbox_remember();

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

create table payment (
    id uuid not null,
    version bigint not null,
    status text not null,
    reason text,
    location_id text not null,
    payer_id text not null,
    owner_id text not null,
    owner_role text not null,
    payable_type text not null,
    payable_id text not null,
    resource_type text,
    resource_id text,
    event_id text,
    start_at timestamp with time zone,
    start_day date,
    description text not null,
    total_krw bigint not null,
    supply_krw bigint not null,
    vat_krw bigint not null,
    tax_free_krw bigint not null,
    quantity integer not null,
    device text not null,
    return_url text not null,
    policy jsonb,
    merchant_account_id text not null,
    cid text not null,
    live boolean not null,
    checkout_id uuid,
    caller text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    ready_attempts integer default 0 not null,
    ready_claimed_at timestamp with time zone,
    partner_user_id text,
    tid text,
    redirect_pc_url text,
    redirect_mobile_url text,
    redirect_app_url text,
    android_app_scheme text,
    ios_app_scheme text,
    pg_token bytea,
    approve_claimed_at timestamp with time zone,
    approve_sent_at timestamp with time zone,
    soft_declines integer default 0 not null,
    decline_code text,
    approved_at timestamp with time zone,
    method text,
    card_company text,
    refunded_krw bigint default 0 not null,
    overpaid_krw bigint default 0 not null,
    created_at timestamp with time zone default now() not null,
    initiated_at timestamp with time zone,
    expires_at timestamp with time zone,
    canceled_at timestamp with time zone,
    failed_at timestamp with time zone,
    unsettled_since timestamp with time zone,
    manual_review_since timestamp with time zone,
    next_check_at timestamp with time zone,
    check_attempts integer default 0 not null,
    check_requested_at timestamp with time zone,
    last_inquiry_result text,
    last_answer text,
    traceparent text,
    constraint payment_pkey PRIMARY KEY (id),
    constraint payment_of_checkout FOREIGN KEY (checkout_id, location_id, payable_type, payable_id, payer_id, total_krw) REFERENCES checkout(id, location_id, payable_type, payable_id, payer_id, total_krw),
    constraint payment_rules CHECK (payment_rules_hold(payment.*))
) with (fillfactor = 50);
CREATE INDEX payment_attempts ON payment USING btree (checkout_id, created_at, id) WHERE checkout_id IS NOT NULL;
CREATE INDEX payment_due ON payment USING btree (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE UNIQUE INDEX payment_idempotency ON payment USING btree (caller, idempotency_key);
CREATE INDEX payment_of_location ON payment USING btree (location_id, created_at, id);
CREATE INDEX payment_of_payable ON payment USING btree (payable_id, created_at, id);
CREATE INDEX payment_of_payer ON payment USING btree (payer_id, created_at, id);
CREATE INDEX payment_pending ON payment USING btree (location_id, payable_type, payable_id) WHERE status = ANY (ARRAY['CREATED'::text, 'WAITING'::text]);
CREATE INDEX payment_pending_of_event ON payment USING btree (location_id, event_id) WHERE event_id IS NOT NULL AND (status = ANY (ARRAY['CREATED'::text, 'WAITING'::text]));
CREATE INDEX payment_review ON payment USING btree (location_id, manual_review_since, id) WHERE manual_review_since IS NOT NULL AND next_check_at IS NOT NULL;
CREATE UNIQUE INDEX payment_slot ON payment USING btree (location_id, payable_type, payable_id) WHERE payment_holds_slot(status, refunded_krw, total_krw);
CREATE UNIQUE INDEX payment_tid ON payment USING btree (tid) WHERE tid IS NOT NULL;
CREATE TRIGGER payment_change_has_event AFTER UPDATE OF status, total_krw, supply_krw, vat_krw, tax_free_krw, overpaid_krw ON payment FOR EACH ROW EXECUTE FUNCTION payment_check_event();
CREATE TRIGGER payment_transitions BEFORE UPDATE OF status ON payment FOR EACH ROW EXECUTE FUNCTION payment_check_transition();

create table payment_resolution (
    id uuid not null,
    payment_id uuid not null,
    outcome text not null,
    evidence text not null,
    note text,
    resolved_by text not null,
    resolved_at timestamp with time zone default now() not null,
    status_before text not null,
    inquiry_result text not null,
    order_answer text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    traceparent text,
    constraint payment_resolution_pkey PRIMARY KEY (id),
    constraint payment_resolution_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES payment(id),
    constraint payment_resolution_evidence_check CHECK (length(evidence) >= 1 AND length(evidence) <= 200),
    constraint payment_resolution_note_check CHECK (length(note) >= 1 AND length(note) <= 500),
    constraint payment_resolution_outcome_check CHECK (outcome = ANY (ARRAY['PAID'::text, 'NOT_PAID'::text]))
);
CREATE UNIQUE INDEX payment_resolution_idempotency ON payment_resolution USING btree (resolved_by, idempotency_key);
CREATE INDEX payment_resolution_payment ON payment_resolution USING btree (payment_id, resolved_at);
CREATE TRIGGER payment_resolution_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON payment_resolution FOR EACH STATEMENT EXECUTE FUNCTION payment_resolution_refuse();

create table refund_replica (
    payment_id uuid not null,
    version bigint not null,
    refunded_krw bigint not null,
    reserved_krw bigint not null,
    refunds jsonb not null,
    received_at timestamp with time zone default now() not null,
    constraint refund_replica_pkey PRIMARY KEY (payment_id),
    constraint refund_replica_refunded_krw_check CHECK (refunded_krw >= 0),
    constraint refund_replica_refunds_check CHECK (jsonb_typeof(refunds) = 'array'::text),
    constraint refund_replica_reserved_krw_check CHECK (reserved_krw >= 0),
    constraint refund_replica_version_check CHECK (version > 0)
);

create table restoration (
    location_id text not null,
    payable_type text not null,
    payable_id text not null,
    cancellation_id text not null,
    restored_at timestamp with time zone not null,
    received_at timestamp with time zone default now() not null,
    constraint restoration_pkey PRIMARY KEY (location_id, payable_type, payable_id, cancellation_id)
);

create view checkout_state as
 SELECT id,
    location_id,
    payer_id,
    owner_id,
    owner_role,
    payable_type,
    payable_id,
    resource_type,
    resource_id,
    event_id,
    start_at,
    start_day,
    description,
    total_krw,
    supply_krw,
    vat_krw,
    tax_free_krw,
    quantity,
    return_url,
    policy,
    language,
    caller,
    idempotency_key,
    request_hash,
    attempts,
    created_at,
    expires_at,
        CASE
            WHEN expires_at <= now() THEN 'CHECKOUT_EXPIRED'::text
            WHEN (EXISTS ( SELECT
               FROM payment a
              WHERE a.checkout_id = k.id AND a.status = 'PAID'::text)) THEN 'PAYABLE_ALREADY_PAID'::text
            WHEN attempts >= checkout_max_attempts() THEN 'CHECKOUT_ATTEMPTS_USED'::text
            ELSE NULL::text
        END AS rejection
   FROM checkout k;

create view effective_cancellation as
 SELECT location_id,
    payable_type,
    payable_id,
    cancellation_id,
    canceled_at,
    received_at
   FROM cancellation c
  WHERE NOT (EXISTS ( SELECT
           FROM restoration r
          WHERE r.location_id = c.location_id AND r.payable_type = c.payable_type AND r.payable_id = c.payable_id AND (r.cancellation_id = ANY (ARRAY[''::text, c.cancellation_id])) AND r.restored_at >= c.canceled_at));

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.checkout_check_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.attempts >= old.attempts then
    old.attempts := new.attempts;
  end if;
  if old is distinct from new then
    raise exception 'checkout % is never changed', new.id
      using errcode = 'check_violation', table = 'checkout', constraint = 'checkout_never_changes';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.checkout_max_attempts()
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN 20;

CREATE OR REPLACE FUNCTION public.dead_letter_action_is_written_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and old.outcome is null
     and to_jsonb(old) - array['outcome', 'refusal', 'ended_at'] = to_jsonb(new) - array['outcome', 'refusal', 'ended_at'] then
    return new;
  end if;
  raise exception 'what was done about a dead letter is never changed or removed' using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.dead_letter_rules()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'DELETE' then
    raise exception 'dead letters are never removed' using errcode = 'restrict_violation';
  end if;
  if to_jsonb(old) - array['status', 'refusal', 'lease_until']
       <> to_jsonb(new) - array['status', 'refusal', 'lease_until'] then
    raise exception 'a dead letter stays as it was received' using errcode = 'restrict_violation';
  end if;
  if new.status <> old.status and (old.status, new.status) not in (('OPEN', 'REPLAYING'), ('DISMISSED', 'REPLAYING'),
       ('REPLAYING', 'OPEN'), ('REPLAYING', 'REPLAYED'), ('OPEN', 'DISMISSED')) then
    raise exception 'a dead letter does not go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  if new.status <> old.status and not exists (
       select from dead_letter_action a
        where a.letter_id = new.id and case new.status
          when 'REPLAYING' then a.action = 'REPLAY' and a.outcome is null
          when 'REPLAYED' then a.action = 'REPLAY' and a.outcome = 'DONE'
          when 'OPEN' then a.action = 'REPLAY' and a.outcome = 'REFUSED'
          else a.action = 'DISMISSAL' end) then
    raise exception 'nobody acted on this dead letter' using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.outbox_has_event(topic text, aggregateid text, version bigint)
 RETURNS boolean
 LANGUAGE sql
RETURN COALESCE((POSITION(((((((topic || '/'::text) || aggregateid) || '/'::text) || version) || ' '::text)) IN (current_setting('coworkpay.events'::text, true))) > 0), false);

CREATE OR REPLACE FUNCTION public.outbox_remember()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.aggregatetype <> 'notice' then
    perform set_config('coworkpay.events', coalesce(current_setting('coworkpay.events', true), '')
      || new.topic || '/' || new.aggregateid || '/' || new.version || ' ', true);
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.payable_offer(location_id text, payable_type text, payable_id text, test_allowed boolean)
 RETURNS TABLE(account_id text, cid text, live boolean, rejection text)
 LANGUAGE sql
 STABLE PARALLEL SAFE
BEGIN ATOMIC
 SELECT l.account_id,
     l.cid,
     l.live,
         CASE
             WHEN (l.connected IS NOT TRUE) THEN 'LOCATION_NOT_CONNECTED'::text
             WHEN (NOT (payable_offer.payable_type = ANY (l.enabled))) THEN 'PAYABLE_SWITCHED_OFF'::text
             WHEN (NOT (l.live OR payable_offer.test_allowed)) THEN 'TEST_ACCOUNT_NOT_ALLOWED'::text
             WHEN (EXISTS ( SELECT
                FROM effective_cancellation c
               WHERE ((c.location_id = payable_offer.location_id) AND (c.payable_type = payable_offer.payable_type) AND (c.payable_id = payable_offer.payable_id)))) THEN 'PAYABLE_CANCELED'::text
             ELSE ( SELECT
                     CASE s.status
                         WHEN 'PAID'::text THEN 'PAYABLE_ALREADY_PAID'::text
                         ELSE 'PAYMENT_UNSETTLED'::text
                     END AS "case"
                FROM payment s
               WHERE ((s.location_id = payable_offer.location_id) AND (s.payable_type = payable_offer.payable_type) AND (s.payable_id = payable_offer.payable_id) AND payment_holds_slot(s.status, s.refunded_krw, s.total_krw)))
         END AS "case"
    FROM (( SELECT) one
      LEFT JOIN location_replica l ON ((l.location_id = payable_offer.location_id)));
END;

CREATE OR REPLACE FUNCTION public.payment_approve_repeatable(p payment, quiet_after double precision, dead_after double precision)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN (((p).status = ANY (ARRAY['APPROVING'::text, 'UNKNOWN'::text])) AND ((p).pg_token IS NOT NULL) AND payment_quiet(p, quiet_after) AND (NOT payment_tid_dead(p, dead_after)) AND (NOT (EXISTS (SELECT FROM effective_cancellation c WHERE ((c.location_id = (payment_approve_repeatable.p).location_id) AND (c.payable_type = (payment_approve_repeatable.p).payable_type) AND (c.payable_id = (payment_approve_repeatable.p).payable_id))))));

CREATE OR REPLACE FUNCTION public.payment_check_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.payment_check_transition()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.payment_holds_slot(status text, refunded_krw bigint, total_krw bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN ((status = ANY (ARRAY['APPROVING'::text, 'UNKNOWN'::text])) OR ((status = 'PAID'::text) AND (refunded_krw < total_krw)));

CREATE OR REPLACE FUNCTION public.payment_quiet(p payment, quiet_after double precision)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((now() >= ((p).approve_sent_at + make_interval(secs => quiet_after))), true);

CREATE OR REPLACE FUNCTION public.payment_resolution_refuse()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a resolution is never changed' using errcode = 'check_violation', table = 'payment_resolution',
    constraint = 'payment_resolution_append_only';
end $function$;

CREATE OR REPLACE FUNCTION public.payment_rules_hold(p payment)
 RETURNS boolean
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.payment_tid_dead(p payment, dead_after double precision)
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN COALESCE((now() >= ((p).initiated_at + make_interval(secs => dead_after))), false);
