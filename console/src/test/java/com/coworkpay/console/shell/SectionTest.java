package com.coworkpay.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.client.LocationPage.Location;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever has a permission sees the pages that it opens, and no others.
class SectionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            integration:manage                          | OVERVIEW KAKAOPAY
            report:read                                 | OVERVIEW TRANSACTIONS
            payment:read                                | OVERVIEW REFUNDS CANCELLATIONS REVIEW COMPARISONS SCHEDULES
            schedule:manage                             | SCHEDULES
            refund:create                               |
            payment:create                              |
            projection:rebuild                          |
            payment:read report:read                    | OVERVIEW TRANSACTIONS REFUNDS CANCELLATIONS REVIEW COMPARISONS SCHEDULES
            integration:manage payment:read report:read | OVERVIEW TRANSACTIONS REFUNDS CANCELLATIONS REVIEW COMPARISONS SCHEDULES KAKAOPAY
            """)
    void permissionsOpenSections(String permissions, @org.jspecify.annotations.Nullable String sections) {
        Location location =
                new Location("gangnam", "강남점", "Asia/Seoul", true, true, true, null, List.of(permissions.split(" ")));
        assertThat(Section.of(location).stream().map(Section::name))
                .containsExactly(sections == null ? new String[0] : sections.split(" "));
    }
}
