-- Where a role of its own migrates, the service's role gets the rows and nothing more: no tables to make, change, empty
-- or drop, and no word in what was migrated. Nobody else comes into this database.
do $privileges$
declare
  application constant text := '${application-role}';
begin
  if application = current_user then
    return;
  end if;
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to %I', current_database(), application);
  execute format('grant usage on schema %I to %I', current_schema(), application);
  execute format('grant select, insert, update, delete on all tables in schema %I to %I', current_schema(), application);
  execute format('grant usage on all sequences in schema %I to %I', current_schema(), application);
  execute format('revoke insert, update, delete on flyway_schema_history from %I', application);
end
$privileges$;
