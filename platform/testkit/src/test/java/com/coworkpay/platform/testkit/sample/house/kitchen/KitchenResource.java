package com.coworkpay.platform.testkit.sample.house.kitchen;

import com.coworkpay.platform.testkit.sample.house.Keys;
import com.coworkpay.platform.testkit.sample.house.hall.Hall;
import jakarta.ws.rs.Path;

@Path("/v1/locations/{locationId}/kitchen")
class KitchenResource {
    String guest(Hall hall, Keys keys) {
        return hall.guest(keys).name();
    }

    /// Nobody sees it: what is around it is not public.
    public record Cup(String colour) {}
}
