/// Links between the pages.
package com.coworkpay.checks.docs.links;
