/// The page of settings: docs/reference/settings.md.
package com.coworkpay.checks.docs.settings;
