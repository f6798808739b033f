/// Who calls, and what they may do at which location: bearer tokens of an OpenID issuer, permissions per location in
/// one claim, 404 instead of 403 for those who may know nothing of a location.
@NullMarked
package com.coworkpay.platform.identity;

import org.jspecify.annotations.NullMarked;
