-- What the database of reporting-service holds once it is migrated: tables with their indexes and triggers, views,
-- functions, each in the order of its name. Rendered from PostgreSQL's catalog by SchemaTest of reporting-service;
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

create table projection (
    singleton boolean default true not null,
    current_side smallint default 0 not null,
    building_side smallint,
    generation bigint default 1 not null,
    switched_at timestamp with time zone default now() not null,
    constraint projection_pkey PRIMARY KEY (singleton),
    constraint projection_check CHECK (building_side = (1 - current_side)),
    constraint projection_current_side_check CHECK (current_side = ANY (ARRAY[0, 1])),
    constraint projection_singleton_check CHECK (singleton)
);

create table projection_position (
    reader text not null,
    topic text not null,
    partition_no integer not null,
    next_offset bigint not null,
    last_event_at timestamp with time zone,
    target_offset bigint,
    constraint projection_position_pkey PRIMARY KEY (reader, topic, partition_no),
    constraint projection_position_next_offset_check CHECK (next_offset >= 0),
    constraint projection_position_reader_check CHECK (reader = ANY (ARRAY['LIVE'::text, 'REBUILD'::text]))
);

create table rebuild (
    id uuid not null,
    state text not null,
    phase text not null,
    requested_by text not null,
    requested_at timestamp with time zone default now() not null,
    holder text,
    epoch bigint default 0 not null,
    lease_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
    records_read bigint default 0 not null,
    records_skipped bigint default 0 not null,
    last_problem text,
    failure text,
    finished_at timestamp with time zone,
    constraint rebuild_pkey PRIMARY KEY (id),
    constraint rebuild_failed CHECK ((state = 'FAILED'::text) = (failure IS NOT NULL)),
    constraint rebuild_finished CHECK ((state = 'RUNNING'::text) = (finished_at IS NULL)),
    constraint rebuild_phase_check CHECK (phase = ANY (ARRAY['PREPARING'::text, 'REPLAYING'::text, 'READING'::text])),
    constraint rebuild_state_check CHECK (state = ANY (ARRAY['RUNNING'::text, 'SWITCHED'::text, 'FAILED'::text, 'STOPPED'::text]))
);
CREATE UNIQUE INDEX rebuild_running ON rebuild USING btree (state) WHERE state = 'RUNNING'::text;

create table report_location (
    side smallint not null,
    location_id text not null,
    version bigint not null,
    title text not null,
    timezone text not null,
    locale text not null,
    constraint report_location_pkey PRIMARY KEY (location_id, side)
) partition by LIST (side);

create table report_location_0 partition of report_location for values IN ('0');

create table report_location_1 partition of report_location for values IN ('1');

create table report_payment (
    side smallint not null,
    payment_id uuid not null,
    location_id text not null,
    live boolean not null,
    payment_version bigint default 0 not null,
    payment_recorded_at timestamp with time zone,
    status text,
    reason text,
    payable_type text,
    payable_id text,
    payer_id text,
    description text,
    total_krw bigint,
    vat_krw bigint,
    tax_free_krw bigint,
    overpaid_krw bigint default 0 not null,
    method text,
    card_company text,
    tid text,
    created_at timestamp with time zone,
    approved_at timestamp with time zone,
    canceled_at timestamp with time zone,
    failed_at timestamp with time zone,
    occurred_at timestamp with time zone generated always as (COALESCE(approved_at, created_at)) stored,
    refund_version bigint default 0 not null,
    refund_recorded_at timestamp with time zone,
    refunded_krw bigint default 0 not null,
    refunded_vat_krw bigint default 0 not null,
    refunded_tax_free_krw bigint default 0 not null,
    reserved_krw bigint default 0 not null,
    refunded_elsewhere_krw bigint default 0 not null,
    refunds jsonb,
    refund_ids text[],
    constraint report_payment_pkey PRIMARY KEY (payment_id, side),
    constraint report_payment_known CHECK (payment_version = 0 OR payment_recorded_at IS NOT NULL AND status IS NOT NULL AND payable_type IS NOT NULL AND payable_id IS NOT NULL AND payer_id IS NOT NULL AND description IS NOT NULL AND total_krw IS NOT NULL AND vat_krw IS NOT NULL AND tax_free_krw IS NOT NULL AND created_at IS NOT NULL),
    constraint report_payment_overpaid_krw_check CHECK (overpaid_krw >= 0),
    constraint report_payment_parts CHECK ((vat_krw + tax_free_krw) <= total_krw),
    constraint report_payment_payment_version_check CHECK (payment_version >= 0),
    constraint report_payment_refund_version_check CHECK (refund_version >= 0),
    constraint report_payment_refunded_elsewhere_krw_check CHECK (refunded_elsewhere_krw >= 0),
    constraint report_payment_refunded_krw_check CHECK (refunded_krw >= 0),
    constraint report_payment_refunded_tax_free_krw_check CHECK (refunded_tax_free_krw >= 0),
    constraint report_payment_refunded_vat_krw_check CHECK (refunded_vat_krw >= 0),
    constraint report_payment_reserved_krw_check CHECK (reserved_krw >= 0),
    constraint report_payment_tax_free_krw_check CHECK (tax_free_krw >= 0),
    constraint report_payment_total_krw_check CHECK (total_krw > 0),
    constraint report_payment_vat_krw_check CHECK (vat_krw >= 0),
    constraint report_refund_known CHECK (refund_version = 0 OR refund_recorded_at IS NOT NULL AND refunds IS NOT NULL),
    constraint report_refund_parts CHECK ((refunded_vat_krw + refunded_tax_free_krw) <= refunded_krw)
) partition by LIST (side);
CREATE INDEX report_payment_order ON ONLY report_payment USING btree (location_id, occurred_at, payment_id);
CREATE INDEX report_payment_payable ON ONLY report_payment USING btree (location_id, payable_id);
CREATE INDEX report_payment_payer ON ONLY report_payment USING btree (location_id, payer_id);
CREATE INDEX report_payment_refund_ids ON ONLY report_payment USING gin (refund_ids) WHERE refund_ids IS NOT NULL;
CREATE INDEX report_payment_refunded ON ONLY report_payment USING btree (location_id, occurred_at) WHERE refund_ids IS NOT NULL;
CREATE INDEX report_payment_tid ON ONLY report_payment USING btree (tid) WHERE tid IS NOT NULL;

