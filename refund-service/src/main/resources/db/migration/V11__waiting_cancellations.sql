-- Payments with a cancellation that waits for the end of an earlier one's refund. Whoever sees it wait notes it here; the
-- note goes once it was looked at after that end, unless it was seen to wait again.
create table waiting_payment (
  payment_id uuid primary key references paid_payment,
  seen_at    timestamptz not null
);
