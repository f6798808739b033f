-- Given back past KakaoPay, as a person recorded it (a bank transfer): an amount of its own. It is no part of refunded,
-- and does not change net, which is what KakaoPay's ledger has left.
alter table report_payment
  add column refunded_elsewhere_krw bigint not null default 0,
  add constraint report_refunded_elsewhere check (refunded_elsewhere_krw >= 0);

create or replace view report_transaction as
select p.slot, p.payment_id, p.location_id, p.live, p.tid, p.payable_type, p.payable_id, p.payer_id, p.description,
       p.reason, p.method, p.card_company, p.refund_ids,
       p.occurred_at, p.created_at, p.approved_at, p.canceled_at, p.failed_at,
       greatest(p.payment_recorded_at, p.refund_recorded_at) as recorded_at,
       case when p.status = 'SUCCEEDED' and p.refunded_krw >= p.total_krw then 'REFUNDED'
            when p.status = 'SUCCEEDED' and p.refunded_krw > 0 then 'PARTIALLY_REFUNDED'
            else p.status end as status,
       p.total_krw, p.vat_krw, p.tax_free_krw, m.paid_krw, m.surplus_krw,
       p.vat_krw * m.taken as taken_vat_krw,
       p.tax_free_krw * m.taken as taken_tax_free_krw,
       p.refunded_krw * m.taken as refunded_krw,
       p.refunded_vat_krw * m.taken as refunded_vat_krw,
       p.refunded_tax_free_krw * m.taken as refunded_tax_free_krw,
       p.reserved_krw * m.taken as refund_pending_krw,
       m.paid_krw + m.surplus_krw - p.refunded_krw * m.taken as net_krw,
       (p.vat_krw - p.refunded_vat_krw) * m.taken as net_vat_krw,
       (p.tax_free_krw - p.refunded_tax_free_krw) * m.taken as net_tax_free_krw,
       coalesce(p.refunds, '[]') as refunds,
       p.refunded_elsewhere_krw * m.taken as refunded_elsewhere_krw
  from report_payment p
 cross join lateral (select case when p.status = 'SUCCEEDED' then p.total_krw else 0 end as paid_krw,
                            case when p.status = 'SUCCEEDED' then 0 else p.surplus_krw end as surplus_krw,
                            case when p.status = 'SUCCEEDED' or p.surplus_krw > 0 then 1 else 0 end as taken) m
 where p.payment_version > 0;
