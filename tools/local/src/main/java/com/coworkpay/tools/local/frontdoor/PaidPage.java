package com.coworkpay.tools.local.frontdoor;

import com.coworkpay.tools.local.Html;
import java.net.URI;

/// The front door's own two pages: what is here, and where a payer ends up in place of a portal.
final class PaidPage {
    private PaidPage() {}

    static String home(URI issuer, URI simulator) {
        return Html.page("CoworkPay on this machine", """
                <h1>CoworkPay on this machine</h1>
                <p>KakaoPay payments for coworking spaces, with a simulator in KakaoPay's place: no money moves.</p>
                <table>
                <tr><th>Sign in</th><td><a href="%1$s/sign-in">%1$s/sign-in</a> gives a token: minji (administrator), jisoo (member), hyun (analyst)</td></tr>
                <tr><th>KakaoPay</th><td><a href="%2$s/merchant">%2$s/merchant</a> finds a payment by its Order ID, as KakaoPay's dashboard would</td></tr>
                <tr><th>API</th><td><code>/v1/locations/{locationId}/…</code>, described in <code>docs/contracts/</code></td></tr>
                </table>
                <h2>See it work</h2>
                <pre>./coworkpay demo</pre>
                <p>Step by step by hand: <code>docs/how-to/local-stack.md</code>.</p>
                """.formatted(issuer, simulator));
    }

    /// Stands in for the portal's page that a payer comes back to. What happened is in the address' query, written
    /// there by payment-service; the page shows it in the browser and sends nothing on.
    static String portal() {
        return Html.page("Back from KakaoPay", """
                <h1>Back from KakaoPay</h1>
                <p>A portal would show its own page here. payment-service sent the browser on with this:</p>
                <table id="result"></table>
                <p><a href="/">Start page</a></p>
                <script>
                const table = document.getElementById('result');
                for (const [name, value] of new URLSearchParams(location.search)) {
                  const row = table.insertRow();
                  row.insertCell().textContent = name;
                  const cell = row.insertCell();
                  cell.appendChild(document.createElement('code')).textContent = value;
                }
                </script>
                """);
    }
}
