-- What the database of refund-service holds once it is migrated: tables with their indexes and triggers, views,
-- functions, each in the order of its name. Rendered from PostgreSQL's catalog by SchemaTest of refund-service;
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

create table booking_request (
    caller text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    event_id uuid not null,
    type text not null,
    payable_id text not null,
    accepted_at timestamp with time zone default now() not null,
    constraint booking_request_pkey PRIMARY KEY (caller, idempotency_key)
);
CREATE TRIGGER booking_request_has_event AFTER INSERT ON booking_request FOR EACH ROW EXECUTE FUNCTION booking_request_has_event();
CREATE TRIGGER booking_request_stays BEFORE DELETE OR UPDATE ON booking_request FOR EACH ROW EXECUTE FUNCTION booking_request_stays();

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
    id uuid default uuidv7() not null,
    constraint cancellation_pkey PRIMARY KEY (location_id, payable_type, payable_id, cancellation_id, edition),
    constraint cancellation_choice CHECK ((choice_krw IS NOT NULL) = (NOT choice IS DISTINCT FROM 'AMOUNT'::text)),
    constraint cancellation_choice_check CHECK (choice = ANY (ARRAY['NONE'::text, 'FULL'::text, 'AMOUNT'::text])),
    constraint cancellation_choice_krw_check CHECK (choice_krw >= 0),
    constraint cancellation_edition_check CHECK (edition > 0)
);
CREATE INDEX cancellation_by_id ON cancellation USING btree (location_id, cancellation_id);
CREATE INDEX cancellation_list ON cancellation USING btree (location_id, received_at, id);
CREATE INDEX cancellation_received ON cancellation USING brin (received_at);
CREATE INDEX cancellation_released ON cancellation USING btree (released_at) WHERE released_at IS NOT NULL;

create table compared_payment (
    comparison_id uuid not null,
    payment_id uuid not null,
    attempts integer default 0 not null,
    taken_at timestamp with time zone,
    leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
    outcome text,
    outside_krw bigint default 0 not null,
    late_krw bigint default 0 not null,
    missing_krw bigint default 0 not null,
    answer text,
    compared_at timestamp with time zone,
    constraint compared_payment_pkey PRIMARY KEY (comparison_id, payment_id),
    constraint compared_payment_comparison_id_fkey FOREIGN KEY (comparison_id) REFERENCES comparison(id),
    constraint compared_payment_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint compared_payment_answer_check CHECK (length(answer) <= 120),
    constraint compared_payment_late_krw_check CHECK (late_krw >= 0),
    constraint compared_payment_outcome_check CHECK (outcome = ANY (ARRAY['MATCHING'::text, 'RECORDED'::text, 'UNEXPLAINED'::text, 'REFUND_UNDER_WAY'::text, 'NO_ANSWER'::text])),
    constraint compared_payment_outside_krw_check CHECK (outside_krw >= 0),
    constraint compared_payment_recorded CHECK ((NOT outcome IS DISTINCT FROM 'RECORDED'::text) = ((outside_krw + late_krw) > 0)),
    constraint compared_payment_result CHECK ((outcome IS NULL) = (compared_at IS NULL) AND (outcome IS NULL OR taken_at IS NOT NULL))
);
CREATE INDEX compared_payment_different ON compared_payment USING btree (comparison_id, compared_at, payment_id) WHERE outcome <> 'MATCHING'::text;
CREATE INDEX compared_payment_open ON compared_payment USING btree (comparison_id, payment_id) WHERE outcome IS NULL;

create table comparison (
    id uuid not null,
    location_id text not null,
    from_day date not null,
    to_day date not null,
    timezone text not null,
    status text not null,
    payments integer not null,
    requested_by text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    requested_at timestamp with time zone not null,
    finished_at timestamp with time zone,
    stopped_by text,
    constraint comparison_pkey PRIMARY KEY (id),
    constraint comparison_days CHECK (to_day >= from_day AND (to_day - from_day) < 31),
    constraint comparison_finished CHECK ((status = 'RUNNING'::text) = (finished_at IS NULL)),
    constraint comparison_payments_check CHECK (payments >= 0),
    constraint comparison_status_check CHECK (status = ANY (ARRAY['RUNNING'::text, 'DONE'::text, 'STOPPED'::text])),
    constraint comparison_stopped CHECK ((status = 'STOPPED'::text) = (stopped_by IS NOT NULL))
);
CREATE UNIQUE INDEX comparison_idempotency ON comparison USING btree (requested_by, idempotency_key);
CREATE INDEX comparison_list ON comparison USING btree (location_id, requested_at, id);
CREATE UNIQUE INDEX comparison_one_running ON comparison USING btree (location_id) WHERE status = 'RUNNING'::text;
CREATE TRIGGER comparison_ends_once BEFORE UPDATE ON comparison FOR EACH ROW EXECUTE FUNCTION comparison_refuse_change();

create table comparison_pause (
    merchant_account_id text not null,
    until timestamp with time zone not null,
    times integer not null,
    constraint comparison_pause_pkey PRIMARY KEY (merchant_account_id),
    constraint comparison_pause_times_check CHECK (times > 0)
);

create table comparison_quota (
    only_row boolean default true not null,
    day date not null,
    used integer not null,
    next_at timestamp with time zone not null,
    constraint comparison_quota_pkey PRIMARY KEY (only_row),
    constraint comparison_quota_only_row_check CHECK (only_row),
    constraint comparison_quota_used_check CHECK (used >= 0)
);

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
CREATE TRIGGER decision_has_event AFTER INSERT OR UPDATE ON decision FOR EACH ROW EXECUTE FUNCTION decision_has_event();

create table deferred_decision (
    payment_id uuid not null,
    noted_at timestamp with time zone not null,
    constraint deferred_decision_pkey PRIMARY KEY (payment_id),
    constraint deferred_decision_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id)
);

