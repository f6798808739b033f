/// The words that names are made of.
package com.coworkpay.checks.docs.words;
