package com.coworkpay.platform.problem;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import io.quarkus.hibernate.validator.ValidatorFactoryCustomizer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.validator.BaseHibernateValidatorConfiguration;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.hibernate.validator.spi.nodenameprovider.PropertyNodeNameProvider;

/// Lets Bean Validation call a property by its JSON name.
@Singleton
public class JsonNames implements ValidatorFactoryCustomizer, PropertyNodeNameProvider {

    private final ObjectMapper mapper;

    /// Property to JSON name. Asked for every property of every class while the service starts: each class is
    /// introspected once.
    private final Map<Class<?>, Map<String, String>> ofClass = new ConcurrentHashMap<>();

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
        return ofClass.computeIfAbsent(bean.getDeclaringClass(), this::introspect)
                .getOrDefault(property.getName(), property.getName());
    }

    private Map<String, String> introspect(Class<?> type) {
        var config = mapper.getDeserializationConfig();
        return config.introspect(config.constructType(type)).findProperties().stream()
                .collect(Collectors.toMap(
                        BeanPropertyDefinition::getInternalName, BeanPropertyDefinition::getName, (first, _) -> first));
    }
}
