package com.coworkpay.tools.local.image;

import com.coworkpay.tools.local.stack.ServiceJvm;
import com.coworkpay.tools.local.stack.Services;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One of the images.
///
/// @param name of the image and of its program
/// @param module its folder in the checkout
/// @param built what becomes `/app`, in the module's target folder
/// @param jar what starts it, in `/app`
/// @param dockerfile in `deploy/images`
/// @param cached whether it has an ahead-of-time cache
record Image(String name, String module, String built, String jar, String dockerfile, boolean cached) {
    static final List<Image> ALL = Stream.concat(
                    Services.PROGRAMS.stream().map(Image::ofProgram),
                    Stream.of(
                            ofTool(ServiceJvm.SIMULATOR, "kakaopay/simulator", "Dockerfile.simulator", true),
                            ofTool("local-issuer", "tools/local", "Dockerfile.issuer", false)))
            .toList();

    static final String CACHE = "start.aot";
    static final String BILL_OF_MATERIALS = "sbom.cdx.json";

    private static Image ofProgram(String program) {
        return new Image(program, program, "quarkus-app", "quarkus-run.jar", "Dockerfile.service", true);
    }

    private static Image ofTool(String name, String module, String dockerfile, boolean cached) {
        return new Image(name, module, name + "-app", name + "-app.jar", dockerfile, cached);
    }

    /// Where the build put what becomes `/app`.
    Path app(Path root) {
        return root.resolve(module).resolve("target").resolve(built);
    }

    /// Where the build put the module's bill of materials.
    Path billOfMaterials(Path root) {
        return root.resolve(module).resolve("target/bom.json");
    }
}
