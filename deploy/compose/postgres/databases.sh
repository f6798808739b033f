#!/bin/bash
# Makes a database per service, owned by a role of the same name: nobody reads another's tables. Runs once, on an empty
# volume.
set -eu

for name in integration payment refund reporting; do
    # The password is letters, digits, `-` and `_`; psql quotes it, and it is in no command line.
    psql -v ON_ERROR_STOP=1 --username postgres --no-password >/dev/null <<SQL
\set password \`cat /run/secrets/$name-database-password\`
create role $name login password :'password' connection limit 35;
create database $name owner $name;
revoke connect on database $name from public;
SQL
done
