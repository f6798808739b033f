package com.coworkpay.console.audit;

import com.coworkpay.console.client.Audit;
import com.coworkpay.console.client.Part;
import com.coworkpay.console.client.ServiceProblem;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Who did what with the object of a page: the entries of several services as one, newest first.
///
/// @param isPermitted false where the person may read none of them: then nothing is shown
/// @param problems of services that do not answer, in their own words
/// @param hasMore than what was asked for
/// @param isLinked each leads to its payment
public record WhoDidWhat(
        boolean isPermitted,
        List<Audit.Entry> entries,
        List<ServiceProblem> problems,
        boolean hasMore,
        boolean isLinked) {

    private static final int FORBIDDEN = 403;

    @SafeVarargs
    public static WhoDidWhat of(Part<Audit>... parts) {
        List<Audit> read =
                Stream.of(parts).map(Part::value).filter(Objects::nonNull).toList();
        List<ServiceProblem> all =
                Stream.of(parts).map(Part::problem).filter(Objects::nonNull).toList();
        List<ServiceProblem> problems =
                all.stream().filter(each -> each.status() != FORBIDDEN).toList();
        return new WhoDidWhat(
                !read.isEmpty() || !problems.isEmpty(),
                read.stream()
                        .flatMap(each -> each.entries().stream())
                        .sorted(Comparator.comparing(Audit.Entry::at).reversed())
                        .toList(),
                problems,
                read.stream().anyMatch(each -> each.nextCursor() != null),
                false);
    }

    /// On a page of many payments.
    public WhoDidWhat linked() {
        return new WhoDidWhat(isPermitted, entries, problems, hasMore, true);
    }
}
