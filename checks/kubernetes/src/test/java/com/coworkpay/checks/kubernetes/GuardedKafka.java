package com.coworkpay.checks.kubernetes;

import com.coworkpay.platform.embedded.EmbeddedKafka;
import com.coworkpay.platform.embedded.Ports;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/// A broker with the topics, users and rights of the manifests, as Strimzi makes them: whoever comes shows a
/// certificate of its name, and may do what its `KafkaUser` says. It remembers what it refused.
///
/// Topics have one replica here. The listener without TLS is for the test itself, which may do anything.
final class GuardedKafka implements AutoCloseable {
    private static final String PASSWORD = "store-secret";

    private final Path folder;
    private final EmbeddedKafka broker;
    private final String guardedServers;
    private final Set<String> users;

    private GuardedKafka(Path folder, EmbeddedKafka broker, String guardedServers, Set<String> users) {
        this.folder = folder;
        this.broker = broker;
        this.guardedServers = guardedServers;
        this.users = users;
    }

    static GuardedKafka start(Path folder, Manifests manifests)
            throws IOException, InterruptedException, GeneralSecurityException, ExecutionException {
        var users = new ConcurrentSkipListSet<String>();
        var vouchedFor = new StringBuilder();
        var host = Certificate.made("localhost", Files.createDirectories(folder).resolve("broker.p12"), PASSWORD);
        for (var user : manifests.ofKind("KafkaUser")) {
            String name = Manifests.nameOf(user);
            users.add(name);
            Path own = Files.createDirectories(folder.resolve(name));
            vouchedFor.append(
                    Certificate.made(name, own.resolve("user.p12"), PASSWORD).certificatePem());
            Files.writeString(own.resolve("ca.crt"), host.certificatePem());
        }
        Path trusted = Files.writeString(folder.resolve("users.crt"), vouchedFor);
        int port = Ports.orFree(0);
        Refusals.ALL.clear();
        var broker = EmbeddedKafka.start(folder.resolve("kafka"), 0, settings -> guard(settings, port, host, trusted));
        var kafka = new GuardedKafka(folder, broker, "localhost:" + port, users);
        kafka.fill(manifests);
        return kafka;
    }

    private static void guard(Properties settings, int port, Certificate host, Path trusted) {
        settings.merge("listeners", ",TLS://localhost:" + port, (usual, more) -> "" + usual + more);
        settings.merge("advertised.listeners", ",TLS://localhost:" + port, (usual, more) -> "" + usual + more);
        settings.merge("listener.security.protocol.map", ",TLS:SSL", (usual, more) -> "" + usual + more);
        settings.putAll(Map.of(
                "inter.broker.listener.name", "PLAINTEXT",
                "ssl.client.auth", "required",
                "ssl.keystore.type", "PKCS12",
                "ssl.keystore.location", host.store().toString(),
                "ssl.keystore.password", PASSWORD,
                "ssl.truststore.type", "PEM",
                "ssl.truststore.location", trusted.toString(),
                "authorizer.class.name", Refusals.class.getName(),
                "super.users", "User:ANONYMOUS"));
    }

    private void fill(Manifests manifests) throws ExecutionException, InterruptedException {
        var topics = new ArrayList<NewTopic>();
        for (var topic : manifests.ofKind("KafkaTopic")) {
            var config = new HashMap<String, String>();
            topic.at("/spec/config")
                    .properties()
                    .forEach(each -> config.put(each.getKey(), each.getValue().asText()));
            config.put("min.insync.replicas", "1");
            topics.add(new NewTopic(
                            topic.at("/spec/topicName").asText(),
                            topic.at("/spec/partitions").asInt(),
                            (short) 1)
                    .configs(config));
        }
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(topics).all().get();
            admin.createAcls(manifests.ofKind("KafkaUser").stream()
                            .flatMap(user -> rights(user).stream())
                            .toList())
                    .all()
                    .get();
        }
    }

    private static List<AclBinding> rights(JsonNode user) {
        var rights = new ArrayList<AclBinding>();
        for (var acl : user.at("/spec/authorization/acls")) {
            var resource = new ResourcePattern(
                    ResourceType.fromString(acl.at("/resource/type").asText()),
                    acl.at("/resource/name").asText(),
                    acl.at("/resource/patternType").asText().equals("prefix")
                            ? PatternType.PREFIXED
                            : PatternType.LITERAL);
            for (var operation : acl.path("operations")) {
                rights.add(new AclBinding(
                        resource,
                        new AccessControlEntry(
                                "User:CN=" + Manifests.nameOf(user),
                                "*",
                                AclOperation.fromString(operation.asText().toUpperCase(Locale.ROOT)),
                                AclPermissionType.ALLOW)));
            }
        }
        return rights;
    }

    /// Where whoever shows a certificate comes in.
    String guardedServers() {
        return guardedServers;
    }

    /// Where the test comes in, as a superuser.
    String openServers() {
        return broker.bootstrapServers();
    }

    /// How a client that is none of our services reaches the broker as this user.
    Map<String, Object> clientOf(String user) {
        if (!users.contains(user)) {
            throw new IllegalArgumentException(user);
        }
        return Map.of(
                "bootstrap.servers",
                guardedServers,
                "security.protocol",
                "SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                folder.resolve(user).resolve("ca.crt").toString(),
                "ssl.keystore.type",
                "PKCS12",
                "ssl.keystore.location",
                folder.resolve(user).resolve("user.p12").toString(),
                "ssl.keystore.password",
                PASSWORD);
    }

    String storePassword() {
        return PASSWORD;
    }

    /// What was refused until now, as `User:CN=name READ TOPIC name`.
    Set<String> refusals() {
        return Set.copyOf(Refusals.ALL);
    }

    @Override
    public void close() {
        broker.close();
    }

    /// Kafka's own authorizer; what it refuses is written down, where the broker would write it down too.
    public static final class Refusals extends StandardAuthorizer {
        private static final Set<String> ALL = new ConcurrentSkipListSet<>();

        @Override
        public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
            var results = super.authorize(context, actions);
            for (int index = 0; index < actions.size(); index++) {
                var action = actions.get(index);
                if (results.get(index) == AuthorizationResult.DENIED && action.logIfDenied()) {
                    ALL.add(context.principal() + " " + action.operation() + " "
                            + action.resourcePattern().resourceType() + " "
                            + action.resourcePattern().name());
                }
            }
            return results;
        }
    }
}
