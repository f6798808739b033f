package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every documented code, by every operation, in both generations and under every HTTP status, against a table that was
/// written from the documents and not from the code.
class OutcomeTableTest {

    private static final List<Integer> STATUSES =
            List.of(201, 204, 302, 400, 401, 402, 403, 404, 408, 409, 418, 422, 429, 500, 501, 502, 503, 504, 599);

    /// code [method result code] | ready | approve | order | cancel, at the status that fits (400 for a refusal).
    /// `R!` refused for good, `r` refused for now, `N` not sent, `?` unknown.
    private static final String EXPECTED = """
            -1    | ? | ? | ? | ?
            -2    | R!INVALID_REQUEST | ? | ? | ?
            -3    | N NOT_ENABLED | ? | N NOT_ENABLED | ?
            -4    | N ACCOUNT_BLOCKED | ? | N ACCOUNT_BLOCKED | ?
            -5    | N NO_PERMISSION | ? | N NO_PERMISSION | ?
            -7    | ? | ? | ? | ?
            -8    | ? | ? | ? | ?
            -9    | ? | ? | ? | ?
            -10   | N QUOTA_EXCEEDED | ? | N QUOTA_EXCEEDED | ?
            -301  | N WRONG_KEY | ? | N WRONG_KEY | ?
            -400  | R!INVALID_REQUEST | ? | ? | ?
            -401  | N WRONG_KEY | N WRONG_KEY | N WRONG_KEY | N WRONG_KEY
            -402  | N NO_PERMISSION | ? | N NO_PERMISSION | ?
            -404  | ? | ? | ? | ?
            -429  | N QUOTA_EXCEEDED | N QUOTA_EXCEEDED | N QUOTA_EXCEEDED | N QUOTA_EXCEEDED
            -500  | ? | ? | ? | ?
            -503  | ? | ? | ? | ?
            -701  | ? | r NOT_AUTHENTICATED | ? | ?
            -702  | ? | ? | ? | ?
            -703  | R!INVALID_AMOUNT | ? | ? | ?
            -704  | R!INVALID_AMOUNT | ? | ? | ?
            -705  | R!METHOD_NOT_SUPPORTED | ? | ? | ?
            -706  | ? | ? | ? | ?
            -707  | ? | ? | ? | ?
            -708  | ? | r WRONG_PG_TOKEN | ? | ?
            -710  | ? | ? | ? | ?
            -711  | ? | ? | ? | ?
            -721  | ? | ? | R!NO_SUCH_TID | ?
            -722  | R!INVALID_AMOUNT | ? | ? | ?
            -723  | ? | R!EXPIRED | R!EXPIRED | ?
            -724  | R!INVALID_AMOUNT | ? | ? | ?
            -725  | R!INVALID_AMOUNT | ? | ? | ?
            -726  | R!INVALID_REQUEST | ? | ? | ?
            -730  | N WRONG_MERCHANT | ? | N WRONG_MERCHANT | ?
            -731  | N WRONG_CID | N WRONG_CID | N WRONG_CID | N WRONG_CID
            -732  | N WRONG_MERCHANT | ? | N WRONG_MERCHANT | ?
            -733  | N WRONG_CID_SECRET | N WRONG_CID_SECRET | N WRONG_CID_SECRET | N WRONG_CID_SECRET
            -750  | ? | ? | ? | ?
            -751  | ? | ? | ? | ?
            -752  | ? | ? | ? | ?
            -753  | ? | ? | ? | ?
            -761  | ? | ? | ? | ?
            -780  | ? | R!METHOD_REFUSED | ? | ?
            -780 USER_LOCKED          | ? | r PAYER_BUSY | ? | ?
            -780 BANK_FIRM_UNKNOWN    | ? | ? | ? | ?
            -780 LACK_BALANCE         | ? | R!NOT_ENOUGH_BALANCE | ? | ?
            -780 NOT_ENOUGH_BALANCE   | ? | R!NOT_ENOUGH_BALANCE | ? | ?
            -780 LIMIT_BALANCE        | ? | R!LIMIT_EXCEEDED | ? | ?
            -780 LIMIT_ONE_TIME       | ? | R!LIMIT_EXCEEDED | ? | ?
            -780 LIMIT_USE_PER_DAY    | ? | R!LIMIT_EXCEEDED | ? | ?
            -780 BANK_ACCOUNT_BLOCKED | ? | R!METHOD_REFUSED | ? | ?
            -780 8191                 | ? | R!METHOD_REFUSED | ? | ?
            -781  | ? | ? | ? | ?
            -781 6019                 | ? | ? | ? | R!CANCEL_PERIOD_OVER
            -781 2005                 | ? | ? | ? | R!NOT_CANCELABLE
            -781 6005                 | ? | ? | ? | R!NOT_CANCELABLE
            -781 INVALID_CANCEL_STATUS_DEACTIVE | ? | ? | ? | R!PAYER_LEFT
            -781 INVALID_CANCEL_STATUS | ? | ? | ? | ?
            -781 USER_LOCKED          | ? | ? | ? | ?
            -781 BANK_FIRM_UNKNOWN    | ? | ? | ? | ?
            -781 0025                 | ? | ? | ? | ?
            -781 2003                 | ? | ? | ? | ?
            -781 6003                 | ? | ? | ? | ?
            -781 6666                 | ? | ? | ? | ?
            -781 6667                 | ? | ? | ? | ?
            -781 0010                 | ? | ? | ? | ?
            -782  | ? | ? | ? | ?
            -783  | ? | ? | ? | ?
            -784  | ? | ? | ? | ?
            -785  | ? | ? | ? | ?
            -797  | R!LIMIT_EXCEEDED | ? | ? | ?
            -798  | N IP_NOT_ALLOWED | N IP_NOT_ALLOWED | N IP_NOT_ALLOWED | N IP_NOT_ALLOWED
            -799  | N DOMAIN_NOT_REGISTERED | N DOMAIN_NOT_REGISTERED | N DOMAIN_NOT_REGISTERED | N DOMAIN_NOT_REGISTERED
            -9798 | ? | ? | ? | ?
            """;

