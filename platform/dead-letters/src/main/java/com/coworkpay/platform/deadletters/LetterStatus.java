package com.coworkpay.platform.deadletters;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// ```text
/// OPEN ──▶ REPLAYING ──▶ REPLAYED
///  │ ▲        │ ▲
///  │ └────────┘ │   refused again
///  └▶ DISMISSED ┘
/// ```
@Schema(name = "DeadLetterStatus")
enum LetterStatus {
    /// Waits for a person.
    OPEN,
    /// A person asked for it; a process is at it.
    REPLAYING,
    /// It took effect.
    REPLAYED,
    /// A person said that it needs none.
    DISMISSED
}
