package com.coworkpay.console.words;

import com.coworkpay.console.session.Language;
import com.coworkpay.console.shell.Shell;
import io.quarkus.qute.TemplateExtension;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A refund policy as a sentence, as it was shown when paying: `{shell.policy(checkout.policy)}`. Its kinds and
/// deadlines are those of the contracts.
@TemplateExtension
public final class PolicyText {

    private PolicyText() {}

    public static String policy(Shell shell, @Nullable Map<String, Object> policy) {
        boolean ko = shell.language() == Language.KO;
        if (policy == null) {
            return ko ? "정해진 환불 정책 없음" : "no refund policy was agreed";
        }
        return switch (String.valueOf(policy.get("kind"))) {
            case "NO_REFUND" -> ko ? "환불 불가" : "no refunds";
            case "UNTIL_PROCESSED" -> ko ? "처리 시작 전까지 전액" : "in full until the order is processed";
            case "BEFORE_START" -> tier(ko, policy.get("before"), 100);
            case "TIERED" ->
                tiers(policy.get("tiers")).stream()
                        .map(tier -> tier(ko, tier.get("before"), tier.get("percent")))
                        .collect(Collectors.joining(ko ? ", " : "; "));
            default -> String.valueOf(policy.get("kind"));
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> tiers(@Nullable Object tiers) {
        return tiers instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    private static String tier(boolean ko, @Nullable Object before, @Nullable Object percent) {
        String until = deadline(ko, String.valueOf(before));
        String share = String.valueOf(percent);
        boolean isFull = share.equals("100");
        return ko
                ? until + "까지 " + (isFull ? "전액" : share + "%")
                : (isFull ? "in full " : share + "% ") + "until " + until;
    }

    private static String deadline(boolean ko, String before) {
        return switch (before) {
            case "PT0S" -> ko ? "시작 시각" : "the start";
            case "PT15M" -> ko ? "시작 15분 전" : "15 minutes before the start";
            case "PT30M" -> ko ? "시작 30분 전" : "30 minutes before the start";
            case "PT1H", "PT2H", "PT4H", "PT6H", "PT12H" -> {
                String hours = before.replaceAll("[^0-9]", "");
                yield ko
                        ? "시작 " + hours + "시간 전"
                        : hours + (hours.equals("1") ? " hour" : " hours") + " before the start";
            }
            case "P1D", "P2D" -> {
                String days = before.replaceAll("[^0-9]", "");
                yield ko ? "시작 " + days + "일 전" : days + (days.equals("1") ? " day" : " days") + " before the start";
            }
            case "P1W", "P2W", "P4W" -> {
                String weeks = before.replaceAll("[^0-9]", "");
                yield ko
                        ? "시작 " + weeks + "주 전"
                        : weeks + (weeks.equals("1") ? " week" : " weeks") + " before the start";
            }
            default -> before;
        };
    }
}
