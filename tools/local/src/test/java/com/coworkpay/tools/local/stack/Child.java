package com.coworkpay.tools.local.stack;

import java.util.concurrent.CountDownLatch;

/// A part for tests: stays until it is ended, never becomes ready, or fails to start.
final class Child {
    private Child() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (arguments[0].equals("fails")) {
            System.out.println("something is wrong");
            System.exit(3);
        }
        System.out.println(arguments[0].equals("dawdles") ? "waits for something" : "ready");
        new CountDownLatch(1).await();
    }
}
