create table thing (id text primary key, version bigint not null);
create table effect (seq bigint generated always as identity, event_id text not null unique, note text not null check (note <> 'forbidden'));
