package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.LegalTransitions;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The database's table of legal transitions is exactly the domain's.
@PaymentServiceTest
class TransitionsTest {

    @Test
    void theTriggerAndTheSealedStatesAreTheSame() {
        String trigger = Db.text("select prosrc from pg_proc where proname = 'payment_check_transition'");
        Map<PaymentStatus, Set<PaymentStatus>> transitions = new EnumMap<>(PaymentStatus.class);
        Arrays.stream(PaymentStatus.values())
                .forEach(status -> transitions.put(status, EnumSet.noneOf(PaymentStatus.class)));
        Matcher pair = Pattern.compile("\\('(\\w+)', '(\\w+)'\\)").matcher(trigger);
        while (pair.find()) {
            transitions
                    .computeIfAbsent(PaymentStatus.valueOf(pair.group(1)), _ -> EnumSet.noneOf(PaymentStatus.class))
                    .add(PaymentStatus.valueOf(pair.group(2)));
        }
        assertThat(transitions).as(trigger).isEqualTo(LegalTransitions.all());
    }
}
