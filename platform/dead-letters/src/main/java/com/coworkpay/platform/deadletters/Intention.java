package com.coworkpay.platform.deadletters;

import java.util.UUID;

/// What a person wants done about a dead letter, and why.
///
/// @param actedBy the subject of the caller
record Intention(UUID letterId, String actedBy, String note) {}
