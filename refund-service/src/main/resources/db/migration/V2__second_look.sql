-- The second look at what nobody came to decide reads what was heard of lately. Cancellations are only ever added, in
-- the order of their coming.
create index cancellation_received on cancellation using brin (received_at);
create index paid_payment_surplus on paid_payment (received_at) where surplus;

-- What was paid never changes, so nobody compares versions: this is the one it became known by.
comment on column paid_payment.payment_version is 'of payment-service, when it became known to be paid';
