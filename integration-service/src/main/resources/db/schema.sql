-- What the database of integration-service holds once it is migrated: tables with their indexes and triggers, views,
-- functions, each in the order of its name. Rendered from PostgreSQL's catalog by SchemaTest of integration-service;
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
    constraint audit_action CHECK (action = ANY (ARRAY['LOCATION_CREATED'::text, 'LOCATION_CHANGED'::text, 'CONNECTED'::text, 'ROTATED'::text, 'CONFIRMED'::text, 'CONNECT_REFUSED'::text, 'CHECKED'::text, 'SETTINGS_CHANGED'::text, 'DISCONNECTED'::text, 'CREDENTIAL_RELEASED'::text, 'CREDENTIAL_ERASED'::text])),
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
CREATE INDEX audit_history ON audit USING btree (location_id, at, id) WHERE action <> ALL (ARRAY['LOCATION_CREATED'::text, 'LOCATION_CHANGED'::text, 'CREDENTIAL_RELEASED'::text]);
CREATE TRIGGER audit_no_change BEFORE DELETE OR UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

create table credential (
    account_id uuid not null,
    version bigint not null,
    kind text not null,
    sealed bytea,
    last_four text not null,
    accepted_at timestamp with time zone not null,
    connected_by text not null,
    superseded_at timestamp with time zone,
    constraint credential_pkey PRIMARY KEY (account_id, version),
    constraint credential_account_id_fkey FOREIGN KEY (account_id) REFERENCES merchant_account(id),
    constraint credential_check CHECK (sealed IS NOT NULL OR superseded_at IS NOT NULL),
    constraint credential_connected_by_check CHECK (char_length(connected_by) >= 1 AND char_length(connected_by) <= 255),
    constraint credential_kind_check CHECK (kind = ANY (ARRAY['ADMIN_KEY'::text, 'SECRET_KEY'::text])),
    constraint credential_last_four_check CHECK (char_length(last_four) = 4),
    constraint credential_sealed_check CHECK (octet_length(sealed) >= 28 AND octet_length(sealed) <= 4096),
    constraint credential_version_check CHECK (version >= 1)
);
CREATE UNIQUE INDEX credential_one_current ON credential USING btree (account_id) WHERE superseded_at IS NULL;
CREATE INDEX credential_to_erase ON credential USING btree (superseded_at) WHERE superseded_at IS NOT NULL AND sealed IS NOT NULL;

create table kakaopay_settings (
    location_id text not null,
    enabled_payables text[] not null,
    automatic_refunds boolean not null,
    constraint kakaopay_settings_pkey PRIMARY KEY (location_id),
    constraint kakaopay_settings_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id)
);

create table location (
    id text not null,
    title text not null,
    timezone text not null,
    locale text not null,
    refund_approval_limit_krw bigint not null,
    seller_name text,
    seller_business_number text,
    seller_representative text,
    seller_address text,
    seller_phone text,
    version bigint not null,
    created_at timestamp with time zone default now() not null,
    updated_at timestamp with time zone default now() not null,
    constraint location_pkey PRIMARY KEY (id),
    constraint location_id_check CHECK (id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'::text),
    constraint location_locale_check CHECK (locale = ANY (ARRAY['ko'::text, 'en'::text])),
    constraint location_refund_approval_limit_krw_check CHECK (refund_approval_limit_krw >= 0 AND refund_approval_limit_krw <= '10000000000'::bigint),
    constraint location_seller_address_check CHECK (char_length(seller_address) >= 1 AND char_length(seller_address) <= 200),
    constraint location_seller_business_number_check CHECK (seller_business_number ~ '^[0-9]{10}$'::text),
    constraint location_seller_name_check CHECK (char_length(seller_name) >= 1 AND char_length(seller_name) <= 100),
    constraint location_seller_phone_check CHECK (char_length(seller_phone) >= 1 AND char_length(seller_phone) <= 30),
    constraint location_seller_representative_check CHECK (char_length(seller_representative) >= 1 AND char_length(seller_representative) <= 50),
    constraint location_timezone_check CHECK (char_length(timezone) >= 1 AND char_length(timezone) <= 64),
    constraint location_title_check CHECK (char_length(title) >= 1 AND char_length(title) <= 100),
    constraint location_version_check CHECK (version >= 1)
);
CREATE INDEX location_by_title ON location USING btree (lower(title) COLLATE "C", id);

create table merchant_account (
    id uuid not null,
    location_id text not null,
    cid text not null,
    live boolean not null,
    status text not null,
    status_since timestamp with time zone not null,
    check_tid text not null,
    last_check_result text not null,
    last_check_at timestamp with time zone not null,
    refused_since timestamp with time zone,
    activated_by text not null,
    activated_at timestamp with time zone not null,
    created_at timestamp with time zone default now() not null,
    constraint merchant_account_pkey PRIMARY KEY (id),
    constraint merchant_account_location_id_cid_key UNIQUE (location_id, cid),
    constraint merchant_account_location_id_fkey FOREIGN KEY (location_id) REFERENCES location(id),
    constraint merchant_account_activated_by_check CHECK (char_length(activated_by) >= 1 AND char_length(activated_by) <= 255),
    constraint merchant_account_check_tid_check CHECK (char_length(check_tid) >= 1 AND char_length(check_tid) <= 64),
    constraint merchant_account_cid_check CHECK (cid ~ '^[A-Z0-9]{10}$'::text),
    constraint merchant_account_last_check_result_check CHECK (last_check_result = ANY (ARRAY['ACCEPTED'::text, 'WRONG_KEY'::text, 'WRONG_CID'::text, 'DOMAIN_NOT_REGISTERED'::text, 'NOT_ENABLED'::text, 'IP_NOT_ALLOWED'::text])),
    constraint merchant_account_status_check CHECK (status = ANY (ARRAY['ACTIVE'::text, 'RETIRED'::text, 'DISCONNECTED'::text]))
);
CREATE INDEX merchant_account_cid ON merchant_account USING btree (cid);
CREATE UNIQUE INDEX merchant_account_one_active ON merchant_account USING btree (location_id) WHERE status = 'ACTIVE'::text;
CREATE INDEX merchant_account_refused ON merchant_account USING btree (last_check_at) WHERE status = 'ACTIVE'::text AND last_check_result <> 'ACCEPTED'::text;

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

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$function$;

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