create table full_day_start (
    payment_id uuid not null,
    start_day date not null,
    shown_at timestamp with time zone not null,
    start_at timestamp with time zone not null,
    source text not null,
    kind text not null,
    resource_type text not null,
    resource_id text not null,
    version integer not null,
    constraint full_day_start_pkey PRIMARY KEY (payment_id, start_day, shown_at),
    constraint full_day_start_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint full_day_start_source_check CHECK (source = ANY (ARRAY['OPENING_TIME'::text, 'CLOSED_DAY'::text, 'NO_SCHEDULE'::text]))
);

create table location_replica (
    location_id text not null,
    version bigint not null,
    timezone text not null,
    locale text not null,
    automatic_refunds boolean,
    refund_approval_limit_krw bigint not null,
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
    event_time timestamp with time zone,
    constraint outbox_pkey PRIMARY KEY (id),
    constraint outbox_payload_check CHECK (jsonb_typeof(payload) = 'object'::text)
) with (fillfactor = 50, toast_tuple_target = 128);
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
    event_id text,
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
CREATE INDEX paid_payment_event ON paid_payment USING btree (location_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX paid_payment_overpaid ON paid_payment USING btree (received_at) WHERE overpaid;
CREATE INDEX paid_payment_payable ON paid_payment USING btree (location_id, payable_type, payable_id);
CREATE INDEX paid_payment_start ON paid_payment USING btree (location_id, start_at) WHERE start_at IS NOT NULL;
CREATE INDEX paid_payment_start_day ON paid_payment USING btree (location_id, start_day) WHERE start_day IS NOT NULL;
CREATE INDEX paid_payment_terms_unknown ON paid_payment USING btree (payment_id) WHERE NOT terms_known;
CREATE TRIGGER paid_payment_has_event AFTER UPDATE ON paid_payment FOR EACH ROW EXECUTE FUNCTION paid_payment_has_event();

create table payment_comparison (
    payment_id uuid not null,
    step smallint default 0 not null,
    next_compare_at timestamp with time zone,
    last_taken_at timestamp with time zone,
    compared_at timestamp with time zone,
    outcome text,
    outside_krw bigint default 0 not null,
    late_krw bigint default 0 not null,
    missing_krw bigint default 0 not null,
    answer text,
    unexplained_since timestamp with time zone,
    constraint payment_comparison_pkey PRIMARY KEY (payment_id),
    constraint payment_comparison_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint payment_comparison_open CHECK (unexplained_since IS NULL OR next_compare_at IS NOT NULL),
    constraint payment_comparison_result CHECK (
CASE
    WHEN outcome IS NULL THEN compared_at IS NULL
    ELSE compared_at IS NOT NULL AND (outcome = ANY (ARRAY['MATCHING'::text, 'RECORDED'::text, 'UNEXPLAINED'::text, 'REFUND_UNDER_WAY'::text, 'NO_ANSWER'::text]))
END)
) with (fillfactor = 80);
CREATE INDEX payment_comparison_due ON payment_comparison USING btree (step, next_compare_at) WHERE next_compare_at IS NOT NULL;
CREATE INDEX payment_comparison_unexplained ON payment_comparison USING btree (unexplained_since) WHERE unexplained_since IS NOT NULL;

create table proposed_resolution (
    id uuid not null,
    refund_id uuid not null,
    payment_id uuid not null,
    location_id text not null,
    outcome text not null,
    amount_krw bigint not null,
    aid text,
    evidence text not null,
    note text,
    proposed_by text not null,
    idempotency_key text not null,
    request_hash bytea not null,
    limit_krw bigint not null,
    limit_version bigint not null,
    proposed_at timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    ending text,
    ended_at timestamp with time zone,
    ended_by text,
    ending_note text,
    constraint proposed_resolution_pkey PRIMARY KEY (id),
    constraint proposed_resolution_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint proposed_resolution_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
    constraint proposed_resolution_amount_krw_check CHECK (amount_krw > 0),
    constraint proposed_resolution_by_another CHECK (ending <> 'APPROVED'::text OR ended_by <> proposed_by),
    constraint proposed_resolution_end CHECK ((ending IS NULL) = (ended_at IS NULL) AND (ended_by IS NOT NULL) = (ending IS NOT NULL AND ending <> 'EXPIRED'::text)),
    constraint proposed_resolution_ending_check CHECK (ending = ANY (ARRAY['APPROVED'::text, 'DECLINED'::text, 'WITHDRAWN'::text, 'EXPIRED'::text])),
    constraint proposed_resolution_ending_note_check CHECK (length(ending_note) <= 500),
    constraint proposed_resolution_evidence_check CHECK (length(evidence) >= 1 AND length(evidence) <= 500),
    constraint proposed_resolution_note_check CHECK (length(note) <= 500),
    constraint proposed_resolution_outcome_check CHECK (outcome = ANY (ARRAY['REFUNDED'::text, 'REFUNDED_ELSEWHERE'::text, 'GIVEN_UP'::text]))
);
CREATE UNIQUE INDEX proposed_resolution_idempotency ON proposed_resolution USING btree (proposed_by, idempotency_key);
CREATE INDEX proposed_resolution_list ON proposed_resolution USING btree (location_id, proposed_at, id) WHERE ending IS NULL;
CREATE UNIQUE INDEX proposed_resolution_waits ON proposed_resolution USING btree (refund_id) WHERE ending IS NULL;
CREATE TRIGGER proposed_resolution_ends_once BEFORE UPDATE ON proposed_resolution FOR EACH ROW EXECUTE FUNCTION proposed_resolution_ends_once();

create table refund (
    id uuid not null,
    payment_id uuid not null,
    location_id text not null,
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
    approval jsonb,
    traceparent text,
    batch_id uuid,
    constraint refund_pkey PRIMARY KEY (id),
    constraint refund_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES refund_batch(id),
    constraint refund_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decision(id),
    constraint refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint refund_rules CHECK (refund_rules_hold(refund.*))
) with (fillfactor = 40);
CREATE UNIQUE INDEX refund_aid ON refund USING btree (payment_id, aid) WHERE aid IS NOT NULL;
CREATE INDEX refund_awaiting_approval ON refund USING btree (next_check_at) WHERE status = 'AWAITING_APPROVAL'::text;
CREATE INDEX refund_batch_due ON refund USING btree (next_check_at) WHERE batch_id IS NOT NULL AND status = 'REQUESTED'::text;
CREATE UNIQUE INDEX refund_batch_once ON refund USING btree (batch_id, payment_id) WHERE batch_id IS NOT NULL;
CREATE INDEX refund_batch_unfinished ON refund USING btree (batch_id, status) WHERE batch_id IS NOT NULL AND (status = ANY (ARRAY['REQUESTED'::text, 'IN_FLIGHT'::text, 'UNKNOWN'::text]));
CREATE INDEX refund_due ON refund USING btree (next_check_at) WHERE next_check_at IS NOT NULL;
CREATE UNIQUE INDEX refund_idempotency ON refund USING btree (caller, idempotency_key) WHERE caller IS NOT NULL;
CREATE INDEX refund_list ON refund USING btree (location_id, requested_at, id);
CREATE INDEX refund_list_unsuccessful ON refund USING btree (location_id, requested_at, id) WHERE status <> 'SUCCEEDED'::text;
CREATE INDEX refund_manual_review ON refund USING btree (manual_review_since) WHERE manual_review_since IS NOT NULL;
CREATE INDEX refund_of_payment ON refund USING btree (payment_id);
CREATE UNIQUE INDEX refund_one_automatic ON refund USING btree (payment_id) WHERE (origin = ANY (ARRAY['CANCELLATION'::text, 'BATCH'::text, 'OVERPAYMENT'::text])) AND failure_confirmed_at IS NULL AND (failure IS NULL OR failure <> 'REFUNDED_ELSEWHERE'::text);
CREATE UNIQUE INDEX refund_one_in_flight ON refund USING btree (payment_id) WHERE status = ANY (ARRAY['IN_FLIGHT'::text, 'UNKNOWN'::text]);
CREATE TRIGGER refund_aids_once AFTER INSERT OR UPDATE OF aid, more_aids ON refund FOR EACH ROW WHEN (new.aid IS NOT NULL) EXECUTE FUNCTION refund_aids_once();
CREATE TRIGGER refund_approval_stays BEFORE UPDATE OF approval ON refund FOR EACH ROW WHEN (old.approval IS DISTINCT FROM new.approval) EXECUTE FUNCTION refund_check_approval();
CREATE TRIGGER refund_batch_runs BEFORE INSERT ON refund FOR EACH ROW WHEN (new.batch_id IS NOT NULL) EXECUTE FUNCTION refund_check_batch();
CREATE TRIGGER refund_has_event AFTER INSERT OR UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION refund_has_event();
CREATE TRIGGER refund_transitions BEFORE UPDATE OF status ON refund FOR EACH ROW EXECUTE FUNCTION refund_check_transition();

create table refund_batch (
    id uuid not null,
    location_id text not null,
    version bigint not null,
    kind text not null,
    event_id text,
    day date,
    resource_type text,
    resource_id text,
    timezone text,
    from_at timestamp with time zone,
    to_at timestamp with time zone,
    source text not null,
    confirmed_by_booking_system boolean not null,
    cancellation_id text,
    contents text,
    idempotency_key text,
    request_hash bytea,
    requested_by text not null,
    requested_at timestamp with time zone not null,
    note text,
    status text not null,
    candidates_at timestamp with time zone,
    counted_at timestamp with time zone,
    candidates integer,
    payments integer,
    total_krw bigint,
    confirmed_by text,
    confirmed_at timestamp with time zone,
    approval jsonb,
    expires_at timestamp with time zone,
    started_at timestamp with time zone,
    paused_by text,
    paused_at timestamp with time zone,
    finished_at timestamp with time zone,
    ended_by text,
    ending_note text,
    leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
    taken_at timestamp with time zone,
    traceparent text,
    constraint refund_batch_pkey PRIMARY KEY (id),
    constraint refund_batch_approved CHECK (approval IS NULL OR (status <> ALL (ARRAY['RUNNING'::text, 'PAUSED'::text, 'DONE'::text, 'STOPPED'::text])) OR refund_batch_approvers(refund_batch.*) >= ((approval ->> 'needed'::text)::integer)),
    constraint refund_batch_awaiting_approval CHECK (status <> 'AWAITING_APPROVAL'::text OR approval IS NOT NULL),
    constraint refund_batch_candidates_check CHECK (candidates >= 0),
    constraint refund_batch_confirmed CHECK ((status = ANY (ARRAY['COUNTING'::text, 'DRY_RUN'::text, 'DISMISSED'::text, 'EXPIRED'::text])) OR payments = 0 OR confirmed_at IS NOT NULL AND (confirmed_by IS NOT NULL OR confirmed_by_booking_system)),
    constraint refund_batch_counted CHECK ((status = ANY (ARRAY['COUNTING'::text, 'DISMISSED'::text, 'EXPIRED'::text])) OR counted_at IS NOT NULL AND candidates IS NOT NULL AND payments IS NOT NULL AND total_krw IS NOT NULL),
    constraint refund_batch_ending_note_check CHECK (length(ending_note) <= 500),
    constraint refund_batch_kind_check CHECK (kind = ANY (ARRAY['EVENT'::text, 'DAY'::text])),
    constraint refund_batch_note_check CHECK (length(note) <= 500),
    constraint refund_batch_over CHECK ((status = ANY (ARRAY['DONE'::text, 'STOPPED'::text, 'DISMISSED'::text, 'DECLINED'::text, 'EXPIRED'::text])) = (finished_at IS NOT NULL)),
    constraint refund_batch_payments_check CHECK (payments >= 0),
    constraint refund_batch_source CHECK (
CASE source
    WHEN 'BOOKING_SYSTEM'::text THEN cancellation_id IS NOT NULL AND contents IS NOT NULL AND idempotency_key IS NULL
    ELSE cancellation_id IS NULL AND idempotency_key IS NOT NULL AND request_hash IS NOT NULL AND NOT confirmed_by_booking_system
END),
    constraint refund_batch_source_check CHECK (source = ANY (ARRAY['BOOKING_SYSTEM'::text, 'PERSON'::text])),
    constraint refund_batch_status_check CHECK (status = ANY (ARRAY['COUNTING'::text, 'DRY_RUN'::text, 'AWAITING_APPROVAL'::text, 'RUNNING'::text, 'PAUSED'::text, 'DONE'::text, 'STOPPED'::text, 'DISMISSED'::text, 'DECLINED'::text, 'EXPIRED'::text])),
    constraint refund_batch_target CHECK (
CASE kind
    WHEN 'EVENT'::text THEN event_id IS NOT NULL AND day IS NULL AND resource_type IS NULL AND resource_id IS NULL
    ELSE event_id IS NULL AND day IS NOT NULL AND (resource_type IS NULL) = (resource_id IS NULL)
END),
    constraint refund_batch_total_krw_check CHECK (total_krw >= 0),
    constraint refund_batch_version_check CHECK (version > 0),
    constraint refund_batch_waits CHECK ((status = ANY (ARRAY['COUNTING'::text, 'DRY_RUN'::text, 'AWAITING_APPROVAL'::text])) = (expires_at IS NOT NULL))
);
CREATE UNIQUE INDEX refund_batch_cancellation ON refund_batch USING btree (location_id, cancellation_id) WHERE cancellation_id IS NOT NULL;
CREATE UNIQUE INDEX refund_batch_idempotency ON refund_batch USING btree (requested_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
CREATE INDEX refund_batch_list ON refund_batch USING btree (location_id, requested_at, id);
CREATE UNIQUE INDEX refund_batch_one_open ON refund_batch USING btree (location_id, kind, event_id, day, resource_type, resource_id) NULLS NOT DISTINCT WHERE candidates_at IS NOT NULL AND (status = ANY (ARRAY['COUNTING'::text, 'DRY_RUN'::text, 'AWAITING_APPROVAL'::text, 'RUNNING'::text, 'PAUSED'::text]));
CREATE INDEX refund_batch_open ON refund_batch USING btree (status) WHERE status = ANY (ARRAY['COUNTING'::text, 'DRY_RUN'::text, 'AWAITING_APPROVAL'::text, 'RUNNING'::text, 'PAUSED'::text]);
CREATE TRIGGER refund_batch_changes BEFORE UPDATE ON refund_batch FOR EACH ROW EXECUTE FUNCTION refund_batch_check_change();

create table refund_batch_payment (
    batch_id uuid not null,
    payment_id uuid not null,
    ledger_version bigint,
    given_back_krw bigint,
    amount_krw bigint,
    under_way boolean default false not null,
    left_out text,
    pending boolean default false not null,
    leased_until timestamp with time zone default '-infinity'::timestamp with time zone not null,
    not_before timestamp with time zone default '-infinity'::timestamp with time zone not null,
    constraint refund_batch_payment_pkey PRIMARY KEY (batch_id, payment_id),
    constraint refund_batch_payment_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES refund_batch(id),
    constraint refund_batch_payment_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint refund_batch_payment_amount_krw_check CHECK (amount_krw >= 0),
    constraint refund_batch_payment_counted CHECK ((ledger_version IS NULL) = (amount_krw IS NULL) AND (ledger_version IS NULL) = (given_back_krw IS NULL)),
    constraint refund_batch_payment_given_back_krw_check CHECK (given_back_krw >= 0),
    constraint refund_batch_payment_left_out CHECK (amount_krw IS NULL OR amount_krw > 0 OR left_out IS NOT NULL),
    constraint refund_batch_payment_left_out_check CHECK (left_out = ANY (ARRAY['TYPE_NOT_REFUNDABLE'::text, 'ALREADY_REFUNDED'::text, 'REFUND_IN_REVIEW'::text, 'TOO_MANY_REFUNDS'::text, 'NOTHING_LEFT'::text, 'MOVED'::text])),
    constraint refund_batch_payment_pending CHECK (NOT pending OR amount_krw > 0 AND left_out IS NULL)
) with (fillfactor = 70);
CREATE INDEX refund_batch_payment_open ON refund_batch_payment USING btree (batch_id, payment_id) WHERE pending;
CREATE INDEX refund_batch_payment_uncounted ON refund_batch_payment USING btree (batch_id, payment_id) WHERE ledger_version IS NULL;
CREATE TRIGGER refund_batch_payment_stays BEFORE INSERT OR DELETE OR UPDATE ON refund_batch_payment FOR EACH ROW EXECUTE FUNCTION refund_batch_payment_check();

create table rescheduling (
    location_id text not null,
    payable_type text not null,
    payable_id text not null,
    moved_at timestamp with time zone not null,
    start_at timestamp with time zone,
    start_day date,
    received_at timestamp with time zone default now() not null,
    constraint rescheduling_pkey PRIMARY KEY (location_id, payable_type, payable_id),
    constraint move_has_start CHECK ((start_at IS NULL) <> (start_day IS NULL))
);
CREATE INDEX rescheduling_start ON rescheduling USING btree (location_id, start_at) WHERE start_at IS NOT NULL;
CREATE INDEX rescheduling_start_day ON rescheduling USING btree (location_id, start_day) WHERE start_day IS NOT NULL;

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
    approved_by text,
    approval_limit_krw bigint,
    approval_note text,
    constraint resolution_pkey PRIMARY KEY (id),
    constraint resolution_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id),
    constraint resolution_refund_id_fkey FOREIGN KEY (refund_id) REFERENCES refund(id),
    constraint resolution_amount_krw_check CHECK (amount_krw > 0),
    constraint resolution_approval_note_check CHECK (length(approval_note) <= 500),
    constraint resolution_approved CHECK ((approval_limit_krw IS NULL) = (approved_by IS NULL) AND approved_by <> resolved_by),
    constraint resolution_evidence_check CHECK (length(evidence) >= 1 AND length(evidence) <= 500),
    constraint resolution_note_check CHECK (length(note) <= 500),
    constraint resolution_outcome_check CHECK (outcome = ANY (ARRAY['REFUNDED'::text, 'REFUNDED_ELSEWHERE'::text, 'GIVEN_UP'::text]))
);
CREATE UNIQUE INDEX resolution_idempotency ON resolution USING btree (resolved_by, idempotency_key);
CREATE INDEX resolution_of_refund ON resolution USING btree (refund_id);
CREATE TRIGGER resolution_ends_proposal AFTER INSERT ON resolution FOR EACH ROW WHEN (new.approved_by IS NOT NULL) EXECUTE FUNCTION resolution_ends_proposal();
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

