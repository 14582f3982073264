package dev.subsecond.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What class files and other modules rely on, which know these annotations by name. */
final class ContractTest {

    @ParameterizedTest
    @ValueSource(classes = {Hot.class, OnPatch.class})
    void staysInClassFilesAndMarksMethodsOnly(Class<?> annotation) {
        Retention retention = Objects.requireNonNull(annotation.getAnnotation(Retention.class));
        Target target = Objects.requireNonNull(annotation.getAnnotation(Target.class));
        assertThat(retention.value()).isEqualTo(RetentionPolicy.CLASS);
        assertThat(target.value()).containsExactly(ElementType.METHOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"library", "symbol"})
    void hotNeedsNoValues(String element) throws NoSuchMethodException {
        assertThat(Hot.class.getMethod(element).getDefaultValue()).isEqualTo("");
    }
}
