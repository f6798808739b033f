/// `./coworkpay chaos`: whole lives of payments while everything around them fails, and the books compared afterwards.
@org.jspecify.annotations.NullMarked
package com.coworkpay.tools.local.chaos;