create table schedule_version (
    location_id text not null,
    kind text not null,
    resource_type text default ''::text not null,
    resource_id text default ''::text not null,
    version integer not null,
    valid_from date not null,
    changed_at timestamp with time zone not null,
    hours jsonb,
    changed_by text not null,
    received_at timestamp with time zone default now() not null,
    constraint schedule_version_pkey PRIMARY KEY (location_id, kind, resource_type, resource_id, version),
    constraint schedule_resource CHECK ((kind = 'RESOURCE'::text) = (resource_type <> ''::text AND resource_id <> ''::text) AND (kind = 'RESOURCE'::text OR (resource_type || resource_id) = ''::text)),
    constraint schedule_version_kind_check CHECK (kind = ANY (ARRAY['DEFAULT'::text, 'PUBLIC'::text, 'RESOURCE'::text])),
    constraint schedule_version_version_check CHECK (version > 0)
);
CREATE UNIQUE INDEX schedule_version_once ON schedule_version USING btree (location_id, kind, resource_type, resource_id, valid_from, changed_at);

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
CREATE INDEX set_aside_not_stored ON set_aside USING btree (location_id, set_aside_at, id) WHERE payment_id IS NULL AND status <> 'RELEASED'::text;
CREATE INDEX set_aside_of_id ON set_aside USING btree (location_id, cancellation_id);
CREATE UNIQUE INDEX set_aside_once ON set_aside USING btree (location_id, payable_type, payable_id, cancellation_id, contents, payment_id) NULLS NOT DISTINCT;
CREATE INDEX set_aside_open ON set_aside USING btree (set_aside_at) WHERE status = 'OPEN'::text;
CREATE TRIGGER set_aside_ends_once BEFORE UPDATE ON set_aside FOR EACH ROW EXECUTE FUNCTION set_aside_refuse_change();

