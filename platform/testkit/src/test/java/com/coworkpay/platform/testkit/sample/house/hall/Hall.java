package com.coworkpay.platform.testkit.sample.house.hall;

import com.coworkpay.platform.testkit.sample.house.Keys;
import com.coworkpay.platform.testkit.sample.house.hall.domain.Guest;

public class Hall {
    public Guest guest(Keys keys) {
        return new Guest(keys.front());
    }
}
