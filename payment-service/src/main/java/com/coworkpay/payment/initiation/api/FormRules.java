package com.coworkpay.payment.initiation.api;

import com.coworkpay.payment.domain.PayableType;
import com.coworkpay.payment.initiation.api.PaymentForm.PayableForm;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// What belongs to which kind of payable, and which amounts fit each other. Missing fields are reported elsewhere.
public final class FormRules implements ConstraintValidator<FitsTogether, PaymentForm> {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    @Override
    public boolean isValid(@Nullable PaymentForm form, ConstraintValidatorContext context) {
        if (form == null) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        Findings findings = new Findings(context);
        amounts(form, findings);
        if (form.payable() != null && form.payable().type() != null) {
            payable(form.payable(), findings);
            policy(form, form.payable().type(), findings);
        }
        return findings.none();
    }

    private static void amounts(PaymentForm form, Findings findings) {
        Long total = form.totalKrw();
        if (total == null) {
            return;
        }
        long taxFree = form.taxFreeKrw() == null ? 0 : form.taxFreeKrw();
        if (taxFree > total) {
            findings.at("taxFreeKrw", "{coworkpay.payment.tax-free-too-high}");
        } else if (form.vatKrw() != null && form.vatKrw() > total - taxFree) {
            findings.at("vatKrw", "{coworkpay.payment.vat-too-high}");
        }
    }

    private static void payable(PayableForm payable, Findings findings) {
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

    private static void start(PayableForm payable, Findings findings) {
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

    private static void policy(PaymentForm form, PayableType type, Findings findings) {
        if (type.hasPolicy() && form.policy() == null) {
            findings.at("policy", "{jakarta.validation.constraints.NotNull.message}");
        } else if (!type.hasPolicy() && form.policy() != null) {
            findings.at("policy", "{jakarta.validation.constraints.Null.message}");
        } else if (form.policy() != null) {
            switch (FormReader.policyOf(form.policy())) {
                case FormReader.Read.Broken _ -> findings.at("policy", "{coworkpay.payment.policy}");
                case FormReader.Read.Fine(var policy) -> {
                    if (!policy.fits(type)) {
                        findings.at("policy.kind", "{coworkpay.payment.policy-misfit}");
                    }
                }
            }
        }
    }

    private static boolean isInstant(String text) {
        try {
            return isThinkable(OffsetDateTime.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static boolean isDay(String text) {
        try {
            return isThinkable(LocalDate.parse(text).getYear());
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// A year in five digits is a mistake in a unit, not a booking.
    private static boolean isThinkable(int year) {
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
