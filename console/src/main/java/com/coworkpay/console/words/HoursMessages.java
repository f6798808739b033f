package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of opening hours, in English; `messages/hours_ko.properties` has the Korean ones. A bundle of its own, as
/// one of Quarkus 3.34 holds at most 300 texts.
@MessageBundle("hours")
public interface HoursMessages {
    @Message(
            "A booking of a whole day begins when it opens that day: refund deadlines count back from then. A change holds for what is paid for from now on.")
    String openingHoursWhy();

    @Message("No opening hours are known. Cancelled bookings of whole days wait for them.")
    String noOpeningHoursYet();

    @Message("For whom")
    String schedule();

    @Message(
            "{#when kind}{#is 'DEFAULT'}Members, and all others without hours of their own{#is 'PUBLIC'}Nonmembers and network members{#is 'RESOURCE'}One resource{/when}")
    String scheduleKind(String kind);

    @Message("From this day on")
    String validFrom();

    @Message("Closed days")
    String closedDays();

    @Message("One day a line: 2026-12-25")
    String closedDaysHint();

    @Message("Changed by")
    String changedBy();

    @Message("Set opening hours")
    String setOpeningHours();

    @Message("Kind of resource")
    String resourceTypeLabel();

    @Message("ID of the resource in the booking system")
    String resourceIdLabel();

    @Message(
            "{#when day}{#is 'MONDAY'}Monday{#is 'TUESDAY'}Tuesday{#is 'WEDNESDAY'}Wednesday{#is 'THURSDAY'}Thursday{#is 'FRIDAY'}Friday{#is 'SATURDAY'}Saturday{#else}Sunday{/when}")
    String weekday(String day);

    @Message("09:00-12:00, 13:00-18:00. Leave a day empty where it is closed. 24:00 is the end of the day.")
    String hoursHint();

    @Message("Write times as 09:00-18:00, several with a comma between them. They must not overlap.")
    String badHours();

    @Message("What was paid before keeps the hours that were shown.")
    String hoursFromNowOn();

    @Message("Closed every day")
    String alwaysClosed();

    @Message("{#when kind}{#is 'DEFAULT'}No opening hours: days begin at midnight{#else}None of their own{/when}")
    String noHoursFrom(String kind);

    @Message("{#when kind}{#is 'DEFAULT'}No opening hours{#else}Remove these hours{/when}")
    String removeHours(String kind);

    @Message(
            "{#when kind}{#is 'DEFAULT'}The location has no opening hours: bookings of whole days begin at midnight.{#is 'PUBLIC'}The hours of members hold for everybody.{#else}The hours of the location hold for this resource.{/when}")
    String removeHoursWhy(String kind);

    @Message("Versions")
    String versions();

    @Message("Version")
    String version();
}
