package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;

/// Who cancelled, as the booking system names them.
///
/// @param id subject at the issuer
record Person(String id, Role role) {

    /// OpenID Connect: a subject has at most 255 ASCII characters.
    private static final int MAX_SUBJECT = 255;

    static Person read(EventData data, String member) {
        EventData by = data.object(member);
        Role role = by.enumValue("role", Role.class);
        String id = by.text("id");
        if (id.length() > MAX_SUBJECT || !id.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw by.unreadable("id", "a subject of at most " + MAX_SUBJECT + " ASCII characters");
        }
        return new Person(id, role);
    }
}
