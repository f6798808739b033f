package com.coworkpay.local.stack;

/// The ports of one stack.
record Ports(int frontDoor, int issuer, int simulator, int postgres, int kafka, int integration, int payment) {
    private static final int USUAL_FRONT_DOOR = 8080;

    static Ports chosen(PortBook book, StackSettings settings) {
        int frontDoor = book.forPeople("front door", settings.port(), USUAL_FRONT_DOOR);
        var unasked = java.util.OptionalInt.empty();
        var ports = new Ports(
                frontDoor,
                book.forPeople("issuer", unasked, frontDoor + 1),
                book.forPeople("KakaoPay simulator", unasked, frontDoor + 2),
                book.inside("postgresql"),
                book.inside("kafka"),
                book.inside("integration-service"),
                book.inside("payment-service"));
        book.save();
        return ports;
    }
}
