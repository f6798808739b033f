package com.coworkpay.refund.batch;

import com.coworkpay.platform.problem.FormulaGuard;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Pieces of the file: RFC 4180 with CRLF, UTF-8 with a byte order mark, without which Excel takes Korean for another
/// alphabet. The headings are the names of the JSON.
final class BatchCsv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final List<String> HEADINGS = List.of(
            "paymentId",
            "description",
            "payableType",
            "payableId",
            "approvedAt",
            "totalKrw",
            "givenBackKrw",
            "amountKrw",
            "outcome",
            "underWay",
            "leftOutReason",
            "balanceKrw",
            "refundId",
            "refundKrw",
            "failure");

    private BatchCsv() {}

    static byte[] head() {
        return written(BYTE_ORDER_MARK, List.of(HEADINGS));
    }

    static byte[] rows(List<BatchPayment> payments) {
        return written("", payments.stream().map(BatchCsv::row).toList());
    }

    private static List<String> row(BatchPayment payment) {
        return Stream.<@Nullable Object>of(
                        payment.paymentId(),
                        FormulaGuard.guarded(payment.description()),
                        payment.payableType(),
                        FormulaGuard.guarded(payment.payableId()),
                        payment.approvedAt(),
                        payment.totalKrw(),
                        payment.givenBackKrw(),
                        payment.amountKrw(),
                        payment.outcome(),
                        payment.underWay(),
                        payment.leftOut(),
                        payment.balanceKrw(),
                        payment.refundId(),
                        payment.refundKrw(),
                        payment.failure())
                .map(cell -> cell == null ? "" : cell.toString())
                .toList();
    }

    private static byte[] written(String before, List<List<String>> records) {
        StringWriter text = new StringWriter();
        text.write(before);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            records.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
