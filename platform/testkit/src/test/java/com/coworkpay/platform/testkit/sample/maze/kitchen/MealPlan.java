package com.coworkpay.platform.testkit.sample.maze.kitchen;

import com.fasterxml.jackson.databind.JsonNode;

record MealPlan(JsonNode json) {}
