package com.coworkpay.platform.problem;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolver;
import org.hibernate.validator.spi.messageinterpolation.LocaleResolverContext;

/// Lets Bean Validation speak the language of the rest of the answer. Its own choice knows regions by their full name
/// only: `ko-US` got a Korean title and English errors.
@Singleton
public class ViolationLanguage implements ValidatorFactoryCustomizer, LocaleResolver {

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.localeResolver(this);
    }

    @Override
    public Locale resolve(LocaleResolverContext context) {
        return request().map(Language::of).orElse(Language.ENGLISH).locale();
    }

    private static Optional<RoutingContext> request() {
        var container = Arc.container();
        return container == null || !container.requestContext().isActive()
                ? Optional.empty()
                : Optional.ofNullable(
                        container.instance(CurrentVertxRequest.class).get().getCurrent());
    }
}
