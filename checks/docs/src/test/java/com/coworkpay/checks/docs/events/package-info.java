/// The page of events: docs/reference/events.md.
package com.coworkpay.checks.docs.events;
