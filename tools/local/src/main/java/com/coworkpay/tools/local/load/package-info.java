/// Callers in large numbers, for benchmarks and for tests under faults.
@org.jspecify.annotations.NullMarked
package com.coworkpay.tools.local.load;
