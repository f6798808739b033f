package com.coworkpay.kakaopay.connector;

import static com.coworkpay.kakaopay.connector.ErrorMeaning.notProcessed;
import static com.coworkpay.kakaopay.connector.ErrorMeaning.refusedForGood;
import static com.coworkpay.kakaopay.connector.ErrorMeaning.refusedForNow;
import static com.coworkpay.kakaopay.connector.ErrorMeaning.unclear;
import static com.coworkpay.kakaopay.connector.Operation.APPROVE;
import static com.coworkpay.kakaopay.connector.Operation.CANCEL;
import static com.coworkpay.kakaopay.connector.Operation.ORDER;
import static com.coworkpay.kakaopay.connector.Operation.READY;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which answer of KakaoPay is which outcome. **Money rests on this file.**
///
/// How it is read: the first row that fits operation, code, method result code and generation decides. What no row
/// names is unclear: somebody looks it up with `order`. A row may only be added where KakaoPay's documents leave no
/// doubt that no money moved; `docs/reference/kakaopay-api.md` says how sure each code is.
///
/// Beside the rows, the HTTP status must agree, see [#decide]:
/// - 5xx is unclear whatever the body says;
/// - a refusal is believed with 400 alone, as documented;
/// - "turned away" is believed with 400, 401, 403 and 429;
/// - 401, 403 and 429 without any code stand for themselves (a gateway in front of the API answered);
/// - everything else is unclear, also a 2xx that carries an error code.
final class OutcomeTable {

    private static final Set<Operation> EVERY = EnumSet.allOf(Operation.class);

    /// Operations by which no money can move, where a wrong "turned away" harms nobody.
    private static final Set<Operation> HARMLESS = EnumSet.of(READY, ORDER);

