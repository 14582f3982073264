package dev.subsecond.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows between the stages of the pipeline, and to other modules. */
final class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.subsecond.processor");

    @Test
    void stagesKnowTheModelAndTheReportOnly() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("entry")
                .definedBy("dev.subsecond.processor")
                .layer("validate")
                .definedBy("..validate")
                .layer("model")
                .definedBy("..model")
                .layer("write")
                .definedBy("..write")
                .layer("report")
                .definedBy("..report")
                .whereLayer("entry")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("validate")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("write")
                .mayOnlyBeAccessedByLayers("entry")
                .whereLayer("model")
                .mayOnlyBeAccessedByLayers("entry", "validate", "write")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("entry", "validate")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.subsecond.processor.(**)")
                .should()
                .beFreeOfCycles()
                .check(MAIN);
    }

    @Test
    void otherModulesAreKnownByNameOnly() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.subsecond.annotations..", "dev.subsecond.runtime..")
                .check(MAIN);
    }

    @Test
    void nothingButTheJdkAndJavaPoetIsNeeded() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.subsecond.processor..",
                        "com.palantir.javapoet..",
                        "java..",
                        "javax..",
                        "com.sun.source..",
                        "org.jspecify.annotations..",
                        "com.google.auto.service") // annotations both, which javac reads and no JVM loads
                .check(MAIN);
    }

    @Test
    void nothingIsPrintedPastJavac() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }
}
