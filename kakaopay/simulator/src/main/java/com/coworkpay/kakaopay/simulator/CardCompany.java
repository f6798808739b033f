package com.coworkpay.kakaopay.simulator;

/// Card companies a payer can choose. The constants are KakaoPay's codes of `available_cards`.
///
/// Company codes 104 (BC) and 212 (Suhyup) are from KakaoPay's samples; the other three-digit
/// codes and the card item codes are ours.
public enum CardCompany {
    SHINHAN("신한카드", "Shinhan Card", "107"),
    KB("KB국민카드", "KB Kookmin Card", "102"),
    HYUNDAI("현대카드", "Hyundai Card", "109"),
    LOTTE("롯데카드", "Lotte Card", "108"),
    SAMSUNG("삼성카드", "Samsung Card", "106"),
    NH("NH농협카드", "NH Card", "105"),
    BC("BC카드", "BC Card", "104"),
    HANA("하나카드", "Hana Card", "103"),
    CITI("씨티카드", "Citi Card", "110"),
    WOORIONLY("우리카드", "Woori Card", "111"),
    KAKAOBANK("카카오뱅크카드", "KakaoBank Card", "112"),
    KAKAOPAY("카카오페이카드", "KakaoPay Card", "113");

    private final String korean;
    private final String english;
    private final String code;

    CardCompany(String korean, String english, String code) {
        this.korean = korean;
        this.english = english;
        this.code = code;
    }

    public String korean() {
        return korean;
    }

    public String english() {
        return english;
    }

    public String code() {
        return code;
    }
}
