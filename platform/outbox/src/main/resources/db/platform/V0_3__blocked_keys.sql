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
