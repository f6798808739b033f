package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.BusinessNumber;
import com.coworkpay.integration.location.domain.Location;
import com.coworkpay.integration.location.domain.Seller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "seller_name")
    private @Nullable String sellerName;

    @Column(name = "seller_business_number")
    private @Nullable String sellerBusinessNumber;

    @Column(name = "seller_representative")
    private @Nullable String sellerRepresentative;

    @Column(name = "seller_address")
    private @Nullable String sellerAddress;

    @Column(name = "seller_phone")
    private @Nullable String sellerPhone;

    @Column(nullable = false, insertable = false, updatable = false)
    private long version;

    protected LocationEntity() {}

    void describe(Location location) {
        title = location.title();
        timezone = location.zone().getId();
        locale = location.locale().tag();
        refundApprovalLimitKrw = location.refundApprovalLimitKrw();
        Seller seller = location.seller().orElse(null);
        sellerName = seller == null ? null : seller.name();
        sellerBusinessNumber = seller == null ? null : seller.businessDigits();
        sellerRepresentative = seller == null ? null : seller.representative();
        sellerAddress = seller == null ? null : seller.address();
        sellerPhone = seller == null ? null : seller.phone();
    }

    Location toLocation() {
        return new Location(
                id,
                title,
                ZoneId.of(timezone),
                Location.Language.ofTag(locale),
                refundApprovalLimitKrw,
                Seller.of(
                        sellerName,
                        sellerBusinessNumber == null ? null : new BusinessNumber(sellerBusinessNumber),
                        sellerRepresentative,
                        sellerAddress,
                        sellerPhone));
    }

    long version() {
        return version;
    }
}
