package com.coworkpay.platform.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The rings of a service: features first, and inside a feature `domain` in the middle, the use case around it, and
/// `api`, `persistence`, `messaging` and `kakaopay` at the edge.
///
/// ```java
/// @Test
/// void theRingsHold() {
///     Rings.of("com.coworkpay.payment").check();
/// }
/// ```
public final class ArchitectureRules {
    private static final String CONNECTOR = "com.coworkpay.kakaopay.connector";
    private static final List<String> SERVICES = List.of(
            "com.coworkpay.integration",
            "com.coworkpay.payment",
            "com.coworkpay.refund",
            "com.coworkpay.reporting",
            "com.coworkpay.kakaopay.simulator",
            "com.coworkpay.tools.local");

    private final String root;

    private ArchitectureRules(String root) {
        this.root = root;
    }

    public static ArchitectureRules of(String rootPackage) {
        return new ArchitectureRules(rootPackage);
    }

    /// Fails with every place that breaks a rule. Test classes are free.
    public void check() {
        check(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root));
    }

    void check(JavaClasses classes) {
        rules().forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /// Each rule with its reason.
    public List<ArchRule> rules() {
        return List.of(
                domainIsPlain(),
                domainKnowsNoRingAroundIt(),
                apiGoesThroughTheUseCase(),
                kakaoPayHasItsPlace(),
                servicesAreStrangers(),
                nothingBlocks(),
                nobodySleeps());
    }

    private ArchRule domainIsPlain() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.hibernate..",
                        "org.eclipse.microprofile..",
                        "com.fasterxml.jackson.databind..",
                        "io.opentelemetry..",
                        "org.apache.kafka..")
                .because("money rules are read without knowing a framework");
    }

    private ArchRule domainKnowsNoRingAroundIt() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        root + "..api..", root + "..persistence..", root + "..messaging..", root + "..kakaopay..")
                .because("the middle does not depend on the edge");
    }

    private ArchRule apiGoesThroughTheUseCase() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(root + "..persistence..", root + "..kakaopay..", "io.vertx.mutiny.sqlclient..")
                .because("only a use case opens a transaction");
    }

    private ArchRule kakaoPayHasItsPlace() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .and()
                .resideOutsideOfPackage(root + "..kakaopay..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(CONNECTOR + ".KakaoPay")
                .because("calls to KakaoPay leave from one place per feature, with no transaction open");
    }

    private ArchRule servicesAreStrangers() {
        DescribedPredicate<JavaClass> another = DescribedPredicate.alwaysFalse();
        for (String service : SERVICES) {
            if (!service.equals(root)) {
                another = another.or(resideInAPackage(service + ".."));
            }
        }
        return noClasses()
                .should()
                .dependOnClassesThat(another.as("of another service"))
                .because("services know each other by contracts, not by classes");
    }

    private static ArchRule nothingBlocks() {
        return noClasses()
                .should()
                .callMethod("io.smallrye.mutiny.Uni", "await")
                .orShould()
                .callMethod("io.smallrye.mutiny.Uni", "awaitUsing", "io.smallrye.mutiny.Context")
                .because("an event loop that waits stands still for everybody");
    }

    private static ArchRule nobodySleeps() {
        return noClasses()
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .because("what waits is a row with a time, or a timer");
    }
}
