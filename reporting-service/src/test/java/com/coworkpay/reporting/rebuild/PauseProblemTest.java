package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class PauseProblemTest {

    @Test
    void anOperatorReadsASentenceAndNoNameOfAClass() {
        assertThat(RunRebuild.problem(new CompletionException(new ConnectException("refused"))))
                .isEqualTo("The database cannot be reached, or is too busy.");
        assertThat(RunRebuild.problem(new PgException("deadlock", "ERROR", "40P01", null)))
                .isEqualTo("The database cannot be reached, or is too busy.");
        assertThat(RunRebuild.problem(new TimeoutException("no metadata"))).isEqualTo("Kafka cannot be read.");
        assertThat(RunRebuild.problem(new IllegalStateException("a secret of the record")))
                .isEqualTo("An unexpected error: see the log of the process.");
    }
}
