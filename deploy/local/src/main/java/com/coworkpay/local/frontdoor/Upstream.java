package com.coworkpay.local.frontdoor;

/// A service behind the front door.
///
/// @param name the service's name, for people
/// @param port where it listens on localhost
public record Upstream(String name, int port) {}
