-- Who did what, when, to what, why, from where. Never holds a secret. Rows are added, never changed or taken away: a
-- retention job, should one come, needs a migration that says so.
create table audit (
    id          uuid        primary key,         -- UUIDv7
    at          timestamptz not null default clock_timestamp(),
    action      text        not null check (action ~ '^[A-Z][A-Z_]{1,63}$'),
    outcome     text        not null check (outcome ~ '^[A-Z][A-Z0-9_]{0,63}$'),  -- DONE, or why not
    actor       text        not null check (char_length(actor) between 1 and 255),
    address     text        not null check (char_length(address) between 1 and 255),
    trace_id    text        check (char_length(trace_id) <= 64),
    location_id text,                            -- null: of the whole installation
    object_type text        not null check (object_type ~ '^[A-Z][A-Z_]{1,31}$'),
    object_id   text        not null check (char_length(object_id) between 1 and 300),
    payment_id  uuid,                            -- that the object is, or is part of
    why         text        check (char_length(why) between 1 and 1000),
    before      jsonb       not null default '{}' check (jsonb_typeof(before) = 'object'),
    after       jsonb       not null default '{}' check (jsonb_typeof(after) = 'object')
);

create index audit_by_location on audit (location_id, at, id);
create index audit_by_object on audit (location_id, object_type, object_id, at, id);
create index audit_by_payment on audit (payment_id, at, id) where payment_id is not null;

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'audit rows are never changed or removed' using errcode = 'restrict_violation';
end
$$;

create trigger audit_no_change before update or delete on audit
    for each row execute function audit_is_append_only();
create trigger audit_no_truncate before truncate on audit
    for each statement execute function audit_is_append_only();
