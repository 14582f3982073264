package dev.subsecond.devserver.compile;

import java.util.Map;

/** Says, from the {@link AnnotatedShape} of each parsed source, whether processors would write what they wrote before. */
@FunctionalInterface
interface ShapeCheck {

    boolean unchanged(Map<SourceId, String> shapes);
}
