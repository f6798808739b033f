package com.coworkpay.kakaopay.simulator;

/// Card companies a payer can choose. The constants are KakaoPay's codes of `available_cards`, of both generations;
/// the last seven are taken by agreement only, or at the former API.
///
/// Codes of digits were seen at KakaoPay: as issuer Shinhan 101, Hyundai 106, Suhyup 212; as purchaser Shinhan 701,
/// Hyundai 706, BC 104; at the former API BC 01 and Suhyup 13. The others are ours, and of letters, so that none of
/// them is somebody else's at KakaoPay.
public enum CardCompany {
    SHINHAN("신한", "Shinhan", "101", "701", "SH"),
    KB("KB국민", "KB Kookmin", "KBI", "KBP", "KB"),
    HYUNDAI("현대", "Hyundai", "106", "706", "HD"),
    LOTTE("롯데", "Lotte", "LTI", "LTP", "LT"),
    SAMSUNG("삼성", "Samsung", "SSI", "SSP", "SS"),
    NH("NH농협", "NH", "NHI", "NHP", "NH"),
    BC("BC", "BC", "BCI", "104", "01"),
    HANA("하나", "Hana", "HNI", "HNP", "HN"),
    CITI("씨티", "Citi", "CTI", "CTP", "CT"),
    WOORIONLY("우리", "Woori", "WRI", "WRP", "WR"),
    KAKAOBANK("카카오뱅크", "KakaoBank", "KKI", "KKP", "KK"),
    KAKAOPAY("카카오페이", "KakaoPay", "KPI", "KPP", "KP"),
    WOORI("우리비씨", "Woori BC", "WBI", "WBP", "WB"),
    GWANGJU("광주", "Gwangju", "GJI", "GJP", "GJ"),
    JEJU("제주", "Jeju", "JJI", "JJP", "JJ"),
    JEONBUK("전북", "Jeonbuk", "JBI", "JBP", "JB"),
    SC("SC제일", "SC First", "SCI", "SCP", "SC"),
    SUHYUP("수협", "Suhyup", "212", "SUP", "13"),
    SHINHYUP("신협", "Shinhyup", "SNI", "SNP", "SN");

    private final String korean;
    private final String english;
    private final String issuerCode;
    private final String purchaserCode;
    private final String retiredCode;

    CardCompany(String korean, String english, String issuerCode, String purchaserCode, String retiredCode) {
        this.korean = korean;
        this.english = english;
        this.issuerCode = issuerCode;
        this.purchaserCode = purchaserCode;
        this.retiredCode = retiredCode;
    }

    /// Its name as KakaoPay writes it.
    public String korean() {
        return korean;
    }

    public String english() {
        return english;
    }

    public String issuerCode() {
        return issuerCode;
    }

    public String purchaserCode() {
        return purchaserCode;
    }

    /// Two characters, of the former API's own code list.
    public String retiredCode() {
        return retiredCode;
    }

    /// Who buys the sale from the merchant; BC does it for Suhyup in KakaoPay's own sample.
    public CardCompany purchaser() {
        return this == SUHYUP ? BC : this;
    }
}
