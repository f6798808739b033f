-- Since when KakaoPay refuses an account's credential, whoever found out: a check, a connect, or a call of a service.
alter table merchant_account add column refused_since timestamptz;
update merchant_account set refused_since = last_check_at where last_check_result <> 'ACCEPTED';

-- Whom the replacement of a key concerns as well: a merchant may run several locations with one CID.
create index merchant_account_cid on merchant_account (cid);
-- What is asked again by the clock.
create index merchant_account_refused on merchant_account (last_check_at)
    where status = 'ACTIVE' and last_check_result <> 'ACCEPTED';
