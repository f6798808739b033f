package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.payment.initiation.PaymentRequest.PayableRequest;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What belongs to which kind of payable, and which amounts fit each other. Missing fields are reported elsewhere.
public final class PaymentRequestValidator implements ConstraintValidator<ConsistentPayment, TermsRequest> {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Override
    public boolean isValid(@Nullable TermsRequest request, ConstraintValidatorContext context) {
        if (request == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        Findings findings = new Findings(context);
        amounts(request, findings);
        if (request.expiresAt() != null && !isInstant(request.expiresAt())) {
            findings.at("expiresAt", "{coworkpay.payment.instant}");
        }
        if (request.payable() != null && request.payable().type() != null) {
            payable(request.payable(), findings);
            policy(request, request.payable().type(), findings);
        }
        return findings.none();
    }

    private static void amounts(TermsRequest request, Findings findings) {
        Long total = request.totalKrw();
        if (total == null) {
            return;
        }
        long taxFree = request.taxFreeKrw() == null ? 0 : request.taxFreeKrw();
        if (taxFree > total) {
            findings.at("taxFreeKrw", "{coworkpay.payment.tax-free-too-high}");
        } else if (request.vatKrw() != null && request.vatKrw() > total - taxFree) {
            findings.at("vatKrw", "{coworkpay.payment.vat-too-high}");
        }
    }

    private static void payable(PayableRequest payable, Findings findings) {
        boolean booking = payable.type() == PayableType.BOOKING;
        boolean ticket = payable.type() == PayableType.EVENT_TICKET;
        findings.present(booking, "resourceType", payable.resourceType());
        findings.present(booking, "resourceId", payable.resourceId());
        findings.present(ticket, "eventId", payable.eventId());
        if (booking || ticket) {
            start(payable, findings);
        } else {
            findings.present(false, "startAt", payable.startAt());
            findings.present(false, "day", payable.day());
        }
    }

    private static void start(PayableRequest payable, Findings findings) {
        if ((payable.startAt() == null) == (payable.day() == null)) {
            findings.inPayable("startAt", "{coworkpay.payment.one-start}");
        } else if (payable.startAt() != null && !isInstant(payable.startAt())) {
            findings.inPayable("startAt", "{coworkpay.payment.instant}");
        } else if (payable.day() != null && !isDay(payable.day())) {
            findings.inPayable("day", "{coworkpay.payment.day}");
        } else if (payable.day() != null
                && payable.resourceType() != null
                && !payable.resourceType().mayBeFullDay()) {
            findings.inPayable("day", "{coworkpay.payment.no-full-day}");
        }
    }

    private static void policy(TermsRequest request, PayableType type, Findings findings) {
        if (type.isRefundedByCancellation() && request.policy() == null) {
            findings.at("policy", "{jakarta.validation.constraints.NotNull.message}");
        } else if (!type.isRefundedByCancellation() && request.policy() != null) {
            findings.at("policy", "{jakarta.validation.constraints.Null.message}");
        } else if (request.policy() != null) {
            Optional<RefundPolicy> policy = request.policy().read();
            if (policy.isEmpty()) {
                findings.at("policy", "{coworkpay.payment.policy}");
            } else if (!policy.get().fits(type)) {
                findings.at("policy.kind", "{coworkpay.payment.policy-misfit}");
            }
        }
    }

    private static boolean isInstant(String text) {
        try {
            return isPlausible(OffsetDateTime.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            return isPlausible(LocalDate.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// A year in five digits is a mistake in a unit, not a booking.
    private static boolean isPlausible(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /// Collects findings at the field where the caller must change something.
    private static final class Findings {
        private final ConstraintValidatorContext context;
        private boolean any;

        Findings(ConstraintValidatorContext context) {
            this.context = context;
        }

        void at(String path, String message) {
            var violation = context.buildConstraintViolationWithTemplate(message);
            String[] names = path.split("\\.");
            var node = violation.addPropertyNode(names[0]);
            for (int i = 1; i < names.length; i++) {
                node = node.addPropertyNode(names[i]);
            }
            node.addConstraintViolation();
            any = true;
        }

        void inPayable(String name, String message) {
            at("payable." + name, message);
        }

        /// Required for this kind of payable, or out of place for it.
        void present(boolean required, String name, @Nullable Object value) {
            if (required && value == null) {
                inPayable(name, "{jakarta.validation.constraints.NotNull.message}");
            } else if (!required && value != null) {
                inPayable(name, "{jakarta.validation.constraints.Null.message}");
            }
        }

        boolean none() {
            return !any;
        }
    }
}
