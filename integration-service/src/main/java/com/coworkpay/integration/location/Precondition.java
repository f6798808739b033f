package com.coworkpay.integration.location;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.platform.problem.ProblemException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which version of a location a change is meant for.
///
/// @param versions empty for any
public record Precondition(Optional<Set<Long>> versions, IntegrationProblem otherwise) {

    private static final int MAX_LENGTH = 200;
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[\\x21\\x23-\\x7e]*\"");
    private static final Pattern VERSION = Pattern.compile("\"([0-9]{1,18})\"");

    public static Precondition none() {
        return new Precondition(Optional.empty(), IntegrationProblem.VERSION_MISMATCH);
    }

    /// The state must still be the one that was seen before KakaoPay was asked.
    public static Precondition unchangedSince(long version) {
        return new Precondition(Optional.of(Set.of(version)), IntegrationProblem.CHANGED_MEANWHILE);
    }

    /// RFC 9110 `If-Match`: `*` or a list of entity tags, compared strongly, so that a weak tag never matches.
    public static Precondition ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return none();
        }
        if (header.length() > MAX_LENGTH) {
            throw malformed();
        }
        var tags = Arrays.stream(COMMA.split(header, -1)).map(String::strip).toList();
        if (!tags.stream().allMatch(tag -> TAG.matcher(tag).matches())) {
            throw malformed();
        }
        var versions = tags.stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(matcher -> Long.valueOf(matcher.group(1)))
                .collect(Collectors.toSet());
        return new Precondition(Optional.of(versions), IntegrationProblem.VERSION_MISMATCH);
    }

    /// @throws ProblemException if the version is not one of those meant
    public void check(long version) {
        if (versions.isPresent() && !versions.get().contains(version)) {
            throw ProblemException.of(otherwise);
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(IntegrationProblem.MALFORMED_IF_MATCH).field("If-Match");
    }
}
