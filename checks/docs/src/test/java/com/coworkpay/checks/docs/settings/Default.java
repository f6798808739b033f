package com.coworkpay.checks.docs.settings;

/// A setting of Quarkus or one of its extensions that the suite's files bring along.
///
/// @param name `quarkus.datasource.reactive.max-size`
/// @param value as it is written
/// @param why the comment above it
record Default(String name, String value, String why) {}
