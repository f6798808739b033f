-- KakaoPay's id of a cancel stands for one refund of the payment, also where it is one of several that stand for an
-- outside one. An index cannot look into more_aids; whoever writes an aid holds the payment's ledger.
create function refund_aids_once() returns trigger language plpgsql as $$
begin
  if new.aid = any (new.more_aids)
     or exists (select from refund r
                 where r.payment_id = new.payment_id and r.id <> new.id
                   and (r.aid = any (new.more_aids) or r.more_aids && array_append(new.more_aids, new.aid))) then
    raise exception 'KakaoPay''s id of a cancel stands for another refund of the payment' using
      errcode = 'unique_violation', table = 'refund', constraint = 'refund_aid';
  end if;
  return null;
end $$;
create trigger refund_aids_once after insert or update of aid, more_aids on refund
  for each row when (new.aid is not null) execute function refund_aids_once();
