package com.coworkpay.console.overview;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.client.Summary;
import com.coworkpay.console.overview.Plot.Tick;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PlotProperties {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final LocalDate FIRST = LocalDate.of(2028, 1, 30);

    /// What a location may turn over in a day, and far more.
    private static final long MOST = 100_000_000_000_000L;

    @Property
    void barsStayWithinTheArea(@ForAll("days") @Size(min = 1, max = 62) List<Tuple.Tuple2<Long, Long>> days) {
        Plot plot = Plot.of(summary(days));
        if (days.stream().allMatch(day -> day.get1() + day.get2() == 0)) {
            assertThat(plot).isNull();
            return;
        }
        Objects.requireNonNull(plot);
        assertThat(plot.bars()).hasSize(days.size());
        double right = 0;
        for (Plot.Bar bar : plot.bars()) {
            assertThat(bar.x()).isGreaterThanOrEqualTo(right);
            right = bar.x() + bar.width();
            assertThat(right).isLessThanOrEqualTo(plot.width());
            assertThat(bar.paidY()).isGreaterThanOrEqualTo(0);
            assertThat(bar.paidY() + bar.paidHeight()).isCloseTo(plot.zeroY(), within());
            assertThat(plot.zeroY() + bar.refundedHeight()).isLessThanOrEqualTo(plot.height());
            assertThat(bar.paidHeight()).isGreaterThanOrEqualTo(0);
            assertThat(bar.refundedHeight()).isGreaterThanOrEqualTo(0);
        }
    }

    @Property
    void theScaleIsEvenAndRound(@ForAll("days") @Size(min = 1, max = 62) List<Tuple.Tuple2<Long, Long>> days) {
        Plot plot = Plot.of(summary(days));
        if (plot == null) {
            return;
        }
        List<Tick> ticks = plot.ticks();
        assertThat(ticks).hasSizeBetween(2, 8).anyMatch(tick -> tick.amountKrw() == 0);
        long step = ticks.get(0).amountKrw() - ticks.get(1).amountKrw();
        assertThat(isRound(step)).as("step " + step).isTrue();
        for (int i = 1; i < ticks.size(); i++) {
            assertThat(ticks.get(i - 1).amountKrw() - ticks.get(i).amountKrw()).isEqualTo(step);
            assertThat(ticks.get(i).y()).isGreaterThan(ticks.get(i - 1).y());
        }
        long most = days.stream().mapToLong(Tuple.Tuple2::get1).max().orElse(0);
        long mostBack = days.stream().mapToLong(Tuple.Tuple2::get2).max().orElse(0);
        assertThat(ticks.getFirst().amountKrw()).isGreaterThanOrEqualTo(most);
        assertThat(ticks.getLast().amountKrw()).isLessThanOrEqualTo(-mostBack);
        assertThat(ticks.getFirst().y()).isGreaterThanOrEqualTo(0);
        assertThat(ticks.getLast().y()).isLessThanOrEqualTo(plot.height());
    }

    /// Twice as much is twice as high.
    @Property
    void heightsAreAmounts(@ForAll @LongRange(min = 1, max = 1_000_000_000) long amount) {
        Plot plot =
                Objects.requireNonNull(Plot.of(summary(List.of(Tuple.of(amount, 0L), Tuple.of(2 * amount, amount)))));
        Plot.Bar one = plot.bars().get(0);
        Plot.Bar two = plot.bars().get(1);
        assertThat(two.paidHeight()).isCloseTo(2 * one.paidHeight(), within());
        assertThat(two.refundedHeight()).isCloseTo(one.paidHeight(), within());
    }

    @Property
    void stepsAreRound(@ForAll @LongRange(min = 1, max = Long.MAX_VALUE / 20) long range) {
        long step = Plot.step(range);
        assertThat(isRound(step)).as("step " + step).isTrue();
        assertThat(range / step).isLessThanOrEqualTo(5);
    }

    @Example
    void sixtyTwoDaysHaveFewLabels() {
        List<Tuple.Tuple2<Long, Long>> days = java.util.Collections.nCopies(62, Tuple.of(22_000L, 5_000L));
        Plot plot = Objects.requireNonNull(Plot.of(summary(days)));
        assertThat(plot.bars().stream().filter(Plot.Bar::labelled)).hasSizeBetween(5, 13);
        assertThat(plot.bars().get(30).day()).isEqualTo(LocalDate.of(2028, 2, 29));
    }

    @Example
    void withoutMovementsThereIsNothingToDraw() {
        assertThat(Plot.of(summary(List.of()))).isNull();
        assertThat(Plot.of(summary(List.of(Tuple.of(0L, 0L))))).isNull();
    }

    @Provide
    Arbitrary<List<Tuple.Tuple2<Long, Long>>> days() {
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(0L)),
                Tuple.of(5, Arbitraries.longs().between(0, 3_000_000)),
                Tuple.of(1, Arbitraries.longs().between(0, MOST)));
        return net.jqwik.api.Combinators.combine(amounts, amounts)
                .as(Tuple::of)
                .list()
                .ofMinSize(1)
                .ofMaxSize(62);
    }

    private static boolean isRound(long step) {
        long digit = step;
        while (digit % 10 == 0 && digit > 0) {
            digit /= 10;
        }
        return digit == 1 || digit == 2 || digit == 5;
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.api.Assertions.within(0.001);
    }

    /// As the service sends it: with all figures of the record, whatever it has.
    private static Summary summary(List<Tuple.Tuple2<Long, Long>> days) {
        ObjectNode summary =
                JSON.createObjectNode().put("timezone", "Asia/Seoul").put("by", "day");
        var groups = summary.putArray("groups");
        LocalDate day = FIRST;
        for (var each : days) {
            groups.addObject()
                    .put("key", day.toString())
                    .put("from", day.toString())
                    .put("to", day.toString())
                    .set("figures", JSON.valueToTree(Map.of("paidKrw", each.get1(), "refundedKrw", each.get2())));
            day = day.plusDays(1);
        }
        summary.set("total", JSON.valueToTree(Map.of()));
        return JSON.convertValue(summary, Summary.class);
    }
}
