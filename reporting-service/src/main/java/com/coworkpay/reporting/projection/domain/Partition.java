package com.coworkpay.reporting.projection.domain;

/// A part of a topic, within which offsets count.
public record Partition(String topic, int number) {

    @Override
    public String toString() {
        return topic + "-" + number;
    }
}
