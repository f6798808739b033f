package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.CredentialKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.platform.secret.SecretText;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The same story at a simulator in this process: what is assumed of KakaoPay.
final class SimulatorRun {
    private static final String SECRET = "DEVSIMU0000000000000000000000000000000AB";
    private static final String ADMIN = "0000000000000000000000000000001a";

    private SimulatorRun() {}

    static Map<String, Conversation.Step> play(CheckOptions options, Story story, Method method) throws IOException {
        String key = options.kind() == CredentialKind.SECRET_KEY ? SECRET : ADMIN;
        Merchant merchant =
                Merchant.of(options.cid()).secretKey(SECRET).adminKey(ADMIN).domain(domain(options.returnUrl()));
        try (Simulator simulator = Simulator.start(SimulatorSettings.inMemory().merchants(List.of(merchant)));
                Conversation conversation = new Conversation(
                        simulator.baseUrl(), SecretText.of(key), options.kind(), options.cid(), step -> {})) {
            String end = story.play(conversation, Payer.atSimulator(method));
            if (end != null) {
                throw new IllegalStateException("the simulator did not play to the end: " + end);
            }
            return new LinkedHashMap<>(conversation.steps());
        }
    }

    private static String domain(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }
}
