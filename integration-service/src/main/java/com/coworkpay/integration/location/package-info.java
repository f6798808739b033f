/// Coworking spaces: the aggregate that carries everything else here, and its public state.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.location;
