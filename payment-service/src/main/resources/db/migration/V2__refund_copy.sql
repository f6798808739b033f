-- The copy of what refund-service tells of a payment's refunds: the highest version wins. It knows no foreign key: an
-- event that came before its payment is kept all the same.
create table refund_copy (
  payment_id   uuid primary key,
  version      bigint not null check (version > 0),
  refunded_krw bigint not null check (refunded_krw >= 0),
  reserved_krw bigint not null check (reserved_krw >= 0),        -- on its way back
  refunds      jsonb not null check (jsonb_typeof(refunds) = 'array'),  -- oldest first, in the payer's words
  received_at  timestamptz not null default now()
);
