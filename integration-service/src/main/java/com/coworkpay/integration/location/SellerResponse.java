package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.Seller;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The seller, as receipts show it.
@Schema(name = "SellerResponse")
record SellerResponse(
        @Nullable String name,

        @Schema(description = "Ten digits without dashes") @Nullable
        String businessNumber,

        @Nullable String representative,
        @Nullable String address,
        @Nullable String phone) {

    static SellerResponse of(Seller seller) {
        return new SellerResponse(
                seller.name(), seller.businessDigits(), seller.representative(), seller.address(), seller.phone());
    }

    /// Null where nothing is known.
    static @Nullable SellerResponse of(LocationListStore.ListedLocation row) {
        var seller = new SellerResponse(
                row.sellerName(),
                row.sellerBusinessNumber(),
                row.sellerRepresentative(),
                row.sellerAddress(),
                row.sellerPhone());
        return seller.equals(new SellerResponse(null, null, null, null, null)) ? null : seller;
    }
}
