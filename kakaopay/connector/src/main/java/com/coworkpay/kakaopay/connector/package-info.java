/// KakaoPay's online payment API, both generations, as a Java client with four outcomes.
///
/// Where to begin: [KakaoPay] is the client, [Outcome] what each call comes back with, and [OutcomeTable] says which
/// answer of KakaoPay is which outcome: the file to read before trusting money to this library. Public types are
/// what services use; everything that speaks HTTP or JSON is private to this package.
@NullMarked
package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.NullMarked;
