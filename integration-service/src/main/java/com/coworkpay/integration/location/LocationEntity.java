package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.Location;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;

/// The aggregate's root row. `version` is not written through the entity: [LocationStore#advance] moves it, by one
/// conditional UPDATE per change, whichever of the aggregate's tables changed.
@Entity
@Table(name = "location")
class LocationEntity {

    @Id
    private String id;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String timezone;

    @Column(nullable = false)
    private String locale;

    @Column(name = "refund_approval_limit_krw", nullable = false)
    private long refundApprovalLimitKrw;

    @Column(nullable = false, insertable = false, updatable = false)
    private long version;

    protected LocationEntity() {}

    void describe(Location location) {
        title = location.title();
        timezone = location.zone().getId();
        locale = location.locale().tag();
        refundApprovalLimitKrw = location.refundApprovalLimitKrw();
    }

    Location toLocation() {
        return new Location(id, title, ZoneId.of(timezone), Location.Language.ofTag(locale), refundApprovalLimitKrw);
    }

    long version() {
        return version;
    }
}
