package com.coworkpay.kakaopay.simulator.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a call is answered with.
///
/// @param outcome for the call log: `OK` or KakaoPay's code
record Answer(int status, ObjectNode body, String outcome) {}
