/// The page of events: docs/reference/events.md.
package com.coworkpay.docs.events;
