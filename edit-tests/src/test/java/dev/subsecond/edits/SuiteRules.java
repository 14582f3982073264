package dev.subsecond.edits;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.LinkRule;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.prepare.PrepareRule;
import dev.subsecond.thinlink.prepare.Preparer;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that programs are prepared and linked by.
 *
 * @param prepare those of the preparer
 * @param link those of the linker
 */
record SuiteRules(Set<PrepareRule> prepare, Set<LinkRule> link) {

    /** All of them, as for users. */
    static final SuiteRules ALL = new SuiteRules(EnumSet.allOf(PrepareRule.class), EnumSet.allOf(LinkRule.class));

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
        boolean known = prepare.removeIf(r -> r.name().equals(name)) | link.removeIf(r -> r.name().equals(name));
        if (!known) {
            throw new IllegalArgumentException("no rule has the name " + name);
        }
        return new SuiteRules(prepare, link);
    }

    Preparer preparer() {
        return new Preparer(prepare);
    }

    ThinLinker linker(String buildId, Map<String, byte[]> image, ClassSource libraries) {
        return new ThinLinker(buildId, image, libraries, link::contains);
    }
}
