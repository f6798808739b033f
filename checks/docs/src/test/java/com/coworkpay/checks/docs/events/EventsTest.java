package com.coworkpay.checks.docs.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Page;
import com.coworkpay.checks.docs.Repository;
import com.coworkpay.checks.docs.events.Catalogue.Topic;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// docs/reference/events.md is what the contract says, and the contract what services are configured for and the local
/// stack makes. That what is sent fits the contract is looked at in the services' own tests.
class EventsTest {
    private static final Catalogue CATALOGUE = new Catalogue();
    private static final Pattern TOPIC_SETTING = Pattern.compile("(?m)^        topic: (\\S+)$");
    private static final Pattern LOCAL_TOPIC = Pattern.compile("new Topic\\(\"([^\"]+)\", [A-Z0-9]+, (true|false)\\)");
    private static final Pattern SENT_TYPE = Pattern.compile("coworkpay\\.[a-z]+\\.[a-z_]+\\.v[0-9]+");

    @Test
    void thePageIsWhatTheContractSays() {
        new Page(Repository.path("docs/reference/events.md")).holds(new EventsPage(CATALOGUE).parts());
    }

    @Test
    void everyExampleFitsItsSchema() {
        for (String schema : CATALOGUE.schemas()) {
            var validator = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(Catalogue.schema(schema));
            assertThat(validator.validate(Catalogue.json(Catalogue.exampleFile(schema))))
                    .as("the example of %s", schema)
                    .isEmpty();
        }
    }

    @Test
    void servicesReadTheTopicsThatTheContractSays() {
        for (String service : Repository.SERVICES) {
            Set<String> configured = TOPIC_SETTING
                    .matcher(Repository.read(Repository.path(service).resolve("src/main/resources/application.yaml")))
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> inTheContract = CATALOGUE.topics().stream()
                    // Each service's own dead letters are read by platform/dead-letters.
                    .filter(topic -> topic.readers().contains(service) && !topic.isForDeadLetters())
                    .map(Topic::address)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(inTheContract).as("topics that %s reads", service).isEqualTo(configured);
        }
    }

    @Test
    void theLocalStackMakesTheTopicsAsTheContractSays() {
        Map<String, Boolean> made = new TreeMap<>();
        LOCAL_TOPIC
                .matcher(Repository.read(
                        Repository.path("tools/local/src/main/java/com/coworkpay/tools/local/stack/Topics.java")))
                .results()
                .forEach(found -> made.put(found.group(1), Boolean.valueOf(found.group(2))));
        Map<String, Boolean> wanted =
                CATALOGUE.topics().stream().collect(Collectors.toMap(Topic::address, Topic::compacted));
        assertThat(made).containsAllEntriesOf(wanted);
    }

    /// Types are literals in the code; some are put together from a word, which the services' tests check.
    @Test
    void everyTypeThatTheCodeNamesIsInTheContract() {
        Set<String> inTheContract = CATALOGUE.topics().stream()
                .flatMap(topic -> topic.messages().stream())
                .map(Catalogue.Message::type)
                .collect(Collectors.toSet());
        Set<String> named = Repository.mainSources().stream()
                .filter(file -> Repository.SERVICES.contains(Repository.moduleOf(file))
                        || Repository.moduleOf(file).equals("contracts"))
                .flatMap(file -> SENT_TYPE.matcher(Repository.read(file)).results())
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(inTheContract).containsAll(named);
    }
}
