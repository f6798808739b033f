package com.coworkpay.platform.testkit;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Where endpoints may be, and who may call them:
///
/// - `/v1/locations`, `/v1/locations/{locationId}…` for people and machines: needs `@PermissionsAllowed`, or
///   `@Authenticated` with a check of its own;
/// - `/internal/…`, which front door and Ingress never route: needs `@PermissionsAllowed`;
/// - `/v1/return/…`, the payer's way back, and `/v1/checkouts/{checkoutId}/{signature}…`, both signed: `@PermitAll`.
///
/// ```java
/// assertThat(PathRules.violationsIn("com.coworkpay.payment")).isEmpty();
/// ```
public final class PathRules {
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final Set<String> VERBS = Set.of(
            "jakarta.ws.rs.GET",
            "jakarta.ws.rs.PUT",
            "jakarta.ws.rs.POST",
            "jakarta.ws.rs.PATCH",
            "jakarta.ws.rs.DELETE",
            "jakarta.ws.rs.HEAD",
            "jakarta.ws.rs.OPTIONS");
    private static final String PERMISSION = "io.quarkus.security.PermissionsAllowed";
    private static final String SIGNED_IN = "io.quarkus.security.Authenticated";
    private static final String EVERYBODY = "jakarta.annotation.security.PermitAll";

    private static final Pattern OF_A_LOCATION = Pattern.compile("/v1/locations(/\\{locationId(:[^}]*}?)?}(/.*)?)?");

    private static final Pattern SIGNED =
            Pattern.compile("/v1/return/.*|/v1/checkouts/\\{checkoutId}/\\{signature}(/.*)?");

    private PathRules() {}

    /// One sentence for each endpoint that breaks a rule.
    public static List<String> violationsIn(String rootPackage) {
        return violationsIn(new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(rootPackage));
    }

    static List<String> violationsIn(JavaClasses classes) {
        List<String> violations = new ArrayList<>();
        for (JavaClass resource : classes) {
            for (JavaMethod method : resource.getMethods()) {
                if (isEndpoint(method) && !isClient(resource)) {
                    violation(resource, method, violations);
                }
            }
        }
        return violations;
    }

    private static void violation(JavaClass resource, JavaMethod method, List<String> violations) {
        String path = joined(pathOf(resource), pathOf(method));
        boolean mayEverybody = has(resource, method, EVERYBODY);
        boolean needsPermission = has(resource, method, PERMISSION);
        String where = method.getFullName() + " at " + path;
        if (path.startsWith("/internal/")) {
            if (!needsPermission || mayEverybody) {
                violations.add(where + " is internal and needs @PermissionsAllowed");
            }
        } else if (SIGNED.matcher(path).matches()) {
            if (!mayEverybody) {
                violations.add(where + " is signed and needs @PermitAll");
            }
        } else if (!OF_A_LOCATION.matcher(path).matches()) {
            violations.add(where + " is neither below /v1/locations/{locationId} nor /internal nor signed");
        } else if (mayEverybody || !(needsPermission || has(resource, method, SIGNED_IN))) {
            violations.add(where + " needs @PermissionsAllowed or @Authenticated");
        }
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> VERBS.contains(annotation.getRawType().getName()));
    }

    /// Interfaces of REST clients look like resources.
    private static boolean isClient(JavaClass resource) {
        return resource.isAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RegisterRestClient")
                || (resource.isInterface() && !resource.isAnnotatedWith(PATH));
    }

    private static boolean has(JavaClass resource, JavaMethod method, String annotation) {
        boolean onMethod = method.isAnnotatedWith(annotation) || method.isAnnotatedWith(annotation + "$List");
        return onMethod || (resource.isAnnotatedWith(annotation) && !hasOneOfItsOwn(method));
    }

    private static boolean hasOneOfItsOwn(JavaMethod method) {
        return List.of(PERMISSION, SIGNED_IN, EVERYBODY).stream().anyMatch(method::isAnnotatedWith);
    }

    private static String pathOf(CanBeAnnotated element) {
        if (!element.isAnnotatedWith(PATH)) {
            return "";
        }
        JavaAnnotation<?> path =
                switch (element) {
                    case JavaClass type -> type.getAnnotationOfType(PATH);
                    case JavaMethod method -> method.getAnnotationOfType(PATH);
                    default -> throw new IllegalArgumentException(element.toString());
                };
        return path.get("value").map(String::valueOf).orElse("");
    }

    private static String joined(String first, String second) {
        return ("/" + first + "/" + second).replaceAll("/+", "/").replaceAll("(?<=.)/$", "");
    }
}