    static final List<Row> ROWS = List.of(
            // ---- Turned away at the door, whatever was asked: the key, the merchant account or the installation.
            row(EVERY, -401, notProcessed(NotSentReason.WRONG_KEY)),
            row(EVERY, -403, Generation.LEGACY, notProcessed(NotSentReason.DOMAIN_NOT_REGISTERED)),
            row(EVERY, -403, Generation.CURRENT, notProcessed(NotSentReason.NOT_ENABLED)),
            row(EVERY, -429, notProcessed(NotSentReason.QUOTA_EXCEEDED)),
            row(EVERY, -731, notProcessed(NotSentReason.WRONG_CID)),
            row(EVERY, -733, notProcessed(NotSentReason.WRONG_CID_SECRET)),
            row(EVERY, -798, notProcessed(NotSentReason.IP_NOT_ALLOWED)),
            row(EVERY, -799, notProcessed(NotSentReason.DOMAIN_NOT_REGISTERED)),

            // ---- The same, but named by the former platform only: believed where no money can move.
            row(HARMLESS, -3, notProcessed(NotSentReason.NOT_ENABLED)),
            row(HARMLESS, -4, notProcessed(NotSentReason.ACCOUNT_BLOCKED)),
            row(HARMLESS, -5, notProcessed(NotSentReason.NO_PERMISSION)),
            row(HARMLESS, -10, notProcessed(NotSentReason.QUOTA_EXCEEDED)),
            row(HARMLESS, -301, notProcessed(NotSentReason.WRONG_KEY)),
            row(HARMLESS, -402, notProcessed(NotSentReason.NO_PERMISSION)),
            row(HARMLESS, -730, notProcessed(NotSentReason.WRONG_MERCHANT)),
            row(HARMLESS, -732, notProcessed(NotSentReason.WRONG_MERCHANT)),

            // ---- Maintenance: said by 503, which is unclear anyway; with 400 it is no less so.
            row(EVERY, -7, unclear(UnknownReason.MAINTENANCE)),
            row(EVERY, -503, unclear(UnknownReason.MAINTENANCE)),
            row(EVERY, -9798, unclear(UnknownReason.MAINTENANCE)),

            // ---- ready: moves no money, so that a refusal of the request is final for this request.
            row(READY, -2, refusedForGood(RefusalReason.INVALID_REQUEST)),
            row(READY, -400, refusedForGood(RefusalReason.INVALID_REQUEST)),
            row(READY, -703, refusedForGood(RefusalReason.INVALID_AMOUNT)),
            row(READY, -704, refusedForGood(RefusalReason.INVALID_AMOUNT)),
            row(READY, -705, refusedForGood(RefusalReason.METHOD_NOT_SUPPORTED)),
            row(READY, -722, refusedForGood(RefusalReason.INVALID_AMOUNT)),
            row(READY, -724, refusedForGood(RefusalReason.INVALID_AMOUNT)),
            row(READY, -725, refusedForGood(RefusalReason.INVALID_AMOUNT)),
            row(READY, -726, refusedForGood(RefusalReason.INVALID_REQUEST)),
            row(READY, -797, refusedForGood(RefusalReason.LIMIT_EXCEEDED)),

            // ---- approve: takes money. Final only where KakaoPay says that the time is over or the method refused.
            row(APPROVE, -723, refusedForGood(RefusalReason.EXPIRED)),
            row(APPROVE, -701, refusedForNow(RefusalReason.NOT_AUTHENTICATED)),
            row(APPROVE, -708, refusedForNow(RefusalReason.WRONG_PG_TOKEN)),
            row(APPROVE, -702, unclear(UnknownReason.ALREADY_DONE_OR_WRONG_STATE)),
            row(APPROVE, -783, unclear(UnknownReason.ALREADY_DONE_OR_WRONG_STATE)),
            row(APPROVE, -785, unclear(UnknownReason.IN_PROGRESS_ELSEWHERE)),
            row(APPROVE, -780, "USER_LOCKED", refusedForNow(RefusalReason.PAYER_BUSY)),
            row(APPROVE, -780, "BANK_FIRM_UNKNOWN", unclear(UnknownReason.BANK_UNCLEAR)),
            row(APPROVE, -780, "LACK_BALANCE", refusedForGood(RefusalReason.NOT_ENOUGH_BALANCE)),
            row(APPROVE, -780, "NOT_ENOUGH_BALANCE", refusedForGood(RefusalReason.NOT_ENOUGH_BALANCE)),
            row(APPROVE, -780, "LIMIT_BALANCE", refusedForGood(RefusalReason.LIMIT_EXCEEDED)),
            row(APPROVE, -780, "LIMIT_ONE_TIME", refusedForGood(RefusalReason.LIMIT_EXCEEDED)),
            row(APPROVE, -780, "LIMIT_USE_PER_DAY", refusedForGood(RefusalReason.LIMIT_EXCEEDED)),
            row(APPROVE, -780, refusedForGood(RefusalReason.METHOD_REFUSED)),

            // ---- order: a look-up. -721 proves nothing about the money by itself; the caller decides.
            row(ORDER, -721, refusedForGood(RefusalReason.NO_SUCH_TID)),
            row(ORDER, -723, refusedForGood(RefusalReason.EXPIRED)),

            // ---- cancel: gives money back. Final only with a plain reason; "already", "wrong state" and "more than
            //      available" are also what a repeat of a successful cancel is told.
            row(CANCEL, -781, "6019", refusedForGood(RefusalReason.CANCEL_PERIOD_OVER)),
            row(CANCEL, -781, "2005", refusedForGood(RefusalReason.NOT_CANCELABLE)),
            row(CANCEL, -781, "6005", refusedForGood(RefusalReason.NOT_CANCELABLE)),
            row(CANCEL, -781, "INVALID_CANCEL_STATUS_DEACTIVE", refusedForGood(RefusalReason.PAYER_LEFT)),
            row(CANCEL, -781, "USER_LOCKED", unclear(UnknownReason.IN_PROGRESS_ELSEWHERE)),
            row(CANCEL, -781, "INVALID_CANCEL_STATUS", unclear(UnknownReason.ALREADY_DONE_OR_WRONG_STATE)),
            row(CANCEL, -781, "BANK_FIRM_UNKNOWN", unclear(UnknownReason.BANK_UNCLEAR)),
            row(CANCEL, -781, unclear(UnknownReason.CANCEL_REFUSAL_UNCLEAR)),
            row(CANCEL, -710, unclear(UnknownReason.ALREADY_DONE_OR_WRONG_STATE)),
            row(CANCEL, -784, unclear(UnknownReason.ALREADY_DONE_OR_WRONG_STATE)),
            row(CANCEL, -785, unclear(UnknownReason.IN_PROGRESS_ELSEWHERE)));

