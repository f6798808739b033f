create table effect (event_id text primary key);
