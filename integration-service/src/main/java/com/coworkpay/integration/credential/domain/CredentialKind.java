package com.coworkpay.integration.credential.domain;

/// Which of KakaoPay's two APIs a key belongs to.
public enum CredentialKind {
    /// The former API (Kakao Developers): form bodies, `KakaoAK`.
    ADMIN_KEY,
    /// Today's API (KakaoPay Developers): JSON bodies, `SECRET_KEY`, dev or prod.
    SECRET_KEY
}
