/// Drives every endpoint of a service from its own OpenAPI file, with valid, odd and random input, and holds every
/// answer against the file.
@NullMarked
package com.coworkpay.platform.testkit.contract;

import org.jspecify.annotations.NullMarked;
