package com.coworkpay.console.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.support.Contracts;
import com.coworkpay.console.support.Contracts.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.File;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What the console asks of the services, and the records that it reads and sends, against the committed OpenAPI files.
class ClientContractTest {

    private static final Map<Class<? extends Annotation>, String> VERBS = Map.of(
            GET.class, "GET", PUT.class, "PUT", POST.class, "POST", DELETE.class, "DELETE", PATCH.class, "PATCH");

    private final Contracts contracts = Contracts.read();

    @TestFactory
    Stream<DynamicTest> everyCallIsOfTheContract() {
        return clients().flatMap(client -> Arrays.stream(client.getMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> DynamicTest.dynamicTest(
                        client.getSimpleName() + "." + method.getName(),
                        () -> assertThat(faults(client, method)).isEmpty())));
    }

    @Test
    void thereAreFourServicesAndTheCheckout() {
        assertThat(clients().map(Class::getSimpleName))
                .contains("IntegrationClient", "PaymentClient", "CheckoutClient", "RefundClient", "ReportingClient");
    }

    private List<String> faults(Class<?> client, Method method) {
        String path = path(client) + path(method);
        List<Operation> operations = at(verb(method), path);
        if (operations.isEmpty()) {
            return List.of("no operation " + verb(method) + " " + path);
        }
        List<String> faults = new ArrayList<>();
        operations.forEach(operation -> {
            inputs(operation, method, faults);
            answer(operation, method, faults);
        });
        return faults;
    }

    /// A word of a path may be left to the caller, as where `release` and `dismiss` are one method.
    private List<Operation> at(String verb, String path) {
        List<Operation> exact = contracts.operations().stream()
                .filter(each -> each.method().equals(verb) && shape(each.path()).equals(shape(path)))
                .toList();
        return exact.isEmpty()
                ? contracts.operations().stream()
                        .filter(each -> each.method().equals(verb) && fits(path, each.path()))
                        .toList()
                : exact;
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    private static boolean fits(String ours, String theirs) {
        String[] one = ours.split("/", -1);
        String[] other = theirs.split("/", -1);
        return one.length == other.length
                && java.util.stream.IntStream.range(0, one.length)
                        .allMatch(i -> one[i].startsWith("{") || one[i].equals(other[i]));
    }

    private static void inputs(Operation operation, Method method, List<String> faults) {
        List<String> given = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(QueryParam.class)) {
                given.add("query " + parameter.getAnnotation(QueryParam.class).value());
            } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
                given.add("header " + parameter.getAnnotation(HeaderParam.class).value());
            } else if (parameter.isAnnotationPresent(BeanParam.class)) {
                queries(parameter.getType()).forEach(name -> given.add("query " + name));
            } else if (!parameter.isAnnotationPresent(PathParam.class)) {
                given.add("body");
                new Shape(operation, true, faults)
                        .check(parameter.getType().getSimpleName(), parameter.getParameterizedType(), operation.body());
            }
        }
        given.stream()
                .filter(each -> !each.equals("body"))
                .map(each -> each.split(" "))
                .filter(each -> operation.input(each[0], each[1]).isEmpty())
                .forEach(each -> faults.add(operation + " has no " + String.join(" ", each)));
        operation.inputs().stream()
                .filter(input -> input.required() && !input.place().equals("path"))
                .map(input -> input.place() + " " + input.name())
                .filter(needed -> !given.contains(needed))
                .forEach(needed -> faults.add(operation + " needs " + needed));
        if (!operation.body().isMissingNode() && !given.contains("body")) {
            faults.add(operation + " needs a body");
        }
    }

    private static Stream<String> queries(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map((Field field) -> field.getAnnotation(QueryParam.class).value());
    }

    private static void answer(Operation operation, Method method, List<String> faults) {
        Type answer = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        if (((ParameterizedType) method.getGenericReturnType()).getRawType() == Uni.class
                && answer instanceof Class<?> read
                && read.isRecord()) {
            new Shape(operation, false, faults).check(read.getSimpleName(), read, operation.good());
        }
    }

    private static String verb(Method method) {
        return VERBS.entrySet().stream()
                .filter(each -> method.isAnnotationPresent(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String path(java.lang.reflect.AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value().replaceAll(": [^}]*", "");
    }

    /// All of this package, so that a new one is looked at too.
    private static Stream<Class<?>> clients() {
        File folder = new File(
                IntegrationClient.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath(),
                IntegrationClient.class.getPackageName().replace('.', '/'));
        String[] files = folder.list((_, name) -> name.endsWith(".class") && !name.contains("$"));
        assertThat(files).as(folder.toString()).isNotEmpty();
        return Arrays.stream(files)
                .sorted()
                .map(ClientContractTest::load)
                .filter(each -> each.isAnnotationPresent(RegisterRestClient.class));
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(IntegrationClient.class.getPackageName() + "." + file.replace(".class", ""));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
