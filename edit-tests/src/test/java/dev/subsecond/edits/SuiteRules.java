package dev.subsecond.edits;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ImageKind;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.prepare.PrepareRule;
import dev.subsecond.thinlink.prepare.Preparer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that programs are prepared and linked by.
 *
 * @param prepare those of the preparer
 * @param link those of the linker
 * @param kind whether programs are prepared at all
 */
public record SuiteRules(Set<PrepareRule> prepare, Set<LinkRule> link, ImageKind kind) {

    /** Makes the objects of an unprepared program and lets them show themselves: nothing else is an entry there. */
    private static final String SHOWN = """
            package app;

            import dev.subsecond.annotations.Hot;

            final class Shown {
                @Hot static Main make() throws Throwable { return new Main(); }

                @Hot static String of(Main main) throws Throwable { return String.valueOf(main.show()); }
            }
            """;

    /** All of them, as for users. */
    public static final SuiteRules ALL =
            new SuiteRules(EnumSet.allOf(PrepareRule.class), EnumSet.allOf(LinkRule.class), ImageKind.PREPARED);

    /** For programs that connect by themselves, with classes as javac writes them. */
    public static final SuiteRules UNPREPARED =
            new SuiteRules(EnumSet.noneOf(PrepareRule.class), EnumSet.allOf(LinkRule.class), ImageKind.UNPREPARED);

    /** The names of all rules. */
    static List<String> names() {
        return Stream.concat(Stream.of(PrepareRule.values()), Stream.of(LinkRule.values()))
                .map(Enum::name)
                .toList();
    }

    /** All but the one of that name. */
    static SuiteRules without(String name) {
        Set<PrepareRule> prepare = EnumSet.allOf(PrepareRule.class);
        Set<LinkRule> link = EnumSet.allOf(LinkRule.class);
        boolean isPrepareRule = prepare.removeIf(r -> r.name().equals(name));
        boolean isLinkRule = link.removeIf(r -> r.name().equals(name));
        if (!isPrepareRule && !isLinkRule) {
            throw new IllegalArgumentException("no rule has the name " + name);
        }
        return new SuiteRules(prepare, link, ImageKind.PREPARED);
    }

    /** What is compiled: the sources of a case, and what calls it. */
    Map<String, String> sources(Map<String, String> ofCase) {
        if (kind == ImageKind.PREPARED) {
            return ofCase;
        }
        Map<String, String> all = new HashMap<>(ofCase);
        all.put("app/Shown.java", SHOWN);
        return all;
    }

    Preparer preparer() {
        return new Preparer(prepare);
    }

    ThinLinker linker(String buildId, Map<String, byte[]> image, ClassSource libraries) {
        return new ThinLinker(buildId, image, kind, libraries, link::contains);
    }
}
