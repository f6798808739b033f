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

    public static final String TEST_ADMIN_KEY = "51ad0000000000000000000000000002";

    /// Where the demo of KakaoPay's own toolkit and the example of its guide send the payer back to.
    private static final List<String> DEMO_DOMAINS =
            List.of("https://payment-demo.kakaopay.com", "https://developers.kakao.com");

    private SampleMerchants() {}

    public static List<Merchant> on(List<String> domains) {
        return List.of(
                on(Merchant.of(GANGNAM_CID).secretKey(GANGNAM_SECRET_KEY), domains),
                on(Merchant.of(HONGDAE_CID).adminKey(HONGDAE_ADMIN_KEY), domains),
                on(
                        on(Merchant.of(TEST_CID).secretKey(TEST_SECRET_KEY).adminKey(TEST_ADMIN_KEY), domains),
                        DEMO_DOMAINS));
    }

    /// As many as KakaoPay takes, the first ones first.
    private static Merchant on(Merchant merchant, List<String> domains) {
        Merchant more = merchant;
        for (String domain : domains) {
            if (more.domains().size() == Merchant.MAX_DOMAINS) {
                return more;
            }
            more = more.domain(domain);
        }
        return more;
    }
}
