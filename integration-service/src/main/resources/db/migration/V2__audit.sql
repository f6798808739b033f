-- Who did what, when, to what, from where. Never holds a secret. Rows are added, never changed or taken away:
-- a retention job, should one come, needs a migration that says so.
create table audit (
    id                 uuid        primary key,
    at                 timestamptz not null default clock_timestamp(),
    action             text        not null check (action in (
        'LOCATION_CREATED', 'LOCATION_CHANGED', 'CONNECTED', 'ROTATED', 'CONFIRMED', 'CONNECT_REFUSED', 'CHECKED',
        'SETTINGS_CHANGED', 'DISCONNECTED', 'CREDENTIAL_RELEASED', 'CREDENTIAL_ERASED')),
    outcome            text        not null check (char_length(outcome) between 1 and 64),
    actor              text        not null check (char_length(actor) between 1 and 255),
    address            text        not null check (char_length(address) between 1 and 255),
    trace_id           text        check (char_length(trace_id) <= 64),
    location_id        text,
    account_id         uuid,
    credential_version bigint,
    detail             jsonb       not null default '{}'
);

create index audit_by_location on audit (location_id, at);
create index audit_by_account on audit (account_id, at);

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$$;

create trigger audit_no_change before update or delete on audit
    for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only();
