package com.coworkpay.reporting.export;

import com.coworkpay.reporting.transactions.Transaction;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Pieces of the file: RFC 4180 with CRLF, UTF-8 with a byte order mark, without which Excel takes Korean for another
/// alphabet.
final class CsvChunk {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private CsvChunk() {}

    static byte[] head(ReportLanguage language) {
        return written(
                BYTE_ORDER_MARK,
                csv -> csv.writeRecord(Arrays.stream(Column.values())
                        .map(column -> column.heading(language))
                        .toList()));
    }

    static byte[] rows(List<Transaction> transactions, ZoneId zone, IdFormat ids) {
        return written(
                "",
                csv -> transactions.forEach(transaction -> csv.writeRecord(Arrays.stream(Column.values())
                        .map(column -> column.cell(transaction, zone, ids))
                        .toList())));
    }

    private static byte[] written(String before, Consumer<CsvWriter> records) {
        StringWriter text = new StringWriter();
        text.write(before);
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            records.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
