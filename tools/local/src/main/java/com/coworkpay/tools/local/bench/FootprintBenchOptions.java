package com.coworkpay.tools.local.bench;

/// The options of `bench footprint`.
///
/// @param rounds how often each service is started, with and without the cache
/// @param requests what each service is asked before its memory is looked at
public record FootprintBenchOptions(int rounds, int requests) {}
