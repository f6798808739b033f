package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The container engine: builds an image and tries its cache as it is run in production.
record Engine(ImagesOptions options, Console console) {
    void mustAnswer() throws IOException {
        var version = ran(arguments(List.of("version")), true);
        if (version != 0) {
            throw new StackException("No container engine answers to '" + options.engine()
                    + " version'. Start one, or lay out the build contexts only: ./coworkpay images --contexts-only");
        }
    }

    List<String> buildCommand(Image image, Path context) {
        return arguments(List.of(
                "build",
                "--build-arg",
                "BASE=" + options.base(),
                "--tag",
                options.reference(image),
                context.toString()));
    }

    void build(Image image, Path context) throws IOException {
        console.say("Building " + options.reference(image) + " on " + options.base());
        if (ran(buildCommand(image, context), false) != 0) {
            throw new StackException("The image of " + image.name() + " was not built.");
        }
    }

    /// Told to use the cache or fail, the JVM of the image starts.
    void checkCache(Image image) throws IOException {
        if (ran(checkCommand(image), false) != 0) {
            throw new StackException("The JVM in the image of " + image.name() + " does not take its cache.");
        }
    }

    /// As confined as it is run in production: what memory there is decides how a JVM sets itself up.
    List<String> checkCommand(Image image) {
        return arguments(List.of(
                "run",
                "--rm",
                "--network=none",
                "--memory=" + ServiceJvm.MIN_MEMORY_MIB + "m",
                "--read-only",
                "--tmpfs=/tmp",
                "--cap-drop=ALL",
                "--security-opt=no-new-privileges",
                "--entrypoint=/opt/java/bin/java",
                options.reference(image),
                "@/app/service.jvm",
                "-XX:AOTMode=on",
                "-XX:AOTCache=/app/" + Image.CACHE,
                "-cp",
                "/app/" + image.jar(),
                "-version"));
    }

    private List<String> arguments(List<String> rest) {
        var arguments = new ArrayList<>(Arrays.asList(options.engine().split(" ")));
        arguments.addAll(rest);
        return arguments;
    }

    private static int ran(List<String> command, boolean quietly) throws IOException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(quietly ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT);
        try {
            return builder.start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted", interrupted);
        } catch (IOException notThere) {
            if (quietly) {
                return -1;
            }
            throw notThere;
        }
    }
}
