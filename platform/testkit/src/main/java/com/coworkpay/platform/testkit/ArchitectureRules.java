package com.coworkpay.platform.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What holds in every service. A feature is one package, beside a `domain` for pure rules.
///
/// ```java
/// @Test
/// void theArchitectureHolds() {
///     ArchitectureRules.of("com.coworkpay.reporting").check();
/// }
/// ```
public final class ArchitectureRules {
    /// A value, unlike the rest of Kafka's library.
    private static final String TOPIC_PARTITION = "org.apache.kafka.common.TopicPartition";

    private static final String PATH = "jakarta.ws.rs.Path";
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

    /// Fails with every place that breaks a rule. Test classes are free; what they use from another package may be
    /// public.
    public void check() {
        JavaClasses main = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        check(layout(), main);
        check(
                Stream.of(onlyWhatOthersUseIsPublic(type -> main.contain(type.getName()))),
                new ClassFileImporter().importPackages(root));
    }

    void check(JavaClasses classes) {
        check(rules().stream(), classes);
    }

    private static void check(Stream<ArchRule> rules, JavaClasses classes) {
        rules.forEach(rule -> rule.allowEmptyShould(true).check(classes));
    }

    /// Each rule with its reason.
    public List<ArchRule> rules() {
        return Stream.concat(layout(), Stream.of(onlyWhatOthersUseIsPublic(_ -> true)))
                .toList();
    }

    private Stream<ArchRule> layout() {
        return Stream.of(
                domainKnowsNothingAroundIt(),
                featuresAreATree(),
                rootKnowsNoFeature(),
                resourcesOpenNoTransaction(),
                kakaoPayIsCalledOutsideOfTransactions(),
                domainIsPlain(),
                servicesAreStrangers(),
                nothingBlocks(),
                nobodySleeps());
    }

    /// Rules that are their feature's alone are no public types of a `domain`: their names say what they are.
    private DescribedPredicate<JavaClass> rulesOfTheBusiness() {
        return resideInAPackage(root + "..domain..")
                .or(describe("types named Rule, Policy, Decision or Plan", ArchitectureRules::isNamedAsARule));
    }

    private static boolean isNamedAsARule(JavaClass type) {
        return type.isTopLevelClass()
                && Stream.of("Rule", "Policy", "Decision", "Plan").anyMatch(type.getSimpleName()::endsWith);
    }

    private ArchRule domainIsPlain() {
        return noClasses()
                .that(rulesOfTheBusiness())
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                                "io.quarkus..",
                                "io.smallrye..",
                                "io.vertx..",
                                "jakarta..",
                                "org.hibernate..",
                                "org.eclipse.microprofile..",
                                "com.fasterxml.jackson.databind..",
                                "io.opentelemetry..",
                                "org.apache.kafka..")
                        .and(not(name(TOPIC_PARTITION))))
                .because("money rules are read without knowing a framework");
    }

    private ArchRule domainKnowsNothingAroundIt() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..domain..")
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAPackage(root + "..domain.."))))
                .because("a rule is read without knowing who applies it");
    }

    private ArchRule featuresAreATree() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a feature is understood after those that it uses, and without the others");
    }

    private ArchRule rootKnowsNoFeature() {
        return noClasses()
                .that()
                .resideInAPackage(root)
                .should()
                .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(root, root + ".domain"))))
                .because("what all features use would lead each of them to the others");
    }

    /// A nested type counts as public where all types around it are.
    private static ArchRule onlyWhatOthersUseIsPublic(Predicate<JavaClass> held) {
        return classes()
                .that(are(describe("visible to all", type -> isVisibleToAll(type) && held.test(type))))
                .should(beUsedOutsideOfItsPackage())
                .because("what is public seems to be of interest to others");
    }

    /// Hibernate Validator makes only validators that are public, and builders of records are generated as public.
    private static boolean isVisibleToAll(JavaClass type) {
        return !type.isAssignableTo("jakarta.validation.ConstraintValidator")
                && !type.isAnnotatedWith("io.soabase.recordbuilder.core.RecordBuilderGenerated")
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass()
                        .map(ArchitectureRules::isVisibleToAll)
                        .orElse(true);
    }

    private static ArchCondition<JavaClass> beUsedOutsideOfItsPackage() {
        return new ArchCondition<>("be used outside of its package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (withItsAlternatives(type).noneMatch(ArchitectureRules::isUsedOutside)) {
                    events.add(SimpleConditionEvent.violated(
                            type, type.getName() + " is public and used inside of its package alone"));
                }
            }
        };
    }

    /// An interface and the types in it that implement it are used as one: a switch over them names only some in the
    /// compiled code.
    private static Stream<JavaClass> withItsAlternatives(JavaClass type) {
        JavaClass parent = type.getEnclosingClass()
                .filter(enclosing -> type.isAssignableTo(enclosing.getName()))
                .orElse(type);
        return Stream.concat(
                Stream.of(type, parent), parent.getSubclasses().stream().filter(each -> each.getEnclosingClass()
                        .equals(Optional.of(parent))));
    }

    private static boolean isUsedOutside(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(each -> !each.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    private ArchRule resourcesOpenNoTransaction() {
        return noClasses()
                .that()
                .areAnnotatedWith(PATH)
                .should()
                .dependOnClassesThat(isDatabase().or(simpleNameEndingWith("Store")))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName(CONNECTOR + ".KakaoPay")
                .because("only a use case opens a transaction or calls KakaoPay");
    }

    private ArchRule kakaoPayIsCalledOutsideOfTransactions() {
        return noClasses()
                .that(dependOn(CONNECTOR + ".KakaoPay"))
                .should()
                .dependOnClassesThat(isDatabase().or(simpleNameEndingWith("Store")))
                .because("calls to KakaoPay leave with no transaction open");
    }

    private static DescribedPredicate<JavaClass> dependOn(String type) {
        return describe("depend on " + type, each -> each.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().equals(type)));
    }

    private static DescribedPredicate<JavaClass> isDatabase() {
        return resideInAnyPackage(
                "io.vertx.mutiny.sqlclient..", "io.vertx.sqlclient..", "io.quarkus.hibernate..", "org.hibernate..");
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
