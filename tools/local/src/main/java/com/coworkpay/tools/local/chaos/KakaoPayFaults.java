package com.coworkpay.tools.local.chaos;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.RandomFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How KakaoPay misbehaves: about one call in six, on every endpoint.
final class KakaoPayFaults {
    private static final Duration SLOW = Duration.ofMillis(1500);
    private static final Duration LATE = Duration.ofSeconds(5);

    private KakaoPayFaults() {}

    /// Every call takes a while and is answered well.
    static RandomFault slowness() {
        return RandomFault.of(FaultKind.SLOW, 1000).delay(SLOW);
    }

    static List<RandomFault> faults() {
        var faults = new ArrayList<RandomFault>();
        for (Endpoint endpoint : Endpoint.values()) {
            faults.add(RandomFault.of(FaultKind.NO_ANSWER_BEFORE, 12).on(endpoint));
            faults.add(RandomFault.of(FaultKind.NO_ANSWER_AFTER, 18).on(endpoint));
            faults.add(RandomFault.of(FaultKind.STATUS_BEFORE, 18).on(endpoint));
            faults.add(RandomFault.of(FaultKind.STATUS_AFTER, 18).on(endpoint));
            faults.add(RandomFault.of(FaultKind.RESET_BEFORE, 25).on(endpoint));
            faults.add(RandomFault.of(FaultKind.RESET_AFTER, 25).on(endpoint));
            faults.add(RandomFault.of(FaultKind.MALFORMED_BODY, 12).on(endpoint));
            faults.add(RandomFault.of(FaultKind.SLOW, 25).on(endpoint).delay(SLOW));
        }
        // KakaoPay acts after we have stopped waiting.
        faults.add(
                RandomFault.of(FaultKind.LATE_EFFECT, 15).on(Endpoint.APPROVE).delay(LATE));
        faults.add(RandomFault.of(FaultKind.LATE_EFFECT, 15).on(Endpoint.CANCEL).delay(LATE));
        faults.add(RandomFault.code(FaultKind.CODE, 10, -785, null).on(Endpoint.CANCEL));
        faults.add(RandomFault.code(FaultKind.CODE_AFTER_EFFECT, 10, -780, "BANK_FIRM_UNKNOWN")
                .on(Endpoint.APPROVE));
        return faults;
    }
}
