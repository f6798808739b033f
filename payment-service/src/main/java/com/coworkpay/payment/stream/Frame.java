package com.coworkpay.payment.stream;

/// What a stream sends of a version.
///
/// @param body as the same address without `/stream` answers it
/// @param last nothing follows it
public record Frame(long version, Object body, boolean last) {}
