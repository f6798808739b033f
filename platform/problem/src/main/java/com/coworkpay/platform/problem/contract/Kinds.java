package com.coworkpay.platform.problem.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Gives each kind of a `oneOf` the member that distinguishes it: by the mapping alone, a value fits several kinds.
final class Kinds {

    private Kinds() {}

    static void distinguishIn(OpenAPI contract) {
        contract.getComponents().getSchemas().values().stream()
                .map(Schema::getDiscriminator)
                .filter(discriminator -> discriminator != null && discriminator.getMapping() != null)
                .toList()
                .forEach(discriminator -> distinguish(contract, discriminator));
    }

    private static void distinguish(OpenAPI contract, Discriminator discriminator) {
        discriminator.getMapping().forEach((word, ref) -> {
            Schema kind =
                    Operations.resolved(contract, OASFactory.createSchema().ref(ref));
            kind.addProperty(
                    discriminator.getPropertyName(),
                    OASFactory.createSchema().addType(Schema.SchemaType.STRING).enumeration(List.of(word)));
            if (kind.getRequired() == null || !kind.getRequired().contains(discriminator.getPropertyName())) {
                kind.addRequired(discriminator.getPropertyName());
            }
        });
    }
}
