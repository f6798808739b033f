package com.coworkpay.platform.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Every operation that changes something says which audit rows it leaves, or why none:
/// `com.coworkpay.platform.audit.Audited`, `Unaudited`. Every action is left by one.
///
/// ```java
/// assertThat(AuditRules.violationsIn("com.coworkpay.payment", PaymentAction.class)).isEmpty();
/// ```
public final class AuditRules {

    private static final Set<String> CHANGES =
            Set.of("jakarta.ws.rs.PUT", "jakarta.ws.rs.POST", "jakarta.ws.rs.PATCH", "jakarta.ws.rs.DELETE");
    private static final String AUDITED = "com.coworkpay.platform.audit.Audited";
    private static final String UNAUDITED = "com.coworkpay.platform.audit.Unaudited";

    private AuditRules() {}

    /// One sentence for each operation or action that breaks a rule.
    ///
    /// @param actions the service's
    /// @param byItself those of what the service does without a request
    @SafeVarargs
    public static <A extends Enum<A>> List<String> violationsIn(String rootPackage, Class<A> actions, A... byItself) {
        List<String> violations = new ArrayList<>();
        Set<String> unused = new TreeSet<>();
        Arrays.stream(actions.getEnumConstants()).forEach(action -> unused.add(action.name()));
        Set<String> known = Set.copyOf(unused);
        Arrays.stream(byItself).map(Enum::name).forEach(unused::remove);
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage)) {
            if (!resource.isAnnotatedWith("jakarta.ws.rs.Path") || resource.isInterface()) {
                continue;
            }
            for (JavaMethod method : resource.getMethods()) {
                List<String> left = left(method);
                left.stream()
                        .filter(action -> !known.contains(action))
                        .forEach(action ->
                                violations.add(method.getFullName() + " leaves " + action + ", which is none"));
                unused.removeAll(left);
                boolean isUnaudited = method.isAnnotatedWith(UNAUDITED);
                if (changes(method) && left.isEmpty() != isUnaudited) {
                    violations.add(method.getFullName() + " needs either @Audited or @Unaudited");
                }
            }
        }
        unused.forEach(action -> violations.add(action + " is left by no operation"));
        return violations;
    }

    private static boolean changes(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> CHANGES.contains(annotation.getRawType().getName()));
    }

    private static List<String> left(JavaMethod method) {
        return method.tryGetAnnotationOfType(AUDITED)
                .flatMap(annotation -> annotation.get("value"))
                .map(value ->
                        Arrays.stream((Object[]) value).map(String::valueOf).toList())
                .orElse(List.of());
    }
}
