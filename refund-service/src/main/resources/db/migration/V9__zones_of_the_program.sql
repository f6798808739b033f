-- Zones are computed by the program, by its own rules; the database is given instants. refund_start_of_day is called by
-- nobody of this version, and stays for the processes of the version before while they are rolled; a later migration
-- takes it away.
comment on function refund_start_of_day(date, text) is 'not used any more; to be dropped one version later';

-- A zone that the process which kept the location has no rules for: nothing is decided there until one has them.
alter table location_copy add column zone_known boolean not null default true;
create index location_copy_zone_unknown on location_copy (location_id) where not zone_known;
