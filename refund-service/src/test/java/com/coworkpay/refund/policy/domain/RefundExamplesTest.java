package com.coworkpay.refund.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.Role;
import com.coworkpay.contracts.ScheduleRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Plays docs/reference/refund-examples.md.
class RefundExamplesTest {

    private static final Path PAGES = Path.of("../docs/reference");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant PAID = Instant.parse("2026-01-02T00:00:00Z");
    private static final String NOTHING = "–";

    private static final List<ScheduleVersion> SET = List.of(
            version(ScheduleRef.DEFAULT, hours("08:00", 7)),
            version(ScheduleRef.PUBLIC, hours("10:00", 5)),
            version(ScheduleRef.ofResource(ResourceType.DESK, "desk-7"), hours("07:00", 7)));

    private static final List<ScheduleVersion> NONE = List.of(version(ScheduleRef.DEFAULT, null));

    private record Example(
            String policy,
            String start,
            String zone,
            String owner,
            String hours,
            String canceledAt,
            String deadline,
            String won,
            String reason) {

        static Example of(String line) {
            var cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            return new Example(
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    cells.get(5),
                    cells.get(6),
                    cells.get(7),
                    cells.get(8),
                    cells.get(9).replace("`", ""));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachRow() throws IOException {
        return examples("refund-examples.md").stream()
                .map(example -> DynamicTest.dynamicTest(example.toString(), () -> play(example)));
    }

    @Test
    void bothPagesHaveTheSameRows() throws IOException {
        var rows = examples("refund-examples.md");
        assertThat(rows).hasSizeGreaterThan(20).isEqualTo(examples("refund-examples.ko.md"));
    }

    private static List<Example> examples(String page) throws IOException {
        return Files.readAllLines(PAGES.resolve(page)).stream()
                .filter(line -> line.startsWith("| "))
                .filter(line -> !line.contains("| zone |") && !line.contains("| 시간대 |"))
                .map(Example::of)
                .toList();
    }

    private static void play(Example example) {
        ZoneId zone = ZoneId.of(example.zone);
        String[] start = example.start.split(" ");
        boolean isOrder = start[0].equals("order");
        boolean isFullDay = !isOrder && start.length == 2;
        var cancellation = new RefundTrigger.Canceled(
                at(example.canceledAt, zone), Role.LOCATION_MEMBER, isOrder ? start[1] : null, null);
        Start known = isOrder ? null : isFullDay ? fullDay(example, start, zone) : exact(start[0], zone);
        var input = TestDecision.booking(cancellation.canceledAt())
                .type(isOrder ? PayableType.SHOP_ORDER : PayableType.BOOKING)
                .policy(policy(example.policy))
                .trigger(cancellation)
                .start(known)
                .input(zone, PAID, isFullDay && known == null);
        RuleResult result = RefundRule.decide(input);
        assertThat(result.reason()).isEqualTo(DecisionReason.valueOf(example.reason));
        assertThat("%,d".formatted(result.amountKrw())).isEqualTo(example.won);
        assertThat(
                        result.deadlineAt() == null
                                ? NOTHING
                                : DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx")
                                        .format(result.deadlineAt().atZone(zone)))
                .isEqualTo(example.deadline);
    }

    private static Start exact(String local, ZoneId zone) {
        return Start.exact(at(local, zone), Start.From.PAYMENT);
    }

    private static @Nullable Start fullDay(Example example, String[] start, ZoneId zone) {
        return new FullDay(LocalDate.parse(start[0]), PAID, example.owner, "DESK", start[1])
                .start(
                        zone,
                        switch (example.hours) {
                            case "set" -> SET;
                            case "none" -> NONE;
                            default -> List.of();
                        },
                        Start.From.PAYMENT)
                .orElse(null);
    }

    private static RefundPolicy policy(String text) {
        if (text.equals("NO_REFUND")) {
            return new RefundPolicy.NoRefund();
        }
        if (text.equals("UNTIL_PROCESSED")) {
            return new RefundPolicy.UntilProcessed();
        }
        if (!text.contains("%")) {
            return new RefundPolicy.BeforeStart(RefundDeadline.valueOf(text));
        }
        return new RefundPolicy.Tiered(Arrays.stream(text.split(", "))
                .map(tier -> tier.split(" "))
                .map(tier -> new RefundPolicy.Tier(RefundDeadline.valueOf(tier[0]), Integer.parseInt(tier[1])))
                .toList());
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static ScheduleVersion version(ScheduleRef schedule, @Nullable OpeningHours hours) {
        return new ScheduleVersion(schedule, 1, LocalDate.parse("2026-01-01"), LONG_AGO, hours);
    }

    /// @param days from Monday on
    private static OpeningHours hours(String opens, int days) {
        var weekdays = Arrays.stream(java.time.DayOfWeek.values())
                .limit(days)
                .map(day -> "\"%s\":[{\"opens\":\"%s\",\"closes\":\"22:00\"}]".formatted(day, opens))
                .toList();
        return OpeningHours.of(
                "{\"weekly\":{%s},\"closedDays\":[\"2026-12-25\"]}".formatted(String.join(",", weekdays)));
    }
}
