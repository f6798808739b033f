/// RFC 9457 problem details: one stable `type` per kind of trouble, a sentence a person understands in Korean or
/// English, the field at fault, and never anything of what is inside.
@NullMarked
package com.coworkpay.platform.problem;

import org.jspecify.annotations.NullMarked;
