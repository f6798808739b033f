package com.coworkpay.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.session.Language;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class FormatProperties {

    /// What is read back from the digits alone is the amount, in both languages.
    @Property
    void wonIsReadBack(@ForAll @LongRange(min = -Long.MAX_VALUE, max = Long.MAX_VALUE) long amount) {
        for (Language language : Language.values()) {
            String written = Format.won(language, amount);
            String digits = written.replace('\u2212', '-').replaceAll("[,원₩]", "");
            assertThat(Long.parseLong(digits)).as(written).isEqualTo(amount);
            assertThat(written).matches("−?₩?[0-9]{1,3}(,[0-9]{3})*원?");
        }
    }

    @Property
    void bothLanguagesSayTheSameMinute(@ForAll("instants") Instant at, @ForAll("zones") ZoneId zone) {
        String minute = String.format("%1$tH:%1$tM", at.atZone(zone));
        for (Language language : Language.values()) {
            String said = Format.time(language, at, zone);
            assertThat(said)
                    .endsWith(minute)
                    .contains(Integer.toString(at.atZone(zone).getDayOfMonth()));
        }
    }

    /// However it is shown, nothing unseen is left.
    @Property
    void whatIsShownIsSeen(@ForAll String text) {
        assertThat(Visible.visible(text).codePoints())
                .noneMatch(each -> Character.getType(each) == Character.CONTROL && each != '\n')
                .noneMatch(each -> Character.getType(each) == Character.FORMAT && each != 0x200D);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2000-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2100-01-01T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(ZoneId.getAvailableZoneIds().stream().sorted().toList())
                .map(ZoneId::of);
    }
}
