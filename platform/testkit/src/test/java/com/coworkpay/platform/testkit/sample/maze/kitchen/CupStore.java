package com.coworkpay.platform.testkit.sample.maze.kitchen;

import com.coworkpay.platform.testkit.sample.maze.hall.Hall;

class CupStore {
    Hall back = new Hall();
}
