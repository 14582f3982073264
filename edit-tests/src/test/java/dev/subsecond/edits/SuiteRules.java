package dev.subsecond.edits;

import dev.subsecond.thinlink.ClassSource;
import dev.subsecond.thinlink.ThinLinker;
import dev.subsecond.thinlink.prepare.Preparer;
import java.util.Map;

/** The rules that programs are prepared and linked by. */
interface SuiteRules {

    /** All of them, as for users. */
    SuiteRules ALL = new SuiteRules() {};

    default Preparer preparer() {
        return new Preparer();
    }

    default ThinLinker linker(String buildId, Map<String, byte[]> image, ClassSource libraries) {
        return new ThinLinker(buildId, image, libraries);
    }
}
