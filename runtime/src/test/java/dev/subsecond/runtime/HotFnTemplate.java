package dev.subsecond.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes {@code HotFn0} to {@code HotFn9} from the template that they share. */
final class HotFnTemplate {

    static final Path SOURCES = Path.of("src/main/java/dev/subsecond/runtime");

    private final String template;

    private HotFnTemplate(String template) {
        this.template = template;
    }

    static HotFnTemplate read() throws IOException {
        return new HotFnTemplate(Files.readString(Path.of("src/main/templates/HotFn.java.template")));
    }

    static Path file(int arity) {
        return SOURCES.resolve("HotFn" + arity + ".java");
    }

    String source(int arity) {
        return template.replace("${N}", Integer.toString(arity))
                .replace("${COUNT}", count(arity))
                .replace("${PARAM_DOCS}", each(arity, i -> " * @param <" + type(i) + "> the type of value " + i + "\n"))
                .replace(
                        "${BODY_PARAM_DOCS}",
                        each(arity, i -> "     * @param <" + type(i) + "> the type of value " + i + "\n"))
                .replace("${TYPE_PARAMETERS}", each(arity, i -> type(i) + " extends @Nullable Object, "))
                .replace("${TYPES}", each(arity, i -> type(i) + ", "))
                .replace("${MORE_PARAMETERS}", each(arity, i -> ", " + parameter(i)))
                .replace("${PARAMETERS}", list(arity, HotFnTemplate::parameter))
                .replace("${ARGUMENTS}", list(arity, HotFnTemplate::value));
    }

    private static String count(int arity) {
        return switch (arity) {
            case 0 -> "no values";
            case 1 -> "1 value";
            default -> arity + " values";
        };
    }

    private static String parameter(int index) {
        return type(index) + " " + value(index);
    }

    private static String type(int index) {
        return Character.toString('A' + index - 1);
    }

    private static String value(int index) {
        return Character.toString('a' + index - 1);
    }

    private static String each(int arity, IntFunction<String> text) {
        return IntStream.rangeClosed(1, arity).mapToObj(text).collect(Collectors.joining());
    }

    private static String list(int arity, IntFunction<String> text) {
        return IntStream.rangeClosed(1, arity).mapToObj(text).collect(Collectors.joining(", "));
    }
}
