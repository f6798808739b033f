-- The old generation of a projection is emptied whole: deleted row by row, millions of dead ones would stay behind. It is
-- made of events, and can be made again.
do $empty$
declare
  application constant text := '${application-role}';
begin
  if application <> current_user then
    execute format('grant truncate on report_payment_0, report_payment_1, report_location_0, report_location_1 to %I',
                   application);
  end if;
end
$empty$;
