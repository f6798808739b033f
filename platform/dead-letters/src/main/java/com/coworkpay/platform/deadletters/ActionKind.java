package com.coworkpay.platform.deadletters;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a person did about a dead letter.
@Schema(name = "DeadLetterActionKind")
enum ActionKind {
    REPLAY,
    DISMISSAL,
    NOTE
}
