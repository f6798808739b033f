-- A function in SQL that is not merged into its statement is planned again at each call; in PL/pgSQL it is compiled once for
-- each connection. What these two say is what they said before.

create or replace function payment_state(p payment) returns jsonb language plpgsql stable parallel safe as $$
begin
  return jsonb_build_object(
    'paymentId', p.id, 'version', p.version, 'locationId', p.location_id,
    'status', payment_public_status(p.status), 'reason', p.reason,
    'payerId', p.payer_id, 'ownerId', p.owner_id, 'ownerRole', p.owner_role,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id, 'resourceType', p.resource_type,
      'resourceId', p.resource_id, 'eventId', p.event_id, 'startAt', payment_instant(p.start_at), 'day', p.start_day),
    'description', p.description,
    'totalKrw', p.total_krw, 'supplyKrw', p.supply_krw, 'vatKrw', p.vat_krw, 'taxFreeKrw', p.tax_free_krw,
    'quantity', p.quantity, 'device', p.device, 'policy', p.policy,
    'live', p.live, 'merchantAccountId', p.merchant_account_id, 'cid', p.cid, 'tid', p.tid,
    'method', p.method, 'cardCompany', p.card_company,
    'createdAt', payment_instant(p.created_at), 'initiatedAt', payment_instant(p.initiated_at),
    'approvedAt', payment_instant(p.approved_at), 'canceledAt', payment_instant(p.canceled_at),
    'failedAt', payment_instant(p.failed_at), 'surplusKrw', p.surplus_krw,
    'unsettledSince', payment_instant(p.unsettled_since));
end $$;

create or replace function payment_notice(p payment) returns jsonb language plpgsql stable parallel safe as $$
begin
  return jsonb_build_object(
    'noticeFor', p.id, 'version', p.version, 'locationId', p.location_id,
    'payable', jsonb_build_object('type', p.payable_type, 'id', p.payable_id),
    'status', payment_public_status(p.status), 'reason', p.reason, 'totalKrw', p.total_krw, 'live', p.live,
    'occurredAt', payment_instant(coalesce(p.approved_at, p.failed_at, p.canceled_at, now())));
end $$;
