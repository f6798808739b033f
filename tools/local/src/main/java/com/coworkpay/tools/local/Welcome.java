package com.coworkpay.tools.local;

import com.coworkpay.tools.local.issuer.Issuer;
import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.coworkpay.tools.local.stack.Secrets;
import java.nio.file.Path;

/// What `up` says when everything runs: where it is, how to sign in, and three things to try. The commands can be
/// copied as they stand.
final class Welcome {
    private static final String TOKEN_OF_ANSWER = "sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/'";

    private Welcome() {}

    static String text(Addresses at, Secrets secrets, Path folder, long seconds, int replicas, Console console) {
        return """

                %s after %d s. Ctrl-C ends all of it.

                  Front door      %s%s
                  Sign in         %s/sign-in   as minji (administrator), jisoo (member) or hyun (analyst); no passwords
                  KakaoPay        %s/merchant   the simulator's merchant page, by Order ID
                  State and logs  %s

                %s in another terminal:

                1. See the whole story, each step with its ids:

                ./coworkpay demo

                2. Connect KakaoPay at gangnam, as its administrator:

                %s
                %s

                3. Start a payment, as the portal would. The answer has a redirect URL: open it in a browser and pay.
                   The payment's id is the Order ID on the merchant page.

                %s
                %s
                """.formatted(
                        console.good("CoworkPay is running"),
                        seconds,
                        at.frontDoor(),
                        replicas == 1 ? "" : "   to %d processes of each service in turn".formatted(replicas),
                        at.issuer(),
                        at.simulator(),
                        folder,
                        console.strong("Three things to try,"),
                        administratorToken(at),
                        connect(at),
                        portalToken(at, secrets),
                        pay(at));
    }

    private static String administratorToken(Addresses at) {
        return "ADMIN=$(curl -s %s/token -d grant_type=%s -d person=minji | %s)"
                .formatted(at.issuer(), Issuer.PERSON_GRANT, TOKEN_OF_ANSWER);
    }

    private static String connect(Addresses at) {
        return """
                curl -s -w '\\n' -X PUT %s/v1/locations/gangnam/kakaopay/connection \\
                  -H "Authorization: Bearer $ADMIN" -H "Content-Type: application/json" \\
                  -d '{"credentialKind":"SECRET_KEY","key":"%s","cid":"%s"}'""".formatted(at.frontDoor(), DemoMerchants.SECRET_KEY, DemoMerchants.SECRET_KEY_CID);
    }

    private static String portalToken(Addresses at, Secrets secrets) {
        return "PORTAL=$(curl -s %s/token -d grant_type=client_credentials -d client_id=portal -d client_secret=%s | %s)"
                .formatted(at.issuer(), secrets.machineSecret("portal"), TOKEN_OF_ANSWER);
    }

    private static String pay(Addresses at) {
        return """
                curl -s -w '\\n' -X POST %1$s/v1/locations/gangnam/payments \\
                  -H "Authorization: Bearer $PORTAL" -H "Content-Type: application/json" \\
                  -H "Idempotency-Key: try-$(date +%%s)" \\
                  -d '{"payerId":"jisoo","ownerId":"jisoo","ownerRole":"LOCATION_MEMBER",
                       "payable":{"type":"CREDIT_PACKAGE","id":"credits-'$(date +%%s)'"},
                       "description":"10 credits","totalKrw":22000,"taxFreeKrw":0,"quantity":1,
                       "device":"PC","returnUrl":"%1$s/portal/paid"}'""".formatted(at.frontDoor());
    }
}
