package com.coworkpay.tools.local.bench;

/// The options of `bench life`.
///
/// @param rounds how often lives and floor take turns
/// @param lives lives of a round
/// @param atOnce lives under way at a time
/// @param warmUp lives before the first round: until the services are compiled, or the compilers would be measured
/// @param statements also print where the statements come from
public record LifeBenchOptions(int rounds, int lives, int atOnce, int warmUp, boolean statements) {}