    record Line(int code, @Nullable String methodResultCode, Map<Operation, String> expected) {

        static Line parse(String text) {
            List<String> cells = Stream.of(text.split("\\|")).map(String::trim).toList();
            String[] code = cells.get(0).split(" +");
            Map<Operation, String> expected = Map.of(
                    Operation.READY, cells.get(1),
                    Operation.APPROVE, cells.get(2),
                    Operation.ORDER, cells.get(3),
                    Operation.CANCEL, cells.get(4));
            return new Line(Integer.parseInt(code[0]), code.length > 1 ? code[1] : null, expected);
        }

        @Override
        public String toString() {
            return code + (methodResultCode == null ? "" : " " + methodResultCode);
        }
    }

    static List<Line> lines() {
        return EXPECTED.lines().map(Line::parse).toList();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void eachDocumentedCodeIsTheOutcomeOfTheTable(Line line) {
        for (Operation operation : Operation.values()) {
            for (Generation generation : Generation.values()) {
                for (int status : STATUSES) {
                    String body = Samples.error(generation, line.code, line.methodResultCode);
                    Outcome<?> outcome = Samples.reportStatus(operation, generation, status, Buffer.buffer(body));
                    assertThat(describe(outcome))
                            .as("%s %s %d %s", generation, operation, status, line)
                            .isEqualTo(expectedAt(status, line.expected.get(operation)));
                }
            }
        }
    }

    /// A refusal needs 400, "turned away" one of four; under any other status nothing is believed.
    private static String expectedAt(int status, @Nullable String cell) {
        boolean isRefusal = String.valueOf(cell).matches("[Rr].*");
        boolean isNotSent = String.valueOf(cell).startsWith("N ");
        boolean believed = isRefusal
                ? status == 400
                : isNotSent && List.of(400, 401, 403, 429).contains(status);
        return believed ? String.valueOf(cell) : "?";
    }

    private static String describe(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> "done";
            case Outcome.Refused<?> refused -> (refused.isFinal() ? "R!" : "r ") + refused.reason();
            case Outcome.NotSent<?> notSent -> "N " + notSent.reason();
            case Outcome.Unknown<?> unknown -> "?";
        };
    }

