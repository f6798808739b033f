package com.coworkpay.console.words;

import com.coworkpay.console.session.Language;
import com.coworkpay.console.shell.Shell;
import io.quarkus.qute.TemplateExtension;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How won, days and times are written, in one place for all pages: `{shell.won(amount)}`.
@TemplateExtension
public final class Format {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
    private static final String UNKNOWN = "–";
    private static final String MINUS = "\u2212";

    private static final DateTimeFormatter TIME_KO =
            DateTimeFormatter.ofPattern("uuuu. M. d. (E) HH:mm", Locale.KOREAN);
    private static final DateTimeFormatter TIME_EN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_KO = DateTimeFormatter.ofPattern("uuuu. M. d. (E)", Locale.KOREAN);
    private static final DateTimeFormatter DAY_EN = DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT_WITH_YEAR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private Format() {}

    /// `22,000원`, `₩22,000`; unknown is a dash, nought is 0.
    public static String won(Shell shell, @Nullable Long amountKrw) {
        return won(shell.language(), amountKrw);
    }

    static String won(Language language, @Nullable Long amountKrw) {
        if (amountKrw == null) {
            return UNKNOWN;
        }
        return language == Language.KO
                ? number(amountKrw) + "원"
                : (amountKrw < 0 ? MINUS : "") + "₩" + number(Math.abs(amountKrw));
    }

    /// For cells of tables, whose heads say the unit.
    public static String number(Shell shell, @Nullable Long number) {
        return number == null ? UNKNOWN : number(number);
    }

    static String number(long number) {
        String digits = NumberFormat.getIntegerInstance(Locale.ROOT).format(Math.abs(number));
        return number < 0 ? MINUS + digits : digits;
    }

    /// To the minute, in the location's zone.
    public static String time(Shell shell, @Nullable Instant at) {
        return at == null ? UNKNOWN : time(shell.language(), at, shell.zone());
    }

    /// KakaoPay's own times are Korean.
    public static String koreanTime(Shell shell, @Nullable Instant at) {
        return at == null ? UNKNOWN : time(shell.language(), at, KOREA) + " KST";
    }

    static String time(Language language, Instant at, ZoneId zone) {
        return (language == Language.KO ? TIME_KO : TIME_EN).format(at.atZone(zone));
    }

    /// For tables: to the second, with the year where it is not the present one.
    public static String shortTime(Shell shell, @Nullable Instant at) {
        if (at == null) {
            return UNKNOWN;
        }
        ZonedDateTime there = at.atZone(shell.zone());
        boolean isThisYear = there.getYear() == LocalDate.now(shell.zone()).getYear();
        return (isThisYear ? SHORT : SHORT_WITH_YEAR).format(there);
    }

    public static String day(Shell shell, @Nullable LocalDate day) {
        return day == null ? UNKNOWN : (shell.language() == Language.KO ? DAY_KO : DAY_EN).format(day);
    }

    /// For the scale of a plot: `5만`, `50k`.
    public static String compact(Shell shell, long amount) {
        long size = Math.abs(amount);
        String text = shell.language() == Language.KO
                ? (size >= 10_000 && size % 1_000 == 0 ? decimal(size, 10_000) + "만" : number(size))
                : compactEnglish(size);
        return amount < 0 ? MINUS + text : text;
    }

    private static String compactEnglish(long size) {
        if (size >= 1_000_000 && size % 100_000 == 0) {
            return decimal(size, 1_000_000) + "M";
        }
        return size >= 1_000 && size % 100 == 0 ? decimal(size, 1_000) + "k" : number(size);
    }

    private static String decimal(long amount, long unit) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    public static String monthDay(Shell shell, LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    /// The zone as people of the place call it, such as KST.
    public static String zoneName(Shell shell) {
        return ZonedDateTime.now(shell.zone()).format(DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH));
    }
}
