/// What all contracts of the suite have in common, put into each service's OpenAPI description while it is built:
/// problems, forms of answers, what may be null, patterns that mean the whole text.
@NullMarked
package com.coworkpay.platform.problem.contract;

import org.jspecify.annotations.NullMarked;
