package dev.subsecond.devserver;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The encoding of the sources: what javac's {@code -encoding} says, else UTF-8 on every machine. */
final class SourceCharset {

    private SourceCharset() {}

    static Charset of(List<String> javacOptions) throws ServeException {
        int option = javacOptions.lastIndexOf("-encoding");
        if (option < 0 || option + 1 == javacOptions.size()) {
            return StandardCharsets.UTF_8;
        }
        String name = javacOptions.get(option + 1);
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new ServeException(Problem.COMPILE_FAILED, "The encoding " + name + " is unknown to this Java.", e);
        }
    }
}
