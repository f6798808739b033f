package com.coworkpay.console.shell;

import io.quarkus.qute.TemplateExtension;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/// The few files that pages load, at the console's door and at the checkout's. Their address has a digest of all of
/// them, so that browsers keep them for good and
/// never mix two releases.
@Singleton
@Path("/console/assets")
public class Assets {

    private record File(String mediaType, byte[] gzipped) {}

    private static final String OURS = "META-INF/resources/console/assets/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private static final Map<String, String> SOURCES = new TreeMap<>(Map.of(
            "bootstrap.css", WEBJARS + "bootstrap/5.3.8/dist/css/bootstrap.min.css",
            "htmx.js", WEBJARS + "htmx.org/2.0.7/dist/htmx.min.js",
            "console.css", OURS + "console.css",
            "console.js", OURS + "console.js",
            "checkout.js", OURS + "checkout.js",
            "icon.svg", OURS + "icon.svg"));

    private static final Map<String, File> FILES = new TreeMap<>();
    private static final String DIGEST = load();

    private static String load() {
        MessageDigest digest = sha256();
        SOURCES.forEach((name, source) -> {
            byte[] bytes = read(source);
            digest.update(bytes);
            FILES.put(name, new File(mediaType(name), gzip(bytes)));
        });
        return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    }

    /// Where a page finds a file: `{shell.asset('console.css')}`.
    @TemplateExtension
    static String asset(Shell shell, String name) {
        if (!FILES.containsKey(name)) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return (shell.isCheckout() ? "/checkout" : "/console") + "/assets/" + DIGEST + "/" + name;
    }

    @GET
    @Path("{digest}/{name}")
    @PermitAll
    public Response get(@PathParam("digest") String digest, @PathParam("name") String name) {
        return file(digest, name);
    }

    static Response file(String digest, String name) {
        File file = FILES.get(name);
        if (file == null) {
            return Response.status(404).build();
        }
        // While two releases run, a page of the other one gets this one's file, and does not keep it.
        return Response.ok(file.gzipped(), file.mediaType())
                .header("Content-Encoding", "gzip")
                .header("Cache-Control", digest.equals(DIGEST) ? "public, max-age=31536000, immutable" : "no-store")
                .build();
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".css" -> "text/css; charset=utf-8";
            case ".js" -> "text/javascript; charset=utf-8";
            case ".svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static byte[] read(String source) {
        try (InputStream in = Assets.class.getClassLoader().getResourceAsStream(source)) {
            if (in == null) {
                throw new IllegalStateException("missing in the build: " + source);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
