package com.coworkpay.tools.local.bench;

/// The options of `bench refunds`.
///
/// @param rounds how often refunds and floor take turns
/// @param refunds of a round at full load; at half load half as many
/// @param warmUp refunds before the first round: until the services are compiled, or the compilers would be measured
public record RefundBenchOptions(int rounds, int refunds, int warmUp) {}
