package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.embedded.KafkaTopics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/// What holds for each container of the composition for one host.
class ComposeFileTest {
    private static final Path FOLDER = Path.of(System.getProperty("coworkpay.root"), "deploy/compose");
    private static final List<String> FOR_TRYING_OUT = List.of("issuer", "simulator");

    record Container(String name, Map<String, Object> is) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Container> containers() throws IOException {
        return map(in(composition(), "services")).entrySet().stream()
                .map(entry -> new Container(entry.getKey(), map(entry.getValue())));
    }

    static Stream<Container> services() throws IOException {
        return containers().filter(container -> Services.NAMES.contains(container.name()));
    }

    static Stream<Container> programs() throws IOException {
        return containers().filter(container -> Services.PROGRAMS.contains(container.name()));
    }

    @Test
    void allProgramsAreThere() throws IOException {
        assertThat(programs().map(Container::name)).containsExactlyInAnyOrderElementsOf(Services.PROGRAMS);
    }

    @ParameterizedTest
    @MethodSource("containers")
    void eachIsConfined(Container container) {
        assertThat(container.is())
                .containsEntry("cap_drop", List.of("ALL"))
                .containsEntry("security_opt", List.of("no-new-privileges:true"))
                .containsEntry("read_only", !container.name().equals("kafka"))
                .containsKeys("mem_limit", "cpus", "pids_limit", "user")
                .doesNotContainKeys("privileged", "network_mode", "cap_add", "pid", "ipc", "devices");
        assertThat(container.is().get("user")).asString().matches("[1-9][0-9]*:[1-9][0-9]*");
        assertThat(container.is().toString()).doesNotContain("docker.sock");
    }

    @ParameterizedTest
    @MethodSource("services")
    void servicesStartWhenWhatTheyNeedIsThere(Container service) {
        assertThat(in(service.is(), "depends_on").toString())
                .contains(
                        "postgres={condition=service_healthy}",
                        "kafka={condition=service_healthy}",
                        "topics={condition=service_completed_successfully}");
    }

    @ParameterizedTest
    @MethodSource("programs")
    void programsAreLookedAtAndMayEnd(Container program) {
        assertThat(program.is()).containsEntry("user", "65532:65532").containsKey("healthcheck");
        assertThat(program.is().get("stop_grace_period"))
                .as("longer than a program's delay and its time-out together")
                .isEqualTo("40s");
    }

    /// It has no data: neither a database nor a topic can be reached from where it is.
    @Test
    void theConsoleReachesTheServicesAlone() throws IOException {
        var console = container(Services.CONSOLE);
        assertThat(console).containsEntry("networks", List.of("outside"));
        assertThat(map(in(console, "depends_on")).keySet()).containsExactlyInAnyOrderElementsOf(Services.NAMES);
        var environment = map(in(console, "environment"));
        assertThat(environment.entrySet().stream()
                        .filter(entry -> entry.getKey().matches("COWORKPAY_CONSOLE_[A-Z]+_URL"))
                        .map(entry -> entry.getValue().toString()))
                .containsExactlyInAnyOrderElementsOf(Services.NAMES.stream()
                        .map(service -> "http://" + service + ":8080")
                        .toList());
    }

    /// Whoever tries it out without TLS says so; nobody else's cookies go over plain HTTP.
    @Test
    void cookiesAreForTlsUnlessSomebodySaysOtherwise() throws IOException {
        assertThat(map(in(container(Services.CONSOLE), "environment")))
                .containsEntry("COWORKPAY_CONSOLE_SECURE_COOKIES", "${COWORKPAY_CONSOLE_SECURE_COOKIES:-true}")
                .doesNotContainKey("COWORKPAY_CONSOLE_SIMULATOR_KEY");
        assertThat(Files.readAllLines(FOLDER.resolve("env.example")))
                .noneMatch(line -> line.startsWith("COWORKPAY_CONSOLE_SECURE_COOKIES"));
    }

    /// Less than what a cache was tried in, and the JVM may refuse to start with it.
    @ParameterizedTest
    @MethodSource("programs")
    void programsHaveTheMemoryThatTheirCachesWereTriedIn(Container service) {
        assertThat(service.is()).containsEntry("mem_limit", ServiceJvm.MIN_MEMORY_MIB + "m");
    }