create table report_payment_0 partition of report_payment for values IN ('0') with (fillfactor = 85);

create table report_payment_1 partition of report_payment for values IN ('1') with (fillfactor = 85);

create view report_transaction as
 SELECT p.side,
    p.payment_id AS id,
    p.location_id,
    p.live,
    p.tid,
    p.payable_type AS type,
    p.payable_id,
    p.payer_id,
    p.description,
    p.reason,
    p.method,
    p.card_company,
    p.refund_ids,
    p.occurred_at,
    p.created_at,
    p.approved_at,
    (p.approved_at AT TIME ZONE 'Asia/Seoul'::text) AS approved_at_kst,
    p.canceled_at,
    p.failed_at,
    GREATEST(p.payment_recorded_at, p.refund_recorded_at) AS recorded_at,
        CASE
            WHEN p.status = 'SUCCEEDED'::text AND p.refunded_krw >= p.total_krw THEN 'REFUNDED'::text
            WHEN p.status = 'SUCCEEDED'::text AND p.refunded_krw > 0 THEN 'PARTIALLY_REFUNDED'::text
            ELSE p.status
        END AS status,
    p.total_krw,
    p.total_krw - p.vat_krw - p.tax_free_krw AS supply_krw,
    p.vat_krw,
    p.tax_free_krw,
    m.paid_krw,
    m.overpaid_krw,
    p.refunded_krw * m.taken AS refunded_krw,
    p.refunded_vat_krw * m.taken AS refunded_vat_krw,
    p.refunded_tax_free_krw * m.taken AS refunded_tax_free_krw,
    p.reserved_krw * m.taken AS refund_pending_krw,
    m.paid_krw + m.overpaid_krw - p.refunded_krw * m.taken AS net_krw,
    (p.vat_krw - p.refunded_vat_krw) * m.taken AS net_vat_krw,
    (p.tax_free_krw - p.refunded_tax_free_krw) * m.taken AS net_tax_free_krw,
    NULL::bigint AS fee_krw,
    COALESCE(p.refunds, '[]'::jsonb) AS refunds,
    p.refunded_elsewhere_krw * m.taken AS refunded_elsewhere_krw
   FROM report_payment p
     CROSS JOIN LATERAL ( SELECT
                CASE
                    WHEN p.status = 'SUCCEEDED'::text THEN p.total_krw
                    ELSE 0::bigint
                END AS paid_krw,
                CASE
                    WHEN p.status = 'SUCCEEDED'::text THEN 0::bigint
                    ELSE p.overpaid_krw
                END AS overpaid_krw,
                CASE
                    WHEN p.status = 'SUCCEEDED'::text OR p.overpaid_krw > 0 THEN 1
                    ELSE 0
                END AS taken) m
  WHERE p.payment_version > 0;

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$function$;

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

CREATE OR REPLACE FUNCTION public.report_digest(which smallint)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET "TimeZone" TO 'UTC'
AS $function$
  select encode(sha256(convert_to(
           coalesce((select string_agg(md5((to_jsonb(p) - 'side')::text), '' order by p.payment_id)
                       from report_payment p where p.side = which), '') || '|' ||
           coalesce((select string_agg(md5((to_jsonb(l) - 'side')::text), '' order by l.location_id)
                       from report_location l where l.side = which), ''), 'UTF8')), 'hex') $function$;