    /// -403 means another thing in each generation.
    @ParameterizedTest
    @EnumSource(Operation.class)
    void minus403IsTheDomainInTheFormerApiAndTheSwitchInTodays(Operation operation) {
        Map<Generation, NotSentReason> reasons = Map.of(
                Generation.LEGACY, NotSentReason.DOMAIN_NOT_REGISTERED, Generation.CURRENT, NotSentReason.NOT_ENABLED);
        reasons.forEach((generation, reason) -> {
            Buffer body = Buffer.buffer(Samples.error(generation, -403, null));
            assertThat(describe(Samples.reportStatus(operation, generation, 403, body)))
                    .isEqualTo("N " + reason);
            assertThat(describe(Samples.reportStatus(operation, generation, 500, body)))
                    .isEqualTo("?");
        });
    }

    /// The thirty code words of KakaoPay Money: two of them are not final on approve, one is final on cancel.
    @ParameterizedTest
    @MethodSource("moneyWords")
    void eachMoneyWordHasItsOutcome(String word) {
        String approve =
                describe(Samples.reportStatus(Operation.APPROVE, 400, Samples.error(Generation.CURRENT, -780, word)));
        String cancel =
                describe(Samples.reportStatus(Operation.CANCEL, 400, Samples.error(Generation.CURRENT, -781, word)));
        switch (word) {
            case "USER_LOCKED" -> assertThat(approve).isEqualTo("r PAYER_BUSY");
            case "BANK_FIRM_UNKNOWN" -> assertThat(approve).isEqualTo("?");
            default -> assertThat(approve).startsWith("R!");
        }
        assertThat(cancel).isEqualTo(word.equals("INVALID_CANCEL_STATUS_DEACTIVE") ? "R!PAYER_LEFT" : "?");
    }

    static Stream<String> moneyWords() {
        return Stream.of(
                "BANK_ACCOUNT_NOT_FOUND",
                "BANK_FIRM_API_FAIL",
                "LACK_BALANCE",
                "BANK_NOT_CONNECTED",
                "CHANNEL_NOT_FOUND",
                "DAILY_CROSSCHECK_INVALID_AUTH_KEY",
                "INTERNAL_ERROR",
                "INVALID_CANCEL_AMOUNT",
                "INVALID_CANCEL_STATUS",
                "INVALID_PAYMENT_KEY",
                "ITEM_NOT_FOUND",
                "LIMIT_BALANCE",
                "LIMIT_ONE_TIME",
                "LIMIT_USE_PER_DAY",
                "NETWORK_ACL_ERROR",
                "NOT_ENOUGH_BALANCE",
                "PAY_ACCOUNT_RESPONSE_ERROR",
                "PAY_USER_NOT_FOUND",
                "PAYMENT_KEY_EXISTS",
                "TALK_USER_REQUEST_FAIL",
                "TALK_USER_RESPONSE_ERROR",
                "UNDER_CONSTRUCTION",
                "USER_DUPLICATION",
                "USER_LOCKED",
                "USER_NOT_FOUND",
                "BANK_FIRM_UNKNOWN",
                "DEACTIVATED_USER_STATUS",
                "BANK_ACCOUNT_BLOCKED",
                "BANK_FIRM_UNAVAILABLE",
                "INVALID_CANCEL_STATUS_DEACTIVE");
    }

