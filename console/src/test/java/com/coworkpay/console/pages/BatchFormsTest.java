package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.GoodDay;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import com.coworkpay.console.support.Services.Heard;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Everybody back: counted, confirmed by its sum, approved by another person, paused, stopped.
@ConsoleTest
class BatchFormsTest extends PageTest {

    private static final String LIST = AT + "/refund-batches";
    private static final String BATCH = LIST + "/0199c306-1111-7c11-8a55-0242ac120008";
    private static final String CONFIRM = BATCH + "/confirmation";
    private static final String APPROVE = BATCH + "/approval";

    @Test
    void anEventIsCountedOnce() {
        Page page = browser.get(LIST).shows(200);
        assertThat(page.main()).contains("networking-day-2026-12-04", "확인 대기", "1,155,000", "1,089,000", "회의실 room-a");
        String key = page.value(LIST, "key");
        browser.submit(page.form(LIST), Map.of("kind", "EVENT", "eventId", " e-7 ", "note", "연사 사정"))
                .leadsTo(BATCH);
        Heard sent = services.heardOnce("startRefundBatch");
        assertThat(sent.header("idempotency-key")).isEqualTo(key);
        assertThat(sent.body().path("eventId").asText()).isEqualTo("e-7");
        assertThat(sent.body().path("day").isNull() || sent.body().path("day").isMissingNode())
                .isTrue();
    }

    @Test
    void aDayOfOneResourceIsCounted() {
        Page page = browser.get(LIST).shows(200);
        browser.submit(
                        page.form(LIST),
                        Map.of(
                                "kind",
                                "DAY",
                                "eventId",
                                "left over",
                                "day",
                                "2026-12-24",
                                "resourceType",
                                "ROOM",
                                "resourceId",
                                "room-a"))
                .leadsTo(BATCH);
        Heard sent = services.heardOnce("startRefundBatch");
        assertThat(sent.body().path("day").asText()).isEqualTo("2026-12-24");
        assertThat(sent.body().path("resourceId").asText()).isEqualTo("room-a");
        assertThat(sent.body().path("eventId").asText("")).isIn("", "null");
    }

    @ParameterizedTest
    @CsvSource({"400, eventId", "409, ''", "503, ''"})
    void whatIsRefusedComesBack(int status, String field) {
        services.refuses("startRefundBatch", status, "refused", "이유 4711", problem -> {
            if (!field.isEmpty()) {
                problem.put("field", field);
            }
        });
        Page page = browser.get(LIST).shows(200);
        Page again = browser.submit(page.form(LIST), Map.of("kind", "EVENT", "eventId", "e-8"))
                .shows(status);
        assertThat(again.main()).contains("이유 4711");
        assertThat(again.value(LIST, "eventId")).isEqualTo("e-8");
        assertThat(again.one("[name=eventId]").hasAttr("aria-invalid")).isEqualTo(!field.isEmpty());
        // Sent again it is the same where it may have been taken.
        assertThat(again.value(LIST, "key").equals(page.value(LIST, "key"))).isEqualTo(status >= 500);
    }

    @Test
    void theDryRunSaysWhoIsLeftOutAndWhy() {
        Page page = browser.get(BATCH).shows(200);
        assertThat(page.main())
                .contains("결제 35건 · 1,155,000원", "예약 취소로 이미 환불됨: 3", "남은 금액 없음: 2", "그중 1건은")
                .contains("아직 아무것도 환불하지 않았습니다");
        assertThat(page.links())
                .contains(CONFIRM, BATCH + "/payments.csv")
                .anyMatch(link -> link.contains("cursor=older%2B%2F%3D1"));
        browser.get(BATCH + "?outcome=LEFT_OUT").shows(200);
        browser.get(BATCH + "?outcome=%3Cscript%3E").shows(200);
    }

    @ParameterizedTest
    @CsvSource({"'1,155,000', true", "1155000원, true", "1155001, false", "'', false", "everything, false"})
    void itIsConfirmedByTypingItsSum(String typed, boolean isSum) {
        Page page = browser.get(CONFIRM).shows(200);
        assertThat(page.main()).contains("35명에게", "합계: 1,155,000원");
        Page after = browser.submit(page.form(CONFIRM), Map.of("sum", typed));
        if (isSum) {
            after.leadsTo(BATCH);
            assertThat(services.heardOnce("confirmRefundBatch").body().toString())
                    .isEqualTo("{\"payments\":35,\"totalKrw\":1155000}");
        } else {
            assertThat(after.shows(422).one("[name=sum]").attr("aria-invalid")).isEqualTo("true");
            assertThat(services.heard("confirmRefundBatch")).isEmpty();
        }
    }

    @Test
    void aDryRunThatChangedIsSeenAnew() {
        Page page = browser.get(CONFIRM).shows(200);
        services.refuses("confirmRefundBatch", 409, "batch-changed", "다시 집계합니다 4711");
        services.says("getRefundBatch", batch -> batch.put("status", "COUNTING"));
        Page again =
                browser.submit(page.form(CONFIRM), Map.of("sum", "1155000")).shows(409);
        assertThat(again.main()).contains("다시 집계합니다 4711", "지금 확정할 것이 없습니다");
    }

