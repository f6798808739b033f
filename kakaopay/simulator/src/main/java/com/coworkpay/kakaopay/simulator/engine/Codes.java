package com.coworkpay.kakaopay.simulator.engine;

/// KakaoPay's code table: HTTP status and a text for every documented code, KakaoPay's where one was recorded.
///
/// The official workbook gives 400 to all payment codes (−7xx); 401 and 403 are stated for the current API, the
/// statuses of −404, −429, −500, −503 there follow the number.
public final class Codes {
    private Codes() {}

    public static int httpStatus(int code) {
        return switch (code) {
            case -401 -> 401;
            case -5, -402, -403 -> 403;
            case -404 -> 404;
            case -429 -> 429;
            case -500 -> 500;
            case -503, -9798 -> 503;
            default -> 400;
        };
    }

    static String message(int code) {
        return switch (code) {
            case -1 -> "internal error";
            case -2 -> "invalid param";
            case -3 -> "this API is not enabled for the app";
            case -4 -> "blocked account";
            case -5 -> "insufficient permission";
            case -7 -> "service check";
            case -8 -> "invalid header";
            case -9 -> "this API has been ended";
            case -10 -> "API limit has been exceeded";
            case -301 -> "unknown app key";
            case -400 -> "Authorization header is required";
            case -401 -> "authentication key is not valid";
            case -402 -> "insufficient scope";
            case -403 -> "online payment is not registered for this application";
            case -404 -> "no such URL";
            case -429 -> "daily quota exceeded";
            case -500 -> "internal server error";
            case -503, -9798 -> "service is under maintenance";
            default -> paymentMessage(code);
        };
    }

    /// What a card company or KakaoPay Money says for its own code; two texts are KakaoPay's.
    static String methodMessage(String methodResultCode) {
        return switch (methodResultCode) {
            case "USER_LOCKED" -> "진행중인 거래가 있습니다. 잠시 후 다시 시도해 주세요.";
            case "9999" -> "결제 실패. 잠시 후 재시도 바랍니다.";
            default -> "결제수단사에서 거절하였습니다. (" + methodResultCode + ")";
        };
    }

    private static String paymentMessage(int code) {
        return switch (code) {
            case -701 -> "authentication doesn't complete!";
            case -702 -> "payment is already done!";
            case -703 -> "invalid point amount!";
            case -704 -> "invalid payment method amount!";
            case -705 -> "not supported payment method!";
            case -706 -> "partner_order_id does not match!";
            case -707 -> "partner user id is different when you ordered!";
            case -708 -> "invalid pg_token!";
            case -710 -> "cancel amount exceeds the cancelable amount!";
            case -711 -> "cancel amount exceeds the approved amount!";
            case -721 -> "no such tid!";
            case -722 -> "invalid amount information!";
            case -723 -> "payment is expired!";
            case -724 -> "invalid single payment amount!";
            case -725 -> "invalid total amount!";
            case -726 -> "invalid order information!";
            case -730 -> "invalid merchant app information!";
            case -731 -> "invalid cid!";
            case -732 -> "invalid gid!";
            case -733 -> "invalid cid_secret!";
            case -761 -> "phone number without KakaoTalk!";
            case -780 -> "approval failure!";
            case -781 -> "cancel failure!";
            case -782 -> "subscription payment failure!";
            case -783 -> "not in an approvable state!";
            case -784 -> "not in a cancelable state!";
            case -785 -> "duplicated payment request!";
            case -797 -> "one-time limit exceeded!";
            case -798 -> "IP address is not allowed!";
            case -799 -> "URL does not match registered website domain.";
            default -> "refused (" + code + ")";
        };
    }
}
