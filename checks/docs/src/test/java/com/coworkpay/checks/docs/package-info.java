/// That the pages below `docs/` are what the code says.
package com.coworkpay.checks.docs;
