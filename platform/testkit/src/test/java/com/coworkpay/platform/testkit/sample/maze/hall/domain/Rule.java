package com.coworkpay.platform.testkit.sample.maze.hall.domain;

import com.coworkpay.platform.testkit.sample.maze.hall.Hall;

record Rule(Hall hall) {}