create table waiting_for_schedule (
    payment_id uuid not null,
    location_id text not null,
    blocks boolean default false not null,
    resolved boolean default false not null,
    since timestamp with time zone default now() not null,
    constraint waiting_for_schedule_pkey PRIMARY KEY (payment_id),
    constraint waiting_for_schedule_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES paid_payment(payment_id)
);
CREATE INDEX waiting_for_schedule_location ON waiting_for_schedule USING btree (location_id);
CREATE INDEX waiting_for_schedule_since ON waiting_for_schedule USING btree (since);
CREATE INDEX waiting_for_schedule_work ON waiting_for_schedule USING btree (payment_id) WHERE blocks OR resolved;

create view cancellation_state as
 SELECT location_id,
    cancellation_id,
    payable_type,
    payable_id,
    canceled_at,
    canceled_by,
    canceled_by_role,
    start_at,
    start_day,
    order_state,
    choice,
    choice_krw,
    traceparent,
    received_at,
    edition,
    contents,
    released_at,
    id,
    (EXISTS ( SELECT
           FROM restoration r
          WHERE r.location_id = c.location_id AND r.payable_type = c.payable_type AND r.payable_id = c.payable_id AND (r.cancellation_id = ANY (ARRAY[''::text, c.cancellation_id])) AND r.restored_at >= c.canceled_at)) AS is_restored,
    NOT (EXISTS ( SELECT
           FROM cancellation n
          WHERE n.location_id = c.location_id AND n.payable_type = c.payable_type AND n.payable_id = c.payable_id AND n.cancellation_id = c.cancellation_id AND n.edition > c.edition)) AS is_last_edition
   FROM cancellation c;

