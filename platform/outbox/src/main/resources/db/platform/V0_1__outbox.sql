-- Events on their way out. Columns fit Debezium's event router. The writer has locked or versioned its aggregate's
-- row before it inserts here, so that within one aggregate created_at follows version.
create table outbox (
    id            uuid primary key,              -- UUIDv7: retention walks the primary key
    topic         text not null,
    aggregatetype text not null,
    aggregateid   text not null,                 -- Kafka key
    type          text not null,
    version       bigint not null,
    payload       jsonb not null check (jsonb_typeof(payload) = 'object'),
    traceparent   text,
    created_at    timestamptz not null default clock_timestamp(),
    published_at  timestamptz,
    event_time    timestamptz                    -- ce_time where a sender outside wrote it down; null: created_at
) with (toast_tuple_target = 128, fillfactor = 60);
-- An event is written once, but its row is marked when it is published. Compressed and beside the row, the event is not
-- copied by that mark, and the marked row finds room on its own page, where PostgreSQL logs only what changed.

-- Which events the current transaction has written: the rules of the aggregates' tables ask for the event of a change.
-- Kept in a setting of the transaction, since an index would be written again with each mark of a published row.
create function outbox_remember() returns trigger language plpgsql as $$
begin
  if new.aggregatetype <> 'notice' then
    perform set_config('coworkpay.events', coalesce(current_setting('coworkpay.events', true), '')
      || new.topic || '/' || new.aggregateid || '/' || new.version || ' ', true);
  end if;
  return new;
end $$;
create trigger outbox_remember before insert on outbox for each row execute function outbox_remember();

create function outbox_has_event(topic text, aggregateid text, version bigint) returns boolean language sql volatile
  return coalesce(position(topic || '/' || aggregateid || '/' || version || ' '
    in current_setting('coworkpay.events', true)) > 0, false);

-- The relay's only read: what is unpublished, oldest first; never "id > last".
create index outbox_unpublished on outbox (created_at, id) where published_at is null;

-- One relay per database. The epoch grows with each new holder; marks of an old one touch nothing.
create table outbox_lease (
    name       text primary key,
    holder     text not null,
    epoch      bigint not null,
    expires_at timestamptz not null
);

-- Keys that wait because Kafka does not take their next event: the others are read past them, however many they are.
create table outbox_blocked_key (
    topic       text not null,
    aggregateid text not null,
    partition   integer,             -- which takes nothing at present; null: it is the event itself that is refused
    event_id    uuid not null,       -- the key's next event
    blocked_at  timestamptz not null default clock_timestamp(),
    primary key (topic, aggregateid)
);

create index outbox_blocked_key_partition on outbox_blocked_key (topic, partition);
