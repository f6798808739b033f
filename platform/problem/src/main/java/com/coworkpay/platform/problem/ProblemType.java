package com.coworkpay.platform.problem;

/// A kind of trouble that callers may program against. A service declares its own as an enum and lets a test ask
/// [ProblemTexts#missing] whether each constant has its words.
public interface ProblemType {

    String URN = "urn:coworkpay:problem:";

    /// Lower case words with hyphens (`payable-already-paid`); unique in the whole suite and never changed, as it is
    /// the end of the problem's `type`.
    String slug();

    /// The HTTP status, 400 to 599.
    int status();

    /// The resource bundle with the words: `problems/payment` means `problems/payment_en.properties` and
    /// `problems/payment_ko.properties`, each with `<slug>.title` and `<slug>.detail`.
    String bundle();

    default String uri() {
        return URN + slug();
    }
}
