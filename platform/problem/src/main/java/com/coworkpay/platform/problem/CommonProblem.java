package com.coworkpay.platform.problem;

/// The kinds of trouble that every service knows.
public enum CommonProblem implements ProblemType {
    /// Something in the request is wrong; `field` and `errors` say what.
    INVALID_REQUEST(400),
    /// The cursor is damaged, or of another list, another location or other filters.
    INVALID_CURSOR(400),
    /// No or no valid token.
    UNAUTHENTICATED(401),
    /// The token holds, but what it says of its owner cannot be used; `code` names the claim.
    UNUSABLE_TOKEN(401),
    /// The caller is known at this location, but may not do this.
    FORBIDDEN(403),
    /// Nothing is here, or nothing that this caller may know of.
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    NOT_ACCEPTABLE(406),
    PAYLOAD_TOO_LARGE(413),
    URI_TOO_LONG(414),
    UNSUPPORTED_MEDIA_TYPE(415),
    HEADERS_TOO_LARGE(431),
    /// A fault of ours. The log knows more, under the trace id.
    INTERNAL(500),
    /// The database or a neighbour is away or crowded; `Retry-After` says when to come again.
    UNAVAILABLE(503);

    private final int status;

    CommonProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/common";
    }
}
