package com.coworkpay.platform.problem.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;

/// What the code calls `@Nullable` may be null or left out; everything else is always there. The compiler checks the
/// code for it (NullAway), so the contract need not say it a second time by hand.
final class Nullness {

    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

    private final IndexView index;
    private final FormsByType forms;

    Nullness(IndexView index, FormsByType forms) {
        this.index = index;
        this.forms = forms;
    }

    void declareIn(OpenAPI contract) {
        for (ClassInfo type : index.getKnownClasses()) {
            if (type.isRecord()) {
                forms.formOf(type).ifPresent(form -> declare(type, form));
            }
        }
    }

    private static void declare(ClassInfo type, Schema form) {
        Map<String, Schema> properties = form.getProperties();
        if (properties == null) {
            return;
        }
        List<String> required = new ArrayList<>();
        new TreeMap<>(properties).forEach((name, property) -> {
            FieldInfo field = type.field(name);
            if (field == null) {
                return;
            }
            if (field.type().hasAnnotation(NULLABLE)) {
                form.addProperty(name, nullable(property));
            } else {
                required.add(name);
            }
        });
        form.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema nullable(Schema schema) {
        if (schema.getRef() == null) {
            if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
                schema.addType(Schema.SchemaType.NULL);
            }
            return schema;
        }
        return OASFactory.createSchema()
                .description(schema.getDescription())
                .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
    }
}