    /// An engine's tmpfs is mounted `noexec`: snappy and zstd, with which a booking system may compress what it tells,
    /// would not be loaded from there, and the consumers would stand still.
    @ParameterizedTest
    @MethodSource("readersOfTopics")
    void whatReadsTopicsMayLoadTheLibrariesOfCompression(Container reader) {
        assertThat((List<?>) reader.is().get("tmpfs"))
                .singleElement()
                .asString()
                .matches("/tmp:exec,size=[0-9]+m");
    }

    static Stream<Container> readersOfTopics() throws IOException {
        return Stream.concat(services(), Stream.of(new Container("kafka", container("kafka"))));
    }

    @Test
    void theDoorOpensWhenAllProgramsAreReady() throws IOException {
        var waitsFor = map(in(container("front-door"), "depends_on"));
        assertThat(waitsFor.keySet()).containsExactlyInAnyOrderElementsOf(Services.PROGRAMS);
        assertThat(waitsFor.values()).allMatch(condition -> condition.equals(Map.of("condition", "service_healthy")));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void onlyTheDoorIsReachable(Container container) {
        if (FOR_TRYING_OUT.contains(container.name())) {
            assertThat(container.is()).containsEntry("profiles", List.of("try"));
            assertThat(in(container.is(), "ports").toString()).startsWith("[127.0.0.1:");
        } else if (container.name().equals("front-door")) {
            assertThat(in(container.is(), "ports").toString()).isEqualTo("[${COWORKPAY_LISTEN:-127.0.0.1:8080}:8080]");
        } else {
            assertThat(container.is()).doesNotContainKey("ports");
        }
    }

    @Test
    void nothingLeadsOutFromTheDatabase() throws IOException {
        assertThat(map(in(map(in(composition(), "networks")), "inside"))).containsEntry("internal", true);
        for (String kept : List.of("postgres", "kafka", "topics")) {
            assertThat(container(kept)).as(kept).containsEntry("networks", List.of("inside"));
        }
    }

    /// Secrets are files that nobody has checked in; the environment names files at most.
    @ParameterizedTest
    @MethodSource("containers")
    void noSecretStandsInTheEnvironment(Container container) {
        map(container.is().getOrDefault("environment", Map.of())).forEach((name, value) -> {
            if (name.matches(".*(PASSWORD|SECRET|KEY).*")) {
                assertThat(value).as(name).asString().startsWith("/");
            }
        });
    }

    @Test
    void secretsAreFilesThatAreNotInGit() throws IOException {
        map(in(composition(), "secrets"))
                .forEach((name, secret) -> assertThat(secret).isEqualTo(Map.of("file", "./secrets/" + name)));
        assertThat(Files.readAllLines(FOLDER.resolve(".gitignore"))).contains(".env", "secrets/");
    }

    /// A secret that no script makes would be missing on the first day.
    @Test
    void everySecretIsMade() throws IOException {
        String script = Files.readString(FOLDER.resolve("make-secrets"));
        for (String name : map(in(composition(), "secrets")).keySet()) {
            String word = name.replaceAll("^machine-|-password$|-keyset$", "");
            assertThat(script).as(name).containsPattern("\\b" + Pattern.quote(word) + "\\b");
        }
    }

    @Test
    void topicsAreTheSameAsInTheLocalStack() throws IOException {
        var made = new ArrayList<Topic>();
        var line = Pattern.compile("^\\s*topic \"?(\\S+?)\"? (\\d) (compact|delete)");
        for (String text : Files.readAllLines(FOLDER.resolve("kafka/topics.sh"))) {
            var found = line.matcher(text);
            if (found.find()) {
                for (String name : expanded(found.group(1))) {
                    made.add(new Topic(
                            name,
                            Integer.parseInt(found.group(2)),
                            found.group(3).equals("compact")));
                }
            }
        }
        assertThat(made).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    private static List<String> expanded(String name) {
        return name.contains("$service-service")
                ? Services.NAMES.stream()
                        .map(service -> name.replace("$service-service", service))
                        .toList()
                : List.of(name);
    }

    private static Map<String, Object> container(String name) throws IOException {
        return map(in(map(in(composition(), "services")), name));
    }

    private static Map<String, Object> composition() throws IOException {
        return map(new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml"))));
    }

    private static Object in(Map<String, Object> yaml, String key) {
        return Objects.requireNonNull(yaml.get(key), key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object yaml) {
        return (Map<String, Object>) yaml;
    }
}