    private OutcomeTable() {}

    /// An answer that is no success. Total: whatever comes in, a meaning comes out.
    static ErrorMeaning decide(Operation operation, Generation generation, int httpStatus, ErrorBody error) {
        if (!error.isClear()) {
            return unclear(httpStatus >= 500 ? UnknownReason.SERVER_ERROR : UnknownReason.MALFORMED_ANSWER);
        }
        ErrorMeaning byRow = byRow(operation, generation, error);
        if (httpStatus >= 500) {
            boolean maintenance =
                    byRow instanceof ErrorMeaning.Unclear(UnknownReason reason) && reason == UnknownReason.MAINTENANCE;
            return maintenance ? byRow : unclear(UnknownReason.SERVER_ERROR);
        }
        if (error.code() == null) {
            return byStatusAlone(httpStatus);
        }
        return switch (byRow) {
            case ErrorMeaning.Refused no when httpStatus == 400 -> no;
            case ErrorMeaning.NotProcessed away when isRejected(httpStatus) || httpStatus == 400 -> away;
            case ErrorMeaning.Unclear unclear -> unclear;
            case ErrorMeaning.Refused no -> unclear(UnknownReason.MALFORMED_ANSWER);
            case ErrorMeaning.NotProcessed away -> unclear(UnknownReason.MALFORMED_ANSWER);
        };
    }

    /// Whether this code stands in a row, for any operation.
    static boolean knows(int code) {
        return ROWS.stream().anyMatch(row -> row.code() == code);
    }

    private static boolean isRejected(int httpStatus) {
        return httpStatus == 401 || httpStatus == 403 || httpStatus == 429;
    }

    private static ErrorMeaning byStatusAlone(int httpStatus) {
        return switch (httpStatus) {
            case 401 -> notProcessed(NotSentReason.WRONG_KEY);
            case 403 -> notProcessed(NotSentReason.NO_PERMISSION);
            case 429 -> notProcessed(NotSentReason.QUOTA_EXCEEDED);
            default -> unclear(UnknownReason.UNDOCUMENTED_ANSWER);
        };
    }

    private static ErrorMeaning byRow(Operation operation, Generation generation, ErrorBody error) {
        for (Row row : ROWS) {
            if (row.fits(operation, generation, error)) {
                return row.meaning;
            }
        }
        return unclear(UnknownReason.UNDOCUMENTED_ANSWER);
    }

    /// @param methodResultCode `null` fits any, none as well
    /// @param generation `null` fits both
    record Row(
            Set<Operation> operations,
            int code,
            @Nullable String methodResultCode,
            @Nullable Generation generation,
            ErrorMeaning meaning) {

        boolean fits(Operation operation, Generation spoken, ErrorBody error) {
            return operations.contains(operation)
                    && error.code() != null
                    && error.code() == code
                    && (methodResultCode == null || methodResultCode.equals(error.methodResultCode()))
                    && (generation == null || generation == spoken);
        }
    }

    private static Row row(Set<Operation> operations, int code, ErrorMeaning meaning) {
        return new Row(operations, code, null, null, meaning);
    }

    private static Row row(Set<Operation> operations, int code, Generation generation, ErrorMeaning meaning) {
        return new Row(operations, code, null, generation, meaning);
    }

    private static Row row(Operation operation, int code, ErrorMeaning meaning) {
        return new Row(EnumSet.of(operation), code, null, null, meaning);
    }

    private static Row row(Operation operation, int code, String methodResultCode, ErrorMeaning meaning) {
        return new Row(EnumSet.of(operation), code, methodResultCode, null, meaning);
    }
}
