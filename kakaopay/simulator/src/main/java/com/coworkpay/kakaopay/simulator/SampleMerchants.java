package com.coworkpay.kakaopay.simulator;

import java.util.List;

/// Merchants that are there to try things by hand. Their keys open nothing but this simulator.
public final class SampleMerchants {
    /// Today's API, production key.
    public static final String GANGNAM_CID = "CWGANGNAM1";

    public static final String GANGNAM_SECRET_KEY = "SIMSECRETKEYGANGNAM000000000000000000001";

    /// The former API.
    public static final String HONGDAE_CID = "CWHONGDAE1";

    public static final String HONGDAE_ADMIN_KEY = "51ad0000000000000000000000000001";

    /// KakaoPay's test CID with a development key.
    public static final String TEST_CID = "TC0ONETIME";

    public static final String TEST_SECRET_KEY = "DEVSIMSECRETKEY0000000000000000000000001";

    private SampleMerchants() {}

    public static List<Merchant> on(List<String> domains) {
        return List.of(
                on(Merchant.of(GANGNAM_CID).secretKey(GANGNAM_SECRET_KEY), domains),
                on(Merchant.of(HONGDAE_CID).adminKey(HONGDAE_ADMIN_KEY), domains),
                on(Merchant.of(TEST_CID).secretKey(TEST_SECRET_KEY), domains));
    }

    private static Merchant on(Merchant merchant, List<String> domains) {
        Merchant more = merchant;
        for (String domain : domains) {
            more = more.domain(domain);
        }
        return more;
    }
}
