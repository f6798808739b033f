package com.coworkpay.tools.local.bench;

/// What one start of one service cost.
///
/// @param readySeconds from the start of its process until it said that it is ready
/// @param cpuSeconds what it had used of the processors by then
/// @param idlePssMb its memory when all were ready
/// @param busyPssMb its memory after the requests
record Footprint(double readySeconds, double cpuSeconds, double idlePssMb, double busyPssMb) {}
