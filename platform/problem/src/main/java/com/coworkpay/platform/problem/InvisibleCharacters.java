package com.coworkpay.platform.problem;

/// Which characters show nothing: blanks of every kind, controls, formatting characters, and the fillers that look
/// like letters to a program (U+3164, U+2800). A title of these alone is no title.
///
/// Characters that this JVM does not know yet show something: an emoji may be younger than its tables.
public final class InvisibleCharacters {

    private InvisibleCharacters() {}

    /// Whether a reader sees nothing of the whole text.
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(InvisibleCharacters::isInvisible);
    }

    /// Without what shows nothing at its beginning and end, as copying leaves it there. For a key or an id: what stands
    /// inside stays, whatever it is.
    public static String stripped(String text) {
        int begin = 0;
        while (begin < text.length() && isInvisible(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        int end = text.length();
        while (end > begin && isInvisible(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    static boolean isInvisible(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || isControlOrFormat(codePoint)
                || isFiller(codePoint)
                || changesItsNeighbour(codePoint);
    }

    /// Belongs to the character before it and shows nothing without one: variation selectors, the joiners of emoji and
    /// scripts, the tags of flags.
    static boolean changesItsNeighbour(int codePoint) {
        return in(codePoint, 0xFE00, 0xFE0F)
                || in(codePoint, 0xE0020, 0xE01EF)
                || in(codePoint, 0x180B, 0x180F)
                || in(codePoint, 0x200C, 0x200D)
                || codePoint == 0x034F;
    }

    /// Turns the order in which others are shown: an amount may read otherwise than it is written.
    static boolean turnsTheOrder(int codePoint) {
        return in(codePoint, 0x202A, 0x202E) || in(codePoint, 0x2066, 0x2069);
    }

    private static boolean isControlOrFormat(int codePoint) {
        int kind = Character.getType(codePoint);
        return kind == Character.CONTROL || kind == Character.FORMAT;
    }

    /// Letters and symbols that are empty by definition (Hangul, Khmer, braille, music), and code points set aside for
    /// ones to come (Default_Ignorable_Code_Point).
    private static boolean isFiller(int codePoint) {
        return in(codePoint, 0x115F, 0x1160)
                || in(codePoint, 0x17B4, 0x17B5)
                || codePoint == 0x2065
                || codePoint == 0x2800
                || codePoint == 0x3164
                || codePoint == 0xFFA0
                || in(codePoint, 0xFFF0, 0xFFF8)
                || codePoint == 0x1D159
                || in(codePoint, 0xE0000, 0xE0FFF);
    }

    private static boolean in(int codePoint, int first, int last) {
        return codePoint >= first && codePoint <= last;
    }
}
