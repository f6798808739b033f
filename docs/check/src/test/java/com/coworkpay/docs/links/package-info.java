/// Links between the pages.
package com.coworkpay.docs.links;
