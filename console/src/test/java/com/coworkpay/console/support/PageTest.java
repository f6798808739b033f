package com.coworkpay.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// On a good day, with Minji signed in, who may do everything at 강남점.
public abstract class PageTest {

    public static final String PAYMENT = "0199c300-7d4a-7c11-8a55-0242ac120002";
    public static final String REFUND = "0199c301-1111-7c11-8a55-0242ac120003";
    public static final String AT = "/console/gangnam";

    protected Services services = new Services();
    protected Browser browser = Browser.anew();

    /// Where a test types what no form of ours lets through: the service says what is wrong with it.
    protected boolean typesAnything;

    @BeforeEach
    void begin() {
        services = Services.onAGoodDay();
        browser = Browser.signedIn();
    }

    /// Whatever a page does, it asks the services only what their contracts know.
    @AfterEach
    void theServicesWereAskedWhatTheyKnow() {
        assertThat(services.faults())
                .filteredOn(fault -> !typesAnything || !fault.contains(" body: "))
                .isEmpty();
    }
}
