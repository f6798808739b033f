package com.coworkpay.tools.local.stack;

import com.coworkpay.kakaopay.simulator.Merchant;
import java.net.URI;
import java.util.List;

/// The merchants that the simulator knows from the start. Their keys are worth something on this machine only.
public final class DemoMerchants {
    /// A merchant of today's API.
    public static final String SECRET_KEY_CID = "CWPAYSEC01";

    public static final String SECRET_KEY = "PRDLOCALSTACK0SECRET0KEY0000000000000001";

    /// A merchant of KakaoPay's former API.
    public static final String ADMIN_KEY_CID = "CWPAYADM01";

    public static final String ADMIN_KEY = "10ca15acadab1e0f0123456789abcdef";

    /// A merchant that has registered another site than this one.
    public static final String OTHER_SITE_CID = "CWPAYOTH01";

    public static final String OTHER_SITE_KEY = "PRDLOCALSTACK0SECRET0KEY0000000000000002";

    private DemoMerchants() {}

    static List<Merchant> forSite(URI site) {
        return List.of(
                Merchant.of(SECRET_KEY_CID).secretKey(SECRET_KEY).domain(site.toString()),
                Merchant.of(ADMIN_KEY_CID).adminKey(ADMIN_KEY).domain(site.toString()),
                Merchant.of(OTHER_SITE_CID).secretKey(OTHER_SITE_KEY).domain("https://another-site.example"));
    }
}
