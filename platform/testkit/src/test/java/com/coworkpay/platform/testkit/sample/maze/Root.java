package com.coworkpay.platform.testkit.sample.maze;

import com.coworkpay.platform.testkit.sample.maze.hall.Hall;

class Root {
    Hall hall = new Hall();
}
