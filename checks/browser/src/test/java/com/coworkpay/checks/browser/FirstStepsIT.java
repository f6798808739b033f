package com.coworkpay.checks.browser;

import com.coworkpay.tools.local.stack.DemoMerchants;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/// Who opens the one address that `up` ends with is done in six steps, by links and buttons alone, in Korean, on a
/// phone;
/// each step ticks itself.
@NeedsBrowser
class FirstStepsIT {
    private static final String START = "/";

    private final Suite suite = Suite.shared();

    @Test
    void allSixTick() {
        suite.location("gangnam", "CoworkPay Gangnam");
        try (var person = Visitor.of(suite, Language.KO, Screen.PHONE)) {
            person.goTo(START).seesHeading("이 컴퓨터의 CoworkPay").look("landing");
            connect(person);
            bookAndPay(person, "예약하러 가기");
            cancel(person);
            person.goTo(START);
            bookAndPay(person, "먼저 하나 더 결제하기");
            refundAPart(person);
            person.goTo(START)
                    .follow("거래 내역 열기")
                    .seesHeading(Words.TRANSACTIONS)
                    .sees(Words.STATUS_PARTLY_REFUNDED);
            disconnect(person);
            person.goTo(START).seesInTheEnd("여섯 단계를 모두 마쳤습니다.").look("landing-done");
        }
    }

    private static void connect(Visitor person) {
        person.follow("연결하러 가기").person("Kim Minji").click();
        person.seesHeading(Words.KAKAOPAY).press(Words.FILL_IN);
        // Where the simulator's CID is not filled in as well.
        if (person.field(Words.CID).inputValue().isEmpty()) {
            person.type(Words.CID, DemoMerchants.SECRET_KEY_CID);
        }
        person.press(Words.TRY_AND_CONNECT).sees(Words.CONNECTED).goTo(START);
    }

    private static void bookAndPay(Visitor person, String link) {
        person.seesInTheEnd(link).follow(link).seesHeading("예약 및 구매").look("portal-shop");
        named(person, "예약하고 결제하기").click();
        named(person, person.say(Words.PAY_WITH_KAKAOPAY, "").strip()).click();
        person.press(Words.PAY_BY_MONEY).seesHeading("✓ " + person.say(Words.PAID));
        person.page()
                .getByRole(AriaRole.MAIN)
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions()
                                .setName(person.say(Words.BACK_TO, "").strip()))
                .click();
        person.seesInTheEnd("콘솔에서 보기").look("portal-booking");
    }

    private static void cancel(Visitor person) {
        named(person, "멤버로서 취소하기").click();
        person.seesInTheEnd("환불 완료");
    }

    private static void refundAPart(Visitor person) {
        person.goTo(START)
                .seesInTheEnd("환불할 결제 열기")
                .follow("환불할 결제 열기")
                .beginRefund()
                .choose(Words.A_PART)
                .type(Words.AMOUNT_OF_PART, "5000")
                .press(Words.NEXT)
                .press(Words.REFUND_AMOUNT, person.language().won(5_000))
                .sees(Words.STATUS_PARTLY_REFUNDED);
    }

    private static void disconnect(Visitor person) {
        person.goTo(START)
                .seesInTheEnd("연결 해제하러 가기")
                .follow("연결 해제하러 가기")
                .follow(person.say(Words.DISCONNECT) + " …")
                .seesHeading(Words.DISCONNECT);
        person.page().getByRole(AriaRole.MAIN).getByRole(AriaRole.TEXTBOX).fill(DemoMerchants.SECRET_KEY_CID);
        person.press(Words.DISCONNECT).sees(Words.DISCONNECTED);
    }

    /// The first button whose name has these words in it.
    private static Locator named(Visitor person, String words) {
        return person.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words))
                .first();
    }
}
