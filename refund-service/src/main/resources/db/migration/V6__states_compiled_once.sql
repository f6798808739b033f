-- A function in SQL that is not merged into its statement is planned again at each call: that was half of what this database
-- did under load. In PL/pgSQL it is compiled, and its queries are planned, once for each connection. What these two say is
-- what they said before.

-- The whole public state of a payment's refunds: the data of every event on refund.events. `r` and `d` are rows
-- that the calling statement itself changes or inserts, which its snapshot does not show yet; both may be null.
-- Every statement that tells holds the payment's row by the version that its snapshot shows, so that no other
-- statement's change is missing here. Refunds and decisions come in the order of their times.
create or replace function ledger_state(p paid_payment, r refund, d decision) returns jsonb
    language plpgsql stable parallel safe as $$
declare
  refunds jsonb := '[]';
  decisions jsonb := '[]';
  told boolean;
  other_refund refund;
  other_decision decision;
begin
  told := r.id is null;
  for other_refund in select * from refund o where o.payment_id = p.payment_id and o.id is distinct from r.id
      order by o.requested_at, o.id loop
    if not told and (r.requested_at, r.id) < (other_refund.requested_at, other_refund.id) then
      refunds := refunds || refund_public(r);
      told := true;
    end if;
    refunds := refunds || refund_public(other_refund);
  end loop;
  if not told then
    refunds := refunds || refund_public(r);
  end if;

  told := d.id is null;
  for other_decision in select * from decision o where o.payment_id = p.payment_id and o.id is distinct from d.id
      order by o.decided_at, o.id loop
    if not told and (d.decided_at, d.id) < (other_decision.decided_at, other_decision.id) then
      decisions := decisions || decision_public(d);
      told := true;
    end if;
    decisions := decisions || decision_public(other_decision);
  end loop;
  if not told then
    decisions := decisions || decision_public(d);
  end if;

  return jsonb_build_object(
    'paymentId', p.payment_id, 'version', p.version, 'locationId', p.location_id, 'live', p.live,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'surplus', p.surplus, 'totalKrw', p.total_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'refundedKrw', p.refunded_krw, 'refundedVatKrw', p.refunded_vat_krw, 'refundedTaxFreeKrw', p.refunded_tax_free_krw,
    'reservedKrw', p.reserved_krw, 'balanceKrw', p.total_krw - p.refunded_krw - p.reserved_krw,
    'refunds', refunds, 'decisions', decisions);
end $$;

-- What the booking system hears: no TID, no CID, no account, no payer.
create or replace function refund_notice(p paid_payment, status text, reason text, amount_krw bigint, refund_id uuid,
    cancellation_id text, explanation jsonb) returns jsonb language plpgsql stable parallel safe as $$
begin
  return jsonb_build_object(
    'noticeFor', p.payment_id, 'version', p.version, 'locationId', p.location_id,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'status', status, 'reason', reason, 'refundId', refund_id, 'cancellationId', cancellation_id,
    'amountKrw', amount_krw, 'refundedKrw', p.refunded_krw, 'totalKrw', p.total_krw, 'live', p.live,
    'explanation', explanation, 'occurredAt', refund_instant(now()));
end $$;
