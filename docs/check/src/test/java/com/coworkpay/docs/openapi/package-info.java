/// The OpenAPI files as strict clients and generators read them.
package com.coworkpay.docs.openapi;
