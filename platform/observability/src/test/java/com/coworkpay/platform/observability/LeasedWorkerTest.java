package com.coworkpay.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LeasedWorkerTest {

    private final Queue<Integer> due = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final List<Integer> takes = new ArrayList<>();
    private final Set<Integer> hanging = new HashSet<>();
    private final Set<Integer> failing = new HashSet<>();
    private boolean away;

    private final Places<Integer> places = new Places<>(2);
    private final LeasedWorker<Integer> worker = new LeasedWorker<>(
            "test",
            new InFlightWork(Duration.ZERO, Duration.ZERO),
            places,
            this::take,
            this::work,
            number -> "number " + number);

    private Uni<List<Integer>> take(int free) {
        takes.add(free);
        if (away) {
            return Uni.createFrom().failure(new IllegalStateException("the database is away"));
        }
        var taken = new ArrayList<Integer>();
        while (taken.size() < free && !due.isEmpty()) {
            taken.add(due.remove());
        }
        return Uni.createFrom().item(taken);
    }

    private Uni<Void> work(int number) {
        if (hanging.contains(number)) {
            return Uni.createFrom().nothing();
        }
        if (failing.contains(number)) {
            throw new IllegalStateException("a defect");
        }
        done.add(number);
        return Uni.createFrom().voidItem();
    }

    private void fill() {
        worker.fill().await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void nothingWaitsForTheSlowestAndNoMoreAreTakenThanThereIsRoomFor() {
        due.addAll(List.of(1, 2, 3, 4, 5));
        hanging.add(1);
        fill();
        assertThat(done).containsExactly(2, 3, 4, 5);
        assertThat(places.free()).isEqualTo(1);
        assertThat(takes).allMatch(free -> free == 1 || free == 2);
    }

    @Test
    void whereAllHangNothingIsTaken() {
        due.addAll(List.of(1, 2, 3));
        hanging.addAll(List.of(1, 2));
        fill();
        assertThat(due).containsExactly(3);
        takes.clear();
        fill();
        assertThat(takes).isEmpty();
    }

    @Test
    void aFailureConcernsOneAndFreesItsPlace() {
        due.addAll(List.of(1, 2, 3));
        failing.add(1);
        fill();
        assertThat(done).containsExactly(2, 3);
        assertThat(places.free()).isEqualTo(2);
    }

    @Test
    void aTakeThatFailsIsAPause() {
        due.add(1);
        away = true;
        fill();
        assertThat(done).isEmpty();
        assertThat(places.free()).isEqualTo(2);
        away = false;
        fill();
        assertThat(done).containsExactly(1);
    }

    @Test
    void whereTakesAreGatheredRoomAsksForOne() {
        var asked = new ArrayList<String>();
        var gathered = worker.whenFree(() -> asked.add("room"));
        due.addAll(List.of(1, 2));
        gathered.fill().await().atMost(Duration.ofSeconds(5));
        assertThat(done).containsExactly(1, 2);
        assertThat(asked).isNotEmpty();
    }

    @Test
    void aRoundDoesAllToItsEnd() {
        due.addAll(List.of(1, 2, 3, 4, 5));
        failing.add(3);
        worker.round().await().atMost(Duration.ofSeconds(5));
        assertThat(done).containsExactly(1, 2, 4, 5);
    }
}