create view comparable_payment as
 SELECT c.payment_id,
    c.step,
    c.next_compare_at
   FROM payment_comparison c
     JOIN paid_payment p ON p.payment_id = c.payment_id
  WHERE NOT (EXISTS ( SELECT
           FROM comparison_pause s
          WHERE s.merchant_account_id = p.merchant_account_id AND s.until > now())) AND NOT (EXISTS ( SELECT
           FROM refund r
          WHERE r.payment_id = c.payment_id AND (((r.status || ''::text) = ANY (ARRAY['IN_FLIGHT'::text, 'UNKNOWN'::text])) OR (r.status || ''::text) = 'FAILED'::text AND r.failure_confirmed_at IS NULL)));

create view decision_input as
 SELECT p.payment_id,
    p.location_id,
    p.payable_type,
    p.payable_id,
    p.payer_id,
    p.overpaid,
    p.owner_role,
    p.policy::text AS policy,
    p.begun_at,
    p.approved_at,
    p.start_at AS paid_start_at,
    p.start_day AS paid_day,
    ( SELECT to_jsonb(f.*)::text AS to_jsonb
           FROM full_day_start f
          WHERE f.payment_id = p.payment_id AND f.start_day = p.start_day AND f.shown_at = p.begun_at) AS paid_day_start,
    m.moved_at,
    m.start_at AS moved_start_at,
    m.start_day AS moved_day,
    ( SELECT to_jsonb(f.*)::text AS to_jsonb
           FROM full_day_start f
          WHERE f.payment_id = p.payment_id AND f.start_day = m.start_day AND f.shown_at = m.moved_at) AS moved_day_start,
    l.timezone,
    l.automatic_refunds,
    l.refund_approval_limit_krw,
    l.version AS location_version,
    l.automatic_refunds IS NOT NULL AND l.zone_known AND (p.overpaid OR p.terms_known) AS is_decidable,
    ( SELECT
                CASE
                    WHEN bool_or(r.status = 'SUCCEEDED'::text) THEN 'SUCCEEDED'::text
                    WHEN bool_or(r.status <> 'FAILED'::text OR r.failure_confirmed_at IS NULL AND r.failure <> 'REFUNDED_ELSEWHERE'::text) THEN 'UNDER_WAY'::text
                    ELSE 'NONE'::text
                END AS "case"
           FROM refund r
          WHERE r.payment_id = p.payment_id AND (r.origin = ANY (ARRAY['CANCELLATION'::text, 'BATCH'::text, 'OVERPAYMENT'::text]))) AS earlier_refund
   FROM paid_payment p
     LEFT JOIN location_replica l ON l.location_id = p.location_id
     LEFT JOIN rescheduling m ON m.location_id = p.location_id AND m.payable_type = p.payable_type AND m.payable_id = p.payable_id;

