/// The OpenAPI files as strict clients and generators read them.
package com.coworkpay.checks.docs.openapi;
