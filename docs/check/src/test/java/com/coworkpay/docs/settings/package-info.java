/// The page of settings: docs/reference/settings.md.
package com.coworkpay.docs.settings;
