-- The dead letters of this service, as its topic <service>.dlq has them, and what people did about them.
create table dead_letter (
    id            uuid primary key,             -- UUIDv7
    topic         text not null,                -- where the whole lies
    partition_no  integer not null,
    offset_no     bigint not null,
    digest        bytea not null check (octet_length(digest) = 32), -- SHA-256: a topic made again has other records there
    timestamp_ms  bigint not null,              -- the record's own
    key           bytea check (octet_length(key) <= 1048576),
    value         bytea check (octet_length(value) <= 1048576),
    headers       jsonb not null,               -- [[name, value or null], ...], each in Base64
    cut           text not null,                -- parts that are not whole: 'value, headers, key'
    kind          text not null check (kind in ('UNREADABLE', 'REFUSED_BY_DATABASE', 'HANDLER_FAILED')),
    reason        text not null,
    event_id      text,
    event_type    text,
    received_at   timestamptz not null default clock_timestamp(),
    status        text not null default 'OPEN' check (status in ('OPEN', 'REPLAYING', 'REPLAYED', 'DISMISSED')),
    refusal       text,                         -- why the last replay had no effect
    lease_until   timestamptz,                  -- of the process that replays it; then another one does
    check ((status = 'REPLAYING') = (lease_until is not null)),
    unique (topic, partition_no, offset_no, digest)
);
create index dead_letter_newest on dead_letter (received_at, id);
create index dead_letter_by_status on dead_letter (status, received_at, id);

create table dead_letter_action (
    id         uuid primary key default uuidv7(),
    letter_id  uuid not null references dead_letter,
    action     text not null check (action in ('REPLAY', 'DISMISSAL', 'NOTE')),
    acted_by   text not null,
    acted_at   timestamptz not null default now(),
    note       text not null check (note <> ''),
    outcome    text check (outcome in ('DONE', 'REFUSED')),
    refusal    text,
    ended_at   timestamptz,
    check (action = 'REPLAY' or outcome is null),
    check ((outcome is null) = (ended_at is null)),
    check ((outcome is not distinct from 'REFUSED') = (refusal is not null))
);
create index dead_letter_action_of on dead_letter_action (letter_id, id);
-- One replay at a time, and none after one that took effect.
create unique index dead_letter_replayed_once on dead_letter_action (letter_id)
    where action = 'REPLAY' and outcome is distinct from 'REFUSED';

-- A letter stays as it was received, and each status has its action.
create function dead_letter_rules() returns trigger language plpgsql as $$
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
end $$;
create trigger dead_letter_rules after update or delete on dead_letter
    for each row execute function dead_letter_rules();

-- Who did what, when and why is written once; so is how a replay ended.
create function dead_letter_action_is_written_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.outcome is null
     and to_jsonb(old) - array['outcome', 'refusal', 'ended_at'] = to_jsonb(new) - array['outcome', 'refusal', 'ended_at'] then
    return new;
  end if;
  raise exception 'what was done about a dead letter is never changed or removed' using errcode = 'restrict_violation';
end $$;
create trigger dead_letter_action_once before update or delete on dead_letter_action
    for each row execute function dead_letter_action_is_written_once();
