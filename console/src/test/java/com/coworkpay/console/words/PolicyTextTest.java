package com.coworkpay.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.session.Language;
import com.coworkpay.console.support.Contracts;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolicyTextTest {

    @Test
    void everyKindIsASentence() {
        assertThat(both(Map.of("kind", "NO_REFUND"))).containsExactly("환불 불가", "no refunds");
        assertThat(both(Map.of("kind", "UNTIL_PROCESSED")))
                .containsExactly("처리 시작 전까지 전액", "in full until the order is processed");
        assertThat(both(Map.of("kind", "BEFORE_START", "before", "PT1H")))
                .containsExactly("시작 1시간 전까지 전액", "in full until 1 hour before the start");
        assertThat(both(Map.of(
                        "kind",
                        "TIERED",
                        "tiers",
                        List.of(
                                Map.of("before", "P1W", "percent", 100),
                                Map.of("before", "P2D", "percent", 50),
                                Map.of("before", "PT15M", "percent", 10)))))
                .containsExactly(
                        "시작 1주 전까지 전액, 시작 2일 전까지 50%, 시작 15분 전까지 10%",
                        "in full until 1 week before the start; 50% until 2 days before the start; 10% until 15 minutes before the start");
    }

    @Test
    void withoutOneItSaysSo() {
        assertThat(PolicyText.policy(FormatTest.shell(Language.KO, null), null)).contains("없음");
        assertThat(PolicyText.policy(FormatTest.shell(Language.EN, null), null)).startsWith("no ");
    }

    /// Each deadline and kind of the contract has words: nobody reads `PT12H`.
    @Test
    void everyWordOfTheContractIsKnown() {
        JsonNode file = Contracts.read().operation("createCheckout").file();
        List<String> deadlines = file.findValues("before").stream()
                .map(each -> Contracts.resolved(file, each))
                .filter(each -> each.has("enum"))
                .flatMap(each ->
                        java.util.stream.StreamSupport.stream(each.path("enum").spliterator(), false))
                .map(JsonNode::asText)
                .distinct()
                .toList();
        assertThat(deadlines).isNotEmpty();
        for (String before : deadlines) {
            assertThat(both(Map.of("kind", "BEFORE_START", "before", before)))
                    .as(before)
                    .noneMatch(text -> text.contains(before));
        }
    }

    private static List<String> both(Map<String, Object> policy) {
        return List.of(
                PolicyText.policy(FormatTest.shell(Language.KO, null), policy),
                PolicyText.policy(FormatTest.shell(Language.EN, null), policy));
    }
}
