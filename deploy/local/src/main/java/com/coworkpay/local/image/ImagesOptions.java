package com.coworkpay.local.image;

import com.coworkpay.local.CommandLineException;
import java.util.Iterator;
import java.util.List;

/// The options of `images`.
///
/// @param base the image below
/// @param repository what stands before an image's name
/// @param tag what stands behind it
/// @param engine the program that builds and runs images
/// @param contextsOnly leave the building to somebody else
public record ImagesOptions(String base, String repository, String tag, String engine, boolean contextsOnly) {
    private static final String USAGE =
            "Usage: ./coworkpay images [--base IMAGE] [--repository NAME] [--tag TAG] [--engine COMMAND]"
                    + " [--contexts-only]";

    public static ImagesOptions parsed(List<String> arguments) {
        var options = new ImagesOptions("debian:13-slim", "coworkpay", "dev", "docker", false);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private ImagesOptions with(String word, Iterator<String> rest) {
        return switch (word) {
            case "--base" -> new ImagesOptions(value(word, rest), repository, tag, engine, contextsOnly);
            case "--repository" -> new ImagesOptions(base, value(word, rest), tag, engine, contextsOnly);
            case "--tag" -> new ImagesOptions(base, repository, value(word, rest), engine, contextsOnly);
            case "--engine" -> new ImagesOptions(base, repository, tag, value(word, rest), contextsOnly);
            case "--contexts-only" -> new ImagesOptions(base, repository, tag, engine, true);
            default -> throw new CommandLineException("images does not know '" + word + "'. " + USAGE);
        };
    }

    private static String value(String option, Iterator<String> rest) {
        String word = rest.hasNext() ? rest.next() : "";
        if (word.isBlank() || word.startsWith("-")) {
            throw new CommandLineException(option + " needs a value, not '" + word + "'. " + USAGE);
        }
        return word;
    }

    String reference(Image image) {
        return repository + "/" + image.name() + ":" + tag;
    }
}