    @Test
    void anotherPersonApprovesByTypingTheSum() {
        waitsForApprovalOf("sora");
        assertThat(browser.get(BATCH).shows(200).links()).contains(APPROVE);
        Page page = browser.get(APPROVE).shows(200);
        Page wrong = browser.submit(page.form(APPROVE), Map.of("answer", "APPROVED", "sum", "1"))
                .shows(422);
        assertThat(wrong.one("[name=sum]").attr("aria-invalid")).isEqualTo("true");
        browser.submit(wrong.form(APPROVE), Map.of("answer", "APPROVED", "sum", "1,155,000"))
                .leadsTo(BATCH);
        Heard sent = services.heardOnce("answerRefundBatchApproval");
        assertThat(sent.body().path("answer").asText()).isEqualTo("APPROVED");
        assertThat(sent.body().path("totalKrw").asLong()).isEqualTo(1_155_000);
    }

    @Test
    void decliningNeedsANote() {
        waitsForApprovalOf("sora");
        Page page = browser.get(APPROVE).shows(200);
        Page wrong =
                browser.submit(page.form(APPROVE), Map.of("answer", "DECLINED")).shows(422);
        assertThat(wrong.one("[name=note]").attr("aria-invalid")).isEqualTo("true");
        browser.submit(wrong.form(APPROVE), Map.of("answer", "DECLINED", "note", "다시 확인"))
                .leadsTo(BATCH);
        assertThat(services.heardOnce("answerRefundBatchApproval")
                        .body()
                        .path("note")
                        .asText())
                .isEqualTo("다시 확인");
    }

    @Test
    void whoConfirmedItDoesNotApproveIt() {
        waitsForApprovalOf("minji");
        Page page = browser.get(BATCH).shows(200);
        assertThat(page.links()).doesNotContain(APPROVE);
        assertThat(page.one("#batch").attr("hx-get"))
                .as("somebody else's approval is seen")
                .isEqualTo(BATCH);
        assertThat(page.main()).contains("다른 담당자가 승인해야 합니다");
        browser.submit(page.form(BATCH + "/withdrawal"), Map.of()).leadsTo(BATCH);
        services.heardOnce("withdrawRefundBatch");
    }

    @ParameterizedTest
    @CsvSource({
        "DRY_RUN, dismissal, dismissRefundBatch",
        "RUNNING, pause, pauseRefundBatch",
        "RUNNING, stop, stopRefundBatch",
        "PAUSED, resumption, resumeRefundBatch",
        "PAUSED, stop, stopRefundBatch"
    })
    void eachStepIsAButton(String status, String step, String operation) {
        services.says("getRefundBatch", batch -> batch.put("status", status).put("startedAt", "2026-11-29T06:20:00Z"));
        Page page = browser.get(BATCH).shows(200);
        browser.submit(page.form(BATCH + "/" + step), Map.of()).leadsTo(BATCH);
        services.heardOnce(operation);
    }

    @Test
    void aRefusedStepSaysWhy() {
        services.says("getRefundBatch", running(_ -> {}));
        Page page = browser.get(BATCH).shows(200);
        services.refuses("pauseRefundBatch", 409, "batch-not-running", "이미 끝났습니다 4711");
        Page refused = browser.submit(page.form(BATCH + "/pause"), Map.of()).shows(409);
        assertThat(refused.main()).contains("이미 끝났습니다 4711");
    }

    @Test
    void progressIsAPictureWithItsFigures() {
        services.says(
                "getRefundBatch",
                running(batch -> progress(batch).put("pending", 15).put("requested", 4)));
        Page page = browser.get(BATCH).shows(200);
        assertThat(page.html().select("svg.batch rect")).hasSize(5);
        assertThat(page.main()).contains("환불됨: 15", "실패: 1", "제외: 5", "495,000원");
        assertThat(page.one("#batch").attr("hx-get")).isEqualTo(BATCH);
        services.says("getRefundBatch", running(batch -> batch.put("status", "DONE")));
        assertThat(browser.get(BATCH).shows(200).one("#batch").hasAttr("hx-get"))
                .as("what is over is not asked for again")
                .isFalse();
    }

    private static Consumer<ObjectNode> running(Consumer<ObjectNode> change) {
        return batch -> {
            batch.put("status", "RUNNING").put("startedAt", "2026-11-29T06:20:00Z");
            progress(batch)
                    .put("pending", 0)
                    .put("refunded", 15)
                    .put("refundedKrw", 495_000)
                    .put("failed", 1)
                    .put("failedKrw", 33_000);
            change.accept(batch);
        };
    }

    private static ObjectNode progress(ObjectNode batch) {
        return (ObjectNode) batch.path("progress");
    }

    private void waitsForApprovalOf(String confirmedBy) {
        ObjectNode approval = GoodDay.of("confirmRefundBatch");
        services.says("getRefundBatch", batch -> batch.put("status", "AWAITING_APPROVAL")
                .put("requestedBy", confirmedBy)
                .put("confirmedBy", confirmedBy)
                .set("approval", approval.path("approval")));
    }
}
