package com.coworkpay.platform.audit;

import java.util.Optional;

/// Who acts, and from where.
///
/// @param subject the token's subject: a person or a service
/// @param address the caller's address as this service sees it
/// @param traceId leads to the logs and traces of the same request
public record Actor(String subject, String address, Optional<String> traceId) {

    private static final int MAX_LENGTH = 255;

    public Actor {
        subject = bounded(subject);
        address = bounded(address);
    }

    private static String bounded(String text) {
        return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH);
    }
}
