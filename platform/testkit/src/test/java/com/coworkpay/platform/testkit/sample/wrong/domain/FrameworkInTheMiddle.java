package com.coworkpay.platform.testkit.sample.wrong.domain;

import com.fasterxml.jackson.databind.JsonNode;

public record FrameworkInTheMiddle(JsonNode json) {}
