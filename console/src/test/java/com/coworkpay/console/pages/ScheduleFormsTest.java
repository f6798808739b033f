package com.coworkpay.console.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.ConsoleTest;
import com.coworkpay.console.support.Page;
import com.coworkpay.console.support.PageTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Opening hours: typed as text, sent as windows.
@ConsoleTest
class ScheduleFormsTest extends PageTest {

    private static final String LIST = AT + "/schedules";
    private static final String CHANGE = LIST + "/change";
    private static final String REMOVE = LIST + "/remove";

    @Test
    void whatIsThereIsToBeChanged() {
        Page page = browser.get(CHANGE + "?kind=DEFAULT").shows(200);
        assertThat(page.one("[name=MONDAY]").val()).isEqualTo("08:00-22:00");
        assertThat(page.one("[name=SATURDAY]").val()).isEqualTo("10:00-13:00, 14:00-24:00");
        assertThat(page.one("[name=SUNDAY]").val()).isEmpty();
        assertThat(page.one("[name=closedDays]").val()).isEqualTo("2026-12-25");
        assertThat(page.main()).contains("변경 이력", "운영 시간 없음");
    }

    @Test
    void hoursAreSentAsWindows() {
        Page page = browser.get(CHANGE + "?kind=DEFAULT").shows(200);
        browser.submit(
                        page.form(CHANGE),
                        Map.of("MONDAY", "9:00-12:00, 13:00 ~ 18:00", "closedDays", "2026-12-25\n2027-01-01"))
                .leadsTo(LIST + "?done=saved");
        var sent = services.heardOnce("putSchedule");
        assertThat(sent.body().path("weekly").path("MONDAY").toString())
                .isEqualTo("[{\"opens\":\"09:00\",\"closes\":\"12:00\"},{\"opens\":\"13:00\",\"closes\":\"18:00\"}]");
        assertThat(sent.body().path("weekly").path("SUNDAY")).isEmpty();
        assertThat(sent.body().path("closedDays").toString()).isEqualTo("[\"2026-12-25\",\"2027-01-01\"]");
    }

    @Test
    void aResourceIsNamed() {
        Page page = browser.get(CHANGE + "?kind=RESOURCE").shows(200);
        browser.submit(
                        page.form(CHANGE),
                        Map.of(
                                "resourceType",
                                "DESK",
                                "resourceId",
                                "창가 7",
                                "validFrom",
                                "2026-12-01",
                                "MONDAY",
                                "10:00-18:00"))
                .leadsTo(LIST + "?done=saved");
        assertThat(services.heardOnce("putSchedule")
                        .query()
                        .path("resourceId")
                        .get(0)
                        .asText())
                .isEqualTo("창가 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9-18", "09:00", "morning", "09:00-18:00;19:00-20:00", "<b>"})
    void whatIsNoTimeComesBack(String hours) {
        Page page = browser.get(CHANGE + "?kind=DEFAULT").shows(200);
        Page again = browser.submit(page.form(CHANGE), Map.of("MONDAY", hours)).shows(422);
        assertThat(again.one("[name=MONDAY]").val()).isEqualTo(hours);
        assertThat(again.one("[name=MONDAY]").attr("aria-invalid")).isEqualTo("true");
        assertThat(again.one("[name=TUESDAY]").val()).isEqualTo("08:00-22:00");
        assertThat(services.heard("putSchedule")).isEmpty();
    }

    @Test
    void whatTheServiceRefusesComesBack() {
        services.refuses(
                "putSchedule", 400, "invalid-request", "겹칩니다 4711", problem -> problem.put("field", "weekly.MONDAY"));
        Page page = browser.get(CHANGE + "?kind=DEFAULT").shows(200);
        Page again = browser.submit(page.form(CHANGE), Map.of("MONDAY", "09:00-18:00, 10:00-11:00"))
                .shows(400);
        assertThat(again.main()).contains("겹칩니다 4711");
        assertThat(again.one("[name=MONDAY]").attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void noHoursAreALocationsOwnWord() {
        Page page = browser.get(CHANGE + "?kind=DEFAULT").shows(200);
        browser.submit(page.form(REMOVE), Map.of("validFrom", "2026-12-01")).leadsTo(LIST + "?done=saved");
        assertThat(services.heardOnce("deleteSchedule")
                        .query()
                        .path("validFrom")
                        .get(0)
                        .asText())
                .isEqualTo("2026-12-01");
    }
}
