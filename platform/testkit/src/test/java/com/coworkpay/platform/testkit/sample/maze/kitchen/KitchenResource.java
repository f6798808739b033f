package com.coworkpay.platform.testkit.sample.maze.kitchen;

import jakarta.ws.rs.Path;

@Path("/v1/locations/{locationId}/kitchen")
public class KitchenResource {
    CupStore cups = new CupStore();
}
