package com.coworkpay.reporting;

import com.coworkpay.platform.problem.ProblemType;
import java.util.Locale;

/// Why a report is not given, each with a `type` of its own.
public enum ReportingProblem implements ProblemType {
    /// A summary by time without a range, or of more groups than an answer has.
    SUMMARY_TOO_WIDE(400),
    /// The database took too long for it.
    REPORT_TOO_SLOW(503),
    /// The database may not read all of the projection in the time a statement has.
    DIGEST_TOO_SLOW(503),
    /// As many exports as this process takes are being read.
    EXPORTS_BUSY(503),
    /// The projection is being rebuilt already.
    REBUILD_RUNNING(409);

    private final int status;

    ReportingProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/reporting";
    }
}
