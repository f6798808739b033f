package com.coworkpay.checks.docs.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import com.coworkpay.checks.docs.events.Catalogue.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The pictures show every topic, every state and every event that tells of one, and can be read on dark pages too.
class PicturesTest {
    private static final Path PICTURES = Repository.path("docs/pictures");
    private static final Pattern CONSTANT = Pattern.compile("(?m)^    ([A-Z_]+)[,;]$");
    private static final List<Topic> TOPICS = new Catalogue().topics();

    @Test
    void theServicesAreShownWithTheirTopics() {
        assertThat(picture("services"))
                .contains(Repository.SERVICES)
                .contains(TOPICS.stream()
                        .filter(topic -> !topic.isForDeadLetters())
                        .map(Topic::address)
                        .toList());
    }

    @Test
    void aPaymentsLifeHasItsStatesAndEvents() {
        assertThat(picture("payment-life"))
                .contains(states("payment-service/src/main/java/com/coworkpay/payment/domain/PaymentStatus.java"))
                .contains(events("payment.events"));
    }

    @Test
    void aRefundsLifeHasItsStatesAndEvents() {
        assertThat(picture("refund-life"))
                .contains(states("refund-service/src/main/java/com/coworkpay/refund/domain/RefundStatus.java"))
                .contains(events("refund.events"));
    }

    /// Released cancellations are told on the topic of refunds, and belong to no refund's life.
    private static boolean isOfALife(String type) {
        return !type.startsWith("coworkpay.cancellation.");
    }

    @Test
    void everyPictureSaysWhatItShowsAndHasDarkColours() {
        assertThat(Repository.files(PICTURES, ".svg")).isNotEmpty().allSatisfy(file -> assertThat(Repository.read(file))
                .contains("aria-label=\"", "@media (prefers-color-scheme: dark)"));
    }

    private static String picture(String name) {
        return Repository.read(PICTURES.resolve(name + ".svg"));
    }

    private static List<String> states(String source) {
        List<String> states = CONSTANT.matcher(Repository.read(Repository.path(source)))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(states).hasSizeGreaterThan(5);
        return states;
    }

    /// As pictures write them: `coworkpay.payment.paid.v1` is `payment.paid`.
    private static List<String> events(String address) {
        return TOPICS.stream()
                .filter(topic -> topic.address().equals(address))
                .flatMap(topic -> topic.messages().stream())
                .filter(message -> isOfALife(message.type()))
                .map(message -> message.type().replaceAll("^coworkpay\\.|\\.v[0-9]+$", ""))
                .toList();
    }
}
