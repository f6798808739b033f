package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request to set opening hours.
@Schema(name = "ScheduleRequest")
record ScheduleRequest(
        @Schema(description = "The first day that these hours are of, in the location's zone", examples = "2026-12-01")
        @NotNull
        @Pattern(regexp = ScheduleRequest.DAY)
        String validFrom,

        @Schema(description = "The windows of each weekday; one that is left out is closed") @NotNull
        Map<DayOfWeek, @NotNull @Size(max = OpeningHours.MAX_WINDOWS) List<@NotNull @Valid WindowBody>> weekly,

        @Schema(description = "Closed in spite of their weekday", examples = "[\"2026-12-25\"]")
        @Size(max = OpeningHours.MAX_CLOSED_DAYS)
        @Nullable
        List<@NotNull @Pattern(regexp = ScheduleRequest.DAY) String> closedDays) {

    static final String DAY = "(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    /// Local times of the location.
    @Schema(name = "OpeningWindow")
    record WindowBody(
            @Schema(examples = "09:00") @NotNull @Pattern(regexp = OpeningHours.TIME)
            String opens,

            @Schema(
                    description = "`24:00` is the end of the day; what goes over midnight is two windows",
                    examples = "18:00")
            @NotNull
            @Pattern(regexp = OpeningHours.TIME)
            String closes) {}

    LocalDate firstDay() {
        return day("validFrom", validFrom);
    }

    static LocalDate day(String member, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field(member);
        }
    }

    /// @throws ProblemException that names the member
    OpeningHours hours() {
        try {
            var windows = new EnumMap<DayOfWeek, List<OpeningHours.Window>>(DayOfWeek.class);
            weekly.forEach((weekday, ofDay) -> {
                var read = new ArrayList<OpeningHours.Window>();
                for (WindowBody window : ofDay) {
                    read.add(OpeningHours.Window.of(
                            "weekly." + weekday + "[" + read.size() + "]", window.opens(), window.closes()));
                }
                windows.put(weekday, read);
            });
            var closed = new TreeSet<LocalDate>();
            if (closedDays != null) {
                closedDays.forEach(day -> closed.add(day("closedDays", day)));
            }
            return new OpeningHours(windows, closed);
        } catch (OpeningHours.InvalidException invalid) {
            throw ProblemException.of(CommonProblem.INVALID_REQUEST).field(invalid.member());
        }
    }
}
