/// The words that names are made of.
package com.coworkpay.docs.words;