create view ledger as
 SELECT payment_id,
    location_id,
    json_build_object('payment', p.*, 'refunds', ( SELECT COALESCE(json_agg(r.* ORDER BY r.requested_at, r.id), '[]'::json) AS "coalesce"
           FROM refund r
          WHERE r.payment_id = p.payment_id), 'decisions', ( SELECT COALESCE(json_agg(n.* ORDER BY n.decided_at, n.id), '[]'::json) AS "coalesce"
           FROM ( SELECT d.id,
                    d.payment_id,
                    d.location_id,
                    d.cancellation_id,
                    d.edition,
                    d.outcome,
                    d.reason,
                    d.amount_krw,
                    d.refund_id,
                    d.deadline_at,
                    d.evidence,
                    d.explanation_ko,
                    d.explanation_en,
                    d.decided_at
                   FROM decision d
                  WHERE d.payment_id = p.payment_id
                  ORDER BY d.decided_at DESC, d.id DESC
                 LIMIT 20) n), 'decisions_omitted', ( SELECT GREATEST(count(*) - 20, 0::bigint) AS "greatest"
           FROM decision d
          WHERE d.payment_id = p.payment_id)) AS ledger
   FROM paid_payment p;

create view received_cancellation as
 SELECT c.location_id,
    c.cancellation_id,
    c.payable_type,
    c.payable_id,
    c.edition,
    c.canceled_at,
    c.canceled_by,
    c.canceled_by_role,
    c.received_at,
    c.id,
    COALESCE(( SELECT max(d.outcome) AS max
           FROM paid_payment p
             JOIN decision d ON d.payment_id = p.payment_id AND d.cancellation_id = c.cancellation_id AND d.edition = c.edition
          WHERE p.location_id = c.location_id AND p.payable_type = c.payable_type AND p.payable_id = c.payable_id),
        CASE
            WHEN c.is_restored THEN 'RESTORED'::text
            ELSE NULL::text
        END, ( SELECT
                CASE s.status
                    WHEN 'OPEN'::text THEN 'SET_ASIDE'::text
                    ELSE 'DISMISSED'::text
                END AS "case"
           FROM set_aside s
          WHERE s.location_id = c.location_id AND s.payable_type = c.payable_type AND s.payable_id = c.payable_id AND s.cancellation_id = c.cancellation_id AND s.contents = c.contents AND s.payment_id IS NOT NULL AND s.status <> 'RELEASED'::text
          ORDER BY s.id DESC
         LIMIT 1),
        CASE
            WHEN (EXISTS ( SELECT
               FROM paid_payment p
              WHERE NOT p.overpaid AND p.location_id = c.location_id AND p.payable_type = c.payable_type AND p.payable_id = c.payable_id)) THEN 'WAITING'::text
            ELSE 'NO_PAYMENT'::text
        END) AS outcome,
    ( SELECT s.id
           FROM set_aside s
          WHERE s.location_id = c.location_id AND s.payable_type = c.payable_type AND s.payable_id = c.payable_id AND s.cancellation_id = c.cancellation_id AND s.contents = c.contents AND s.payment_id IS NOT NULL AND s.status <> 'RELEASED'::text
          ORDER BY s.id DESC
         LIMIT 1) AS set_aside_id
   FROM cancellation_state c
UNION ALL
 SELECT s.location_id,
    s.cancellation_id,
    s.payable_type,
    s.payable_id,
    0 AS edition,
    s.canceled_at,
    s.canceled_by,
    s.canceled_by_role,
    s.set_aside_at AS received_at,
    s.id,
        CASE s.status
            WHEN 'OPEN'::text THEN 'SET_ASIDE'::text
            ELSE 'DISMISSED'::text
        END AS outcome,
    s.id AS set_aside_id
   FROM set_aside s
  WHERE s.payment_id IS NULL AND s.status <> 'RELEASED'::text;

create view refund_batch_candidate as
 SELECT b.id AS batch_id,
    p.payment_id
   FROM refund_batch b
     JOIN paid_payment p ON p.location_id = b.location_id AND p.event_id = b.event_id
  WHERE b.kind = 'EVENT'::text AND NOT p.overpaid
UNION ALL
 SELECT b.id AS batch_id,
    p.payment_id
   FROM refund_batch b
     JOIN paid_payment p ON p.location_id = b.location_id AND p.start_at >= b.from_at AND p.start_at < b.to_at
  WHERE b.kind = 'DAY'::text AND NOT p.overpaid AND (b.resource_id IS NULL OR p.resource_type = b.resource_type AND p.resource_id = b.resource_id) AND NOT (EXISTS ( SELECT
           FROM rescheduling m
          WHERE m.location_id = p.location_id AND m.payable_type = p.payable_type AND m.payable_id = p.payable_id))
UNION ALL
 SELECT b.id AS batch_id,
    p.payment_id
   FROM refund_batch b
     JOIN paid_payment p ON p.location_id = b.location_id AND p.start_day = b.day
  WHERE b.kind = 'DAY'::text AND NOT p.overpaid AND (b.resource_id IS NULL OR p.resource_type = b.resource_type AND p.resource_id = b.resource_id) AND NOT (EXISTS ( SELECT
           FROM rescheduling m
          WHERE m.location_id = p.location_id AND m.payable_type = p.payable_type AND m.payable_id = p.payable_id))
