package com.coworkpay.tools.local.image;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// An image's bill of materials (CycloneDX): the libraries that Maven knows, and the Java runtime that it does not.
final class BillOfMaterials {
    private BillOfMaterials() {}

    static void write(Path ofMaven, Path runtime, Path to) throws IOException {
        var bill = new JsonObject(Files.readString(ofMaven));
        bill.getJsonArray("components", new JsonArray()).add(component(runtime));
        Files.writeString(to, bill.encodePrettily());
    }

    private static JsonObject component(Path runtime) throws IOException {
        var release = new Properties();
        release.load(new StringReader(Files.readString(runtime.resolve("release"))));
        String version = release.getProperty("JAVA_RUNTIME_VERSION", release.getProperty("JAVA_VERSION", ""))
                .replace("\"", "");
        return new JsonObject()
                .put("type", "platform")
                .put("bom-ref", "java-runtime")
                .put("publisher", release.getProperty("IMPLEMENTOR", "").replace("\"", ""))
                .put("name", "openjdk")
                .put("version", version.isEmpty() ? Runtime.version().toString() : version);
    }
}
