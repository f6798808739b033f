package com.coworkpay.platform.testkit.sample.maze.hall;

import com.coworkpay.platform.testkit.sample.maze.kitchen.KitchenResource;

public class Hall {
    KitchenResource next = new KitchenResource();

    public record Unused(String text) {}
}
