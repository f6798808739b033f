package com.coworkpay.platform.problem.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/// Says in the description what the code does: the annotations alone leave out what is the same everywhere, and a
/// generator of clients takes the description at its word.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ContractFilter implements OASFilter {

    private final IndexView index;

    public ContractFilter(IndexView index) {
        this.index = index;
    }

    @Override
    public void filterOpenAPI(OpenAPI contract) {
        FormsByType forms = FormsByType.of(index, contract);
        new AnswerForms(index, forms).addTo(contract);
        new Nullness(index, forms).declareIn(contract);
        Kinds.distinguishIn(contract);
        Generators.speakTo(contract);
        RequestForms.closeIn(contract);
        Times.describeIn(contract);
        Patterns.anchorIn(contract);
        ProblemForm.addTo(contract);
    }
}
