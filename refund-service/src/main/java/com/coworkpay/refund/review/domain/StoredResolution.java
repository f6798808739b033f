package com.coworkpay.refund.review.domain;

import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.Resolution;

/// A resolution.
///
/// @param status the refund's present one
public record StoredResolution(Resolution resolution, RefundStatus status) {}
