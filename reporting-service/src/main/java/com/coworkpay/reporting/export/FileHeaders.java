package com.coworkpay.reporting.export;

import com.coworkpay.reporting.reading.ReadContext;
import com.coworkpay.reporting.transactions.Filter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The headers of a file.
final class FileHeaders {

    private FileHeaders() {}

    static Map<String, List<String>> of(
            String locationId, Filter filter, ReportLanguage language, ReadContext context) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("Content-Disposition", List.of(disposition(locationId, filter, language)));
        headers.put("Content-Language", List.of(language.locale().getLanguage()));
        headers.put("Cache-Control", List.of("no-store"));
        headers.put("X-Content-Type-Options", List.of("nosniff"));
        Instant upTo = context.completeness().upTo();
        headers.put("Coworkpay-Complete-Up-To", List.of(upTo == null ? "unknown" : upTo.toString()));
        return headers;
    }

    /// A plain name for all, and the one in the file's language for who knows RFC 6266.
    private static String disposition(String locationId, Filter filter, ReportLanguage language) {
        String rest = Stream.of(locationId, filter.from(), filter.to())
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .collect(Collectors.joining("-", "-", ""))
                + ".csv";
        String name =
                switch (language) {
                    case KO -> "거래내역";
                    case EN -> "transactions";
                };
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return "attachment; filename=\"transactions" + rest + "\"; filename*=UTF-8''" + encoded + rest;
    }
}
