package com.coworkpay.integration.settings.persistence;

import com.coworkpay.integration.settings.domain.PayableType;
import com.coworkpay.integration.settings.domain.Switches;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.EnumMap;

/// A location's switches: a column each, so that a missing one is an error of the database and not a default.
@Entity
@Table(name = "kakaopay_settings")
public class SwitchesEntity {

    @Id
    @Column(name = "location_id")
    private String locationId;

    @Column(nullable = false)
    private boolean booking;

    @Column(name = "event_ticket", nullable = false)
    private boolean eventTicket;

    @Column(name = "shop_order", nullable = false)
    private boolean shopOrder;

    @Column(name = "credit_package", nullable = false)
    private boolean creditPackage;

    @Column(nullable = false)
    private boolean invoice;

    @Column(name = "automatic_refunds", nullable = false)
    private boolean automaticRefunds;

    protected SwitchesEntity() {}

    SwitchesEntity(String locationId, Switches switches) {
        this.locationId = locationId;
        set(switches);
    }

    final void set(Switches switches) {
        booking = switches.isOn(PayableType.BOOKING);
        eventTicket = switches.isOn(PayableType.EVENT_TICKET);
        shopOrder = switches.isOn(PayableType.SHOP_ORDER);
        creditPackage = switches.isOn(PayableType.CREDIT_PACKAGE);
        invoice = switches.isOn(PayableType.INVOICE);
        automaticRefunds = switches.automaticRefunds();
    }

    Switches toSwitches() {
        var payables = new EnumMap<PayableType, Boolean>(PayableType.class);
        payables.put(PayableType.BOOKING, booking);
        payables.put(PayableType.EVENT_TICKET, eventTicket);
        payables.put(PayableType.SHOP_ORDER, shopOrder);
        payables.put(PayableType.CREDIT_PACKAGE, creditPackage);
        payables.put(PayableType.INVOICE, invoice);
        return new Switches(payables, automaticRefunds);
    }
}
