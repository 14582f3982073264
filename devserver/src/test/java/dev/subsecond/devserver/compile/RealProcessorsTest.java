package dev.subsecond.devserver.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Processors that projects use: after each edit the program is what a clean build makes of it. */
class RealProcessorsTest {

    private static final String NAMED = "package app; interface Named { String name(); }";
    private static final String NAMED_OR_NOT =
            "package app; interface Named { String name(); @interface Nullable { } }";
    private static final String ANIMAL = """
            package app;
            import com.google.auto.value.AutoValue;
            @AutoValue
            abstract class Animal implements Named {
                abstract int legs();
                String text() { return name() + legs(); }
            }
            """;

    private static final String CAR = """
            package app;
            public class Car {
                private Engine engine = new Engine();
                public Engine getEngine() { return engine; }
                public void setEngine(Engine value) { engine = value; }
            }
            """;
    private static final String ENGINE = "package app; public class Engine { public int getPower() { return 1; }"
            + " public void setPower(int value) { } }";
    private static final String MAPPER =
            "package app; @org.mapstruct.Mapper interface CarMapper { CarDto toDto(Car car); }";

    private static Sources autoValue() {
        List<Path> jars = ProcessorLibrary.jars("/auto-value");
        Sources sources = new Sources(jars, jars);
        sources.save(Map.of("app.Named", NAMED, "app.Animal", ANIMAL, "app.Plain", "package app; class Plain { }"));
        return sources;
    }

    private static Sources mapStruct() {
        List<Path> jars = ProcessorLibrary.jars("/mapstruct");
        Sources sources = new Sources(jars, jars);
        sources.save(Map.of(
                "app.Car",
                CAR,
                "app.CarDto",
                inDto(CAR),
                "app.Engine",
                ENGINE,
                "app.EngineDto",
                inDto(ENGINE),
                "app.CarMapper",
                MAPPER,
                "app.Main",
                "package app; class Main { Object m(Car car) { return new CarMapperImpl().toDto(car); } }"));
        return sources;
    }

    private static String inDto(String source) {
        return source.replace("Car ", "CarDto ")
                .replace("Engine ", "EngineDto ")
                .replace("Engine()", "EngineDto()");
    }

    private static String text(Sources sources, String className) {
        return new String(sources.program().classFiles().get(className), StandardCharsets.ISO_8859_1);
    }

    @Test
    void aValueClassFollowsItsProperties() throws Exception {
        try (Sources sources = autoValue()) {
            assertThat(sources.program().classFiles())
                    .containsOnlyKeys("app.Named", "app.Animal", "app.AutoValue_Animal", "app.Plain");

            sources.save(
                    "app.Animal", ANIMAL.replace("abstract int legs();", "abstract long legs(); abstract int eyes();"));

            assertThat(text(sources, "app.AutoValue_Animal")).contains("eyes");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aValueClassFollowsAnInterfaceInAnotherSource() throws Exception {
        try (Sources sources = autoValue()) {
            sources.save("app.Named", NAMED.replace("name();", "name(); int age();"));

            assertThat(text(sources, "app.AutoValue_Animal")).contains("age");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aValueClassFollowsAnAnnotationInAnotherSource() throws Exception {
        List<Path> jars = ProcessorLibrary.jars("/auto-value");
        try (Sources sources = new Sources(jars, jars);
                Sources forgetful = new Sources(jars, jars, Dependency.PROCESSOR)) {
            for (Sources each : List.of(sources, forgetful)) {
                each.save(Map.of("app.Named", NAMED_OR_NOT, "app.Animal", ANIMAL));
                assertThat(text(each, "app.AutoValue_Animal")).contains("Null name");

                each.save("app.Named", NAMED_OR_NOT.replace("String", "@Nullable String"));
            }
            assertThat(text(sources, "app.AutoValue_Animal")).doesNotContain("Null name");
            sources.areAsInACleanBuild();
            assertThat(text(forgetful, "app.AutoValue_Animal"))
                    .as("What is stale without the rule")
                    .contains("Null name");
        }
    }

    @Test
    void aValueClassIsDeletedAndRenamedWithItsSource() throws Exception {
        try (Sources sources = autoValue()) {
            Compilation.Good renamed =
                    sources.save(Map.of("app.Beast", ANIMAL.replace("class Animal", "class Beast")), "app.Animal");
            assertThat(renamed.deleted()).containsExactlyInAnyOrder("app.Animal", "app.AutoValue_Animal");
            assertThat(sources.program().classFiles()).containsKey("app.AutoValue_Beast");
            sources.areAsInACleanBuild();

            sources.save("app.Beast", ANIMAL.replace("@AutoValue", "").replace("class Animal", "class Beast"));
            assertThat(sources.program().classFiles()).containsOnlyKeys("app.Named", "app.Beast", "app.Plain");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aBodyBesideAValueClassIsCompiledAlone() throws Exception {
        try (Sources sources = autoValue()) {
            Compilation.Good good =
                    sources.save("app.Animal", ANIMAL.replace("name() + legs()", "name() + 1 + legs()"));

            assertThat(good.classes()).containsOnlyKeys("app.Animal");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aMapperFollowsWhatItMaps() throws Exception {
        try (Sources sources = mapStruct()) {
            String seats =
                    CAR.replace("{\n", "{ public int getSeats() { return 1; } public void setSeats(int value) { }\n");
            sources.save("app.Car", seats);
            assertThat(text(sources, "app.CarMapperImpl")).doesNotContain("setSeats");

            sources.save("app.CarDto", inDto(seats));

            assertThat(text(sources, "app.CarMapperImpl")).contains("setSeats");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aMapperFollowsWhatIsInsideOfWhatItMaps() throws Exception {
        try (Sources sources = mapStruct()) {
            String torque = ENGINE.replace("Power", "Torque");
            sources.save(Map.of("app.Engine", torque, "app.EngineDto", inDto(torque)));

            assertThat(text(sources, "app.CarMapperImpl")).contains("setTorque").doesNotContain("setPower");
            sources.areAsInACleanBuild();
        }
    }

    @Test
    void aMapperThatCannotBeWrittenIsAnErrorUntilItIsMended() throws Exception {
        try (Sources sources = mapStruct()) {
            String broken = MAPPER.replace("toDto(", "toDto(int nothing, ");
            List<CompilerMessage> errors =
                    sources.errors(Map.of("app.CarMapper", broken.replace("CarDto to", "Missing to")));
            assertThat(errors).isNotEmpty().allMatch(CompilerMessage::error);

            sources.save("app.CarMapper", MAPPER.replace("toDto", "toDto2").replace("}", "CarDto toDto(Car car); }"));

            assertThat(text(sources, "app.CarMapperImpl")).contains("toDto2");
            sources.areAsInACleanBuild();
        }
    }
}
