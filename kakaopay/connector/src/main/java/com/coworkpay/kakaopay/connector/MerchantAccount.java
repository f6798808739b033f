package com.coworkpay.kakaopay.connector;

import java.util.regex.Pattern;

/// For whom a call is made: one contract (CID) with its present key.
///
/// @param accountId our own id: circuit breaker and bulkhead are kept per account, so that one merchant's trouble
///     stays there
/// @param cid KakaoPay's merchant code, ten letters and digits
public record MerchantAccount(String accountId, String cid, Credential credential) {

    public static final String CID_PATTERN = "[A-Za-z0-9]{10}";

    private static final Pattern CID = Pattern.compile(CID_PATTERN);

    /// @throws InvalidFieldException naming `accountId` or `cid`
    public MerchantAccount {
        InvalidFieldException.checkText("accountId", accountId, 128);
        InvalidFieldException.unless(CID.matcher(cid).matches(), "cid", "must be ten letters or digits");
    }
}
