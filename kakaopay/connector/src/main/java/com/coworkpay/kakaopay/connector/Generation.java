package com.coworkpay.kakaopay.connector;

import io.vertx.core.buffer.Buffer;
import java.net.URI;

/// In what the two generations of the API differ: host, path, header and body encoding. The fields are the same.
enum Generation {
    /// The charset is no part of JSON's media type, but a merchant's Korean item names were refused without it.
    CURRENT("/online/v1/payment/", "SECRET_KEY ", "application/json;charset=utf-8") {
        @Override
        URI base(KakaoPaySettings settings) {
            return settings.currentApi();
        }

        @Override
        Buffer encode(RequestFields form) {
            return form.toJson();
        }
    },

    LEGACY("/v1/payment/", "KakaoAK ", "application/x-www-form-urlencoded;charset=utf-8") {
        @Override
        URI base(KakaoPaySettings settings) {
            return settings.legacyApi();
        }

        @Override
        Buffer encode(RequestFields form) {
            return form.toUrlEncoded();
        }
    };

    private final String pathPrefix;
    private final String authorizationScheme;
    private final String contentType;

    Generation(String pathPrefix, String authorizationScheme, String contentType) {
        this.pathPrefix = pathPrefix;
        this.authorizationScheme = authorizationScheme;
        this.contentType = contentType;
    }

    static Generation of(CredentialKind kind) {
        return switch (kind) {
            case SECRET_KEY -> CURRENT;
            case ADMIN_KEY -> LEGACY;
        };
    }

    abstract URI base(KakaoPaySettings settings);

    abstract Buffer encode(RequestFields form);

    String path(Operation operation) {
        return pathPrefix + operation.word();
    }

    String contentType() {
        return contentType;
    }

    /// The header's value. Goes straight into the request and nowhere else.
    String authorization(Credential credential) {
        return authorizationScheme + credential.key().reveal();
    }
}
