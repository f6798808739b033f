/// The dead letters of a service as rows that operators list, look at, replay and dismiss.
@NullMarked
package com.coworkpay.platform.deadletters;

import org.jspecify.annotations.NullMarked;
