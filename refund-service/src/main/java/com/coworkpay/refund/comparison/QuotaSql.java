package com.coworkpay.refund.comparison;

import com.coworkpay.platform.sql.Parameters;
import com.coworkpay.refund.RefundConfig;

/// How a statement takes order inquiries of the day's quota, together with what it takes them for: `room` has the
/// number of places, `taken` has the rows. Processes wait for each other at the quota's one row, for the length of a
/// statement.
final class QuotaSql {

    private static final String QUOTA = """
            with quota as materialized (
              select t.today, case when q.day = t.today then q.used else 0 end as used,
                     greatest(q.next_at, now() - make_interval(secs => :burst * 86400.0 / :dailyQuota)) as next_at
                from comparison_quota q cross join (select (now() at time zone 'Asia/Seoul')::date as today) t
                 for no key update of q
            ), room as materialized (
              select today, used, next_at, greatest(0, least(:max, :dailyQuota - used, %s))::integer as places from quota
            ), """;

    /// For what a person requested.
    static final String REQUESTED = QUOTA.formatted("2147483647");

    /// For what nobody requested: evenly over the day, at most `burst` at once.
    static final String PACED =
            QUOTA.formatted("floor(extract(epoch from now() - next_at) * :dailyQuota / 86400.0)::bigint");

    /// After the statement that takes `taken`.
    static final String SPENT_REQUESTED = spent("r.next_at");

    static final String SPENT_PACED = spent("r.next_at + make_interval(secs => t.number * 86400.0 / :dailyQuota)");

    private QuotaSql() {}

    private static String spent(String nextAt) {
        return """
            , spent as (
              update comparison_quota set day = r.today, used = r.used + t.number, next_at = %s
                from room r cross join (select count(*)::integer as number from taken) t where t.number > 0
            )
            select * from taken""".formatted(nextAt);
    }

    /// @param max how many are taken
    static Parameters values(RefundConfig.Comparison config, int max) {
        return Parameters.with("dailyQuota", config.dailyQuota())
                .and("burst", config.batch())
                .and("max", max);
    }
}
