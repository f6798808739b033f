package com.coworkpay.payment.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Several callers at the same moment.
public final class Concurrently {

    private Concurrently() {}

    public static <T> List<T> times(int times, Callable<T> action) throws Exception {
        return all(Collections.nCopies(times, action));
    }

    public static <T> List<T> all(List<Callable<T>> actions) throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(actions.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : pool.invokeAll(actions)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
