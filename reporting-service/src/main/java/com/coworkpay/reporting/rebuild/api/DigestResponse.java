package com.coworkpay.reporting.rebuild.api;

import com.coworkpay.reporting.rebuild.domain.Digest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Everything the projection says, as one word.
@Schema(name = "ProjectionDigest")
public record DigestResponse(
        long generation,

        @Schema(description = "In hex. The same events give the same word, in whatever order they came")
        String sha256) {

    static DigestResponse of(Digest digest) {
        return new DigestResponse(digest.generation(), digest.sha256());
    }
}
