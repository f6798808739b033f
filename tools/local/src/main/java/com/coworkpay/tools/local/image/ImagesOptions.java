package com.coworkpay.tools.local.image;

/// The options of `images`.
///
/// @param base the image below
/// @param repository what stands before an image's name
/// @param tag what stands behind it
/// @param engine the program that builds and runs images
/// @param contextsOnly leave the building to somebody else
public record ImagesOptions(String base, String repository, String tag, String engine, boolean contextsOnly) {

    String reference(Image image) {
        return repository + "/" + image.name() + ":" + tag;
    }
}
