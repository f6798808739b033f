package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;

/// `./coworkpay images`: lays out a build context per image, with a runtime, the jars, the ahead-of-time cache trained
/// with both of them and the bill of materials, and has a container engine build and check them.
///
/// The cache is trained here and not in the container's build: it needs PostgreSQL, Kafka and payments.
public final class Images {
    private final ImagesOptions options;
    private final Path root;
    private final Path contexts;
    private final Console console;

    private Images(ImagesOptions options, Path root, Console console) {
        this.options = options;
        this.root = root;
        this.contexts = root.resolve("target/images");
        this.console = console;
    }

    public static int run(ImagesOptions options, Path root, Console console) throws IOException {
        return new Images(options, root, console).make();
    }

    private int make() throws IOException {
        var engine = new Engine(options, console);
        if (!options.contextsOnly()) {
            engine.mustAnswer();
        }
        Files.createDirectories(contexts);
        var runtime = new LinkedRuntime(contexts.resolve("runtime"));
        if (runtime.link()) {
            console.say("Linked a runtime of JDK " + Runtime.version() + " in " + runtime.folder());
        }
        var jars = new LinkedHashMap<String, Path>();
        for (Image image : Image.ALL) {
            layOut(image, runtime);
            if (image.cached()) {
                jars.put(image.name(), app(image).resolve(image.jar()));
            }
        }
        var jvm = new ServiceJvm(
                runtime.folder(),
                root.resolve(ServiceJvm.FLAGS),
                jars,
                ServiceJvm.CacheUse.RECORD,
                contexts.resolve("caches"));
        new Training(root, jvm, List.copyOf(jars.keySet()), console).makeCaches();
        for (String name : jars.keySet()) {
            Folders.link(
                    jvm.cacheOf(name).file(),
                    contexts.resolve(name).resolve("app").resolve(Image.CACHE));
        }
        console.say("Build contexts: " + contexts + "/<image>");
        if (options.contextsOnly()) {
            Image.ALL.forEach(
                    image -> console.say("  " + String.join(" ", engine.buildCommand(image, context(image)))));
            return 0;
        }
        for (Image image : Image.ALL) {
            engine.build(image, context(image));
            if (image.cached()) {
                engine.checkCache(image);
            }
        }
        return 0;
    }

    private void layOut(Image image, LinkedRuntime runtime) throws IOException {
        Path built = image.app(root);
        if (!Files.exists(built.resolve(image.jar())) || !Files.exists(image.billOfMaterials(root))) {
            throw new StackException(image.name() + " is not built with its bill of materials: see " + built);
        }
        Folders.mirror(built, app(image));
        Folders.mirror(runtime.folder(), context(image).resolve("runtime"));
        Files.copy(
                root.resolve(ServiceJvm.FLAGS), app(image).resolve("service.jvm"), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(
                root.resolve("deploy/images").resolve(image.dockerfile()),
                context(image).resolve("Dockerfile"),
                StandardCopyOption.REPLACE_EXISTING);
        BillOfMaterials.write(
                image.billOfMaterials(root), runtime.folder(), app(image).resolve(Image.BILL_OF_MATERIALS));
        Files.copy(
                app(image).resolve(Image.BILL_OF_MATERIALS),
                contexts.resolve(image.name() + ".cdx.json"),
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path context(Image image) {
        return contexts.resolve(image.name());
    }

    private Path app(Image image) {
        return context(image).resolve("app");
    }
}
