package com.coworkpay.refund.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Whether two requests under one key are the same.
public final class RequestHash {

    private RequestHash() {}

    /// SHA-256 over every field, each with its length, so that no two different requests have the same input; as
    /// PostgreSQL writes bytes.
    public static String of(@Nullable Object... fields) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object field : fields) {
                byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(5)
                        .put((byte) (field == null ? 0 : 1))
                        .putInt(bytes.length)
                        .array());
                digest.update(bytes);
            }
            return "\\x" + HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
