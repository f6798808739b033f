-- integration-service's own tables. Migrations are only ever appended to. What the database holds in full: ../schema.sql.

-- A location is the aggregate: its version counts every change to it, to its accounts, credentials and switches.
-- Whoever writes any of them locks this row first, then advances the version by a conditional UPDATE.
create table location (
    id                        text        primary key check (id ~ '^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$'),
    title                     text        not null check (char_length(title) between 1 and 100),
    timezone                  text        not null check (char_length(timezone) between 1 and 64),
    locale                    text        not null check (locale in ('ko', 'en')),
    refund_approval_limit_krw bigint      not null check (refund_approval_limit_krw between 0 and 10000000000),
    -- Whom receipts name; each may be missing.
    seller_name               text        check (char_length(seller_name) between 1 and 100),
    seller_business_number    text        check (seller_business_number ~ '^[0-9]{10}$'),
    seller_representative     text        check (char_length(seller_representative) between 1 and 50),
    seller_address            text        check (char_length(seller_address) between 1 and 200),
    seller_phone              text        check (char_length(seller_phone) between 1 and 30),
    version                   bigint      not null check (version >= 1),
    created_at                timestamptz not null default now(),
    updated_at                timestamptz not null default now()
);

-- The order of the list of locations: by title in code points, the same on every server.
create index location_by_title on location (lower(title) collate "C", id);

-- A location and a CID. One CID may serve several locations (a merchant may run several), never twice the same one.
create table merchant_account (
    id                uuid        primary key,
    location_id       text        not null references location (id),
    cid               text        not null check (cid ~ '^[A-Z0-9]{10}$'),
    live              boolean     not null,
    status            text        not null check (status in ('ACTIVE', 'RETIRED', 'DISCONNECTED')),
    status_since      timestamptz not null,
    -- The TID of the ready by which KakaoPay accepted the credential; later checks ask `order` for it.
    check_tid         text        not null check (char_length(check_tid) between 1 and 64),
    last_check_result text        not null check (last_check_result in
        ('ACCEPTED', 'WRONG_KEY', 'WRONG_CID', 'DOMAIN_NOT_REGISTERED', 'NOT_ENABLED', 'IP_NOT_ALLOWED')),
    last_check_at     timestamptz not null,
    -- Since when KakaoPay refuses the credential, whoever found out: a check, a connect, or a call of a service.
    refused_since     timestamptz,
    -- Of the connection that is, or of the last one: a key may be older than it.
    activated_by      text        not null check (char_length(activated_by) between 1 and 255),
    activated_at      timestamptz not null,
    created_at        timestamptz not null default now(),
    unique (location_id, cid)
);

-- New payments of a location go to one account.
create unique index merchant_account_one_active on merchant_account (location_id) where status = 'ACTIVE';
-- Whom the replacement of a key concerns as well: a merchant may run several locations with one CID.
create index merchant_account_cid on merchant_account (cid);
-- What is checked again by the clock.
create index merchant_account_refused on merchant_account (last_check_at)
    where status = 'ACTIVE' and last_check_result <> 'ACCEPTED';

-- Versions of an account's credential. Only sealed bytes are kept; the associated data binds them to this row
-- (`credential/<account_id>/<version>`), so that a row copied to another account does not open.
create table credential (
    account_id    uuid        not null references merchant_account (id),
    version       bigint      not null check (version >= 1),
    kind          text        not null check (kind in ('ADMIN_KEY', 'SECRET_KEY')),
    sealed        bytea       check (octet_length(sealed) between 28 and 4096),
    last_four     text        not null check (char_length(last_four) = 4),
    accepted_at   timestamptz not null,
    connected_by  text        not null check (char_length(connected_by) between 1 and 255),
    superseded_at timestamptz,
    primary key (account_id, version),
    -- Only what a newer version replaced may be erased.
    check (sealed is not null or superseded_at is not null)
);

create unique index credential_one_current on credential (account_id) where superseded_at is null;
create index credential_to_erase on credential (superseded_at) where superseded_at is not null and sealed is not null;

create table kakaopay_settings (
    location_id       text    primary key references location (id),
    enabled_payables  text[]  not null,          -- names of payable types; the others are off
    automatic_refunds boolean not null
);

alter table audit add constraint audit_action check (action in (
    'LOCATION_CREATED', 'LOCATION_CHANGED', 'CONNECTED', 'ROTATED', 'CONFIRMED', 'CONNECT_REFUSED', 'CHECKED',
    'SETTINGS_CHANGED', 'DISCONNECTED', 'CREDENTIAL_RELEASED', 'CREDENTIAL_ERASED'));

-- What people are shown of it.
create index audit_history on audit (location_id, at, id)
    where action not in ('LOCATION_CREATED', 'LOCATION_CHANGED', 'CREDENTIAL_RELEASED');
