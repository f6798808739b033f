package com.coworkpay.payment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.platform.testkit.DatabaseSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The committed schema is what the migrations make. After a wanted change: run this test with
/// `-Dcontracts.write=true`, look at the difference, commit it.
@PaymentServiceTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("src", "main", "resources", "db", "schema.sql");

    @Test
    void theCommittedSchemaIsTheDatabases() throws IOException {
        String present = DatabaseSchema.rendered("payment-service");
        if (Boolean.getBoolean("contracts.write")) {
            Files.writeString(COMMITTED, present);
        }
        assertThat(present).isEqualTo(Files.readString(COMMITTED));
    }
}
