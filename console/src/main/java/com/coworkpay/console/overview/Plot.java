package com.coworkpay.console.overview;

import com.coworkpay.console.client.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Bars for days: what was paid upwards, what was refunded downwards, on one scale. Drawn by the page's template as
/// SVG: no script, and it prints.
///
/// @param ticks of the scale, from the highest to the lowest
public record Plot(int width, int height, double zeroY, List<Bar> bars, List<Tick> ticks) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 260;
    private static final int LEFT = 70;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int MAX_TICKS = 5;

    /// A day. `y` and heights are in the drawing's units.
    public record Bar(
            LocalDate day,
            double x,
            double width,
            double paidY,
            double paidHeight,
            double refundedHeight,
            long paidKrw,
            long refundedKrw,
            boolean labelled) {}

    public record Tick(double y, long amountKrw) {}

    /// Null where there is nothing to draw.
    public static @Nullable Plot of(Summary summary) {
        List<Summary.Group> days =
                summary.groups().stream().filter(group -> group.from() != null).toList();
        long up = days.stream().mapToLong(day -> day.figures().paidKrw()).max().orElse(0);
        long down = days.stream()
                .mapToLong(day -> day.figures().refundedKrw())
                .max()
                .orElse(0);
        if (up + down == 0) {
            return null;
        }
        long step = step(Math.max(up + down, 1));
        long highest = roundedUp(up, step);
        long lowest = roundedUp(down, step);
        double unit = (HEIGHT - TOP - BOTTOM) / (double) (highest + lowest);
        double zeroY = TOP + highest * unit;
        double slot = (WIDTH - LEFT) / (double) days.size();
        int every = Math.max(1, days.size() / 10);
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            Summary.Figures figures = days.get(i).figures();
            bars.add(new Bar(
                    Objects.requireNonNull(days.get(i).from()),
                    LEFT + i * slot + slot * 0.15,
                    slot * 0.7,
                    zeroY - figures.paidKrw() * unit,
                    figures.paidKrw() * unit,
                    figures.refundedKrw() * unit,
                    figures.paidKrw(),
                    figures.refundedKrw(),
                    i % every == 0));
        }
        List<Tick> ticks = new ArrayList<>();
        for (long amount = highest; amount >= -lowest; amount -= step) {
            ticks.add(new Tick(zeroY - amount * unit, amount));
        }
        return new Plot(WIDTH, HEIGHT, zeroY, bars, ticks);
    }

    /// 1, 2 or 5 times a power of ten, so that there are at most five ticks.
    static long step(long range) {
        long step = 1;
        while (range / step > MAX_TICKS) {
            step *= 10;
        }
        for (long finer : List.of(5L, 2L)) {
            if (step >= 10 && range / (step / 10 * finer) <= MAX_TICKS) {
                return finer == 5 && range / (step / 5) <= MAX_TICKS ? step / 5 : step / 10 * finer;
            }
        }
        return step;
    }

    private static long roundedUp(long amount, long step) {
        return (amount + step - 1) / step * step;
    }
}
