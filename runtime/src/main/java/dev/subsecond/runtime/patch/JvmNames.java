package dev.subsecond.runtime.patch;

/**
 * The forms of names and descriptors (JVMS 4.2, 4.3). What a patch file names goes to class loaders and to the JDK's
 * parsers only after this: some of them recurse into an array type, and some take a name for a path.
 */
final class JvmNames {

    /** What the constant pool of a class file can hold. */
    private static final int LONGEST = 65_535;

    private static final int MOST_DIMENSIONS = 255;

    private JvmNames() {}

    /** Whether it is the binary name of a class or interface, with dots; an array type has none. */
    static boolean isBinaryName(String name) {
        return isClassName(name, 0, name.length(), '.');
    }

    /** Whether it is the name of a method, or of a constructor or initialiser. */
    static boolean isMethodName(String name) {
        boolean special = name.equals("<init>") || name.equals("<clinit>");
        return special || (isFieldName(name) && name.indexOf('<') < 0 && name.indexOf('>') < 0);
    }

    static boolean isFieldName(String name) {
        return isClassName(name, 0, name.length(), '.') && name.indexOf('.') < 0;
    }

    static boolean isFieldDescriptor(String text) {
        return text.length() <= LONGEST && endOfType(text, 0) == text.length();
    }

    static boolean isMethodDescriptor(String text) {
        if (text.length() > LONGEST || text.isEmpty() || text.charAt(0) != '(') {
            return false;
        }
        int at = 1;
        while (at > 0 && at < text.length() && text.charAt(at) != ')') {
            at = endOfType(text, at);
        }
        if (at <= 0 || at >= text.length()) {
            return false;
        }
        return text.startsWith("V", at + 1) ? text.length() == at + 2 : endOfType(text, at + 1) == text.length();
    }

    /** Where the type that begins at {@code start} ends, exclusive; -1 if there is none. */
    private static int endOfType(String text, int start) {
        int element = start;
        while (element < text.length() && text.charAt(element) == '[') {
            element++;
        }
        if (element >= text.length() || element - start > MOST_DIMENSIONS) {
            return -1;
        }
        if (text.charAt(element) != 'L') {
            return "BCDFIJSZ".indexOf(text.charAt(element)) < 0 ? -1 : element + 1;
        }
        int end = text.indexOf(';', element);
        return end > 0 && isClassName(text, element + 1, end, '/') ? end + 1 : -1;
    }

    /** Parts that are not empty, with single separators between them. */
    private static boolean isClassName(String text, int start, int end, char separator) {
        if (end <= start || end - start > LONGEST || text.charAt(end - 1) == separator) {
            return false;
        }
        boolean partBegins = true;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean separates = c == separator;
            if ((separates && partBegins) || (!separates && ".;[/\0".indexOf(c) >= 0)) {
                return false;
            }
            partBegins = separates;
        }
        return true;
    }
}
