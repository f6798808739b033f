/// Events out of a service (outbox and its relay) and into it (consumer, dead letters), at least once each
/// and with one effect. docs/design/events.md says how a service uses it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.platform.outbox;