UNION ALL
 SELECT b.id AS batch_id,
    p.payment_id
   FROM refund_batch b
     CROSS JOIN LATERAL ( SELECT m_1.payable_type,
            m_1.payable_id
           FROM rescheduling m_1
          WHERE m_1.location_id = b.location_id AND m_1.start_at >= b.from_at AND m_1.start_at < b.to_at
        UNION ALL
         SELECT m_1.payable_type,
            m_1.payable_id
           FROM rescheduling m_1
          WHERE m_1.location_id = b.location_id AND m_1.start_day = b.day) m
     JOIN paid_payment p ON p.location_id = b.location_id AND p.payable_type = m.payable_type AND p.payable_id = m.payable_id
  WHERE b.kind = 'DAY'::text AND NOT p.overpaid AND (b.resource_id IS NULL OR p.resource_type = b.resource_type AND p.resource_id = b.resource_id);

create view refund_batch_progress as
 SELECT i.batch_id,
    i.payment_id,
    i.ledger_version,
    i.given_back_krw,
    i.amount_krw,
    i.under_way,
    i.left_out,
    i.pending,
    i.leased_until,
    i.not_before,
    r.id AS refund_id,
    r.version AS refund_version,
    r.amount_krw AS refund_krw,
    r.failure AS refund_failure,
        CASE
            WHEN r.status = 'SUCCEEDED'::text THEN 'REFUNDED'::text
            WHEN r.status = 'FAILED'::text THEN 'FAILED'::text
            WHEN r.manual_review_since IS NOT NULL THEN 'IN_REVIEW'::text
            WHEN r.id IS NOT NULL THEN 'REQUESTED'::text
            WHEN i.left_out IS NOT NULL THEN 'LEFT_OUT'::text
            WHEN b.finished_at IS NOT NULL THEN 'STOPPED'::text
            ELSE 'PENDING'::text
        END AS outcome
   FROM refund_batch b
     JOIN refund_batch_payment i ON i.batch_id = b.id
     LEFT JOIN refund r ON r.batch_id = i.batch_id AND r.payment_id = i.payment_id;

CREATE OR REPLACE FUNCTION public.audit_is_append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$function$;

CREATE OR REPLACE FUNCTION public.booking_request_has_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if not outbox_has_event('booking.events', new.payable_id, 1) then
    raise exception 'a booking request without its event'
      using errcode = 'check_violation', table = 'booking_request', constraint = 'booking_request_has_event';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.booking_request_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'a booking request is never changed' using errcode = 'check_violation', table = 'booking_request',
    constraint = 'booking_request_stays';
end $function$;

CREATE OR REPLACE FUNCTION public.comparison_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status <> 'RUNNING' then
    raise exception 'comparison % is over', old.id
      using errcode = 'check_violation', table = 'comparison', constraint = 'comparison_ends_once';
  end if;
  return new;
end $function$;

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

CREATE OR REPLACE FUNCTION public.decision_has_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform ledger_has_event(p.payment_id, p.version, 'decision') from paid_payment p where p.payment_id = new.payment_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.ledger_has_event(payment uuid, version bigint, changed text)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  if not outbox_has_event('refund.events', payment::text, version) then
    raise exception 'the % of payment % changes without an event of version %', changed, payment, version
      using errcode = 'check_violation', table = changed, constraint = 'refund_change_has_event';
  end if;
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

CREATE OR REPLACE FUNCTION public.paid_payment_has_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if (new.version, new.refunded_krw, new.refunded_vat_krw, new.refunded_tax_free_krw, new.reserved_krw,
      new.reserved_vat_krw, new.reserved_tax_free_krw, new.refunded_elsewhere_krw)
     <> (old.version, old.refunded_krw, old.refunded_vat_krw, old.refunded_tax_free_krw, old.reserved_krw,
      old.reserved_vat_krw, old.reserved_tax_free_krw, old.refunded_elsewhere_krw) then
    perform ledger_has_event(new.payment_id, new.version, 'paid_payment');
  end if;
  return null;
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

CREATE OR REPLACE FUNCTION public.proposed_resolution_ends_once()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.ending is not null then
    raise exception 'proposed resolution % is over', old.id
      using errcode = 'check_violation', table = 'proposed_resolution', constraint = 'proposed_resolution_ends_once';
  end if;
  return new;
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

CREATE OR REPLACE FUNCTION public.refund_approvers(r refund)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select count(distinct a ->> 'by') from jsonb_array_elements(r.approval -> 'answers') a
   where a ->> 'kind' = 'APPROVED' and a ->> 'by' is distinct from r.requested_by $function$;

CREATE OR REPLACE FUNCTION public.refund_batch_approvers(b refund_batch)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select count(distinct a ->> 'by') from jsonb_array_elements(b.approval -> 'answers') a
   where a ->> 'kind' = 'APPROVED' and a ->> 'by' is distinct from b.requested_by
     and a ->> 'by' is distinct from b.confirmed_by $function$;

