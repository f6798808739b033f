package com.coworkpay.tools.local.issuer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The ready-made people and machine callers of the local stack.
final class Directory {
    /// The public client of web pages and command lines: authorization code with PKCE, no secret.
    static final String PUBLIC_CLIENT = "portal-web";

    /// The client of the console: authorization code with PKCE and a secret. It has no permission of its own.
    static final String CONSOLE = "console";

    private static final String ALL_DEMO_LOCATIONS = "demo-*";
    private static final List<String> ADMINISTRATOR = List.of(
            "integration:manage",
            "payment:read",
            "payment:resolve",
            "refund:create",
            "refund:approve",
            "refund:resolve",
            "schedule:manage",
            "cancellation:create",
            "report:read");
    private static final List<String> ANALYST = List.of("report:read", "payment:read");

    /// @param role in English
    /// @param koreanRole the same in Korean
    record Person(String id, String name, String role, String koreanRole, Permissions permissions) {}

    record Machine(String id, Permissions permissions) {}

    private static final List<Person> PEOPLE = List.of(
            new Person(
                    "minji", "Kim Minji", "administrator of gangnam and hongdae", "강남점과 홍대점의 관리자", at(ADMINISTRATOR)),
            new Person(
                    "dohyun",
                    "Choi Dohyun",
                    "second administrator of gangnam and hongdae",
                    "강남점과 홍대점의 두 번째 관리자",
                    at(ADMINISTRATOR)),
            new Person(
                    "jisoo",
                    "Lee Jisoo",
                    "member: pays, and sees only her own payments",
                    "멤버: 결제하고 본인 결제만 봅니다",
                    new Permissions(Map.of())),
            new Person(
                    "taeho",
                    "Jung Taeho",
                    "member: pays, and sees only his own payments",
                    "멤버: 결제하고 본인 결제만 봅니다",
                    new Permissions(Map.of())),
            new Person("hyun", "Park Hyun", "analyst: reads payments and reports", "분석 담당: 결제와 보고서를 봅니다", at(ANALYST)),
            new Person(
                    "sora",
                    "Han Sora",
                    "operator: replays messages that could not be processed",
                    "운영 담당: 처리하지 못한 메시지를 다시 처리합니다",
                    everywhere("dead-letter:manage")));

    private static final List<Machine> MACHINES = List.of(
            machine("portal", "payment:create"),
            machine("booking-system", "location:manage", "payment:create", "schedule:manage", "booking:manage"),
            machine("payment-service", "credential:read"),
            machine("refund-service", "credential:read"),
            machine("operator", "projection:rebuild", "dead-letter:manage"),
            new Machine(CONSOLE, new Permissions(Map.of())));

    private Directory() {}

    static List<Person> people() {
        return PEOPLE;
    }

    static List<Machine> machines() {
        return MACHINES;
    }

    static Optional<Person> person(String id) {
        return PEOPLE.stream().filter(person -> person.id().equals(id)).findFirst();
    }

    static Optional<Machine> machine(String id) {
        return MACHINES.stream().filter(machine -> machine.id().equals(id)).findFirst();
    }

    private static Machine machine(String id, String... permissions) {
        return new Machine(id, everywhere(permissions));
    }

    private static Permissions everywhere(String... permissions) {
        return new Permissions(Map.of(Permissions.EVERYWHERE, List.of(permissions)));
    }

    private static Permissions at(List<String> permissions) {
        var byLocation = new LinkedHashMap<String, List<String>>();
        byLocation.put("gangnam", permissions);
        byLocation.put("hongdae", permissions);
        byLocation.put(ALL_DEMO_LOCATIONS, permissions);
        return new Permissions(byLocation);
    }
}
