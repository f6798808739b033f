/// The hand-over of a credential, for services only.
@org.jspecify.annotations.NullMarked
package com.coworkpay.integration.access.api;