CREATE OR REPLACE FUNCTION public.refund_batch_check_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.status <> new.status and (new.version <= old.version or (old.status, new.status) not in (
      ('COUNTING', 'DRY_RUN'), ('COUNTING', 'AWAITING_APPROVAL'), ('COUNTING', 'RUNNING'), ('COUNTING', 'DONE'),
      ('COUNTING', 'DISMISSED'), ('COUNTING', 'EXPIRED'),
      ('DRY_RUN', 'COUNTING'), ('DRY_RUN', 'AWAITING_APPROVAL'), ('DRY_RUN', 'RUNNING'), ('DRY_RUN', 'DISMISSED'),
      ('DRY_RUN', 'EXPIRED'),
      ('AWAITING_APPROVAL', 'RUNNING'), ('AWAITING_APPROVAL', 'DISMISSED'), ('AWAITING_APPROVAL', 'DECLINED'),
      ('AWAITING_APPROVAL', 'EXPIRED'),
      ('RUNNING', 'PAUSED'), ('RUNNING', 'STOPPED'), ('RUNNING', 'DONE'),
      ('PAUSED', 'RUNNING'), ('PAUSED', 'STOPPED'), ('PAUSED', 'DONE'))) then
    raise exception 'illegal transition of refund batch % from % to %', old.id, old.status, new.status
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_transitions';
  end if;
  if (new.location_id, new.kind, new.event_id, new.day, new.resource_type, new.resource_id, new.source,
      new.confirmed_by_booking_system, new.requested_by, new.cancellation_id, new.contents)
     is distinct from (old.location_id, old.kind, old.event_id, old.day, old.resource_type, old.resource_id, old.source,
      old.confirmed_by_booking_system, old.requested_by, old.cancellation_id, old.contents)
     or old.status <> 'COUNTING' and new.status <> 'COUNTING'
        and (new.candidates, new.payments, new.total_krw) is distinct from (old.candidates, old.payments, old.total_krw)
     or old.confirmed_at is not null
        and (new.confirmed_by, new.confirmed_at) is distinct from (old.confirmed_by, old.confirmed_at) then
    raise exception 'refund batch % is about what it was counted and confirmed for', old.id
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_stays';
  end if;
  if old.approval is not null and (old.approval - 'answers' is distinct from new.approval - 'answers'
     or exists (select from jsonb_array_elements(old.approval -> 'answers') with ordinality as o(answer, n)
                 where new.approval -> 'answers' -> (n - 1)::integer is distinct from o.answer)) then
    raise exception 'the approval of refund batch % is only ever added to', old.id
      using errcode = 'check_violation', table = 'refund_batch', constraint = 'refund_batch_approval_stays';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refund_batch_payment_check()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  batch constant uuid := case tg_op when 'DELETE' then old.batch_id else new.batch_id end;
begin
  if tg_op = 'UPDATE' then
    if (new.batch_id, new.payment_id, new.ledger_version, new.given_back_krw, new.amount_krw)
       is not distinct from (old.batch_id, old.payment_id, old.ledger_version, old.given_back_krw, old.amount_krw) then
      return new;
    end if;
  end if;
  if not exists (select from refund_batch b where b.id = batch and b.status = 'COUNTING') then
    raise exception 'the payments of refund batch % were counted', batch
      using errcode = 'check_violation', table = 'refund_batch_payment', constraint = 'refund_batch_payment_stays';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $function$;

CREATE OR REPLACE FUNCTION public.refund_check_approval()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.approval - 'answers' is distinct from new.approval - 'answers'
     or exists (select from jsonb_array_elements(old.approval -> 'answers') with ordinality as o(answer, n)
                 where new.approval -> 'answers' -> (n - 1)::integer is distinct from o.answer) then
    raise exception 'the approval of refund % is only ever added to', old.id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_approval_stays';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refund_check_batch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  perform from refund_batch b where b.id = new.batch_id and b.status = 'RUNNING' for share;
  if not found then
    raise exception 'refund batch % does not run', new.batch_id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_batch_runs';
  end if;
  if not exists (select from refund_batch_payment i where i.batch_id = new.batch_id and i.payment_id = new.payment_id
                    and i.left_out is null and i.amount_krw >= new.amount_krw) then
    raise exception 'refund batch % has not counted so much of payment %', new.batch_id, new.payment_id
      using errcode = 'check_violation', table = 'refund', constraint = 'refund_batch_counted';
  end if;
  return new;
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

CREATE OR REPLACE FUNCTION public.refund_has_event()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'INSERT'
     or (new.amount_krw, new.vat_krw, new.tax_free_krw) <> (old.amount_krw, old.vat_krw, old.tax_free_krw)
     or (new.failure, new.aid, new.canceled_at, new.approval)
        is distinct from (old.failure, old.aid, old.canceled_at, old.approval)
     or old.status <> new.status and (new.status in ('SUCCEEDED', 'FAILED') or old.status = 'AWAITING_APPROVAL')
     or (new.manual_review_since, new.manual_review_reason) is distinct from (old.manual_review_since, old.manual_review_reason)
  then
    perform ledger_has_event(p.payment_id, p.version, 'refund') from paid_payment p
      where p.payment_id = new.payment_id and p.location_id = new.location_id;
    if not found then
      raise exception 'refund % is of another location than its payment', new.id
        using errcode = 'check_violation', table = 'refund', constraint = 'refund_location';
    end if;
  end if;
  return null;
end $function$;

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
    when not (length(r.last_answer) <= 120) then 'refund_last_answer_check'
    when not ((r.origin in ('ADMINISTRATOR', 'OUTSIDE', 'BATCH')) = (r.decision_id is null)) then 'refund_origin_decision'
    when not ((r.origin = 'BATCH') = (r.batch_id is not null)) then 'refund_origin_batch'
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
    -- what is not over is checked again, a failure until `order` has proved that it moved nothing; what waits for
    -- approval, when it expires
    when not (r.status = 'SUCCEEDED' or r.failure_confirmed_at is not null or r.next_check_at is not null)
      then 'refund_has_next_check'
    when not (r.status <> 'AWAITING_APPROVAL' or r.approval is not null) then 'refund_awaiting_approval'
    -- nothing is sent before so many others than the one who asked have approved it
    when not (r.approval is null or r.status in ('AWAITING_APPROVAL', 'FAILED')
              or refund_approvers(r) >= (r.approval ->> 'needed')::integer) then 'refund_approved'
  end;
begin
  if broken is not null then
    raise exception 'refund % breaks the rule %', r.id, broken
      using errcode = 'check_violation', table = 'refund', constraint = broken;
  end if;
  return true;
end $function$;

CREATE OR REPLACE FUNCTION public.resolution_ends_proposal()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update proposed_resolution
     set ending = 'APPROVED', ended_at = now(), ended_by = new.approved_by, ending_note = new.approval_note
   where proposed_by = new.resolved_by and idempotency_key = new.idempotency_key and refund_id = new.refund_id
     and ending is null and expires_at > now();
  if not found then
    raise exception 'no resolution of refund % waits for approval', new.refund_id
      using errcode = 'restrict_violation', table = 'resolution', constraint = 'resolution_proposed';
  end if;
  return null;
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
