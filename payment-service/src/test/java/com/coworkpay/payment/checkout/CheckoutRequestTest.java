package com.coworkpay.payment.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.initiation.PaymentRequest;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/// A checkout is made of what a payment is begun with, but for the device: the same members with the same rules.
class CheckoutRequestTest {

    @Test
    void itIsARequestForAPaymentWithoutADevice() {
        Map<String, String> ofPayment = rules(PaymentRequest.class);
        Map<String, String> ofCheckout = rules(CheckoutRequest.class);
        assertThat(ofPayment.remove("device")).isNotNull();
        assertThat(ofCheckout.remove("expiresAt")).isNotNull();
        assertThat(ofCheckout.remove("language")).isNotNull();
        assertThat(ofCheckout).isEqualTo(ofPayment);
        assertThat(rulesOf(CheckoutRequest.class)).isEqualTo(rulesOf(PaymentRequest.class));
    }

    private static Map<String, String> rules(Class<?> request) {
        Map<String, String> rules = new TreeMap<>();
        for (Field field : request.getDeclaredFields()) {
            if (!java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
                rules.put(field.getName(), field.getGenericType() + " " + rulesOf(field));
            }
        }
        return rules;
    }

    /// Descriptions may differ.
    private static String rulesOf(AnnotatedElement element) {
        return Arrays.stream(element.getAnnotations())
                .filter(each -> !(each instanceof Schema))
                .map(Annotation::toString)
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
