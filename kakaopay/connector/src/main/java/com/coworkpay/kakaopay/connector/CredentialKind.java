package com.coworkpay.kakaopay.connector;

/// What kind of key a merchant has. It decides which of KakaoPay's two API generations is spoken.
public enum CredentialKind {
    /// The app's admin key of Kakao Developers: the former API (`/v1/payment/…`, form body). KakaoPay has ended it
    /// for new merchants; kept for those who still have one.
    ADMIN_KEY,
    /// A secret key of KakaoPay Developers, for development or production: today's API (`/online/v1/payment/…`, JSON).
    SECRET_KEY
}
