package com.coworkpay.console.words;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/// The texts of dead letters, in English; `messages/letters_ko.properties` has the Korean ones.
@MessageBundle("letters")
public interface LetterMessages {
    @Message("Dead letters")
    String deadLetters();

    @Message("Dead letter")
    String deadLetter();

    @Message(
            "Messages that a service could not process. Each had no effect: a cancellation among them is a refund that nobody decides.")
    String deadLettersWhy();

    @Message("No message waits here for this choice.")
    String noDeadLetter();

    @Message("Service")
    String service();

    @Message(
            "{#when name}{#is 'payment'}Payments (payment-service){#is 'refund'}Refunds (refund-service){#else}Report (reporting-service){/when}")
    String serviceName(String name);

    @Message("Topic")
    String topic();

    @Message("Message")
    String messageHead();

    @Message("Without a type")
    String noType();

    @Message(
            "{#when status}{#is 'OPEN'}◌ Open{#is 'REPLAYING'}◌ Being replayed{#is 'REPLAYED'}✓ Replayed{#is 'DISMISSED'}– Dismissed{#else}{status}{/when}")
    String letterStatus(String status);

    @Message(
            "{#when status}{#is 'OPEN'}Stored. The message is open.{#is 'REPLAYING'}The message is being replayed. Open this page again in a moment.{#is 'REPLAYED'}The message was replayed and took effect.{#else}The message is dismissed.{/when}")
    String letterStatusNow(String status);

    @Message(
            "{#when kind}{#is 'UNREADABLE'}Not readable{#is 'REFUSED_BY_DATABASE'}Refused by the database{#is 'HANDLER_FAILED'}Failed several times{#else}{kind}{/when}")
    String letterKind(String kind);

    @Message(
            "{#when kind}{#is 'UNREADABLE'}The sender sends it again, corrected; then dismiss this one. If the service was mended, replay it.{#else}Keep the log, mend the service, then replay it.{/when}")
    String letterKindTodo(String kind);

    @Message("The last replay had no effect")
    String refusedAgain();

    @Message("Topic, partition and offset")
    String place();

    @Message("Type of the event")
    String eventType();

    @Message("ID of the event")
    String eventId();

    @Message("Contents")
    String contentsTitle();

    @Message("May hold personal data. Bytes that are no text stand as [0xNN], characters that nobody sees as [U+NNNN].")
    String contentsHint();

    @Message("Not all of it is shown. While the topic has it, this reads the whole:")
    String isCut();

    @Message("Key")
    String keyTitle();

    @Message("Value")
    String valueTitle();

    @Message("Headers")
    String headersTitle();

    @Message("What was done")
    String historyTitle();

    @Message("{#when action}{#is 'REPLAY'}Replay{#is 'DISMISSAL'}Dismissal{#else}Note{/when}")
    String actionName(String action);

    @Message("{#when outcome}{#is 'DONE'}took effect{#else}no effect{/when}")
    String outcomeName(String outcome);

    @Message("What to do")
    String whatToDo();

    @Message("Replay")
    String replay();

    @Message("Dismiss")
    String dismissLetter();

    @Message("Only add the note")
    String addNote();

    @Message(
            "A replay gives the message to this service again and to no other. What already took effect changes nothing.")
    String replayHint();
}
