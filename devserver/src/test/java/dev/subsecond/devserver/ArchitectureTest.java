package dev.subsecond.devserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.subsecond.devserver");

    @Test
    void theStagesKnowNothingOfEachOtherNorOfThePipeline() {
        slices().matching("dev.subsecond.devserver.(*)..")
                .should()
                .notDependOnEachOther()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.subsecond.devserver.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.subsecond.devserver")
                .check(CLASSES);
    }

    @Test
    void ofTheRuntimeOnlyTheWireIsUsedAndOfTheLinkerOnlyItsFront() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "dev.subsecond.runtime.client..",
                        "dev.subsecond.runtime.launch..",
                        "dev.subsecond.runtime.link..",
                        "dev.subsecond.runtime.patch..",
                        "dev.subsecond.runtime.table..",
                        "dev.subsecond.thinlink.link..",
                        "dev.subsecond.thinlink.diff..",
                        "dev.subsecond.thinlink.model..",
                        "dev.subsecond.thinlink.patch..",
                        "dev.subsecond.cli..",
                        "dev.subsecond.processor..")
                .check(CLASSES);
    }

    @Test
    void nothingIsPrinted() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }
}
