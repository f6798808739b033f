/// What people do with the mouse and the keyboard, in a real browser over the real stack.
package com.coworkpay.checks.browser;