    /// A gateway in front of the API answers without a code, perhaps with a page.
    @ParameterizedTest
    @EnumSource(Operation.class)
    void someStatusesStandForThemselvesWithoutACode(Operation operation) {
        for (String body : List.of("", "{}", "<html>forbidden</html>", "{\"msg\":\"no\"}", "[]", "null")) {
            Map<Integer, String> found = STATUSES.stream()
                    .collect(Collectors.toMap(s -> s, s -> describe(Samples.reportStatus(operation, s, body))));
            assertThat(found).as(body).allSatisfy((status, outcome) -> assertThat(outcome)
                    .as("%d", status)
                    .isEqualTo(
                            switch (status) {
                                case 401 -> "N WRONG_KEY";
                                case 403 -> "N NO_PERMISSION";
                                case 429 -> "N QUOTA_EXCEEDED";
                                default -> "?";
                            }));
        }
    }

    @Test
    void aNumberAsTextAndTheOtherGenerationsNameAreUnderstood() {
        for (String body : List.of(
                "{\"error_code\":\"-723\"}",
                "{\"code\":-723.0}",
                "{\"code\":\" -723 \",\"msg\":null,\"extras\":null}",
                "{\"code\":-723,\"error_code\":\"-723\"}")) {
            assertThat(describe(Samples.reportStatus(Operation.APPROVE, 400, body)))
                    .as(body)
                    .isEqualTo("R!EXPIRED");
        }
    }

    /// Reading a refusal into these would be guessing.
    @Test
    void anErrorThatContradictsItselfProvesNothing() {
        for (String body : List.of(
                "{\"code\":-723,\"error_code\":-702}",
                "{\"code\":\"soon\",\"error_code\":-723}",
                "{\"code\":-723.5}",
                "{\"code\":[-723]}",
                "{\"code\":-723,\"code\":-723}",
                "{\"code\":-723} {\"code\":-723}",
                "{\"code\":-723",
                "{\"code\":-780,\"extras\":\"BANK_FIRM_UNKNOWN\"}",
                "{\"code\":-780,\"extras\":{\"method_result_code\":{\"a\":1}}}",
                "{\"code\":-780,\"extras\":{\"method_result_code\":\"김민지 010-1234-5678\"}}")) {
            assertThat(describe(Samples.reportStatus(Operation.APPROVE, 400, body)))
                    .as(body)
                    .isEqualTo("?");
        }
        assertThat(describe(Samples.reportStatus(Operation.APPROVE, 401, "{\"code\":\"soon\"}")))
                .isEqualTo("?");
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void a200WithAnErrorCodeIsNeitherSuccessNorRefusal(Operation operation) {
        String success =
                switch (operation) {
                    case READY -> Samples.READY_ANSWER;
                    case APPROVE -> Samples.APPROVE_MONEY;
                    case ORDER -> Samples.ORDER_ANSWER;
                    case CANCEL -> Samples.CANCEL_ANSWER;
                };
        assertThat(describe(Samples.reportStatus(operation, 200, success))).isEqualTo("done");
        for (int status : STATUSES) {
            assertThat(describe(Samples.reportStatus(operation, status, success)))
                    .isNotIn("done");
        }
        for (int code : List.of(-401, -701, -723, -780, -721, -2, 0)) {
            String both = success.replaceFirst("\\{", "{\"error_code\":" + code + ",");
            assertThat(describe(Samples.reportStatus(operation, 200, both))).isEqualTo("?");
        }
    }

    @Test
    void lettersOfTheMethodResultCodeMayBeSmall() {
        String body = Samples.error(Generation.LEGACY, -780, "user_locked");
        assertThat(describe(Samples.reportStatus(Operation.APPROVE, 400, body))).isEqualTo("r PAYER_BUSY");
    }

    /// Texts may hold names and phone numbers: they do not get into what is logged and stored.
    @Test
    void theCodeHoldsNumbersAndCodeWordsOnly() {
        String body = Samples.error(Generation.CURRENT, -780, "8191");
        Outcome<?> outcome = Samples.reportStatus(Operation.APPROVE, 400, body);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(new Code("approve", 400, -780, "8191"));
            assertThat(refused.code().toString()).isEqualTo("approve 400 -780 8191");
        });
        assertThat(outcome.toString()).doesNotContain("김민지");
    }
}
