package com.coworkpay.platform.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/// Lets Bean Validation call a property by its JSON name.
@Singleton
public class JsonNames implements ValidatorFactoryCustomizer, PropertyNodeNameProvider {

    private final ObjectMapper mapper;

    @Inject
    JsonNames(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void customize(BaseHibernateValidatorConfiguration<?> configuration) {
        configuration.propertyNodeNameProvider(this);
    }

    @Override
    public String getName(Property property) {
        if (!(property instanceof JavaBeanProperty bean)) {
            return property.getName();
        }
        var config = mapper.getDeserializationConfig();
        return config.introspect(config.constructType(bean.getDeclaringClass())).findProperties().stream()
                .filter(definition -> definition.getInternalName().equals(property.getName()))
                .map(definition -> definition.getName())
                .findFirst()
                .orElse(property.getName());
    }
}
