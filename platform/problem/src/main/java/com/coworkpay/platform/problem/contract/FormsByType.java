package com.coworkpay.platform.problem.contract;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/// Which form of the contract was made of which class, by the name that its annotation gives it.
record FormsByType(Map<DotName, String> names, Map<String, Schema> forms) {

    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");

    static FormsByType of(IndexView index, OpenAPI contract) {
        Map<DotName, String> names = new LinkedHashMap<>();
        for (AnnotationInstance annotation : index.getAnnotations(SCHEMA)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.CLASS && annotation.value("name") != null) {
                names.put(
                        annotation.target().asClass().name(),
                        annotation.value("name").asString());
            }
        }
        return new FormsByType(names, contract.getComponents().getSchemas());
    }

    /// Empty also for a class of the inside that is called as the form of another one.
    Optional<String> nameOf(DotName type) {
        String name = names.getOrDefault(type, type.withoutPackagePrefix());
        boolean ofAnother = !names.containsKey(type) && names.containsValue(name);
        return !ofAnother && forms.containsKey(name) ? Optional.of(name) : Optional.empty();
    }

    Optional<Schema> formOf(ClassInfo type) {
        return nameOf(type.name()).map(forms::get);
    }
}
