package com.coworkpay.reporting.export;

import com.coworkpay.platform.audit.Audited;
import com.coworkpay.platform.audit.CurrentActor;
import com.coworkpay.platform.identity.LocationId;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.platform.problem.Language;
import com.coworkpay.reporting.export.ExportTransactions.Export;
import com.coworkpay.reporting.transactions.Filter;
import com.coworkpay.reporting.transactions.FilterParams;
import com.coworkpay.reporting.transactions.Transaction;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/// The Transactions report as a file.
@Path("/v1/locations/{locationId}/transactions.csv")
@Tag(name = "Transactions")
class CsvResource {

    private static final String CSV = "text/csv;charset=UTF-8";

    private final ExportTransactions exportTransactions;

    private final CurrentActor actor;

    CsvResource(ExportTransactions exportTransactions, CurrentActor actor) {
        this.exportTransactions = exportTransactions;
        this.actor = actor;
    }

    @GET
    @Produces(CSV)
    @Audited("EXPORTED")
    @PermissionsAllowed(Permissions.REPORT_READ)
    @Operation(
            operationId = "exportTransactions",
            summary = "All transactions of a filter as CSV, newest first",
            description = "RFC 4180 in UTF-8 with a byte order mark, from one snapshot. A file that could not be"
                    + " finished ends with a broken connection, never with a complete answer. The header"
                    + " Coworkpay-Complete-Up-To says up to which moment it is complete. Headings have a language; types,"
                    + " statuses, reasons and methods are this API's codes in every file.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "400", description = "A parameter is wrong")
    @APIResponse(responseCode = "503", description = "Too many exports at once; with Retry-After")
    public RestMulti<byte[]> export(
            @PathParam("locationId") @Pattern(regexp = LocationId.REGEX) String locationId,
            @BeanParam FilterParams params,
            @QueryParam("lang") @Parameter(description = "Language of the headings; else by Accept-Language") @Nullable
                    FileLanguage lang,
            @QueryParam("ids")
                    @DefaultValue("text")
                    @Parameter(
                            description =
                                    "text: ids that others chose (TID, payable, payer) have a tab before them, so that"
                                            + " spreadsheet programs take them for texts; take off one tab to read them."
                                            + " plain: without it, for programs. A text that begins like a formula has an"
                                            + " apostrophe before it in either form")
                    FileIds ids,
            @HeaderParam("Accept-Language") @Parameter(hidden = true) @Nullable String acceptLanguage,
            @Context HttpServerResponse response) {
        Filter filter = params.filter();
        return RestMulti.fromUniResponse(
                exportTransactions.open(locationId, filter, actor.get(), () -> response.closed() || response.ended()),
                export -> bytes(export, language(export, lang, acceptLanguage), ids.format(), response),
                export -> FileHeaders.of(locationId, filter, language(export, lang, acceptLanguage), export.context()));
    }

    /// The words of the parameter.
    enum FileLanguage {
        ko,
        en
    }

    /// The words of the parameter.
    enum FileIds {
        text(IdFormat.TEXT),
        plain(IdFormat.PLAIN);

        private final IdFormat format;

        FileIds(IdFormat format) {
            this.format = format;
        }

        IdFormat format() {
            return format;
        }
    }

    private static ReportLanguage language(
            Export export, @Nullable FileLanguage asked, @Nullable String acceptLanguage) {
        ReportLanguage requested =
                asked == null ? null : ReportLanguage.valueOf(asked.name().toUpperCase(Locale.ROOT));
        return ReportLanguage.of(
                requested, preferred(acceptLanguage), export.context().locale());
    }

    private static Optional<ReportLanguage> preferred(@Nullable String acceptLanguage) {
        return Language.asked(acceptLanguage).map(language -> switch (language) {
            case KOREAN -> ReportLanguage.KO;
            case ENGLISH -> ReportLanguage.EN;
        });
    }

    /// The heading goes out with the first rows: until then, a failure is a problem like any other.
    private static Multi<byte[]> bytes(
            Export export, ReportLanguage language, IdFormat ids, HttpServerResponse response) {
        AtomicBoolean begun = new AtomicBoolean();
        return export.batches()
                .map(rows -> begun.getAndSet(true)
                        ? rows(export, rows, ids)
                        : joined(CsvChunk.head(language), rows(export, rows, ids)))
                .onFailure()
                .invoke(failure -> breakOff(response));
    }

    /// So that the reader knows at once, whatever the framework does with a stream that failed.
    private static void breakOff(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
        }
    }

    private static byte[] rows(Export export, List<Transaction> rows, IdFormat ids) {
        return CsvChunk.rows(rows, export.context().zone(), ids);
    }

    private static byte[] joined(byte[] head, byte[] rows) {
        byte[] both = Arrays.copyOf(head, head.length + rows.length);
        System.arraycopy(rows, 0, both, head.length, rows.length);
        return both;
    }
}
