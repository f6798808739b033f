package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.Resolution;

/// A resolution.
///
/// @param status the refund's present one
record StoredResolution(Resolution resolution, RefundStatus status) {}
