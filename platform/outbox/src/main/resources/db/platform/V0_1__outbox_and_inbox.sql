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
    published_at  timestamptz
);

-- The relay's only read: what is unpublished, oldest first; never "id > last".
create index outbox_unpublished on outbox (created_at, id) where published_at is null;

-- One relay per database. The epoch grows with each new holder; marks of an old one touch nothing.
create table outbox_lease (
    name       text primary key,
    holder     text not null,
    epoch      bigint not null,
    expires_at timestamptz not null
);

-- Events that had their effect; written in the transaction of the effect.
create table inbox (
    consumer    text not null,
    event_id    text not null,
    received_at timestamptz not null default now(),
    primary key (consumer, event_id)
);
