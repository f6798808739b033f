package com.coworkpay.contracts;

/// What a booking books.
public enum ResourceType {
    ROOM,
    DESK,
    PARKING,
    EQUIPMENT;

    /// Rooms are booked by the hour, the others may be booked for a whole day.
    public boolean mayBeFullDay() {
        return this != ROOM;
    }
}
